"""How likely a finding is right, from what speaks for it; what is too unlikely is not told.

The layers give drafts: findings with numbers that speak for them. The weights of these are learned on gold that the
heads had not seen (`training/weigh.py`), so that of the findings with a confidence of 0.8 some four in five are right.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from akkoord.codebook import Span
from akkoord.reading.findings import Finding, Layer
from akkoord.reading.weighing import Features, Network, Weights, learned

F = TypeVar("F", bound=Finding)
FLOOR = 1e-3  # chances are kept this far from 0 and 1 before their logit is taken
BIAS = "bias"
NETWORKS: Mapping[Layer, str] = {"actors": "telling"}  # layers that a network weighs, and its name
NOTHING: Features = {}  # what a network's logits are compared with: a finding of which nothing is known


@dataclass(frozen=True, slots=True)
class Draft(Generic[F]):
    """A finding and what speaks for it, by name."""

    finding: F
    features: Features


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of features by layer, and the confidence below which a finding of that layer is not told.

    Which mentions are told depends on how the features go together, which a network weighs; other layers have too few
    findings to learn that from.
    """

    weights: Mapping[Layer, Weights]
    least: Mapping[Layer, float]

    def judged(self, layer: Layer, drafts: Sequence[Draft[F]]) -> list[F]:
        """The findings that are likely enough, each with its confidence."""
        confidences = self.confidences(layer, [draft.features for draft in drafts])
        return [
            draft.finding.model_copy(update={"confidence": round(confidence, 3)})
            for draft, confidence in zip(drafts, confidences, strict=True)
            if confidence >= self.least[layer]
        ]

    def may_tell(self, layer: Layer, known: Features, open_questions: Sequence[Sequence[Features]]) -> bool:
        """Whether a finding can be likely enough by what is known of it, whatever the answer to each open question.

        A question is given by what speaks for the finding under each answer. What can't be told is not worked out.
        """
        weights = self.weights[layer]
        if isinstance(weights, Network):
            return True  # what counts for a finding depends on the answers
        best = weights[BIAS] + _sum(weights, known)
        best += sum(max(_sum(weights, answer) for answer in answers) for answers in open_questions)
        return _chance(best) >= self.least[layer]

    def confidence(self, layer: Layer, features: Features) -> float:
        """The chance that a finding with these features is right."""
        return self.confidences(layer, [features])[0]

    def confidences(self, layer: Layer, rows: Sequence[Features]) -> list[float]:
        """The chance that a finding is right, for each with its features."""
        weights = self.weights[layer]
        if isinstance(weights, Network):
            *logits, nothing = weights.scores([*rows, NOTHING])
            return [_chance(logit - nothing) for logit in logits]
        return [_chance(weights[BIAS] + _sum(weights, row)) for row in rows]


def _sum(weights: Features, features: Features) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def apart(findings: Sequence[F], words: Callable[[F], Span]) -> list[F]:
    """The likelier of findings that share these words of theirs, in the order of the words."""
    kept: list[F] = []
    taken: set[int] = set()  # characters, so that a long text costs no square
    for finding in sorted(findings, key=lambda f: (-f.confidence, words(f).start, f.id)):
        characters = range(words(finding).start, words(finding).end)
        if taken.isdisjoint(characters):
            kept.append(finding)
            taken.update(characters)
    return sorted(kept, key=lambda f: words(f).start)


def judge() -> Judge:
    """The judge that ships with the package."""
    stored = learned("judge")
    return Judge(
        stored["weights"] | {layer: learned(name) for layer, name in NETWORKS.items()}, stored["least"]
    )


def logit(chance: float) -> float:
    """A chance as a number that adds up with others."""
    kept = min(1 - FLOOR, max(FLOOR, chance))
    return math.log(kept / (1 - kept))
