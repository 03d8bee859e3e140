"""What reports tell across a record, out of the rows that were gleaned from them.

Takes the reports of a period; gives their positions and dealings without loading them. Reports that people decided on
are loaded, for the rows are of readings as they were made.
"""

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from akkoord.codebook import Issue, Stance
from akkoord.record.decisions import decisions_by_family
from akkoord.record.entries import entries_of
from akkoord.record.gleaned import (
    GLEANED_LAYERS,
    Lasting,
    Pair,
    Stood,
    Term,
    lasting,
    likeliest,
    paired,
    required,
    stood,
)
from akkoord.record.heads import Families, Period, in_list, shown_of
from akkoord.record.page import Page
from akkoord.record.tables import dealings, pairs, reports, stands, terms

AT_ONCE = 1000  # rows fetched together

DealingKind = Literal["agreements", "talks"]
DEALING_KINDS: tuple[DealingKind, ...] = ("agreements", "talks")

What = TypeVar("What", Stood, Term)
Matter = tuple[str, Issue]
"""A party and an issue."""


class Told(NamedTuple, Generic[What]):
    """Something and the report that tells it: its id, its date of publication, the day by which it counts."""

    report: str
    published: str
    day: date
    what: What


class Dealing(NamedTuple):
    """A report that tells of talks of these parties on a day, or of an agreement with a day, a place or a name, with
    the status and the provisions that it gives.
    """

    day: date
    report: str
    parties: frozenset[str]
    name: str | None
    place: str | None
    date: str | None
    status: str
    provisions: str


_MATTER = stands.c.party, stands.c.issue
_STOOD = [stands.c[name] for name in Stood._fields]
_TERMS = [terms.c[name] for name in Term._fields]


@dataclass(frozen=True, slots=True)
class Stands:
    """Positions with the reports that tell them, and of each party on each issue how many there are in all."""

    told: list[Told[Stood]]
    counts: Counter[Matter]

    @classmethod
    def of(cls, told: Iterable[Told[Stood]]) -> "Stands":
        """All that these are."""
        listed = list(told)
        return cls(listed, Counter(map(matter_of, listed)))


def matter_of(told: Told[Stood]) -> Matter:
    """The party and the issue of a position."""
    return told.what.party, told.what.issue


class Gleaned:
    """What is gleaned from the reports of a period, people's decisions applied."""

    def __init__(self, connection: Connection, period: Period, several: Families) -> None:
        decisions = decisions_by_family(connection)
        chosen = shown_of(connection, period, several, decisions) if decisions else []
        entries = entries_of(connection, chosen, GLEANED_LAYERS)
        self._decided = [(one.kept, entry) for one, entry in zip(chosen, entries, strict=True)]
        self._connection = connection
        self._period = period
        self._passed_over = several.hidden | {one.kept.number for one in chosen}

    def all_stands(self) -> Stands:
        """All positions."""
        return Stands.of([*self._told(), *self._stood()])

    def last_stands(self, first: date) -> Stands:
        """Of each party on each issue the positions since a day, and those of the last day before it that has any."""
        decided = list(self._stood())
        told = [*self._told(stands.c.day >= first), *(one for one in decided if one.day >= first)]
        counts = Counter(map(matter_of, told))
        last: dict[Matter, list[Told[Stood]]] = {}
        for count, *row in self._connection.execute(self._last_before(first)).all():
            one = _as_told(row)
            last.setdefault(matter_of(one), []).append(one)
            counts[matter_of(one)] += count if len(last[matter_of(one)]) == 1 else 0
        for one in decided:
            if one.day < first:
                counts[matter_of(one)] += 1
                last.setdefault(matter_of(one), []).append(one)
        for several in last.values():
            day = max(one.day for one in several)
            told += (one for one in several if one.day == day)
        return Stands(told, counts)

    def _last_before(self, first: date) -> Select[Any]:
        """Of each party on each issue the positions of the last day before a day, each after how many there are before
        it in all.
        """
        early = [stands.c.day < first, *self._counting(stands)]
        counted = select(*_MATTER, func.count().label("told"), func.max(stands.c.day).label("day"))
        last = counted.where(*early).group_by(*_MATTER).subquery()
        same = and_(*(stands.c[name] == last.c[name] for name in ("party", "issue", "day")))
        asked = select(last.c.told, reports.c.id, reports.c.published, stands.c.day, *_STOOD)
        asked = asked.select_from(last).join(stands, same).join(reports, reports.c.number == stands.c.report)
        return asked.where(*early).order_by(stands.c.day, stands.c.number)

    def turns(self) -> Stands:
        """Of each party on each issue the positions of the last day, of the day since when they have been those, and of
        the last day on which they were others.
        """
        short = select(*_MATTER, stands.c.day, stands.c.stance, stands.c.confidence, stands.c.number)
        rows: Iterable[Any] = self._connection.execute(short.where(*self._counting(stands))).all()
        found: dict[Matter, dict[date, list[tuple[Stance, float, int | Told[Stood]]]]] = {}
        for party, issue, day, *what in rows:
            found.setdefault((party, issue), {}).setdefault(day, []).append(tuple(what))
        for one in self._stood():
            what = one.what.stance, one.what.confidence, one
            found.setdefault(matter_of(one), {}).setdefault(one.day, []).append(what)
        wanted = [what for days in found.values() for day in _turning(days) for _, _, what in days[day]]
        numbers = [what for what in wanted if isinstance(what, int)]
        told = [
            *self._told(in_list(stands.c.number, numbers)),
            *(one for one in wanted if isinstance(one, Told)),
        ]
        return Stands(told, Counter({matter: sum(map(len, days.values())) for matter, days in found.items()}))

    def terms(self, first: date | None = None) -> list[Told[Term]]:
        """The conditions, with a day those told since then, in the order in which they were told."""
        since = [terms.c.day >= first] if first else []
        asked = select(reports.c.id, reports.c.published, terms.c.day, *_TERMS).join(reports)
        asked = asked.where(*since, *self._counting(terms)).order_by(terms.c.day, terms.c.number)
        rows = self._connection.execute(asked)
        told = [
            Told(report, published, day, Term._make(what)) for report, published, day, *what in rows.all()
        ]
        for kept, entry in self._decided:
            if first is None or kept.day >= first:
                page = Page(entry.text, entry.reading.statements)
                told += [
                    Told(kept.id, kept.published, kept.day, what) for what in required(entry.reading, page)
                ]
        return sorted(told, key=lambda one: (one.day, one.report))

    def pairs(self) -> Counter[Pair]:
        """In how many reports two parties deal with each other, for all who do."""
        both = pairs.c.one, pairs.c.other
        asked = select(*both, func.count()).where(*self._counting(pairs)).group_by(*both)
        found = Counter({(one, other): count for one, other, count in self._connection.execute(asked).all()})
        return found + Counter(pair for _, entry in self._decided for pair in paired(entry.reading))

    def dealings(self, before: date, kinds: Collection[DealingKind] = DEALING_KINDS) -> Iterator[Dealing]:
        """The lasting dealings that reports before a day tell of, the newest first."""
        own = [dealings.c[name] for name in Lasting._fields]
        asked = select(dealings.c.day, dealings.c.report, reports.c.id, *own).join(reports)
        asked = asked.where(*self._counting(dealings), dealings.c.day < before)
        for kind, wanted in (
            ("agreements", dealings.c.name.is_(None)),
            ("talks", dealings.c.name.is_not(None)),
        ):
            asked = asked if kind in kinds else asked.where(wanted)
        asked = asked.order_by(dealings.c.day.desc(), dealings.c.report.desc())
        rows = self._connection.execute(asked, execution_options={"yield_per": AT_ONCE})
        decided = [
            (kept.day, kept.number, kept.id, *what)
            for kept, entry in self._decided
            for what in lasting(entry.reading)
            if kept.day < before and ("talks" if what.name is None else "agreements") in kinds
        ]
        decided.sort(key=_place, reverse=True)
        for day, _, report, parties, *what in heapq.merge(rows, decided, key=_place, reverse=True):
            yield Dealing(day, report, frozenset(parties.split("+")), *what)

    def _counting(self, table: Table) -> list[ColumnElement[bool]]:
        """What a row that counts meets: of a report of the period that is shown, and that nobody decided on."""
        return [*self._period.holds(table.c.day), ~in_list(table.c.report, self._passed_over)]

    def _told(self, *wanted: ColumnElement[bool]) -> Iterator[Told[Stood]]:
        asked = select(reports.c.id, reports.c.published, stands.c.day, *_STOOD).join(reports)
        asked = asked.where(*wanted, *self._counting(stands)).order_by(stands.c.day, stands.c.number)
        return map(_as_told, self._connection.execute(asked).all())

    def _stood(self) -> Iterator[Told[Stood]]:
        for kept, entry in self._decided:
            for what in stood(entry.reading, Page(entry.text, entry.reading.statements)):
                yield Told(kept.id, kept.published, kept.day, what)


def _as_told(row: Sequence[Any]) -> Told[Stood]:
    report, published, day, *what = row
    return Told(report, published, day, Stood._make(what))


def _turning(days: Mapping[date, Sequence[tuple[Stance, float, object]]]) -> set[date]:
    """The last day, the day since when the stances have been those of it, and the one before that."""
    order = sorted(days, reverse=True)
    last, *before = (likeliest(told[:2] for told in days[day]).keys() for day in order)
    same = 1 + sum(1 for _ in takewhile(lambda stances: stances == last, before))
    return {order[0], order[same - 1], *order[same : same + 1]}


def _place(row: Any) -> tuple[date, int]:
    return row[0], row[1]
