import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.attachment import Attachment, Words
from akkoord.language.preferences import CLOSE, MOST, Preferences, Tree, wavering

DEPREL = ["root", "obl", "nmod", "obj", "case"]
WORDS = Words(
    ["Zij", "ziet", "buren", "in", "tuinen"],
    ["zij", "zien", "buur", "in", "tuin"],
    ["PRON", "VERB", "NOUN", "ADP", "NOUN"],
)


def logits() -> tuple[np.ndarray, np.ndarray]:
    """What hangs at the verb, and "tuinen" at the verb or, a little less likely, at the noun."""
    arcs = np.full((5, 6), -9.0, np.float32)
    relations = np.zeros((5, len(DEPREL), 6), np.float32)
    for word, head, relation, score in (
        (0, 2, "obj", 5), (1, 0, "root", 5), (2, 2, "obj", 5), (3, 5, "case", 5), (4, 2, "obl", 5), (4, 3, "nmod", 4),
    ):  # fmt: skip
        arcs[word, head] = score
        relations[word, DEPREL.index(relation), head] = 9
    return arcs, relations


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({}, (2, "obl")),
        ({"nmod with in of NOUN": 3.0}, (3, "nmod")),
        ({"nmod with op of NOUN": 3.0}, (2, "obl")),
        ({"obj": 3.0, "NOUN NOUN before 2": 3.0}, (3, "nmod")),
        ({"obl in root": -3.0}, (3, "nmod")),
    ],
)
def test_of_arcs_that_are_about_as_likely_the_preferred_one_is_chosen(
    weights: dict[str, float], expected: tuple[int, str]
) -> None:
    attachment = Attachment(DEPREL, lambda lemma, preposition: 0.0, Preferences(weights, 1.0))
    heads, numbers = attachment.choose(*logits(), WORDS)
    assert (heads[4], DEPREL[numbers[4]]) == expected
    assert heads[:4].tolist() == [2, 0, 2, 5]


def test_what_is_far_less_likely_is_not_looked_at() -> None:
    tree = Tree(WORDS.forms, WORDS.upos, [2, 0, 2, 5, 2], ["obj", "root", "obj", "case", "obl"])
    scores = np.zeros((5, len(DEPREL), 6), np.float32)
    scores[4, DEPREL.index("obl"), 2] = 2 * CLOSE
    weighed = Preferences({"nmod": 99.0}, 0.5).weighed(scores, tree, DEPREL)
    assert weighed[4, DEPREL.index("nmod"), 3] == 0
    assert weighed[4, DEPREL.index("obl"), 2] == CLOSE


@given(st.integers(1, 5), st.integers(0, 5000))
def test_the_best_arc_of_each_word_comes_first(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 3, (size, 3, size + 1)).astype(np.float32)
    for word, arcs in enumerate(wavering(scores)):
        found = [scores[word, relation, head] for relation, head in arcs]
        assert 1 <= len(found) <= MOST
        assert found[0] == scores[word].max()
        assert found == sorted(found, reverse=True)
        assert found[-1] >= found[0] - CLOSE


def test_a_model_folder_has_them_or_not(tmp_path: Path) -> None:
    assert Preferences.load(tmp_path) is None
    (tmp_path / "preferences.json").write_text(json.dumps({"weights": {"obl": 1.0}, "trust": 0.5}))
    assert Preferences.load(tmp_path) is not None
