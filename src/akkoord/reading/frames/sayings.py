"""Statements that the frames find in a parsed text: who says what, in which words.

Takes a Doc; gives hits in the order of their cues. Grammar finds what a verb, noun or preposition of saying governs;
quotation marks then say how far the words go on, over several sentences where need be. A quotation that no cue
governs belongs to whom the sentence before it tells of.
"""

from collections.abc import Iterable

from spacy.tokens import Doc

from akkoord.reading.frames.frame import Saying
from akkoord.reading.frames.grammar import ROOT, VERBAL, Grammar
from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.frames.matching import Opened, predicate_of, saying_index
from akkoord.reading.frames.quoted import with_quotations
from akkoord.reading.frames.roles import Roles
from akkoord.reading.frames.stretches import stretches

NOBODY = frozenset({"het", "dat", "dit", "wat", "er", "die", "welk", "men"})
POINTING = frozenset({"dat", "dit", "zulks"})
CLAUSAL = frozenset({"ccomp", "xcomp", "parataxis", "acl", "rest"})
DOCUMENTS = (
    "verklaring", "rapport", "onderzoek", "peiling", "wet", "verdrag", "akkoord", "brief", "document", "plan",
    "cijfer", "statistiek", "resolutie", "exitpoll", "uitslag", "artikel", "tekst", "grondwet", "prognose",
    "planning", "onderzoekje", "studie", "enquête", "memo", "regel", "reglement", "traditie", "schatting",
)  # fmt: skip


def find_sayings(doc: Doc) -> list[SayingHit]:
    """The statements of a parsed text."""
    return SayingFinder(Grammar(doc)).sayings()


class SayingFinder:
    """Finds the statements of one text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.roles = Roles(grammar)

    def sayings(self) -> list[SayingHit]:
        """All hits, one for a cue."""
        found: dict[int, SayingHit] = {}
        for word in range(self.grammar.size):
            for opened in saying_index().opened(self.grammar, word):
                hit = self._hit(opened)
                if hit is not None and hit.cue.start not in found:
                    found[hit.cue.start] = hit
                    break
        whole = with_quotations(self.grammar, self.roles, list(found.values()))
        said = [hit for hit in whole if hit.content and hit.source is not None]
        return sorted(said, key=lambda hit: hit.cue.start)

    def _hit(self, opened: Opened[Saying]) -> SayingHit | None:
        entry, grammar = opened.entry, self.grammar
        if entry.pos == "preposition":
            return self._according(opened)
        if entry.pos == "noun" and grammar.deps[opened.head] in ("flat", "case"):
            return None
        word = predicate_of(grammar, opened.head)
        source, arc = self._source(word, entry)
        content = self._content(word, entry)
        if not content and entry.kind == "thinking":
            return None
        return SayingHit(
            cue=self._cue(opened),
            source=source,
            content=content,
            addressee=self._addressee(word, entry, source, content),
            form="indirect",
            frame=f"sayings.toml: {entry.lemma}",
            arcs=(arc,) if arc else (),
        )

    def _cue(self, opened: Opened[Saying]) -> range:
        first, last = min(opened.words), max(opened.words)
        if last - first + 1 == len(opened.words):
            return range(first, last + 1)
        verbs = [word for word in opened.words if self.grammar.tags[word] in VERBAL]
        at = verbs[0] if verbs else opened.head
        return range(at, at + 1)

    def _source(self, word: int, entry: Saying) -> tuple[int | None, str]:
        """The first filler that can be somebody."""
        for role in entry.roles:
            for filler in self.roles.fill(word, role):
                if self._is_somebody(filler.word):
                    return filler.word, filler.arc
        return None, ""

    def _is_somebody(self, word: int) -> bool:
        grammar = self.grammar
        if grammar.low[word] in NOBODY and grammar.tags[word] != "NOUN":
            return grammar.low[word] in ("die",)
        return not grammar.lemmas[word].endswith(DOCUMENTS)

    def _addressee(
        self, word: int, entry: Saying, source: int | None, content: tuple[range, ...]
    ) -> int | None:
        for role in entry.addressee:
            for filler in self.roles.fill(word, role):
                said = any(filler.word in part for part in content)
                if filler.word != source and not said and self._is_somebody(filler.word):
                    return filler.word
        return None

    def _content(self, word: int, entry: Saying) -> tuple[range, ...]:
        for role in entry.content:
            if entry.kind == "thinking" and role == "obj":
                continue
            found = self._said(word, role)
            if found:
                return found
        return self._pointed(word) if entry.kind == "saying" and entry.pos in ("verb", "phrase") else ()

    def _said(self, word: int, role: str) -> tuple[range, ...]:
        """The words that fill one role of content."""
        grammar = self.grammar
        name, _, preposition = role.partition(":")
        if role == "rest":
            return self._called(word)
        if role == "parataxis":
            return self._around(word)
        if name == "ccomp":
            return self._clauses(word, ("ccomp", "csubj", "csubj:pass", "advcl"))
        if name in ("xcomp", "acl"):
            return self._clauses(word, (name, "acl:relcl") if name == "acl" else (name, "advcl"))
        heads = [c for c in grammar.children[word] if grammar.deps[c] == name] if not preposition else []
        if preposition:
            heads = [
                c
                for c in grammar.children[word]
                if grammar.deps[c].split(":")[0] in ("obl", "nmod") and grammar.case(c) == preposition
            ]
        if name == "obj" and grammar.is_passive(word):
            heads = grammar.has(word, "nsubj:pass")
        heads = [h for h in heads if grammar.tags[h] != "PRON"]
        return self._stretches([w for h in heads[:1] for w in grammar.subtree(h)])

    def _clauses(self, word: int, deps: tuple[str, ...]) -> tuple[range, ...]:
        grammar = self.grammar
        for child in grammar.children[word]:
            if grammar.deps[child] not in deps:
                continue
            marks = {grammar.low[m] for m in grammar.marks(child)}
            if grammar.deps[child] == "advcl" and not marks & {"dat", "om", "of"}:
                continue
            if grammar.deps[child].startswith("acl") and not marks & {"dat", "om", "te", "of"}:
                continue
            if grammar.deps[child] == "xcomp" and not (grammar.is_infinitive(child) and "te" in marks):
                continue
            return self._stretches(grammar.subtree(child))
        return ()

    def _around(self, word: int) -> tuple[range, ...]:
        """What stands beside the cue, which hangs on the words said ("..., zegt X") or they on it ("X zegt: ...")."""
        grammar = self.grammar
        if grammar.deps[word] == "parataxis" and grammar.heads[word] != ROOT:
            own = set(grammar.subtree(word))
            return self._stretches(w for w in grammar.subtree(grammar.heads[word]) if w not in own)
        for child in grammar.children[word]:
            if grammar.deps[child] == "parataxis":
                return self._stretches(grammar.subtree(child))
        return ()

    def _called(self, word: int) -> tuple[range, ...]:
        """Who or what is called what: the object and the complement that says what it is."""
        grammar = self.grammar
        what = [c for c in grammar.children[word] if grammar.deps[c] in ("xcomp", "ccomp", "obl", "obl:arg")]
        whom = [c for c in grammar.children[word] if grammar.deps[c] in ("obj", "nsubj:pass")]
        called = [c for c in what if grammar.deps[c] == "xcomp" or grammar.case(c) in ("als", "voor", "tot")]
        if not called:
            return ()
        return self._stretches(w for c in (*whom, *called[:1]) for w in grammar.subtree(c))

    def _pointed(self, word: int) -> tuple[range, ...]:
        """The sentence that "dat" points back to: "Dat zei X"."""
        grammar = self.grammar
        for child in grammar.children[word]:
            if grammar.low[child] in POINTING and grammar.deps[child] in (
                "obj",
                "nsubj",
                "nsubj:pass",
                "mark",
                "det",
            ):
                start = grammar.sentence(word).start
                if child < word and child - start <= 1 and start > 0:
                    return self._stretches(grammar.sentence(start - 1))
        return ()

    def _according(self, opened: Opened[Saying]) -> SayingHit | None:
        """A preposition with its source; what is said is the rest of the clause."""
        grammar, word = self.grammar, opened.head
        source = grammar.heads[word]
        if grammar.deps[word] != "case" or source == ROOT or not self._is_somebody(source):
            return None
        clause = grammar.heads[source]
        own = set(grammar.subtree(source))
        rest = (w for w in grammar.subtree(clause) if w not in own) if clause != ROOT else iter(())
        return SayingHit(
            cue=range(word, word + 1),
            source=source,
            content=self._stretches(rest),
            addressee=None,
            form="indirect",
            frame=f"sayings.toml: {opened.entry.lemma}",
            arcs=(grammar.arc(source, word),),
        )

    def _stretches(self, words: Iterable[int]) -> tuple[range, ...]:
        return stretches(self.grammar, words)
