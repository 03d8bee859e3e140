"""When and where: the time and the place nearest to some words, in their own sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from akkoord.codebook import Span
from akkoord.reading.findings import Time
from akkoord.reading.signals import Signals


def time_at(signals: Signals, times: Sequence[Time], words: range) -> str | None:
    """The nearest known time, as EDTF; `times` are in the order of their words."""
    sentence = signals.sentence(words.start)
    first = bisect_right(times, signals.offsets[sentence.start - 1][1], key=_start) if sentence.start else 0
    end = bisect_left(times, signals.offsets[sentence.stop - 1][1], key=_start)
    inside = [
        (_apart(words, placed), time.value)
        for time in times[max(0, first - 1) : end]
        if time.value != "XXXX" and (placed := signals.words(time)) and placed.start in sentence
    ]
    return min(inside)[1] if inside else None


def place_at(signals: Signals, words: range) -> str | None:
    """The nearest place that something is said to be in."""
    sentence = signals.sentence(words.start)
    first = bisect_left(signals.places, sentence.start, key=_start)
    end = bisect_left(signals.places, sentence.stop, key=_start)
    inside = [(_apart(words, place), place.start, place.stop) for place in signals.places[first:end]]
    if not inside:
        return None
    _, first, end = min(inside)
    return signals.span(range(first, end)).text


def _start(stretch: Span | range) -> int:
    return stretch.start


def _apart(one: range, other: range) -> int:
    """Words between two stretches."""
    return max(one.start - other.stop + 1, other.start - one.stop + 1, 0)
