from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language import tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root word, and every word leads to it."""
    for word in range(1, len(heads) + 1):
        seen, at = set(), word
        while at and at not in seen:
            seen.add(at)
            at = heads[at - 1]
        if at:
            return False
    return heads.count(0) == 1


def best_by_trying_all(scores: np.ndarray) -> float:
    size = len(scores)
    return max(
        sum(float(scores[i, head]) for i, head in enumerate(heads))
        for heads in product(range(size + 1), repeat=size)
        if is_tree(heads)
    )


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_of_all_trees(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).integers(-9, 9, (size, size + 1)).astype(np.float32)
    heads = tuple(tree.heads(scores).tolist())
    assert is_tree(heads)
    assert sum(float(scores[i, head]) for i, head in enumerate(heads)) == best_by_trying_all(scores)


@given(st.integers(1, 120), st.integers(0, 10_000))
def test_a_long_sentence_is_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 5, (size, size + 1)).astype(np.float32)
    assert is_tree(tuple(tree.heads(scores).tolist()))


def test_a_chain_of_cycles_as_long_as_a_window() -> None:
    size = 500
    scores = np.zeros((size, size + 1), np.float32)
    scores[np.arange(size), np.arange(size) ^ 1] = 5  # neighbours hang on each other
    assert is_tree(tuple(tree.heads(scores).tolist()))
