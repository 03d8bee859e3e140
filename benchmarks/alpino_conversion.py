"""How near the converted Alpino treebank comes to the gold treebanks of Universal Dependencies for Dutch.

usage: python -m benchmarks.alpino_conversion [DATA] [--converted CONLLU]

DATA holds `alpino/alpino.zip` and `ud/*.conllu`. There is no gold for these sentences, so the measures are about
habits: how often each relation and part of speech occurs (per thousand words, beside the gold treebanks), how
often the rule for punctuation finds the head again that a gold treebank has, and, where `udtools` is installed,
how many faults of each kind the official validator finds (level 3; of details that the source hasn't, such as
features, it says nothing).
"""

import argparse
import io
import tempfile
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from training.alpino import convert

from akkoord.language import punctuation
from akkoord.language.conllu import Sentence, Word, read_conllu

MEASURES: dict[str, Callable[[Word], str]] = {
    "relation": lambda w: w.deprel,
    "part of speech": lambda w: w.upos,
}


def rates(trees: list[Sentence], of: Callable[[Word], str]) -> dict[str, float]:
    """How many of a thousand words."""
    counts = Counter(of(w) for s in trees for w in s.words)
    return {label: 1000 * n / counts.total() for label, n in counts.items()}


def compare(banks: dict[str, list[Sentence]]) -> None:
    for name, of in MEASURES.items():
        found = {bank: rates(trees, of) for bank, trees in banks.items()}
        print("\t".join([f"{name}, per 1,000 words", *found]))
        first = next(iter(found.values()))
        labels = sorted(set().union(*found.values()), key=lambda label: -first.get(label, 0))
        for label in labels:
            print("\t".join([label, *(f"{rate.get(label, 0):.1f}" for rate in found.values())]))


def punctuation_found(trees: list[Sentence]) -> float:
    """The share of marks whose head the rule finds, given the heads of the words; sentences of marks are left out."""
    right = total = 0
    for tree in trees:
        marks = [w.deprel == "punct" for w in tree.words]
        heads = {i: w.head - 1 for i, w in enumerate(tree.words) if not marks[i]}
        if any(head >= 0 and marks[head] for head in heads.values()):
            continue
        punctuation.attach([w.form for w in tree.words], marks, heads)
        right += sum(heads[i] == w.head - 1 for i, w in enumerate(tree.words) if marks[i])
        total += sum(marks)
    return right / total


def faults(path: Path) -> str:
    """What the official validator finds, by kind."""
    try:
        validator = import_module("udtools.validator").Validator(lang="nl", level=3, output=io.StringIO())
    except ImportError:
        return "validator: not run, udtools isn't installed"
    state = validator.validate_files([str(path)])
    kinds = Counter(f"{i.get_type()} {i.testid}" for i in state.error_tracker)
    return "\n".join(["validator:", *(f"{n}\t{kind}" for kind, n in kinds.most_common())])


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    options.add_argument("--converted", type=Path, help="measure this file instead of converting anew")
    args = options.parse_args()
    archive = args.data / "alpino" / "alpino.zip"
    if not archive.exists():
        raise SystemExit(f"skipped: {archive} isn't there")
    with tempfile.TemporaryDirectory() as folder:
        converted = args.converted or Path(folder) / "alpino.conllu"
        if args.converted is None:
            convert(archive, converted)
        gold = {path.stem: list(read_conllu(path)) for path in sorted((args.data / "ud").glob("*.conllu"))}
        compare({"converted": list(read_conllu(converted))} | gold)
        for name, trees in gold.items():
            print(f"punctuation: {punctuation_found(trees):.4f} of the heads found again in {name}")
        print(faults(converted))


if __name__ == "__main__":
    main()
