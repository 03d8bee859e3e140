"""From annotated sentences to padded windows of running text.

Windows are cut anew in each pass: of one sentence or of several that stand together, so that the model learns both to
find sentence limits and to parse a sentence alone.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import torch

from training.model import Batch

NONE = -100  # the label that PyTorch's cross entropy passes over
LONE = 0.3  # share of windows that are meant to hold one sentence
LONGEST = 288  # pieces in a window, at most, unless one sentence is longer; longer windows cost attention


@dataclass
class Example:
    """One sentence: its tokens, whether a space follows each, and labels by task (NONE where unknown).

    `arc` holds heads counted from 1 within the sentence, 0 for the root.
    """

    tokens: list[str]
    spaces: list[bool]
    labels: dict[str, list[int]]
    pieces: list[list[int]] = field(default_factory=list)


@dataclass
class Window:
    """A stretch of sentences, flattened. `sentence` numbers the sentence of each word.

    `links` maps a kind to its anchors and, for each, the words that belong to it with the number of their group.
    """

    ids: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    labels: dict[str, list[int]] = field(default_factory=dict)
    links: dict[str, dict[int, dict[int, int]]] = field(default_factory=dict)

    def add(self, example: Example) -> None:
        """Append a sentence; its heads are shifted to columns of the window, 0 staying the root."""
        shift, number = len(self.first), self.sentence[-1] + 1 if self.sentence else 0
        for pieces in example.pieces:
            self.first.append(len(self.ids))
            self.ids.extend(pieces)
            self.last.append(len(self.ids) - 1)
        self.sentence.extend([number] * len(example.tokens))
        for task, values in example.labels.items():
            moved = [v + shift if task == "arc" and v > 0 else v for v in values]
            self.labels.setdefault(task, []).extend(moved)


Encode = Callable[[str, bool], list[int]]
Vary = Callable[[random.Random], Callable[[Example], Example]]


def encoded(example: Example, encode: Encode) -> Example:
    """Fill in `pieces`; a word after a space is encoded otherwise than one glued to the word before."""
    after_space = [True, *example.spaces[:-1]]
    example.pieces = [encode(t, s) for t, s in zip(example.tokens, after_space, strict=True)]
    return example


def cut(examples: list[Example], rng: random.Random, vary: Vary) -> Iterator[Window]:
    """Windows over `examples` in their order, each told in a way of its own; every sentence is in one window."""
    at = 0
    while at < len(examples):
        limit = 0 if rng.random() < LONE else rng.randint(LONGEST // 3, LONGEST)
        tell, window = vary(rng), Window()
        while at < len(examples):
            size = sum(map(len, examples[at].pieces))
            if window.ids and len(window.ids) + size > limit:
                break
            window.add(tell(examples[at]))
            at += 1
        yield window


def batches(windows: list[Window], rng: random.Random, size: int, begin: int, end: int) -> Iterator[Batch]:
    """Batches of windows of like length, in random order, each of about `size` pieces."""
    ordered = sorted(windows, key=lambda w: len(w.ids) + rng.random())
    groups: list[list[Window]] = [[]]
    for window in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * (len(window.ids) + 2) > size:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    for group in groups:
        yield pad(group, begin, end)


def pad(group: list[Window], begin: int, end: int) -> Batch:
    """Tensors of a group. Heads outside the sentence get a mask: `labels["reach"]` is 1 where an arc may go."""
    length, words = max(len(w.ids) for w in group) + 2, max(len(w.first) for w in group)
    ids, mask = (
        torch.ones(len(group), length, dtype=torch.long),
        torch.full((len(group), length), float("-inf")),
    )
    first, last = (torch.zeros(len(group), words, dtype=torch.long) for _ in range(2))
    reach = torch.zeros(len(group), words, words + 1, dtype=torch.bool)
    reach[:, :, 0] = True
    tasks = {task for w in group for task in w.labels}
    labels = {task: torch.full((len(group), words), NONE) for task in sorted(tasks)}
    for i, window in enumerate(group):
        n, size = len(window.first), len(window.ids) + 2
        ids[i, :size] = torch.tensor([begin, *window.ids, end])
        mask[i, :size] = 0
        first[i, :n], last[i, :n] = torch.tensor(window.first) + 1, torch.tensor(window.last) + 1
        sentence = torch.tensor(window.sentence)
        reach[i, :n, 1 : n + 1] = sentence[:, None] == sentence[None, :]
        for task, values in window.labels.items():
            labels[task][i, :n] = torch.tensor(values)
    labels |= {"reach": reach} | _links(group, words)
    return Batch(ids, mask[:, None, None, :], first, last, labels)


def _links(group: list[Window], words: int) -> dict[str, torch.Tensor]:
    """By kind (windows, words, words): a member's group in its anchor's column, 0 for the rest, NONE without anchor."""
    kinds = sorted({kind for window in group for kind in window.links})
    found = {kind: torch.full((len(group), words, words), NONE) for kind in kinds}
    for i, window in enumerate(group):
        for kind, anchors in window.links.items():
            for anchor, members in anchors.items():
                found[kind][i, : len(window.first), anchor] = 0
                for member, number in members.items():
                    found[kind][i, member, anchor] = number
    return found
