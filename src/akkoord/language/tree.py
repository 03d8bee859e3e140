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
    return _Contraction(square).heads()[1:]


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


class _Contraction:
    """Chu-Liu/Edmonds as Tarjan has it for dense graphs: a walk from head to head, where a cycle becomes one node.

    Nodes are words and the cycles that they were contracted to, numbered as they come up: 0 the root, then the words.
    Rows are merged and columns stay words, so n words take n steps of n, however many cycles there are.
    """

    def __init__(self, square: NDArray[np.float64]) -> None:
        size = len(square)
        # by node: the score of the best arc from each word, and the word in the node that it leads to
        self._entering = {node: square[node].copy() for node in range(size)}
        self._entered = {node: np.full(size, node) for node in range(size)}
        self._node = np.arange(size)  # the outermost node that each word is in
        self._members: dict[int, list[int]] = {}  # of a contracted cycle: the nodes that it was
        # by node: the head chosen for it and the word in it that gets this head
        self._arc: dict[int, tuple[int, int]] = {}

    def heads(self) -> Heads:
        """The head of each word, the root's own is 0."""
        size = len(self._node)
        settled, free = {0}, size
        for start in range(1, size):
            path = [int(self._node[start])]
            while path[-1] not in settled:
                above = self._choose(path[-1])
                if above in path:
                    cycle = path[path.index(above) :]
                    self._contract(cycle, free)
                    path = [*path[: -len(cycle)], free]
                    free += 1
                else:
                    path.append(above)
            settled.update(path)
        return self._opened(sorted({int(node) for node in self._node} - {0}))

    def _choose(self, node: int) -> int:
        """The node that a node's best head is in."""
        head = int(self._entering[node].argmax())
        self._arc[node] = head, int(self._entered[node][head])
        return int(self._node[head])

    def _contract(self, cycle: list[int], name: int) -> None:
        """A cycle becomes a node: an arc that enters it is worth what it has more than the one that it replaces."""
        gains = np.stack([self._entering[node] - self._entering[node][self._arc[node][0]] for node in cycle])
        best = gains.argmax(0)
        columns = np.arange(gains.shape[1])
        self._entering[name] = gains[best, columns]
        self._entered[name] = np.stack([self._entered[node] for node in cycle])[best, columns]
        going = np.zeros(name, bool)
        going[cycle] = True
        inside = going[self._node]
        self._node[inside] = name
        self._entering[name][inside] = -np.inf
        self._members[name] = cycle
        for node in cycle:
            del self._entering[node], self._entered[node]

    def _opened(self, nodes: list[int]) -> Heads:
        """The heads of words once each cycle is opened where its chosen arc enters it."""
        result: Heads = np.zeros(len(self._node), np.int64)
        within = {member: name for name, members in self._members.items() for member in members}
        while nodes:
            node = nodes.pop()
            head, word = self._arc[node]
            result[word] = head
            at = word
            while at != node:  # what the arc enters gives up its own; what went round with it keeps that
                outer = within[at]
                nodes += [member for member in self._members[outer] if member != at]
                at = outer
        return result
