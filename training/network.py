"""A small network that makes the choices of gold: `akkoord.reading.weighing.Network`, learned from cases."""

import random
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
import torch
from torch import Tensor, nn

from akkoord.reading.weighing import ALWAYS, Features, Network
from training.choices import Case, Choices, common

UNITS = 128
DROPPED = 0.6  # of the units in each step, so that none counts on another
RATE, DECAY = 3e-3, 0.05
PASSES = 8
BATCH = 128
START = 0.1  # spread of the weights at first
SEED = 0
Row = tuple[list[int], list[float]]


class Units(nn.Module):
    """The network while it learns."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.inner = nn.EmbeddingBag(features, UNITS, mode="sum")
        self.out = nn.Linear(UNITS, 1, bias=False)
        self.dropout = nn.Dropout(DROPPED)
        for weights in (self.inner.weight, self.out.weight):
            nn.init.normal_(weights, std=START)

    def forward(self, rows: Sequence[Row]) -> Tensor:
        """The logits of rows, each given by its columns and their values."""
        starts = torch.tensor([0, *accumulate(len(columns) for columns, _ in rows)][:-1])
        columns = torch.tensor([column for columns, _ in rows for column in columns])
        values = torch.tensor([value for _, values in rows for value in values])
        units = torch.relu(self.inner(columns, starts, per_sample_weights=values))
        logits: Tensor = self.out(self.dropout(units))[:, 0]
        return logits


def fit(cases: Sequence[Case], passes: int = PASSES) -> Network:
    """The network that the cases teach in so many passes; the same for the same cases."""
    places = {ALWAYS: 0} | {name: i for i, name in enumerate(common(cases), 1)}
    rows = [[_row(features, places) for features in case.rows] for case in cases]
    torch.manual_seed(SEED)
    chance, order = random.Random(SEED), list(range(len(cases)))
    units = Units(len(places))
    steps = passes * -(-len(cases) // BATCH)
    optim = torch.optim.AdamW(units.parameters(), lr=RATE, weight_decay=DECAY)
    slower = torch.optim.lr_scheduler.LambdaLR(optim, lambda step: 1 - step / steps)
    for _ in range(passes):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            logits = units([row for i in batch for row in rows[i]])
            optim.zero_grad()
            Choices([cases[i] for i in batch]).loss(logits).backward()
            optim.step()
            slower.step()
    inner, out = (weights.detach().numpy() for weights in (units.inner.weight, units.out.weight[0]))
    return Network(places, inner.astype(np.float32), out.astype(np.float32))


def _row(features: Features, places: Mapping[str, int]) -> Row:
    known = [(places[name], value) for name, value in features.items() if name in places]
    return [0, *(place for place, _ in known)], [1.0, *(value for _, value in known)]
