"""Office-holders: who acted for whom from when to when."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from akkoord.codebook import Code
from akkoord.reading.actors.names import name_key

_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "da", "di", "du", "le", "la", "bin", "al", "el", "ten"}
)
DAYS = ("from", "to")
BETWEEN = "|"  # what parts several forms of a name in one field


@dataclass(frozen=True, slots=True)
class Person:
    """One person in one office."""

    name: str
    code: Code
    office: str
    start: date | None
    end: date | None
    also: tuple[str, ...] = ()
    party: Code | None = None
    source: str = ""
    full: bool = False

    def known_on(self, day: date | None) -> bool:
        """Whether the person had taken office by then; a report cannot mean an office to come."""
        return day is None or self.start is None or self.start <= day

    def in_office(self, day: date | None) -> bool:
        return self.known_on(day) and (self.end is None or (day is not None and day <= self.end))

    def is_called(self, title: str) -> bool:
        """Whether a title is that of the office: `president`, `oud-premier` is not."""
        return any(title == word.strip(",") for word in self.office.split())

    def distance(self, day: date | None) -> int:
        """Days since the person left office: 0 while in office."""
        if self.in_office(day) or self.end is None:
            return 0
        return ((day or date.max) - self.end).days

    def code_on(self, day: date | None) -> Code:
        """The code as the office has it; a former official of a state is one of its `ELI`."""
        former = day is not None and not self.in_office(day)
        return self.code.with_sector("ELI") if former and self.code.is_state else self.code

    def name_keys(self) -> Iterator[tuple[str, ...]]:
        """Name keys by which a report may call the person: full name, other forms, family name if rare."""
        short = () if self.full else self.family_names()
        for form in dict.fromkeys((self.name, *short, *self.also)):
            yield tuple(name_key(form).split())

    def family_names(self) -> tuple[str, ...]:
        """The family name in every spelling, with and without a particle that reports leave out."""
        first = self.name.split()[0]
        spelled = [_family(form.split()) for form in (self.name, *self.also) if form.split()[0] == first]
        return tuple(name for family in spelled for name in (" ".join(family), *_bare(family)))


def rows_of(table: str) -> Iterator[dict[str, Any]]:
    """The rows of people.csv by field, empty ones left out; raises `ValueError` with the line of a bad day."""
    lines = csv.DictReader(table.splitlines())
    for line in lines:
        row: dict[str, Any] = {field: text for field, text in line.items() if text}
        try:
            row |= {field: date.fromisoformat(row[field]) for field in DAYS if field in row}
        except ValueError as error:
            raise ValueError(f"people.csv, line {lines.line_num}: {error}") from None
        if "also" in row:
            row["also"] = row["also"].split(BETWEEN)
        yield row


def people_in(rows: Iterable[dict[str, Any]]) -> Iterator[Person]:
    """The persons of such rows."""
    for row in rows:
        yield Person(
            name=row["name"],
            code=Code.parse(row["code"]),
            office=row["office"],
            start=row.get("from"),
            end=row.get("to"),
            also=tuple(row.get("also", ())),
            party=Code.of(row["party"], "PTY") if "party" in row else None,
            source=row["source"],
            full="full" in row,
        )


def _family(words: list[str]) -> list[str]:
    """The last word and the particles in front of it: `de la Calle`, `Von der Leyen`, `Zelensky`."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return words[start:]


def _bare(family: list[str]) -> Iterator[str]:
    """Without a Dutch or Arabic particle, which reports leave out after a first name or title."""
    if len(family) > 1 and family[0].casefold() in {"van", "bin", "al", "el"}:
        yield family[-1]
