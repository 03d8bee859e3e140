"""The spaCy component that runs the network: a Doc's tokens get grammar, names and scores for reading."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

from akkoord.language.attachment import PARTICLE, ROOT, Attachment, Words
from akkoord.language.decode import (
    JOINED,
    TAGS,
    names,
    parse,
    plain,
    put_together,
    tags,
    taken_apart,
    without_loose_ends,
)
from akkoord.language.known_names import KnownNames
from akkoord.language.lemmatizer import REMEMBERED, Lemmas
from akkoord.language.limits import Limits
from akkoord.language.namesakes import agreement
from akkoord.language.network import Floats, Network, Places, sound
from akkoord.language.preferences import Preferences
from akkoord.language.scores import Keeping
from akkoord.language.windows import Part, parts

ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
JOINING = "en"
BELONGING = "van"
BODY = "ORG"
LEADING = frozenset({"ADP", "CCONJ", "DET", "SCONJ"})
IOB = {"I": 1, "O": 2, "B": 3}
Keys = NDArray[np.uint64]


@dataclass
class Parse:
    """Grammar of a Doc's words, filled in part by part: places of heads (-1 for roots), numbers of labels."""

    heads: Places
    relations: Places
    numbers: dict[str, Places]
    ner: Floats
    shown: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    root: int = 0

    @classmethod
    def empty(cls, words: int, kinds: int) -> "Parse":
        """Room for as many words."""
        heads, relations, *numbers = (np.zeros(words, np.int64) for _ in range(2 + len(TAGS)))
        return cls(
            heads, relations, dict(zip(TAGS, numbers, strict=True)), np.zeros((words, kinds), np.float32)
        )


class Grammar:
    """The component. It can be sent to another process: there it loads its model folder anew."""

    def __init__(self, vocab: Vocab, folder: Path, threads: int = 1) -> None:
        self.vocab, self.folder, self.threads = vocab, folder, threads
        self.network = Network(folder, threads)
        self._labels = labels = self.network.labels
        self._seen = lru_cache(maxsize=REMEMBERED)(self._parts_of_speech)
        self._lemmas = Lemmas(labels["lemma"], self.network.lexicon)
        with sound(folder):
            preferences = Preferences.load(folder)
            self._known_names = KnownNames.load(folder, labels["ner"])
        self.attachment = Attachment(labels["deprel"], self.network.lexicon.calls_for, preferences)
        self._keys = {
            "xpos": self._strings(labels["xpos"]),
            "deprel": self._strings(["ROOT" if label == ROOT else label for label in labels["deprel"]]),
            "kind": self._strings([label[2:] for label in labels["ner"]]),
            "mark": np.array([IOB[label[0]] for label in labels["ner"]], np.uint64),
            "upos": self._strings(labels["upos"]),
            "feats": np.array([vocab.morphology.add(label) for label in labels["feats"]], np.uint64),
        }

    def __reduce__(self) -> tuple[type["Grammar"], tuple[Vocab, Path, int]]:
        return Grammar, (self.vocab, self.folder, self.threads)

    def _strings(self, labels: Iterable[str]) -> Keys:
        return np.fromiter((self.vocab.strings.add(label) for label in labels), np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in tags, features, lemmas, trees, sentences and names; sentences given before are kept."""
        limits = Limits.of(doc)
        places = np.array(limits.places, np.int64)
        forms = [plain(doc[i].text) for i in limits.places]
        kept = Keeping(doc, places, self.network.reading, self.network.links)
        found = self._parse(forms, limits, kept)
        found.ner += self._known_names.credit(forms)
        found.ner += agreement(found.ner, forms, self._labels["ner"])
        marks = self._names(forms, found)
        self._write(doc, places, found, self._whole_lemmas(forms, found), marks)
        kept.close()
        return doc

    def _parse(self, forms: list[str], limits: Limits, kept: Keeping) -> Parse:
        encode = self.network.pieces.encode
        pieces = [encode(form, blank) for form, blank in zip(forms, limits.after_blank, strict=True)]
        found = Parse.empty(len(forms), len(self._labels["ner"]))
        for part in parts(self.network, pieces, np.array(limits.must, bool), np.array(limits.may, bool)):
            rows = slice(part.start, part.end)
            seen = np.array([self._seen(form) for form in forms[rows]])
            for task, numbers in zip(TAGS, tags(part, self.network.together, seen).T, strict=True):
                found.numbers[task][rows] = numbers
            found.ner[rows] = part.rows("ner")
            upos, fine = (
                [self._labels[task][number] for number in found.numbers[task][rows].tolist()]
                for task in ("upos", "xpos")
            )
            shown = self._lemmas.shown(forms[rows], upos, fine, part.rows("lemma"))
            found.shown += shown
            self._add_tree(part, Words(forms[rows], shown, upos), found)
            if self.network.reading:
                kept.add(part)
        return found

    def _parts_of_speech(self, form: str) -> list[bool]:
        known = self.network.lexicon.parts_of_speech(form)
        return [upos in known for upos in self._labels["upos"]]

    def _add_tree(self, part: Part, words: Words, found: Parse) -> None:
        """The part's trees; one that goes on with a sentence hangs its first tree on that sentence's root."""
        deprel = self._labels["deprel"]
        heads, relations = parse(part, words, self.attachment)
        roots = np.flatnonzero(heads == -1)
        if not part.starts[0]:
            heads[roots[0]], relations[roots[0]] = found.root, deprel.index(JOINED)
            roots = roots[1:]
        if len(roots):
            found.root = part.start + int(roots[-1])
        found.starts += (np.flatnonzero(part.starts) + part.start).tolist()
        found.heads[part.start : part.end], found.relations[part.start : part.end] = heads, relations

    def _whole_lemmas(self, forms: list[str], found: Parse) -> list[str]:
        upos = [self._labels["upos"][number] for number in found.numbers["upos"].tolist()]
        apart = np.flatnonzero(found.relations == self._labels["deprel"].index(PARTICLE)).tolist()
        return self._lemmas.whole(found.shown, upos, {int(found.heads[i]): forms[i] for i in apart})

    def _names(self, forms: list[str], found: Parse) -> Places:
        """Numbers of the begin-inside labels of names."""
        labels = self._labels["ner"]
        marks = names(found.ner, labels, found.starts)
        marks = taken_apart(marks, labels, self._joining(forms))
        marks = without_loose_ends(marks, labels, self._leads_on(forms, found.numbers["upos"]))
        return put_together(marks, labels, found.heads, self._belonging(forms, marks))

    def _joining(self, forms: list[str]) -> NDArray[np.bool_]:
        """Whether each word joins two names: "en" that belongs to no known one, as in "Bosnië en Herzegovina", behind a
        whole word: "Midden- en Oost-Europa". Its part of speech can't tell, in names all words are proper nouns."""
        whole = [False, *(not form.endswith("-") for form in forms)]
        found = np.array(
            [form == JOINING and before for form, before in zip(forms, whole, strict=False)], bool
        )
        return found & ~self._known_names.within(forms)

    def _belonging(self, forms: list[str], marks: Places) -> NDArray[np.bool_]:
        """Whether each word may stand between a body and its place: "van", not behind a body known by one word, which
        needs no place: "Ajax van Amsterdam"."""
        begins = marks == self._labels["ner"].index(f"B-{BODY}")
        last = len(forms) - 1
        return np.array(
            [
                form == BELONGING
                and 0 < i < last
                and not (begins[i - 1] and self._known_names.knows(forms[i - 1]))
                for i, form in enumerate(forms)
            ],
            bool,
        )

    def _write(self, doc: Doc, places: Places, found: Parse, lemmas: list[str], marks: Places) -> None:
        keys, numbers = self._keys, found.numbers
        rows = self._blank(doc, places)
        rows[places, :] = np.column_stack(
            [
                keys["xpos"][numbers["xpos"]],
                keys["upos"][numbers["upos"]],
                keys["feats"][numbers["feats"]],
                self._strings(lemmas),
                self._offsets(places, found.heads),
                keys["deprel"][found.relations],
                keys["mark"][marks],
                keys["kind"][marks],
            ]
        )
        doc.from_array(ATTRIBUTES, cast(Ints2d, rows))

    def _leads_on(self, forms: list[str], upos: Places) -> NDArray[np.bool_]:
        """Whether each word is one in lower case that leads on to others: "van", "de", "en"."""
        leading = np.array([label in LEADING for label in self._labels["upos"]])
        found: NDArray[np.bool_] = leading[upos] & np.array([form.islower() for form in forms], bool)
        return found

    def _offsets(self, places: Places, heads: Places) -> Keys:
        """How far each word's head is from it in the Doc, as spaCy has it: 0 for a root."""
        own = np.where(heads < 0, np.arange(len(places)), heads)
        return (places[own] - places).view(np.uint64)

    def _blank(self, doc: Doc, places: Places) -> Keys:
        """Rows for white space: it hangs on the word before it, at the start of a text on the first one."""
        rows = np.zeros((len(doc), len(ATTRIBUTES)), np.uint64)
        blanks = np.setdiff1d(np.arange(len(doc)), places)
        before = np.searchsorted(places, blanks) - 1
        heads = places[before.clip(0)] if len(places) else np.zeros(len(blanks), np.int64)
        rows[blanks, :] = np.column_stack(
            [
                np.full(len(blanks), self.vocab.strings.add("_SP"), np.uint64),
                np.full(len(blanks), self.vocab.strings.add("SPACE"), np.uint64),
                np.full(len(blanks), self.vocab.morphology.add("_"), np.uint64),
                self._strings(doc[i].text for i in blanks.tolist()),
                (heads - blanks).view(np.uint64),
                np.where(
                    heads == blanks, self.vocab.strings.add("ROOT"), self.vocab.strings.add("dep")
                ).astype(np.uint64),
                np.full(len(blanks), IOB["O"], np.uint64),
                np.zeros(len(blanks), np.uint64),
            ]
        )
        return rows
