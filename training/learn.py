"""Learning: losses, the pace, moving averages, checkpoints to take up from, and quick scores after each pass."""

import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.gold import LINKS
from training.model import Batch, Model, ReadingModel
from training.windows import NONE, Window, batches

WEIGHTS = {  # tasks that count more or less than 1: rare labels have small losses, and some tasks are side issues
    "feats": 0.5, "xpos": 0.5, "lemma": 0.5, "start": 0.5, "ner": 2.0,
    "trigger": 5.0, "cue": 4.0, "actor": 3.0, "condition": 3.0, "position": 2.0, "agreement": 2.0, "talk": 2.0,
    "mode": 0.3, "issue": 0.3, "stance": 0.5, "agreement_status": 0.3, "talk_status": 0.3, "addressee": 0.2,
    "same": 0.7, "recipient": 0.7,
}  # fmt: skip
WARM_UP = 0.08  # share of all steps
CLIP = 1.0


Learner = Model | ReadingModel


@dataclass(frozen=True)
class Pace:
    """How long and how fast: passes over the data, learning rates of encoder and heads (per step, Adam).

    `average` is the share of the old in the moving average of the weights at each step, `batch` the pieces in a batch.
    """

    passes: int
    encoder: float = 1.5e-4
    heads: float = 1e-3
    average: float = 0.998
    batch: int = 800
    seed: int = 1
    checkpoint_seconds: int = 300


def losses(out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """One mean loss a task that the batch has labels for; arcs only compete within the sentence."""
    found = {}
    for task in out.keys() & batch.labels.keys():
        logits, labels = out[task], batch.labels[task]
        if not bool((labels != NONE).any()):
            continue
        if task == "arc":
            logits = logits.masked_fill(~batch.labels["reach"], -1e4)
        if task in LINKS:
            found[task] = _pointed(logits, labels)
        elif logits.dim() == labels.dim() or task == "start":
            found[task] = _yes_or_no(logits.view_as(labels), labels)
        else:
            found[task] = F.cross_entropy(logits.flatten(0, -2), labels.flatten(), ignore_index=NONE)
    return found


def _yes_or_no(logits: Tensor, labels: Tensor) -> Tensor:
    known = labels != NONE
    return F.binary_cross_entropy_with_logits(logits[known], labels[known].float())


def _pointed(logits: Tensor, labels: Tensor) -> Tensor:
    """An anchor shares one among all words; each group of members should get its part. No group: all to itself."""
    known = (labels != NONE).any(1)
    logits, labels = (x.transpose(1, 2)[known] for x in (logits, labels))
    shares = logits.masked_fill(labels == NONE, -1e4).log_softmax(-1)
    itself = torch.nonzero(known)[:, 1]
    lone = (labels <= 0).all(1)
    labels[lone, itself[lone]] = 1
    numbers = torch.arange(1, int(labels.max()) + 1)
    inside = labels[:, None, :] == numbers[None, :, None]
    grouped = shares[:, None, :].masked_fill(~inside, -1e4).logsumexp(-1)
    there = inside.any(-1)
    missed = torch.where(there, -(grouped + there.sum(1, keepdim=True).log()), 0.0)
    return (missed.sum(1) / there.sum(1)).mean()


class Average:
    """A moving average of the weights: what is tested and kept, since it is steadier than the last step."""

    def __init__(self, model: nn.Module, share: float) -> None:
        self.share = share
        self.values = {k: v.detach().clone() for k, v in model.named_parameters() if v.requires_grad}
        self.steps = 0

    def update(self, model: nn.Module) -> None:
        self.steps += 1
        keep = min(self.share, (1 + self.steps) / (10 + self.steps))
        for name, value in model.named_parameters():
            if value.requires_grad:
                self.values[name].lerp_(value.detach(), 1 - keep)

    def swap(self, model: nn.Module) -> None:
        """Exchange the model's weights and the averages; twice is never."""
        for name, value in model.named_parameters():
            if value.requires_grad:
                value.data, self.values[name] = self.values[name], value.data


def optimiser(model: Learner, pace: Pace) -> torch.optim.Optimizer:
    """AdamW; the encoder moves slower than the fresh heads, norms and biases don't decay."""
    groups = []
    for part, rate in ((model.encoder, pace.encoder), (None, pace.heads)):
        own = {id(p) for p in model.encoder.parameters()}
        chosen = [p for p in model.parameters() if p.requires_grad and ((id(p) in own) == (part is not None))]
        for decay, many in ((0.01, True), (0.0, False)):
            parameters = [p for p in chosen if (p.dim() > 1) == many]
            groups.append({"params": parameters, "lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def learn(
    model: Learner,
    drawn: Callable[[random.Random], list[Window]],
    pace: Pace,
    checkpoint: Path,
    after_pass: Callable[[int, Learner], None],
    marks: tuple[int, int],
) -> None:
    """Train `model` in place, with its averaged weights at the end. Takes up from `checkpoint` where there is one.

    Each pass sees the windows that `drawn` cuts for it.
    """
    optim, average = optimiser(model, pace), Average(model, pace.average)
    rng = random.Random(pace.seed)

    total = pace.passes * sum(1 for _ in batches(drawn(rng), rng, pace.batch, *marks))
    schedule = torch.optim.lr_scheduler.LambdaLR(optim, lambda step: _rate(step, total))
    begun = _restore(checkpoint, model, optim, schedule, average) if checkpoint.exists() else 0
    saved = time.monotonic()
    for number in range(begun, pace.passes):
        rng.seed(f"{pace.seed} {number}")
        torch.manual_seed(pace.seed + number)
        sums = one_pass(model, batches(drawn(rng), rng, pace.batch, *marks), optim, schedule, average)
        shown = " ".join(f"{k} {v:.3f}" for k, v in sorted(sums.items()))
        print(f"pass {number + 1}/{pace.passes} loss {shown}", flush=True)
        average.swap(model)
        after_pass(number + 1, model)
        average.swap(model)
        if time.monotonic() - saved > pace.checkpoint_seconds or number + 1 == pace.passes:
            saved = time.monotonic()
            _save(checkpoint, model, optim, schedule, average, number + 1)
    average.swap(model)


def _rate(step: int, total: int) -> float:
    """Up in a line, then down as a cosine to a twentieth."""
    warm = max(1, int(total * WARM_UP))
    if step < warm:
        return (step + 1) / warm
    return 0.05 + 0.475 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1, total - warm))))


def one_pass(
    model: Learner,
    drawn: Iterable[Batch],
    optim: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    average: Average,
) -> dict[str, float]:
    """One pass over all batches; mean losses by task."""
    model.train()
    sums: dict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    for batch in drawn:
        with torch.autocast("cpu", torch.bfloat16):
            out = model(batch)
        found = losses({k: v.float() for k, v in out.items()}, batch)
        loss = torch.stack([WEIGHTS.get(task, 1.0) * value for task, value in found.items()]).sum()
        optim.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optim.step()
        schedule.step()
        average.update(model)
        seen.update(found.keys())
        for task, value in found.items():
            sums[task] += float(value.detach())
    return {task: value / seen[task] for task, value in sums.items()}


def _save(
    path: Path,
    model: Learner,
    optim: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    average: Average,
    passes: int,
) -> None:
    state = {
        "model": model.state_dict(), "optim": optim.state_dict(), "schedule": schedule.state_dict(),
        "average": average.values, "steps": average.steps, "passes": passes,
    }  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def _restore(
    path: Path,
    model: Learner,
    optim: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    average: Average,
) -> int:
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optim.load_state_dict(state["optim"])
    schedule.load_state_dict(state["schedule"])
    average.values, average.steps = state["average"], state["steps"]
    return int(state["passes"])
