"""Which of a word's likeliest arcs is preferred, by what words of such kinds do in newspapers: a second look at a tree.

Takes a sentence's scores of arcs and relations with the tree that they make; gives the scores with what speaks for and
against the arcs that are nearly as likely as a word's best. The weights are learned on gold trees that the network had
not learned from (`training/preferences.py`), and kept as `preferences.json` in the model folder.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from akkoord.language.network import Floats, Places

FILE = "preferences.json"
CLOSE = 4.0  # logits below a word's best arc within which others are looked at
MOST = 6  # arcs of a word that are looked at
FUNCTION = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX", "ADV", "NUM"})  # whose forms count
FAR = ((1, "1"), (2, "2"), (3, "3"), (6, "4-6"), (11, "7-11"))  # words away, and how that is called
FARTHEST = "12"
MANY = 2  # verbs in between at most
Arc = tuple[int, int]  # number of a relation, head: 0 the root, j + 1 word j


@dataclass(frozen=True)
class Tree:
    """A sentence as the arcs of a word are looked at: forms, parts of speech, and the likeliest tree so far."""

    forms: list[str]
    upos: list[str]
    heads: list[int]
    relations: list[str]

    @cached_property
    def cases(self) -> list[str]:
        """The preposition of each word, if any."""
        found = [""] * len(self.forms)
        for word, (head, relation) in enumerate(zip(self.heads, self.relations, strict=True)):
            if relation == "case" and head and not found[head - 1]:
                found[head - 1] = self.forms[word].lower()
        return found

    def features(self, word: int, relation: str, head: int) -> list[str]:
        """What an arc is like."""
        own, above = self.upos[word], self.upos[head - 1] if head else "ROOT"
        case = self.cases[word]
        found = [
            relation,
            f"{relation} {own}",
            f"{relation} of {above}",
            f"{above} {own} {self._distance(word, head)}",
            f"{relation} with {case}",
            f"{relation} with {case} of {above}",
        ]
        if own in FUNCTION:
            form = self.forms[word].lower()
            found += [f"{relation} as {form}", f"{relation} as {form} of {above}"]
        if head:
            first, last = sorted((word, head - 1))
            verbs = self.upos[first + 1 : last].count("VERB")
            found += [f"{relation} past {min(verbs, MANY)}", f"{relation} in {self.relations[head - 1]}"]
        return found

    def _distance(self, word: int, head: int) -> str:
        if not head:
            return "root"
        away = head - 1 - word
        side = "after" if away > 0 else "before"
        return f"{side} {next((name for most, name in FAR if abs(away) <= most), FARTHEST)}"


class Preferences:
    """Weights of features, and how much the network's own scores count beside them."""

    def __init__(self, weights: Mapping[str, float], trust: float) -> None:
        self._weights, self._trust = weights, trust

    @classmethod
    def load(cls, folder: Path) -> "Preferences | None":
        """Those of a model folder; none where it has none."""
        path = folder / FILE
        if not path.exists():
            return None
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(stored["weights"], stored["trust"])

    def weighed(self, scores: Floats, tree: Tree, deprel: list[str]) -> Floats:
        """Scores (words, relations, heads) with what is preferred."""
        found: Floats = scores * self._trust
        for word, arcs in enumerate(wavering(scores)):
            for relation, head in arcs if len(arcs) > 1 else ():
                names = tree.features(word, deprel[relation], head)
                found[word, relation, head] += sum(self._weights.get(name, 0.0) for name in names)
        return found


def wavering(scores: Floats) -> list[list[Arc]]:
    """For each word its best arc and those that are nearly as likely, the likeliest first."""
    rows = scores.reshape(len(scores), -1)
    close = rows >= rows.max(1, keepdims=True) - CLOSE
    found = []
    for word, row in enumerate(rows):
        places = np.flatnonzero(close[word])
        best: Places = places[np.argsort(-row[places], kind="stable")][:MOST]
        found.append([divmod(place, scores.shape[2]) for place in best.tolist()])
    return found
