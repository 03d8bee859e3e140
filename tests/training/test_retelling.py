"""Reports told otherwise; needs what only training installs (`make train`)."""

import random

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")
pytest.importorskip("faker", reason="faker is in the environment for training only")

from training.gold import BIO, LINKS, GoldReport
from training.retelling import HIDDEN, Retelling, elsewhere, pointed, states

TEXT = (
    "President Alvar zei dat Rusland wijkt . Later beschuldigde Alvar de Russen van Alvars val . "
    "Rusland ontkent tegenover Alvar ."
)
WORDS = TEXT.split()
ALVAR, RUSSIA = [(0, 1), (9, 9), (13, 13), (19, 19)], [(4, 4), (16, 16)]
RUSSIANS = (10, 11)
UNKNOWN = 3


def letters(word: str, after_space: bool) -> list[int]:
    return [ord(c) for c in word]


def report() -> GoldReport:
    """A president named four times, a state twice; "zei" has a source and words that are said."""
    row = [0] * len(WORDS)
    for first, last in (*ALVAR, *RUSSIA, RUSSIANS):
        row[first : last + 1] = [BIO.index("B")] + [BIO.index("I")] * (last - first)
    links: dict[str, dict[int, dict[int, int]]] = {kind: {} for kind in LINKS}
    for same in (ALVAR, RUSSIA):
        for own in same:
            others = [i for first, last in same if (first, last) != own for i in range(first, last + 1)]
            links["same"][own[0]] = dict.fromkeys(others, 1)
    links["same"][RUSSIANS[0]] = {4: 1}
    links["source"] = {2: {0: 1, 1: 1}}
    links["said"] = {i: {2: 1} if i in (3, 4, 5) else {} for i in range(len(WORDS))}
    offsets = [(i, i + 1) for i in range(len(WORDS))]
    return GoldReport(list(WORDS), [True] * len(WORDS), offsets, {"actor": row}, links)


def mentions(told: GoldReport) -> list[str]:
    """The words of each mention."""
    found: list[list[str]] = []
    for token, mark in zip(told.tokens, told.labels["actor"], strict=True):
        if mark == BIO.index("B"):
            found.append([token])
        elif mark == BIO.index("I"):
            found[-1].append(token)
    return [" ".join(words) for words in found]


def test_elsewhere_is_one_other_state_and_person_all_through() -> None:
    told = elsewhere(report(), random.Random(4))
    assert (told.labels, told.links) == (report().labels, report().links)
    changed = {old: new for old, new in zip(WORDS, told.tokens, strict=True) if old != new}
    assert (
        changed.keys() <= {"Rusland", "Russen", "Alvar", "Alvars"}
        and changed["Alvars"] == changed["Alvar"] + "s"
    )
    state, _ = states().of[changed["Rusland"]]
    assert states().of[changed["Russen"]][0] == state


def test_a_pronoun_stands_for_whom_the_report_has_named_before() -> None:
    seen = set()
    for chance in range(300):
        told = pointed(report(), random.Random(chance))
        assert len(told.tokens) == len(told.spaces) == len(told.offsets) == len(told.labels["actor"])
        found = mentions(told)
        assert len(found) == len(ALVAR) + len(RUSSIA) + 1
        assert found[:2] == ["President Alvar", "Rusland"]
        seen |= set(found) - {"President Alvar", "Rusland", "Alvar", "de Russen", "Alvars"}
    assert seen >= {"hij", "hem", "zijn", "zij", "haar", "Het land", "Dat land"}


def test_links_follow_the_words() -> None:
    for chance in range(100):
        told = pointed(report(), random.Random(chance))
        cue = told.tokens.index("zei")
        assert [told.tokens[i] for i in told.links["source"][cue]] == ["President", "Alvar"]
        assert [told.tokens[i] for i, cues in told.links["said"].items() if cue in cues] == [
            "dat",
            "Rusland",
            "wijkt",
        ]
        assert len(told.links["said"]) == len(told.tokens)
        for anchor, members in told.links["same"].items():
            assert told.labels["actor"][anchor] == BIO.index("B")
            assert all(told.labels["actor"][member] for member in members)


def test_some_words_cannot_be_seen() -> None:
    hiding = Retelling(letters, UNKNOWN).hiding(random.Random(1))
    hidden = sum(hiding("Ja", True) == [UNKNOWN] for _ in range(5000))
    assert 0.7 * HIDDEN < hidden / 5000 < 1.3 * HIDDEN


def test_the_same_chance_tells_the_same() -> None:
    tell = Retelling(letters, UNKNOWN)
    assert tell(report(), random.Random(9)) == tell(report(), random.Random(9))
