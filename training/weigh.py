"""`python -m training.weigh`: all weights by which the reader chooses, fitted on reports that the heads have not seen.

Takes the models that `training.folds` left and fits, in the order in which they build on each other: whom a mention
means (`antecedents`), who plays which role in an event and how real it is (`agent`, `recipient`, `reality`), what a
want is about and how it stands to it (`topics`, `stances`), who deals with whom (`parties`), and how likely a finding
is right (`judge`). Writes them to `akkoord.reading`'s data.

Each step sees the reports as weights read them that learned from the other half of them, since nothing is as sure in
new reports as in those that one has learned from. These readings of the gold go to `BUILD/folds/held-out`: no part of
the reader has learned from what it reads there.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol
from unittest.mock import patch

from akkoord.reading import weighing
from akkoord.reading.judge import judge
from akkoord.reading.reader import read_signals
from training import antecedents, casting, parties, wants
from training import judge as judging
from training.choices import accuracy
from training.options import options
from training.parsed import Parsed, parsed, scorer

HALVES = 2
Found = dict[str, Any]  # weights by the name of their file
UNTAUGHT: Found = {  # before anything is learned nothing counts for anything
    "antecedents": {},
    **judging.UNTAUGHT,
    "agent": {},
    "recipient": {},
    "reality": {},
    "topics": {},
    "stances": {},
    "parties": {kind: {} for kind in parties.KINDS},
}


class Step(Protocol):
    """What the reports show of some weights, and the weights that this teaches."""

    def cases(self, reports: Sequence[Parsed], written: Sequence[Parsed]) -> Mapping[str, list[Any]]: ...

    def learned(self, cases: Mapping[str, list[Any]]) -> Found: ...


def main() -> None:
    """Parse the command line, fit, write."""
    parser = options(__doc__, trains=False)
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/reading/data"))
    arguments = parser.parse_args()
    reports, written = parsed(arguments.gold, arguments.data, arguments.build)
    score = scorer(arguments.gold.parent / "score.py")
    found, apart = fitted(reports, written, score)
    for name, weights in found.items():
        if isinstance(weights, weighing.Network):
            weights.save(arguments.out / f"{name}.npz")
        else:
            (arguments.out / f"{name}.json").write_text(
                json.dumps(weights, indent=1) + "\n", encoding="utf-8"
            )
    held_out(reports, apart, arguments.build / "folds" / "held-out")


def fitted(
    reports: Sequence[Parsed], written: Sequence[Parsed], score: ModuleType
) -> tuple[Found, Sequence[Found]]:
    """What all reports teach, and what each half of them does.

    Roles rest on the statements told, so that the judge has to say of these first. The reports written for training
    say more in fewer words than newspapers, so of how likely findings of some layers are gold alone knows.
    """
    apart: list[Found] = [dict(UNTAUGHT) for _ in range(HALVES)]
    found: Found = {}
    steps: Sequence[Step] = (
        antecedents.Antecedents(),
        antecedents.AmongRead(),
        judging.Judging(score, written=False),
        casting.Casting(score),
        wants.Wants(),
        parties.Parties(),
        judging.Judging(score),
    )
    for step in steps:
        cases = taken(step, reports, written, apart)
        found |= step.learned(together(cases))
        tell(cases, apart)
    return found, apart


def taken(
    step: Step, reports: Sequence[Parsed], written: Sequence[Parsed], apart: Sequence[Found]
) -> list[Mapping[str, list[Any]]]:
    """What each half of the reports teaches in one step, as what the other half taught before reads them.

    The weights that it teaches are added to `apart`.
    """
    cases: list[Mapping[str, list[Any]]] = []
    for half in range(HALVES):
        with in_use(apart[1 - half]):
            cases.append(step.cases(reports[half::HALVES], written[half::HALVES]))
    for half in range(HALVES):
        apart[half].update(step.learned(cases[half]))
    return cases


def tell(cases: Sequence[Mapping[str, list[Any]]], apart: Sequence[Found]) -> None:
    """Prints how many cases each network learned from, and how often what one half taught is right in the other."""
    for name in cases[0]:
        if isinstance(apart[0].get(name), weighing.Network):
            right = [accuracy(cases[half][name], apart[1 - half][name]) for half in range(HALVES)]
            print(
                f"{name}: {sum(len(part[name]) for part in cases)} cases, right in {right[0]:.3f}, {right[1]:.3f}"
            )


def together(parts: Sequence[Mapping[str, list[Any]]]) -> dict[str, list[Any]]:
    """The cases of all parts, by name."""
    found: dict[str, list[Any]] = defaultdict(list)
    for part in parts:
        for name, cases in part.items():
            found[name] += cases
    return dict(found)


@contextmanager
def in_use(found: Found) -> Iterator[None]:
    """The reader takes these weights instead of those that are stored."""
    with patch.object(weighing, "packaged", lambda name: found[name]):
        yield


def held_out(reports: Sequence[Parsed], apart: Sequence[Found], out: Path) -> None:
    """Readings of the gold reports, each by what the other half of all reports taught."""
    out.mkdir(parents=True, exist_ok=True)
    for half in range(HALVES):
        with in_use(apart[1 - half]):
            for head, signals, frames, _ in reports[half::HALVES]:
                reading = read_signals(head, signals, frames, judge())
                path = out / f"{head.id}.json"
                path.write_text(json.dumps(json.loads(reading.to_json())), encoding="utf-8")


if __name__ == "__main__":
    main()
