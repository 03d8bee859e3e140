"""Which of several readings of the same words it is, by what speaks for each.

Takes numbers by name for each reading; gives each its share. What each number counts for is learned on gold
(`training/weigh.py`): by itself, as plain weights, or together with the others, as a small network.
"""

import json
import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

R = TypeVar("R", bound=Hashable)
Features = Mapping[str, float]
Floats = NDArray[np.float32]
ALWAYS = "always"  # the name of what speaks for every reading alike
FINEST = 127  # steps on either side of 0 that a weight is stored in
LEAST = 1e-6  # a unit whose weights are all smaller has none


@dataclass(frozen=True)
class Network:
    """A layer of units above what speaks for a reading, so that one thing can count for more beside another.

    `columns` has the row of each feature in `weights` (features, units), `ALWAYS` that of what all readings have;
    `out` has a number for each unit. Features that are not known count for nothing.
    """

    columns: Mapping[str, int]
    weights: Floats
    out: Floats

    @classmethod
    def load(cls, path: Path) -> "Network":
        """Read what `save` wrote."""
        with np.load(path) as stored:
            names = str(stored["names"]).split("\n")
            weights = stored["weights"].astype(np.float32) * stored["scale"]
            return cls({name: i for i, name in enumerate(names)}, weights, stored["out"])

    def save(self, path: Path) -> None:
        """Write it, the weights of each unit in steps that fit a byte."""
        scale = np.abs(self.weights).max(0).clip(LEAST) / FINEST
        steps = np.round(self.weights / scale).astype(np.int8)
        names = np.array("\n".join(self.columns))
        np.savez_compressed(path, names=names, weights=steps, scale=scale.astype(np.float32), out=self.out)

    def scores(self, rows: Sequence[Features]) -> list[float]:
        """How much speaks for each reading, in logits that only their differences say something of."""
        places: dict[int, int] = {}  # of the features that these readings have
        at: tuple[list[int], list[int]] = [], []
        values: list[float] = []
        for i, row in enumerate(rows):
            for name, value in row.items():
                column = self.columns.get(name)
                if column is not None:
                    at[0].append(i)
                    at[1].append(places.setdefault(column, len(places)))
                    values.append(value)
        table = np.zeros((len(rows), len(places)), np.float32)
        table[at] = values
        units = table @ self.weights[list(places)] + self.weights[self.columns[ALWAYS]]
        found: list[float] = (np.maximum(units, 0) @ self.out).tolist()
        return found


Weights = Features | Network


def scores(rows: Sequence[Features], weights: Weights) -> list[float]:
    """How much speaks for each reading."""
    if isinstance(weights, Network):
        return weights.scores(rows)
    return [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]


def shares(found: Mapping[R, Features], weights: Weights) -> dict[R, float]:
    """The share of each reading; nothing for none."""
    logits = scores(list(found.values()), weights)
    highest = max(logits, default=0.0)
    chances = [math.exp(logit - highest) for logit in logits]
    total = sum(chances)
    return {reading: chance / total for reading, chance in zip(found, chances, strict=True)}


def learned(name: str) -> Any:
    """What was learned under this name."""
    return packaged(name)


@cache
def packaged(name: str) -> Any:
    """What ships with the package under this name; training puts in its place what it has just learned."""
    folder = Path(str(files("akkoord.reading"))) / "data"
    network = folder / f"{name}.npz"
    if network.is_file():
        return Network.load(network)
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
