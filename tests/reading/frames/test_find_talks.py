"""Which status a text gives talks that it names by a noun."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import find_talks

Parsed = Callable[..., Doc]

OBJECT = (
    "Riga|=|PROPN|2|nsubj {verb}|VERB|0|ROOT|fin het|=|DET|4|det overleg|=|NOUN|2|obj {rest}.|=|PUNCT|2|punct"
)
SUBJECT = "Het|het|DET|2|det overleg|=|NOUN|3|nsubj {verb}|VERB|0|ROOT|fin {rest}.|=|PUNCT|3|punct"
NOT = "niet|=|ADV|{head}|advmod "


def status(doc: Doc) -> str | None:
    """The status of the only talks of a text; none where it gives none."""
    return next((hit.status for hit in find_talks(doc)), None)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("schrapt|schrappen", "cancelled"),
        ("weigert|weigeren", "refused"),
        ("eist|eisen", "proposed"),
        ("hervat|hervatten", "held"),
        ("ziet|zien", None),
    ],
)
def test_the_predicate_gives_the_status(parsed: Parsed, verb: str, expected: str | None) -> None:
    assert status(parsed(OBJECT.format(verb=verb, rest=""))) == expected


def test_what_is_not_refused_is_proposed(parsed: Parsed) -> None:
    assert status(parsed(OBJECT.format(verb="weigert|weigeren", rest=NOT.format(head=2)))) == "proposed"


def test_what_does_not_begin_is_cancelled_but_what_did_not_last_was_held(parsed: Parsed) -> None:
    rest = NOT.format(head=3)
    assert status(parsed(SUBJECT.format(verb="begint|beginnen", rest=rest))) == "cancelled"
    assert status(parsed(SUBJECT.format(verb="duurt|duren", rest=rest))) == "held"


def test_what_comes_after_talks_presumes_them(parsed: Parsed) -> None:
    doc = parsed(
        "Na|na|ADP|3|case het|=|DET|3|det overleg|=|NOUN|4|obl zweeg|zwijgen|VERB|0|ROOT|past "
        "Riga|=|PROPN|4|nsubj .|=|PUNCT|4|punct"
    )
    assert status(doc) == "held"


def test_a_word_beside_the_noun_gives_the_status_where_no_predicate_does(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj ziet|zien|VERB|0|ROOT|fin het|=|DET|5|det geplande|gepland|ADJ|5|amod "
        "overleg|=|NOUN|2|obj .|=|PUNCT|2|punct"
    )
    assert status(doc) == "planned"
