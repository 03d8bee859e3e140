"""Where punctuation hangs: as high as it can without crossing the words around it.

By https://universaldependencies.org/u/dep/punct.html: a pair of quotes or brackets hangs from the head of
what it encloses; any other mark from the head of the sentence where the words on one side of it allow that,
else from the highest word that they do allow.
"""

from collections.abc import Sequence

PAIRS = {"(": ")", "[": "]", '"': '"', "'": "'", "«": "»"}
FINAL = frozenset(".?!")
ROOT = -1


def attach(forms: Sequence[str], is_mark: Sequence[bool], heads: dict[int, int]) -> None:
    """Add the heads of the marks to `heads`, which has those of the words; places count from 0."""
    marks = [i for i, mark in enumerate(is_mark) if mark and i not in heads]
    if len(heads) == 0:
        return
    spans = _Spans(heads, len(forms))
    closed: dict[int, int] = {}
    for opening in marks:
        if forms[opening] in PAIRS and opening not in closed.values():
            _pair(opening, forms, marks, spans, closed)
    enclosing = set(closed) | set(closed.values())
    for mark in marks:
        if mark not in heads:
            heads[mark] = _single(mark, forms, is_mark, spans, enclosing, closed)


class _Spans:
    """Words with the first and last word below them."""

    def __init__(self, heads: dict[int, int], size: int) -> None:
        self.heads = heads
        self.size = size
        self.words = sorted(heads)
        self.root = next(i for i in self.words if heads[i] == ROOT)
        self.first = {i: i for i in self.words}
        self.last = {i: i for i in self.words}
        for word in self.words:
            above = word
            while above != ROOT:
                self.first[above] = min(self.first[above], word)
                self.last[above] = max(self.last[above], word)
                above = heads[above]

    def is_below(self, word: int, other: int) -> bool:
        """Does the one hang, directly or not, from the other?"""
        while word != ROOT:
            word = self.heads[word]
            if word == other:
                return True
        return False


def _pair(
    opening: int, forms: Sequence[str], marks: list[int], spans: _Spans, closed: dict[int, int]
) -> None:
    """Hang a pair of quotes or brackets from the heads of what is between them."""
    closing = next((i for i in marks if i > opening and forms[i] == PAIRS[forms[opening]]), None)
    if closing is None:
        return
    within = [i for i in spans.words if opening < i < closing]
    tops = [i for i in within if not opening < spans.heads[i] < closing]
    if not tops:
        return
    closed[opening] = closing
    spans.heads[opening] = min(tops, key=lambda i: spans.first[i])
    spans.heads[closing] = max(tops, key=lambda i: spans.last[i])


def _single(
    mark: int,
    forms: Sequence[str],
    is_mark: Sequence[bool],
    spans: _Spans,
    enclosing: set[int],
    closed: dict[int, int],
) -> int:
    left = _climb(_neighbour(mark, -1, is_mark, spans, set(closed)), mark, spans)
    right: list[int] = []
    if forms[mark] not in FINAL:
        right = _climb(_neighbour(mark, 1, is_mark, spans, set(closed.values())), mark, spans)
    if not left and not right:
        return spans.root
    if spans.root in left or spans.root in right:
        return spans.root
    if left and right and spans.is_below(right[-1], left[-1]):
        return right[-1]
    return (left or right)[-1]


def _neighbour(mark: int, step: int, is_mark: Sequence[bool], spans: _Spans, walls: set[int]) -> int | None:
    """The next word on one side, unless a quote or bracket that holds the mark comes first."""
    place = mark + step
    while 0 <= place < spans.size:
        if place in walls:
            return None
        if place in spans.first:
            return place
        place += step
    return None


def _climb(word: int | None, mark: int, spans: _Spans) -> list[int]:
    """The words from a neighbour up that are on its side of the mark, as long as nothing crosses the mark."""
    path: list[int] = []
    while word is not None and word != ROOT:
        path.append(word)
        above = spans.heads[word]
        crosses = spans.first[word] < mark < spans.last[word]
        other_side = above != ROOT and (above > mark) != (word > mark)
        word = None if crosses or other_side else above
    return path
