"""Learning to read: heads for the findings, on a branch of the pipeline's encoder, from reports read by hand."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from training.gold import HEADS, LINKS, GoldReport, windows
from training.learn import Learner, Pace, learn
from training.model import Model, ReadingModel
from training.retelling import Retelling
from training.windows import Window

FORK = 6  # layers shared with the pipeline; those above it are the reader's own
PACE = Pace(passes=8, encoder=2.5e-4, heads=1.5e-3, average=0.995, batch=400)
SECONDHAND = replace(PACE, passes=1, average=0.99)  # over articles that the reader has read


def fresh_reading(base: Model, fork: int = FORK) -> ReadingModel:
    """A branch of a learned pipeline with heads that have learned nothing yet."""
    torch.manual_seed(PACE.seed)
    return ReadingModel(base, fork, {head: len(labels) for head, labels in HEADS.items()}, list(LINKS))


def learned_reading(
    model: ReadingModel,
    reports: Sequence[GoldReport],
    retell: Retelling,
    folder: Path,
    marks: tuple[int, int],
    pace: Pace = PACE,
) -> ReadingModel:
    """The model with its heads trained on the reports, which are told anew in each pass.

    Taken from `folder` where it was trained already.
    """
    final = folder / "model.pt"
    own = {name for name, value in model.named_parameters() if value.requires_grad}
    if final.exists():
        model.load_state_dict(torch.load(final, weights_only=True), strict=False)
        return model

    def drawn(rng: random.Random) -> list[Window]:
        return list(windows([retell(report, rng) for report in reports], rng, retell.hiding(rng)))

    def after_pass(number: int, learning: Learner) -> None:
        pass

    learn(model, drawn, pace, folder / "checkpoint.pt", after_pass, marks)
    torch.save({name: value for name, value in model.state_dict().items() if name in own}, final)
    return model
