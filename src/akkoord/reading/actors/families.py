"""Parties that a report calls by what they believe in: "de liberalen", "de socialistische fractie"."""

from collections.abc import Iterable
from functools import cache

from akkoord.reading.actors.lexicon import read


def family_of(words: Iterable[str]) -> frozenset[str]:
    """The parties that words like these may mean; none where they name no family of parties."""
    lower = [word.lower() for word in words]
    return next(
        (parties for stems, parties in _families() if any(word.startswith(stems) for word in lower)),
        frozenset(),
    )


@cache
def _families() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The beginnings of the words for each family, and its parties."""
    rows = read("families").values()
    return tuple((tuple(row["stems"]), frozenset(row["parties"])) for row in rows)
