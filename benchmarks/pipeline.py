"""How good and how fast the Dutch pipeline is, run as a user runs it: a Markdown table.

usage: python benchmarks/pipeline.py [--data DIR] [--halves A B]

Grammar on nl_alpino-ud-dev with gold tokens and sentences, and from raw text. What is shipped has learned from it;
`--halves` names the two models of `python -m training.halves`, each of which reads the half that it has not seen,
and without it there are no rows on grammar. Names on the held part of the
project's own names and on CoNLL-2002 testa (adjectives of states, NORP here, are MISC there); speed on newspaper
articles on one core. Scores are F in per cent, punctuation included, as in the CoNLL 2018 shared task.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from itertools import chain, groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from akkoord import language
from akkoord.language.conllu import Sentence, read_conllu
from measures import (
    Named,
    NameScore,
    Scores,
    compare,
    held_names,
    joined,
    name_score,
    of_docs,
    of_sentences,
    testa,
)

ARTICLES = 300
SHIPPED = Path(language.__file__).parent / "nl"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="treebanks, names and articles"
    )
    options.add_argument("--model", default="nl", help=argparse.SUPPRESS)
    options.add_argument("--halves", nargs=2, metavar=("A", "B"), help="models that learned from a half each")
    options.add_argument(
        "--articles", type=int, default=ARTICLES, help="how many articles to measure the speed on"
    )
    options.add_argument("--pace-only", action="store_true", help=argparse.SUPPRESS)
    args = options.parse_args()
    if not args.data.is_dir():
        sys.exit(f"{args.data} isn't here, and nothing can be measured without it; name it: --data DIR")
    if args.pace_only:
        print(json.dumps(pace(args.model, args.data / "dpg2019/articles.jsonl", args.articles)))
        return
    nlp = language.load(args.model)
    print("| measure | figure |\n| --- | --- |")
    halves = [language.load(model) for model in args.halves or ()]
    for name, figure in (*grammar_rows(halves, args.data), *name_rows(nlp, args.data), *pace_rows(args)):
        print(f"| {name} | {figure} |", flush=True)


def grammar_rows(halves: list[Language], data: Path) -> Iterable[tuple[str, str]]:
    """nl_alpino-ud-dev with its tokens and sentences, then as texts in which the sentences have to be found.

    The first of `halves` has learned from every second document from the first on, the other one from the others.
    """
    if not halves:
        return
    sentences = list(read_conllu(data / "ud/nl_alpino-ud-dev.conllu"))
    documents = [list(group) for _, group in groupby(sentences, lambda s: s.sent_id.split("\\")[0])]
    unseen = [(halves[1 - i % 2], document) for i, document in enumerate(documents)]
    given = scores(sentences, (nlp(gold_doc(nlp, document)) for nlp, document in unseen))
    yield "gold tokens: UPOS / XPOS / FEATS", f"{given.upos:.2f} / {given.xpos:.2f} / {given.feats:.2f}"
    yield "gold tokens: lemma", f"{given.lemma:.2f}"
    yield "gold tokens: UAS / LAS", f"{given.uas:.2f} / {given.las:.2f}"
    yield "gold tokens: LAS, relations without subtypes", f"{given.universal_las:.2f}"
    alone = scores(sentences, (nlp(gold_doc(nlp, [s])) for nlp, document in unseen for s in document))
    yield "gold tokens, each sentence alone: UAS / LAS", f"{alone.uas:.2f} / {alone.las:.2f}"
    for name, joint in (
        ("paragraphs on lines of their own", "\n"),
        ("all sentences of a text on one line", " "),
    ):
        raw = scores(sentences, (nlp(raw_text(document, joint)) for nlp, document in unseen))
        yield f"raw text, {name}: sentences / tokens", f"{raw.sentences:.2f} / {raw.tokens:.2f}"
        yield f"raw text, {name}: UAS / LAS", f"{raw.uas:.2f} / {raw.las:.2f}"


def gold_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    """A Doc with the words, blanks and sentences of a treebank and nothing else."""
    words = [word for sentence in sentences for word in sentence.words]
    starts: list[bool | int | None] = [i == 0 for sentence in sentences for i in range(len(sentence.words))]
    last = {id(sentence.words[-1]) for sentence in sentences}
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space_after or id(word) in last for word in words],
        sent_starts=starts,
    )


def raw_text(sentences: list[Sentence], joint: str) -> str:
    """The text of some sentences, with `joint` between paragraphs."""
    paragraphs = groupby(sentences, lambda s: s.sent_id.rsplit(".s.", 1)[0])
    return joint.join(" ".join(s.text for s in paragraph) for _, paragraph in paragraphs)


def scores(sentences: list[Sentence], docs: Iterable[Doc]) -> Scores:
    """Docs one behind the other against the sentences that they were made of."""
    return compare(of_sentences(sentences), of_docs(docs))


def name_rows(nlp: Language, data: Path) -> Iterable[tuple[str, str]]:
    """Names, gold tokens."""
    yield "names, held part: F (precision, recall)", shown(names(nlp, held_names(data / "names/names.jsonl")))
    articles = list(testa(data / "conll2002/ned.testa.utf8"))
    for how, texts in (
        ("each sentence alone", chain.from_iterable(articles)),
        ("each article as one text", map(joined, articles)),
    ):
        found = names(nlp, texts, {"NORP": "MISC"})
        yield f"names, CoNLL-2002 testa, {how}: F (precision, recall)", shown(found)


def names(nlp: Language, sentences: Iterable[Named], instead: dict[str, str] | None = None) -> NameScore:
    """The score of names over texts; `instead` maps labels to those of the test set."""
    pairs = []
    for sentence in sentences:
        starts: list[bool | int | None] = [i in sentence.starts for i in range(len(sentence.words))]
        doc = nlp(Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces, sent_starts=starts))
        read = {(ent.start, ent.end, (instead or {}).get(ent.label_, ent.label_)) for ent in doc.ents}
        pairs.append((sentence.names, read))
    return name_score(pairs)


def shown(score: NameScore) -> str:
    """A score of names in words."""
    return f"{score.f:.2f} ({score.precision:.2f}, {score.recall:.2f})"


def pace_rows(args: argparse.Namespace) -> Iterable[tuple[str, str]]:
    """Speed and memory, measured in processes of their own, and the size of the model folder."""
    own = [sys.executable, __file__, "--pace-only", "--data", str(args.data), "--model", args.model]
    ran = subprocess.run([*own, "--articles", str(args.articles)], capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    yield f"words a second, one core ({found['words']:,} words of news)", f"{found['pace']:,.0f}"
    yield "seconds to start Python and load", f"{min(seconds_to_load(args.model) for _ in range(3)):.2f}"
    yield "peak memory", f"{found['memory']:,.0f} MB"
    folder = SHIPPED if args.model == "nl" else Path(args.model)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    yield "package data", f"{size / 1e6:.1f} MB"


def seconds_to_load(model: str) -> float:
    """From nothing to a loaded pipeline."""
    begun = time.perf_counter()
    code = "import sys; from akkoord import language; language.load(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, model], check=True)
    return time.perf_counter() - begun


def pace(model: str, articles: Path, number: int) -> dict[str, float]:
    """Words a second over `number` articles and peak memory in MB."""
    nlp = language.load(model)
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()[:number]]
    begun = time.perf_counter()
    words = sum(not token.is_space for text in texts for token in nlp(text))
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"words": words, "pace": words / seconds, "memory": memory}


if __name__ == "__main__":
    main()
