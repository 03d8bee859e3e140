"""The positions layer: what each party wants of the dealings, once per report.

Two ways lead to a position: words that the heads take for evidence of one, and events that are one: who demands a
thing wants it. What it is about, words and the thing demanded tell, and a head where they don't.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akkoord.codebook import Code, EventType, Issue, Span, Stance
from akkoord.codebook.code import NAMELESS
from akkoord.reading.findings import Event, Position
from akkoord.reading.issues import issues_in
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, party_shares
from akkoord.reading.signals import Signals
from akkoord.reading.statements import trimmed

EVIDENCE = 0.2
NAMED = 1000.0  # how much likelier an issue is whose words are there: the head knows too few examples of most
HOLDER = 0.15  # share from which a party holds the position
STANCES: dict[EventType, tuple[Stance, ...]] = {
    "REQUEST": ("demands",),
    "REJECT": ("rejects",),
    "AGREE": ("open", "accepts", "proposes"),
    "CONCEDE": ("accepts",),
    "SUPPORT": ("accepts",),
    "THREATEN": ("demands",),
}
WANTED: dict[tuple[EventType, str | None], Issue] = {  # what is wanted where such an event is
    ("CONSULT", None): "talks",
    ("RETREAT", "withdraw"): "withdrawal",
    ("RETREAT", "ceasefire"): "ceasefire",
    ("RETREAT", "release"): "prisoners",
    ("RETREAT", "resign"): "leadership",
    ("RETREAT", "disarm"): "disarmament",
    ("RETREAT", "access"): "humanitarian",
    ("AID", None): "humanitarian",
    ("SANCTION", None): "sanctions",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that tell of a position, and what speaks for it."""

    span: Span
    features: Mapping[str, float]


Key = tuple[Code, Issue, Stance]


def draft_positions(
    signals: Signals, mentions: Sequence[Known], events: Sequence[Event]
) -> list[Draft[Position]]:
    """Positions with all their evidence; of several stances of a party on one issue each stays."""
    found: dict[Key, list[Evidence]] = {}
    for key, evidence in (*_by_heads(signals, mentions), *_by_events(signals, events)):
        found.setdefault(key, []).append(evidence)
    return [_draft(key, evidence) for key, evidence in found.items()]


def _by_heads(signals: Signals, mentions: Sequence[Known]) -> Iterator[tuple[Key, Evidence]]:
    for stretch in signals.stretches("position", EVIDENCE):
        span = trimmed(signals.text, signals.span(stretch.words))
        shares = party_shares(signals, mentions, "holder", stretch.first)
        party = max(shares, key=lambda code: (shares[code], str(code)), default=None)
        if span is not None and party is not None and shares[party] >= HOLDER:
            issue, features = _issue(signals, stretch.words, None)
            stance, sure = signals.choice("stance", stretch.words)
            features |= {"head": logit(stretch.chance), "holder": logit(shares[party]), "stance": logit(sure)}
            yield (party, issue, stance), Evidence(span, features)  # type: ignore[misc]


def _by_events(signals: Signals, events: Sequence[Event]) -> Iterator[tuple[Key, Evidence]]:
    for event in events:
        if event.type not in STANCES or event.reality != "actual":
            continue
        trigger = signals.words(event.trigger)
        clause = range(trigger.start, max(signals.sentence(trigger.start).stop, trigger.stop))
        stance, sure = signals.choice("stance", trigger, STANCES[event.type])
        wanted = next(
            (_wanted(e) for e in events if signals.words(e.trigger).start in clause and _wanted(e)), None
        )
        issue, features = _issue(signals, clause, wanted)
        span = trimmed(signals.text, signals.span(clause)) or event.trigger
        head = signals.stretch("position", trigger).chance
        features |= {
            "event": logit(event.confidence), f"event {event.type}": 1.0, "head": logit(head), "stance": logit(sure),
        }  # fmt: skip
        for code in event.actors:
            yield (code.whole, issue, stance), Evidence(span, features)  # type: ignore[misc]


def _wanted(event: Event) -> Issue | None:
    if event.reality not in ("hypothetical", "future"):
        return None
    return WANTED.get((event.type, event.mode)) or WANTED.get((event.type, None))


def _issue(
    signals: Signals, words: Sequence[int] | range, wanted: Issue | None
) -> tuple[str, dict[str, float]]:
    """The likeliest issue by words, by the thing wanted and by head, and what speaks for it."""
    chances = signals.chances("issue", range(words[0], words[-1] + 1))
    named = issues_in([signals.form(word) for word in words])
    for issue in (*named, *((wanted,) if wanted else ())):
        chances[issue] *= NAMED
    best = max(chances, key=lambda issue: chances[issue])
    share = chances[best] / sum(chances.values())
    return best, {"issue": logit(share), "named": float(best in named), "wanted": float(best == wanted)}


def _draft(key: Key, evidence: Sequence[Evidence]) -> Draft[Position]:
    party, issue, stance = key
    features: dict[str, float] = {}
    for found in evidence:
        features |= {name: max(value, features.get(name, value)) for name, value in found.features.items()}
    return Draft(
        Position(
            party=party,
            issue=issue,
            stance=stance,
            evidence=tuple(dict.fromkeys(found.span for found in evidence)),
            why=tuple(f"{name} {value:.2f}" for name, value in sorted(features.items())),
        ),
        features
        | {
            "again": float(len(evidence) > 1),
            "person": float(str(party).startswith("PER:")),
            "nobody": float(str(party) == NAMELESS),
        },
    )
