"""akkoord reads dated Dutch news reports and keeps the record of a peace process."""

from akkoord.reader import Reader, read
from akkoord.reading import Reading
from akkoord.reports import Report, read_reports

__all__ = ["Reader", "Reading", "Report", "read", "read_reports"]
