"""Words around a predicate that change what it says: whether it is real, who acts, what a fight takes.

Data in `data/operators.toml`, described in `docs/frames.md`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from akkoord.codebook import Reality

Realities = dict[str, Reality]


@dataclass(frozen=True)
class Operators:
    """`governors` are words that a predicate hangs on, `modifiers` hang on it, `conjunctions` open its clause."""

    governors: Realities
    modifiers: Realities
    conjunctions: Realities
    object_control: frozenset[str]
    light: frozenset[str]
    forces: tuple[str, ...]
    judgement: frozenset[str]
    measures: frozenset[str]
    lookalikes: tuple[str, ...]
    set_phrases: frozenset[str]
    explaining: frozenset[str]


@cache
def operators() -> Operators:
    """The operators, read on the first call; raises `tomllib.TOMLDecodeError` with line and column."""
    text = (files("akkoord.reading.frames") / "data" / "operators.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Operators(
        governors=_realities(data["reality"]),
        modifiers=_realities(data["modifier"]),
        conjunctions=_realities(data["conjunction"]),
        object_control=frozenset(data["object_control"]["words"]),
        light=frozenset(data["light"]["words"]),
        forces=tuple(word.lower() for word in data["forces"]["words"]),
        judgement=frozenset(data["judgement"]["words"]),
        measures=frozenset(data["measures"]["words"]),
        lookalikes=tuple(data["lookalikes"]["words"]),
        set_phrases=frozenset(data["set_phrases"]["words"]),
        explaining=frozenset(data["explaining"]["words"]),
    )


def _realities(groups: list[dict[str, Any]]) -> Realities:
    return {word: group["reality"] for group in groups for word in group["words"]}
