"""What speaks for an antecedent, weighed on gold: the weights of `akkoord.reading.antecedents`.

Mentions are the gold's; those whose own words tell who they are teach nothing.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import torch

from akkoord.codebook import Code, Span
from akkoord.reading.candidates import candidates
from akkoord.reading.mention import Known
from akkoord.reading.mentions import Told, told_apart
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals, Stretch
from akkoord.when import When
from training.parsed import Parsed

RARE = 5  # cases that a feature must stand in to be weighed
DECAY = 0.003  # keeps weights small that few cases speak for
STEPS = 100
MOST = 60.0  # a score beyond which its exponent would not be a number
Case = tuple[list[dict[str, float]], int]


def fitted(reports: list[Parsed]) -> dict[str, float]:
    """The weights that the reports teach."""
    cases = [case for _, signals, _, reading in reports for case in cases_of(signals, reading)]
    weights = fit(cases)
    print(f"antecedents: {len(cases)} cases, {accuracy(cases, weights):.3f} right")
    return weights


def cases_of(signals: Signals, reading: dict[str, Any]) -> Iterator[Case]:
    """The candidates of each mention that must be resolved, and which of them is right; earlier ones are known."""
    published = When.parse(reading["report"]["published"]).latest
    told, scene, codes, stretches = Told(), Scene.of(signals), [], []
    for actor in reading["actors"]:
        words = signals.words(Span(text=actor["text"], start=actor["start"], end=actor["end"]))
        if words and actor["code"]:
            stretches.append(Stretch(words.start, words.stop, "", 1.0))
            codes.append(Code.parse(actor["code"]))
    mentions = told_apart(signals, stretches, published)
    for mention in mentions:
        told.learn(mention)
    for i, code in enumerate(codes):
        if mentions[i].code is None and told.applied(mentions[i]).code is None:
            yield from _case(scene, mentions, i, code)
            mentions[i] = replace(mentions[i], code=code)
            told.learn(mentions[i])


def _case(scene: Scene, mentions: list[Known], at: int, code: Code) -> Iterator[Case]:
    features = candidates(scene, mentions, at)
    if code.party in features:
        yield list(features.values()), list(features).index(code.party)


def fit(cases: list[Case]) -> dict[str, float]:
    """Weights of a softmax over the candidates of each case, by maximum likelihood."""
    seen = Counter(name for rows, _ in cases for name in set().union(*rows))
    names = sorted(name for name, times in seen.items() if times >= RARE)
    table = torch.tensor([[row.get(name, 0.0) for name in names] for rows, _ in cases for row in rows])
    case = torch.tensor([i for i, (rows, _) in enumerate(cases) for _ in rows])
    right = torch.tensor([i == hit for rows, hit in cases for i in range(len(rows))])
    weights = torch.zeros(len(names), requires_grad=True)
    optim = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optim.zero_grad()
        scores = (table @ weights).clamp(-MOST, MOST)
        totals = torch.zeros(len(cases)).index_add(0, case, scores.exp()).log()
        total = (totals.sum() - scores[right].sum()) / len(cases) + DECAY * weights.square().sum()
        total.backward()
        return total

    optim.step(loss)
    return {name: round(float(w), 3) for name, w in zip(names, weights.detach(), strict=True)}


def accuracy(cases: list[Case], weights: dict[str, float]) -> float:
    """How often the likeliest candidate is the right one."""
    hits = 0
    for rows, right in cases:
        scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
        hits += scores.index(max(scores)) == right
    return hits / len(cases)
