"""`python -m training.topics`: what speaks for an issue, weighed on gold.

Takes the models that `training.folds` left, so that the heads have not seen the reports. Each want that stands in the
evidence of a gold position is a case: the issues in question, and which of them the gold has. Writes the weights of
`akkoord.reading.topics`.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from akkoord import language
from akkoord.codebook import Span
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.hits import find_hits, meet
from akkoord.reading.signals import Signals
from akkoord.reading.topics import Topics
from training.antecedents import Case, accuracy, fit
from training.gold import gold_readings


def main() -> None:
    """Gather the cases of all folds, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--build", type=Path, default=Path(".build/training"))
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/reading/data/topics.json"))
    arguments = parser.parse_args()
    readings = sorted(gold_readings(arguments.gold, arguments.data, ("train", "dev")))
    models = sorted((arguments.build / "folds").glob("cross-*.model"))
    cases: list[Case] = []
    for fold, folder in enumerate(models):
        nlp = language.load(str(folder))
        for _, text, reading in readings[fold :: len(models)]:
            doc = nlp(text)
            cases += cases_of(Signals.of(doc), find_hits(doc, frozenset()).wants, reading)
    weights = fit(cases)
    arguments.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"{len(cases)} cases, {accuracy(cases, weights):.3f} right; {weights}")


def cases_of(signals: Signals, wants: Sequence[WantHit], reading: dict[str, Any]) -> Iterator[Case]:
    """What speaks for each issue where a want tells of gold positions on one issue only."""
    topics = Topics(signals)
    places = [
        (signals.words(Span(**span)), position["issue"])
        for position in reading["positions"]
        for span in position["evidence"]
    ]
    for want in wants:
        cue = range(min(want.cue), max(want.cue) + 1)
        issues = {issue for words, issue in places if meet(words, cue)}
        features = topics.features(want.target or want.clause, want.clause)
        if len(issues) == 1:
            yield list(features.values()), list(features).index(issues.pop())
