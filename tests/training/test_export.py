"""Layers as they are exported; needs PyTorch, which only training installs (`make train`)."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from torch import nn  # noqa: E402
from training.export import ByRow, by_row  # noqa: E402


def test_rows_brought_to_one_size_give_the_same() -> None:
    layers = nn.Sequential(nn.Linear(4, 3), nn.Sequential(nn.GELU(), nn.Linear(3, 2, bias=False)))
    rows = torch.tensor([[0.1, -0.2, 0.3, 0.0], [900.0, 1.0, -5.0, 2.0], [0.0, 0.0, 0.0, 0.0]])
    expected = layers(rows)
    changed = by_row(layers)
    assert sum(isinstance(layer, ByRow) for layer in changed.modules()) == 2
    assert torch.allclose(changed(rows), expected, rtol=1e-4, atol=1e-5)
