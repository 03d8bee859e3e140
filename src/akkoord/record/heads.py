"""Which reports the record shows on some day, and which of several versions of one report.

As of a day are those that were certainly published by then: the latest day that the date of publication can be
is that day or before. Since a day are those that were not certainly published before it. A report without a date
is in neither. Of the versions of one report the one that was published first is shown, in the last wording that
its own publisher gave it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from akkoord.reading import ReportHead
from akkoord.record.problem import RecordError
from akkoord.record.tables import readings, reports


class KeptReport(NamedTuple):
    """One report as its row has it; `reading` is the number of its last reading, None where it has none."""

    number: int
    id: str
    title: str | None
    published: str
    publisher: str
    language: str
    text: int
    latest: date | None
    version_of: int | None
    reading: int | None

    @property
    def head(self) -> ReportHead:
        return (
            ReportHead.model_construct(  # checked when it came in; again would take longer than all the rest
                id=self.id,
                title=self.title,
                published=self.published or None,
                publisher=self.publisher or None,
                language=self.language,
            )
        )

    @property
    def family(self) -> int:
        return self.version_of or self.number

    @property
    def order(self) -> tuple[date, int]:
        """By day of publication, undated ones last, then as they came in."""
        return self.latest or date.max, self.number


@dataclass(frozen=True, slots=True)
class Shown:
    """The version of a report that is shown, and the others."""

    kept: KeptReport
    versions: tuple[KeptReport, ...] = ()


_READING = (
    select(func.max(readings.c.number))
    .where(readings.c.report == reports.c.number)
    .scalar_subquery()
    .label("reading")
)
_KEPT = select(*(reports.c[name] for name in KeptReport._fields[:-1]), _READING)


def kept_reports(connection: Connection, as_of: date | None = None) -> list[KeptReport]:
    """All reports, or those published by that day, in order of publication."""
    asked = _KEPT if as_of is None else _KEPT.where(reports.c.latest <= as_of)
    return sorted(_kept(connection, asked), key=lambda kept: kept.order)


def kept_report(connection: Connection, id: str) -> KeptReport:
    """The report with this id. Raises `RecordError` where there is none."""
    kept = next(_kept(connection, _KEPT.where(reports.c.id == id)), None)
    if kept is None:
        raise RecordError(f"there is no report {id!r} in the record; akkoord report lists those there are")
    return kept


def kept_family(connection: Connection, family: int) -> list[KeptReport]:
    """All versions of a report."""
    asked = _KEPT.where((reports.c.number == family) | (reports.c.version_of == family))
    return sorted(_kept(connection, asked), key=lambda kept: kept.order)


def shown(kept: Iterable[KeptReport]) -> list[Shown]:
    """One version of each report that has a reading, in order of publication."""
    families: dict[int, list[KeptReport]] = {}
    for report in kept:
        if report.reading is not None:
            families.setdefault(report.family, []).append(report)
    return sorted(map(_choose, families.values()), key=lambda one: one.kept.order)


def since_day(chosen: list[Shown], since: date | None) -> list[Shown]:
    """Those that were not certainly published before a day; all of them where there is none."""
    return [one for one in chosen if one.kept.latest and one.kept.latest >= since] if since else chosen


def named(reports: Iterable[Shown], ids: Collection[str]) -> list[Shown]:
    """The versions with these ids, each with the others beside it."""
    found = []
    for one in reports:
        family = (one.kept, *one.versions)
        for kept in family:
            if kept.id in ids:
                found.append(Shown(kept, tuple(other for other in family if other is not kept)))
    return found


def _choose(family: Sequence[KeptReport]) -> Shown:
    """The last wording of the publisher who was first; of one wording, the first report with it."""
    first = family[0]
    if len(family) == 1:
        return Shown(first)
    own = [kept for kept in family if kept.publisher and kept.publisher == first.publisher]
    last = own[-1] if own else first
    chosen = next(kept for kept in family if kept.text == last.text) if last.text != first.text else first
    return Shown(chosen, tuple(kept for kept in family if kept is not chosen))


def _kept(connection: Connection, asked: Select[Any]) -> Iterator[KeptReport]:
    return map(KeptReport._make, connection.execute(asked).all())
