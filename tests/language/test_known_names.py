import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord import language
from akkoord.language.decode import NAMELESS
from akkoord.language.known_names import AT_FIRST, FILE, LISTS, KnownNames

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-MISC", "I-MISC"]
SEEN = {
    "Zandvliet": {"LOC": 6},
    "Van Zandvliet": {"PER": 4},
    "Oranje": {"ORG": 3, "LOC": 3},
    "Eb": {"ORG": 1, "O": 20},
}


def likeliest(text: str) -> list[str]:
    credit = KnownNames(SEEN, {}, LABELS).credit(text.split())
    return [LABELS[row.argmax()] if row.any() else "" for row in credit]


def test_a_known_name_speaks_for_its_kind_the_longest_one_first() -> None:
    assert likeliest("in Zandvliet woont Van Zandvliet") == ["", "B-LOC", "", "B-PER", "I-PER"]


@pytest.mark.parametrize("form", ["Zandvliets", "Zandvliet's"])
def test_a_name_is_known_with_the_ending_of_what_belongs_to_it(form: str) -> None:
    assert likeliest(f"{form} haven") == ["B-LOC", ""]


def test_what_is_seldom_a_name_speaks_against_one_and_what_was_seen_more_speaks_louder() -> None:
    names = KnownNames(SEEN, {}, LABELS)
    assert likeliest("Eb") == ["O"]
    often, both = names.credit(["Zandvliet"])[0], names.credit(["Oranje"])[0]
    assert often[LABELS.index("B-LOC")] > both[LABELS.index("B-LOC")] > 0 > both[LABELS.index("B-PER")]


def test_behind_a_capital_a_known_name_may_be_the_end_of_a_longer_one() -> None:
    names = KnownNames(SEEN, {}, LABELS)
    alone, behind = names.credit(["in", "Zandvliet"])[1], names.credit(["Haven", "Zandvliet"])[1]
    assert alone[LABELS.index("I-LOC")] < 0 < behind[LABELS.index("I-LOC")] < behind[LABELS.index("B-LOC")]
    assert behind[LABELS.index("I-PER")] == 0
    assert alone[LABELS.index("B-LOC")] == behind[LABELS.index("B-LOC")]


def test_which_words_are_known_names_by_themselves() -> None:
    names = KnownNames(SEEN, {"Bosnië en Herzegovina": ["LOC"], "Ajax": ["ORG"]}, LABELS)
    assert [word for word in ("Ajax", "Zandvliet", "Bosnië", "Van", "en") if names.knows(word)] == [
        "Ajax",
        "Zandvliet",
    ]


def test_a_folder_without_names_knows_none(tmp_path: Path) -> None:
    assert not KnownNames.load(tmp_path, LABELS).credit(["Zandvliet"]).any()
    (tmp_path / FILE).write_text(json.dumps(SEEN), encoding="utf-8")
    assert KnownNames.load(tmp_path, LABELS).credit(["Zandvliet"]).any()


def test_lists_add_to_what_was_counted(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"Oranje": {"ORG": 1}}), encoding="utf-8")
    (tmp_path / LISTS).mkdir()
    (tmp_path / LISTS / "LOC.txt").write_text("Capelle a/d IJssel\nOranje\n", encoding="utf-8")
    names = KnownNames.load(tmp_path, LABELS)
    assert [LABELS[row.argmax()] for row in names.credit(["Capelle", "a/d", "IJssel"])] == [
        "B-LOC",
        "I-LOC",
        "I-LOC",
    ]
    row = names.credit(["Oranje"])[0]
    place, body, person = (row[LABELS.index(label)] for label in ("B-LOC", "B-ORG", "B-PER"))
    assert place > 0 and place > body > person


def test_which_words_go_on_with_a_known_name() -> None:
    names = KnownNames({}, {"Bosnië en Herzegovina": ["LOC"]}, LABELS)
    assert names.within(["in", "Bosnië", "en", "Herzegovina", "en", "Kosovo"]).tolist() == [
        False, False, True, True, False, False
    ]  # fmt: skip


def test_the_lists_of_the_package_are_of_kinds_that_there_are_and_in_order() -> None:
    paths = sorted((Path(language.__file__).parent / "nl" / LISTS).glob("*.txt"))
    assert {path.stem for path in paths} == set(AT_FIRST) - {NAMELESS}
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines == sorted(set(lines)), path.name
        assert all(line == " ".join(line.split()) for line in lines), path.name


@given(
    st.lists(st.sampled_from(["Van", "Zandvliet", "Zandvliets", "Eb", "s", "'s", "", "woont"]), max_size=12)
)
def test_any_words_have_a_row_each(words: list[str]) -> None:
    credit = KnownNames(SEEN, {}, LABELS).credit(words)
    assert credit.shape == (len(words), len(LABELS))
    assert np.isfinite(credit).all()
