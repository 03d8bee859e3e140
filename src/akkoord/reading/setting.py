"""When and where: the time and the place nearest to some words, in their own sentence."""

from collections.abc import Sequence

from akkoord.reading.findings import Time
from akkoord.reading.signals import Signals


def time_at(signals: Signals, times: Sequence[Time], words: range) -> str | None:
    """The nearest known time, as EDTF."""
    sentence = signals.sentence(words.start)
    inside = [
        (_apart(words, placed), time.value)
        for time in times
        if time.value != "XXXX" and (placed := signals.words(time)) and placed.start in sentence
    ]
    return min(inside)[1] if inside else None


def place_at(signals: Signals, words: range) -> str | None:
    """The nearest place that something is said to be in."""
    sentence = signals.sentence(words.start)
    inside = [
        (_apart(words, place), place.start, place.stop) for place in signals.places if place.start in sentence
    ]
    if not inside:
        return None
    _, first, end = min(inside)
    return signals.span(range(first, end)).text


def _apart(one: range, other: range) -> int:
    """Words between two stretches."""
    return max(one.start - other.stop + 1, other.start - one.stop + 1, 0)
