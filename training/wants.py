"""`python -m training.wants`: what speaks for the issue and the stance of a want, weighed on gold.

Takes the models that `training.folds` left, so that the heads have not seen the reports. Each want that stands in the
evidence of gold positions with one issue (or stance) is a case: the issues (or stances) in question, and which of them
the gold has. Writes the weights of `akkoord.reading.topics` and `akkoord.reading.stances`.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from akkoord import language
from akkoord.codebook import STANCES, Span
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.hits import find_hits, meet
from akkoord.reading.signals import Signals
from akkoord.reading.stances import stance_features
from akkoord.reading.topics import Topics
from akkoord.reading.wanting import HEAD, read_wants
from training.antecedents import Case, accuracy, fit
from training.gold import gold_readings


@dataclass
class Cases:
    """The choices that gold has made, of issues and of stances."""

    topics: list[Case] = field(default_factory=list)
    stances: list[Case] = field(default_factory=list)

    def add(self, signals: Signals, hits: Sequence[WantHit], reading: dict[str, Any]) -> None:
        """Those of one report, where a frame tells of a want."""
        topics = Topics(signals)
        places = [
            (signals.words(Span(**span)), position)
            for position in reading["positions"]
            for span in position["evidence"]
        ]
        for want in read_wants(signals, (), (), (), (), hits):
            cue = range(want.anchor, want.anchor + 1)
            told = [position for words, position in places if meet(words, cue)]
            issues, stances = (
                {position["issue"] for position in told},
                {position["stance"] for position in told},
            )
            if want.kind == HEAD or not told:
                continue
            if len(issues) == 1:
                features = topics.features(want.target, want.clause)
                self.topics.append((list(features.values()), list(features).index(min(issues))))
            if len(stances) == 1:
                rows = list(stance_features(signals, want, min(issues)).values())
                self.stances.append((rows, STANCES.index(min(stances))))


def main() -> None:
    """Gather the cases of all folds, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--build", type=Path, default=Path(".build/training"))
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/reading/data"))
    arguments = parser.parse_args()
    readings = sorted(gold_readings(arguments.gold, arguments.data, ("train", "dev")))
    models = sorted((arguments.build / "folds").glob("cross-*.model"))
    cases = Cases()
    for fold, folder in enumerate(models):
        nlp = language.load(str(folder))
        for _, text, reading in readings[fold :: len(models)]:
            doc = nlp(text)
            cases.add(Signals.of(doc), find_hits(doc, frozenset()).wants, reading)
    for name, found in (("topics", cases.topics), ("stances", cases.stances)):
        weights = fit(found)
        (arguments.out / f"{name}.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
        print(f"{name}: {len(found)} cases, {accuracy(found, weights):.3f} right; {weights}")


if __name__ == "__main__":
    main()
