import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.pieces import LONGEST, Pieces

VOCABULARY = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["▁", -3.0], ["▁vre", -2.0],
              ["de", -2.0], ["▁de", -1.0], ["d", -4.0], ["e", -4.0], ["1", -4.0]]  # fmt: skip


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    path = tmp_path_factory.mktemp("model") / "pieces.json"
    path.write_text(json.dumps({"pieces": VOCABULARY, "unk": 3}), encoding="utf-8")
    return Pieces.load(path)


def test_the_likeliest_pieces(pieces: Pieces) -> None:
    assert pieces.encode("vrede", True) == [5, 6]


def test_a_word_glued_to_the_one_before_has_other_pieces(pieces: Pieces) -> None:
    assert pieces.encode("de", True) == [7]
    assert pieces.encode("de", False) == [6]


def test_compatible_signs_are_the_same(pieces: Pieces) -> None:
    assert pieces.encode("¹", False) == pieces.encode("1", False) == [10]


@given(st.text(max_size=300), st.booleans())
def test_any_word_has_one_to_sixteen_pieces(pieces: Pieces, word: str, after_space: bool) -> None:
    found = pieces.encode(word, after_space)
    assert 1 <= len(found) <= LONGEST
    assert all(0 <= number < len(VOCABULARY) for number in found)


def test_a_very_long_word(pieces: Pieces) -> None:
    assert len(pieces.encode("de" * 10_000, True)) == LONGEST
