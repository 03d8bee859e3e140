"""CoNLL-U: the treebanks' format, read for training and measuring, written for users.

https://universaldependencies.org/format.html; what is read of `MISC` is `SpaceAfter` alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from spacy.tokens import Doc, Span, Token

ESCAPES = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p", "\u00a0": "\\u00A0"}


@dataclass
class Word:
    """One syntactic word; `head` counts from 1 within the sentence, 0 is the root; `_` is "none"."""

    form: str
    lemma: str = "_"
    upos: str = "_"
    xpos: str = "_"
    feats: str = "_"
    head: int = 0
    deprel: str = "_"
    misc: str = "_"

    @property
    def space_after(self) -> bool:
        return "SpaceAfter=No" not in self.misc.split("|")


@dataclass
class Sentence:
    """The words of a sentence and its identifier in its treebank."""

    sent_id: str
    words: list[Word] = field(default_factory=list)
    text: str = ""


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, without the lines of multiword tokens and empty nodes.

    Raises ValueError that names the line where one hasn't ten columns.
    """
    sentence = Sentence("")
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("# sent_id = "):
            sentence.sent_id = line.removeprefix("# sent_id = ")
        elif line.startswith("# text = "):
            sentence.text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise ValueError(f"{path}, line {number}: {len(columns)} columns, CoNLL-U has 10")
            if columns[0].isdigit():
                form, lemma, upos, xpos, feats, head, deprel, _, misc = columns[1:]
                sentence.words.append(Word(form, lemma, upos, xpos, feats, int(head), deprel, misc))
        elif not line and sentence.words:
            yield sentence
            sentence = Sentence("")
    if sentence.words:
        yield sentence


def write_conllu(sentences: Iterable[Sentence]) -> str:
    """The sentences as one text, each closed by an empty line."""
    return "".join(_sentence(s) for s in sentences)


def _sentence(sentence: Sentence) -> str:
    head = [f"# sent_id = {sentence.sent_id}"] if sentence.sent_id else []
    if sentence.text:
        head.append(f"# text = {sentence.text}")
    rows = [
        "\t".join([str(i), w.form, w.lemma, w.upos, w.xpos, w.feats, str(w.head), w.deprel, "_", w.misc])
        for i, w in enumerate(sentence.words, 1)
    ]
    return "\n".join([*head, *rows]) + "\n\n"


def conllu(doc: Doc) -> str:
    """A parsed Doc in CoNLL-U. White space becomes `SpacesAfter` of the word before it: the text comes back."""
    return write_conllu(_from_span(span, i) for i, span in enumerate(doc.sents, 1) if not _is_blank(span))


def _is_blank(span: Span) -> bool:
    return all(token.is_space for token in span)


def _from_span(span: Span, number: int) -> Sentence:
    tokens = [token for token in span if not token.is_space]
    places = {token.i: place for place, token in enumerate(tokens, 1)}
    text = "".join(token.text_with_ws for token in span).strip()
    sentence = Sentence(str(number), text=" ".join(text.split()))
    for token in tokens:
        head = 0 if token.head.i == token.i else places.get(token.head.i, 0)
        sentence.words.append(
            Word(
                token.text,
                token.lemma_ or "_",
                token.pos_ or "_",
                token.tag_ or "_",
                str(token.morph) or "_",
                head,
                token.dep_.lower() if token.dep_ == "ROOT" else token.dep_ or "_",
                _misc(token),
            )
        )
    return sentence


def _misc(token: Token) -> str:
    found = [f"NER={token.ent_iob_}-{token.ent_type_}"] if token.ent_type_ else []
    before = _blank(token.doc[: token.i])
    if before and len(before) == token.idx:
        found.append("SpacesBefore=" + _escaped(before))
    after = token.whitespace_ + _blank(token.doc[token.i + 1 :])
    if after == "":
        found.append("SpaceAfter=No")
    elif after != " ":
        found.append("SpacesAfter=" + _escaped(after))
    return "|".join(found) or "_"


def _blank(tokens: Span) -> str:
    """The white space that some tokens begin with."""
    return "".join(token.text_with_ws for token in takewhile(lambda token: token.is_space, tokens))


def _escaped(blank: str) -> str:
    return "".join(ESCAPES.get(c, c) for c in blank)
