"""The losses of links; needs PyTorch, which only training installs (`make train`)."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from training.learn import _pointed  # noqa: E402
from training.windows import NONE  # noqa: E402


def test_an_anchor_that_points_right_costs_little_and_wrong_much() -> None:
    labels = torch.tensor(
        [[[NONE, 0], [NONE, 1]]]
    )  # (window, members, anchors): word 1 points to itself only
    labels[0, 0, 1], labels[0, 1, 1] = 1, 0
    right = torch.tensor([[[0.0, 9.0], [0.0, -9.0]]])
    assert float(_pointed(right, labels.clone())) < 0.01 < 5 < float(_pointed(-right, labels.clone()))


def test_an_anchor_with_two_groups_owes_each_a_half() -> None:
    labels = torch.tensor([[[1, NONE, NONE], [2, NONE, NONE], [0, NONE, NONE]]])
    even = torch.tensor([[[9.0, 0, 0], [9.0, 0, 0], [-9.0, 0, 0]]])
    assert float(_pointed(even, labels.clone())) == pytest.approx(0, abs=0.01)


def test_an_anchor_without_members_keeps_all_for_itself() -> None:
    labels = torch.tensor([[[0, NONE], [0, NONE]]])
    itself = torch.tensor([[[9.0, 0.0], [-9.0, 0.0]]])
    assert float(_pointed(itself, labels.clone())) < 0.01
