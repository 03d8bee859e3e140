"""Who fills a role of a predicate: from a role of the lexicon to words of a text.

Takes grammar, a predicate and a role such as `nsubj`, `obl:met` or `obj>nmod:van`; gives head words with the arc that
led to each. Roles are those of the active voice. A subject that is not there is found through control ("belooft te
praten"), coordination, relative clauses and participles. It knows no frame and no event.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from akkoord.reading.frames.grammar import RELATIVES, ROOT, VERBAL, Grammar
from akkoord.reading.frames.operators import operators

DEEPEST = 6  # governors up which a subject is looked for
AGENTS = frozenset({"door"})
PHRASES = ("obl", "nmod", "advmod", "obl:arg", "obl:agent")


@dataclass(frozen=True, slots=True)
class Filler:
    """The head word of a phrase that fills a role, and the arc that shows it."""

    word: int
    arc: str


class Roles:
    """The roles of the predicates of one text; a pronoun that is known to name a party stands for itself."""

    def __init__(self, grammar: Grammar, parties: Collection[int] = ()) -> None:
        self._grammar, self._parties = grammar, parties
        self._control = operators().object_control
        self._light = operators().light
        self._measures = operators().measures

    def is_party(self, word: int) -> bool:
        """Whether a word is known to name a party."""
        return word in self._parties

    def fill(self, predicate: int, role: str) -> list[Filler]:
        """All that fill a role, each coordinated one by itself; the first choice of several that is filled."""
        for choice in role.split("|"):
            found = [Filler(predicate, "")]
            for step in choice.split(">"):
                found = [next_ for filler in found for next_ in self._step(filler.word, step)]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _step(self, word: int, step: str) -> list[Filler]:
        name, _, preposition = step.partition(":")
        if name in ("nsubj", "obj", "iobj", "csubj"):
            pairs = self._argument(word, name)
        elif name in ("obl", "nmod"):
            pairs = list(self._phrases(word, name, preposition))
        elif name in ("poss", "amod", "prefix"):
            pairs = list(self._inside(word, name))
        else:
            pairs = [(word, c) for c in self._grammar.has(word, name)]
        return [
            Filler(filler, self._arc(head, first))
            for head, first in pairs
            for each in self._each(first)
            for filler in self.measured(each)
        ]

    def _each(self, word: int) -> list[int]:
        """A word, those coordinated with it, and the second name and more of "de steden Riga en Wilna"."""
        grammar = self._grammar
        named = (other for name in grammar.has(word, "appos") for other in grammar.has(name, "conj"))
        return [*grammar.with_conjuncts(word), *(other for other in named if grammar.tags[other] == "PROPN")]

    def measured(self, word: int) -> list[int]:
        """What a noun of measure measures ("een deel van het leger", "tien ton graan"); any other word itself."""
        grammar = self._grammar
        if not self._measures & {grammar.lemmas[word], grammar.low[word]}:
            return [word]
        behind = [c for c in grammar.has(word, "nmod") if c > word and grammar.case(c) in ("", "van")]
        return grammar.with_conjuncts(behind[0]) if behind else [word]

    def _arc(self, head: int, word: int) -> str:
        grammar = self._grammar
        relation = grammar.deps[word] if grammar.heads[word] == head else "subject of"
        return f"{relation} {grammar.forms[head]} -> {grammar.forms[word]}"

    def _argument(self, word: int, name: str) -> list[tuple[int, int]]:
        if self.is_nominal(word):
            return self._nominal(word, name)
        passive = self._is_passive(word)
        if name == "nsubj":
            return self._agents(word) if passive else self._subject(word)
        if name == "obj" and passive:
            return self._subject(word)
        found = [(word, self._resolved(c)) for c in self._grammar.children[word] if self._is(c, name)]
        return [(head, filler) for head, filler in found if filler != ROOT]

    def _is(self, word: int, name: str) -> bool:
        return self._grammar.deps[word] == name

    def subjects(self, word: int) -> list[int]:
        """The subject of a predicate, or of the verb that carries it; in the passive, who it is done to."""
        return [filler for _, first in self._subject(word) for filler in self._grammar.with_conjuncts(first)]

    def _subject(self, word: int, deep: int = 0) -> list[tuple[int, int]]:
        grammar = self._grammar
        own = [
            self._resolved(c) for c in grammar.children[word] if grammar.deps[c] in ("nsubj", "nsubj:pass")
        ]
        if own:
            return [(word, subject) for subject in own if subject != ROOT]
        head, dep = grammar.heads[word], grammar.deps[word]
        if head == ROOT or deep > DEEPEST:
            return []
        if dep == "amod" and grammar.tags[word] in VERBAL:
            return [(word, head)]
        if dep == "conj":
            return self._subject(head, deep + 1)
        if dep.startswith("acl") and not grammar.is_finite(word):
            return self._owner(head, deep)
        unfinished = dep == "xcomp" or not self._has_finite(word)
        if dep in ("xcomp", "ccomp", "advcl", "csubj", "obl", "obl:arg") and unfinished:
            return self._controller(head, deep)
        return []

    def _has_finite(self, word: int) -> bool:
        grammar = self._grammar
        return grammar.is_finite(word) or any(
            grammar.is_finite(c)
            for c in grammar.children[word]
            if grammar.deps[c] in ("aux", "aux:pass", "cop")
        )

    def _controller(self, governor: int, deep: int) -> list[tuple[int, int]]:
        grammar = self._grammar
        if grammar.lemmas[governor] in self._control:
            objects = [c for c in grammar.children[governor] if grammar.deps[c] in ("obj", "iobj")]
            if objects:
                return [(governor, self._resolved(c)) for c in objects if self._resolved(c) != ROOT]
        return self._subject(governor, deep + 1)

    def _owner(self, noun: int, deep: int) -> list[tuple[int, int]]:
        """Whose the act is that a noun names and a clause on it tells: "het aanbod van X om te praten"."""
        own = [*self._inside(noun, "poss"), *self._inside(noun, "amod"), *self._phrases(noun, "nmod", "van")]
        if own:
            return own
        governor = self._grammar.heads[noun]
        carried = self._grammar.deps[noun] in ("obj", "xcomp", "obl:arg", "obl")
        return self._subject(governor, deep + 1) if carried and governor != ROOT else []

    def _resolved(self, word: int) -> int:
        """What a relative pronoun stands for; any other word for itself. A demonstrative stands for nobody here."""
        grammar = self._grammar
        if word in self._parties or not RELATIVES & {grammar.lemmas[word], grammar.low[word]}:
            return word
        at = word
        for _ in range(DEEPEST):
            at = grammar.heads[at]
            if at == ROOT:
                break
            if grammar.deps[at] == "acl:relcl" and grammar.heads[at] < word:
                return grammar.heads[at]
        return ROOT if grammar.low[word] in ("dat", "wat") else word

    def _is_passive(self, word: int) -> bool:
        grammar = self._grammar
        if grammar.is_passive(word):
            return True
        if grammar.deps[word] == "amod":
            return "VerbForm=Part" in grammar.feats[word] and not grammar.low[word].rstrip("e").endswith(
                "end"
            )
        if grammar.deps[word] == "conj" and not self._has_finite(word) and not grammar.is_infinitive(word):
            return grammar.heads[word] != ROOT and grammar.is_passive(grammar.heads[word])
        return False

    def _agents(self, word: int) -> list[tuple[int, int]]:
        grammar = self._grammar
        return [
            (word, c)
            for c in grammar.children[word]
            if grammar.deps[c] == "obl:agent" or (grammar.deps[c] in PHRASES and grammar.case(c) in AGENTS)
        ]

    def is_nominal(self, word: int) -> bool:
        """Whether a verb is used as a noun: "het terugtrekken van zware wapens"."""
        grammar = self._grammar
        if grammar.tags[word] not in VERBAL:
            return grammar.tags[word] in ("NOUN", "PROPN")
        return grammar.is_infinitive(word) and any(
            grammar.deps[c] in ("det", "nmod:poss", "case") for c in grammar.children[word]
        )

    def _nominal(self, word: int, name: str) -> list[tuple[int, int]]:
        """The arguments of a verb used as a noun: the object stands after "van", else the subject does."""
        if name == "obj":
            return list(self._phrases(word, "nmod", "van"))
        if name != "nsubj":
            return []
        found = [*self._inside(word, "poss"), *self._inside(word, "amod"), *self._agents(word)]
        return found or self._owner(word, 0)

    def _phrases(self, word: int, name: str, preposition: str) -> Iterator[tuple[int, int]]:
        """Phrases with a preposition: those of the word, and those that hang on its object or its light verb."""
        yield from self._own_phrases(word, preposition)
        grammar = self._grammar
        if name == "obl" and preposition not in ("", "van"):
            for child in grammar.children[word]:
                if grammar.deps[child] in ("obj", "nsubj:pass", "xcomp"):
                    yield from self._own_phrases(child, preposition)
        if name == "nmod" and preposition not in ("", "van", "door", "in"):
            governor = grammar.heads[word]
            carried = grammar.deps[word] in ("obj", "nsubj:pass", "xcomp")
            if governor != ROOT and carried:
                yield from self._own_phrases(governor, preposition)

    def _own_phrases(self, word: int, preposition: str) -> Iterator[tuple[int, int]]:
        grammar = self._grammar
        for child in grammar.children[word]:
            if grammar.deps[child].split(":")[0] in ("obl", "nmod", "advmod") and (
                not preposition or grammar.case(child) == preposition
            ):
                yield word, self._resolved(child) if grammar.low[child] in RELATIVES else child

    def _inside(self, word: int, name: str) -> Iterator[tuple[int, int]]:
        """A possessor, an adjective of a party, or the first half of a compound."""
        grammar = self._grammar
        if name == "prefix":
            if "-" in grammar.forms[word].strip("-") and grammar.forms[word][0].isupper():
                yield word, word
            return
        for child in grammar.children[word]:
            party = grammar.deps[child] == "amod" and grammar.forms[child][0].isupper()
            if party if name == "amod" else grammar.deps[child] == "nmod:poss":
                yield word, child

    def carrier(self, noun: int) -> int:
        """The light verb that carries the act that a noun names; -1 where none does."""
        grammar = self._grammar
        governor = grammar.heads[noun]
        if governor == ROOT or grammar.deps[noun] not in ("obj", "nsubj:pass", "xcomp", "obl:arg"):
            return ROOT
        return governor if grammar.lemmas[governor] in self._light else ROOT
