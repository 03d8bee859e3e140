"""From logits to grammar: the best tree of a sentence, the lemma that fits, names that have a beginning.

Takes the logits of words, gives numbers of labels, lemmas and heads. Pure; it knows nothing of the text beyond
the words' forms.
"""

import unicodedata
from functools import lru_cache
from itertools import pairwise

import numpy as np

from akkoord.language import tree
from akkoord.language.lemmas import VERBS, Parts, apply_script
from akkoord.language.network import Floats, Places
from akkoord.language.windows import Part

ROOT = "root"
JOINED = "parataxis"  # what hangs the parts of a sentence together that was too long for one window
PARTICLE = "compound:prt"
FIRST = 3  # letters of a name that its lemma shares
NEARLY = 6.0  # logits below the best within which a lemma that is a word goes before one that is none
REMEMBERED = 200_000  # words and lemmas


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


class Lemmas:
    """Lemmas by the best edit script that fits, their parts marked with underscores. What was found is remembered."""

    def __init__(self, scripts: list[str], parts: Parts) -> None:
        self._scripts = scripts
        self._words = parts.words
        self._apply = lru_cache(maxsize=REMEMBERED)(apply_script)
        self._split = lru_cache(maxsize=REMEMBERED)(parts.split)

    def shown(self, forms: list[str], upos: list[str], logits: Floats) -> list[str]:
        """The lemma of each word as its form shows it."""
        best = logits.argmax(1).tolist()
        found = [self._apply(form, self._scripts[script]) for form, script in zip(forms, best, strict=True)]
        return [
            lemma
            if lemma and _can_be(lemma, form, tag) and (lemma == form or lemma.lower() in self._words)
            else self._next(form, tag, logits[i])
            for i, (lemma, form, tag) in enumerate(zip(found, forms, upos, strict=True))
        ]

    def _next(self, form: str, upos: str, logits: Floats) -> str:
        """The likeliest lemma that is a word, of those nearly as likely as the best; else the best that fits."""
        fitting = ""
        best = float(logits.max())
        for script in (-logits).argsort().tolist():
            lemma = self._apply(form, self._scripts[script])
            if fitting and logits[script] < best - NEARLY:
                break
            if lemma and _can_be(lemma, form, upos):
                if lemma.lower() in self._words:
                    return lemma
                fitting = fitting or lemma
        return fitting or form

    def whole(self, shown: list[str], upos: list[str], particles: dict[int, str]) -> list[str]:
        """Lemmas with their parts; `particles` are those that stand apart from their verbs, by the verbs' places."""
        return [
            self._split(lemma, tag, particles.get(i))
            for i, (lemma, tag) in enumerate(zip(shown, upos, strict=True))
        ]


def _can_be(lemma: str, form: str, upos: str) -> bool:
    """Whether a word of this kind can have such a lemma: verbs have infinitives, names begin as they are written."""
    if upos == "PROPN":
        return lemma[:FIRST] == form[:FIRST]
    return upos not in VERBS or lemma.endswith("n")


def plain(form: str) -> str:
    """A form without soft hyphens and other characters that aren't seen, unless it is made of nothing else."""
    if form.isascii():
        return form
    return "".join(c for c in form if unicodedata.category(c) != "Cf") or form
