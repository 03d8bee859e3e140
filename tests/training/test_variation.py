"""Sentences told otherwise; needs what only training installs (`make train`)."""

import random

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")
pytest.importorskip("faker", reason="faker is in the environment for training only")

from training.treebanks import NER
from training.variation import QUOTES, Variation, places, renamed, restyled
from training.windows import NONE, Example, encoded

UNKNOWN = 3


def letters(word: str, after_space: bool) -> list[int]:
    return [ord(c) for c in word]


def sentence() -> Example:
    """In Gouda zei Anna Smit : " Ja " ."""
    tokens = ["In", "Gouda", "zei", "Anna", "Smit", ":", '"', "Ja", '"', "."]
    ner = [NER.index(x) for x in ("O", "B-LOC", "O", "B-PER", "I-PER", "O", "O", "O", "O", "O")]
    labels = {"ner": ner, "lemma": [7] * 10, "upos": [1] * 10, "arc": [3, 3, 0, 3, 4, 3, 8, 3, 8, 3]}
    return encoded(Example(tokens, [True] * 10, labels), letters)


def test_other_quotation_marks_leave_words_and_labels() -> None:
    told = restyled(sentence(), *QUOTES["low"])
    assert told.tokens[6:9] == ["„", "Ja", "”"]
    assert told.labels == sentence().labels


def test_a_sentence_without_marks_is_the_same_one() -> None:
    plain = Example(["Ja", "."], [True, True], {"ner": [0, 0]})
    assert restyled(plain, "«", "»") is plain


def test_other_names_stand_where_names_stood_and_their_lemmas_are_unknown() -> None:
    rng, seen = random.Random(2), set()
    for _ in range(60):
        told = renamed(sentence(), rng)
        changed = {i for i, (a, b) in enumerate(zip(told.tokens, sentence().tokens, strict=True)) if a != b}
        assert changed <= {1, 3, 4}
        assert {i for i, label in enumerate(told.labels["lemma"]) if label == NONE} >= changed
        assert [told.labels[task] for task in ("ner", "upos", "arc")] == [
            sentence().labels[task] for task in ("ner", "upos", "arc")
        ]
        seen |= changed
    assert seen == {1, 3, 4}


def test_names_marked_in_no_sentence_change_nothing() -> None:
    bare = sentence()
    bare.labels["ner"] = [NONE] * 10
    assert renamed(bare, random.Random(1)) is bare


def test_a_window_is_told_the_same_by_the_same_chance_and_every_word_keeps_pieces() -> None:
    vary = Variation(letters, UNKNOWN)
    first, again = (vary(random.Random(5))(sentence()) for _ in range(2))
    assert first == again
    assert len(first.pieces) == len(first.tokens)
    assert all(
        own == [UNKNOWN] or own == letters(word, True)
        for own, word in zip(first.pieces, first.tokens, strict=True)
    )


def test_places_are_dutch_and_from_elsewhere() -> None:
    near, far = places()
    assert "Gouda" in near and "Lyon" in far and "Gouda" not in far
