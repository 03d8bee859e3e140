"""The conditions layer: what must hold before, or in exchange for, what."""

from collections.abc import Sequence

from akkoord.reading.findings import Condition, Statement
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import innermost, trimmed

PART = 0.4
FAR = 60  # words between the parts of one condition at most: two sentences


def read_conditions(signals: Signals, statements: Sequence[Statement]) -> list[Condition]:
    """All conditions; a part that finds no counterpart near it is none."""
    parts = signals.stretches("condition", PART)
    found = []
    for requirement in (part for part in parts if part.label == "requirement"):
        consequence = _nearest(parts, "consequence", requirement)
        cue = _nearest(parts, "cue", requirement)
        if consequence is not None and cue is not None:
            found.append(_condition(signals, statements, requirement, consequence, cue))
    return [condition for condition in found if condition is not None]


def _nearest(parts: Sequence[Stretch], label: str, to: Stretch) -> Stretch | None:
    near = [part for part in parts if part.label == label and _between(part, to) <= FAR]
    return min(near, key=lambda part: _between(part, to), default=None)


def _between(one: Stretch, other: Stretch) -> int:
    return max(one.first - other.end, other.first - one.end, 0)


def _condition(
    signals: Signals,
    statements: Sequence[Statement],
    requirement: Stretch,
    consequence: Stretch,
    cue: Stretch,
) -> Condition | None:
    what = trimmed(signals.text, signals.span(requirement.words))
    then = trimmed(signals.text, signals.span(consequence.words))
    if what is None or then is None:
        return None
    statement = innermost(statements, what)
    return Condition(
        imposed_by=statement.source.code if statement and statement.source else None,
        requirement=what,
        consequence=then,
        cue=signals.span(cue.words),
        confidence=min(requirement.chance, consequence.chance, cue.chance),
        why=("condition", signals.span(cue.words).text),
    )
