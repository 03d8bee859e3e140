"""Which of several readings of the same words it is, by what speaks for each.

Takes numbers by name for each reading; gives each its share. The weights are learned on gold (`training/weigh.py`).
"""

import json
import math
from collections.abc import Hashable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

R = TypeVar("R", bound=Hashable)
Features = Mapping[str, float]


def shares(found: Mapping[R, Features], weights: Features) -> dict[R, float]:
    """The share of each reading; nothing for none."""
    scores = {
        reading: sum(weights.get(name, 0.0) * value for name, value in features.items())
        for reading, features in found.items()
    }
    highest = max(scores.values(), default=0.0)
    total = sum(math.exp(score - highest) for score in scores.values())
    return {reading: math.exp(score - highest) / total for reading, score in scores.items()}


def learned(name: str) -> Any:
    """What was learned under this name."""
    return packaged(name)


@cache
def packaged(name: str) -> Any:
    """What ships with the package under this name; training puts in its place what it has just learned."""
    return json.loads(files("akkoord.reading").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))
