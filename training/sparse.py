"""Features by name as a table that torch can multiply: most rows have few of all features."""

from array import array
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor


def table(rows: Sequence[Mapping[str, float]], place: Mapping[str, int]) -> Tensor:
    """A sparse table (rows, features); `place` has the column of each feature, others are left out."""
    sizes, columns, values = array("q"), array("q"), array("f")
    for features in rows:
        own = sorted((place[name], value) for name, value in features.items() if name in place)
        columns.extend(column for column, _ in own)
        values.extend(value for _, value in own)
        sizes.append(len(own))
    at = np.stack([np.repeat(np.arange(len(rows)), sizes), np.array(columns, np.int64)])
    return torch.sparse_coo_tensor(
        torch.from_numpy(at),
        torch.from_numpy(np.array(values, np.float32)),
        (len(rows), len(place)),
        check_invariants=True,
        is_coalesced=True,
    )


def times(rows: Tensor, weights: Tensor) -> Tensor:
    """What the weights of its features make of each row."""
    return torch.sparse.mm(rows, weights[:, None])[:, 0]
