"""Names that were seen before, and what they were the name of: what speaks for that where they stand again.

Takes the words of a text, gives what to add to the network's logits of names. The names are those of annotated
sentences (`training/names.py`), kept as `names.json` in the model folder, and those of the lists beside it, one for
each kind (`names/PER.txt`), which people write.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from akkoord.language.decode import NAMELESS
from akkoord.language.network import Floats
from akkoord.language.words import cut

FILE = "names.json"
LISTS = "names"
# the share of each kind among what may be a name, before a name is known
AT_FIRST = {"PER": 0.2, "ORG": 0.2, "LOC": 0.2, "NORP": 0.15, "MISC": 0.15, NAMELESS: 0.1}
DOUBTED = 3.0  # how often each name is taken to have been seen without its kind being known
WEIGHT = 1.5
PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*").fullmatch  # a name that blanks alone cut into words
PART = 0.5  # share of what speaks for a kind, for a name that may be the end of a longer one of that kind
LISTED = 8.0  # how often a name of a list counts as seen as what it is
ENDINGS = ("'s", "s", "'")  # of what belongs to the named one
SHORTEST = 3  # letters of a word in front of such an ending
# by a name, its words with a blank between: how often it was seen as which kind, or as none
Counted = Mapping[str, Mapping[str, float]]
Listed = Mapping[str, Sequence[str]]  # by a name: the kinds of the lists that it is on


class KnownNames:
    """Names that were counted and names of lists; `labels` are the begin-inside labels of the logits."""

    def __init__(self, counted: Counted, listed: Listed, labels: Sequence[str]) -> None:
        self._counted = counted
        self._listed = listed
        self._labels = labels
        self._longest: dict[str, int] = {}
        for name in chain(counted, listed):
            first, _, rest = name.partition(" ")
            size = rest.count(" ") + 2 if rest else 1
            if size > self._longest.get(first, 0):
                self._longest[first] = size
        self._credits: dict[str, Floats] = {}

    @classmethod
    def load(cls, folder: Path, labels: Sequence[str]) -> "KnownNames":
        """Read `names.json` and the lists of a model folder; a folder without knows no names."""
        path = folder / FILE
        counted = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return cls(counted, listed(folder / LISTS), labels)

    def credit(self, forms: Sequence[str]) -> Floats:
        """What speaks for each label of each word: logits (words, labels), 0 where no known name stands."""
        found = np.zeros((len(forms), len(self._labels)), np.float32)
        for first, end, name in self._standing(forms):
            if name not in self._credits:
                self._credits[name] = self._of(self._kinds(name))
            begin, inside, within = self._credits[name]
            found[first] = within if first and forms[first - 1][:1].isupper() else begin
            found[first + 1 : end] = inside
        return found

    def knows(self, name: str) -> bool:
        """Whether words, with a blank between, are a known name."""
        return name in self._listed or name in self._counted

    def within(self, forms: Sequence[str]) -> NDArray[np.bool_]:
        """Which words are in the middle or at the end of a known name."""
        found = np.zeros(len(forms), bool)
        for first, end, _ in self._standing(forms):
            found[first + 1 : end] = True
        return found

    def _standing(self, forms: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The places where known names stand, the longest ones: first word, end, the name as it is known."""
        word = 0
        while word < len(forms):
            end, name = self._at(forms, word)
            if name:
                yield word, end, name
            word = end

    def _at(self, forms: Sequence[str], first: int) -> tuple[int, str]:
        """The end of the longest known name that begins at a word, and the name; without one the next word."""
        longest = min(self._longest.get(forms[first], 1), len(forms) - first)
        for end in range(first + longest, first, -1):
            for last in _bare(forms[end - 1]):
                name = " ".join((*forms[first : end - 1], last))
                if self.knows(name):
                    return end, name
        return first + 1, ""

    def _kinds(self, name: str) -> dict[str, float]:
        """How often a name counts as seen as each kind."""
        found = dict(self._counted.get(name, {}))
        kinds = self._listed.get(name, ())
        for kind in kinds:
            found[kind] = found.get(kind, 0) + LISTED / len(kinds)
        return found

    def _of(self, kinds: Mapping[str, float]) -> Floats:
        """What a name that was seen so speaks for: logits of its first word, of those that follow, and of the first
        behind a capital, where it may be part of a longer name (3, labels)."""
        times = sum(kinds.values()) + DOUBTED
        odds = {
            kind: math.log((kinds.get(kind, 0) + DOUBTED * share) / times / share)
            for kind, share in AT_FIRST.items()
        }
        elsewhere = math.log(DOUBTED / times)  # of a name that begins within, or before
        begin = {f"B-{kind}": chance for kind, chance in odds.items()} | {NAMELESS: odds[NAMELESS]}
        inside = {f"I-{kind}": chance for kind, chance in odds.items()} | {NAMELESS: odds[NAMELESS]}
        part = {f"I-{kind}": PART * max(chance, 0.0) for kind, chance in odds.items()}
        rows = [
            [row.get(label, elsewhere) for label in self._labels] for row in (begin, inside, begin | part)
        ]
        return WEIGHT * np.array(rows, np.float32)


def listed(folder: Path) -> dict[str, Sequence[str]]:
    """The names of the lists in a folder, as the scanner cuts them into words, each with the kinds it is listed as."""
    found: dict[str, Sequence[str]] = {}
    for path in sorted(folder.glob("*.txt")):
        kind = (path.stem,)
        for line in path.read_text(encoding="utf-8").splitlines():
            # letters and blanks alone need no scanner, which would take half of the time to load
            name = line if PLAIN(line) else " ".join(cut(line)[0])
            found[name] = (*found[name], *kind) if name in found else kind
    return found


def _bare(form: str) -> Iterator[str]:
    """A word as it stands, then without the ending of what belongs to somebody."""
    yield form
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) >= SHORTEST + len(ending):
            yield form.removesuffix(ending)
