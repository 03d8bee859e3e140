"""What somebody wants, as the frames of wanting find it in a parsed text: who, what, and which stances it can be.

Takes a Doc; gives hits in the order of their cues. What is denied turns: who does not want a thing
rejects it, who does not rule it out is open to it. It knows no issue and no code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from akkoord.reading.frames.explained import explanations
from akkoord.reading.frames.frame import Want
from akkoord.reading.frames.grammar import ROOT, Grammar, grammar_of
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.frames.matching import Opened, predicate_of, want_index
from akkoord.reading.frames.reality import denied, standing
from akkoord.reading.frames.roles import Filler, Roles
from akkoord.reading.frames.stretches import stretches

CLAUSAL = {"ccomp": ("ccomp", "csubj", "csubj:pass", "advcl"), "xcomp": ("xcomp", "advcl"), "acl": ("acl",)}


def find_wants(doc: Doc) -> list[WantHit]:
    """The wants of a parsed text."""
    return WantFinder(grammar_of(doc)).wants()


class WantFinder:
    """Finds the wants of one text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.roles = grammar, Roles(grammar)

    def wants(self) -> list[WantHit]:
        """All hits, one for a cue and one more for each further thing that it wants; a word of a phrase opens none of
        its own."""
        found = [hit for word in range(self.grammar.size) if (hit := self._at(word)) is not None]
        inside = {word for hit in found if len(hit.cue) > 1 for word in hit.cue}
        kept = [hit for hit in found if len(hit.cue) > 1 or hit.cue[0] not in inside]
        told = [*kept, *self._explained(kept)]
        return sorted((part for hit in told for part in self._parts(hit)), key=lambda hit: hit.cue)

    def _explained(self, hits: Sequence[WantHit]) -> Iterator[WantHit]:
        """What wants come to, as the sentence behind them says: "... Dat betekent dat het leger vertrekt"."""
        by_word = {word: hit for hit in hits for word in hit.cue}
        for predicate, clause in explanations(self.grammar):
            if predicate in by_word:
                opening = min(self.grammar.marks(clause), default=0)
                words = tuple(sorted(word for word in self.grammar.subtree(clause) if word >= opening))
                whole = max(stretches(self.grammar, words), key=len, default=range(clause, clause + 1))
                yield replace(by_word[predicate], target=words, clause=whole)

    def _parts(self, hit: WantHit) -> list[WantHit]:
        """What is wanted by itself where it is several things: "eist dat zij vertrekken en dat het schieten stopt"."""
        grammar, target = self.grammar, set(hit.target)
        heads = [word for word in hit.target if grammar.heads[word] not in target]
        others = [
            child
            for head in heads
            for child in grammar.has(head, "conj")
            if child in target and target.isdisjoint(hit.cue) and not self.roles.is_nominal(child)
        ]
        further = [set(grammar.subtree(other)) & target for other in others]
        first = tuple(sorted(target.difference(*further)))
        return [replace(hit, target=first)] + [
            replace(hit, target=tuple(sorted(words)), clause=max(stretches(grammar, words), key=len))
            for words in further
            if words
        ]

    def _at(self, word: int) -> WantHit | None:
        hits = (self._hit(opened) for opened in want_index().opened(self.grammar, word))
        return max(
            (hit for hit in hits if hit), key=lambda hit: (len(hit.cue), bool(hit.holders)), default=None
        )

    def _hit(self, opened: Opened[Want]) -> WantHit | None:
        want, grammar = opened.entry, self.grammar
        word = predicate_of(grammar, opened.head)
        holders = self._holders(word, want)
        target = self._target(word, want, opened, holders)
        is_denied = self._denied(word, opened.words)
        if ("target" in want.needs and not target) or ("denied" in want.needs and not is_denied):
            return None
        if want.pos == "adjective" and not self._is_predicate(word):
            return None
        if (
            grammar.deps[word] == "amod" and not holders
        ):  # "een geaccepteerde uitslag" says not who accepts it
            return None
        stands = standing(grammar, word, opened.words)
        return WantHit(
            cue=opened.words,
            stances=want.denied if is_denied else want.stances,
            holders=tuple(filler.word for filler in holders),
            target=target,
            clause=self._clause(word),
            reality=stands.reality,
            frame=f"wants.toml: {want.lemma}",
            arcs=(*(filler.arc for filler in holders), *stands.arcs),
        )

    def _is_predicate(self, word: int) -> bool:
        grammar = self.grammar
        return bool(grammar.has(word, "cop")) or grammar.deps[word] in ("xcomp", "acl", "advcl")

    def _denied(self, word: int, cue: tuple[int, ...]) -> bool:
        """Whether the wanting or what is wanted is denied: "wil geen overleg voeren", "doet niet langer mee".

        What stands above says nothing of it: who refuses to accept a thing denies no refusal.
        """
        grammar = self.grammar
        return any(
            denied(grammar, at, cue)
            or any(self._is_denial(child) for child in grammar.children[at] if child not in cue)
            for at in (word, *grammar.has(word, "xcomp"))
        )

    def _is_denial(self, word: int) -> bool:
        """ "niet langer", "op geen enkele wijze"."""
        grammar = self.grammar
        if grammar.low[word] == "niet":
            return grammar.low[word + 1 : word + 2] == ["langer"]
        return grammar.deps[word].startswith("obl") and any(
            grammar.low[child] == "geen" for child in grammar.children[word]
        )

    def _holders(self, word: int, want: Want) -> list[Filler]:
        """Who wants it; the parser may hang the subject on what is wanted: "wil Rusland praten"."""
        grammar = self.grammar
        below = [c for c in grammar.has(word, "xcomp") if grammar.has(c, "nsubj")]
        for role in want.holder:
            for at in (word, *below) if role == "nsubj" else (word,):
                found = self.roles.fill(at, role)
                if found:
                    return found
        return []

    def _target(self, word: int, want: Want, opened: Opened[Want], holders: list[Filler]) -> tuple[int, ...]:
        """The words of what is wanted: those of the first role that is filled."""
        for role in want.target:
            words = set(self._filled(word, role)) - set(opened.words)
            if role == "rest":
                words -= {w for filler in holders for w in self.grammar.subtree(filler.word)}
            if words:
                return tuple(sorted(words))
        return ()

    def _filled(self, word: int, role: str) -> Iterator[int]:
        grammar = self.grammar
        if role == "rest":
            yield from self._clause(word)
        elif role in CLAUSAL:
            for child in grammar.children[word]:
                if grammar.deps[child] in CLAUSAL[role]:
                    yield from grammar.subtree(child)
        else:
            for filler in self.roles.fill(word, role):
                yield from grammar.subtree(filler.word)

    def _clause(self, word: int) -> range:
        """The longest stretch of the clause that a predicate heads; of a noun, that of the verb it hangs on."""
        grammar = self.grammar
        head = grammar.heads[word]
        if self.roles.is_nominal(word) and head != ROOT and not grammar.has(word, "cop"):
            word = head
        return max(stretches(grammar, grammar.subtree(word)), key=len, default=range(word, word + 1))
