"""Who plays which role in an event: every mention around its trigger is weighed, and so is that nobody does.

A frame says who stands where, grammar how a mention hangs together with the trigger, the heads whom it points to; who
speaks and who is much spoken of counts too. The weights are learned on gold (`training/weigh.py`).
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from akkoord.codebook import Code, EventType
from akkoord.codebook.code import NAMELESS
from akkoord.reading.findings import Mention, Statement
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.mention import Known, pointed
from akkoord.reading.signals import Pointer, Signals, Stretch
from akkoord.reading.ties import head_of, is_passive, tie
from akkoord.reading.weighing import learned, shares

Role = Literal["agent", "recipient"]
Features = dict[str, float]
OTHER: Mapping[Role, Role] = {"agent": "recipient", "recipient": "agent"}
BACK = 2  # sentences before the trigger's own whose mentions are looked at
POINTED = 0.05  # share from which a mention elsewhere is looked at
SECOND = 0.5  # share of the best's from which another plays the role with him
NOBODY = 0.5  # chance from which nobody plays a role
SURELY = 0.9  # share of nothing from which only whom a frame has plays a role
SLACK = 0.001  # by which shares may not add up to one
FLOOR = 0.01
ALONE = 0.05  # the same for the share of a party in another's company
SELVES = frozenset({"wij", "we", "ik", "ons", "onze", "mij", "me", "mijn"})


class Company:
    """The mentions of a report, all of which may play a part in its events, and what is known of them as such.

    What does not depend on the role is worked out once: the same mentions are weighed for every event around them.
    """

    def __init__(self, signals: Signals, mentions: Sequence[Known]) -> None:
        self.signals, self.mentions = signals, mentions
        counts = Counter(mention.code.party for mention in mentions if mention.code is not None)
        self.count = {party: math.log(number / counts.total()) for party, number in counts.items()}
        self._traits: dict[int, tuple[str, ...]] = {}
        self._heads: dict[int, int] = {}
        self._tied: tuple[range, dict[int, str]] = (range(0), {})
        self._dealings: dict[frozenset[str], tuple[Counter[str], int]] = {}

    @cached_property
    def beside(self) -> Mapping[str, Counter[str]]:
        """With how many mentions of each other party a party shares its sentences."""
        sentences: dict[int, Counter[str]] = defaultdict(Counter)
        for mention in self.mentions:
            if mention.code is not None:
                own = sentences[self.signals.sentences[mention.stretch.first]]
                own.update(part.party for part in mention.code.parts)
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for parties in sentences.values():
            for party in parties:
                found[party].update({other: n for other, n in parties.items() if other != party})
        return found

    def dealings(self, parties: frozenset[str]) -> tuple[Counter[str], int]:
        """With how many mentions of each other party some parties share their sentences, and with how many in all."""
        if parties not in self._dealings:
            shared: Counter[str] = Counter()
            for party in sorted(parties):
                shared.update(self.beside.get(party, {}))
            self._dealings[parties] = shared, max(1, shared.total())
        return self._dealings[parties]

    def traits(self, mention: Known) -> tuple[str, ...]:
        """What a mention is by itself."""
        key = id(mention)
        if key not in self._traits:
            self._traits[key] = tuple(_traits(self.signals, mention))
        return self._traits[key]

    def head(self, mention: Known) -> int:
        """The word that the others of a mention hang on."""
        key = id(mention)
        if key not in self._heads:
            self._heads[key] = head_of(self.signals, mention.stretch.words)
        return self._heads[key]

    def tie(self, words: range, mention: Known) -> str:
        """How a mention hangs on some words; kept while the same words are asked about, as for each role and type."""
        if words != self._tied[0]:
            self._tied = words, {}
        known = self._tied[1]
        if id(mention) not in known:
            known[id(mention)] = tie(self.signals, words, mention.stretch.words)
        return known[id(mention)]


@dataclass(frozen=True)
class Scene:
    """An event in the making: its trigger, the frame that fits, the statement that tells it and that whose cue it is,
    in the company of the report's mentions.
    """

    signals: Signals
    trigger: Stretch
    hit: EventHit | None
    statement: Statement | None
    saying: Statement | None
    company: Company

    @property
    def words(self) -> range:
        return self.trigger.words

    @property
    def type(self) -> EventType:
        return self.trigger.label  # type: ignore[return-value]

    @cached_property
    def shape(self) -> str:
        """How the event is told: by a noun, by a verb, in the passive."""
        head = head_of(self.signals, self.words)
        if self.signals.upos[head] not in ("VERB", "AUX", "ADJ"):
            return "noun"
        return "passive" if is_passive(self.signals, head) else "verb"

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """What the event is by itself: what speaks for somebody's part in it counts for more in one than in another."""
        word = self.signals.form(head_of(self.signals, self.words)).lower()
        return f"type {self.type}", f"shape {self.shape}", f"word {word}"

    def framed(self, role: Role) -> Sequence[int]:
        """The words that stand where the frame has a role."""
        if self.hit is None:
            return ()
        return self.hit.actors if role == "agent" else self.hit.recipients


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may play a role: the share of each party and of nobody, and the code by which each party is told.

    `mates` are the parties that the words join with the likeliest.
    """

    shares: Mapping[str, float]
    codes: Mapping[str, Code]
    nobody: float
    mates: Collection[str]

    @property
    def best(self) -> float:
        """The chance that the role is played by those told to play it: of the likeliest party, or of nobody."""
        return self.nobody if self.is_empty else max(self.shares.values())

    @property
    def is_empty(self) -> bool:
        """Whether it is likelier than not that nobody plays the role."""
        return self.nobody >= NOBODY or not self.shares

    @property
    def players(self) -> list[Code]:
        """The codes of those who play the role, in alphabetical order."""
        if self.is_empty:
            return []
        least = {party: FLOOR if party in self.mates else SECOND * self.best for party in self.shares}
        return sorted(self.codes[party] for party, share in self.shares.items() if share >= least[party])


def cast(scene: Scene) -> tuple[Cast, Cast]:
    """Who acts, and who undergoes it. Who is likelier to undergo what the likeliest one does, does not act with him."""
    agents = cast_as(scene, "agent")
    players = agents.players
    if len(players) < 2:
        return agents, cast_as(scene, "recipient", players)
    first = max(players, key=lambda code: agents.shares[code.party])
    undergoing = cast_as(scene, "recipient", [first])
    agents = replace(
        agents,
        shares={
            party: share
            for party, share in agents.shares.items()
            if party in {first.party, *agents.mates} or share >= undergoing.shares.get(party, 0.0)
        },
    )
    alone = agents.players == [first]
    return agents, undergoing if alone else cast_as(scene, "recipient", agents.players)


def cast_as(scene: Scene, role: Role, beside: Collection[Code] = ()) -> Cast:
    """Who may play one role; `beside` are codes that play the other one."""
    found = candidates(scene, role, beside)
    nobody = 0.0
    parties: dict[str, float] = defaultdict(float)
    codes: dict[str, tuple[float, str, Code]] = {}
    weighed = shares({i: features for i, (_, features) in enumerate(found)}, learned(role))
    for i, share in weighed.items():
        mention = found[i][0]
        if mention is None or mention.code is None:
            nobody += share
            continue
        for code in mention.code.parts:
            parties[code.party] += share
            codes[code.party] = max(codes.get(code.party, (0.0, "", code)), (share, str(code), code))
    told = {party: code for party, (_, _, code) in codes.items()}
    return Cast(dict(parties), told, nobody, _mates(scene, found, max(weighed, key=lambda i: weighed[i])))


def _mates(scene: Scene, found: Sequence[tuple[Known | None, Features]], first: int) -> set[str]:
    """The parties that the likeliest mention means together ("beide landen"), and those beside it in one coordination:
    "erkent Riga en Wilna".
    """
    signals, best = scene.signals, found[first][0]
    if best is None or best.code is None:
        return set()
    mates = [best]
    for mention, _ in found:
        head = scene.company.head(mention) if mention is not None and mention.code is not None else None
        if mention is not None and head is not None and signals.relations[head] == "conj":
            mates += [mention] if signals.governors[head] in best.stretch.words else []
    return {part.party for mention in mates if mention.code is not None for part in mention.code.parts}


def candidates(
    scene: Scene, role: Role, beside: Collection[Code] = ()
) -> list[tuple[Known | None, Features]]:
    """Nobody first, then the mentions that may play a role; each with what speaks for it.

    Where the heads are sure of nobody, only whom the frame has may.
    """
    signals, anchor, shape = scene.signals, scene.words.start, scene.shape
    sentence = signals.sentences[anchor]
    other = signals.pointer(OTHER[role], anchor)
    nobody = signals.pointer(role, anchor).nothing >= SURELY
    parties, framed = frozenset(code.party for code in beside), frozenset(scene.framed(role))
    found: list[tuple[Known | None, Features]] = []
    around = _around(signals, role, anchor)
    for mention, share in pointed(signals, scene.company.mentions, role, anchor, around):
        back = sentence - signals.sentences[mention.stretch.first]
        near = 0 <= back <= BACK
        if not (near or share >= POINTED) or (nobody and framed.isdisjoint(mention.stretch.words)):
            continue
        coded = mention.code is not None and mention.code not in beside
        if coded or (back == 0 and mention.code is None):
            features = _features(scene, role, mention, shape, share, other) | _beside(scene, mention, parties)
            found.append((mention, features | {f"back {back if near else 'far'}": 1.0}))
    filled = any(mention and mention.code and "framed" in features for mention, features in found)
    return [(None, _nobody(scene, role, shape, filled)), *found]


def _around(signals: Signals, role: Role, anchor: int) -> range | None:
    """The words of the trigger's sentence and those before it that are looked at, where no mention elsewhere can have
    the share from which it is looked at too; else none.
    """
    sentence, pointer = signals.sentences[anchor], signals.pointer(role, anchor)
    start = bisect_left(signals.sentences, sentence - BACK)
    stop = bisect_left(signals.sentences, sentence + 1)
    start, stop = max(start, pointer.first), min(stop, pointer.first + len(pointer.shares))
    inside = pointer.at(range(start, stop))
    return range(start, stop) if inside > 1 - POINTED + SLACK else None


def _features(scene: Scene, role: Role, mention: Known, shape: str, share: float, other: Pointer) -> Features:
    """What speaks for a mention: how near it is, where it stands, and what it is itself."""
    signals, words = scene.signals, mention.stretch.words
    labels = [*scene.company.traits(mention), *_at_trigger(scene, mention), *_of_statement(scene, mention)]
    labels += scene.traits
    if signals.sentences[words.start] == signals.sentences[scene.words.start]:
        labels.append(f"{shape} {scene.company.tie(scene.words, mention)}")
    if any(word in words for word in scene.framed(role)):
        labels += ["framed", f"framed {shape}", f"framed {scene.type}"]
    if any(word in words for word in scene.framed(OTHER[role])):
        labels += ["framed other", f"framed other {shape}"]
        if not scene.framed(role):
            labels.append("framed other only")
    features = dict.fromkeys(labels, 1.0) | {
        "pointer": math.log(share + FLOOR),
        "other pointer": math.log(other.at(words) + FLOOR),
        "distance": -math.log(1 + abs(words.start - scene.words.start)),
    }
    if mention.code is not None:
        features["count"] = scene.company.count[mention.code.party]
    return features


def _beside(scene: Scene, mention: Known, parties: frozenset[str]) -> Features:
    """What speaks for a mention beside those who play the other role: that it deals with them all over the report."""
    if mention.code is None or not parties:
        return {}
    shared, total = scene.company.dealings(parties)
    own = {part.party for part in mention.code.parts}
    share = sum(shared[party] for party in own) / total
    return {"company": math.log(share + ALONE), "acts": float(not own.isdisjoint(parties))}


def _nobody(scene: Scene, role: Role, shape: str, filled: bool) -> Features:
    """What speaks for nobody's playing a role; `filled` says whether somebody stands where a frame has it."""
    named = bool(scene.framed(role))
    only_other = bool(scene.framed(OTHER[role])) and not named
    return dict.fromkeys(scene.traits, 1.0) | {
        "nobody": 1.0,
        f"nobody {shape}": 1.0,
        f"nobody {scene.type}": 1.0,
        f"nobody {shape} {'filled' if filled else 'open'}": 1.0,
        "nobody pointer": math.log(scene.signals.pointer(role, scene.words.start).nothing + FLOOR),
        "nobody framed": float(filled),
        "nobody other": float(named and not filled),
        "nobody only other": float(only_other),
        f"nobody {shape} only other": float(only_other),
        "nobody unknown": float(scene.hit is None),
    }


def _traits(signals: Signals, mention: Known) -> Iterator[str]:
    """What a mention is by itself."""
    yield from mention.kinds
    if mention.pronoun:
        yield "pronoun"
    if mention.words[0].lower() in SELVES:
        yield "self"
    head = head_of(signals, mention.stretch.words)
    yield f"is {signals.relations[head].partition(':')[0]}"
    if not signals.placed.isdisjoint(mention.stretch.words):
        yield "placed"
    if mention.code is None:
        yield "uncoded"
        return
    yield f"by {mention.known_by}"
    yield f"sector {mention.code.sector}"
    if mention.code.party == NAMELESS:
        yield "nameless"


def _at_trigger(scene: Scene, mention: Known) -> Iterator[str]:
    """What a mention is to what happens."""
    if mention.stretch.first > scene.words.start:
        yield "after"
    if mention.code is not None:
        yield f"{scene.type} sector {mention.code.sector}"


def _of_statement(scene: Scene, mention: Known) -> Iterator[str]:
    """What a mention is to the statement that tells the event, and to that which is the event."""
    party = _party(mention)
    if party is not None and scene.statement is not None:
        if _party(scene.statement.source) == party:
            yield "speaker"
        if _party(scene.statement.addressee) == party:
            yield "addressee"
    if scene.saying is not None:
        start = scene.signals.offsets[mention.stretch.first][0]
        if scene.saying.source is not None and scene.saying.source.start == start:
            yield "says"
        if scene.saying.addressee is not None and scene.saying.addressee.start == start:
            yield "told"


def _party(found: Mention | Known | None) -> str | None:
    return found.code.party if found is not None and found.code is not None else None
