"""Which of several readings of the same words it is, by what speaks for each.

Takes numbers by name for each reading; gives each its share. The weights are learned on gold (`training/wants.py`).
"""

import json
import math
from collections.abc import Hashable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

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


@cache
def learned(name: str) -> Features:
    """The weights that ship with the package under this name."""
    text = files("akkoord.reading").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
