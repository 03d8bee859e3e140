"""Events that the frames find in a parsed text: who does what to whom, and whether it is real.

Takes a Doc; gives hits in the order of their triggers. What a party is, and which code it has, is the caller's part:
where he tells which words name one, roles prefer these.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from akkoord.codebook import EventType, Reality
from akkoord.reading.frames.frame import Frame
from akkoord.reading.frames.grammar import Grammar, grammar_of
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.frames.implied import as_threat, demands
from akkoord.reading.frames.matching import Opened, frame_index, predicate_of
from akkoord.reading.frames.operators import operators
from akkoord.reading.frames.reality import Standing, standing
from akkoord.reading.frames.roles import Filler, Roles

ASKED = 10  # what a frame that asks for something weighs more than one that does not
GAP = 2  # words that may stand between the words of one trigger
ARGUMENTS = ("obj", "nsubj:pass", "nsubj", "iobj", "obl", "obl:arg", "obl:agent", "xcomp", "nmod")
NO_NOUNS = frozenset({"flat", "compound:prt", "fixed", "case"})
OWNERS = ("poss", "amod", "nmod:van", "nmod:door")
CONTENT = frozenset({"xcomp", "ccomp", "obj", "obl", "obl:arg", "advcl", "nmod", "acl"})
TOWARDS: frozenset[EventType] = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE", "ACCUSE"})
DEALINGS: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


@dataclass(frozen=True)
class Reading:
    """A frame that fits some words, with who fills its roles."""

    opened: Opened[Frame]
    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    weight: int


def find_events(doc: Doc, parties: Collection[int] | None = None) -> list[EventHit]:
    """The events of a parsed text. `parties` are the words that name somebody who can act, where that is known."""
    return Finder(grammar_of(doc), parties).events()


class Finder:
    """Finds the events of one text."""

    def __init__(self, grammar: Grammar, parties: Collection[int] | None = None) -> None:
        self.grammar = grammar
        self._parties = frozenset(parties) if parties is not None else None
        self.roles = Roles(grammar, self._parties or frozenset())

    def events(self) -> list[EventHit]:
        """All hits; a word of a phrase opens no frame of its own."""
        readings = [best for word in range(self.grammar.size) for best in self._best(word)]
        inside = {
            word
            for reading in readings
            for word in reading.opened.words
            if len(reading.opened.words) > 1 and word != reading.opened.head
        }
        named = [self._hit(reading) for reading in readings if reading.opened.head not in inside]
        hits = [
            *(as_threat(self.grammar, hit) for hit in named),
            *demands(self.grammar, self.roles, self._is_party),
        ]
        return sorted(hits, key=lambda hit: hit.trigger.start)

    def _best(self, word: int) -> list[Reading]:
        """The frame that fits a word best, and those of other types that ask as much of what is around it."""
        readings = [r for o in frame_index().opened(self.grammar, word) for r in self._readings(o)]
        readings.sort(key=lambda reading: reading.weight, reverse=True)
        first = {r.opened.entry.type: r for r in reversed(readings)}
        return [r for r in first.values() if r.weight // ASKED == readings[0].weight // ASKED]

    def _readings(self, opened: Opened[Frame]) -> Iterator[Reading]:
        frame, grammar = opened.entry, self.grammar
        word = predicate_of(grammar, opened.head) if frame.pos == "phrase" else opened.head
        if not self._fits(frame, word):
            return
        actors = self._actors(frame, word, opened.words)
        recipients = self._recipients(frame, word, actors)
        if not self._meets(frame, word, actors, recipients):
            return
        weight = 100 * len(opened.words) + 20 * bool(frame.objects) + 10 * bool(frame.needs)
        weight += len(actors) + len(recipients)
        own = opened.words
        yield Reading(
            opened,
            tuple(f for f in actors if f.word not in own),
            tuple(f for f in recipients if f.word not in own),
            weight,
        )

    def _actors(self, frame: Frame, word: int, words: tuple[int, ...]) -> list[Filler]:
        """Who acts: by the frame's roles, else whom the phrase's noun names, else who does what carries the noun."""
        actors = self._filled(word, frame.actor, together=not frame.recipient)
        if (
            frame.pos == "verb"
            and self.roles.is_nominal(word)
            and (frame.objects or "obj" in frame.recipient)
        ):
            done_to = {filler.word for filler in self.roles.fill(word, "obj")}
            actors = [filler for filler in actors if filler.word not in done_to]
        if frame.pos == "phrase" and not self._any_party(actors):
            named = [f for w in words if w != word for f in self._filled(w, OWNERS, together=False)]
            actors = named if self._any_party(named) else actors
        if frame.pos == "noun" and not self._any_party(actors):
            carrier = self.roles.carrier(word)
            carried = self._filled(carrier, ("nsubj",), together=False) if carrier >= 0 else []
            actors = [*actors, *(f for f in carried if f not in actors)]
        return actors

    def _recipients(self, frame: Frame, word: int, actors: list[Filler]) -> list[Filler]:
        """To whom: by the frame's roles, else the first party in what is asked, offered, threatened or refused."""
        found = self._filled(word, frame.recipient, together=False)
        if any(self.grammar.low[f.word] == "elkaar" for f in found):
            return actors
        taken = {filler.word for filler in actors}
        found = [f for f in found if f.word not in taken]
        if self._any_party(found) or (not frame.complement and frame.type not in TOWARDS):
            return found
        for child in self.grammar.children[word]:
            if self.grammar.deps[child] in CONTENT and child not in taken:
                inside = sorted(
                    w for w in self.grammar.subtree(child) if w not in taken and self._is_named(w)
                )
                if inside:
                    return [Filler(inside[0], f"in {self.grammar.arc(word, child)}")]
        return found

    def _any_party(self, fillers: list[Filler]) -> bool:
        return any(self._is_party(filler.word) for filler in fillers)

    def _is_named(self, word: int) -> bool:
        """Whether a word names a party: known to, or a name."""
        return self._is_party(word) if self._parties is not None else self.grammar.tags[word] == "PROPN"

    def _fits(self, frame: Frame, word: int) -> bool:
        """Whether the word is used as the frame has it, and its object is one of those that the frame names."""
        grammar = self.grammar
        if frame.pos == "adjective" and grammar.deps[word] in ("amod", "advmod", "det", "flat"):
            return False
        if frame.pos == "adjective" and grammar.tags[word] == "NOUN":
            deps = {grammar.deps[child] for child in grammar.children[word]}
            return "cop" in deps and "det" not in deps
        if frame.pos == "noun" and (grammar.deps[word] in NO_NOUNS or self._is_set(word)):
            return False
        if frame.pos == "verb" and grammar.tags[word] == "NOUN" and not grammar.is_infinitive(word):
            return False
        return not frame.objects or self._has_object(frame, word)

    def _is_set(self, word: int) -> bool:
        """Whether a noun only makes a preposition with the word before it: "in ruil"."""
        return (
            word > 0 and f"{self.grammar.low[word - 1]} {self.grammar.low[word]}" in operators().set_phrases
        )

    def _has_object(self, frame: Frame, word: int) -> bool:
        grammar = self.grammar
        wanted = tuple(noun.lower().replace("_", "") for noun in frame.objects)
        candidates = [c for c in grammar.children[word] if grammar.deps[c] in ARGUMENTS]
        if grammar.deps[word] in ("amod", "acl:relcl", "acl"):
            candidates.append(grammar.heads[word])
        if not candidates:
            candidates = [filler.word for filler in self.roles.fill(word, "obj")]
        things = (c for child in candidates for c in grammar.with_conjuncts(child))
        return any(self._ends_in(thing, wanted) for each in things for thing in self.roles.measured(each))

    def _ends_in(self, word: int, nouns: tuple[str, ...]) -> bool:
        return self.grammar.lemmas[word].endswith(nouns) or self.grammar.low[word].endswith(nouns)

    def _filled(self, word: int, roles: tuple[str, ...], together: bool) -> list[Filler]:
        """Who fills the first role that a party fills, or all roles where those in them act together."""
        found: list[Filler] = []
        for role in roles:
            fillers = [f for f in self.roles.fill(word, role) if f not in found]
            if together:
                found += fillers
            elif any(self._is_party(f.word) for f in fillers):
                return fillers
            elif not found:
                found = fillers
        return found

    def _is_party(self, word: int) -> bool:
        if self._parties is not None:
            return word in self._parties
        return self.grammar.tags[word] in ("PROPN", "PRON") or self.grammar.forms[word][0].isupper()

    def _meets(self, frame: Frame, word: int, actors: list[Filler], recipients: list[Filler]) -> bool:
        return all(self._need(need, frame, word, actors, recipients) for need in frame.needs)

    def _need(
        self, need: str, frame: Frame, word: int, actors: list[Filler], recipients: list[Filler]
    ) -> bool:
        if need == "actor":
            return self._any_party(actors)
        if need == "recipient":
            return self._any_party(recipients) and any(self.roles.fill(word, r) for r in frame.recipient)
        if need == "force":
            return self._is_fought(frame, word, [*actors, *recipients])
        if need == "judgement":
            return any(
                self.grammar.lemmas[w].endswith(tuple(operators().judgement))
                for w in self.grammar.subtree(word)
            )
        return bool(self.roles.fill(word, need))

    def _is_fought(self, frame: Frame, word: int, fillers: list[Filler]) -> bool:
        """Whether an armed force takes part; in an attack, states stand for theirs."""
        objects = self.roles.fill(word, "obj")
        if any(self._ends_in(f.word, operators().forces) for f in [*fillers, *objects]):
            return True
        return frame.type == "ASSAULT" and any(self._is_party(f.word) for f in fillers)

    def _hit(self, reading: Reading) -> EventHit:
        frame, head = reading.opened.entry, reading.opened.head
        predicate = predicate_of(self.grammar, head) if frame.pos == "phrase" else head
        stands = standing(self.grammar, predicate, reading.opened.words)
        kind, reality = told(frame.type, stands)
        return EventHit(
            trigger=self._trigger(reading.opened.words, head),
            type=kind,
            mode=frame.mode if kind == frame.type else None,
            reality=reality,
            actors=tuple(f.word for f in reading.actors),
            recipients=tuple(f.word for f in reading.recipients),
            frame=f"{frame.source}: {frame.lemma}",
            arcs=(*(f.arc for f in (*reading.actors, *reading.recipients)), *stands.arcs),
            signs=stands.signs,
        )

    def _trigger(self, words: tuple[int, ...], head: int) -> range:
        """The words of the frame where they stand together, else the verb alone."""
        first, last = min(words), max(words)
        if last - first + 1 <= len(words) + GAP:
            return range(first, last + 1)
        return range(head, head + 1)


def told(kind: EventType, stands: Standing) -> tuple[EventType, Reality]:
    """Type and reality together (codebook section 4): dealings that somebody will or wants to have are an agreement
    that stands now, those that he does not want a refusal; those that others promise for him are not yet so."""
    if kind not in DEALINGS:
        return kind, stands.reality
    if (stands.willed or stands.planned) and stands.reality == "negated":
        return "REJECT", "actual"
    if stands.reality == "future" and stands.planned:
        return "AGREE", "actual"
    if stands.reality == "hypothetical" and stands.willed and len(stands.arcs) == 1:
        return "AGREE", "actual"
    return kind, "hypothetical" if stands.reality == "future" else stands.reality
