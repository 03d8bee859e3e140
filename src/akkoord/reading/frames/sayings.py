"""Statements that the frames find in a parsed text: who says what, in which words.

Takes a Doc; gives hits in the order of their cues. Grammar finds what a verb, noun or preposition of saying governs;
quotation marks then say how far the words go on, over several sentences where need be. A quotation that no cue
governs belongs to whom the sentence before it tells of.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from akkoord.reading.frames.explained import BACK
from akkoord.reading.frames.frame import Saying
from akkoord.reading.frames.grammar import ROOT, VERBAL, Grammar, grammar_of
from akkoord.reading.frames.headlines import headlines
from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.frames.manner import marks_of
from akkoord.reading.frames.matching import Opened, predicate_of, saying_index
from akkoord.reading.frames.quoted import with_quotations
from akkoord.reading.frames.roles import Roles
from akkoord.reading.frames.stretches import stretches

NOBODY = frozenset({"het", "dat", "dit", "wat", "er", "die", "welk", "men"})
POINTED = ("obj", "nsubj", "nsubj:pass", "mark", "det")
LEARNED = Saying("", "verb", "saying", ("nsubj",), ("ccomp", "parataxis"), ("iobj",))
CLAUSES = {  # by role, the relations that a clause in it may have; other clauses have these too, but the sure one
    "ccomp": ("ccomp", "csubj", "csubj:pass", "advcl", "obl", "obl:arg", "conj"),
    "xcomp": ("xcomp", "ccomp", "advcl", "obl", "obl:arg"),
    "acl": ("acl", "acl:relcl", "advcl"),
}
SURE = frozenset({"ccomp", "csubj", "csubj:pass"})
TERMS = frozenset({"als", "indien", "mits", "tenzij", "wanneer", "zolang", "zodat", "totdat"})
LINKS = ("aux", "aux:pass", "cop")
STOPS = frozenset(".?!")
NAMED = ("obj", "iobj", "nsubj", "nsubj:pass")
ARGUMENTS = ("obj", "iobj", "nsubj:pass")  # what a subject behind its verb is often taken for
TAGS = frozenset({"zo", "aldus", "dat", "dit"})  # what may open the clause of a cue behind the words said
DOCUMENTS = (
    "verklaring", "rapport", "onderzoek", "peiling", "wet", "verdrag", "akkoord", "brief", "document", "plan",
    "cijfer", "statistiek", "berekening", "poll", "resolutie", "uitslag", "artikel", "tekst", "grondwet", "model",
    "prognose", "planning", "onderzoekje", "studie", "enquête", "memo", "regel", "reglement", "traditie", "schatting",
)  # fmt: skip


def find_sayings(doc: Doc, cues: Collection[int] = ()) -> list[SayingHit]:
    """The statements of a parsed text. `cues` are words known to be cues, also where the lexicon lacks them."""
    return SayingFinder(grammar_of(doc), cues).sayings()


class SayingFinder:
    """Finds the statements of one text."""

    def __init__(self, grammar: Grammar, cues: Collection[int] = ()) -> None:
        self.grammar = grammar
        self.roles = Roles(grammar)
        self._cues = frozenset(cues)

    def sayings(self) -> list[SayingHit]:
        """All hits, one for a cue: the first that has content, if any."""
        found: dict[int, SayingHit] = {}
        for word in range(self.grammar.size):
            for opened in self._opened(word):
                hit = self._hit(opened)
                if hit is not None and (hit.cue.start not in found or not found[hit.cue.start].content):
                    found[hit.cue.start] = hit
                if hit is not None and hit.content:
                    break
        whole = with_quotations(self.grammar, self.roles, list(found.values()))
        told = {hit.cue.start for hit in whole}
        whole += [hit for hit in headlines(self.grammar) if hit.cue.start not in told]
        said = [
            hit for hit in whole if hit.content and (hit.source is not None or hit.cue.start in self._cues)
        ]
        return sorted(said, key=lambda hit: hit.cue.start)

    def _opened(self, word: int) -> Iterator[Opened[Saying]]:
        yield from saying_index().opened(self.grammar, word)
        if word in self._cues and self.grammar.tags[word] == "VERB":
            yield Opened(LEARNED, word, (word,))

    def _hit(self, opened: Opened[Saying]) -> SayingHit | None:
        entry, grammar = opened.entry, self.grammar
        if entry.pos == "preposition":
            return self._according(opened)
        if entry.pos == "noun" and grammar.deps[opened.head] in ("flat", "case"):
            return None
        if entry.pos == "phrase" and entry.content == ("rest",):
            return self._aside(opened)
        word = predicate_of(grammar, opened.head)
        source, arc = self._source(word, entry)
        words = [word, *(at for at in opened.words if at != word and grammar.tags[at] in VERBAL)]
        role, content = self._content(words, entry, source)
        if not content and entry.kind == "thinking":
            return None
        if source is None and entry.pos == "verb":
            source, arc = self._mistaken(word, content)
        return SayingHit(
            cue=self._cue(opened),
            source=source,
            content=content,
            addressee=self._addressee(word, entry, source, content),
            form="indirect",
            by="learned" if entry is LEARNED else entry.kind,
            frame=f"sayings.toml: {entry.lemma}" if entry.lemma else "cue",
            arcs=(arc,) if arc else (),
            marks=marks_of(grammar, word) | {f"a {entry.pos}", f"said as {role}"},
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

    def _mistaken(self, word: int, content: tuple[range, ...]) -> tuple[int | None, str]:
        """Who speaks where a subject behind the verb was taken for an object: "..., melden ooggetuigen"."""
        grammar = self.grammar
        if grammar.is_passive(word) or not content:
            return None, ""
        for child in grammar.children[word]:
            said = any(child in part for part in content)
            if grammar.deps[child] in ARGUMENTS and not said and self._is_somebody(child):
                return child, grammar.arc(word, child)
        return None, ""

    def _is_somebody(self, word: int) -> bool:
        grammar = self.grammar
        if grammar.low[word] in NOBODY and grammar.tags[word] != "NOUN" and not grammar.has(word, "flat"):
            return grammar.low[word] == "die" or (
                grammar.low[word] == "het" and grammar.deps[word] == "nsubj"
            )
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

    def _content(
        self, words: Sequence[int], entry: Saying, source: int | None
    ) -> tuple[str, tuple[range, ...]]:
        """The words said, with the role in which they stand to the words of the cue."""
        for role in entry.content:
            if entry.kind == "thinking" and role == "obj":
                continue
            for word in words:
                if found := self._said(word, role, source):
                    return role, self._with_terms(word, found)
        if entry.kind == "thinking" or entry.pos not in ("verb", "phrase"):
            return "", ()
        return "pointed", next((found for word in words if (found := self._pointed(word, entry))), ())

    def _with_terms(self, word: int, content: tuple[range, ...]) -> tuple[range, ...]:
        """The words said with what they are said on condition of, which may hang on the cue: "..., mits X betaalt"."""
        grammar, last = self.grammar, content[-1]
        for clause in grammar.children[word]:
            if grammar.deps[clause] != "advcl" or TERMS.isdisjoint(
                grammar.low[c] for c in grammar.marks(clause)
            ):
                continue
            terms = sorted(grammar.subtree(clause))
            between = range(last.stop, terms[0])
            if terms[0] >= last.stop and all(i == word or self._is_of(word, i) for i in between):
                return self._stretches(i for part in (*content, terms) for i in part)
        return content

    def _is_of(self, cue: int, word: int) -> bool:
        """Whether a word only completes the cue: its particle, its negation, a comma."""
        grammar = self.grammar
        own = grammar.deps[word] in ("compound:prt", "aux", "advmod") and grammar.heads[word] == cue
        return own or grammar.forms[word] == ","

    def _said(self, word: int, role: str, source: int | None) -> tuple[range, ...]:
        """The words that fill one role of content."""
        grammar = self.grammar
        name, _, preposition = role.partition(":")
        if role == "rest":
            return self._called(word, source)
        if role == "parataxis":
            return self._around(word)
        if name in CLAUSES:
            clause = next((c for c in grammar.children[word] if self._is_said(word, c, name)), None)
            return self._stretches(grammar.subtree(clause)) if clause is not None else ()
        if ">" in role:
            heads = [filler.word for filler in self.roles.fill(word, role)]
        elif preposition:
            heads = [
                c
                for c in grammar.children[word]
                if grammar.deps[c].split(":")[0] in ("obl", "nmod") and grammar.case(c) == preposition
            ]
        elif name == "obj" and grammar.is_passive(word):
            heads = grammar.has(word, "nsubj:pass")
        else:
            heads = [c for c in grammar.children[word] if grammar.deps[c] == name and c != source]
        heads = [h for h in heads if grammar.tags[h] != "PRON"]
        what = heads[-1:] if name == "obj" else heads[:1]  # of two objects, the first is who it is said to
        return self._stretches([w for h in what for w in grammar.subtree(h)])

    def _is_said(self, cue: int, clause: int, role: str) -> bool:
        """Whether a dependent is a clause that may be what is said: "dat ...", "om te ...", "te ..."."""
        grammar, dep = self.grammar, self.grammar.deps[clause]
        if dep not in CLAUSES[role] or grammar.low[clause] == "zo" or self._is_parted(cue, clause):
            return False
        words = {grammar.low[c] for c in grammar.children[clause] if grammar.deps[c] in ("mark", "cc")}
        whether = bool(words & {"dat", "of"})
        if dep == "conj":
            return whether and clause == max(w for w in grammar.subtree(clause) if grammar.tags[w] != "PUNCT")
        to_do = "te" in words and any(
            grammar.is_infinitive(w)
            for w in (clause, *(c for c in grammar.children[clause] if grammar.deps[c] in LINKS))
        )
        return {"ccomp": dep in SURE or whether, "xcomp": to_do, "acl": to_do or whether or "om" in words}[
            role
        ]

    def _is_parted(self, cue: int, word: int) -> bool:
        """Whether a sentence, or what a semicolon closes, ends between two words of what a parser took for one."""
        grammar = self.grammar
        first, last = sorted((cue, word))
        return any(
            grammar.forms[i] == ";" or (grammar.forms[i] in STOPS and grammar.forms[i + 1][:1].isupper())
            for i in range(first, last)
        )

    def _around(self, word: int) -> tuple[range, ...]:
        """What stands beside the cue, which hangs on the words said ("..., zegt X") or they on it ("X zegt: ...")."""
        grammar, head = self.grammar, self.grammar.heads[word]
        if grammar.deps[word] == "parataxis" and not self._is_parted(word, head):
            own = set(grammar.subtree(word))
            if word < head or self._is_tag(word):
                return self._stretches(w for w in grammar.subtree(head) if w not in own)
        for child in grammar.children[word]:
            said = grammar.deps[child] == "parataxis" and not self._is_parted(word, child)
            if said and (child < word or not self._is_tag(child)):
                return self._stretches(grammar.subtree(child))
        return ()

    def _is_tag(self, word: int) -> bool:
        """Whether a clause is built as one behind the words said: ", zegt X", not ", X zegt"."""
        grammar = self.grammar
        finite = next((w for w in grammar.has(word, "aux", "cop") if grammar.is_finite(w)), word)
        opening = [w for w in grammar.children[word] if w < finite and grammar.tags[w] != "PUNCT"]
        return all(grammar.low[w] in TAGS for w in opening) and not grammar.has(word, "mark")

    def _called(self, word: int, source: int | None) -> tuple[range, ...]:
        """Who or what is called what: the object and the complement that says what it is."""
        grammar = self.grammar
        own = [c for c in grammar.children[word] if c != source]
        whom = [c for c in own if grammar.deps[c] in NAMED]
        called = [c for c in own if self._is_complement(c)] or whom[1:]
        if whom and not called:
            called = [
                c for c in own if c > whom[0] and grammar.tags[c] == "ADJ" and grammar.deps[c] == "advmod"
            ]
        if not called:
            return ()
        return self._stretches(w for c in (*whom, *called[:1]) for w in grammar.subtree(c))

    def _is_complement(self, word: int) -> bool:
        """Whether a dependent says what something is: "een fout", "als een fout"."""
        grammar = self.grammar
        if grammar.deps[word] == "xcomp":
            return True
        as_what = grammar.case(word) in ("als", "voor", "tot") or any(
            grammar.low[c] == "als" for c in grammar.marks(word)
        )
        return (
            as_what
            and grammar.deps[word] in ("ccomp", "obl", "obl:arg", "advcl")
            and not grammar.is_finite(word)
        )

    def _pointed(self, word: int, entry: Saying) -> tuple[range, ...]:
        """What "dat" stands for: of a saying the sentence before it, of what is denied or promised the word itself."""
        grammar = self.grammar
        for child in grammar.children[word]:
            if grammar.low[child] not in BACK or grammar.deps[child] not in POINTED:
                continue
            if entry.kind == "acting":
                return self._stretches([child])
            start = grammar.sentence(word).start
            if start > 0 and (child - start <= 1 or child > word):
                return self._stretches(grammar.sentence(start - 1))
        return ()

    def _according(self, opened: Opened[Saying]) -> SayingHit | None:
        """A preposition with its source, or with a document of its source; what is said is the rest of the clause."""
        grammar, phrase = self.grammar, self.grammar.heads[opened.head]
        if grammar.deps[opened.head] != "case" or phrase == ROOT:
            return None
        makers = [f.word for role in ("nmod:van", "poss") for f in self.roles.fill(phrase, role)]
        source = next((word for word in (phrase, *makers) if self._is_somebody(word)), None)
        arcs = (grammar.arc(phrase, opened.head),)
        return self._apart(opened, source, phrase, arcs, ()) if source is not None else None

    def _aside(self, opened: Opened[Saying]) -> SayingHit | None:
        """A phrase inside what is said: by its owner, or by the subject of the clause ("naar eigen zeggen")."""
        clause = self.grammar.heads[opened.head]
        subjects = self.roles.subjects(clause) if clause != ROOT else []
        source, arc = self._source(opened.head, opened.entry)
        if source is None and subjects:
            source, arc = (
                subjects[0],
                f"subject of {self.grammar.forms[clause]} -> {self.grammar.forms[subjects[0]]}",
            )
        if source is None:
            return None
        return self._apart(opened, source, opened.head, (arc,), (source,) if source in subjects else ())

    def _apart(
        self,
        opened: Opened[Saying],
        source: int,
        phrase: int,
        arcs: tuple[str, ...],
        without: tuple[int, ...],
    ) -> SayingHit:
        """A saying whose content is the clause that a phrase stands in, the phrase and some others left out."""
        grammar, clause = self.grammar, self.grammar.heads[phrase]
        own = {word for top in (phrase, *without) for word in grammar.subtree(top)}
        rest = [w for w in grammar.subtree(clause) if w not in own] if clause != ROOT else []
        opening = [w for w in sorted(rest)[:1] if grammar.deps[w] == "cc" or grammar.tags[w] == "CCONJ"]
        return SayingHit(
            cue=self._cue(opened),
            source=source,
            content=self._stretches(w for w in rest if w not in opening),
            addressee=None,
            form="indirect",
            by=opened.entry.kind,
            frame=f"sayings.toml: {opened.entry.lemma}",
            arcs=arcs,
        )

    def _stretches(self, words: Iterable[int]) -> tuple[range, ...]:
        return stretches(self.grammar, words)
