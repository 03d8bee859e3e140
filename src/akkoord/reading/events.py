"""The events layer: who does what to whom, whether it is real, when, where, and on whose word."""

from collections import Counter
from collections.abc import Sequence

from akkoord.codebook import MODES, Span
from akkoord.reading.casting import Scene, cast
from akkoord.reading.findings import Event, Statement, Time
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.hits import framed, meet
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known
from akkoord.reading.setting import place_at, time_at
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import innermost

TRIGGER = 0.15


def draft_events(scenes: Sequence[Scene], times: Sequence[Time]) -> list[Draft[Event]]:
    """Each scene as an event, with what speaks for it."""
    return [_draft(scene, times) for scene in scenes]


def find_scenes(
    signals: Signals,
    mentions: Sequence[Known],
    statements: Sequence[Statement],
    hits: Sequence[EventHit],
) -> list[Scene]:
    """All that may be events, in the order of their triggers: what the heads find, and what frames find.

    Where both find something in the same words, but not the same type, each is a scene; `judge.apart` chooses.
    """
    triggers = [(trigger, _hit_at(hits, trigger)) for trigger in signals.stretches("trigger", TRIGGER)]
    met = {id(hit) for trigger, hit in triggers if hit is not None and hit.type == trigger.label}
    triggers += [
        (signals.stretch("trigger", hit.trigger, hit.type), hit) for hit in hits if id(hit) not in met
    ]
    triggers.sort(key=lambda pair: pair[0].first)
    counts = Counter(mention.code.party for mention in mentions if mention.code is not None)
    return [
        Scene(
            signals,
            trigger,
            hit,
            innermost(statements, signals.span(trigger.words)),
            saying_at(statements, signals.span(trigger.words)),
            mentions,
            counts,
        )
        for trigger, hit in triggers
    ]


def saying_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement whose cue the words are: "eist" says and acts."""
    return next((s for s in statements if s.cue.start < span.end and span.start < s.cue.end), None)


def _hit_at(hits: Sequence[EventHit], trigger: Stretch) -> EventHit | None:
    """The frame that stands at the trigger, one of the same type before others."""
    there = [hit for hit in hits if meet(hit.trigger, trigger.words)]
    return min(there, key=lambda hit: hit.type != trigger.label, default=None)


def _draft(scene: Scene, times: Sequence[Time]) -> Draft[Event]:
    signals, trigger, hit, kind = scene.signals, scene.trigger, scene.hit, scene.type
    span = signals.span(trigger.words)
    reality, sure = signals.choice("reality", trigger.words)
    modes = ["-", *(f"{kind}:{mode}" for mode in MODES.get(kind, ()))]
    mode = signals.choice("mode", trigger.words, modes)[0].partition(":")[2] or None
    if hit is not None and hit.type == kind:  # grammar sees negation, modals and conditionals better
        reality, mode = hit.reality, hit.mode or mode
    actors, agent = cast(scene, "agent")
    recipients, recipient = cast(scene, "recipient", actors)
    source = scene.statement.source if scene.statement else None
    return Draft(
        Event(
            trigger=span,
            type=kind,
            mode=mode,
            actors=tuple(actors),
            recipients=tuple(recipients),
            reality=reality,  # type: ignore[arg-type]
            time=time_at(signals, times, trigger.words),
            place=place_at(signals, trigger.words),
            claimed_by=source.code if source else None,
            why=(f"trigger {trigger.chance:.2f}: {span.text}", *framed(hit)),
        ),
        {
            "trigger": logit(trigger.chance),
            "agent": logit(agent),
            "recipient": logit(recipient),
            "somebody": float(bool(actors)),
            "framed actor": float(bool(hit and hit.actors)),
            "frame": float(hit is not None and hit.type == kind),
            "other frame": float(hit is not None and hit.type != kind),
            "reality": sure,
            f"type {kind}": 1.0,
        },
    )
