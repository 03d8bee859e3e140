"""Which events carry an issue out, and which break it: `data/issues.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from akkoord.codebook import Issue
from akkoord.reading import Event


def keeps(event: Event, issue: Issue) -> bool:
    """Whether an event of this type carries out what was agreed on the issue."""
    return _listed(event, "kept", issue)


def breaks(event: Event, issue: Issue) -> bool:
    """Whether an event of this type goes against what was agreed on the issue."""
    return _listed(event, "broken", issue)


def _listed(event: Event, group: str, issue: Issue) -> bool:
    kinds = _data()[group].get(issue, [])
    return event.type in kinds or f"{event.type}/{event.mode}" in kinds


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    text = (files("akkoord.dossier") / "data" / "issues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
