"""When and where: the time and the place nearest to some words, in their own sentence, that are not told of another
clause."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from akkoord.codebook import Span
from akkoord.reading.findings import Time
from akkoord.reading.signals import Signals
from akkoord.reading.ties import head_of, upwards

CLAUSES = ("ccomp", "csubj", "parataxis")
WITH_SUBJECT = ("acl", "advcl")  # clauses only where they have a subject of their own
SAME_TIME = frozenset({"toen", "terwijl", "waarbij", "waarop", "wat"})  # open clauses of the same time


def time_at(signals: Signals, times: Sequence[Time], words: range) -> str | None:
    """The nearest known time, as EDTF; `times` are in the order of their words."""
    sentence = signals.sentence(words.start)
    first = bisect_right(times, signals.offsets[sentence.start - 1][1], key=_start) if sentence.start else 0
    end = bisect_left(times, signals.offsets[sentence.stop - 1][1], key=_start)
    inside = [
        (_apart(words, placed), time.value)
        for time in times[max(0, first - 1) : end]
        if time.value != "XXXX"
        and (placed := signals.words(time))
        and placed.start in sentence
        and not _stands_below(signals, placed, words)
        and not _stands_below(signals, words, placed, SAME_TIME)
    ]
    return min(inside)[1] if inside else None


def place_at(signals: Signals, words: range) -> str | None:
    """The nearest place that something is said to be in."""
    sentence = signals.sentence(words.start)
    first = bisect_left(signals.places, sentence.start, key=_start)
    end = bisect_left(signals.places, sentence.stop, key=_start)
    inside = [
        (_apart(words, place), place.start, place.stop)
        for place in signals.places[first:end]
        if not _stands_below(signals, place, words) and not _stands_below(signals, words, place)
    ]
    if not inside:
        return None
    _, first, end = min(inside)
    return signals.span(range(first, end)).text


def _stands_below(signals: Signals, one: range, other: range, along: Collection[str] = ()) -> bool:
    """Whether one stands in a clause that the other, with all that is above it, stands outside of: "niet praten, omdat
    het eiland bij Rusland hoort", "zei dinsdag dat het overleg vastzit". What is said of one of the words is said of
    them; a clause that a word of `along` opens is none of its own.
    """
    above = set(upwards(signals, head_of(signals, other)))
    for word in upwards(signals, head_of(signals, one)):
        if word in above or word in other:
            return False
        relation = signals.relations[word]
        of_them = relation.startswith("acl") and signals.governors[word] in other
        apart = relation.startswith(WITH_SUBJECT) and _has_subject(signals, word)
        clause = apart or relation.startswith(CLAUSES)
        if clause and not of_them and not _is_opened(signals, word, along):
            return True
    return False


def _is_opened(signals: Signals, verb: int, by: Collection[str]) -> bool:
    """Whether one of some words opens a verb's clause."""
    return bool(by) and any(
        signals.governors[word] == verb and signals.form(word).lower() in by
        for word in signals.sentence(verb)
    )


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
