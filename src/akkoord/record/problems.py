"""What could not be read: kept with its reason until it is read well."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from akkoord.record.tables import problems, reports
from akkoord.reports import STANDARD_INPUT

_PART = re.compile(r"(?P<file>.*), (?:line|article) \d+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Problem:
    """One source that could not be read, or one report (`report`, its id) that the reader failed on.

    `source` is the path of the file, with the line or article in it, or `-`; `at` is UTC.
    """

    number: int
    source: str
    reason: str
    at: datetime
    report: str | None = None

    @property
    def path(self) -> Path | None:
        """The file to read again; None for standard input and for a report whose text the record has."""
        if self.report is not None or self.source == STANDARD_INPUT:
            return None
        part = _PART.fullmatch(self.source)
        return Path(part["file"] if part else self.source)


def full_source(source: str) -> str:
    """A source as it can be found from any folder."""
    return source if source == STANDARD_INPUT else str(Path(source).absolute())


def open_problems(connection: Connection) -> list[Problem]:
    """The problems that are not over, in the order in which they came up."""
    last = select(func.max(problems.c.number)).group_by(problems.c.source, problems.c.report)
    asked = (
        select(problems, reports.c.id.label("report_id"))
        .join(reports, problems.c.report == reports.c.number, isouter=True)
        .where(problems.c.number.in_(last), problems.c.reason.is_not(None))
        .order_by(problems.c.number)
    )
    rows = connection.execute(asked)
    return [Problem(row.number, row.source, row.reason, row.at, row.report_id) for row in rows]


def keep_problem(connection: Connection, source: str, reason: str | None, report: int | None = None) -> None:
    """Writes that a source has a problem, or with no reason that it has none any more; not twice on end."""
    same = select(problems.c.reason).where(
        problems.c.source == source, problems.c.report.is_not_distinct_from(report)
    )
    last = connection.execute(same.order_by(problems.c.number.desc()).limit(1)).scalar_one_or_none()
    if last != reason:
        row = {"source": source, "report": report, "reason": reason, "at": datetime.now(UTC)}
        connection.execute(insert(problems), row)
