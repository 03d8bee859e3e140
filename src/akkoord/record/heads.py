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

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Date,
    Select,
    bindparam,
    exists,
    func,
    literal,
    select,
)

from akkoord.reading import ReportHead
from akkoord.record.problem import RecordError
from akkoord.record.tables import readings, reports

AT_ONCE = 1000  # ids in one question


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
    def day(self) -> date:
        """The day by which it counts as published; the first of all days where that is unknown."""
        return self.latest or date.min

    @property
    def order(self) -> tuple[date, int]:
        """By day of publication, undated ones last, then as they came in."""
        return self.latest or date.max, self.number


@dataclass(frozen=True, slots=True)
class Shown:
    """The version of a report that is shown, and the others."""

    kept: KeptReport
    versions: tuple[KeptReport, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """Reports by their day: certainly published by one day, not certainly before another, by a third or undated."""

    as_of: date | None = None
    since: date | None = None
    until: date | None = None

    def holds(self, day: ColumnElement[date]) -> list[ColumnElement[bool]]:
        """What a day of a report must meet; the first of all days stands for an unknown one."""
        found = [day <= self.as_of, day > date.min] if self.as_of else []
        found += [day >= self.since] if self.since else []
        return found + ([day <= self.until] if self.until else [])


@dataclass(frozen=True, slots=True)
class Families:
    """The reports that are there in several versions: those shown by their numbers, and the numbers of the others."""

    shown: dict[int, Shown]

    @property
    def hidden(self) -> frozenset[int]:
        return frozenset(other.number for one in self.shown.values() for other in one.versions)


class Extent(NamedTuple):
    """How many reports there are, and the dates of publication of the first and the last of known date."""

    reports: int
    period: tuple[str, str] | None


_READING = (
    select(func.max(readings.c.number))
    .where(readings.c.report == reports.c.number)
    .scalar_subquery()
    .label("reading")
)
_KEPT = select(*(reports.c[name] for name in KeptReport._fields[:-1]), _READING)
_IS_READ = exists().where(readings.c.report == reports.c.number)
_DAY: ColumnElement[date] = func.coalesce(reports.c.latest, literal(date.min, Date))


def kept_reports(connection: Connection) -> list[KeptReport]:
    """All reports, in order of publication."""
    return sorted(_kept(connection, _KEPT), key=lambda kept: kept.order)


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


def families(connection: Connection, as_of: date | None = None) -> Families:
    """The reports of which several versions were read and published by a day."""
    firsts = select(reports.c.version_of).where(reports.c.version_of.is_not(None))
    asked = _KEPT.where(reports.c.version_of.is_not(None) | reports.c.number.in_(firsts), _IS_READ)
    found: dict[int, list[KeptReport]] = {}
    for kept in _kept(connection, asked.where(*Period(as_of).holds(_DAY)).order_by(*_ORDER)):
        found.setdefault(kept.family, []).append(kept)
    chosen = [_choose(family) for family in found.values() if len(family) > 1]
    return Families({one.kept.number: one for one in chosen})


def shown(connection: Connection, period: Period, several: Families) -> list[Shown]:
    """One version of each report that has a reading, in order of publication."""
    asked = _KEPT.where(*_counting(period, several)).order_by(*_ORDER)
    return [several.shown.get(kept.number) or Shown(kept) for kept in _kept(connection, asked)]


def shown_of(
    connection: Connection, period: Period, several: Families, members: Collection[int]
) -> list[Shown]:
    """Those of them that have one of these numbers or, in several versions, are of one family with one."""
    home = {other.number: one for one in several.shown.values() for other in one.versions}
    wanted = {home[number].kept.number if number in home else number for number in members}
    asked = _KEPT.where(in_list(reports.c.number, wanted), *_counting(period, several)).order_by(*_ORDER)
    return [several.shown.get(kept.number) or Shown(kept) for kept in _kept(connection, asked)]


def numbers_of(connection: Connection, ids: Collection[str]) -> list[int]:
    """The numbers of the reports with these ids."""
    listed = list(ids)
    found: list[int] = []
    for first in range(0, len(listed), AT_ONCE):
        some = reports.c.id.in_(listed[first : first + AT_ONCE])
        found += connection.execute(select(reports.c.number).where(some)).scalars()
    return found


def extent(connection: Connection, period: Period, several: Families) -> Extent:
    """How many reports are shown, and from when to when."""
    counting = _counting(period, several)
    count = connection.execute(select(func.count()).select_from(reports).where(*counting)).scalar_one()
    dated = select(reports.c.published).where(reports.c.latest.is_not(None), *counting).limit(1)
    first = dated.order_by(reports.c.latest, reports.c.number)
    last = dated.order_by(reports.c.latest.desc(), reports.c.number.desc())
    ends = [connection.execute(asked).scalar_one_or_none() for asked in (first, last)]
    return Extent(count, (ends[0], ends[1]) if ends[0] and ends[1] else None)


def day_of_newest(connection: Connection, period: Period, several: Families, count: int) -> date | None:
    """The day from which so many reports of known date are shown; None where there are no more than that."""
    asked = select(reports.c.latest).where(reports.c.latest.is_not(None), *_counting(period, several))
    days = connection.execute(asked.order_by(reports.c.latest.desc()).offset(count - 1).limit(2)).scalars()
    found = list(days)
    return found[0] if len(found) > 1 else None


def named(reports: Iterable[Shown], ids: Collection[str]) -> list[Shown]:
    """The versions with these ids, each with the others beside it."""
    found = []
    for one in reports:
        family = (one.kept, *one.versions)
        for kept in family:
            if kept.id in ids:
                found.append(Shown(kept, tuple(other for other in family if other is not kept)))
    return found


def in_list(column: ColumnElement[Any], numbers: Collection[int]) -> ColumnElement[bool]:
    """Whether a column has one of these numbers; they are written out, since there may be more than a statement can
    have parameters.
    """
    listed: BindParameter[Any] = bindparam(None, sorted(numbers), expanding=True, literal_execute=True)
    return column.in_(listed)


_ORDER = (reports.c.latest.is_(None), reports.c.latest, reports.c.number)


def _counting(period: Period, several: Families) -> list[ColumnElement[bool]]:
    """What a report that is shown meets."""
    return [*period.holds(_DAY), _IS_READ, ~in_list(reports.c.number, several.hidden)]


def _choose(family: Sequence[KeptReport]) -> Shown:
    """The last wording of the publisher who was first; of one wording, the first report with it."""
    first = family[0]
    own = [kept for kept in family if kept.publisher and kept.publisher == first.publisher]
    last = own[-1] if own else first
    chosen = next(kept for kept in family if kept.text == last.text) if last.text != first.text else first
    return Shown(chosen, tuple(kept for kept in family if kept is not chosen))


def _kept(connection: Connection, asked: Select[Any]) -> Iterator[KeptReport]:
    return map(KeptReport._make, connection.execute(asked).all())
