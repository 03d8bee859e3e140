import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.known_names import FILE, KnownNames

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-MISC", "I-MISC"]
SEEN = {
    "Zandvliet": {"LOC": 6},
    "Van Zandvliet": {"PER": 4},
    "Oranje": {"ORG": 3, "LOC": 3},
    "Eb": {"ORG": 1, "O": 20},
}


def likeliest(text: str) -> list[str]:
    credit = KnownNames(SEEN, LABELS).credit(text.split())
    return [LABELS[row.argmax()] if row.any() else "" for row in credit]


def test_a_known_name_speaks_for_its_kind_the_longest_one_first() -> None:
    assert likeliest("in Zandvliet woont Van Zandvliet") == ["", "B-LOC", "", "B-PER", "I-PER"]


@pytest.mark.parametrize("form", ["Zandvliets", "Zandvliet's"])
def test_a_name_is_known_with_the_ending_of_what_belongs_to_it(form: str) -> None:
    assert likeliest(f"{form} haven") == ["B-LOC", ""]


def test_what_is_seldom_a_name_speaks_against_one_and_what_was_seen_more_speaks_louder() -> None:
    names = KnownNames(SEEN, LABELS)
    assert likeliest("Eb") == ["O"]
    often, both = names.credit(["Zandvliet"])[0], names.credit(["Oranje"])[0]
    assert often[LABELS.index("B-LOC")] > both[LABELS.index("B-LOC")] > 0 > both[LABELS.index("B-PER")]


def test_a_folder_without_names_knows_none(tmp_path: Path) -> None:
    assert not KnownNames.load(tmp_path, LABELS).credit(["Zandvliet"]).any()
    (tmp_path / FILE).write_text(json.dumps(SEEN), encoding="utf-8")
    assert KnownNames.load(tmp_path, LABELS).credit(["Zandvliet"]).any()


@given(
    st.lists(st.sampled_from(["Van", "Zandvliet", "Zandvliets", "Eb", "s", "'s", "", "woont"]), max_size=12)
)
def test_any_words_have_a_row_each(words: list[str]) -> None:
    credit = KnownNames(SEEN, LABELS).credit(words)
    assert credit.shape == (len(words), len(LABELS))
    assert np.isfinite(credit).all()
