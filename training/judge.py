"""`python -m training.judge`: how likely findings are right by what speaks for them, learned on gold not seen.

Takes the models that `training.folds` left: each report is read with heads that have not learned from it, its drafts
are compared with the gold, and a logistic regression a layer weighs what speaks for them. The least confidence that
is still told is the one with the best F1 over these readings. Writes `akkoord.reading`'s `judge.json`.
"""

import argparse
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import torch
from torch.nn import functional as F

from akkoord import language
from akkoord.reading.findings import Finding, Layer, ReportHead
from akkoord.reading.hits import find_hits
from akkoord.reading.judge import BIAS, Draft, Judge
from akkoord.reading.reader import Frames, read_signals
from akkoord.reading.signals import Signals
from training.gold import gold_readings

DECAY = 0.003
EVEN = 0.005  # F1s this near count as equal: of these, the confidence is taken that tells most
ROUNDS = 2  # events rest on the statements told, which the first round judges
Json = dict[str, Any]
LAYERS: tuple[Layer, ...] = tuple(layer for layer in get_args(Layer) if layer != "times")


@dataclass(frozen=True)
class Recording(Judge):
    """A judge that remembers all that was brought before it."""

    drafts: dict[Layer, list[Draft[Any]]] = field(default_factory=lambda: defaultdict(list))

    def judged(self, layer: Layer, drafts: Sequence[Draft[Any]]) -> list[Any]:
        self.drafts[layer].extend(drafts)
        return super().judged(layer, drafts)


@dataclass
class Cases:
    """Drafts of one layer, whether each is right, and how many findings the gold has."""

    features: list[dict[str, float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    gold: int = 0


def main() -> None:
    """Read with every fold, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--build", type=Path, default=Path(".build/training"))
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/reading/data/judge.json"))
    arguments = parser.parse_args()
    folds = list(parsed(arguments.gold, arguments.data, arguments.build))
    judge = Judge({layer: {BIAS: 0.0} for layer in LAYERS}, dict.fromkeys(LAYERS, 0.4))
    for _ in range(ROUNDS):
        cases = gather(folds, judge, right_by(scorer(arguments.gold.parent / "score.py")))
        judge = fitted(cases)
    stored = {"weights": judge.weights, "least": judge.least}
    arguments.out.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


Parsed = tuple[ReportHead, Signals, Frames, Json]


def parsed(gold: Path, data: Path, build: Path) -> list[Parsed]:
    """Every gold report as the model of the fold that left it out sees it."""
    readings = sorted(gold_readings(gold, data, ("train", "dev")), key=lambda found: found[0])
    models = sorted((build / "folds").glob("cross-*.model"))
    found: list[Parsed] = []
    for fold, folder in enumerate(models):
        nlp = language.load(str(folder))
        for name, text, reading in readings[fold :: len(models)]:
            doc = nlp(text)
            head = ReportHead(id=name, published=reading["report"].get("published"))
            found.append((head, Signals.of(doc), partial(find_hits, doc), reading))
    return found


def scorer(path: Path) -> ModuleType:
    """The module that compares readings with gold."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Right = Callable[[list[Json], list[Json]], list[tuple[Json, Json]]]


def right_by(score: ModuleType) -> dict[Layer, Right]:
    """What makes a finding of a layer right: the measure that counts towards the mean."""
    return {layer: match for _, layer, match, counts in score.MEASURES if counts and layer in LAYERS}


def gather(folds: list[Parsed], judge: Judge, right: dict[Layer, Right]) -> dict[Layer, Cases]:
    """The drafts of all reports, and which of them the gold has."""
    cases: dict[Layer, Cases] = {layer: Cases() for layer in LAYERS}
    for head, signals, frames, reading in folds:
        recording = Recording(judge.weights, judge.least)
        read_signals(head, signals, frames, recording)
        for layer in LAYERS:
            drafts = recording.drafts[layer]
            plain = [_plain(draft.finding) for draft in drafts]
            hits = {id(ours) for _, ours in right[layer](reading[layer], plain)}
            cases[layer].features += [dict(draft.features) for draft in drafts]
            cases[layer].right += [id(ours) in hits for ours in plain]
            cases[layer].gold += len(reading[layer])
    return cases


def _plain(finding: Finding) -> Json:
    return finding.model_dump(mode="json")


def fitted(cases: dict[Layer, Cases]) -> Judge:
    """The judge that the cases teach."""
    weights = {layer: fit(found) for layer, found in cases.items()}
    unbound = Judge(weights, dict.fromkeys(LAYERS, 0.0))
    least = {layer: best_least(layer, found, unbound) for layer, found in cases.items()}
    return Judge(weights, least)


def fit(cases: Cases) -> dict[str, float]:
    """Weights of a logistic regression with a little decay."""
    seen = Counter(name for features in cases.features for name in features)
    names = sorted(seen)
    table = torch.tensor([[features.get(name, 0.0) for name in names] + [1.0] for features in cases.features])
    right = torch.tensor(cases.right, dtype=torch.float)
    weights = torch.zeros(len(names) + 1, requires_grad=True)
    optim = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optim.zero_grad()
        total = (
            F.binary_cross_entropy_with_logits(table @ weights, right) + DECAY * weights[:-1].square().sum()
        )
        total.backward()
        return total

    optim.step(loss)
    return {name: round(float(w), 3) for name, w in zip([*names, BIAS], weights.detach(), strict=True)}


def best_least(layer: Layer, cases: Cases, judge: Judge) -> float:
    """The confidence from which findings told give the best F1; prints it."""
    judged = sorted(
        ((judge.confidence(layer, f), right) for f, right in zip(cases.features, cases.right, strict=True)),
        reverse=True,
    )
    curve, hits = [(0.0, 0.5)], 0
    for told, (confidence, right) in enumerate(judged, start=1):
        hits += right
        curve.append((2 * hits / (told + cases.gold), confidence))
    best = max(f1 for f1, _ in curve)
    least = min(confidence for f1, confidence in curve if f1 >= best - EVEN)
    print(
        f"{layer}: {len(judged)} drafts, {sum(cases.right)} right, {cases.gold} gold; F1 {best:.3f} from {least:.3f}"
    )
    return round(least, 3)


if __name__ == "__main__":
    main()
