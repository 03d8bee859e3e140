"""What speaks for somebody's playing a role in an event, and for its reality, weighed on gold.

Gives the weights of `akkoord.reading.casting` and `realities`. What is learned from are the events that are found and
that gold has too; a role that gold gives to parties that are no candidates teaches nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

from akkoord.codebook import REALITIES, Code
from akkoord.reading.casting import Role, Scene, candidates
from akkoord.reading.events import find_scenes
from akkoord.reading.judge import judge
from akkoord.reading.reader import read_mentions
from akkoord.reading.realities import options
from akkoord.reading.statements import draft_statements
from akkoord.reading.weighing import Network
from akkoord.when import When
from training.choices import Case
from training.network import fit
from training.parsed import Parsed

FIELD: dict[Role, str] = {"agent": "actors", "recipient": "recipients"}
REALITY = "reality"
Json = dict[str, Any]


class Casting:
    """Who plays which role in an event, and how real it is."""

    def __init__(self, score: ModuleType) -> None:
        self._same = score.events

    def cases(self, reports: Sequence[Parsed], written: Sequence[Parsed]) -> dict[str, list[Case]]:
        """What the reports teach."""
        found: dict[str, list[Case]] = {part: [] for part in (*FIELD, REALITY)}
        for report in (*reports, *written):
            for part, case in cases_of(report, self._same):
                found[part].append(case)
        return found

    def learned(self, cases: Mapping[str, list[Case]]) -> dict[str, Network]:
        """The weights."""
        return {part: fit(some) for part, some in cases.items()}


def cases_of(report: Parsed, same: Callable[[list[Json], list[Json]], Any]) -> Iterator[tuple[str, Case]]:
    """The roles and the reality of each event of one report that both find."""
    gold = report[3]["events"]
    found = {id(scene): scene for scene in scenes_of(report)}
    plain = [
        {"type": scene.type, "trigger": scene.signals.span(scene.words).model_dump(), "id": key}
        for key, scene in found.items()
    ]
    for event, ours in same(gold, plain):
        yield REALITY, Case([*options(found[ours["id"]]).values()], [[REALITIES.index(event["reality"])]])
        for role in FIELD:
            case = case_of(found[ours["id"]], event, role)
            if case.right:
                yield role, case


def scenes_of(report: Parsed) -> list[Scene]:
    """What may be events in a report."""
    head, signals, frames, _ = report
    published = When.parse(head.published).latest if head.published else None
    mentions, hits = read_mentions(signals, frames, published)
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
