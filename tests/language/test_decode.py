from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.attachment import Attachment, Words
from akkoord.language.decode import (
    names,
    parse,
    plain,
    put_together,
    tags,
    taken_apart,
    without_loose_ends,
)
from akkoord.language.windows import Part

NER = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
DEPREL = ["det", "root", "obj"]
ATTACHMENT = Attachment(DEPREL, lambda lemma, preposition: 0.0)


def words(number: int) -> Words:
    return Words(["a"] * number, ["a"] * number, ["NOUN"] * number)


def valid(labels: list[int], starts: list[int]) -> bool:
    for i, label in enumerate(labels):
        before = "O" if i in starts else NER[labels[i - 1]]
        if NER[label].startswith("I-") and before[2:] != NER[label][2:]:
            return False
    return True


@given(st.integers(1, 5), st.integers(0, 5000), st.booleans())
def test_names_are_the_best_of_all_that_are_valid(size: int, seed: int, two: bool) -> None:
    logits = np.random.default_rng(seed).normal(0, 3, (size, len(NER))).astype(np.float32)
    starts = [0, size // 2] if two and size > 1 else [0]
    found = names(logits, NER, starts).tolist()
    everything = [row for row in product(range(len(NER)), repeat=size) if valid(list(row), starts)]
    best = max(everything, key=lambda row: sum(logits[i, label] for i, label in enumerate(row)))
    assert found == list(best)


def test_two_persons_are_no_name_of_one() -> None:
    person = [NER.index(label) for label in ("B-PER", "I-PER", "I-PER", "I-PER")]
    joining = np.array([False, True, False, False])
    found = taken_apart(np.array(person), NER, joining)
    assert [NER[mark] for mark in found] == ["B-PER", "O", "B-PER", "I-PER"]
    assert taken_apart(np.array(person), NER, np.zeros(4, bool)).tolist() == person


@pytest.mark.parametrize(
    ("marks", "loose", "kept"),
    [
        ([1, 2, 2, 0], [False, True, True, True], [1, 0, 0, 0]),  # "Raad van de"
        ([1, 2, 2, 0], [False, True, False, False], [1, 2, 2, 0]),  # "Raad van Staten"
        ([1, 2, 3, 4], [False, True, False, True], [1, 0, 3, 0]),
        ([1], [True], [0]),
    ],
)
def test_a_name_does_not_end_in_what_leads_on(marks: list[int], loose: list[bool], kept: list[int]) -> None:
    assert without_loose_ends(np.array(marks), NER, np.array(loose)).tolist() == kept


@pytest.mark.parametrize(
    ("marks", "heads", "kept"),
    [
        # "Grote Schouwburg van Den Haag": what the building is called after hangs on it
        (["B-LOC", "I-LOC", "O", "B-LOC", "I-LOC"], [-1, 0, 3, 0, 3], ["B-LOC"] + 4 * ["I-LOC"]),
        # it hangs on a verb: "(eist) Klein Rusland van Groot Oekraïne"
        (
            ["B-LOC", "I-LOC", "O", "B-LOC", "I-LOC"],
            [-1, 0, 3, -1, 3],
            ["B-LOC", "I-LOC", "O", "B-LOC", "I-LOC"],
        ),
        (
            ["B-PER", "I-PER", "O", "B-LOC", "I-LOC"],
            [-1, 0, 3, 0, 3],
            ["B-PER", "I-PER", "O", "B-LOC", "I-LOC"],
        ),
        (
            ["B-LOC", "I-LOC", "O", "B-PER", "I-PER"],
            [-1, 0, 3, 0, 3],
            ["B-LOC", "I-LOC", "O", "B-PER", "I-PER"],
        ),
        (["O", "O", "O", "B-LOC", "O"], [-1, 0, 3, 0, 3], ["O", "O", "O", "B-LOC", "O"]),
    ],
)
def test_a_name_goes_on_with_the_place_that_hangs_on_it(
    marks: list[str], heads: list[int], kept: list[str]
) -> None:
    belonging = np.array([False, False, True, False, False])
    found = put_together(np.array([NER.index(mark) for mark in marks]), NER, np.array(heads), belonging)
    assert [NER[mark] for mark in found] == kept


def test_no_words_no_names() -> None:
    assert names(np.zeros((0, len(NER)), np.float32), NER, []).tolist() == []


def part(arcs: np.ndarray, starts: list[bool], start: int = 0, shift: int = 0) -> Part:
    """A part whose relations are all scored alike, except that "root" is liked best."""
    size = len(arcs)
    relations = np.zeros((size, len(DEPREL), 1), np.float32)
    relations[:, :, 0] = [1, 9, 2]
    heads = np.ones((arcs.shape[1], 1), np.float32)
    logits = {"arc": arcs, "rel_dependent": relations, "rel_head": heads}
    return Part(start, start + size - shift, shift, np.array(starts), logits)


def test_each_sentence_has_a_tree_of_its_own() -> None:
    arcs = np.array([[0, 0, 5, 9], [5, 0, 0, 9], [0, 9, 9, 0]], np.float32)  # all look over the limit
    heads, relations = parse(part(arcs, [True, False, True]), words(3), ATTACHMENT)
    assert heads.tolist() == [1, -1, -1]
    assert [DEPREL[i] for i in relations] == ["obj", "root", "root"]


def test_heads_are_places_in_the_text_not_in_the_window() -> None:
    arcs = np.full((4, 5), -1, np.float32)
    arcs[2, 4] = arcs[3, 0] = 5  # the third word of the window hangs on the fourth
    heads, _ = parse(part(arcs, [True, False], start=70, shift=2), words(2), ATTACHMENT)
    assert heads.tolist() == [71, -1]


@pytest.mark.parametrize(
    ("form", "seen"),
    [("vredes\u00adoverleg", "vredesoverleg"), ("a\u200bb", "ab"), ("\u200b", "\u200b"), ("café", "café")],
)
def test_what_is_not_seen_is_no_part_of_a_form(form: str, seen: str) -> None:
    assert plain(form) == seen


def tagged(upos: list[float], seen: list[bool]) -> list[int]:
    """The tags of one word whose features are surely the second ones."""
    logits = {"upos": upos, "feats": [0, 4], "xpos": [1, 1]}
    one = Part(0, 1, 0, np.array([True]), {task: np.array([row], np.float32) for task, row in logits.items()})
    found: list[int] = tags(one, np.array([[0, 0, 0], [1, 1, 1]]), np.array([seen]))[0].tolist()
    return found


def test_tags_are_such_as_go_together() -> None:
    assert tagged([1, 0], [False, False]) == [1, 1, 1]  # the features outweigh the part of speech
    assert tagged([5, 0], [False, False]) == [0, 0, 0]


def test_what_a_form_was_seen_as_counts() -> None:
    assert tagged([3, 0], [False, False]) == [0, 0, 0]
    assert tagged([3, 0], [False, True]) == [1, 1, 1]
