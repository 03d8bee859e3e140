"""How well reports are read: every layer against gold, event types in single sentences, and whether confidence tells.

usage: python benchmarks/reading.py [SHARED] [--part dev] [--readings FOLDER] [--pipeline NAME]

Reads the gold reports of a part as a user would and scores the readings with SHARED/score.py; with `--readings`,
scores those in a folder instead (as `python -m training.folds` leaves them).
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from akkoord import Reader
from akkoord.reports import make_report
from measures.gold import gold_texts, scorer

BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01))
CALIBRATED = ("actors", "statements", "events", "conditions", "positions", "agreements", "talks")
Json = dict[str, Any]
Match = Callable[[list[Json], list[Json]], list[tuple[Json, Json]]]


@dataclass(frozen=True)
class Pair:
    """A report with its gold reading and ours."""

    gold: Json
    reading: Json


def main() -> None:
    """Read, score, print tables in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--part", nargs="+", default=["dev"])
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--pipeline", default="nl")
    parser.add_argument(
        "--misses", metavar="LAYER", help="list what was missed and what was wrong in a layer"
    )
    options = parser.parse_args()
    if not options.shared.is_dir():
        sys.exit(f"{options.shared} is not here: these figures need the gold")
    score = scorer(options.shared)
    reader = Reader(options.pipeline)
    pairs = list(_pairs(options, reader))
    gold = {str(p.gold["report"]["id"]): p.gold for p in pairs}
    read = {str(p.gold["report"]["id"]): p.reading for p in pairs}
    if options.misses:
        score.show_misses(gold, read, options.misses)
        return
    print(_scores(score.score(gold, read)))
    print(_reliability(score, pairs))
    if options.readings is None:
        print(_plover(options.shared, reader))


def _pairs(options: argparse.Namespace, reader: Reader) -> Iterator[Pair]:
    for part in options.part:
        for name, text, gold in gold_texts(options.shared, part):
            if options.readings is not None:
                path = options.readings / f"{name}.json"
                yield Pair(gold, json.loads(path.read_text(encoding="utf-8")))
            else:
                head = gold["report"]
                report = make_report(text, id=name, title=head.get("title"), published=head.get("published"))
                yield Pair(gold, json.loads(reader(report).to_json()))


def _scores(result: dict[str, dict[str, float]]) -> str:
    rows = ["| measure | P | R | F1 | gold | read |", "| --- | --- | --- | --- | --- | --- |"]
    for name, m in result.items():
        if name == "mean":
            rows.append(f"| mean of the layers | | | {m['f1']:.3f} | | |")
        else:
            rows.append(
                f"| {name} | {m['p']:.3f} | {m['r']:.3f} | {m['f1']:.3f} | {m['gold']} | {m['read']} |"
            )
    return "\n".join(rows) + "\n"


def _reliability(score: ModuleType, pairs: list[Pair]) -> str:
    """Of the findings in each range of confidence, the share that is right by the measure that counts."""
    measures: dict[str, Match] = {layer: match for _, layer, match, counts in score.MEASURES if counts}
    bins = [f"{low:.2f}-{min(high, 1):.2f}" for low, high in BINS]
    rows = ["| confidence | " + " | ".join(bins) + " |", "| --- |" + " --- |" * len(bins)]
    for layer in CALIBRATED:
        seen: list[tuple[float, bool]] = []
        for pair in pairs:
            right = {id(b) for _, b in measures[layer](pair.gold[layer], pair.reading[layer])}
            seen += [(f["confidence"], id(f) in right) for f in pair.reading[layer]]
        rows.append(f"| {layer} | " + " | ".join(_cell(seen, low, high) for low, high in BINS) + " |")
    return "\n".join(rows) + "\n"


def _cell(seen: list[tuple[float, bool]], low: float, high: float) -> str:
    inside = [right for confidence, right in seen if low <= confidence < high]
    return f"{sum(inside) / len(inside):.2f} ({len(inside)})" if inside else ""


def _plover(shared: Path, reader: Reader) -> str:
    """The share of single sentences in which an event of the marked type is read."""
    lines = (shared / "gold" / "plover" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    found = [r["type"] in {e.type for e in reader(make_report(r["text"])).events} for r in records]
    return f"Marked event type found in {sum(found)} of {len(found)} sentences ({sum(found) / len(found):.3f}).\n"


if __name__ == "__main__":
    main()
