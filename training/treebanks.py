"""Annotated sentences: treebanks in CoNLL-U and names in JSON lines, as examples with numbered labels."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from akkoord.language.conllu import Sentence, Word
from akkoord.language.lemmas import script_of
from training.windows import NONE, Example

KINDS = ("PER", "ORG", "LOC", "NORP", "MISC")
NER = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))


@dataclass
class Labels:
    """The inventories: a label's number is its place in its list. Saved as `labels.json`."""

    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    ner: list[str] = field(default_factory=lambda: list(NER))

    @classmethod
    def of(cls, sentences: Iterable[Sentence], rarest_lemma: int = 2) -> "Labels":
        """All labels that occur; lemma scripts from `rarest_lemma` times on, the rest are exceptions of one word."""
        seen: dict[str, Counter[str]] = {
            task: Counter() for task in ("upos", "feats", "xpos", "lemma", "deprel")
        }
        for sentence in sentences:
            for word in sentence.words:
                for task, label in word_labels(word).items():
                    seen[task][label] += 1
        lists = {task: sorted(counts) for task, counts in seen.items()}
        lists["lemma"] = sorted(script for script, n in seen["lemma"].items() if n >= rarest_lemma)
        return cls(**lists)

    def together(self, sentences: Iterable[Sentence]) -> list[list[int]]:
        """Numbers of the parts of speech, features and fine tags that gold trees show with each other."""
        seen = {(w.upos, w.feats, w.xpos) for s in sentences for w in s.words if w.xpos != "_"}
        lists = (self.upos, self.feats, self.xpos)
        return [
            [known.index(label) for known, label in zip(lists, labels, strict=True)]
            for labels in sorted(seen)
            if all(label in known for known, label in zip(lists, labels, strict=True))
        ]

    def save(self, path: Path, **more: object) -> None:
        """Write `labels.json`, with what else the run time needs to know."""
        path.write_text(json.dumps(asdict(self) | more, ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read what `save` wrote."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{f.name: stored[f.name] for f in fields(cls)})


def word_labels(word: Word) -> dict[str, str]:
    """What there is to learn about one word; a missing lemma or tag (`_` with no features known) is left out."""
    known = {"upos": word.upos, "deprel": word.deprel}
    if word.xpos != "_":
        known |= {"feats": word.feats, "xpos": word.xpos}
    if word.lemma != "_" or word.form == "_":
        known["lemma"] = script_of(word.form, word.lemma.replace("_", "") or word.lemma)
    return known


def examples(sentences: Iterable[Sentence], labels: Labels, names: dict[str, list[int]]) -> list[Example]:
    """Number the labels; `names` gives the NER labels of the sentences that have any, by sentence id."""
    numbers = {task: {label: i for i, label in enumerate(getattr(labels, task))} for task in asdict(labels)}
    return [_example(s, numbers, names.get(s.sent_id)) for s in sentences]


def _example(sentence: Sentence, numbers: dict[str, dict[str, int]], names: list[int] | None) -> Example:
    known = [word_labels(w) for w in sentence.words]
    numbered = {
        task: [numbers[task].get(k[task], NONE) if task in k else NONE for k in known]
        for task in ("upos", "feats", "xpos", "lemma", "deprel")
    }
    size = len(known)
    numbered["rel"] = numbered.pop("deprel")
    numbered["arc"] = [w.head for w in sentence.words]
    numbered["start"] = [1, *[0] * (size - 1)]
    numbered["ner"] = names if names is not None else [NONE] * size
    return Example([w.form for w in sentence.words], [w.space_after for w in sentence.words], numbered)


def read_names(path: Path, source: str, part: str) -> dict[str, list[int]]:
    """NER labels by sentence id for one source and part ("train" or "dev")."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["source"] == source and record["part"] == part:
            row = [0] * len(record["tokens"])
            for start, end, kind in record["names"]:
                row[start:end] = [NER.index(f"I-{kind}")] * (end - start)
                row[start] = NER.index(f"B-{kind}")
            found[record["sent_id"]] = row
    return found
