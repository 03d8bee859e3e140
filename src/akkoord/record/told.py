"""What reports tell across a record, out of the rows that were gleaned from them.

Takes the reports that are shown; gives their positions and dealings without loading them. Reports that people decided
on are loaded, for the rows are of readings as they were made.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from akkoord.codebook import Issue
from akkoord.record.decisions import decisions_by_family
from akkoord.record.entries import AT_ONCE, entries_of
from akkoord.record.entry import Entry
from akkoord.record.gleaned import GLEANED_LAYERS, Dealing, Stood, dealt, stood
from akkoord.record.heads import KeptReport, Shown
from akkoord.record.page import Page
from akkoord.record.tables import dealings, stands

Matter = tuple[str, Issue]
"""A party and an issue."""

_STOOD = [stands.c[name] for name in Stood._fields]
_DEALT = [dealings.c[name] for name in Dealing._fields]


@dataclass(frozen=True, slots=True)
class Stands:
    """Positions with the reports that tell them, and of each party on each issue how many there are in all."""

    told: list[tuple[KeptReport, Stood]]
    counts: Counter[Matter]


def all_stands(connection: Connection, chosen: Sequence[Shown]) -> Stands:
    """The positions of these reports."""
    plain, decided = _parted(connection, chosen)
    rows = connection.execute(_by_number(stands.c.reading, *_STOOD)).all()
    told = [(kept, Stood._make(what)) for reading, *what in rows if (kept := plain.get(reading))]
    told += _stood_in(decided)
    return Stands(told, Counter((what.party, what.issue) for _, what in told))


def last_stands(connection: Connection, chosen: Sequence[Shown], first: date) -> Stands:
    """Of each party on each issue the positions since a day, and those of the last day before it that has any."""
    plain, decided = _parted(connection, chosen)
    asked = _by_number(stands.c.number, stands.c.reading, stands.c.party, stands.c.issue)
    found: list[tuple[Matter, date, int | tuple[KeptReport, Stood]]] = [
        ((party, issue), kept.latest or date.min, number)
        for number, reading, party, issue in connection.execute(asked).all()
        if (kept := plain.get(reading))
    ]
    found += [
        ((told[1].party, told[1].issue), told[0].latest or date.min, told) for told in _stood_in(decided)
    ]
    before: dict[Matter, date] = {}
    for matter, day, _ in found:
        if day < first and day > before.get(matter, date.min):
            before[matter] = day
    wanted = [what for matter, day, what in found if day >= first or day == before.get(matter, date.min)]
    numbers = [what for what in wanted if isinstance(what, int)]
    told = [(plain[reading], Stood._make(what)) for reading, *what in _with_numbers(connection, numbers)]
    told += [what for what in wanted if not isinstance(what, int)]
    return Stands(told, Counter(matter for matter, _, _ in found))


def all_dealings(connection: Connection, chosen: Sequence[Shown]) -> list[tuple[KeptReport, Dealing]]:
    """The talks and agreements of these reports that are lasting or that have several parties."""
    plain, decided = _parted(connection, chosen)
    asked = _by_number(dealings.c.reading, *_DEALT)
    asked = asked.where(dealings.c.lasting.is_(True) | dealings.c.parties.contains("+"))
    rows = connection.execute(asked).all()
    found = [(kept, Dealing._make(what)) for reading, *what in rows if (kept := plain.get(reading))]
    return found + [(kept, what) for kept, entry in decided for what in dealt(entry.reading)]


def _parted(
    connection: Connection, chosen: Iterable[Shown]
) -> tuple[dict[int | None, KeptReport], list[tuple[KeptReport, Entry]]]:
    """The reports that nobody decided on by the numbers of their readings, and the others with their entries."""
    decisions = decisions_by_family(connection)
    plain = {one.kept.reading: one.kept for one in chosen if one.kept.family not in decisions}
    others = [one for one in chosen if one.kept.family in decisions]
    entries = entries_of(connection, others, GLEANED_LAYERS)
    return plain, [(one.kept, entry) for one, entry in zip(others, entries, strict=True)]


def _stood_in(decided: Iterable[tuple[KeptReport, Entry]]) -> Iterator[tuple[KeptReport, Stood]]:
    for kept, entry in decided:
        for what in stood(entry.reading, Page(entry.text, entry.reading.statements)):
            yield kept, what


def _with_numbers(connection: Connection, numbers: Sequence[int]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(numbers), AT_ONCE):
        asked = _by_number(stands.c.reading, *_STOOD)
        yield from connection.execute(
            asked.where(stands.c.number.in_(numbers[first : first + AT_ONCE]))
        ).all()


def _by_number(*columns: Any) -> Select[Any]:
    """These columns in the order in which their rows were written."""
    return select(*columns).order_by(columns[0].table.c.number)
