"""Stretches of words as whole phrases: what the heads mark in part, grammar completes or drops.

A head may mark an article without its noun, or leave off what follows a preposition. A mention is a phrase with a
noun, name or pronoun at its head, so that is what a stretch becomes; one whose head is unlikely is none.
"""

from collections.abc import Sequence
from dataclasses import replace

from akkoord.reading.signals import Signals, Stretch

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BEFORE = frozenset({"DET", "ADJ", "NUM", "PROPN", "ADV", "PRON", "VERB"})  # what may stand before a head
LOOSE = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "ADV"})  # what ends no phrase
OUTSIDE = frozenset(  # "ook de premier"
    {"aldus", "ook", "niet", "zelfs", "vooral", "juist", "daarna", "alleen", "slechts", "uitsluitend", "wie"}
)
ACTING = frozenset({"PER", "ORG"})  # kinds of name that mostly act
BODIES = frozenset({"ORG", "LOC"})
NEAR = 6  # words that a phrase is lengthened by at most
HEAD = 0.25  # chance that the head of a phrase must have itself


def whole_phrases(signals: Signals, head: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches as phrases, in order, none inside another."""
    found: list[Stretch] = []
    for stretch, before, after in zip(stretches, (None, *stretches), (*stretches[1:], None), strict=False):
        words = _trimmed(signals, _forward(signals, stretch.words))
        words = _backward(signals, words) if words else words
        if after is not None and _adjoin(signals, stretch, after):
            words = range(words.start, min(words.stop, after.first))
        if before is not None and _adjoin(signals, before, stretch):
            words = range(max(words.start, stretch.first), words.stop)
        if not words or words.stop <= (found[-1].end if found else 0):
            continue
        joins = bool(found) and words.start < found[-1].end
        if joins:
            words = range(found[-1].first, words.stop)
        chance = float(1 - signals.tags[head][head_of(signals, words), 0])
        if chance >= HEAD:
            whole = Stretch(words.start, words.stop, stretch.label, max(chance, stretch.chance))
            found[-1 if joins else len(found) :] = [whole]
    return [
        replace(whole, first=part.start, end=part.stop)
        for whole in found
        for part in conjuncts(signals, whole.words)
    ]


def _adjoin(signals: Signals, one: Stretch, other: Stretch) -> bool:
    """Whether two mentions stand side by side, each with a noun or name: "belde Korhonen Virtanen"."""
    nominal = all(
        any(signals.upos[word] in ("NOUN", "PROPN") for word in part.words) for part in (one, other)
    )
    return one.end == other.first and nominal


def conjuncts(signals: Signals, words: range) -> list[range]:
    """The phrases that are joined in one: "de EVP | en het parlement", but not "de premier en zijn partij"."""
    head = head_of(signals, words)
    starts = [words.start]
    for word in range(head + 1, words.stop):
        if signals.relations[word] == "conj" and signals.governors[word] == head:
            start = _backward(signals, range(word, word + 1)).start
            if signals.upos[word] in NOMINAL and _stands_alone(
                signals, range(starts[0], head + 1), start, word
            ):
                starts.append(start)
    ends = [*starts[1:], words.stop]
    return [
        part
        for start, end in zip(starts, ends, strict=True)
        if (part := _trimmed(signals, range(start, end)))
    ]


def _stands_alone(signals: Signals, before: range, start: int, word: int) -> bool:
    """Whether a conjunct has an article of its own, or is a name or a role as what stands `before` it is."""
    if signals.upos[start] == "DET":
        return True
    head = before.stop - 1
    if signals.upos[word] == "PROPN":
        return signals.names[word] in BODIES and signals.names[head] in BODIES
    single = not (signals.plural[word] and signals.plural[head])
    return signals.upos[head] == "NOUN" and single and signals.upos[before.start] != "DET"


def named(signals: Signals, head: str, beside: Sequence[Stretch]) -> list[Stretch]:
    """Names of persons and bodies that stand in none of these stretches, with the chance that a head gives them."""
    taken = {word for stretch in beside for word in stretch.words}
    found: list[Stretch] = []
    for word, kind in enumerate(signals.names):
        if kind not in ACTING or word in taken:
            continue
        chance = float(1 - signals.tags[head][word, 0])
        if found and found[-1].end == word and signals.names[word - 1] == kind:
            last = found.pop()
            found.append(Stretch(last.first, word + 1, "", max(last.chance, chance)))
        else:
            found.append(Stretch(word, word + 1, "", chance))
    return found


def phrase_at(signals: Signals, word: int) -> range:
    """The phrase that a word is the head of: back over articles and adjectives, on to the end of its name."""
    last = word
    while last + 1 < len(signals.upos) and signals.names[last] and _goes_on(signals, last):
        last += 1
    return _backward(signals, range(word, last + 1))


def _forward(signals: Signals, words: range) -> range:
    """On to the noun that the last word belongs to, and to the end of a name that goes on."""
    last = words.stop - 1
    governor = signals.governors[last]
    if signals.upos[last] == "ADP" and signals.governors[governor] not in words:
        governor = last  # what follows belongs elsewhere: "de minister met ..."
    if signals.upos[last] not in NOMINAL and last < governor <= last + NEAR:
        last = governor
    elif signals.upos[last] == "PRON" and last < governor <= last + 3 and signals.upos[governor] == "NOUN":
        last = governor  # "zijn regering": a possessive is part of a phrase
    while last + 1 < len(signals.upos) and signals.names[last] and _goes_on(signals, last):
        last += 1
    return range(words.start, last + 1)


def _goes_on(signals: Signals, last: int) -> bool:
    following = last + 1
    return signals.names[following] == signals.names[last] and signals.governors[following] <= last


def _trimmed(signals: Signals, words: range) -> range:
    """Without loose words at its edges."""
    first, end = words.start, words.stop
    while end > first and signals.upos[end - 1] in LOOSE:
        end -= 1
    while first < end and (signals.upos[first] in LOOSE - {"ADV"} or signals.form(first).lower() in OUTSIDE):
        first += 1
    return range(first, end)


def _backward(signals: Signals, words: range) -> range:
    """Back over articles and adjectives that belong to a word inside."""
    first = words.start
    while first > 0 and _belongs(signals, first - 1, words):
        first -= 1
    return range(first, words.stop)


def _belongs(signals: Signals, word: int, words: range) -> bool:
    outside = signals.form(word).lower() in OUTSIDE
    return signals.upos[word] in BEFORE and signals.governors[word] in words and not outside


def head_of(signals: Signals, words: range) -> int:
    """The word that the others hang on: the first nominal whose governor stands outside, else the last word."""
    for word in words:
        if signals.upos[word] in NOMINAL and signals.governors[word] not in words:
            return word
    return words.stop - 1
