"""What speaks for somebody's playing a role in an event, and for its reality, weighed on gold.

Gives the weights of `akkoord.reading.casting` and `realities`. What is learned from are the events that are found and
that gold has too; a role that gold gives to parties that are no candidates teaches nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import torch
from torch.nn.utils.rnn import pad_sequence

from akkoord.codebook import REALITIES, Code
from akkoord.reading.casting import Role, Scene, candidates
from akkoord.reading.events import find_scenes
from akkoord.reading.judge import judge
from akkoord.reading.reader import find_mentions
from akkoord.reading.realities import options
from akkoord.reading.statements import draft_statements
from akkoord.reading.weighing import Features
from akkoord.when import When
from training.parsed import Parsed
from training.sparse import table, times

DECAY = 0.001  # keeps weights small that few cases speak for
NEVER = -1e9  # a logit that leaves no chance
FIELD: dict[Role, str] = {"agent": "actors", "recipient": "recipients"}
Json = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """The candidates for a role in one event, and for each party that gold has in it which of them bear it.

    Or the realities that it can have, and which of them gold has.
    """

    rows: list[Features]
    right: list[list[int]]


def fitted(reports: list[Parsed], score: ModuleType) -> dict[str, dict[str, float]]:
    """The weights of both roles and of realities that the reports teach."""
    cases = [case for report in reports for case in cases_of(report, score.events)]
    return {part: fit([case for asked, case in cases if asked == part]) for part in (*FIELD, "reality")}


def cases_of(report: Parsed, same: Callable[[list[Json], list[Json]], Any]) -> Iterator[tuple[str, Case]]:
    """The roles and the reality of each event of one report that both find."""
    gold = report[3]["events"]
    found = {id(scene): scene for scene in scenes_of(report)}
    plain = [
        {"type": scene.type, "trigger": scene.signals.span(scene.words).model_dump(), "id": key}
        for key, scene in found.items()
    ]
    for event, ours in same(gold, plain):
        yield "reality", Case([*options(found[ours["id"]]).values()], [[REALITIES.index(event["reality"])]])
        for role in FIELD:
            case = case_of(found[ours["id"]], event, role)
            if case.right:
                yield role, case


def scenes_of(report: Parsed) -> list[Scene]:
    """What may be events in a report."""
    head, signals, frames, _ = report
    published = When.parse(head.published).latest if head.published else None
    mentions, hits = find_mentions(signals, frames, published)
    statements = judge().judged("statements", draft_statements(signals, mentions, hits.sayings))
    return find_scenes(signals, mentions, statements, hits.events)


def case_of(scene: Scene, event: Json, role: Role) -> Case:
    """The candidates for a role; those who play the other by gold are none."""
    wanted = [Code.parse(code).party for code in event[FIELD[role]]]
    beside = [Code.parse(code) for code in event["actors"]] if role == "recipient" else []
    found = candidates(scene, role, beside)
    parties = [
        {code.party for code in mention.code.parts} if mention and mention.code else set()
        for mention, _ in found
    ]
    if wanted:
        right = [[i for i, own in enumerate(parties) if party in own] for party in wanted]
    else:
        right = [[i for i, own in enumerate(parties) if not own]]
    return Case([features for _, features in found], [rows for rows in right if rows])


def fit(cases: list[Case]) -> dict[str, float]:
    """Weights of a softmax over the candidates of each case, by maximum likelihood."""
    names = sorted({name for case in cases for row in case.rows for name in row})
    place = {name: i for i, name in enumerate(names)}
    known = table([row for case in cases for row in case.rows], place)
    sizes = [len(case.rows) for case in cases]
    shares = [(i, len(case.right), rows) for i, case in enumerate(cases) for rows in case.right]
    index = torch.tensor([i for i, _, _ in shares])
    each = torch.tensor([1 / parts for _, parts, _ in shares])
    masks = torch.full((len(shares), max(sizes)), NEVER)
    for mask, (_, _, rows) in zip(masks, shares, strict=True):
        mask[rows] = 0.0
    weights = torch.zeros(len(names), requires_grad=True)
    optim = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optim.zero_grad()
        logits = pad_sequence(times(known, weights).split(sizes), batch_first=True, padding_value=NEVER)
        told = (logits.log_softmax(1)[index] + masks).logsumexp(1)
        total = -(told * each).sum() / len(cases) + DECAY * weights.square().sum()
        total.backward()
        return total

    optim.step(loss)
    return {name: round(float(w), 3) for name, w in zip(names, weights.detach(), strict=True)}
