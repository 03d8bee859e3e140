"""Who deals with whom: which of those told near talks or an agreement are its parties.

Hosts, mediators and who is merely near are none. What speaks for each is weighed; the weights are learned on gold
(`training/parties.py`). Takes what the report says of all actors, gives the likely parties of one dealing.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from akkoord.codebook import Code, Span
from akkoord.reading.actors import lexicon
from akkoord.reading.findings import Event
from akkoord.reading.mention import Known, party_shares, wholes
from akkoord.reading.signals import Signals
from akkoord.reading.weighing import learned, shares

MEDIATING = "third-party"  # the mode of events whose actors bring others together
LIKELY = 0.5
SECOND = 0.25  # chance of the second likeliest, since a dealing mostly has two sides
NEAR = 5  # words from a mention in which a word of hosting or mediating may stand
LEAST = 0.01  # share that counts as none
SIDES = 2
ABOUT = frozenset({"over", "inzake", "rond", "rondom"})  # what stands before what is talked about


@dataclass(frozen=True)
class Around:
    """What a report says of all that its dealings may be between."""

    signals: Signals
    mentions: Sequence[Known]
    events: Sequence[Event]
    told: Mapping[Code, int]  # mentions
    acting: Mapping[Code, int]  # events in which they act or undergo
    mediating: Mapping[Code, int]  # events in which they bring others together

    @classmethod
    def of(cls, signals: Signals, mentions: Sequence[Known], events: Sequence[Event]) -> "Around":
        """Counts them."""
        told, acting, mediating = Counter[Code](), Counter[Code](), Counter[Code]()
        for mention in mentions:
            told.update(wholes(mention))
        for event in events:
            (mediating if event.mode == MEDIATING else acting).update(code.whole for code in event.actors)
            acting.update(code.whole for code in event.recipients)
        return cls(signals, mentions, events, told, acting, mediating)

    def likely(
        self,
        kind: str,
        parties: Sequence[Code],
        evidence: Sequence[Span],
        place: str | None,
        named: Collection[Code] = (),
    ) -> tuple[Code, ...]:
        """The likely ones of several parties of talks or an agreement (`kind`), the likeliest at least.

        `named` are those that grammar names as such. What they talk about is no party.
        """
        sentences = self._sentences(evidence)
        dealing = [party for party in dict.fromkeys(parties) if not self._is_topic(party, sentences)]
        parties = dealing or tuple(dict.fromkeys(parties))
        if len(parties) < SIDES:
            return tuple(parties)
        weights = learned("parties")[kind]
        chances = {
            party: shares({True: features, False: {}}, weights)[True]
            for party, features in self.features(parties, evidence, place, named).items()
        }
        second = sorted(chances.values())[-SIDES]
        least = min(LIKELY, max(second, SECOND), max(chances.values()))
        return tuple(party for party, chance in chances.items() if chance >= least)

    def go_betweens(self, parties: Collection[Code], evidence: Sequence[Span]) -> set[Code]:
        """Those who are told to host or mediate where the dealing is told of."""
        _, bringing = self._in_events(evidence)
        sentences = self._sentences(evidence)
        near = {party for party in parties for m in self._here(party, sentences) if self._is_go_between(m)}
        return near | (bringing & set(parties))

    def features(
        self, parties: Sequence[Code], evidence: Sequence[Span], place: str | None, named: Collection[Code]
    ) -> dict[Code, dict[str, float]]:
        """What speaks for each as a party; `named` are those that grammar names as such."""
        pointed = self._pointed(evidence)
        most = max((pointed[party] for party in parties), default=0.0)
        meeting, bringing = self._in_events(evidence)
        sentences = self._sentences(evidence)
        told, hosts = max(self.told.values(), default=1), owners(place)
        busiest = sorted(self.acting.values(), reverse=True)[:SIDES]
        found = {}
        for party in parties:
            here = self._here(party, sentences)
            found[party] = {
                "bias": 1.0,
                "share": math.log(pointed[party] + LEAST),
                "of the most": pointed[party] / max(most, LEAST),
                "named": float(party in named),
                "meets": float(party in meeting),
                "brings together": float(party in bringing),
                "mediates": math.log1p(self.mediating.get(party, 0)),
                "hosts": float(party in hosts),
                "known body": float(party in _known_bodies()),
                "body": float(party.party.startswith("ORG:")),
                "told": self.told.get(party, 0) / told,
                "acts": math.log1p(self.acting.get(party, 0)),
                "side": float(bool(busiest) and self.acting.get(party, 0) >= busiest[-1]),
                "near": float(any(self._is_go_between(mention) for mention in here)),
                "here": float(bool(here)),
                "parties": float(len(parties)),
            }
        return found

    def _pointed(self, evidence: Sequence[Span]) -> Counter[Code]:
        """The highest share that the tellings give to each party."""
        found = Counter[Code]()
        for span in evidence:
            first = self.signals.words(span).start
            for party, share in party_shares(self.signals, self.mentions, "parties", first).items():
                found[party] = max(found[party], share)  # type: ignore[assignment]
        return found

    def _in_events(self, evidence: Sequence[Span]) -> tuple[set[Code], set[Code]]:
        """Who meets in the events of these words, and who brings others together."""
        meeting, bringing = set[Code](), set[Code]()
        for event in self.events:
            if any(event.trigger.start < span.end and span.start < event.trigger.end for span in evidence):
                (bringing if event.mode == MEDIATING else meeting).update(c.whole for c in event.actors)
                meeting.update(code.whole for code in event.recipients)
        return meeting, bringing

    def _sentences(self, evidence: Sequence[Span]) -> set[int]:
        return {self.signals.sentences[word] for span in evidence for word in self.signals.words(span)}

    def _here(self, party: Code, sentences: Collection[int]) -> list[Known]:
        """The mentions of a party in some sentences."""
        numbers = self.signals.sentences
        return [m for m in self.mentions if party in wholes(m) and numbers[m.stretch.first] in sentences]

    def _is_topic(self, party: Code, sentences: Collection[int]) -> bool:
        """Whether some sentences say nothing of a party but that somebody talks about it: "over de Krim"."""
        starts = [mention.stretch.first for mention in self._here(party, sentences)]
        return bool(starts) and all(
            start > 0 and self.signals.form(start - 1).lower() in ABOUT for start in starts
        )

    def _is_go_between(self, mention: Known) -> bool:
        """Whether words of hosting or mediating stand around a mention."""
        first, end = max(0, mention.stretch.first - NEAR), mention.stretch.end + NEAR
        around = range(first, min(len(self.signals.offsets), end))
        return any(self.signals.form(word).lower().startswith(_starts()) for word in around)


def owners(place: str | None) -> list[Code]:
    """Whose a place is: the states of a capital or another known place in its name."""
    entries = lexicon().find(place.split()) if place else []
    return [entry.code.whole for entry in entries if entry.kind in ("capital", "place")]


@cache
def _starts() -> tuple[str, ...]:
    """How words of hosting and mediating begin."""
    text = files("akkoord.reading").joinpath("data", "go_betweens.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["starts"])


@cache
def _known_bodies() -> frozenset[Code]:
    """Bodies that any foreign desk knows, most of them international: oftener between the parties than one of them."""
    return frozenset(
        entry.code.whole
        for entries in lexicon().entries.values()
        for entry in entries
        if entry.source == "organisations"
    )
