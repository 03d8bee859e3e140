"""What agreements and talks have in common: told in several places, between parties, with a status that changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from akkoord.codebook import Code, Span
from akkoord.reading.findings import Time
from akkoord.reading.judge import logit
from akkoord.reading.mention import Known, party_shares, wholes
from akkoord.reading.setting import place_at, time_at
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import trimmed

PARTY = 0.12  # share from which a party takes part
GAP = 4  # words between parts of one telling


@dataclass(frozen=True, slots=True)
class Dealing:
    """One agreement or one round of talks in the making; `chance`, `sure` and `share` are those of its words."""

    parties: tuple[Code, ...]
    status: str
    evidence: tuple[Span, ...]
    chance: float
    sure: float
    share: float
    date: str | None
    place: str | None
    told: str = ""  # what words of the text give the status; where none do, the head does
    why: tuple[str, ...] = ()
    mediators: tuple[Code, ...] = ()  # by events that say so
    go_betweens: tuple[Code, ...] = ()  # told of as parties, but near words of mediating
    named: bool = False  # a word or an event says what it is; the head alone does not
    event: float = 0.0  # how sure an event that tells of it is, where one does
    met: bool = False  # grammar says who meets whom

    def features(self) -> dict[str, float]:
        """What speaks for it."""
        return {
            "evidence": logit(self.chance),
            "status": logit(self.sure),
            "parties": logit(self.share),
            "several": float(len(self.parties) > 1),
            "again": float(len(self.evidence) > 1),
            "named": float(self.named),
        }

    def joined(self, later: "Dealing") -> "Dealing":
        """The same told again: the later status holds."""
        return replace(
            later,
            parties=tuple(sorted(set(self.parties) | set(later.parties))),
            evidence=(*self.evidence, *later.evidence),
            chance=max(self.chance, later.chance),
            share=max(self.share, later.share),
            date=self.date or later.date,
            place=self.place or later.place,
            told=self.told or later.told,
            why=(*self.why, *later.why),
            mediators=(*self.mediators, *later.mediators),
            named=self.named or later.named,
            event=max(self.event, later.event),
            met=self.met or later.met,
        )


def tellings(signals: Signals, head: str, least: float) -> list[Stretch]:
    """Stretches that a head marks, those of one sentence that stand close together as one."""
    found: list[Stretch] = []
    for stretch in signals.stretches(head, least):
        last = found[-1] if found else None
        if last and stretch.first - last.end <= GAP and stretch.first in signals.sentence(last.first):
            found[-1] = Stretch(last.first, stretch.end, last.label, max(last.chance, stretch.chance))
        else:
            found.append(stretch)
    return [stretch for stretch in found if len(stretch.words) > 1]


def codes_of(mentions: Sequence[Known], words: Iterable[int]) -> Iterator[Code]:
    """The parties, sectors left aside, of the mentions that these words stand in."""
    wanted = set(words)
    for mention in mentions:
        if not wanted.isdisjoint(mention.stretch.words):
            yield from wholes(mention)


def parties_at(
    signals: Signals, mentions: Sequence[Known], words: range, anchor: int
) -> tuple[tuple[Code, ...], float]:
    """The parties that some words deal with, and how sure they are: those named in them, else those pointed to."""
    shares = party_shares(signals, mentions, "parties", anchor)
    inside = {party for m in mentions if m.stretch.first in words for party in wholes(m)}
    chosen = (
        inside if len(inside) > 1 else {party for party, share in shares.items() if share >= PARTY} | inside
    )
    return tuple(sorted(chosen)), sum(shares.get(party, 0.0) for party in chosen)


def dealing_at(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    told: Stretch,
    status: tuple[str, float],
) -> Dealing | None:
    """What some words tell of; none where nothing is left of them."""
    span = trimmed(signals.text, signals.span(told.words))
    if span is None:
        return None
    parties, share = parties_at(signals, mentions, told.words, told.first)
    return Dealing(
        parties=parties,
        status=status[0],
        evidence=(span,),
        chance=told.chance,
        sure=status[1],
        share=share,
        date=time_at(signals, times, told.words),
        place=place_at(signals, told.words),
    )
