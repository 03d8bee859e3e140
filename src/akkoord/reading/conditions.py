"""The conditions layer: what must hold before, or in exchange for, what."""

from collections.abc import Callable, Sequence
from functools import partial

from akkoord.codebook import Code, Span
from akkoord.reading.findings import Condition, Statement
from akkoord.reading.frames.hits import ConditionHit, WantHit
from akkoord.reading.hits import framed, meet
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known
from akkoord.reading.signals import Signals, Stretch
from akkoord.reading.statements import innermost, trimmed

PART = 0.2
SHORT = 2  # words of a part that says little
FAR = 60  # words between the parts of one condition at most: two sentences


def draft_conditions(
    signals: Signals,
    mentions: Sequence[Known],
    statements: Sequence[Statement],
    wants: Sequence[WantHit],
    hits: Sequence[ConditionHit],
) -> list[Draft[Condition]]:
    """All that may be conditions: what frames find, and what the heads find where no frame has the cue."""
    parts = signals.stretches("condition", PART)
    found = [_whole(parts, part) for part in parts if part.label == "requirement"]
    drafting = partial(_draft, signals, partial(_imposer, signals, mentions, statements, wants))
    drafts = [
        drafting(*whole, None)
        for whole in found
        if whole is not None and not any(meet(hit.cue, whole[2].words) for hit in hits)
    ]
    for hit in hits:
        whole = (
            signals.stretch("condition", hit.requirement, "B-requirement", "I-requirement"),
            signals.stretch("condition", hit.consequence, "B-consequence", "I-consequence"),
            signals.stretch("condition", hit.cue, "B-cue", "I-cue"),
        )
        drafts.append(drafting(*whole, hit))
    return [draft for draft in drafts if draft is not None]


def _whole(parts: Sequence[Stretch], requirement: Stretch) -> tuple[Stretch, Stretch, Stretch] | None:
    consequence = _nearest(parts, "consequence", requirement)
    cue = _nearest(parts, "cue", requirement)
    return (requirement, consequence, cue) if consequence is not None and cue is not None else None


def _nearest(parts: Sequence[Stretch], label: str, to: Stretch) -> Stretch | None:
    near = [part for part in parts if part.label == label and _between(part, to) <= FAR]
    return min(near, key=lambda part: _between(part, to), default=None)


def _between(one: Stretch, other: Stretch) -> int:
    return max(one.first - other.end, other.first - one.end, 0)


def _draft(
    signals: Signals,
    imposer: Callable[[Span, Stretch, Stretch], tuple[Code | None, bool]],
    requirement: Stretch,
    consequence: Stretch,
    cue: Stretch,
    hit: ConditionHit | None,
) -> Draft[Condition] | None:
    what = trimmed(signals.text, signals.span(requirement.words))
    then = trimmed(signals.text, signals.span(consequence.words))
    if what is None or then is None:
        return None
    imposed_by, said = imposer(what, requirement, cue)
    span = signals.span(cue.words)
    return Draft(
        Condition(
            imposed_by=imposed_by,
            requirement=what,
            consequence=then,
            cue=span,
            why=(f"condition {cue.chance:.2f}: {span.text}", *framed(hit)),
        ),
        {
            "requirement": logit(requirement.chance),
            "consequence": logit(consequence.chance),
            "cue": logit(cue.chance),
            "frame": float(hit is not None),
            "said": float(said),
            "short": float(min(len(requirement.words), len(consequence.words)) <= SHORT),
            **({f"mark {mark}": 1.0 for mark in hit.marks} if hit else {}),
        },
    )


def _imposer(
    signals: Signals,
    mentions: Sequence[Known],
    statements: Sequence[Statement],
    wants: Sequence[WantHit],
    what: Span,
    requirement: Stretch,
    cue: Stretch,
) -> tuple[Code | None, bool]:
    """Who sets a condition, and whether a statement holds it: its source, else whose want stands nearest to the cue."""
    statement = innermost(statements, what)
    if statement is not None and statement.source is not None:
        return statement.source.code, True
    sentence = signals.sentence(cue.first)
    near = sorted(
        (w for w in wants if w.holders and w.cue[0] in sentence and w.cue[0] not in requirement.words),
        key=lambda want: abs(want.cue[0] - cue.first),
    )
    held = (
        m.code for want in near for m in mentions if m.stretch.words and want.holders[0] in m.stretch.words
    )
    return next((code for code in held if code is not None), None), statement is not None
