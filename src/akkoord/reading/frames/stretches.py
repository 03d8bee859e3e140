"""Words of a subtree as stretches of a text: what belongs together, without the marks at its edges."""

from collections.abc import Iterable

from akkoord.reading.frames.grammar import Grammar

MARKS = frozenset({
    ",", ".", ";", ":", "-", "–", "—", "\"", "'", "''", "``", "“", "”", "„", "‘", "’", "‚", ",,", "«", "»", "`",
    "(", ")", "...", "…",
})  # fmt: skip
GAP = 1  # words missing in a tree that don't break a stretch


def stretches(grammar: Grammar, words: Iterable[int]) -> tuple[range, ...]:
    """The words in order, as stretches without marks at their edges; small gaps and marks between don't part them."""
    found: list[range] = []
    for word in sorted(set(words)):
        if found and _joins(grammar, found[-1].stop, word):
            found[-1] = range(found[-1].start, word + 1)
        else:
            found.append(range(word, word + 1))
    trimmed = [trim(grammar, stretch) for stretch in found]
    return tuple(stretch for stretch in trimmed if stretch)


def _joins(grammar: Grammar, end: int, word: int) -> bool:
    between = range(end, word)
    return len(between) <= GAP or all(grammar.forms[i] in MARKS for i in between)


def trim(grammar: Grammar, words: range) -> range:
    """The words without the marks at their edges."""
    start, stop = words.start, words.stop
    while start < stop and grammar.forms[start] in MARKS:
        start += 1
    while stop > start and grammar.forms[stop - 1] in MARKS:
        stop -= 1
    return range(start, stop)
