"""Which issue some words are about, and which events carry an issue out or break it: `data/issues.toml`."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from akkoord.codebook import Issue
from akkoord.dossier.words import words_of
from akkoord.reading import Event


@lru_cache(maxsize=1 << 12)
def issues_in(text: str) -> tuple[Issue, ...]:
    """The issues whose words stand in a text, the one named first in it first."""
    words = words_of(text)
    found: dict[Issue, int] = {}
    for issue, starts in _data()["words"].items():
        places = [_place(start.split(), words) for start in starts]
        told = [place for place in places if place is not None]
        if told:
            found[cast(Issue, issue)] = min(told)
    return tuple(sorted(found, key=lambda issue: found[issue]))


def _place(starts: list[str], words: tuple[str, ...]) -> int | None:
    """Where the first of these beginnings stands, where all of them stand somewhere."""
    places = [next((i for i, word in enumerate(words) if word.startswith(start)), None) for start in starts]
    told = [place for place in places if place is not None]
    return min(told) if len(told) == len(places) else None


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
