"""`Decision`: what a person said of a finding, a report or some actors, with who and when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, get_args

from akkoord.codebook import Span
from akkoord.reading import (
    Actor,
    Agreement,
    Condition,
    Event,
    Finding,
    Position,
    Statement,
    Talk,
    Time,
)
from akkoord.record.anchors import Anchor
from akkoord.record.entry import Merge

Kind = Literal["accept", "correct", "reject", "add", "note", "merge", "split"]
KINDS: tuple[Kind, ...] = get_args(Kind)

CLASSES: dict[str, type[Finding]] = {
    "actors": Actor,
    "times": Time,
    "statements": Statement,
    "events": Event,
    "conditions": Condition,
    "positions": Position,
    "agreements": Agreement,
    "talks": Talk,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `target` is the finding that it is on, as it was, and `result` what holds by it.

    An addition has no target, a rejection no result; a note has neither or a target; a merge or split has
    `actors` only. `report` is the report's id, `at` is UTC.
    """

    number: int
    kind: Kind
    by: str
    at: datetime
    report: str | None = None
    layer: str | None = None
    target: Finding | None = None
    result: Finding | None = None
    anchors: tuple[Anchor, ...] = ()
    actors: tuple[str, ...] = ()
    note: str | None = None

    @property
    def merge(self) -> Merge | None:
        """The decision as one on actors, where it is that."""
        if self.kind == "merge" or self.kind == "split":
            return Merge(self.number, self.kind, self.actors, self.by, self.at, self.note)
        return None

    def values(self) -> dict[str, Any]:
        """The decision as JSON values."""
        return {
            "number": self.number,
            "kind": self.kind,
            "by": self.by,
            "at": self.at.isoformat(timespec="seconds"),
            "report": self.report,
            "layer": self.layer,
            "target": self.target.model_dump(mode="json") if self.target else None,
            "result": self.result.model_dump(mode="json") if self.result else None,
            "anchors": [anchor.model_dump() for anchor in self.anchors],
            "actors": list(self.actors),
            "note": self.note,
        }

    def in_version(self, text: str) -> "Decision | None":
        """The decision with its words where they stand in another version of the report; None where some
        stand there no more.
        """
        moved: dict[tuple[int, int], Span] = {}
        for anchor in self.anchors:
            span = anchor.find(text)
            if span is None:
                return None
            moved[anchor.position.start, anchor.position.end] = span
        return replace(self, target=_moved(self.target, moved), result=_moved(self.result, moved))


@dataclass(frozen=True, slots=True)
class Adrift:
    """A decision that takes hold of nothing in a report as it is read now, and why."""

    decision: Decision
    report: str
    reason: str


def layer_of(finding: Finding) -> str:
    return next(layer for layer, kind in CLASSES.items() if type(finding) is kind)


def anchors_of(findings: Iterable[Finding], text: str) -> tuple[Anchor, ...]:
    """Anchors of all words of these findings, each once."""
    places = {(span.start, span.end) for finding in findings for span in finding.spans()}
    return tuple(Anchor.of(Span.of(text, start, end), text) for start, end in sorted(places))


def _moved(finding: Finding | None, moved: dict[tuple[int, int], Span]) -> Finding | None:
    if finding is None:
        return None
    return type(finding).model_validate(_moved_value(finding.model_dump(mode="json"), moved))


def _moved_value(value: Any, moved: dict[tuple[int, int], Span]) -> Any:
    """The same JSON with every span in its new place."""
    if isinstance(value, list):
        return [_moved_value(member, moved) for member in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _moved_value(member, moved) for name, member in value.items()}
    if "start" in inner and "end" in inner:
        inner |= moved[inner["start"], inner["end"]].model_dump()
    return inner
