"""How likely findings are right by what speaks for them, learned on gold not seen: for `akkoord.reading.judge`.

The drafts of each report are compared with the gold, and a logistic regression a layer weighs what speaks for them.
The least confidence that is still told is the one with the best F1 over these readings, or about the best.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, get_args

import torch
from torch.nn import functional as F

from akkoord.reading.findings import Finding, Layer
from akkoord.reading.judge import BIAS, NETWORKS, NOTHING, Draft, Judge, judge
from akkoord.reading.reader import read_signals
from akkoord.reading.weighing import Features, Network
from training import network
from training.choices import Case
from training.parsed import Json, Parsed

DECAY = 0.003
# what written reports teach of
DENSE: tuple[Layer, ...] = ("actors", "events", "conditions", "positions", "agreements", "talks")
GOLD = 16  # written reports that one of the gold weighs as much as, since it says as much in as many words as others do
LAYERS: tuple[Layer, ...] = tuple(layer for layer in get_args(Layer) if layer != "times")
# layers of so few findings that the confidence of the best F1 is chance: of those that do about as well, the highest
SPARSE: tuple[Layer, ...] = ("statements", "conditions", "positions", "agreements", "talks")
LEEWAY = 0.005  # of F1
PASSES = 3  # of a network: more, and it knows reports that come so often by heart
UNTAUGHT: Json = {
    "judge": {
        "weights": {layer: {BIAS: 0.0} for layer in LAYERS if layer not in NETWORKS},
        "least": dict.fromkeys(LAYERS, 0.4),
    }
} | {name: {BIAS: 0.0} for name in NETWORKS.values()}


@dataclass(frozen=True)
class Recording(Judge):
    """A judge that remembers all that was brought before it."""

    drafts: dict[Layer, list[Draft[Any]]] = field(default_factory=lambda: defaultdict(list))

    def may_tell(self, layer: Layer, known: Features, open_questions: Sequence[Sequence[Features]]) -> bool:
        return True

    def judged(self, layer: Layer, drafts: Sequence[Draft[Any]]) -> list[Any]:
        self.drafts[layer].extend(drafts)
        return super().judged(layer, drafts)


@dataclass
class Cases:
    """Drafts of one layer, whether each is right, and how many findings the gold has."""

    features: list[dict[str, float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    gold: int = 0

    def extend(self, others: "Cases") -> None:
        """Takes in those of other reports."""
        self.features += others.features
        self.right += others.right
        self.gold += others.gold


Right = Callable[[list[Json], list[Json]], list[tuple[Json, Json]]]


def right_by(score: ModuleType) -> dict[Layer, Right]:
    """What makes a finding of a layer right: the measure that counts towards the mean."""
    return {layer: match for _, layer, match, counts in score.MEASURES if counts and layer in LAYERS}


class Judging:
    """How likely findings are right.

    The `written` ones say more in fewer words than newspapers, so that they teach of `DENSE` layers only: the frames
    were made in sight of gold, so that it alone says too little of what no frame finds. They may be left out.
    """

    def __init__(self, score: ModuleType, written: bool = True) -> None:
        self._right, self._written = right_by(score), written

    def cases(self, reports: Sequence[Parsed], written: Sequence[Parsed]) -> dict[str, list[Cases]]:
        """The drafts of all reports by layer, and which of them the gold has."""
        found: dict[str, list[Cases]] = {layer: [] for layer in LAYERS}
        more = written if self._written else ()
        for part, layers, times in ((reports, LAYERS, GOLD), (more, DENSE, 1)):
            for report in part:
                for layer, cases in gather(report, self._right, layers).items():
                    found[layer] += [cases] * (times if layer in DENSE else 1)
        return found

    def learned(self, cases: Mapping[str, list[Cases]]) -> Json:
        """The weights and the least confidences."""
        whole = {layer: Cases() for layer in LAYERS}
        for layer, own in whole.items():
            for some in cases[layer]:
                own.extend(some)
        found = taught(whole)
        networks = {NETWORKS[layer]: found.weights[layer] for layer in NETWORKS}
        plain = {layer: weights for layer, weights in found.weights.items() if layer not in NETWORKS}
        return {"judge": {"weights": plain, "least": found.least}} | networks


def gather(report: Parsed, right: dict[Layer, Right], layers: Sequence[Layer]) -> dict[Layer, Cases]:
    """The drafts of one report in some layers, and which of them the gold has."""
    head, signals, frames, reading = report
    recording = Recording(judge().weights, judge().least)
    read_signals(head, signals, frames, recording)
    found: dict[Layer, Cases] = {}
    for layer in layers:
        drafts = recording.drafts[layer]
        plain = [_plain(draft.finding) for draft in drafts]
        hits = {id(ours) for _, ours in right[layer](reading[layer], plain)}
        features = [dict(draft.features) for draft in drafts]
        found[layer] = Cases(features, [id(ours) in hits for ours in plain], len(reading[layer]))
    return found


def _plain(finding: Finding) -> Json:
    return finding.model_dump(mode="json")


def taught(cases: dict[Layer, Cases]) -> Judge:
    """The judge that the cases teach."""
    weights = {
        layer: fit_network(found) if layer in NETWORKS else fit(found) for layer, found in cases.items()
    }
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


def fit_network(cases: Cases) -> Network:
    """A network that chooses between a finding's being right and nothing being known of it."""
    return network.fit(
        [
            Case((features, NOTHING), [[0 if right else 1]])
            for features, right in zip(cases.features, cases.right, strict=True)
        ],
        PASSES,
    )


def best_least(layer: Layer, cases: Cases, judge: Judge) -> float:
    """The confidence from which findings told give the best F1, about, in layers of few findings; prints it."""
    confidences = judge.confidences(layer, cases.features)
    judged = sorted(zip(confidences, cases.right, strict=True), reverse=True)
    curve, hits = [(0.0, 0.5)], 0
    for told, (confidence, right) in enumerate(judged, start=1):
        hits += right
        curve.append((2 * hits / (told + cases.gold), confidence))
    enough = max(curve)[0] - (LEEWAY if layer in SPARSE else 0.0)
    best, least = max((found for found in curve if found[0] >= enough), key=lambda found: found[1])
    print(
        f"{layer}: {len(judged)} drafts, {sum(cases.right)} right, {cases.gold} gold; F1 {best:.3f} from {least:.3f}"
    )
    return round(least, 3)
