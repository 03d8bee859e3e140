"""Quotations and the cues that say whose they are.

A cue whose words lie in a quotation governs all of it, however many sentences it has. Where no cue does, one that
stands right after or, with a colon, right before the quotation does; else the words belong to whom the sentence before
tells of, and the opening mark is the cue.
"""

from dataclasses import replace

from akkoord.reading.frames.grammar import Grammar
from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.frames.inflection import known_verbs
from akkoord.reading.frames.matching import saying_index
from akkoord.reading.frames.quotations import Quotation, speech
from akkoord.reading.frames.roles import Roles
from akkoord.reading.frames.stretches import MARKS, trim

REACH = 4  # words between a quotation and the cue after it
MOST = 0.6  # of the words that a cue governs, in a quotation, for it to govern all of that


def with_quotations(grammar: Grammar, roles: Roles, hits: list[SayingHit]) -> list[SayingHit]:
    """The hits with whole quotations as content, and new ones for quotations that no cue governs."""
    found = Quoted(grammar, roles, hits)
    for quotation in speech(grammar):
        found.add(quotation)
    return found.hits


class Quoted:
    """Hits, to which the quotations of a text are added in order."""

    def __init__(self, grammar: Grammar, roles: Roles, hits: list[SayingHit]) -> None:
        self.grammar, self.roles = grammar, roles
        self.hits = sorted(hits, key=lambda hit: hit.cue.start)
        self._last: tuple[int, Quotation] | None = None

    def add(self, quotation: Quotation) -> None:
        """Put a quotation in the mouth of whom a cue, the last quotation or the sentence before it names."""
        at = self._governor(quotation)
        if at is None:
            at = self._followed(quotation)
        if at is not None:
            self._give(at, (trim(self.grammar, quotation.words),))
        elif (at := self._before(quotation)) is not None:
            self._give(at, (*self.hits[at].content, trim(self.grammar, quotation.words)))
        else:
            at = self._alone(quotation)
        if at is not None:
            self._last = (at, quotation)

    def _give(self, at: int, content: tuple[range, ...]) -> None:
        self.hits[at] = replace(self.hits[at], content=content, form="direct")

    def _governor(self, quotation: Quotation) -> int | None:
        """The cue that governs words in the quotation, stands right after it, or before it with a colon."""
        whole = range(quotation.opening, quotation.closing + 1)
        for at, hit in enumerate(self.hits):
            if hit.cue.start in whole:
                continue
            words = sum(map(len, hit.content))
            inside = sum(len(range(max(p.start, whole.start), min(p.stop, whole.stop))) for p in hit.content)
            if words and inside >= MOST * words and hit.form == "indirect" and self._is_near(hit, quotation):
                return at
        return self._beside(quotation)

    def _is_near(self, hit: SayingHit, quotation: Quotation) -> bool:
        after = hit.cue.start - quotation.closing
        return 0 < after <= 3 * REACH or 0 < quotation.opening - hit.cue.stop + 1 <= 6 * REACH

    def _beside(self, quotation: Quotation) -> int | None:
        grammar = self.grammar
        colon = quotation.opening > 0 and grammar.forms[quotation.opening - 1] == ":"
        sentence = grammar.sentence(quotation.opening - 1) if quotation.opening else range(0)
        for at, hit in enumerate(self.hits):
            after = hit.cue.start - quotation.closing
            if 0 < after <= REACH and not self._ends_between(quotation.closing, hit.cue.start):
                return at
            if colon and hit.cue.start in sentence and hit.cue.start < quotation.opening and not hit.content:
                return at
        return None

    def _followed(self, quotation: Quotation) -> int | None:
        """A verb of saying behind the closing mark that was taken for an adjective: "...", zuchtte bakker Jansen."""
        grammar = self.grammar
        cue = quotation.closing + 1
        cue += cue < grammar.size and grammar.forms[cue] == ","
        if cue >= grammar.size or grammar.deps[cue] != "amod":
            return None
        source, verb = grammar.heads[cue], known_verbs().get(grammar.low[cue], "")
        if source <= cue or (verb, "verb") not in saying_index().single or grammar.first & {cue}:
            return None
        frame, arc = f"sayings.toml: {verb}", grammar.arc(source, cue)
        self.hits.append(SayingHit(range(cue, cue + 1), source, (), None, "direct", "saying", frame, (arc,)))
        return len(self.hits) - 1

    def _ends_between(self, closing: int, cue: int) -> bool:
        """Whether a sentence ends after the closing mark, or with it so that the cue's is a new one."""
        grammar = self.grammar
        new = any(i in grammar.first and grammar.forms[i][:1].isupper() for i in range(closing + 1, cue + 1))
        return new or any(grammar.forms[i] in ".?!" for i in range(closing + 1, cue))

    def _before(self, quotation: Quotation) -> int | None:
        """The cue of the last quotation, where this one goes on right after it: "...", zegt X. "..."."""
        if self._last is None:
            return None
        at, last = self._last
        cue = self.hits[at].cue
        goes_on = last.closing < cue.start < quotation.opening and len(self.hits[at].content) == 1
        between = sum(self.grammar.forms[i] in ".?!" for i in range(cue.stop, quotation.opening))
        return at if goes_on and between <= 1 and quotation.opening - cue.stop < 10 * REACH else None

    def _alone(self, quotation: Quotation) -> int | None:
        """A statement whose cue is the opening mark, or the colon before it."""
        grammar = self.grammar
        if quotation.opening == 0 or self._inside_content(quotation):
            return None
        colon = grammar.forms[quotation.opening - 1] == ":"
        sentence = grammar.sentence(quotation.opening - 1)
        source = self._speaking_on(quotation) or self._told_of(sentence)
        if source is None:
            return None
        cue = quotation.opening - 1 if colon else quotation.opening
        words = trim(grammar, quotation.words)
        if not words:
            return None
        self.hits.append(
            SayingHit(
                range(cue, cue + 1),
                source,
                (words,),
                None,
                "direct",
                "quotation",
                "quotation",
                ("before it",),
            )
        )
        return len(self.hits) - 1

    def _speaking_on(self, quotation: Quotation) -> int | None:
        """The source of a quotation that closes right before this one opens."""
        if self._last is None or quotation.opening - self._last[1].closing > 1:
            return None
        return self.hits[self._last[0]].source

    def _inside_content(self, quotation: Quotation) -> bool:
        return any(
            part.start <= quotation.words.start and quotation.words.stop <= part.stop + 1
            for hit in self.hits
            for part in hit.content
        )

    def _told_of(self, sentence: range) -> int | None:
        """Whom a sentence tells of: the source of its last statement, else the subject of its main clause."""
        for hit in reversed(self.hits):
            if hit.cue.start in sentence and hit.source is not None:
                return hit.source
        grammar = self.grammar
        for word in sentence:
            if grammar.heads[word] < 0 and grammar.forms[word] not in MARKS:
                subjects = self.roles.subjects(word)
                if subjects:
                    return subjects[0]
                if grammar.tags[word] in ("PROPN", "NOUN"):
                    return word
        return None
