"""Where punctuation hangs: as high as it can without crossing the words around it.

By https://universaldependencies.org/u/dep/punct.html: a pair of quotes or brackets hangs from the head of
what it encloses; any other mark from the head of the sentence where the words on one side of it allow that,
else from the highest word that they do allow.
"""

from bisect import bisect
from collections.abc import Sequence

PAIRS = {"(": ")", "[": "]", '"': '"', "'": "'", "«": "»"}
ROOT = -1


def attach(forms: Sequence[str], is_mark: Sequence[bool], heads: dict[int, int]) -> None:
    """Add the heads of the marks to `heads`, which has those of the words; places count from 0."""
    marks = [i for i, mark in enumerate(is_mark) if mark and i not in heads]
    words = _Words(heads)
    pairs: dict[int, int] = {}
    for opening in marks:
        if forms[opening] in PAIRS and opening not in pairs.values():
            closing = next((i for i in marks if i > opening and forms[i] == PAIRS[forms[opening]]), None)
            if closing is not None and words.between(opening, closing):
                pairs[opening] = closing
    for opening, closing in pairs.items():
        inside = words.between(opening, closing)
        heads[opening] = words.fitting(opening, inside)
        heads[closing] = words.fitting(closing, inside)
    for mark in marks:
        if mark not in heads:
            heads[mark] = words.fitting(mark, words.enclosed_with(mark, pairs))


class _Words:
    """The tree of the words alone."""

    def __init__(self, heads: dict[int, int]) -> None:
        self.heads = dict(heads)
        self.places = sorted(heads)
        self.above = {i: self._path(i) for i in self.places}

    def _path(self, word: int) -> list[int]:
        """The word and all words above it."""
        path = [word]
        while self.heads[path[-1]] != ROOT:
            path.append(self.heads[path[-1]])
        return path

    def between(self, opening: int, closing: int) -> list[int]:
        """The words between two places."""
        return [i for i in self.places if opening < i < closing]

    def enclosed_with(self, mark: int, pairs: dict[int, int]) -> list[int]:
        """The words in the smallest pair of marks around a mark; all words where there is none."""
        around = [(a, b) for a, b in pairs.items() if a < mark < b]
        return self.between(*max(around)) if around else self.places

    def fitting(self, mark: int, among: list[int]) -> int:
        """The word that a mark hangs from: the highest on its left or its right, the lower of the two."""
        spanning = {h for d, h in self.heads.items() if h != ROOT and min(h, d) < mark < max(h, d)}
        fitting = [i for i in among if spanning.issubset(self.above[i])]
        reached = self._reached(mark)
        choice = [i for i in fitting if i in reached] or fitting or among
        sides = ([i for i in choice if i < mark], [i for i in choice if i > mark])
        tops = [min(side, key=lambda i: (len(self.above[i]), abs(i - mark))) for side in sides if side]
        return tops[1] if len(tops) == 2 and tops[0] in self.above[tops[1]] else tops[0]

    def _reached(self, mark: int) -> set[int]:
        """The words above all words between them and a mark."""
        at = bisect(self.places, mark)
        reached: set[int] = set()
        for side in (reversed(self.places[:at]), iter(self.places[at:])):
            common: set[int] | None = None
            for word in side:
                if common is None or word in common:
                    reached.add(word)
                common = set(self.above[word]) if common is None else common.intersection(self.above[word])
                if not common:
                    break
        return reached
