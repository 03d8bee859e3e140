"""What is learned from choices, with plain weights and with a network."""

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from training.choices import Case, accuracy

from training import choices, network

CASES = [
    Case([{"near": 1.0, "named": 1.0}, {"near": 1.0}, {"named": 1.0}], [[0]]),
    Case([{"near": 1.0}, {"far": 1.0}], [[0]]),
    Case([{"far": 1.0}, {"near": 1.0}, {"near": 1.0}], [[1, 2]]),
] * 20
# either of two things is right, both and none are wrong
APART = [
    Case([{"old": 1.0}, {"old": 1.0, "new": 1.0}, {}], [[0]]),
    Case([{}, {"old": 1.0, "new": 1.0}, {"new": 1.0}], [[2]]),
] * 200


def test_plain_weights_make_the_choices_that_gold_makes() -> None:
    weights = choices.fit(CASES, 0.001)
    assert accuracy(CASES, weights) == 1.0
    assert weights["near"] > 0 > weights["far"]


def test_a_network_learns_what_only_counts_beside_something_else() -> None:
    assert accuracy(APART, choices.fit(APART, 0.001)) < 1.0
    assert accuracy(APART, network.fit(APART)) == 1.0


def test_what_stands_in_too_few_cases_is_left_out_and_the_same_cases_teach_the_same() -> None:
    more = [*APART, Case([{"seldom": 1.0}, {}], [[0]])]
    found, again = network.fit(more), network.fit(more)
    assert "seldom" not in found.columns
    assert (found.weights == again.weights).all()
