"""A sentence that only says what the one before it comes to."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import find_events
from akkoord.reading.frames.wants import find_wants

Parsed = Callable[..., Doc]
DEMAND = "Oslo|=|PROPN|2|nsubj eist|eisen|VERB|0|ROOT|fin steun|=|NOUN|2|obj .|=|PUNCT|2|punct"
TELLING = "Oslo|=|PROPN|2|nsubj viert|vieren|VERB|0|ROOT|fin feest|=|NOUN|2|obj .|=|PUNCT|2|punct"
MEANING = (
    "{subject}|=|PRON|2|nsubj betekent|betekenen|VERB|0|ROOT|fin dat|=|SCONJ|6|mark Riga|=|PROPN|6|nsubj "
    "troepen|=|NOUN|6|obj terugtrekt|terugtrekken|VERB|2|ccomp|fin .|=|PUNCT|2|punct"
)


def wanted(doc: Doc) -> list[tuple[str, str]]:
    """Who wants, and what."""
    return [
        (doc[h].text, " ".join(doc[i].text for i in hit.target))
        for hit in find_wants(doc)
        for h in hit.holders
    ]


@pytest.mark.parametrize("subject", ["Dat", "Dit"])
def test_what_a_want_comes_to_is_wanted_too(parsed: Parsed, subject: str) -> None:
    doc = parsed(DEMAND, MEANING.format(subject=subject))
    assert wanted(doc) == [("Oslo", "steun"), ("Oslo", "dat Riga troepen terugtrekt")]


@pytest.mark.parametrize(("before", "subject"), [(TELLING, "Dat"), (DEMAND, "Zij")])
def test_nothing_is_wanted_where_no_want_is_explained(parsed: Parsed, before: str, subject: str) -> None:
    doc = parsed(before, MEANING.format(subject=subject))
    assert all("terugtrekt" not in what for _, what in wanted(doc))


@pytest.mark.parametrize(("before", "reality"), [(DEMAND, "hypothetical"), (TELLING, "actual")])
def test_what_explains_is_as_real_as_what_it_explains(parsed: Parsed, before: str, reality: str) -> None:
    doc = parsed(before, MEANING.format(subject="Dat"))
    assert [hit.reality for hit in find_events(doc) if hit.type == "RETREAT"] == [reality]


def test_a_first_sentence_explains_nothing(parsed: Parsed) -> None:
    assert wanted(parsed(MEANING.format(subject="Dat"))) == []


def test_a_particle_before_a_clause_is_its_verbs(parsed: Parsed) -> None:
    doc = parsed(
        DEMAND,
        "Dat|=|PRON|2|nsubj houdt|houden|VERB|0|ROOT|fin in|=|ADP|6|case dat|=|SCONJ|6|mark Riga|=|PROPN|6|nsubj "
        "vertrekt|vertrekken|VERB|2|ccomp|fin .|=|PUNCT|2|punct",
    )
    assert wanted(doc) == [("Oslo", "steun"), ("Oslo", "dat Riga vertrekt")]
