"""The events layer: who does what to whom, whether it is real, when, where, and on whose word."""

from collections import defaultdict
from collections.abc import Sequence

from akkoord.codebook import MODES, Code, EventType
from akkoord.reading.findings import Event, Statement, Time
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.hits import framed, meet
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, pointed
from akkoord.reading.setting import place_at, time_at
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import innermost

TRIGGER = 0.15
ROLE = {"agent": 0.2, "recipient": 0.1}  # share from which somebody plays a role in an event
TOGETHER = 2  # who may play one role where no frame tells
SECOND = 0.5  # share of the best's from which another plays it with him


def draft_events(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    statements: Sequence[Statement],
    hits: Sequence[EventHit],
) -> list[Draft[Event]]:
    """All that may be events, in the order of their triggers: what the heads find, and what frames find.

    Where both find something in the same words, but not the same type, each is a draft; `judge.apart` chooses.
    """
    triggers = [(trigger, _hit_at(hits, trigger)) for trigger in signals.stretches("trigger", TRIGGER)]
    met = {id(hit) for trigger, hit in triggers if hit is not None and hit.type == trigger.label}
    triggers += [
        (signals.stretch("trigger", hit.trigger, hit.type), hit) for hit in hits if id(hit) not in met
    ]
    triggers.sort(key=lambda pair: pair[0].first)
    return [_draft(signals, mentions, times, statements, trigger, hit) for trigger, hit in triggers]


def _hit_at(hits: Sequence[EventHit], trigger: Stretch) -> EventHit | None:
    """The frame that stands at the trigger, one of the same type before others."""
    there = [hit for hit in hits if meet(hit.trigger, trigger.words)]
    return min(there, key=lambda hit: hit.type != trigger.label, default=None)


def _draft(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    statements: Sequence[Statement],
    trigger: Stretch,
    hit: EventHit | None,
) -> Draft[Event]:
    span = signals.span(trigger.words)
    kind: EventType = trigger.label  # type: ignore[assignment]
    reality, sure = signals.choice("reality", trigger.words)
    modes = ["-", *(f"{kind}:{mode}" for mode in MODES.get(kind, ()))]
    mode = signals.choice("mode", trigger.words, modes)[0].partition(":")[2] or None
    if hit is not None and hit.type == kind:  # grammar sees negation, modals and conditionals better
        reality, mode = hit.reality, hit.mode or mode
    actors, agent = _in_role(signals, mentions, trigger, "agent", hit.actors if hit else ())
    others = [mention for mention in mentions if mention.code is not None and mention.code not in actors]
    recipients, _ = _in_role(signals, others, trigger, "recipient", hit.recipients if hit else ())
    statement = innermost(statements, span)
    return Draft(
        Event(
            trigger=span,
            type=kind,
            mode=mode,
            actors=tuple(actors),
            recipients=tuple(code for code in recipients if code not in actors),
            reality=reality,  # type: ignore[arg-type]
            time=time_at(signals, times, trigger.words),
            place=place_at(signals, trigger.words),
            claimed_by=statement.source.code if statement and statement.source else None,
            why=(f"trigger {trigger.chance:.2f}: {span.text}", *framed(hit)),
        ),
        {
            "trigger": logit(trigger.chance),
            "agent": logit(agent),
            "somebody": float(bool(actors)),
            "framed actor": float(bool(hit and hit.actors)),
            "frame": float(hit is not None and hit.type == kind),
            "other frame": float(hit is not None and hit.type != kind),
            "reality": sure,
            f"type {kind}": 1.0,
        },
    )


def _in_role(
    signals: Signals, mentions: Sequence[Known], trigger: Stretch, kind: str, framed: Sequence[int]
) -> tuple[list[Code], float]:
    """The codes of those in a role, in alphabetical order, and the share of the best of them.

    Who stands where a frame has the role fills it; where nobody does, those that the trigger points to most.
    """
    shares: dict[Code, float] = defaultdict(float)
    for mention, share in pointed(signals, mentions, kind, trigger.first):
        if mention.code is not None:
            shares[mention.code] += share
    best = max(shares.values(), default=0.0)
    chosen = [m.code for m in mentions if m.code and any(word in m.stretch.words for word in framed)]
    if not chosen and best >= ROLE[kind]:
        likeliest = sorted(shares, key=lambda code: (-shares[code], str(code)))[:TOGETHER]
        chosen = [code for code in likeliest if shares[code] >= SECOND * best]
    sure = sum(shares[code] for code in set(chosen))
    return sorted({part for code in chosen for part in code.parts}), sure
