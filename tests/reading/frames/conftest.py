"""Parsed texts made by hand: no model is needed to test what is read off a tree."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

Parsed = Callable[..., Doc]
FEATS = {
    "fin": "VerbForm=Fin",
    "past": "Tense=Past|VerbForm=Fin",
    "inf": "VerbForm=Inf",
    "part": "VerbForm=Part",
}
CLOSE = frozenset({",", ".", "?", "!", ":", ";", "”", "’"})
OPEN = frozenset({"„", "‘"})


@pytest.fixture(scope="session")
def parsed() -> Parsed:
    """Builds a Doc from one string per sentence: words as `form|lemma|UPOS|head|relation`, with `|fin` and so on.

    Heads count from 1 within the sentence, 0 is the root. The lemma `=` is the form, the form `¶` an empty line.
    """
    vocab = spacy.blank("nl").vocab

    def build(*sentences: str) -> Doc:
        rows: list[list[str]] = []
        starts: list[bool | int | None] = []
        heads: list[int] = []
        for sentence in sentences:
            base, words = len(rows), [word.split("|") for word in sentence.split()]
            rows += words
            starts += [i == 0 for i in range(len(words))]
            heads += [base + (int(row[3]) - 1 if row[3] != "0" else i) for i, row in enumerate(words)]
        forms = ["\n\n" if row[0] == "¶" else row[0] for row in rows]
        follows = [*forms, "."][1:]
        return Doc(
            vocab,
            words=forms,
            spaces=[a not in OPEN and b not in CLOSE for a, b in zip(forms, follows, strict=False)],
            lemmas=[row[0] if row[1] == "=" else row[1] for row in rows],
            pos=[row[2] for row in rows],
            heads=heads,
            deps=["ROOT" if row[3] == "0" else row[4] for row in rows],
            morphs=[FEATS[row[5]] if len(row) > 5 else "" for row in rows],
            sent_starts=starts,
        )

    return build
