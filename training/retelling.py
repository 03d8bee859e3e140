"""The same reports told otherwise in each pass: other states and persons, pronouns for names, words that can't be seen.

Takes a report with its labels and gives one whose labels fit the new words. So the heads learn how reports are built
rather than who was in a few dozen of them, and whom a pronoun means wherever the report itself has said the name.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from akkoord.reading.actors.lexicon import Kind, all_entries
from training.gold import BIO, GoldReport
from training.variation import persons
from training.windows import Encode

MOVED, POINTED, HIDDEN = 0.5, 0.12, 0.04  # chance of a report, of a mention, of a word
NEAR = 60  # words back to the last mention, at most, for a pronoun to stand for it
BEGINNING = frozenset(".?!:”’\"'…")  # a word after these may begin a sentence
AFTER = frozenset(
    [
        "aan",
        "achter",
        "bij",
        "door",
        "in",
        "jegens",
        "met",
        "naar",
        "namens",
        "naast",
        "om",
        "op",
        "over",
        "rond",
        "tegen",
        "tegenover",
        "tot",
        "uit",
        "van",
        "voor",
    ]
)
LANDS, FOLK = (("het", "land"), ("dat", "land")), ("zij", "ze")
WOMAN = 0.2  # share of persons
MEN, WOMEN = ("hij", "hem", "zijn"), ("zij", "haar", "haar")  # who acts, after a preposition, whose
ARTICLES = frozenset({"de", "het", "een", "De", "Het", "Een"})
FORMS: dict[Kind, int] = {"state": 1, "adjective": 2, "people": 2, "capital": 1}

Links = dict[str, dict[int, dict[int, int]]]
Splice = tuple[int, int, list[str]]  # from a word up to another: these instead


@dataclass(frozen=True)
class Retelling:
    """How each report is told; called with a source of chance it gives another telling."""

    encode: Encode
    unknown: int

    def __call__(self, report: GoldReport, rng: random.Random) -> GoldReport:
        told = pointed(report, rng)
        return elsewhere(told, rng) if rng.random() < MOVED else told

    def hiding(self, rng: random.Random) -> Encode:
        """Pieces of words, some of which can't be seen."""
        return lambda word, spaced: [self.unknown] if rng.random() < HIDDEN else self.encode(word, spaced)


def elsewhere(report: GoldReport, rng: random.Random) -> GoldReport:
    """The report with other states and persons, each the same one all through; labels stay."""
    forms, persons_here = states(), _persons(report)
    lands: dict[str, dict[Form, str]] = {}
    called: dict[str, str] = {}
    told = []
    for token in report.tokens:
        if found := forms.of.get(token):
            state, form = found
            land = lands.setdefault(state, forms.whole[rng.choice(sorted(forms.whole))])
            told.append(land[form])
        elif (name := token if token in persons_here else token.removesuffix("s")) in persons_here:
            new = called.setdefault(name, rng.choice(rng.choice(persons())[1]))
            told.append(new + token.removeprefix(name))
        else:
            told.append(token)
    return GoldReport(told, report.spaces, report.offsets, report.labels, report.links)


Form = tuple[Kind, int]


@dataclass(frozen=True)
class States:
    """One-word names of states: `of` has a word's state and form, `whole` the words of states that have all forms."""

    of: dict[str, tuple[str, Form]]
    whole: dict[str, dict[Form, str]]


@cache
def states() -> States:
    """The first name, adjective in two forms, inhabitant, inhabitants and capital of each state."""
    words: dict[str, dict[Form, str]] = defaultdict(dict)
    counts: Counter[tuple[str, Kind]] = Counter()
    for entry, text in sorted(all_entries(), key=lambda known: known[0].source != "CLDR"):
        if entry.source in ("states", "CLDR") and " " not in text:
            state = entry.code.party
            number = counts[state, entry.kind]
            counts[state, entry.kind] += 1
            if number < FORMS.get(entry.kind, 0):
                words[state][entry.kind, number] = text
    of = {word: (state, form) for state, forms in words.items() for form, word in forms.items()}
    full = sum(FORMS.values())
    return States(of, {state: forms for state, forms in words.items() if len(forms) == full})


def _persons(report: GoldReport) -> set[str]:
    """Last names: the last words of mentions that tell an office or a first name before it."""
    found = set()
    for mention in _mentions(report):
        *before, last = (report.tokens[i] for i in mention)
        told = [word for word in before if word not in ARTICLES]
        if told and _is_name(last) and _may_precede(told[-1]) and last not in states().of:
            found.add(last)
    return found - {word for word in found if word.lower() in report.tokens}


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower() and len(word) > 2


def _may_precede(word: str) -> bool:
    """Whether a last name can stand after it: a first name or an office, no adjective of a body's name."""
    return word not in AFTER and (word.islower() or (_is_name(word) and not word.endswith("e")))


def _mentions(report: GoldReport) -> Iterator[list[int]]:
    """The words of each mention that stands for somebody."""
    row = report.labels["actor"]
    for first in report.links["same"]:
        end = first + 1
        while end < len(row) and row[end] == BIO.index("I"):
            end += 1
        yield list(range(first, end))


def pointed(report: GoldReport, rng: random.Random) -> GoldReport:
    """The report with pronouns and "het land" for some names that the same one was called by shortly before."""
    splices: list[Splice] = []
    women = {name for name in sorted(_persons(report)) if rng.random() < WOMAN}
    for mention in _mentions(report):
        near = [m for m in report.links["same"][mention[0]] if 0 < mention[0] - m < NEAR]
        if near and rng.random() < POINTED and (words := _pointing(report, mention, women, rng)):
            if mention[0] == 0 or report.tokens[mention[0] - 1] in BEGINNING:
                words = [words[0].capitalize(), *words[1:]]
            splices.append((mention[0], mention[-1] + 1, words))
    return spliced(report, splices) if splices else report


def _pointing(report: GoldReport, mention: list[int], women: set[str], rng: random.Random) -> list[str]:
    """What can stand for a mention; nothing where it is neither a person by name nor a state or its people."""
    last = report.tokens[mention[-1]]
    before = report.tokens[mention[0] - 1].lower() if mention[0] else ""
    bare = last.removesuffix("s") if last not in _persons(report) else last
    if bare in _persons(report):
        he, him, his = WOMEN if bare in women else MEN
        return [his if bare != last else him if before in AFTER else he]
    _, (kind, number) = states().of.get(last, ("", ("name", 0)))
    if kind == "state" and len(mention) == 1:
        return list(rng.choice(LANDS))
    if (kind, number) == ("people", 1):
        return ["hen" if before in AFTER else rng.choice(FOLK)]
    return []


def spliced(report: GoldReport, splices: list[Splice]) -> GoldReport:
    """The report with other words in some places, which take over labels and links of those they stand for."""
    tokens: list[str] = []
    kept: list[int] = []  # by new word the old one whose labels it has
    at: list[list[int]] = [[] for _ in report.tokens]  # by old word the new ones
    starts = {start: (end, words) for start, end, words in splices}
    i = 0
    while i < len(report.tokens):
        end, words = starts.get(i, (i + 1, [report.tokens[i]]))
        new = list(range(len(tokens), len(tokens) + len(words)))
        at[i:end] = [new] * (end - i)
        tokens += words
        kept += [i] * len(words)
        i = end
    spaces = [True] * len(tokens)
    for old, new in enumerate(at):
        spaces[new[-1]] = report.spaces[old]
    labels = {head: [row[old] for old in kept] for head, row in report.labels.items()}
    for start in starts:
        for second in at[start][1:]:
            labels["actor"][second] = BIO.index("I")
    offsets = [report.offsets[old] for old in kept]
    return GoldReport(tokens, spaces, offsets, labels, _moved(report.links, at))


def _moved(links: Links, at: list[list[int]]) -> Links:
    """Links by the new words. What is said is linked word by word, other anchors are the first words of something."""
    found: Links = {}
    for kind, anchors in links.items():
        found[kind] = {}
        for anchor, members in anchors.items():
            moved = {new: group for old, group in members.items() for new in at[old]}
            for new in at[anchor] if kind == "said" else at[anchor][:1]:
                found[kind].setdefault(new, moved)
    return found
