from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language import windows
from akkoord.language.network import Floats, Network, Places
from akkoord.language.windows import MOST, Part, parts


class Scripted(Network):
    """Knows where sentences start, whatever it sees; each word has its place in the text for a piece."""

    def __init__(self, starts: Iterable[int]) -> None:
        self.starts = frozenset(starts)
        self.seen: list[Places] = []

    def run(self, ids: Places, first: Places, last: Places) -> dict[str, Floats]:
        self.seen.append(ids)
        words = ids[first]
        likely = np.isin(words, list(self.starts))
        return {"start": np.where(likely, 2, -1 - words % 7 / 10).astype(np.float32)[:, None], "word": words}


def cut(
    sizes: list[int], starts: Iterable[int], must: Iterable[int] = (), width: int = 1
) -> tuple[list[Part], Scripted]:
    """Parts of a text of sentences with so many words, each of `width` pieces."""
    size = sum(sizes)
    network = Scripted(starts)
    flags = np.zeros(size, bool)
    flags[list(must)] = True
    pieces = [[i] * width for i in range(size)]
    return list(parts(network, pieces, flags, np.ones(size, bool))), network


def begins(sizes: list[int]) -> list[int]:
    return [sum(sizes[:i]) for i in range(len(sizes))]


def starts_found(found: list[Part]) -> list[int]:
    return [part.start + int(i) for part in found for i in np.flatnonzero(part.starts)]


SIZES = st.lists(st.integers(1, 90), max_size=60)


@given(SIZES)
def test_each_word_is_in_one_part_in_order(sizes: list[int]) -> None:
    found, network = cut(sizes, begins(sizes))
    words = [word for part in found for word in part.rows("word").tolist()]
    assert words == list(range(sum(sizes)))
    assert all(len(ids) <= MOST for ids in network.seen)


@given(SIZES)
def test_a_sentence_that_fits_is_never_cut(sizes: list[int]) -> None:
    found, _ = cut(sizes, begins(sizes))
    assert starts_found(found) == begins(sizes)
    assert all(part.starts[0] for part in found)


@given(SIZES, st.data())
def test_limits_that_must_be_hold_whatever_the_network_says(sizes: list[int], data: st.DataObject) -> None:
    all_starts = begins(sizes)
    must = data.draw(st.lists(st.sampled_from(all_starts)) if all_starts else st.just([]))
    found, _ = cut(sizes, [], must)
    assert starts_found(found) == sorted({0, *must} if sizes else set())


def test_a_sentence_longer_than_a_window_goes_on_in_the_next_part() -> None:
    found, network = cut([5, 3000, 5], [0, 5, 3005])
    assert starts_found(found) == [0, 5, 3005]
    assert sum(not part.starts[0] for part in found) >= 4
    assert all(len(ids) <= MOST for ids in network.seen)


def test_a_sentence_that_only_the_largest_window_holds_is_whole() -> None:
    found, _ = cut([300, 450, 300], [0, 300, 750])
    assert [(part.start, part.end) for part in found if part.start <= 300 < part.end] == [(300, 750)]


def test_a_part_that_goes_on_with_a_sentence_sees_some_of_it() -> None:
    found, _ = cut([1000, 5], [0, 1000])
    assert [part.shift for part in found if not part.starts[0]] == [windows.CONTEXT] * (len(found) - 1)
    assert all(part.shift == 0 for part in found if part.starts[0])


def test_words_of_many_pieces() -> None:
    found, network = cut([60] * 10, range(0, 600, 60), width=16)
    assert [part.end - part.start for part in found if not part.starts[0]]
    assert starts_found(found) == list(range(0, 600, 60))
    assert all(len(ids) <= MOST for ids in network.seen)


@pytest.mark.parametrize("sizes", [[1] * 5000, [5000], [30] * 170])
def test_a_text_is_read_about_once(sizes: list[int]) -> None:
    _, network = cut(sizes, begins(sizes))
    assert sum(map(len, network.seen)) < 2.6 * 5000
