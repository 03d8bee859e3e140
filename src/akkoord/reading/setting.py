"""When and where: the time and the place nearest to some words, in their own sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set

from akkoord.codebook import Span
from akkoord.reading.findings import Time
from akkoord.reading.signals import Signals
from akkoord.reading.ties import head_of, upwards

CLAUSES = ("ccomp", "csubj", "parataxis", "acl")


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
    above = set(upwards(signals, head_of(signals, words)))
    inside = [
        (_apart(words, place), place.start, place.stop)
        for place in signals.places[first:end]
        if not _in_other_clause(signals, words, above, place)
    ]
    if not inside:
        return None
    _, first, end = min(inside)
    return signals.span(range(first, end)).text


def _in_other_clause(signals: Signals, words: range, above: Set[int], place: range) -> bool:
    """Whether a place is told of in a clause that the words, with all that is `above` them, stand outside of: "niet
    praten, omdat het eiland bij Rusland hoort". What is said of one of the words is said of them.
    """
    for word in upwards(signals, head_of(signals, place)):
        if word in above or word in words:
            return False
        relation = signals.relations[word]
        of_them = relation.startswith("acl") and signals.governors[word] in words
        if relation.startswith(CLAUSES) and not of_them:
            return True
        if relation == "advcl" and _has_subject(signals, word):
            return True
    return False


def _has_subject(signals: Signals, verb: int) -> bool:
    sentence = signals.sentence(verb)
    return any(
        signals.governors[word] == verb and signals.relations[word].startswith("nsubj") for word in sentence
    )


def _start(stretch: Span | range) -> int:
    return stretch.start


def _apart(one: range, other: range) -> int:
    """Words between two stretches."""
    return max(one.start - other.stop + 1, other.start - one.stop + 1, 0)
