"""Conditions that the frames find in a parsed text: what must hold before, or in exchange for, what.

Takes a Doc; gives hits in the order of their cues, with the marks that tell them from an ordinary "if" (`terms.py`).
"""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc

from akkoord.reading.frames.frame import ConditionCue
from akkoord.reading.frames.grammar import ROOT, VERBAL, Grammar, grammar_of
from akkoord.reading.frames.hits import ConditionHit
from akkoord.reading.frames.lexicon import frame_lexicon
from akkoord.reading.frames.matching import frame_index, saying_index
from akkoord.reading.frames.quotations import quotations
from akkoord.reading.frames.reality import standing
from akkoord.reading.frames.roles import Roles
from akkoord.reading.frames.stretches import stretches, trim
from akkoord.reading.frames.terms import is_past, marks_of

OPENERS = frozenset({"dat", "dan", "maar", "en", "om", "of", "zo", "want", "dus", "wel"})
STOPS = frozenset({".", ",", ";", ":", "?", "!", "”", "’", "''", '"', "'"})
WEAK_SEQUENCES = frozenset({"eerst"})
TEMPORAL = frozenset({"voordat", "alvorens", "voor", "totdat", "tot", "nadat", "wanneer", "zodra"})
BEFORE = frozenset({"voordat", "alvorens"})
OUTSIDE = frozenset({"rest", "parataxis", "before", "clause", "main"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
LINKS = frozenset({"cop", "aux", "aux:pass"})
SOON = frozenset(
    {"kort", "vlak", "net", "nog", "dagen", "weken", "maanden", "uur", "jaar", "uren", "dag", "week"}
)
WEIGHTY = frozenset(
    {"strong", "governs", "only", "denied", "dealing", "act", "willed", "open"}
)  # one must be there
OFFERS = frozenset(
    {"bereid", "beloven", "toezeggen", "aanbieden", "krijgen", "belofte", "aanbod", "toezegging"}
)
SHORTEST = 3  # words of a part of a clause that says something
NEAR = 8  # words before a conjunction of time in which "pas" makes it a condition


def find_conditions(doc: Doc, parties: Collection[int] | None = None) -> list[ConditionHit]:
    """The conditions of a parsed text; where words that name parties are given, one must be about them."""
    return ConditionFinder(grammar_of(doc), parties).conditions()


class ConditionFinder:
    """Finds the conditions of one text."""

    def __init__(self, grammar: Grammar, parties: Collection[int] | None = None) -> None:
        self.grammar, self.roles = grammar, Roles(grammar)
        self._parties = frozenset(parties) if parties is not None else None
        self._quotations = quotations(grammar)
        self._shapes = {
            "mark": self._mark,
            "sequence": self._sequence,
            "swap": self._swap,
            "inverted": self._inverted,
        }
        self._cues: dict[str, list[tuple[tuple[str, ...], ConditionCue]]] = {}
        for cue in sorted(frame_lexicon().conditions, key=lambda cue: -len(cue.cue.split())):
            words = tuple(cue.cue.split())
            if cue.shape in self._shapes:
                self._cues.setdefault(words[0], []).append((words, cue))

    def conditions(self) -> list[ConditionHit]:
        """All hits; the longest cue of several that begin at a word."""
        found, at = [], 0
        while at < self.grammar.size:
            hit = self._at(at)
            if hit is not None:
                found.append(hit)
            at = hit.cue.stop if hit is not None else at + 1
        return sorted([*found, *self._governed()], key=lambda hit: hit.cue.start)

    def _at(self, at: int) -> ConditionHit | None:
        for words, cue in self._cues.get(self.grammar.low[at], ()):
            if tuple(self.grammar.low[at : at + len(words)]) != words:
                continue
            where = range(at, at + len(words))
            parts = self._shapes[cue.shape](where)
            hit = self._hit(cue, where, *parts) if parts else None
            if hit is not None:
                return hit
        return None

    def _hit(
        self, cue: ConditionCue, where: range, requirement: range | None, consequence: range | None
    ) -> ConditionHit | None:
        if not requirement or not consequence:
            return None
        marks = marks_of(self.grammar, cue, where, requirement, consequence, self._parties)
        if not marks & WEIGHTY:
            return None
        return ConditionHit(
            requirement=requirement,
            consequence=consequence,
            cue=where,
            marks=marks,
            frame=f"conditions.toml: {cue.cue}",
            arcs=(f"{cue.shape} {self.grammar.text(where)}",),
        )

    def _mark(self, cue: range) -> tuple[range | None, range | None] | None:
        """The clause that the cue opens, and the one that this hangs on."""
        grammar = self.grammar
        clause = self._opened_by(cue)
        main = self._past_aside(self._outside(clause, cue)) if clause != ROOT else ROOT
        if main == ROOT:
            return None
        main = self._above_relative(main, cue)
        words = list(grammar.subtree(clause))
        required = self._clip(words, cue.stop, after=True)
        if required is None:
            return None
        if grammar.low[cue.stop - 1] in TEMPORAL and not self._is_open(main, required, cue):
            return None
        rest = self._consequence(self._told(main, clause), {*words, *cue, *self._asides(main)}, cue.start)
        if grammar.low[cue.start] in BEFORE and not self._is_denied(main):
            return (
                rest,
                required,
            )  # "moet weg voordat hij praat" requires that he goes, "praat niet voordat" what follows
        return required, rest

    def _opened_by(self, cue: range) -> int:
        """The predicate of the clause that a cue opens; the parser may hang the cue on a word before that."""
        grammar = self.grammar
        mark = cue.stop - 1
        own = at = grammar.heads[mark]
        if grammar.deps[mark] != "mark" or at < mark:
            return ROOT
        while at > mark and not (self._is_clause(at) and grammar.deps[at] not in LINKS):
            at = grammar.heads[at]
        if at <= mark or any(c < cue.start for c in grammar.marks(at)):
            return ROOT
        return at if at == own or not self._begins_before(at, cue) else ROOT

    def _begins_before(self, clause: int, cue: range) -> bool:
        """Whether a clause has words in front of a cue: "de Krim | als Russisch erkent"."""
        tags = (self.grammar.tags[word] for word in self.grammar.subtree(clause) if word < cue.start)
        return any(tag not in ("PUNCT", "CCONJ") for tag in tags)

    def _past_aside(self, main: int) -> int:
        """What a saying in passing is said of, where a clause was hung on its words: "stopt, zei de woordvoerder van
        Riga, als".
        """
        at = main
        while at != ROOT and not self._is_aside(at):
            if self._is_clause(at):
                return main
            at = self.grammar.heads[at]
        return self.grammar.heads[at] if at != ROOT else main

    def _above_relative(self, main: int, cue: range) -> int:
        """What holds under a condition that a comma parts from a relative clause: the clause above that, not what is
        told of a noun in it ("bereid de grens te erkennen die in 1991 is vastgelegd, mits").
        """
        grammar = self.grammar
        at = main
        while grammar.deps[at] == "acl:relcl" and at < cue.start and grammar.low[cue.start - 1] == ",":
            at = grammar.heads[at]
            while at != ROOT and not self._is_clause(at):
                at = grammar.heads[at]
            if at == ROOT:
                return main
        return at

    def _asides(self, main: int) -> Iterator[int]:
        """The words of the sayings in passing that hang on a word."""
        for child in self.grammar.children[main]:
            if self._is_aside(child):
                yield from self.grammar.subtree(child)

    def _is_aside(self, word: int) -> bool:
        """Whether a word says in passing what its governor tells."""
        grammar = self.grammar
        passing = grammar.deps[word] == "parataxis" and 0 <= grammar.heads[word] < word
        return passing and any(saying_index().opened(grammar, word))

    def _outside(self, word: int, cue: range) -> int:
        """What a clause hangs on beside its cue: of "op voorwaarde dat", what "voorwaarde" hangs on.

        The parser may hang it on what stands before a colon; then it is what comes after that.
        """
        grammar, segment = self.grammar, self._segment(cue.start)
        at = grammar.heads[word]
        while at in cue:
            at = grammar.heads[at]
        if at == ROOT or at in segment:
            return at
        tops = (w for w in segment if grammar.heads[w] not in segment and self._is_clause(w) and w != word)
        return next(tops, at)

    def _is_clause(self, word: int) -> bool:
        """Whether a word is the predicate of a clause, not of a phrase ("als president")."""
        grammar = self.grammar
        return grammar.is_finite(word) or any(
            grammar.deps[c] in SUBJECTS or (grammar.deps[c] in LINKS and grammar.is_finite(c))
            for c in grammar.children[word]
        )

    def _is_open(self, main: int, required: range, cue: range) -> bool:
        """Whether a conjunction of time opens what is still to come: "pas nadat", "niet voordat"."""
        before = self.grammar.low[max(0, cue.start - NEAR) : cue.start]
        if "pas" in before or (before and before[-1] in SOON):
            return "pas" in before
        still_open = standing(self.grammar, main).reality != "actual" and not is_past(self.grammar, required)
        return still_open or self._is_denied(main)

    def _is_denied(self, main: int) -> bool:
        """Whether a clause denies or refuses what it tells."""
        refused = any(found.entry.type == "REJECT" for found in frame_index().opened(self.grammar, main))
        return refused or standing(self.grammar, main).reality == "negated"

    def _told(self, main: int, clause: int) -> int:
        """Of a clause that says or wants, what is said or wanted: the consequence."""
        for opened in saying_index().opened(self.grammar, main):
            for role in opened.entry.content:
                for filler in self.roles.fill(main, role) if role not in OUTSIDE else ():
                    if filler.word not in (clause, main) and self.grammar.tags[filler.word] in VERBAL:
                        return filler.word
        return self._threatened(main)

    def _threatened(self, main: int) -> int:
        """What somebody threatens with."""
        threats = any(found.entry.type == "THREATEN" for found in frame_index().opened(self.grammar, main))
        fillers = self.roles.fill(main, "obl:met") if threats else ()
        return fillers[0].word if fillers else main

    def _consequence(self, main: int, without: set[int], cue: int) -> range | None:
        """The stretch of the main clause with its predicate in it, or the longest, without what opens it."""
        within = self._quotation(cue) or self._segment(cue)
        words = [w for w in self.grammar.subtree(main) if w not in without and w in within]
        parts = stretches(self.grammar, words)
        best = max(
            parts,
            key=lambda part: (main in part and len(part) >= SHORTEST, len(part), -abs(part.start - cue)),
            default=None,
        )
        return self._opened(best) if best is not None else None

    def _quotation(self, word: int) -> range | None:
        """The quotation that a word stands in."""
        return next((q.words for q in self._quotations if word in q.words), None)

    def _segment(self, word: int) -> range:
        """The part of its sentence that a word stands in, where a colon parts it."""
        sentence = self.grammar.sentence(word)
        colons = [w for w in sentence if self.grammar.forms[w] == ":"]
        start = max((w + 1 for w in colons if w < word), default=sentence.start)
        return range(start, min((w for w in colons if w > word), default=sentence.stop))

    def _opened(self, words: range) -> range | None:
        """The words without the conjunctions that open them and the marks around them."""
        words = trim(self.grammar, words)
        for quotation in self._quotations:
            if words and quotation.words.start <= words.start < quotation.closing < words.stop:
                words = trim(self.grammar, range(words.start, quotation.closing))
        while words and self.grammar.low[words.start] in OPENERS:
            words = trim(self.grammar, range(words.start + 1, words.stop))
        return words or None

    def _clip(self, words: Iterable[int], edge: int, after: bool) -> range | None:
        """The first stretch of some words after an edge, or the last before it."""
        kept = [w for w in words if (w >= edge) == after]
        parts = stretches(self.grammar, kept)
        return (parts[0] if after else parts[-1]) if parts else None

    def _sequence(self, cue: range) -> tuple[range | None, range | None] | None:
        """What was told before, and the clause that the cue opens."""
        grammar = self.grammar
        sentence = grammar.sentence(cue.start)
        if grammar.low[cue.start] in WEAK_SEQUENCES:
            return self._first_then(cue, sentence)
        before = trim(grammar, range(sentence.start, cue.start))
        if not before and sentence.start:
            before = trim(grammar, grammar.sentence(sentence.start - 1))
        after = trim(grammar, range(cue.stop, self._end(cue.stop, sentence.stop)))
        required, follows = self._last_clause(before), self._opened(after)
        returned = "ruil" in grammar.low[cue.start : cue.stop] and self._offers(before)
        return (follows, required) if returned and not self._offers(after) else (required, follows)

    def _offers(self, words: range) -> bool:
        """Whether something is offered or given in some words; what is asked in return for it is required."""
        return any(self.grammar.lemmas[word].replace("_", "") in OFFERS for word in words)

    def _first_then(self, cue: range, sentence: range) -> tuple[range | None, range | None] | None:
        """ "Eerst ..., dan ...": the clause that the cue opens, and what follows upon it."""
        grammar = self.grammar
        for word in range(cue.stop, sentence.stop):
            if "pas" in grammar.low[word - 1 : word + 2]:
                return None  # "pas daarna" is a cue of its own
            if grammar.low[word] in ("dan", "daarna") and word > cue.stop + 1:
                required = self._opened(range(cue.stop, word))
                return required, self._opened(range(word + 1, self._end(word + 1, sentence.stop)))
        return None

    def _inverted(self, cue: range) -> tuple[range | None, range | None] | None:
        """A clause before the cue that begins with its verb, as questions do: "Trekt Riga zich terug, dan ..."."""
        grammar = self.grammar
        words = trim(grammar, range(self._segment(cue.start).start, cue.start))
        while words and grammar.low[words.start] in OPENERS:
            words = words[1:]
        if not words or not grammar.is_finite(words.start) or grammar.forms[cue.start - 1] != ",":
            return None
        return words, self._opened(range(cue.stop, self._end(cue.stop, grammar.sentence(cue.start).stop)))

    def _end(self, start: int, stop: int) -> int:
        return next((w for w in range(start, stop) if self.grammar.forms[w] in STOPS and w > start + 1), stop)

    def _last_clause(self, words: range) -> range | None:
        """The words of the last clause of a stretch: from its last comma or conjunction "dat" on."""
        grammar = self.grammar
        starts = [w + 1 for w in words if grammar.low[w] in ("dat", ":") and w + 2 < words.stop]
        return self._opened(range(starts[-1], words.stop) if starts else words)

    def _swap(self, cue: range) -> tuple[range | None, range | None] | None:
        """A preposition before what is required; the rest of its clause is the consequence."""
        grammar = self.grammar
        noun = self._after(cue)
        if noun is None:
            return None
        clause = self._outside(noun, cue)
        own = {*grammar.subtree(noun), *cue}
        required = self._clip(grammar.subtree(noun), cue.stop, after=True)
        if clause == ROOT or required is None or grammar.has(noun, "nummod"):
            return None
        return required, self._consequence(self._told(clause, noun), own, cue.start)

    def _after(self, cue: range) -> int | None:
        """The noun or verb that a preposition stands before."""
        grammar = self.grammar
        for word in (cue.start, cue.stop - 1):
            head = grammar.heads[word]
            if head >= cue.stop and grammar.deps[word] in ("case", "mark", "fixed"):
                return head
        return None

    def _governed(self) -> Iterator[ConditionHit]:
        """Verbs and nouns that have requirement and consequence as arguments."""
        cues = [cue for cue in frame_lexicon().conditions if cue.shape in ("verb", "noun")]
        heads: dict[str, list[ConditionCue]] = {}
        for cue in cues:
            heads.setdefault(cue.cue.split()[-1].replace("_", ""), []).append(cue)
        for word in range(self.grammar.size):
            for cue in heads.get(self.grammar.lemmas[word], ()):
                hit = self._arguments(word, cue)
                if hit is not None:
                    yield hit
                    break

    def _arguments(self, word: int, cue: ConditionCue) -> ConditionHit | None:
        grammar = self.grammar
        below = [*grammar.children[word], *(m for c in grammar.children[word] for m in grammar.marks(c))]
        near = {grammar.lemmas[c] for c in below} | {grammar.low[c] for c in below}
        if not set(cue.cue.split()[:-1]) <= near:
            return None
        required = self._role(word, cue.requirement)
        follows = self._role(word, cue.consequence)
        if required is None or follows is None or set(required) & set(follows):
            return None
        return self._hit(cue, range(word, word + 1), required, follows)

    def _role(self, word: int, roles: tuple[str, ...]) -> range | None:
        for role in roles:
            words = self._around(word, role) if role in ("before", "next") else self._argument(word, role)
            if words:
                return words
        return None

    def _argument(self, word: int, role: str) -> range | None:
        """The words of an argument; the subject of a noun is that of its copula."""
        of_copula = role == "nsubj" and self.roles.is_nominal(word)
        filled = () if of_copula else self.roles.fill(word, role)
        fillers = [filler.word for filler in filled] or self.grammar.has(word, role)
        for filler in fillers:
            parts = stretches(self.grammar, self.grammar.subtree(filler))
            if parts:
                return self._opened(max(parts, key=len))
        return None

    def _around(self, word: int, role: str) -> range | None:
        """What the sentence says before the clause of a word, else the one before; or what the next one demands."""
        grammar = self.grammar
        sentence = grammar.sentence(word)
        if role == "before":
            commas = [w for w in range(sentence.start, word) if grammar.forms[w] == ","]
            before = range(sentence.start, commas[-1]) if commas else range(0)
            return self._opened(before) if before else None
        if sentence.stop == grammar.size:
            return None
        after = grammar.sentence(sentence.stop)
        root = next((w for w in after if grammar.heads[w] == ROOT), after.start)
        return self._consequence(self._told(root, ROOT), set(), root)
