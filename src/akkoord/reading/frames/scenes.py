"""Where the time and place of an agreement stand: in its own phrase, and in the clause that tells how it was made.

Takes the grammar of a text and words in it; gives sets of words. It knows no dates and no places.
"""

import re
from collections.abc import Iterator

from akkoord.reading.frames.grammar import CLAUSES, Grammar
from akkoord.reading.times.words import MONTHS

OTHER = (CLAUSES - {"xcomp", "conj"}) | {"appos"}  # what hangs on a word and tells of something else
YEAR = re.compile(r"(?:19|20)\d\d")
LINKING = frozenset({"van", "uit"})


def phrase_of(grammar: Grammar, noun: int) -> frozenset[int]:
    """A noun with what hangs on it, clauses left out: "het akkoord van mei 2004 in Riga"."""
    return frozenset(_own(grammar, noun, OTHER | {"conj"}))


def clause_of(grammar: Grammar, predicate: int) -> frozenset[int]:
    """A predicate with what hangs on it, other clauses left out."""
    return frozenset(_own(grammar, predicate, OTHER))


def named_by(grammar: Grammar, noun: int) -> int:
    """Where the name of a noun ends that tells by a proper name or a date which one it is: "het akkoord van Riga"."""
    end = first = noun + 2
    if end >= grammar.size or grammar.low[noun + 1] not in LINKING or grammar.heads[noun + 1] == noun:
        return noun + 1
    while end < grammar.size and _names(grammar, end):
        end += 1
    listed = any(
        grammar.deps[child] == "conj" for word in range(first, end) for child in grammar.children[word]
    )
    dated = any(
        grammar.low[word] in MONTHS or YEAR.fullmatch(grammar.low[word]) for word in range(first, end)
    )
    named = any(grammar.tags[word] == "PROPN" for word in range(first, end))
    return end if not listed and (dated or named) else noun + 1


def _names(grammar: Grammar, word: int) -> bool:
    return grammar.tags[word] in ("PROPN", "NUM") or grammar.low[word] in MONTHS


def _own(grammar: Grammar, top: int, other: frozenset[str]) -> Iterator[int]:
    waiting = [top]
    while waiting:
        at = waiting.pop()
        yield at
        waiting.extend(child for child in grammar.children[at] if grammar.deps[child] not in other)
