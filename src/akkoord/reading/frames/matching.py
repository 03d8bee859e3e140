"""Which frames the words of a text open: by lemma, by the end of a compound, by the words of a phrase.

Takes the grammar of a text; gives for a word the entries of the lexicon that its lemma heads, phrases first. What a
frame demands of its surroundings is not weighed here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, Protocol, TypeVar

from akkoord.reading.frames.frame import PREPOSITIONS, Frame, Pos, Saying, Want
from akkoord.reading.frames.grammar import Grammar, key_of
from akkoord.reading.frames.inflection import singulars
from akkoord.reading.frames.lexicon import SHORTEST_END, SHORTEST_PREFIX, frame_lexicon
from akkoord.reading.frames.operators import operators

COMPOUNDS = 20_000  # nouns whose ending is remembered
INSIDE = frozenset({"case", "advmod", "det", "fixed", "amod", "mark", "compound:prt", "expl:pv"})
NEAR = 3  # governors and dependents away from its verb that a word of a phrase may stand


class Entry(Protocol):
    """What the lexicon holds: a frame or a saying."""

    @property
    def lemma(self) -> str: ...
    @property
    def pos(self) -> Pos: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Opened(Generic[E]):
    """An entry that some words open; `words` are all of a phrase's, the head among them."""

    entry: E
    head: int
    words: tuple[int, ...]


class Index(Generic[E]):
    """Entries by the key of their head word; those of nouns also by what a compound ends in."""

    def __init__(self, entries: Iterable[E]) -> None:
        self.single: dict[tuple[str, Pos], tuple[E, ...]] = {}
        self.phrases: dict[str, tuple[tuple[frozenset[str], E], ...]] = {}
        for entry in entries:
            words = entry.lemma.split()
            if len(words) == 1:
                key = (key_of(entry.lemma), entry.pos)
                self.single[key] = (*self.single.get(key, ()), entry)
            else:
                at = -2 if words[-1] in PREPOSITIONS and len(words) > 2 else -1
                head = key_of(words.pop(at))
                rest = frozenset(map(key_of, words))
                joined = [word + head for word in rest]  # a tagger may take "weten laten" for one verb
                for name in (head, *joined):
                    self.phrases[name] = (*self.phrases.get(name, ()), (rest, entry))
        self.of_noun = lru_cache(COMPOUNDS)(self._of_noun)
        self._of_word = lru_cache(COMPOUNDS)(self._by_word)

    def _of_noun(self, lemma: str) -> tuple[E, ...]:
        """The entries of a noun or of the longest noun that it ends in; a plural taken for a lemma is none."""
        for noun in (lemma, lemma.rpartition("-")[2], *singulars(lemma)):
            if found := self._of_end(noun):
                return found
        return ()

    def _of_form(self, lemma: str, form: str) -> tuple[E, ...]:
        """The entries of a noun's lemma, or of its form where the lemma tells none: "vredespoging"."""
        return self.of_noun(lemma) or self.of_noun(form)

    def _of_end(self, lemma: str) -> tuple[E, ...]:
        if own := self.single.get((lemma, "noun"), ()):
            return own
        if lemma.endswith(operators().lookalikes):
            return ()
        for cut in range(SHORTEST_PREFIX, len(lemma) - SHORTEST_END + 1):
            if found := self.single.get((lemma[cut:], "noun"), ()):
                return found
        return ()

    def opened(self, grammar: Grammar, word: int) -> Iterator[Opened[E]]:
        """What a word opens: the phrases that it heads, then by itself."""
        phrases, alone = self._of_word(grammar.lemmas[word], grammar.low[word], grammar.tags[word])
        if phrases:
            yield from self._phrases(grammar, word, phrases)
        for entry in alone:
            yield Opened(entry, word, (word,))

    def _by_word(
        self, lemma: str, form: str, tag: str
    ) -> tuple[tuple[tuple[frozenset[str], E], ...], tuple[E, ...]]:
        """The phrases that a word may head, and the entries that it opens by itself."""
        phrases = [phrase for key in dict.fromkeys((lemma, form)) for phrase in self.phrases.get(key, ())]
        alone = [*self.single.get((form, "preposition"), ())]
        for pos in POS_OF_TAG.get(tag, ()):
            whole = pos != "noun" or tag == "VERB"
            alone += self.single.get((lemma, pos), ()) if whole else self._of_form(lemma, form)
        return tuple(phrases), tuple(alone)

    def _phrases(
        self, grammar: Grammar, head: int, phrases: tuple[tuple[frozenset[str], E], ...]
    ) -> Iterator[Opened[E]]:
        near = neighbours(grammar, head)
        for rest, entry in phrases:
            if rest <= near.keys() and not any(_is_led(grammar, head, near[key], rest) for key in rest):
                words = tuple(sorted({head, *(near[key] for key in rest)}))
                yield Opened(entry, head, words)


POS_OF_TAG: dict[str, tuple[Pos, ...]] = {
    "VERB": ("verb", "adjective", "noun"),
    "AUX": ("verb",),
    "NOUN": ("noun", "verb", "adjective"),
    "PROPN": ("noun",),
    "ADJ": ("adjective", "verb"),
    "ADV": ("adjective",),
    "X": ("noun",),
}


def neighbours(grammar: Grammar, head: int) -> dict[str, int]:
    """The words near a phrase's verb that may belong to the phrase, by lemma and by form."""
    found: dict[str, int] = {}
    for top in _tops(grammar, head):
        if top != head:
            found.setdefault(grammar.lemmas[top], top)
        waiting = [(top, 0)]
        while waiting:
            at, deep = waiting.pop()
            for child in grammar.children[at]:
                apart = top != head and deep == 0 and grammar.deps[child] not in INSIDE
                if child != head and not apart and (deep == 0 or grammar.tags[child] != "VERB"):
                    found.setdefault(grammar.lemmas[child], child)
                    if not grammar.has(child, "compound:prt"):
                        found.setdefault(grammar.low[child], child)
                    if deep + 1 < NEAR:
                        waiting.append((child, deep + 1))
    return found


def _is_led(grammar: Grammar, head: int, word: int, rest: frozenset[str]) -> bool:
    """Whether a noun has a preposition that is none of its phrase's: "tijdens een onderzoek gelasten"."""
    if word == head or grammar.tags[word] != "NOUN":
        return False
    case = grammar.case(word)
    return bool(case) and case not in rest and not grammar.lemmas[head].startswith(case)


def _tops(grammar: Grammar, head: int) -> list[int]:
    """The verb itself, and what it carries or is carried by: "is bereid", "laat weten"."""
    governor = grammar.heads[head]
    carried = governor >= 0 and grammar.deps[head] in ("cop", "aux", "aux:pass", "xcomp")
    return [head, governor] if carried else [head]


def predicate_of(grammar: Grammar, word: int) -> int:
    """The word that carries the arguments: of a copula, what it links."""
    return grammar.heads[word] if grammar.deps[word] in ("cop", "aux", "aux:pass") else word


@cache
def frame_index() -> Index[Frame]:
    """All frames of events."""
    return Index(frame for frames in frame_lexicon().frames.values() for frame in frames)


@cache
def saying_index() -> Index[Saying]:
    """All cues of saying."""
    return Index(saying for sayings in frame_lexicon().sayings.values() for saying in sayings)


@cache
def want_index() -> Index[Want]:
    """All words of wanting."""
    return Index(frame_lexicon().wants)
