"""The events layer: who does what to whom, whether it is real, when, where, and on whose word."""

from collections import defaultdict
from collections.abc import Sequence

from akkoord.codebook import MODES, Code, EventType, Reality
from akkoord.reading.findings import Event, Statement, Time
from akkoord.reading.mention import Known, pointed
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import innermost

TRIGGER = 0.45
ROLE = 0.3  # share from which an actor plays a role in an event
SECOND = 0.5  # share of the best's from which another plays it with him


def read_events(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time], statements: Sequence[Statement]
) -> list[Event]:
    """All events in the order of their triggers."""
    triggers = signals.stretches("trigger", TRIGGER)
    return [_event(signals, mentions, times, statements, trigger) for trigger in triggers]


def _event(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    statements: Sequence[Statement],
    trigger: Stretch,
) -> Event:
    span = signals.span(trigger.words)
    kind: EventType = trigger.label  # type: ignore[assignment]
    reality: Reality = signals.choice("reality", trigger.words)[0]  # type: ignore[assignment]
    mode, _ = signals.choice(
        "mode", trigger.words, ["-", *(f"{kind}:{mode}" for mode in MODES.get(kind, ()))]
    )
    actors = _in_role(signals, mentions, trigger, "agent")
    recipients = [code for code in _in_role(signals, mentions, trigger, "recipient") if code not in actors]
    statement = innermost(statements, span)
    return Event(
        trigger=span,
        type=kind,
        mode=mode.partition(":")[2] or None,
        actors=tuple(actors),
        recipients=tuple(recipients),
        reality=reality,
        time=_time(signals, times, trigger),
        claimed_by=statement.source.code if statement and statement.source else None,
        confidence=trigger.chance,
        why=("trigger", span.text),
    )


def _in_role(signals: Signals, mentions: Sequence[Known], trigger: Stretch, kind: str) -> list[Code]:
    """The codes that the trigger points to most, in alphabetical order; none where it points to nothing."""
    shares: dict[Code, float] = defaultdict(float)
    for share, mention in zip(pointed(signals, mentions, kind, trigger.first), mentions, strict=True):
        if mention.code is not None:
            shares[mention.code] += share
    best = max(shares.values(), default=0.0)
    chosen = (
        [code for code, share in shares.items() if share >= max(SECOND * best, ROLE / 2)]
        if best >= ROLE
        else []
    )
    return sorted({part for code in chosen for part in code.parts})


def _time(signals: Signals, times: Sequence[Time], trigger: Stretch) -> str | None:
    """The nearest time in the sentence of the trigger."""
    sentence = signals.sentence(trigger.first)
    inside = [
        (abs(words.start - trigger.first), time.value)
        for time in times
        if time.value != "XXXX" and (words := signals.words(time)) and words.start in sentence
    ]
    return min(inside)[1] if inside else None
