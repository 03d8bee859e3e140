"""From a report's text to its times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from akkoord.reading.findings import Time
from akkoord.reading.times import relative  # noqa: F401 (adds its rules)
from akkoord.reading.times.calendar import Calendar
from akkoord.reading.times.grammar import RULES, Context, Rule
from akkoord.reading.times.tense import Tense, TenseOf, tense_by_words
from akkoord.when import BadWhen, When

_Matches = list[tuple[Rule, re.Match[str]]]


def read_times(text: str, published: When | None = None, tense_of: TenseOf | None = None) -> list[Time]:
    """The time expressions of a report, in their order, resolved against its date of publication.

    `tense_of` tells the tense of the clause around some characters; without it the words are asked.
    """
    tense_of = tense_of or tense_by_words(text)
    calendar = Calendar(published or When.unknown())
    matches = list(_matches(text))
    if calendar.day is None:
        days = list(_full_dates(matches, calendar, tense_of))
        return list(_resolved(matches, calendar, tense_of, days))
    return list(_resolved(matches, calendar, tense_of, []))


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The longest matches that do not overlap, from left to right."""
    found = [(rule, match) for rule in RULES for match in rule.pattern.finditer(text)]
    found.sort(key=lambda pair: (pair[1].start(), -pair[1].end()))
    end = 0
    for rule, match in found:
        if match.start() >= end:
            end = match.end()
            yield rule, match


@dataclass(frozen=True, slots=True)
class _FullDate:
    """A day of the month of publication that the report gives in full and tells of as past."""

    start: int
    day: date
    has_weekday: bool


def _full_dates(matches: _Matches, calendar: Calendar, tense_of: TenseOf) -> Iterator[_FullDate]:
    for rule, match in matches:
        tense = tense_of(match.start(), match.end())
        if rule.name == "full date" and tense != "future":
            found = _value(rule, match, Context(calendar, tense))
            if found and found.day and calendar.first <= found.day <= calendar.last:
                yield _FullDate(match.start(), found.day, bool(match["weekday"]))


def _narrowed(calendar: Calendar, days: list[_FullDate], start: int) -> Calendar:
    """What the report itself fixes by then: days named in full, and the latest that it has told of."""
    named = tuple(full.day for full in days if full.has_weekday)
    told = max((full.day for full in days if full.start < start), default=date.min)
    return replace(calendar, named=named, told=told)


def _resolved(
    matches: _Matches, calendar: Calendar, tense_of: TenseOf, days: list[_FullDate]
) -> Iterator[Time]:
    anchor: When | None = None
    day_anchor: When | None = None
    for rule, match in matches:
        tense = tense_of(match.start(), match.end())
        here = _narrowed(calendar, days, match.start()) if days else calendar
        value = _value(rule, match, Context(here, tense, anchor, day_anchor))
        if value is None:
            continue
        if not value.is_unknown:
            anchor = value
            day_anchor = value if value.precision == "day" else day_anchor
        yield _time(rule, match, value, tense)


def _value(rule: Rule, match: re.Match[str], context: Context) -> When | None:
    try:
        return rule.resolve(match, context)
    except BadWhen:  # the words lead out of the calendar: "800 jaar geleden" in a report of the year 700
        return When.unknown()


def _time(rule: Rule, match: re.Match[str], value: When, tense: Tense | None) -> Time:
    words = match[0].rstrip()
    why = (rule.name,) if tense is None else (rule.name, tense)
    return Time(text=words, start=match.start(), end=match.start() + len(words), value=str(value), why=why)
