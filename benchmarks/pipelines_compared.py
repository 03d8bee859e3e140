"""Our pipeline beside Frog and spaCy's CNN: the same sentences, in one run, on one core; a Markdown table.

usage: python benchmarks/pipelines_compared.py --halves A B [--data DIR] [--cnn FOLDER]

Ours are the two models of `python -m training.halves`, each on the documents that it has not learned from.

Frog is Debian's (`apt-get install frog frogdata`), with the modules that find tags, lemmas and names only; the CNN
is the one that `python -m training.cnn` makes of the same treebanks. All get the treebank's tokens and sentences
(nl_alpino-ud-dev) and the held part of the names. Frog has no UD tags: its CGN tags become those that LassySmall has
most often for the tag with the lemma, else for the tag. Lemmas are compared as the form shows them, without regard
to parts of words ("op_nemen") and capitals, which only some of them mark; names of persons, bodies and places, which
all of them know.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, cycle, groupby
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from akkoord import language
from akkoord.language.conllu import Sentence, Word, read_conllu
from akkoord.language.lemmas import surface
from measures import Name, Named, held_names, name_score

KINDS = frozenset(("PER", "ORG", "LOC"))
Tagged = list[tuple[str, str]]  # UPOS and lemma of each word


@dataclass(frozen=True)
class Answer:
    """What a pipeline says of a sentence; `heads` are places in it with relations, none where it has no UD trees."""

    words: Tagged
    names: set[Name]
    heads: list[tuple[int, str]] | None = None


@dataclass(frozen=True)
class Task:
    """A sentence as all get it."""

    words: list[str]
    spaces: list[bool]


Text = list[Task]
Pipeline = Callable[[list[Text]], list[Answer]]  # one answer a sentence


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, default=Path("../shared/data"), help="treebanks and names")
    options.add_argument("--cnn", type=Path, default=Path(".build/cnn/model-best"), help="spaCy's CNN")
    options.add_argument("--halves", nargs=2, metavar=("A", "B"), required=True, help="our two models")
    args = options.parse_args()
    if not args.data.is_dir():
        sys.exit(f"{args.data} isn't here, and nothing can be measured without it; name it: --data DIR")
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    trees = list(read_conllu(args.data / "ud/nl_alpino-ud-dev.conllu"))
    named = list(held_names(args.data / "names/names.jsonl"))
    print("| pipeline | UPOS | lemma | UAS / LAS | names (PER, ORG, LOC) | words a second |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, pipeline in rivals(args):
        print(f"| {name} | {' | '.join(figures(pipeline, trees, named))} |", flush=True)


def rivals(args: argparse.Namespace) -> Iterable[tuple[str, Pipeline]]:
    """Those that are here; a line on standard error for each that isn't."""
    yield "akkoord", of_spacy(*(language.load(model) for model in reversed(args.halves)))
    if args.cnn.is_dir():
        yield "spaCy CNN, same training data", of_spacy(spacy.load(args.cnn))
    else:
        print(f"{args.cnn} isn't here; make it: python -m training.cnn", file=sys.stderr)
    if shutil.which("frog"):
        habits = Habits(read_conllu(args.data / "ud/nl_lassysmall-ud-dev.conllu"))
        yield "Frog, tags, lemmas and names", lambda texts: frog(list(chain(*texts)), habits)
    else:
        print("Frog isn't here; install it: apt-get install frog frogdata", file=sys.stderr)


def figures(pipeline: Pipeline, trees: list[Sentence], named: list[Named]) -> list[str]:
    """The cells of a row."""
    documents = groupby(trees, lambda s: s.sent_id.split("\\")[0])
    texts = [
        [Task([w.form for w in s.words], [w.space_after for w in s.words]) for s in d] for _, d in documents
    ]
    texts += [[Task(s.words, s.spaces)] for s in named]
    pipeline(texts[-1:])
    begun = time.perf_counter()
    pipeline(texts[-1:])
    start = time.perf_counter() - begun  # what a program costs that starts anew for each call
    begun = time.perf_counter()
    answers = pipeline(texts)
    seconds = time.perf_counter() - begun - start
    pairs = [
        pair for s, a in zip(trees, answers, strict=False) for pair in zip(s.words, a.words, strict=True)
    ]
    names = zip((s.names for s in named), (a.names for a in answers[len(trees) :]), strict=True)
    score = name_score(
        ({n for n in gold if n[2] in KINDS}, {n for n in read if n[2] in KINDS}) for gold, read in names
    )
    return [
        percent(word.upos == upos for word, (upos, _) in pairs),
        percent(same_lemma(word, lemma) for word, (_, lemma) in pairs),
        attachment(trees, answers),
        f"{score.f:.1f}",
        f"{sum(len(task.words) for text in texts for task in text) / seconds:,.0f}",
    ]


def same_lemma(word: Word, lemma: str) -> bool:
    """Whether a lemma is the treebank's."""
    return shown(word.form, lemma, word.upos) == shown(word.form, word.lemma, word.upos)


def shown(form: str, lemma: str, upos: str) -> str:
    """A lemma without what only some of the pipelines mark."""
    return surface(form, lemma, upos).lower()


def attachment(trees: list[Sentence], answers: list[Answer]) -> str:
    """UAS and LAS, punctuation included."""
    pairs: list[tuple[Word, tuple[int, str]]] = []
    for sentence, answer in zip(trees, answers, strict=False):
        if answer.heads is None:
            return "-"
        pairs += zip(sentence.words, answer.heads, strict=True)
    right = [(word.head == head, word.deprel == relation) for word, (head, relation) in pairs]
    return f"{percent(a for a, _ in right)} / {percent(a and b for a, b in right)}"


def percent(right: Iterable[bool]) -> str:
    """The share of what is true."""
    row = list(right)
    return f"{100 * sum(row) / len(row):.1f}"


def of_spacy(*pipelines: Language) -> Pipeline:
    """Pipelines of spaCy's form, which take the texts by turns."""

    def answers(nlp: Language, text: Text) -> Iterator[Answer]:
        starts: list[bool | int | None] = [i == 0 for task in text for i in range(len(task.words))]
        words = [word for task in text for word in task.words]
        spaces = [space for task in text for space in (*task.spaces[:-1], True)]
        for sentence in nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)).sents:
            yield Answer(
                [(token.pos_, token.lemma_) for token in sentence],
                {(e.start - sentence.start, e.end - sentence.start, e.label_) for e in sentence.ents},
                [
                    (0, "root") if t.head.i == t.i else (t.head.i - sentence.start + 1, t.dep_)
                    for t in sentence
                ],
            )

    return lambda texts: [a for nlp, text in zip(cycle(pipelines), texts) for a in answers(nlp, text)]


class Habits:
    """Which UPOS a treebank gives a CGN tag."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._seen: dict[tuple[str, str], Counter[str]] = {}
        for sentence in sentences:
            for word in sentence.words:
                for lemma in ("", shown(word.form, word.lemma, word.upos)):
                    self._seen.setdefault((word.xpos, lemma), Counter())[word.upos] += 1

    def upos(self, xpos: str, lemma: str) -> str:
        """The commonest for the tag with the lemma, else for the tag; `X` for an unknown tag."""
        found = self._seen.get((xpos, lemma.lower())) or self._seen.get((xpos, ""))
        return found.most_common(1)[0][0] if found else "X"


def frog(tasks: list[Task], habits: Habits) -> list[Answer]:
    """Frog's answers; it gets a sentence a line, words between blanks."""
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "sentences.txt"
        asked.write_text("".join(" ".join(task.words) + "\n" for task in tasks), encoding="utf-8")
        command = ["frog", "--skip=tmpca", "-n", "--threads=1", "-t", str(asked)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    answers = [frog_answer(block, habits) for block in ran.stdout.split("\n\n") if block.strip()]
    for task, answer in zip(tasks, answers, strict=True):
        if len(task.words) != len(answer.words):
            raise ValueError(f"Frog has other words than: {' '.join(task.words)}")
    return answers


def frog_answer(block: str, habits: Habits) -> Answer:
    """One sentence of Frog's table: number, word, lemma, morphemes, tag, its chance, name and more."""
    words: Tagged = []
    names: list[Name] = []
    for i, line in enumerate(block.strip("\n").split("\n")):
        _, _, lemma, _, tag, _, name, *_ = line.split("\t")
        xpos = tag.replace("(", "|").replace(",", "|").rstrip(")").rstrip("|")
        words.append((habits.upos(xpos, lemma), lemma))
        if name.startswith("B-"):
            names.append((i, i + 1, name[2:]))
        elif name.startswith("I-"):
            names[-1] = (names[-1][0], i + 1, names[-1][2])
    return Answer(words, set(names))


if __name__ == "__main__":
    main()
