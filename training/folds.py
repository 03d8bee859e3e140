"""`python -m training.folds`: how well reports are read that were not learned from, and what more reports bring.

Learns the heads for reading anew from a part of the reports read by hand and reads gold with them as a user would: once
with each fold of all of them left out, and from a quarter, a half and all of `train` and the written ones, read on
`dev`. The grammar is the one that `python -m training` left in the build folder. Readings are kept in `BUILD/folds`.
"""

import copy
import json
from collections.abc import Iterable
from pathlib import Path

import torch

from akkoord import Reader
from akkoord.reports import make_report
from training.gold import gold_readings, gold_reports
from training.options import options
from training.recipe import Recipe

SHARES = (0.25, 0.5)  # of the reports; all of them have taught the heads that are shipped


def main() -> None:
    """Parse the command line, learn and read."""
    parser = options(__doc__)
    parser.add_argument("--folds", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    folds = Folds(Recipe(arguments.data, arguments.gold, arguments.build, arguments.layers, passes=0))
    folds.cross_validate(arguments.folds)
    folds.curve()


class Folds:
    """Learning from a part and reading the rest."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.labels, self.base = recipe.pipeline()
        self.shipped = copy.deepcopy(self.base)
        recipe.settle(self.labels, self.shipped)
        recipe.finish(self.labels, self.shipped, recipe.newspaper, "finished")
        self.train, self.dev, self.written = (
            dict(gold_reports(recipe.gold, recipe.data, (part,))) for part in ("train", "dev", "written")
        )

    def cross_validate(self, folds: int) -> None:
        """Every report is read once, with heads that have not seen it: `folds/cross`."""
        names = [*sorted(self.train | self.dev), *self.written]
        for fold in range(folds):
            self.read(set(names[fold::folds]), f"cross-{fold}", "cross", set(names) - set(names[fold::folds]))

    def curve(self) -> None:
        """`dev` read with heads that have seen a part of `train`: `folds/curve-25` and so on."""
        names = [*sorted(self.train), *self.written]
        for share in SHARES:
            step = round(1 / share)
            name = f"curve-{round(100 * share)}"
            self.read(set(self.dev), name, name, set(names[::step]))
        self.read(set(self.dev), "reading", "curve-100", set(names))

    def read(self, names: Iterable[str], model: str, out: str, learn_from: set[str]) -> None:
        """Learn from some reports, read others, and write these readings to `BUILD/folds/OUT`."""
        known = self.train | self.dev | self.written
        reports = {name: report for name, report in known.items() if name in learn_from}
        learned = model if model == "reading" else f"folds/{model}.learned"
        reading = self.recipe.reading(self.labels, self.base, self.shipped, reports, learned)
        folder = self.recipe.build / "folds" / f"{model}.model"
        trees = [*self.recipe.trees, *self.recipe.newspaper]
        self.recipe.export(self.labels, self.shipped, reading, folder, trees)
        write_readings(self.recipe, Reader(str(folder)), set(names), self.recipe.build / "folds" / out)


def write_readings(recipe: Recipe, reader: Reader, names: set[str], out: Path) -> None:
    """Reading files of the gold reports with these ids."""
    out.mkdir(parents=True, exist_ok=True)
    for name, text, gold in gold_readings(recipe.gold, recipe.data, ("train", "dev")):
        if name in names:
            head = gold["report"]
            report = make_report(text, id=name, title=head.get("title"), published=head.get("published"))
            path = out / f"{name}.json"
            path.write_text(json.dumps(json.loads(reader(report).to_json())), encoding="utf-8")


if __name__ == "__main__":
    main()
