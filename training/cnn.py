"""A rival to measure against: spaCy's own CNN, trained on the same treebanks and names as our pipeline.

`python -m training.cnn` writes `.build/cnn/model-best`, which `benchmarks/pipelines_compared.py` reads. The best
model is chosen on nl_alpino-ud-dev, as ours is. It is never shipped.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from spacy.cli.init_config import init_config
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from akkoord.language.conllu import Sentence, read_conllu
from training.treebanks import NER, read_names

PIPELINE = ["tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
TREEBANKS = {"alpino": "alpino.conllu", "ud-lassysmall-dev": "nl_lassysmall-ud-dev.conllu"}
CHOSEN_ON = "nl_alpino-ud-dev.conllu"
GROUP = 10  # sentences in a Doc, so that the parser learns where sentences end


def main() -> None:
    """Parse the command line, write the data and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="treebanks and names")
    parser.add_argument("--build", type=Path, default=Path(".build"), help="with training/alpino.conllu")
    parser.add_argument("--minutes", type=int, default=45, help="when to stop; the best model so far stays")
    args = parser.parse_args()
    out = args.build / "cnn"
    out.mkdir(parents=True, exist_ok=True)
    write_data(args.data, args.build, out)
    config = init_config(lang="nl", pipeline=PIPELINE, optimize="efficiency", gpu=False)
    config["training"].update(
        {"seed": 1, "patience": 0, "max_steps": 0, "max_epochs": 30, "eval_frequency": 400}
    )
    config.to_disk(out / "config.cfg")
    train(out, args.minutes)


def write_data(data: Path, build: Path, out: Path) -> None:
    """`train.spacy` and `dev.spacy`. Sentences held back for measuring names keep their trees, not their names."""
    vocab, names_file = Vocab(), data / "names/names.jsonl"
    docs: list[Doc] = []
    for source, file in TREEBANKS.items():
        path = build / "training" / file if source == "alpino" else data / "ud" / file
        docs += as_docs(vocab, read_conllu(path), read_names(names_file, source, "train"))
    DocBin(docs=docs).to_disk(out / "train.spacy")
    chosen_on = read_conllu(data / "ud" / CHOSEN_ON)
    known = {part: read_names(names_file, "ud-alpino-dev", part) for part in ("train", "dev")}
    DocBin(docs=as_docs(vocab, chosen_on, known["train"] | known["dev"])).to_disk(out / "dev.spacy")


def as_docs(vocab: Vocab, sentences: Iterable[Sentence], names: dict[str, list[int]]) -> list[Doc]:
    """Docs of GROUP sentences each; `_` is "not known" to spaCy where a treebank has no tags."""
    singles = [as_doc(vocab, sentence, names.get(sentence.sent_id)) for sentence in sentences]
    return [Doc.from_docs(singles[at : at + GROUP]) for at in range(0, len(singles), GROUP)]


def as_doc(vocab: Vocab, sentence: Sentence, names: list[int] | None) -> Doc:
    """One sentence; `names` are numbers of NER labels, none where its names aren't known."""
    words = sentence.words
    doc = Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space_after for w in words],
        tags=["" if w.xpos == "_" else w.xpos for w in words],
        pos=["" if w.upos == "_" else w.upos for w in words],
        morphs=["" if w.feats == "_" else w.feats for w in words],
        lemmas=["" if w.lemma == "_" != w.form else w.lemma for w in words],
        heads=[w.head - 1 if w.head else i for i, w in enumerate(words)],
        deps=["ROOT" if w.deprel == "root" else w.deprel for w in words],
    )
    if names is None:
        doc.set_ents([], missing=[doc[:]])
    else:
        doc.set_ents(spans(doc, [NER[number] for number in names]))
    return doc


def spans(doc: Doc, labels: list[str]) -> list[Span]:
    """Names from begin-inside labels."""
    found: list[Span] = []
    for i, label in enumerate(labels):
        if label.startswith("B-"):
            found.append(Span(doc, i, i + 1, label[2:]))
        elif label.startswith("I-"):
            found[-1] = Span(doc, found[-1].start, i + 1, label[2:])
    return found


def train(out: Path, minutes: int) -> None:
    """Run spaCy's trainer in a process of its own until it is done or the time is over."""
    paths = {"paths.train": out / "train.spacy", "paths.dev": out / "dev.spacy"}
    options = [word for name, path in paths.items() for word in (f"--{name}", str(path))]
    command = [
        sys.executable,
        "-m",
        "spacy",
        "train",
        str(out / "config.cfg"),
        "--output",
        str(out),
        *options,
    ]
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(command, check=True, timeout=60 * minutes)


if __name__ == "__main__":
    main()
