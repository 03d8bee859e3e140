"""A sentence's tree: the network's chances of arcs and relations, and what holds between them.

The network scores each arc by itself. Here arc and relation are chosen together, and four things count besides: a
head has one subject, one object and so on; arcs seldom cross; a verb may call for a preposition; a mark hangs
where the rule for punctuation has it. What other words do is taken from the network's chances, not from a tree. Where
arcs of a word are about as likely, what is preferred in such a tree decides (`preferences`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from akkoord.language import punctuation, tree
from akkoord.language.network import Floats, Places
from akkoord.language.preferences import Preferences, Tree

ROOT, PUNCTUATION, CASE, CALLED_FOR, PARTICLE = "root", "punct", "case", "obl:arg", "compound:prt"
ONCE = (
    "nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl:agent", "xcomp", "ccomp",
    "expl", "expl:pv", "compound:prt", "cop", "det",
)  # fmt: skip
AGAIN = -2.2  # logits for each further one that a head has
MOST_AGAIN = 1.5  # as many count at most
CROSSING = -0.6  # for each arc crossed
MOST_CROSSED = 3.0  # as many count at most
CALLING = 1.4  # for the log odds that a word calls for a preposition
RULED = 1.5  # for a mark that hangs by the rule
MARKED = 0.3  # chance from which a word is taken to be another's preposition or particle

Calls = Callable[[str, str], float]


@dataclass(frozen=True)
class Words:
    """What is known of a sentence's words before its tree: forms, lemmas and parts of speech."""

    forms: list[str]
    lemmas: list[str]
    upos: list[str]

    def __getitem__(self, rows: slice) -> "Words":
        return Words(self.forms[rows], self.lemmas[rows], self.upos[rows])

    @cached_property
    def marks(self) -> list[bool]:
        """Which are marks of punctuation."""
        return [tag == "PUNCT" for tag in self.upos]


class Attachment:
    """How trees are chosen with the relations `deprel`; `calls` tells how much speaks for a lemma's preposition."""

    def __init__(self, deprel: list[str], calls: Calls, preferences: Preferences | None = None) -> None:
        self._calls, self._deprel, self._preferences = calls, deprel, preferences
        self._number = {relation: number for number, relation in enumerate(deprel)}
        self._once = [self._number[relation] for relation in ONCE if relation in self._number]
        self.root = self._number[ROOT]

    def choose(self, arcs: Floats, relations: Floats, words: Words) -> tuple[Places, Places]:
        """The heads of n words (0 the root, j + 1 word j) and the numbers of their relations.

        `arcs` are logits (n, n + 1), `relations` such of all arcs: (n, relations, n + 1).
        """
        scores = self.scores(arcs, relations, words)
        heads, found = best_tree(scores)
        if self._preferences is None:
            return heads, found
        named = [self._deprel[number] for number in found.tolist()]
        seen = Tree(words.forms, words.upos, heads.tolist(), named)
        return best_tree(self._preferences.weighed(scores, seen, self._deprel))

    def scores(self, arcs: Floats, relations: Floats, words: Words) -> Floats:
        """What speaks for each arc with each relation before preferences: (n, relations, n + 1)."""
        own = _barred(arcs)
        scores = self._together(own, relations)
        chances = np.exp(scores)
        scores[:, self._once] += AGAIN * self._others(chances)
        scores += CROSSING * np.minimum(_crossed(chances.sum(1)), MOST_CROSSED)[:, None]
        self._add_calls(scores, chances, words)
        self._add_rule(scores, tree.heads(own), words)
        return scores

    def _together(self, arcs: Floats, relations: Floats) -> Floats:
        """Log chances of arc and relation, in the form of `relations`; roots alone hang from the root."""
        scores: Floats = log_chances(arcs, 1)[:, None] + log_chances(relations, 1)
        scores[:, self.root] = -np.inf
        scores[:, :, 0] = -np.inf
        scores[:, self.root, 0] = log_chances(arcs, 1)[:, 0]
        return scores

    def _others(self, chances: Floats) -> Floats:
        """How many other words each head has in the relations that it has once."""
        once = chances[:, self._once]
        found: Floats = np.minimum(once.sum(0) - once, MOST_AGAIN)
        return found

    def _add_calls(self, scores: Floats, chances: Floats, words: Words) -> None:
        """A word with a preposition depends as an object on what calls for that preposition."""
        if not {CALLED_FOR, CASE} <= self._number.keys():
            return
        lemmas = self._whole_lemmas(chances, words)
        for word, place in self._marked(chances, CASE):
            preposition = words.forms[place].lower()
            found = [self._calls(lemma, preposition) for lemma in lemmas]
            scores[word, self._number[CALLED_FOR], 1:] += CALLING * np.array(found, np.float32)

    def _whole_lemmas(self, chances: Floats, words: Words) -> list[str]:
        lemmas = list(words.lemmas)
        if PARTICLE in self._number:
            for word, place in self._marked(chances, PARTICLE):
                lemmas[word] = words.forms[place].lower() + lemmas[word]
        return lemmas

    def _marked(self, chances: Floats, relation: str) -> list[tuple[int, int]]:
        """Words with the place of what most likely depends on them in a relation."""
        found = chances[:, self._number[relation], 1:]
        places = found.argmax(0)
        likely = found[places, np.arange(len(places))] > MARKED
        return [(word, int(places[word])) for word in np.flatnonzero(likely).tolist()]

    def _add_rule(self, scores: Floats, heads: Places, words: Words) -> None:
        """Marks hang where the rule has them, given the heads of the words."""
        if PUNCTUATION not in self._number or not any(words.marks) or all(words.marks):
            return
        ruled = _without_marks(heads, words.marks)
        punctuation.attach(words.forms, words.marks, ruled)
        for mark in np.flatnonzero(words.marks).tolist():
            scores[mark, self._number[PUNCTUATION], ruled[mark] + 1] += RULED


def best_tree(scores: Floats) -> tuple[Places, Places]:
    """The heads of the tree with the highest sum and the numbers of their relations."""
    heads = tree.heads(scores.max(1))
    return heads, scores[np.arange(len(heads)), :, heads].argmax(1)


def _barred(arcs: Floats) -> Floats:
    """Arcs without those from a word to itself."""
    own = arcs.copy()
    np.fill_diagonal(own[:, 1:], -np.inf)
    return own


def log_chances(logits: Floats, axis: int) -> Floats:
    """The logarithms of what logits say of chances."""
    shifted = logits - logits.max(axis, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(axis, keepdims=True))
    return found


def _crossed(chances: Floats) -> Floats:
    """How many arcs each arc is likely to cross, both as (n, n + 1); those from the root are let be."""
    size = len(chances)
    between = chances[:, 1:] + chances[:, 1:].T
    sums = np.zeros((size + 1, size + 1), chances.dtype)
    sums[1:, 1:] = between.cumsum(0).cumsum(1)

    def arcs(first: Places, end: Places, other_first: Places | int, other_end: Places | int) -> Floats:
        """Arcs that have an end in each of two stretches of words."""
        upper = sums[end, other_end] - sums[end, other_first]
        found: Floats = upper - sums[first, other_end] + sums[first, other_first]
        return found

    words = np.arange(size)
    left, right = np.minimum.outer(words, words), np.maximum.outer(words, words)
    inner = np.minimum(left + 1, right)
    crossed = np.empty_like(chances)
    crossed[:, 1:] = arcs(inner, right, 0, left) + arcs(inner, right, right + 1, size)
    crossed[:, 0] = arcs(np.zeros_like(words), words, words + 1, size)
    return crossed


def _without_marks(heads: Places, marks: list[bool]) -> dict[int, int]:
    """The heads of the words, counted from 0 and -1 for roots: below a mark they hang from what that hangs from."""
    found = {}
    for word in np.flatnonzero(~np.array(marks)).tolist():
        head = int(heads[word])
        while head > 0 and marks[head - 1]:
            head = int(heads[head - 1])
        found[word] = head - 1
    return found
