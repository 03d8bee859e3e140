"""What people decided, applied to what the reader found.

A decision takes hold of the finding that it was made on (the same id) or, where a report was read anew, of the
one that took its place: new since, in its layer, with at least half of the characters of both in common, and in
layers whose findings share their words with others (positions, agreements, talks) of the same parties. A later
decision goes over an earlier one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from akkoord.codebook import Span
from akkoord.reading import LAYERS, Agreement, Condition, Event, Finding, Position, Reading, Statement, Talk
from akkoord.record.decision import Adrift, Decision

SAME_WORDS = 0.5  # the least share of the characters of both that two findings have in common

_DONE = {"accept": "accepted", "correct": "corrected", "add": "added"}


@dataclass
class Decided:
    """The findings of one report while decisions are applied, and the decisions that took no hold.

    `settled` has the ids of findings that hold by a decision: what is on other findings passes them by.
    """

    reading: Reading
    text: str
    adrift: list[Adrift] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.layers = {str(layer): list(self.reading.layer(layer)) for layer in LAYERS}

    def apply(self, decision: Decision, before: Collection[str] = ()) -> None:
        """Applies one decision; `before` has the ids of all findings in the reading that it was made on."""
        report = self.reading.report.id
        placed = decision if decision.report == report else decision.in_version(self.text)
        if decision.kind == "note":
            return
        if placed is None:
            self.adrift.append(Adrift(decision, report, "its words do not stand in this version"))
        elif not self._take_hold(placed, before):
            self.adrift.append(Adrift(decision, report, "nothing is found at its words any more"))

    def result(self) -> Reading:
        """The reading as it is by all decisions applied."""
        return Reading.model_validate({"report": self.reading.report, **self.layers}).in_order()

    def _take_hold(self, decision: Decision, before: Collection[str]) -> bool:
        """Puts the result in the place of the target; False where there was nothing to take away."""
        findings = self.layers[str(decision.layer)]
        result, target = decision.result, decision.target
        stale = [found for found in findings if result is not None and found.id == result.id]
        if target is not None:
            others = self.settled.union(before)
            stale += _same(target, findings) or _successor(
                target, (f for f in findings if f.id not in others)
            )
        if result is None and not stale:
            return False
        self.layers[str(decision.layer)] = [found for found in findings if found not in stale]
        if result is not None:
            self.layers[str(decision.layer)].append(_told(result, decision))
            self.settled.add(result.id)
        return True


def _told(result: Finding, decision: Decision) -> Finding:
    """The finding, certain, with the decision as its last reason."""
    reason = f"{_DONE[decision.kind]} by {decision.by} on {decision.at:%Y-%m-%d} (decision {decision.number})"
    return result.changed(confidence=1.0, why=(*result.why, reason))


def _same(target: Finding, findings: Iterable[Finding]) -> list[Finding]:
    return [found for found in findings if found.id == target.id]


def _successor(target: Finding, findings: Iterable[Finding]) -> list[Finding]:
    """The one finding at the same words; none where there are several that fit as well."""
    near = [(_common(target, found), found) for found in findings if _parties(found) == _parties(target)]
    best = max((share for share, _ in near), default=0.0)
    nearest = [found for share, found in near if share == best]
    return nearest if best >= SAME_WORDS and len(nearest) == 1 else []


def _common(one: Finding, other: Finding) -> float:
    """The share of the characters of both that they have in common."""
    mine, its = _characters(one), _characters(other)
    return len(mine & its) / len(mine | its)


def _characters(finding: Finding) -> set[int]:
    return {place for span in _key(finding) for place in range(span.start, span.end)}


def _key(finding: Finding) -> tuple[Span, ...]:
    """The words that the finding is known by."""
    match finding:
        case Statement() | Condition():
            return (finding.cue,)
        case Event():
            return (finding.trigger,)
        case _:
            return finding.spans()


def _parties(finding: Finding) -> tuple[object, ...]:
    """Whose the finding is, in layers where the same words may tell something of each of several."""
    match finding:
        case Position():
            return finding.party, finding.issue
        case Agreement() | Talk():
            return finding.parties
        case _:
            return ()
