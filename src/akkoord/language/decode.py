"""From logits to grammar: the best tree of a sentence, names that have a beginning.

Takes the logits of words, gives numbers of labels and heads. Pure; it knows nothing of the text beyond
the words' forms.
"""

import unicodedata
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from akkoord.language import tree
from akkoord.language.network import Floats, Places
from akkoord.language.windows import Part

ROOT = "root"
JOINED = "parataxis"  # what hangs the parts of a sentence together that was too long for one window
PARTICLE = "compound:prt"
TAGS = {
    "upos": 1.0,
    "feats": 0.5,
    "xpos": 0.5,
}  # with their weight: the finer ones have learned from fewer words
SEEN = 2.0  # logits for a part of speech that a form was seen as


def parse(part: Part, root: int) -> tuple[Places, Places]:
    """Heads as places in the text, -1 for roots, and numbers of relations; `root` is the number of "root".

    The first word of a part that goes on with a sentence counts as the start of one here.
    """
    size = part.end - part.start
    arcs = part.rows("arc")
    limits = [0, *(np.flatnonzero(part.starts[1:]) + 1).tolist(), size]
    columns = np.empty(size, np.int64)
    for start, end in pairwise(limits):
        own = arcs[start:end, part.shift + start + 1 : part.shift + end + 1]
        best = tree.heads(np.concatenate([arcs[start:end, :1], own], axis=1))
        columns[start:end] = np.where(best > 0, best + start + part.shift, 0)
    relations = _relations(part, columns, root)
    return np.where(columns > 0, columns - 1 - part.shift + part.start, -1), relations


def _relations(part: Part, columns: Places, root: int) -> Places:
    scores = np.einsum("wrk,wk->wr", part.rows("rel_dependent"), part.logits["rel_head"][columns])
    scores[:, root] = -np.inf
    return np.where(columns == 0, root, scores.argmax(1))


def tags(part: Part, together: Places, seen: NDArray[np.bool_]) -> Places:
    """Numbers of the likeliest part of speech, features and fine tag that gold trees have shown `together`.

    `together` holds a row for each such three; so does the result for each word. `seen` has a row for each word: as
    which parts of speech its form is known.
    """
    scores = sum(
        weight * _log_chances(part.rows(task))[:, numbers]
        for (task, weight), numbers in zip(TAGS.items(), together.T, strict=True)
    )
    scores = scores + SEEN * seen[:, together[:, 0]]
    best: Places = together[np.argmax(scores, axis=1)]
    return best


def _log_chances(logits: Floats) -> Floats:
    shifted = logits - logits.max(1, keepdims=True)
    chances: Floats = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return chances


def names(logits: Floats, labels: list[str], starts: list[int]) -> Places:
    """The best numbers of begin-inside labels of which every I follows a B or I of its kind in the same sentence."""
    allowed = np.array([[_may_follow(label, before) for label in labels] for before in labels])
    best: Places = logits.argmax(1)
    first = np.zeros(len(best), bool)
    first[starts] = True
    inside = np.array([label.startswith("I-") for label in labels])
    wrong = np.where(first, inside[best], ~allowed[np.roll(best, 1), best])
    limits = [*starts, len(best)]
    for sentence in sorted(set(np.searchsorted(starts, np.flatnonzero(wrong), side="right").tolist())):
        start, end = limits[sentence - 1], limits[sentence]
        best[start:end] = _best_path(logits[start:end], allowed, ~inside)
    return best


def _may_follow(label: str, before: str) -> bool:
    return not label.startswith("I-") or before[2:] == label[2:]


def _best_path(logits: Floats, allowed: np.ndarray, first: np.ndarray) -> Places:
    """Viterbi: the path of labels with the highest sum among those allowed."""
    barred = np.where(allowed, 0.0, -np.inf)
    score = np.where(first, logits[0], -np.inf)
    back = np.zeros(logits.shape, np.int64)
    for i in range(1, len(logits)):
        paths = score[:, None] + barred
        back[i] = paths.argmax(0)
        score = paths.max(0) + logits[i]
    path = [int(score.argmax())]
    for i in range(len(logits) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return np.array(path[::-1], np.int64)


def plain(form: str) -> str:
    """A form without soft hyphens and other characters that aren't seen, unless it is made of nothing else."""
    if form.isascii():
        return form
    return "".join(c for c in form if unicodedata.category(c) != "Cf") or form
