"""`When`: the days that something can have happened on, as one EDTF value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from akkoord.when.caption import Language, caption
from akkoord.when.point import BadWhen, Point, Precision, parse_point
from akkoord.when.stretch import COARSENESS, Stretch

Form = Literal["single", "interval", "set", "unknown"]

CACHED_TEXTS = 1 << 14
UNKNOWN = "XXXX"

_NO_QUALIFIERS: frozenset[str] = frozenset()
_MARKS = {_NO_QUALIFIERS: "", frozenset("?"): "?", frozenset("~"): "~", frozenset("?~"): "%"}
_OPEN_SIDES = ("", "..", UNKNOWN)


@dataclass(frozen=True, slots=True)
class When:
    """A time in EDTF. Make one with `parse`, `on`, `between` or `one_of`; two that print the same are equal.

    `stretches` are the days that it covers, in order: a set has several, or one of several days, and one of
    their days is meant; a single date and an interval have one. `qualifiers` holds `~` (about) and `?`
    (perhaps) where they hold for any of it.
    """

    stretches: tuple[Stretch, ...]
    is_set: bool = False
    qualifiers: frozenset[str] = _NO_QUALIFIERS

    @classmethod
    def parse(cls, text: str) -> "When":
        """The time that an EDTF text stands for; raises `BadWhen`, whose message says how to write one."""
        return _parse(text.strip())

    @classmethod
    def unknown(cls) -> "When":
        return _unknown()

    @classmethod
    def on(cls, day: date) -> "When":
        return cls((Stretch(Point.on(day), Point.on(day)),))

    @classmethod
    def between(cls, first: date | None, last: date | None) -> "When":
        """All days from first to last, both included; None leaves that side open."""
        return cls((Stretch.of_days(first, last),))

    @classmethod
    def one_of(cls, times: Iterable["date | When"]) -> "When":
        """One of these, it is not known which; raises `BadWhen` where there are none."""
        whens = [time if isinstance(time, When) else cls.on(time) for time in times]
        qualifiers = _NO_QUALIFIERS.union(*(when.qualifiers for when in whens))
        return _set_of((stretch for when in whens for stretch in when.stretches), qualifiers)

    @property
    def form(self) -> Form:
        if self.is_unknown:
            return "unknown"
        if self.is_set:
            return "set"
        return "single" if self.stretches[0].is_point else "interval"

    @property
    def is_unknown(self) -> bool:
        return not self.is_set and self.earliest is None and self.latest is None

    @property
    def earliest(self) -> date | None:
        """The first day that it can be; None where the begin is open."""
        return self.stretches[0].first

    @property
    def latest(self) -> date | None:
        """The last day that it can be; None where the end is open."""
        lasts = [stretch.last for stretch in self.stretches if stretch.last]
        return max(lasts) if len(lasts) == len(self.stretches) else None

    @property
    def precision(self) -> Precision:
        """The coarsest of its dates."""
        return max((stretch.precision for stretch in self.stretches), key=COARSENESS.index)

    @property
    def day(self) -> date | None:
        """The day, where there is only one that it can be."""
        return self.earliest if self.earliest == self.latest else None

    def days(self) -> Iterator[date]:
        """Every day that it can be, in order and once; raises `BadWhen` where a side is open."""
        if self.earliest is None or self.latest is None:
            raise BadWhen(f"{self} has an open side; ask for its earliest or latest day")
        after = 0
        for stretch in self.stretches:
            assert stretch.first and stretch.last
            last = stretch.last.toordinal()
            yield from map(date.fromordinal, range(max(after, stretch.first.toordinal()), last + 1))
            after = max(after, last + 1)

    def __contains__(self, day: date) -> bool:
        return any(day in stretch for stretch in self.stretches)

    def intersect(self, other: "When") -> "When | None":
        """The days that are in both; None where there are none."""
        pairs = ((mine, its) for mine in self.stretches for its in other.stretches)
        shared = [stretch for mine, its in pairs if (stretch := mine.intersect(its))]
        if not shared:
            return None
        return _joined(shared, self.is_set or other.is_set, self.qualifiers | other.qualifiers)

    def shift(self, *, months: int = 0, days: int = 0) -> "When":
        """The same so much later, earlier where negative: first the months, then the days.

        A day that the month does not have becomes its last. Raises `BadWhen` past the years 1 to 9999.
        """
        if not months and not days:
            return self
        try:
            shifted = [stretch.shift(months, days) for stretch in self.stretches]
        except (OverflowError, ValueError) as error:
            raise BadWhen(
                f"{self} shifted by {months} months and {days} days leaves the years 1 to 9999"
            ) from error
        return _joined(shifted, self.is_set, self.qualifiers)

    def overlaps(self, other: "When") -> bool:
        """Whether some day can be both."""
        return self.intersect(other) is not None

    def before(self, other: "When") -> bool:
        """Whether every day that it can be is before every day that the other can be."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def caption(self, language: Language = "nl") -> str:
        """In words: "25 februari 2022", "maandag 7 of 14 februari 2022", "Monday 7 or 14 February 2022"."""
        return caption(self.stretches, self.is_set, self.qualifiers, language)

    def __str__(self) -> str:
        mark = _MARKS[self.qualifiers]
        if self.is_set:
            return f"[{','.join(stretch.text('..', '', mark) for stretch in self.stretches)}]"
        return UNKNOWN if self.is_unknown else self.stretches[0].text(mark=mark)


def _joined(stretches: Sequence[Stretch], is_set: bool, qualifiers: frozenset[str]) -> When:
    return _set_of(stretches, qualifiers) if is_set else When((stretches[0],), qualifiers=qualifiers)


def _set_of(stretches: Iterable[Stretch], qualifiers: frozenset[str]) -> When:
    """One of these, sorted and each once; a single date where only one is left, or all days of one month or year."""
    members = tuple(sorted(set(stretches), key=lambda stretch: stretch.order))
    if len(members) == 1 and (whole := Stretch.of_days(members[0].first, members[0].last)).is_point:
        members = (members[0] if members[0].is_point else whole,)
    if not members:
        raise BadWhen("a set of times needs at least one; write XXXX for an unknown time")
    if Stretch(None, None) in members:
        return When.unknown()
    is_set = len(members) > 1 or not members[0].is_point
    return When(members, is_set=is_set, qualifiers=qualifiers)


@cache
def _unknown() -> When:
    return When((Stretch(None, None),))


@lru_cache(maxsize=CACHED_TEXTS)
def _parse(text: str) -> When:
    if text.rstrip("-X") == "" and text.startswith(UNKNOWN):
        return When.unknown()
    if text.startswith("["):
        return _parse_set(text)
    if text.startswith("{"):
        raise BadWhen(f"{text!r} is several times; write [a,b] for one of them or give each its own")
    begin, slash, end = text.partition("/")
    stretch, qualifiers = _parse_stretch(begin, end if slash else None)
    return When((stretch,), qualifiers=qualifiers)


def _parse_set(text: str) -> When:
    if not text.endswith("]"):
        raise BadWhen(f"{text!r} opens a set that it does not close; write [2022-02-07,2022-02-14]")
    stretches, qualifiers = [], _NO_QUALIFIERS
    for member in text[1:-1].split(","):
        begin, dots, end = member.strip().partition("..")
        stretch, marks = _parse_stretch(begin, end if dots else None)
        stretches.append(stretch)
        qualifiers |= marks
    return _set_of(stretches, qualifiers)


def _parse_stretch(begin: str, end: str | None) -> tuple[Stretch, frozenset[str]]:
    """The stretch between two dates, or the one that a single date is."""
    if end is None:
        point, marks = parse_point(begin)
        return Stretch(point, point), marks
    first, first_marks = _parse_side(begin)
    last, last_marks = _parse_side(end)
    return Stretch(first, last), first_marks | last_marks


def _parse_side(text: str) -> tuple[Point | None, frozenset[str]]:
    return (None, _NO_QUALIFIERS) if text in _OPEN_SIDES else parse_point(text)
