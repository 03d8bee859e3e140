"""Agreements that a parsed text speaks of: nouns that name one, and verbs that make one without a noun for it.

Takes a Doc; gives a hit for each telling, in the order of the text, with the status that its predicate gives. Which
tellings are of the same agreement, and who its parties are, is the caller's part.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from akkoord.codebook import AgreementStatus, Reality
from akkoord.reading.frames.agreement_words import Done, agreement_words, noun_of
from akkoord.reading.frames.grammar import ROOT, VERBAL, Grammar, grammar_of
from akkoord.reading.frames.hits import AgreementHit
from akkoord.reading.frames.matching import neighbours, predicate_of
from akkoord.reading.frames.predicates import Predicates
from akkoord.reading.frames.reality import standing
from akkoord.reading.frames.roles import Roles
from akkoord.reading.frames.scenes import YEAR, clause_of, named_by, phrase_of

FAR = 10  # words that may stand between a noun and the predicate that its telling takes in
NAMING = frozenset({"ADJ", "NUM", "PROPN"})  # what may stand before a noun in its name
BETWEEN = frozenset({"tussen", "met", "door"})  # before names of parties, which tell no agreement from others
DEFINITE = frozenset({"het", "de", "dit", "dat", "die", "deze", "beide"})
AGREEING = frozenset({"akkoordgaan", "gaan", "zijn"})  # "akkoord" beside these is no noun
INSIDE = frozenset({"daarin", "hierin", "erin", "daarbij", "hierbij"})
TIMING = frozenset({"totdat", "tot", "voordat", "voor", "nadat", "toen", "sinds"})
JUDGED = frozenset({"ADJ", "ADV"})  # what may be denied as a verb may: "werden het niet eens"
SIGNING = frozenset({"tekenen", "ondertekenen", "paraferen", "sluiten"})
TURNED: dict[tuple[AgreementStatus, Reality], AgreementStatus | None] = {
    ("concluded", "future"): "proposed",
    ("concluded", "hypothetical"): "proposed",
    ("concluded", "negated"): "proposed",
    ("in-force", "future"): None,
    ("in-force", "hypothetical"): None,
    ("in-force", "negated"): "violated",
    ("violated", "future"): None,
    ("violated", "hypothetical"): None,
    ("violated", "negated"): "in-force",
    ("ended", "future"): "in-force",
    ("ended", "hypothetical"): "in-force",
    ("ended", "negated"): "in-force",
    ("rejected", "future"): "proposed",
    ("rejected", "hypothetical"): "proposed",
    ("rejected", "negated"): "proposed",
}  # what a status becomes where its predicate is not real


@dataclass(frozen=True, slots=True)
class Told:
    """What an agreement is of a predicate, and what that tells of it."""

    role: str
    predicate: int
    done: Done | None


def find_agreements(doc: Doc, parties: Iterable[int] = ()) -> list[AgreementHit]:
    """The agreements that a parsed text tells of; `parties` are the words that name somebody who can act."""
    return AgreementFinder(grammar_of(doc), parties).agreements()


class AgreementFinder:
    """Finds where one text tells of agreements."""

    def __init__(self, grammar: Grammar, parties: Iterable[int] = ()) -> None:
        self.grammar = grammar
        self.roles = Roles(grammar, frozenset(parties))
        self.predicates = Predicates(grammar, self.roles)

    def agreements(self) -> list[AgreementHit]:
        """All hits, in order."""
        found = []
        for word in range(self.grammar.size):
            hit = self._named(word) or self._made(word) or self._failed(word)
            if hit is not None:
                found.append(hit)
        return found

    def _named(self, word: int) -> AgreementHit | None:
        """The telling around a noun."""
        grammar = self.grammar
        noun = noun_of(grammar.low[word]) if grammar.tags[word] in ("NOUN", "PROPN") else None
        if noun is None or grammar.deps[word] in ("flat", "fixed") or self._is_agreeing(word):
            return None
        told = [self._told(role, predicate, word) for role, predicate in self._relations(word)]
        parties = self._parties(word, told)
        made = bool(self.roles.fill(word, "nmod:tussen")) or any(self._is_made(t, parties) for t in told)
        if any(self._is_inside(t.predicate) for t in told):
            return self._back(self._telling(word, told[0].predicate), None, "provision")
        pointing = noun.kind == "loose" and self._is_definite(word) and not self.roles.fill(word, "nmod:met")
        if noun.kind in ("loose", "bound") and not made and not pointing:
            return None
        telling = self._telling_most(told)
        if noun.kind == "plan" and telling is None:
            return None
        status, reality = self._status(telling) if telling else (None, "")
        begun = (clause_of(grammar, t.predicate) for t in told if t.done and t.done.begins)
        return AgreementHit(
            name=range(self._name(word).start, named_by(grammar, word)),
            words=self._telling(word, telling.predicate if telling else None),
            kind="pact" if noun.kind == "plan" or (made and noun.kind != "truce") else noun.kind,
            noun=noun.end,
            marks=self._marks(word, noun.first),
            definite=self._is_definite(word),
            status=status,
            parties=parties,
            third_parties=tuple(dict.fromkeys(self._third(word, told))),
            arcs=(f"{telling.role} of {self.grammar.forms[telling.predicate]}, {reality}",)
            if telling
            else (),
            scenes=(phrase_of(grammar, word), *begun),
            several=self._is_plural(word),
            bare=self._is_bare(word),
        )

    def _telling_most(self, told: Sequence[Told]) -> Told | None:
        """The first predicate that gives a status, unless another tells that it failed."""
        telling = [t for t in told if t.done]
        failing = (t for t in telling if t.done and t.done.status in ("violated", "ended"))
        return next(failing, telling[0]) if telling else None

    def _parties(self, word: int, told: Sequence[Told]) -> tuple[int, ...]:
        """Whom it is told to be between: those of its own phrase, else who makes it too."""
        between = list(self._between(word))
        makers = [w for t in told if t.done and t.done.makes for w in self._doers(t.predicate)]
        return tuple(
            dict.fromkeys([*between, *(makers if len(between) < 2 else ()), *self._beside(word, told)])
        )

    def _is_made(self, told: Told, parties: Sequence[int]) -> bool:
        """Whether a predicate says that several make it, or that it is signed."""
        grammar = self.grammar
        if told.done is None or not told.done.makes:
            return False
        several = len(parties) > 1 or any("Number=Plur" in grammar.feats[word] for word in parties)
        return told.role != "obj" or several or grammar.lemmas[told.predicate] in SIGNING

    def _made(self, word: int) -> AgreementHit | None:
        """What a verb makes without a noun for it: "worden het eens", "komen overeen"."""
        grammar = self.grammar
        predicate = predicate_of(grammar, word)
        for rest, verb in agreement_words().made:
            near = neighbours(grammar, word) if grammar.lemmas[word] == verb else {}
            if grammar.lemmas[word] != verb or not rest <= near.keys():
                continue
            own = sorted({word, *(near[key] for key in rest)})
            if self._names_one({predicate, *own}):
                return None
            reality = standing(grammar, predicate, own).reality
            what = self._agreed(predicate)
            if what is None and reality != "actual":
                return None  # who may agree some day, has no agreement to speak of
            status = TURNED.get(("concluded", reality), "concluded")
            return AgreementHit(
                name=self._name(what) if what is not None else range(own[0], own[-1] + 1),
                words=self._clause(predicate, word),
                kind="back" if self._points_back(predicate) else "made",
                noun="",
                marks=frozenset(),
                definite=False,
                status=status,
                parties=tuple(self._doers(predicate)),
                third_parties=(),
                arcs=(f"{status} by {grammar.forms[word]}",),
                scenes=(clause_of(grammar, predicate),),
            )
        return None

    def _failed(self, word: int) -> AgreementHit | None:
        """That nothing came of what was agreed."""
        grammar, (verb, nothing) = self.grammar, agreement_words().failed
        if grammar.lemmas[word] != verb or not nothing & {grammar.low[w] for w in grammar.subtree(word)}:
            return None
        return self._back(self._clause(word, word), "violated", f"violated by {grammar.forms[word]}")

    def _back(self, words: range, status: AgreementStatus | None, arc: str) -> AgreementHit:
        """Words that only say more of an agreement told of before."""
        return AgreementHit(words, words, "back", "", frozenset(), True, status, (), (), (arc,))

    def _is_inside(self, predicate: int) -> bool:
        """Whether what a predicate tells stands in an agreement told of before: "Daarin werd ... afgesproken"."""
        grammar = self.grammar
        done = agreement_words().done.get(("obj", grammar.lemmas[predicate]))
        return (
            done is not None
            and done.makes
            and any(grammar.low[c] in INSIDE for c in grammar.children[predicate])
        )

    def _is_noun(self, word: int) -> bool:
        return self.grammar.tags[word] == "NOUN" and noun_of(self.grammar.low[word]) is not None

    def _agreed(self, predicate: int) -> int | None:
        """The noun for what is agreed."""
        fillers = [f for role in ("obl:over", "obj") for f in self.roles.fill(predicate, role)]
        return next((f.word for f in fillers if self.grammar.tags[f.word] == "NOUN"), None)

    def _points_back(self, predicate: int) -> bool:
        """Whether what is agreed was told before: "kwamen dat overeen"."""
        return any(
            self.grammar.low[c] in ("dat", "dit") and self.grammar.deps[c] in ("obj", "nsubj", "nsubj:pass")
            for c in self.grammar.children[predicate]
        )

    def _names_one(self, words: Collection[int]) -> bool:
        """Whether the words of a phrase are said of a noun that names the agreement itself."""
        grammar = self.grammar
        nouns = (c for word in words for c in grammar.children[word] if self._is_noun(c))
        return any(c in words or grammar.deps[c] != "nsubj" for c in nouns)

    def _clause(self, predicate: int, word: int) -> range:
        """The words from the subject of a clause to its verb."""
        inside = [w for w in (*self._doers(predicate), predicate, word) if abs(w - word) <= 2 * FAR]
        return range(min(inside), max(inside) + 1)

    def _is_agreeing(self, word: int) -> bool:
        """Whether "akkoord" says that somebody agrees: "gaat akkoord", "is akkoord"."""
        grammar = self.grammar
        if grammar.low[word] != "akkoord" or any(
            grammar.deps[c] in ("det", "case", "amod") for c in grammar.children[word]
        ):
            return False
        governor = grammar.heads[word]
        copula = any(grammar.deps[c] == "cop" for c in grammar.children[word])
        return copula or (governor != ROOT and grammar.lemmas[governor] in AGREEING)

    def _relations(self, word: int) -> Iterator[tuple[str, int]]:
        for role, predicate in self.predicates.relations(word):
            yield role, predicate
            yield from (
                (role, joined) for joined in self.grammar.has(predicate, "conj") if self._shares(joined)
            )
        for behind in self.grammar.has(word, "parataxis"):
            if self._shares(behind):  # "Het bestand dat A en B sloten, bezweek": so the parser has it
                yield ("obj" if self.grammar.is_passive(behind) else "subj"), behind
        yield from self._loosely(word)

    def _shares(self, joined: int) -> bool:
        """Whether a verb that is joined to another has no subject or object of its own but that one's."""
        grammar = self.grammar
        return grammar.tags[joined] in VERBAL and not any(
            grammar.deps[c].partition(":")[0] in ("nsubj", "obj", "csubj") for c in grammar.children[joined]
        )

    def _loosely(self, word: int) -> Iterator[tuple[str, int]]:
        """A relative clause nearby with a verb of concluding, which takes no other noun for its object."""
        grammar = self.grammar
        for pronoun in range(word + 1, min(word + FAR, grammar.sentence(word).stop)):
            if noun_of(grammar.low[pronoun]):
                return
            clause = grammar.heads[pronoun]
            if grammar.low[pronoun] in ("die", "dat") and clause > pronoun:
                done = agreement_words().done.get(("obj", grammar.lemmas[clause]))
                if done and done.makes and grammar.deps[clause] == "acl:relcl":
                    yield "obj", clause
                return

    def _told(self, role: str, predicate: int, noun: int) -> Told:
        """What a predicate tells of an agreement."""
        done = agreement_words().done
        roles = (role, "obj") if role == "subj" and self._is_perfect(predicate) else (role,)
        keys = (key for each in roles for key in self.predicates.keys(each, predicate, noun))
        return Told(role, predicate, next((done[key] for key in keys if key in done), None))

    def _is_perfect(self, predicate: int) -> bool:
        """Whether "zijn" stands with a participle: "is nageleefd" may be a passive that the parser did not see."""
        grammar = self.grammar
        return any(
            grammar.deps[c] == "aux" and grammar.lemmas[c] == "zijn" for c in grammar.children[predicate]
        )

    def _status(self, told: Told) -> tuple[AgreementStatus | None, str]:
        """The status that a predicate gives, and its reality."""
        done, predicate = told.done, told.predicate
        assert done is not None
        if not self.predicates.is_verb(predicate) and self.grammar.tags[predicate] not in JUDGED:
            return done.status, "a noun"
        reality = self.predicates.reality(predicate)
        if done.status == "in-force" and reality in ("actual", "negated") and self._is_over(predicate):
            return "ended", "no more"
        timed = reality == "hypothetical" and self._is_timed(predicate)
        if self.predicates.is_past(predicate) and (reality == "actual" or timed):
            return done.past, "past"
        if told.role == "subj" and self.grammar.deps[predicate] == "xcomp" and reality == "hypothetical":
            reality = "actual"  # "lijkt stand te houden"
        return TURNED.get((done.status, reality), done.status), reality

    def _is_timed(self, predicate: int) -> bool:
        """Whether a conjunction of time opens its clause: "totdat zij een akkoord sloten"."""
        return any(self.grammar.low[mark] in TIMING for mark in self.grammar.marks(predicate))

    def _is_over(self, predicate: int) -> bool:
        """Whether something was so and is no more: "geldt niet meer"."""
        near = {self.grammar.low[word] for word in clause_of(self.grammar, predicate)}
        return "meer" in near and bool(near & {"niet", "geen"})

    def _doers(self, predicate: int) -> Iterator[int]:
        for role in ("nsubj", "obl:met", "obl:tussen"):
            yield from (filler.word for filler in self.roles.fill(predicate, role))

    def _between(self, word: int) -> Iterator[int]:
        """Whom the noun's own phrase names: "tussen A en B", "met B", "van A en B", "Amerikaans"."""
        for role in ("nmod:tussen", "nmod:met", "nmod:van", "amod"):
            fillers = self.roles.fill(word, role)
            if role != "nmod:van" or len(fillers) > 1:  # "het akkoord van Minsk" is no party's
                yield from (filler.word for filler in fillers)

    def _beside(self, word: int, told: Iterable[Told]) -> Iterator[int]:
        """The parties beside whom others are involved: "waarbij naast A en B ook C betrokken was"."""
        for child in self._around(word, told):
            if self.grammar.lemmas[child] in agreement_words().involving:
                yield from (filler.word for filler in self.roles.fill(child, "obl:naast"))

    def _third(self, word: int, told: Iterable[Told]) -> Iterator[int]:
        """Who helped: "bemiddeld door", "onder leiding van", "waarbij ook C betrokken was"."""
        grammar = self.grammar
        for child in self._around(word, told):
            if grammar.lemmas[child] in agreement_words().involving:
                yield from self._involved(child)
        prepositions, nouns = agreement_words().helping
        for at in grammar.sentence(word)[1:]:
            if grammar.low[at] in nouns and grammar.low[at - 1] in prepositions:
                yield from self._helpers(at)

    def _helpers(self, noun: int) -> Iterator[int]:
        """Whose help a noun tells of; the parser may have it as part of a preposition: "onder leiding van"."""
        if self.grammar.deps[noun] == "fixed":
            yield from self.grammar.with_conjuncts(self.grammar.heads[self.grammar.heads[noun]])
        else:
            yield from (filler.word for filler in self.roles.fill(noun, "nmod:van"))

    def _around(self, word: int, told: Iterable[Told]) -> Iterator[int]:
        """Its predicates, what hangs on them, and what hangs on the noun."""
        predicates = dict.fromkeys(t.predicate for t in told)
        yield from predicates
        for clause in dict.fromkeys((word, *predicates)):
            yield from (child for child in self.grammar.children[clause] if child not in predicates)

    def _involved(self, predicate: int) -> Iterator[int]:
        for role in ("nsubj", "obl:door", "obj"):
            for filler in self.roles.fill(predicate, role):
                yield from self._joined(filler.word)

    def _joined(self, name: int) -> Iterator[int]:
        """A name and what "en" joins right behind it, which the parser may have given to a pair before."""
        grammar = self.grammar
        yield name
        while name + 2 < grammar.size and grammar.low[name + 1] == "en" and grammar.tags[name + 2] == "PROPN":
            name += 2
            yield name

    def _name(self, word: int) -> range:
        first = word
        while first > 0 and self.grammar.tags[first - 1] in NAMING and self.grammar.heads[first - 1] == word:
            first -= 1
        return range(first, word + 1)

    def _telling(self, word: int, predicate: int | None) -> range:
        """The noun with what names it, up to the predicate if that is near."""
        words = self._name(word)
        if predicate is None or abs(predicate - word) > FAR:
            return words
        return range(min(words.start, predicate), max(words.stop, predicate + 1))

    def _marks(self, word: int, first: str) -> frozenset[str]:
        """What tells which agreement it is: the first half of a compound, names and years in its phrase."""
        grammar = self.grammar
        found = {first} if len(first) > 1 and first not in agreement_words().sorts else set()
        for child in grammar.children[word]:
            named = grammar.forms[child][:1].isupper() and grammar.case(child) not in BETWEEN
            if (
                grammar.deps[child] in ("nmod", "amod", "flat", "appos")
                and named
                and child not in grammar.first
            ):
                found.add(grammar.low[child])
            if grammar.deps[child] in ("nmod", "obl") and grammar.case(child) == "van":
                found |= {grammar.low[w] for w in grammar.subtree(child) if YEAR.fullmatch(grammar.low[w])}
        return frozenset(found)

    def _is_plural(self, word: int) -> bool:
        return "Number=Plur" in self.grammar.feats[word]

    def _is_bare(self, word: int) -> bool:
        """Whether it stands in a heading: a sentence that has no verb and no full stop."""
        sentence = self.grammar.sentence(word)
        verbs = any(self.grammar.tags[w] in VERBAL for w in sentence)
        return not verbs and self.grammar.tags[sentence[-1]] != "PUNCT"

    def _is_definite(self, word: int) -> bool:
        return any(
            self.grammar.low[c] in DEFINITE or self.grammar.deps[c] == "nmod:poss"
            for c in self.grammar.children[word]
            if self.grammar.deps[c] in ("det", "nmod:poss")
        )
