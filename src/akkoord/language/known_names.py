"""Names that were seen before, and what they were the name of: what speaks for that where they stand again.

Takes the words of a text, gives what to add to the network's logits of names. The names are those of annotated
sentences (`training/names.py`), kept as `names.json` in the model folder, and those of the lists beside it, one for
each kind (`names/PER.txt`), which people write.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
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
LISTED = 8.0  # how often a name of a list counts as seen as what it is
ENDINGS = ("'s", "s", "'")  # of what belongs to the named one
SHORTEST = 3  # letters of a word in front of such an ending
# by the words of a name: how often as a name of which kind, or as none
Seen = Mapping[tuple[str, ...], Mapping[str, float]]


class KnownNames:
    """`seen` are the names, `labels` the begin-inside labels of the logits."""

    def __init__(self, seen: Seen, labels: Sequence[str]) -> None:
        self._seen = seen
        self._labels = labels
        self._longest: dict[str, int] = {}
        for words in self._seen:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        self._credits: dict[tuple[str, ...], Floats] = {}

    @classmethod
    def load(cls, folder: Path, labels: Sequence[str]) -> "KnownNames":
        """Read `names.json` and the lists of a model folder; a folder without knows no names."""
        path = folder / FILE
        counted = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        seen = {tuple(name.split(" ")): dict(kinds) for name, kinds in counted.items()}
        for name, kinds in listed(folder / LISTS).items():
            own = seen.setdefault(name, {})
            for kind in kinds:
                own[kind] = own.get(kind, 0) + LISTED / len(kinds)
        return cls(seen, labels)

    def credit(self, forms: Sequence[str]) -> Floats:
        """What speaks for each label of each word: logits (words, labels), 0 where no known name stands."""
        found = np.zeros((len(forms), len(self._labels)), np.float32)
        for first, name in self._standing(forms):
            if name not in self._credits:
                self._credits[name] = self._of(self._seen[name])
            begin, inside = self._credits[name]
            found[first] = begin
            found[first + 1 : first + len(name)] = inside
        return found

    def within(self, forms: Sequence[str]) -> NDArray[np.bool_]:
        """Which words are in the middle or at the end of a known name."""
        found = np.zeros(len(forms), bool)
        for first, name in self._standing(forms):
            found[first + 1 : first + len(name)] = True
        return found

    def _standing(self, forms: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The places where known names stand, the longest ones, each with the name."""
        word = 0
        while word < len(forms):
            name = self._at(forms, word)
            if name is not None:
                yield word, name
            word += len(name) if name is not None else 1

    def _at(self, forms: Sequence[str], first: int) -> tuple[str, ...] | None:
        """The longest known name that begins at a word, as it is known."""
        longest = min(self._longest.get(forms[first], 1), len(forms) - first)
        for length in range(longest, 0, -1):
            for last in _bare(forms[first + length - 1]):
                name = (*forms[first : first + length - 1], last)
                if name in self._seen:
                    return name
        return None

    def _of(self, kinds: Mapping[str, float]) -> Floats:
        """What a name that was seen so speaks for: logits of its first word and of those that follow (2, labels)."""
        times = sum(kinds.values()) + DOUBTED
        odds = {
            kind: math.log((kinds.get(kind, 0) + DOUBTED * share) / times / share)
            for kind, share in AT_FIRST.items()
        }
        elsewhere = math.log(DOUBTED / times)  # of a name that begins within, or before
        begin = {f"B-{kind}": chance for kind, chance in odds.items()} | {NAMELESS: odds[NAMELESS]}
        inside = {f"I-{kind}": chance for kind, chance in odds.items()} | {NAMELESS: odds[NAMELESS]}
        rows = [[row.get(label, elsewhere) for label in self._labels] for row in (begin, inside)]
        return WEIGHT * np.array(rows, np.float32)


def listed(folder: Path) -> dict[tuple[str, ...], list[str]]:
    """The names of the lists in a folder, cut into words, each with the kinds that it is listed as."""
    found: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            # letters and blanks alone need no scanner, which would take half of the time to load
            words = line.split(" ") if PLAIN(line) else cut(line)[0]
            found.setdefault(tuple(words), []).append(path.stem)
    return found


def _bare(form: str) -> Iterator[str]:
    """A word as it stands, then without the ending of what belongs to somebody."""
    yield form
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) >= SHORTEST + len(ending):
            yield form.removesuffix(ending)
