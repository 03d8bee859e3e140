"""Trees from arc scores: the best head of each word, such that all words hang under exactly one root."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
MANY = 1e6  # more than all arcs of a tree can be worth together


def heads(scores: Scores) -> Heads:
    """The heads of n words by the maximum spanning tree with one root word.

    `scores` is (n, n + 1): row a word, column its possible head, 0 the root and j + 1 word j. The result
    counts the same way. The greedy choice is taken where it is a tree already, as it mostly is.
    """
    square = _square(scores)
    best: Heads = square.argmax(1)
    best[0] = 0
    if _is_tree(best):
        return best[1:]
    square[1:, 0] -= MANY  # dear roots: the best tree has the fewest, which is one
    return _arborescence(square)[1:]


def _square(scores: Scores) -> NDArray[np.float64]:
    """Scores with a row for the root and no word as its own head."""
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    return square


def _is_tree(best: Heads) -> bool:
    return bool((best[1:] == 0).sum() == 1) and _cycle(best) is None


def _cycle(best: Heads) -> list[int] | None:
    """The words of a cycle, if there is one."""
    state = [0] * len(best)  # 0 unseen, else the walk that saw it
    state[0] = -1
    for start in range(1, len(best)):
        path, at = [], start
        while state[at] == 0:
            state[at] = start
            path.append(at)
            at = int(best[at])
        if state[at] == start:
            return path[path.index(at) :]
    return None


def _arborescence(square: NDArray[np.float64]) -> Heads:
    """Chu-Liu/Edmonds: contract a cycle to one node, solve the rest, open the cycle where that enters it."""
    best: Heads = square.argmax(1)
    best[0] = 0
    cycle = _cycle(best)
    if cycle is None:
        return best
    inside = np.zeros(len(square), bool)
    within = np.array(cycle)
    inside[within] = True
    outside = np.flatnonzero(~inside)
    kept = square[within, best[within]]
    entering = square[np.ix_(within, outside)] - kept[:, None]
    leaving = square[np.ix_(outside, within)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = square[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    small[0, :] = -np.inf
    solved = _arborescence(small)
    result = best.copy()
    into = int(solved[-1])
    opened = cycle[int(entering[:, into].argmax())]
    result[opened] = outside[into]
    for place, word in enumerate(outside.tolist()):
        if word == 0:
            continue
        head = int(solved[place])
        result[word] = cycle[int(leaving[place].argmax())] if head == len(outside) else outside[head]
    return result
