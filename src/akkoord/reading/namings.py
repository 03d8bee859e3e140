"""Where a report's words name a state: by its name, people, capital, a city or a party of it.

A report often says by a place alone where its story goes on ("In Niamey gingen inwoners de straat op. De politie ...").
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from akkoord.reading.actors import fold, lexicon

LONGEST = 3  # words of a state's name
REGION = "REG:"  # how the party of a region begins


@dataclass(frozen=True)
class Namings:
    """The words that name a state, in order, which state each names, and by which party or region of it."""

    words: tuple[int, ...]
    states: tuple[str, ...]
    parties: tuple[str, ...]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each state is named."""
        return Counter(self.states)

    @cached_property
    def regions(self) -> Counter[str]:
        """How often each region is named that may act for itself."""
        return Counter(party for party in self.parties if party.startswith(REGION))

    def share(self, state: str) -> float:
        """The share of a state in all that the report says of states."""
        return self.counts[state] / max(1, len(self.states))

    def last(self, before: int) -> str | None:
        """The state named last before a word."""
        at = bisect_left(self.words, before)
        return self.states[at - 1] if at else None

    def back(self, state: str, before: int) -> int | None:
        """How many words back the state was named last."""
        at = bisect_left(self.words, before)
        return next((before - self.words[i] for i in range(at - 1, -1, -1) if self.states[i] == state), None)

    def among(self, words: range) -> Counter[str]:
        """How often each state is named among some words."""
        first, end = (bisect_left(self.words, word) for word in (words.start, words.stop))
        return Counter(self.states[first:end])


@lru_cache(maxsize=1)
def namings(words: tuple[str, ...]) -> Namings:
    """Where some words name states; those of the last report are kept, since its mentions are looked at again."""
    found = list(_namings_in(words))
    return Namings(
        tuple(at for at, _, _ in found),
        tuple(state for _, state, _ in found),
        tuple(party for _, _, party in found),
    )


@cache
def homes() -> dict[str, str]:
    """The states of parties and regions that have one."""
    return {code.party: state for code, state in lexicon().states.items()}


def _namings_in(words: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    book, at = lexicon(), 0
    openings = book.openings
    while at < len(words):
        if fold(words[at]) not in openings:
            at += 1
            continue
        found = ((n, book.find(words[at : at + n])) for n in range(LONGEST, 0, -1))
        length, entries = next(((n, entries) for n, entries in found if entries), (1, []))
        for entry in entries[:1]:
            state = entry.code.party if entry.code.is_state else homes().get(entry.code.party)
            if state is not None:
                yield at, state, entry.code.party
        at += length
