"""When and where an agreement was made.

Takes a hit of an agreement and the times of the report; gives what stands in the agreement's own phrase, else in the
clause that tells how it was made, else nearest in the sentence. A plural takes in several times that "en" joins.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from akkoord.reading.actors import lexicon
from akkoord.reading.findings import Time
from akkoord.reading.frames.hits import AgreementHit
from akkoord.reading.setting import place_at, time_at
from akkoord.reading.signals import PLACING, Signals

NAMING = PLACING | {"van", "uit"}  # before a place in the agreement's own phrase
SIMPLE = frozenset("/[.~?%")  # what stands in EDTF that is no single day, month or year
JOINING = frozenset({"en", "in", "op", ","})


class Found(NamedTuple):
    """A time or place, and whether it stands in the agreement's own words."""

    own: bool
    text: str


def surest(one: Found | None, other: Found | None) -> Found | None:
    """The surer of two, the first of equals."""
    return max((found for found in (one, other) if found), key=lambda found: found.own, default=None)


def day_of(signals: Signals, times: Sequence[Time], hit: AgreementHit, failed: bool) -> Found | None:
    """Its time; where the words tell that it failed, a time outside its own scenes is not its own."""
    for scene in hit.scenes:
        inside = [time for time in times if time.value != "XXXX" and _stands_in(signals.words(time), scene)]
        if inside:
            near = min(inside, key=lambda time: _apart(signals.words(time), hit.name))
            return Found(True, _with_joined(signals, inside, near) if hit.several else near.value)
    near_by = (
        None if failed or (hit.definite and hit.status != "concluded") else time_at(signals, times, hit.words)
    )
    return Found(False, near_by) if near_by else None


def place_of(signals: Signals, hit: AgreementHit, failed: bool) -> Found | None:
    """Its place, likewise; a state that stands in its own phrase is rather a party."""
    for scene in hit.scenes:
        named = _named(signals, scene) if scene is hit.scenes[0] else _said(signals, scene)
        if named:
            near = min(named, key=lambda place: _apart(place, hit.name))
            return Found(True, signals.span(near).text)
    near_by = None if failed else place_at(signals, hit.words)
    return Found(False, near_by) if near_by else None


def _said(signals: Signals, clause: Collection[int]) -> list[range]:
    """The places that a clause says something to be in."""
    return [place for place in signals.places if _stands_in(place, clause)]


def _named(signals: Signals, phrase: Collection[int]) -> list[range]:
    """The names of places in its own phrase: "het akkoord van Riga", "in Riga"."""
    first = (
        word
        for word in phrase
        if signals.names[word] == "LOC" and word and signals.form(word - 1).casefold() in NAMING
    )
    named = [range(word, _end_of_name(signals, word)) for word in first]
    return [place for place in named if not _is_state(signals.span(place).text)]


def _end_of_name(signals: Signals, word: int) -> int:
    end = word + 1
    while end < len(signals.names) and signals.names[end] == "LOC" and signals.upos[end] == "PROPN":
        end += 1
    return end


def _is_state(name: str) -> bool:
    return any(entry.kind == "state" for entry in lexicon().find(name.split()))


def _with_joined(signals: Signals, times: Sequence[Time], near: Time) -> str:
    """The time from the first to the last of those that "en" joins to one: "in 2014 en 2015" is 2014/2015."""
    listed = sorted(times, key=lambda time: time.start)
    run = [listed[0]]
    for time in listed[1:]:
        between = range(signals.words(run[-1]).stop, signals.words(time).start)
        if all(signals.form(word).casefold() in JOINING for word in between):
            run.append(time)
        elif near in run:
            break
        else:
            run = [time]
    values = [time.value for time in run]
    several = len(values) > 1 and near in run and not any(SIMPLE & set(value) for value in values)
    return f"{min(values)}/{max(values)}" if several else near.value


def _stands_in(words: range, scene: Collection[int]) -> bool:
    return bool(words) and all(word in scene for word in words)


def _apart(one: range, other: range) -> int:
    """Words between two stretches."""
    return max(one.start - other.stop + 1, other.start - one.stop + 1, 0)
