"""Which issues some words are about, by the words themselves: `data/issues.toml`."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from akkoord.codebook import Issue
from akkoord.reading.actors import fold

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
LONG = 7  # letters from which a beginning counts inside a compound too


def issues_of(text: str) -> tuple[Issue, ...]:
    """The issues whose words stand in a text, the one named first before the others."""
    return issues_in(WORD.findall(text))


def issues_in(words: Sequence[str]) -> tuple[Issue, ...]:
    """The issues whose words stand among these, the one named first before the others."""
    found: dict[Issue, None] = {}
    low = [fold(word).casefold() for word in words]
    for word, following in zip(low, [*low[1:], ""], strict=True):
        found |= dict.fromkeys((*_of_word(word), *_phrases().get((word, following), ())))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[Issue, ...]:
    return tuple(
        issue
        for issue, starts in _starts().items()
        if any(word.startswith(start) or (len(start) >= LONG and start in word) for start in starts)
    )


@cache
def _data() -> dict[Issue, list[str]]:
    text = files("akkoord.reading").joinpath("data", "issues.toml").read_text(encoding="utf-8")
    return {cast(Issue, issue): starts for issue, starts in tomllib.loads(text).items()}


@cache
def _starts() -> dict[Issue, list[str]]:
    return {issue: [start for start in starts if " " not in start] for issue, starts in _data().items()}


@cache
def _phrases() -> dict[tuple[str, str], list[Issue]]:
    found: dict[tuple[str, str], list[Issue]] = {}
    for issue, starts in _data().items():
        for start in starts:
            first, _, second = start.partition(" ")
            if second:
                found.setdefault((first, second), []).append(issue)
    return found
