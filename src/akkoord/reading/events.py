"""The events layer: who does what to whom, whether it is real, when, where, and on whose word."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from akkoord.codebook import EVENT_TYPES, MODES, Reality, Span
from akkoord.reading.casting import Company, Scene, cast
from akkoord.reading.findings import Event, Statement, Time
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.hits import framed, meet
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known
from akkoord.reading.realities import reality_of
from akkoord.reading.setting import place_at, time_at
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import innermost
from akkoord.reading.ties import article_of, head_of
from akkoord.reading.weighing import Features

TRIGGER = 0.15
OTHER = 0.1  # share of the types from which one that is not the likeliest is looked at, too
FLOOR = 0.01
MANY = 2  # parties in a role from which more make no difference
ROLES: tuple[tuple[Features, ...], ...] = tuple(  # what may come of asking who plays a role
    answers
    for role, players in (("agent", "actors"), ("recipient", "recipients"))
    for answers in (
        ({role: logit(0.0)}, {role: logit(1.0)}),
        tuple({f"{players} {number}": 1.0} for number in range(MANY + 1)),
    )
)
HELPING = frozenset({"aux", "aux:pass", "cop"})
LIGHT = frozenset(("gaan", "gaat", "ging", "gingen", "gegaan", "komen", "komt", "kwam", "kwamen", "blijven", "blijft",
                   "bleef", "bleven"))  # fmt: skip


def draft_events(
    scenes: Sequence[Scene],
    times: Sequence[Time],
    may_tell: Callable[[Features, Sequence[Sequence[Features]]], bool] = lambda known, roles: True,
) -> list[Draft[Event]]:
    """Each scene as an event, with what speaks for it; who takes part is asked only where it may be told at all."""
    found = []
    for scene in scenes:
        reality, sure = reality_of(scene)
        known = _known(scene, reality) | {"reality": sure}
        if may_tell(known, ROLES):
            found.append(_draft(scene, times, reality, known))
    return found


def find_scenes(
    signals: Signals,
    mentions: Sequence[Known],
    statements: Sequence[Statement],
    hits: Sequence[EventHit],
) -> list[Scene]:
    """All that may be events, in the order of their triggers: what the heads find, and what frames find.

    Where the heads waver between types, or frames find another, each is a scene; `judge.apart` chooses.
    """
    triggers = [
        (trigger, _hit_at(hits, trigger))
        for found in signals.stretches("trigger", TRIGGER)
        for part in _parted(signals, found, hits)
        for trigger in _typed(signals, part)
    ]
    helping = set(_helping(signals, [trigger for trigger, _ in triggers]))
    triggers = [pair for pair in triggers if pair[0] not in helping]
    met = {id(hit) for trigger, hit in triggers if hit is not None and hit.type == trigger.label}
    triggers += [
        (replace(signals.stretch("trigger", hit.trigger), label=hit.type), hit)
        for hit in hits
        if id(hit) not in met
    ]
    triggers.sort(key=lambda pair: pair[0].first)
    company = Company(signals, mentions)
    return [
        Scene(
            signals,
            trigger,
            hit,
            innermost(statements, signals.span(trigger.words)),
            saying_at(statements, signals.span(trigger.words)),
            company,
        )
        for trigger, hit in triggers
    ]


def saying_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement whose cue the words are: "eist" says and acts."""
    return next((s for s in statements if s.cue.start < span.end and span.start < s.cue.end), None)


def parties_at(scene: Scene) -> int:
    """How many mentions of somebody known stand in the sentence."""
    sentence = scene.signals.sentence(scene.words.start)
    first = bisect_left(scene.company.mentions, sentence.start, key=lambda mention: mention.stretch.first)
    end = bisect_left(scene.company.mentions, sentence.stop, key=lambda mention: mention.stretch.first)
    return sum(mention.code is not None for mention in scene.company.mentions[first:end])


def shares_of(signals: Signals, words: range) -> dict[str, float]:
    """The share of each type among all that some words may be by the heads."""
    chances = signals.chances("trigger", words)
    total = sum(chances.get(kind, 0.0) for kind in EVENT_TYPES)
    return {kind: chances.get(kind, 0.0) / total if total else 0.0 for kind in EVENT_TYPES}


def _parted(signals: Signals, trigger: Stretch, hits: Sequence[EventHit]) -> list[Stretch]:
    """The triggers that neighbours make which frames know for events of several types: "een verzoek | afwijzen"."""
    inside = {hit.trigger: hit.type for hit in hits if meet(hit.trigger, trigger.words)}
    words = sorted(inside, key=lambda each: each.start)
    apart = all(one.stop <= other.start for one, other in pairwise(words))
    if len(words) < 2 or not apart or len(set(inside.values())) < 2:
        return [trigger]
    return [replace(signals.stretch("trigger", each), label=inside[each]) for each in words]


def _typed(signals: Signals, trigger: Stretch) -> Iterator[Stretch]:
    """A trigger with its own type, and with each other that it may have."""
    yield trigger
    for kind, share in shares_of(signals, trigger.words).items():
        if kind != trigger.label and share >= OTHER:
            yield replace(trigger, label=kind)


def _helping(signals: Signals, triggers: Sequence[Stretch]) -> Iterator[Stretch]:
    """Triggers that only help the verb of another one of their type: "zal niet | gaan | praten"."""
    heads = {(head_of(signals, trigger.words), trigger.label) for trigger in triggers}
    above = {(signals.governors[head], label) for head, label in heads if signals.relations[head] == "xcomp"}
    for trigger in triggers:
        head = head_of(signals, trigger.words)
        helps = signals.relations[head] in HELPING and (signals.governors[head], trigger.label) in heads
        carries = (head, trigger.label) in above and signals.form(head).lower() in LIGHT
        if helps or carries:
            yield trigger


def _hit_at(hits: Sequence[EventHit], trigger: Stretch) -> EventHit | None:
    """The frame that stands at the trigger, one of the same type before others."""
    there = [hit for hit in hits if meet(hit.trigger, trigger.words)]
    return min(there, key=lambda hit: hit.type != trigger.label, default=None)


def _draft(scene: Scene, times: Sequence[Time], reality: Reality, known: Features) -> Draft[Event]:
    signals, trigger, hit, kind = scene.signals, scene.trigger, scene.hit, scene.type
    span = signals.span(trigger.words)
    modes = ["-", *(f"{kind}:{mode}" for mode in MODES.get(kind, ()))]
    mode = signals.choice("mode", trigger.words, modes)[0].partition(":")[2] or None
    if hit is not None and hit.type == kind:
        mode = hit.mode or mode
    agents, undergoing = cast(scene)
    actors, recipients = agents.players, undergoing.players
    source = scene.statement.source if scene.statement else None
    return Draft(
        Event(
            trigger=span,
            type=kind,
            mode=mode,
            actors=tuple(actors),
            recipients=tuple(recipients),
            reality=reality,
            time=time_at(signals, times, trigger.words),
            place=place_at(signals, trigger.words),
            claimed_by=source.code if source else None,
            why=(f"trigger {trigger.chance:.2f}: {span.text}", *framed(hit)),
        ),
        {
            **known,
            "agent": logit(agents.best),
            "recipient": logit(undergoing.best),
            f"actors {min(len(actors), MANY)}": 1.0,
            f"recipients {min(len(recipients), MANY)}": 1.0,
        },
    )


def _known(scene: Scene, reality: Reality) -> dict[str, float]:
    """What speaks for an event, whoever takes part in it."""
    hit = scene.hit
    return {
        "frame": float(hit is not None and hit.type == scene.type),
        "other frame": float(hit is not None and hit.type != scene.type),
        "framed actor": float(bool(hit and hit.actors)),
        "parties": math.log(1 + parties_at(scene)),
        "density": math.log(scene.signals.density("trigger") + FLOOR),
        **_of_heads(scene),
        **dict.fromkeys(_labels(scene, reality), 1.0),
    }


def _of_heads(scene: Scene) -> dict[str, float]:
    """What the heads say of a trigger and its type; it counts for more where no frame says anything."""
    trigger = logit(scene.trigger.chance)
    kind = math.log(shares_of(scene.signals, scene.words)[scene.type] + FLOOR)
    said = {"trigger": trigger, "kind": kind}
    return said if scene.hit else said | {"alone": trigger, "alone kind": kind}


def _labels(scene: Scene, reality: str) -> Iterator[str]:
    """What an event is like: how it is told, where, and how real."""
    kind, shape, signals = scene.type, scene.shape, scene.signals
    head = head_of(signals, scene.words)
    yield from (f"type {kind}", f"shape {shape}", f"{kind} {shape}", f"reality {reality}")
    yield f"hangs {signals.relations[head].partition(':')[0]}"
    if shape == "noun":
        yield f"article {article_of(signals, head)}"
    if signals.sentences[head] == 0:
        yield "first sentence"
    if scene.statement is not None:
        yield "told"
