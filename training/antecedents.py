"""What speaks for an antecedent, weighed on gold: the weights of `akkoord.reading.antecedents`.

Mentions are those that the reader finds, with the codes that gold gives them; what gold has not stays without one, and
those whose own words tell who they are teach nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from sys import intern

import torch

from akkoord.codebook import Code, Span
from akkoord.reading.antecedents import EVERY, Weights, likeliest
from akkoord.reading.candidates import candidates
from akkoord.reading.mention import Known, span_of
from akkoord.reading.mentions import Told, told_apart
from akkoord.reading.reader import find_mentions
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals
from akkoord.when import When
from training.parsed import Json, Parsed
from training.sparse import table, times

HALVES = 2
RARE = 5  # cases that a feature must stand in to be weighed
DECAY = 0.001  # keeps weights small that few cases speak for
STEPS = 100
MOST = 60.0  # a score beyond which its exponent would not be a number
CROSS = "\t"  # between a sort of mention and a feature that counts for it: what no word of a report holds
Case = tuple[list[dict[str, float]], int]


def fitted(reports: list[Parsed]) -> Weights:
    """The weights that the reports teach: with what went before known, and as weights that have not seen them read it.

    Those of a report that is read are mostly right about what went before, but not always.
    """
    known = [cases_of(report) for report in reports]
    guessed = list(known)
    for half in range(HALVES):
        weights = fit([case for i, cases in enumerate(known) if i % HALVES != half for case in cases])
        guessed[half::HALVES] = [cases_of(report, by_sort(weights)) for report in reports[half::HALVES]]
    cases = [case for cases in (*known, *guessed) for case in cases]
    weights = fit(cases)
    print(f"antecedents: {len(cases)} cases, {accuracy(cases, weights):.3f} right")
    return by_sort(weights)


def by_sort(weights: Mapping[str, float]) -> Weights:
    """The weights as the reader takes them: for each sort of mention its own."""
    found: dict[str, dict[str, float]] = {EVERY: {}}
    for crossed, weight in weights.items():
        sort, _, name = crossed.rpartition(CROSS)
        found.setdefault(sort, {})[name] = weight
    return found


def cases_of(report: Parsed, weights: Weights | None = None) -> list[Case]:
    """The candidates of each mention that must be resolved, and which of them is right.

    Earlier mentions mean whom gold says, or with `weights` whom these find likeliest.
    """
    head, signals, frames, reading = report
    published = When.parse(head.published).latest if head.published else None
    found, _ = find_mentions(signals, frames, published)
    mentions, told = told_apart(signals, [mention.stretch for mention in found], published), Told()
    codes, scene = gold_codes(signals, mentions, reading["actors"]), Scene.of(signals)
    cases: list[Case] = []
    for mention in mentions:
        told.learn(mention)
    for i, code in enumerate(codes):
        if mentions[i].code is None:
            mentions[i] = told.applied(mentions[i])
        if mentions[i].code is None:
            cases += _case(scene, mentions, i, code)
            mentions[i] = (
                likeliest(scene, mentions, i, weights) if weights else replace(mentions[i], code=code)
            )
            told.learn(mentions[i])
    return cases


def _case(scene: Scene, mentions: Sequence[Known], at: int, code: Code | None) -> Iterator[Case]:
    """What a mention teaches: nothing where gold has no code for it or none of the candidates is right."""
    features = candidates(scene, mentions, at) if code is not None else {}
    sort = scene.shape(mentions[at]).sort
    for i, party in enumerate(features):
        if code is not None and _same(party, code.party):
            yield [_crossed(row, sort) for row in features.values()], i
            return


def _crossed(row: dict[str, float], sort: str) -> dict[str, float]:
    """What speaks for a candidate, as such and by the sort of mention."""
    return row | {intern(f"{sort}{CROSS}{name}"): value for name, value in row.items()}


def gold_codes(signals: Signals, mentions: Sequence[Known], actors: list[Json]) -> list[Code | None]:
    """Whom each mention means by gold; nobody where gold has no such mention, or one without a code."""
    spans = [span_of(signals, mention) for mention in mentions]
    codes: list[Code | None] = [None] * len(spans)
    for actor in actors:
        shared = [
            _shared(span, actor) if code is None else 0 for span, code in zip(spans, codes, strict=True)
        ]
        best = max(range(len(spans)), key=shared.__getitem__, default=None)
        if (
            best is not None
            and actor["code"]
            and 2 * shared[best] >= min(len(spans[best]), _length(actor)) > 0
        ):
            codes[best] = Code.parse(actor["code"])
    return codes


def _same(party: str, other: str) -> bool:
    """Whether two parties are one, a person also by the family name alone."""
    persons = party.startswith("PER:") and other.startswith("PER:")
    return party == other or (persons and party.split()[-1].endswith(other.split()[-1].removeprefix("PER:")))


def _shared(span: Span, actor: Json) -> int:
    """How many characters both have."""
    return max(0, min(span.end, actor["end"]) - max(span.start, actor["start"]))


def _length(actor: Json) -> int:
    return int(actor["end"] - actor["start"])


def fit(cases: list[Case], decay: float = DECAY) -> dict[str, float]:
    """Weights of a softmax over the candidates of each case, by maximum likelihood."""
    seen = Counter(name for rows, _ in cases for name in set().union(*rows))
    names = sorted(name for name, times in seen.items() if times >= RARE)
    told = table([row for rows, _ in cases for row in rows], {name: i for i, name in enumerate(names)})
    case = torch.tensor([i for i, (rows, _) in enumerate(cases) for _ in rows])
    right = torch.tensor([i == hit for rows, hit in cases for i in range(len(rows))])
    weights = torch.zeros(len(names), requires_grad=True)
    optim = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optim.zero_grad()
        scores = times(told, weights).clamp(-MOST, MOST)
        totals = torch.zeros(len(cases)).index_add(0, case, scores.exp()).log()
        total = (totals.sum() - scores[right].sum()) / len(cases) + decay * weights.square().sum()
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
