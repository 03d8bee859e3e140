"""The reports room: what came in.

Takes files, folders, patterns and standard input (text with or without a leading stamp `date 2022-02`, pages
of HTML, articles as JSON or JSON lines, a `NAME.meta.json` beside `NAME.txt`), gives `Report`s: text, title,
publisher, date of publication in EDTF, language, hash. What cannot be read becomes a `ReportError`, one line
that says why and what to do. It knows nothing of grammar or of what reports say.
"""

from akkoord.reports.articles import report_of_article
from akkoord.reports.dutch import require_dutch
from akkoord.reports.problem import ReportError
from akkoord.reports.report import Report, make_report
from akkoord.reports.sources import STANDARD_INPUT, count_reports, read_report, read_reports

__all__ = [
    "STANDARD_INPUT",
    "Report",
    "ReportError",
    "count_reports",
    "make_report",
    "read_report",
    "read_reports",
    "report_of_article",
    "require_dutch",
]
