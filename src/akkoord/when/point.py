"""A point: one EDTF date without qualifier; a day, month, season, year, decade or century."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from akkoord.errors import AkkoordError

Precision = Literal["day", "month", "season", "year", "decade", "century", "unknown"]

SEASONS = range(21, 25)  # spring, summer, autumn and winter of EDTF level 1
DIVISIONS = range(25, 42)  # quarters, thirds and halves of the year, and seasons by hemisphere: EDTF level 2
CACHED_POINTS = 1 << 14  # the days of forty years; a record asks for the same few thousand again and again

_QUALIFIERS = {"?": frozenset("?"), "~": frozenset("~"), "%": frozenset("?~")}
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_OPEN_YEAR = re.compile(r"[0-9]{2}(?:[0-9]X|XX)")
_OPEN_DAY = re.compile(r"([0-9]{4}(?:-[0-9]{2})?)(?:-XX){1,2}")  # `2022-02-XX`: the same days as `2022-02`


class BadWhen(AkkoordError, ValueError):
    """A text that is no date in EDTF, or a question that a date cannot answer."""


@dataclass(frozen=True, slots=True)
class Point:
    """The days `first` to `last`, both included, that one EDTF date names."""

    first: date
    last: date
    text: str
    precision: Precision

    @classmethod
    def on(cls, day: date) -> "Point":
        return cls(day, day, day.isoformat(), "day")

    @classmethod
    def month_of(cls, day: date) -> "Point":
        return cls(day.replace(day=1), end_of_month(day), day.isoformat()[:7], "month")

    @classmethod
    def year_of(cls, day: date) -> "Point":
        return cls(date(day.year, 1, 1), date(day.year, 12, 31), day.isoformat()[:4], "year")

    @classmethod
    def season(cls, year: int, season: int) -> "Point":
        """Three months of the northern hemisphere: spring (21) begins in March, winter (24) in December."""
        begin = date(year, 3 * (season - SEASONS.start) + 3, 1)
        return cls(begin, end_of_month(add_months(begin, 2)), f"{year:04}-{season}", "season")


def end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or that month's last; raises `ValueError` past the years 1 to 9999."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, end_of_month(first).day))


@lru_cache(maxsize=CACHED_POINTS)
def parse_point(text: str) -> tuple[Point, frozenset[str]]:
    """The point and its qualifiers (`~`, `?`) that an EDTF date stands for; raises `BadWhen`."""
    qualifiers = _QUALIFIERS.get(text[-1:], frozenset())
    bare = text[:-1] if qualifiers else text
    open_day = _OPEN_DAY.fullmatch(bare)
    try:
        return _point(open_day[1] if open_day else bare), qualifiers
    except ValueError as error:
        raise BadWhen(
            f"{text!r} is no date in EDTF; write a day as 2022-02-25, a month as 2022-02, a year as 2022"
        ) from error


def _point(text: str) -> Point:
    if _OPEN_YEAR.fullmatch(text):
        return _library_point(text, "century" if text.endswith("XX") else "decade")
    digits = _DATE.fullmatch(text)
    if digits is None:
        raise ValueError("not of the form YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = int(digits[1]), int(digits[2] or 0), int(digits[3] or 0)
    if digits[3]:
        return Point.on(date(year, month, day))
    if month in SEASONS:
        return Point.season(year, month)
    if month in DIVISIONS:
        return _library_point(text, "season")
    return Point.month_of(date(year, month, 1)) if digits[2] else Point.year_of(date(year, 1, 1))


def _library_point(text: str, precision: Precision) -> Point:
    """A decade, a century or a division of the year; other texts stay away.

    The library takes 2 to 25 ms for a date, prints to standard output or fails with errors that it does not
    document on some that users write (`2022-0X`), and has no numbers for open intervals.
    """
    from edtf import parse_edtf  # slow to load, and these dates are rare

    parsed: Any = parse_edtf(text)
    return Point(date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3]), text, precision)
