"""What is said of a noun: the predicates that it is an argument of, and the words by which these are looked up.

Takes the grammar of a text; gives what a noun is of each predicate (`obj`, `subj` or a preposition), the main one
first, then those inside its own phrase. What a predicate means is the caller's part.
"""

from collections.abc import Iterator

from akkoord.codebook import Reality
from akkoord.reading.frames.grammar import RELATIVES, ROOT, VERBAL, Grammar
from akkoord.reading.frames.reality import standing
from akkoord.reading.frames.roles import Roles

SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"obj", "nsubj:pass", "iobj"})
PHRASES = frozenset({"obl", "obl:arg", "nmod", "xcomp", "advmod", "obl:agent"})
CARRYING = frozenset({"xcomp", "obl", "obl:arg", "obj", "advmod", "compound:prt", "fixed", "ccomp"})
RAISING = frozenset({"lijken", "blijken", "schijnen", "blijven"})  # their subject is that of another verb


class Predicates:
    """The predicates that the nouns of one text are arguments of."""

    def __init__(self, grammar: Grammar, roles: Roles) -> None:
        self.grammar, self.roles = grammar, roles

    def relations(self, word: int) -> Iterator[tuple[str, int]]:
        """What the noun is of which predicate, the main one first: `obj`, `subj` or a preposition."""
        grammar = self.grammar
        top = word
        while grammar.deps[top] == "conj" and grammar.heads[top] != ROOT:
            top = grammar.heads[top]
        if grammar.heads[top] != ROOT:
            yield from self._relation(top, grammar.heads[top], word)
        for child in grammar.children[word]:
            if grammar.deps[child] == "acl:relcl":
                yield from self._relative(child)
            if (
                grammar.deps[child] in ("amod", "acl")
                and grammar.tags[child] in (*VERBAL, "ADJ")
                and not grammar.is_infinitive(child)
            ):
                yield "obj", child

    def _relation(self, word: int, governor: int, noun: int) -> Iterator[tuple[str, int]]:
        grammar = self.grammar
        dep, case = grammar.deps[word], grammar.case(noun) or grammar.case(word)
        if dep in SUBJECTS:
            yield ("obj" if grammar.is_passive(governor) else "subj"), governor
            if grammar.lemmas[governor] in RAISING:
                yield from (("subj", c) for c in grammar.children[governor] if grammar.deps[c] == "xcomp")
        elif dep in OBJECTS and not case:
            yield "obj", governor
        elif dep in PHRASES or case:
            yield case or "obj", governor

    def _relative(self, clause: int) -> Iterator[tuple[str, int]]:
        """What the noun is in a relative clause on it."""
        for child in self.grammar.children[clause]:
            if self.grammar.low[child] in RELATIVES:
                yield from self._relation(child, clause, child)

    def keys(self, role: str, predicate: int, noun: int) -> Iterator[tuple[str, str]]:
        """Role and lemma to look a predicate up by: what it carries ("houdt stand"), also with its preposition ("is van
        de baan"), then itself, then "er".
        """
        grammar = self.grammar
        carried = [c for c in grammar.children[predicate] if c != noun and self._is_carried(c)]
        carried += [fixed for c in carried for fixed in grammar.has(c, "fixed")]
        words = [grammar.lemmas[c] for c in carried if grammar.low[c] != "er"]
        simple = grammar.lemmas[predicate]
        led = [grammar.case(c) + grammar.lemmas[c] for c in (*carried, predicate) if grammar.case(c)]
        words = [*(word + simple for word in words), *led, *(words if role != "obj" else ()), simple]
        if any(grammar.low[c] == "er" for c in grammar.children[predicate]):
            words.append("er")
        for each in (role, "obj") if grammar.is_infinitive(predicate) else (role,):
            yield from ((each, word) for word in words)

    def _is_carried(self, word: int) -> bool:
        """Whether a predicate carries a word; a time ("begin oktober") only stands by."""
        grammar = self.grammar
        time = grammar.deps[word] == "obl" and grammar.tags[word] == "NOUN" and not grammar.case(word)
        return grammar.deps[word] in CARRYING and not time

    def is_verb(self, predicate: int) -> bool:
        """Whether a predicate is a verb used as one."""
        return self.grammar.tags[predicate] in VERBAL and not self.roles.is_nominal(predicate)

    def is_past(self, predicate: int) -> bool:
        """Whether it stands in the simple past."""
        return self.grammar.is_past(predicate)

    def reality(self, predicate: int) -> Reality:
        """As frames see it; besides, what happens on no day does not happen."""
        grammar = self.grammar
        denied = any(
            grammar.low[det] == "geen"
            for child in grammar.children[predicate]
            if grammar.deps[child] in ("obl", "obj", "advmod")
            for det in grammar.children[child]
        )
        return "negated" if denied else standing(grammar, predicate).reality
