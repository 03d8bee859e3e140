"""Entries out of short reports of our own with findings by their words, as in the sets."""

from typing import Any

from benchmarks.merging import entry_of

from akkoord.record import Entry


def entry(
    text: str, published: str | None = None, id: str = "bericht", **layers: list[dict[str, Any]]
) -> Entry:
    """An entry; findings name their words, `words#2` for the second place where they stand."""
    return entry_of({"id": id, "text": text, "published": published, **layers})


def position(party: str, issue: str, stance: str, *evidence: str) -> dict[str, Any]:
    return {"party": party, "issue": issue, "stance": stance, "evidence": list(evidence)}


def condition(requirement: str, consequence: str, cue: str, imposed_by: str | None = None) -> dict[str, Any]:
    return {"requirement": requirement, "consequence": consequence, "cue": cue, "imposed_by": imposed_by}


def event(trigger: str, type: str, actors: list[str], **fields: Any) -> dict[str, Any]:
    return {"trigger": trigger, "type": type, "actors": actors, "reality": "actual", **fields}
