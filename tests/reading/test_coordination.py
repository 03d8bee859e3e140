"""What grammar puts side by side, told apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.made import made

from akkoord.reading.coordination import parts
from akkoord.reading.signals import Signals

TEXT = "Praag eist erkenning van Wenen en vrijlating van gevangenen."
GOVERNORS = [1, 1, 1, 4, 2, 6, 2, 8, 6, 1]
RELATIONS = ["nsubj", "ROOT", "obj", "case", "nmod", "cc", "conj", "case", "nmod", "punct"]


def parsed() -> Signals:
    return replace(made(TEXT, {}), governors=GOVERNORS, relations=RELATIONS)


def test_two_things_side_by_side_are_two_parts() -> None:
    assert parts(parsed(), range(2, 9)) == [range(2, 5), range(5, 9)]


def test_what_stands_side_by_side_further_down_is_no_part() -> None:
    assert parts(parsed(), range(1, 9)) == [range(1, 9)]


@given(st.lists(st.integers(0, 9), max_size=10, unique=True).map(sorted))
def test_no_word_is_lost_and_none_is_twice(words: list[int]) -> None:
    assert [word for part in parts(parsed(), words) for word in part] == words
