"""Which issues some words are about, by the words themselves: `data/issues.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

from akkoord.codebook import Issue
from akkoord.reading.actors import fold

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
LONG = 7  # letters from which a beginning counts inside a compound too
WHOLE = "="  # stands before what must be the whole word
HINTS = "hints"


class Vocabulary:
    """The words of each issue, as the lists of a file have them."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._starts: dict[str, list[Issue]] = {}
        self._wholes: dict[str, list[Issue]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Issue]]] = {}
        for name, entries in lists.items():
            issue = cast(Issue, name)
            for entry in entries:
                first, *others = entry.split()
                if others:
                    self._phrases.setdefault(first, []).append((tuple(others), issue))
                elif first.startswith(WHOLE):
                    self._wholes.setdefault(first[len(WHOLE) :], []).append(issue)
                else:
                    self._starts.setdefault(first, []).append(issue)
        self._order = [cast(Issue, name) for name in lists]
        self._sizes = sorted({len(start) for start in self._starts})
        self._heads = {start[:LONG] for start in self._starts if len(start) >= LONG}
        self._of_word = lru_cache(maxsize=1 << 14)(self._by_word)

    @property
    def issues(self) -> frozenset[Issue]:
        """The issues that it has words of."""
        return frozenset(self._order)

    def issues_in(self, words: Sequence[str]) -> tuple[Issue, ...]:
        """The issues whose words stand among these, the one named first before the others."""
        found: dict[Issue, None] = {}
        low = [fold(word).casefold() for word in words]
        for i, word in enumerate(low):
            found |= dict.fromkeys(self._of_word(word))
            for others, issue in self._phrases.get(word, ()):
                if tuple(low[i + 1 : i + 1 + len(others)]) == others:
                    found[issue] = None
        return tuple(found)

    def _by_word(self, word: str) -> tuple[Issue, ...]:
        sizes: dict[Issue, int] = {}
        for issue, size in self._of_starts(word):
            sizes[issue] = max(size, sizes.get(issue, 0))
        started = sorted(sizes, key=lambda issue: (-sizes[issue], self._order.index(issue)))
        return tuple(dict.fromkeys((*self._wholes.get(word, ()), *started)))

    def _of_starts(self, word: str) -> Iterator[tuple[Issue, int]]:
        """The issues of the beginnings that stand at the start of a word, of long ones anywhere in it, and how long
        these are: of two that fit, the longer one says more."""
        for size in self._sizes:
            for issue in self._starts.get(word[:size], ()):
                yield issue, size
        for at in range(1, len(word) - LONG + 1):
            if word[at : at + LONG] in self._heads:
                for size in self._sizes:
                    for issue in self._starts.get(word[at : at + size], ()) if size >= LONG else ():
                        yield issue, size


def issues_of(text: str) -> tuple[Issue, ...]:
    """The issues whose words stand in a text, the one named first before the others."""
    return issues_in(WORD.findall(text))


def issues_in(words: Sequence[str]) -> tuple[Issue, ...]:
    """The issues whose words stand among these, the one named first before the others."""
    return vocabularies()[0].issues_in(words)


def hinted_in(words: Sequence[str]) -> tuple[Issue, ...]:
    """The issues that these words may be about, where nothing better is said."""
    return vocabularies()[1].issues_in(words)


@cache
def vocabularies() -> tuple[Vocabulary, Vocabulary]:
    """Words that name an issue, and words that hint at one."""
    text = files("akkoord.reading").joinpath("data", "issues.toml").read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(text)
    return Vocabulary({name: words for name, words in lists.items() if name != HINTS}), Vocabulary(
        lists[HINTS]
    )
