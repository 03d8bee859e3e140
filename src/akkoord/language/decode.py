"""From logits to grammar: the best tree of a sentence, names that have a beginning.

Takes the logits of words, gives numbers of labels and heads. Pure; it knows nothing of the text beyond
the words' forms.
"""

import unicodedata
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from akkoord.language.attachment import Attachment, Words, log_chances
from akkoord.language.network import Floats, Places
from akkoord.language.windows import Part

JOINED = "parataxis"  # what hangs the parts of a sentence together that was too long for one window
TAGS = {
    "upos": 1.0,
    "feats": 0.5,
    "xpos": 0.5,
}  # with their weight: the finer ones have learned from fewer words
NAMELESS = "O"
SINGLE = ("PER", "LOC", "NORP")  # kinds of names in which "en" stands between two of them only
SEATED = ("ORG", "LOC")  # kinds of names that may go on with a place: "universiteit van Utrecht"
SEAT = "LOC"
SEEN = 2.0  # logits for a part of speech that a form was seen as


def parse(part: Part, words: Words, attachment: Attachment) -> tuple[Places, Places]:
    """Heads as places in the text, -1 for roots, and numbers of relations.

    The first word of a part that goes on with a sentence counts as the start of one here.
    """
    arcs, dependents, heads = part.rows("arc"), part.rows("rel_dependent"), part.logits["rel_head"]
    size = part.end - part.start
    found, relations = np.empty(size, np.int64), np.empty(size, np.int64)
    for start, end in pairwise([0, *(np.flatnonzero(part.starts[1:]) + 1).tolist(), size]):
        rows = slice(start, end)
        columns = np.array([0, *range(part.shift + start + 1, part.shift + end + 1)])
        scores = dependents[rows] @ heads[columns].T
        best, relations[rows] = attachment.choose(arcs[rows, columns], scores, words[rows])
        found[rows] = np.where(best > 0, best - 1 + start + part.start, -1)
    return found, relations


def tags(part: Part, together: Places, seen: NDArray[np.bool_]) -> Places:
    """Numbers of the likeliest part of speech, features and fine tag that gold trees have shown `together`.

    `together` holds a row for each such three; so does the result for each word. `seen` has a row for each word: as
    which parts of speech its form is known.
    """
    scores = sum(
        weight * log_chances(part.rows(task), 1)[:, numbers]
        for (task, weight), numbers in zip(TAGS.items(), together.T, strict=True)
    )
    scores = scores + SEEN * seen[:, together[:, 0]]
    best: Places = together[np.argmax(scores, axis=1)]
    return best


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


def without_loose_ends(marks: Places, labels: list[str], loose: NDArray[np.bool_]) -> Places:
    """Names without the words at their end that only lead on to others: `loose` says which words do."""
    inside = np.array([label.startswith("I-") for label in labels])
    found = marks.copy()
    for word in np.flatnonzero(loose & (marks != labels.index(NAMELESS)))[::-1].tolist():
        if word + 1 == len(found) or not inside[found[word + 1]]:
            found[word] = labels.index(NAMELESS)
    return found


def taken_apart(marks: Places, labels: list[str], joining: NDArray[np.bool_]) -> Places:
    """Names of which none is two that a conjunction joins: `joining` says which words do, what follows begins anew."""
    inside = [f"I-{kind}" for kind in SINGLE]
    found = marks.copy()
    for word in np.flatnonzero(joining[:-1]).tolist():
        kind = labels[found[word]][2:]
        if labels[found[word]] in inside and labels[found[word + 1]] in inside:
            found[word], found[word + 1] = labels.index(NAMELESS), labels.index(f"B-{kind}")
    return found


def put_together(marks: Places, labels: list[str], heads: Places, belonging: NDArray[np.bool_]) -> Places:
    """Bodies and buildings are named with the place that they are called after, if that hangs on them in the tree.

    `belonging` says which words may stand between the two: of what annotators did with "van", this is the rule.
    """
    found = marks.copy()
    for word in np.flatnonzero(belonging).tolist():
        kind = labels[found[word - 1]][2:]
        if kind not in SEATED or labels[found[word + 1]] != f"B-{SEAT}":
            continue
        first, end = _first(found, labels, word - 1), _end(found, labels, word + 1)
        above = heads[word + 1 : end]
        if ((above >= first) & (above < word)).any():
            found[word:end] = labels.index(f"I-{kind}")
    return found


def _first(marks: Places, labels: list[str], word: int) -> int:
    """The first word of the name that a word belongs to, the word itself where it is in none."""
    while word and labels[marks[word]].startswith("I-"):
        word -= 1
    return word


def _end(marks: Places, labels: list[str], first: int) -> int:
    """The word behind the name that begins at a word."""
    end = first + 1
    while end < len(marks) and labels[marks[end]].startswith("I-"):
        end += 1
    return end


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
