"""Choices that gold has made among readings, and plain weights that make them: the likeliest ones of a softmax."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from akkoord.reading.weighing import Features, Weights, scores
from training.sparse import table, times

RARE = 5  # cases that a feature must stand in to be weighed
STEPS = 100
NEVER = -1e9  # a logit that leaves no chance


@dataclass(frozen=True)
class Case:
    """What may be chosen, each with what speaks for it, and which of it gold has: any one of each list in `right`."""

    rows: Sequence[Features]
    right: Sequence[Sequence[int]]


class Choices:
    """The loss of some cases, given what speaks for each of their rows, in logits; rows follow each other."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._sizes = [len(case.rows) for case in cases]
        told = [(i, len(case.right), rows) for i, case in enumerate(cases) for rows in case.right]
        self._index = torch.tensor([i for i, _, _ in told])
        self._each = torch.tensor([1 / parts for _, parts, _ in told]) / len(cases)
        self._masks = torch.full((len(told), max(self._sizes)), NEVER)
        for mask, (_, _, rows) in zip(self._masks, told, strict=True):
            mask[list(rows)] = 0.0

    def loss(self, logits: Tensor) -> Tensor:
        """The mean of minus the logarithm of the chance of what is right."""
        padded = pad_sequence(logits.split(self._sizes), batch_first=True, padding_value=NEVER)
        chances = (padded.log_softmax(1)[self._index] + self._masks).logsumexp(1)
        return -(chances * self._each).sum()


def common(cases: Sequence[Case], rare: int = RARE) -> dict[str, int]:
    """The features that stand in so many cases, each with a place."""
    seen = Counter(name for case in cases for name in set().union(*case.rows))
    return {name: i for i, name in enumerate(sorted(name for name, times in seen.items() if times >= rare))}


def fit(cases: Sequence[Case], decay: float) -> dict[str, float]:
    """Plain weights of what speaks for each choice, by maximum likelihood."""
    places, choices = common(cases), Choices(cases)
    told = table([row for case in cases for row in case.rows], places)
    weights = torch.zeros(len(places), requires_grad=True)
    optim = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optim.zero_grad()
        total = choices.loss(times(told, weights)) + decay * weights.square().sum()
        total.backward()
        return total

    optim.step(loss)
    return {name: round(float(w), 3) for name, w in zip(places, weights.detach(), strict=True)}


def accuracy(cases: Sequence[Case], weights: Weights) -> float:
    """How often the likeliest choice is a right one."""
    hits = 0
    for case in cases:
        logits = scores(case.rows, weights)
        hits += any(logits.index(max(logits)) in rows for rows in case.right)
    return hits / len(cases)
