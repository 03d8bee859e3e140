"""Times in words, in Dutch or English."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from babel.dates import format_date

from akkoord.when.point import SEASONS, Point
from akkoord.when.stretch import Stretch

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class _Words:
    locale: str
    either: str
    up_to: str
    since: str
    until: str
    some_day: str
    unknown: str
    seasons: tuple[str, str, str, str]
    about: str
    perhaps: str


_WORDS: dict[Language, _Words] = {
    "nl": _Words(
        locale="nl", either="of", up_to="tot en met", since="vanaf", until="tot en met",
        some_day="een dag van", unknown="onbekend wanneer", about="omstreeks", perhaps="mogelijk",
        seasons=("voorjaar", "zomer", "najaar", "winter"),
    ),
    "en": _Words(
        locale="en_GB", either="or", up_to="to", since="from", until="up to",
        some_day="some day from", unknown="at an unknown time", about="about", perhaps="perhaps",
        seasons=("spring", "summer", "autumn", "winter"),
    ),
}  # fmt: skip


def caption(
    stretches: Sequence[Stretch], is_set: bool, qualifiers: frozenset[str], language: Language
) -> str:
    """A time in words; what it covers and whether one of it is meant are told as in `When`."""
    words = _WORDS[language]
    text = _set_caption(stretches, words) if is_set else _stretch_caption(stretches[0], words)
    doubts = [word for mark, word in (("?", words.perhaps), ("~", words.about)) if mark in qualifiers]
    return " ".join([*doubts, text])


def _set_caption(stretches: Sequence[Stretch], words: _Words) -> str:
    days = [stretch.first for stretch in stretches if stretch.first and stretch.first == stretch.last]
    if len(days) == len(stretches):
        return _days_caption(days, words)
    members = [_stretch_caption(stretch, words) for stretch in stretches]
    if any(not stretch.is_point for stretch in stretches):
        return f"{words.some_day} {_either(members, words)}"
    return _either(members, words)


def _days_caption(days: Sequence[date], words: _Words) -> str:
    """Month and year stand only where they change; the weekday stands first where all share it."""
    members = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        same_month = following is not None and (day.year, day.month) == (following.year, following.month)
        same_year = following is not None and day.year == following.year
        members.append(_format(day, "d" if same_month else "d MMMM" if same_year else "d MMMM y", words))
    weekday = _format(days[0], "EEEE", words) if len({day.weekday() for day in days}) == 1 else ""
    return f"{weekday} {_either(members, words)}".lstrip()


def _stretch_caption(stretch: Stretch, words: _Words) -> str:
    begin, end = stretch.begin, stretch.end
    if begin is None and end is None:
        return words.unknown
    if begin is None or end is None:
        side, point = (words.until, end) if begin is None else (words.since, begin)
        assert point is not None
        return f"{side} {_point_caption(point, words)}"
    if begin == end:
        return _point_caption(begin, words)
    if begin.precision == end.precision == "year":
        return f"{begin.text}-{end.text}"
    return f"{_begin_caption(begin, end, words)} {words.up_to} {_point_caption(end, words)}"


def _begin_caption(begin: Point, end: Point, words: _Words) -> str:
    """The begin of an interval without the month and year that it shares with the end."""
    both = {begin.precision, end.precision}
    same_year = begin.first.year == end.first.year
    if both == {"day"} and same_year:
        return _format(begin.first, "d" if begin.first.month == end.first.month else "d MMMM", words)
    if both == {"month"} and same_year:
        return _format(begin.first, "MMMM", words)
    return _point_caption(begin, words)


def _point_caption(point: Point, words: _Words) -> str:
    if point.precision == "day":
        return _format(point.first, "d MMMM y", words)
    if point.precision == "month":
        return _format(point.first, "MMMM y", words)
    if point.precision == "year":
        return point.text
    season = int(point.text[-2:]) if point.precision == "season" else 0
    if season in SEASONS:
        return f"{words.seasons[season - SEASONS.start]} {point.text[:4]}"
    return _stretch_caption(Stretch.of_days(point.first, point.last), words)


def _format(day: date, pattern: str, words: _Words) -> str:
    return format_date(day, pattern, locale=words.locale)


def _either(members: Sequence[str], words: _Words) -> str:
    *others, last = members
    return f"{', '.join(others)} {words.either} {last}" if others else last
