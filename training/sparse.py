"""Features by name as a table that torch can multiply: most rows have few of all features."""

from array import array
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor


def table(rows: Sequence[Mapping[str, float]], place: Mapping[str, int]) -> Tensor:
    """A sparse table (rows, features); `place` has the column of each feature, others are left out."""
    starts, columns, values = array("q", [0]), array("q"), array("f")
    for features in rows:
        for name, value in features.items():
            if name in place:
                columns.append(place[name])
                values.append(value)
        starts.append(len(columns))
    parts = (torch.from_numpy(np.array(part)) for part in (starts, columns, values))
    return torch.sparse_csr_tensor(*parts, (len(rows), len(place)), check_invariants=True)


def times(rows: Tensor, weights: Tensor) -> Tensor:
    """What the weights of its features make of each row."""
    return (rows @ weights[:, None])[:, 0]
