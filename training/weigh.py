"""`python -m training.weigh`: all weights by which the reader chooses, fitted on reports that the heads have not seen.

Takes the models that `training.folds` left and fits, in the order in which they build on each other: whom a mention
means (`antecedents`), who plays which role in an event and how real it is (`agent`, `recipient`, `reality`), what a
want is about and how it stands to it (`topics`, `stances`), who deals with whom (`parties`), and how likely a finding
is right (`judge`). Writes them to `akkoord.reading`'s data.

With `--held-out N` nothing is written there: the reports are parted in N, each part is read with weights that were
fitted on the others, and the readings go to `BUILD/folds/held-out`. So no part of the reader has learned from what it
reads.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from akkoord.reading import weighing
from akkoord.reading.judge import judge
from akkoord.reading.reader import read_signals
from training import antecedents, casting, parties, wants
from training import judge as judging
from training.options import options
from training.parsed import Parsed, parsed, scorer


def main() -> None:
    """Parse the command line, fit, write."""
    parser = options(__doc__, trains=False)
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/reading/data"))
    parser.add_argument("--held-out", type=int, metavar="N")
    arguments = parser.parse_args()
    reports, written = parsed(arguments.gold, arguments.data, arguments.build)
    score = scorer(arguments.gold.parent / "score.py")
    if arguments.held_out:
        held_out(reports, written, score, arguments.held_out, arguments.build / "folds" / "held-out")
        return
    for name, found in fitted(reports, written, score).items():
        (arguments.out / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def fitted(reports: list[Parsed], written: list[Parsed], score: ModuleType) -> dict[str, Any]:
    """Weights by the name of their file; those fitted first are in use while the later ones are fitted.

    Roles rest on the statements told, so that the judge has to say of these first. The reports written for training
    teach whom a mention means, who plays which role, how real an event is and which stance a want; since they say more
    in fewer words than newspapers, of issues and of how likely findings of some layers are gold alone knows.
    """
    found: dict[str, Any] = {}
    with in_use(found):
        found["antecedents"] = antecedents.fitted([*reports, *written])
        found["judge"] = judging.fitted(reports, score)
        found |= casting.fitted([*reports, *written], score)
        found |= wants.fitted(reports, written)
        found |= parties.fitted(reports, written)
        found["judge"] = judging.fitted(reports, score, written)
    return found


@contextmanager
def in_use(found: dict[str, Any]) -> Iterator[None]:
    """The reader takes these weights instead of those that are stored."""
    stored = weighing.packaged
    with patch.object(weighing, "packaged", lambda name: found[name] if name in found else stored(name)):
        yield


def held_out(reports: list[Parsed], written: list[Parsed], score: ModuleType, parts: int, out: Path) -> None:
    """Readings of all gold reports, each by weights from the other parts and the written ones."""
    out.mkdir(parents=True, exist_ok=True)
    for part in range(parts):
        others = [report for i, report in enumerate(reports) if i % parts != part]
        with in_use(fitted(others, written, score)):
            for head, signals, frames, _ in reports[part::parts]:
                reading = read_signals(head, signals, frames, judge())
                path = out / f"{head.id}.json"
                path.write_text(json.dumps(json.loads(reading.to_json())), encoding="utf-8")


if __name__ == "__main__":
    main()
