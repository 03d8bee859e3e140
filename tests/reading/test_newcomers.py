from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest
from tests.reading.made import made

from akkoord.reading.actors import code_of
from akkoord.reading.newcomers import newcomers
from akkoord.reading.signals import Signals

DAY = date(2022, 3, 1)


def tagged(text: str, bodies: Collection[str]) -> Signals:
    """Signals in which these words are tagged as names of bodies."""
    signals = made(text, {})
    names = ["ORG" if signals.form(i) in bodies else name for i, name in enumerate(signals.names)]
    return replace(signals, names=names)


def code(text: str, phrase: str, *bodies: str) -> str | None:
    found = code_of(phrase.split(), DAY, newcomers(tagged(text, bodies), DAY).book)
    return str(found) if found else None


def test_a_name_tagged_as_a_bodys_is_one_behind_a_role_and_in_a_compound_too() -> None:
    text = "Later kocht Veldron een fabriek."
    for phrase in ("Veldron", "een woordvoerder van Veldron", "Veldron-topman Arend Smit"):
        assert (code(text, phrase, "Veldron") or "").startswith("ORG:Veldron")
    assert code(text, "Veldron") is None


@pytest.mark.parametrize(
    "text", ["De chipfabrikant Veldron wil praten.", "Veldron, een chipfabrikant uit Minsk, wil praten."]
)
def test_a_noun_says_that_a_name_is_a_bodys_and_of_which_sector(text: str) -> None:
    assert code(text, "Veldron") == "ORG:Veldron/BUS"


def test_the_sector_is_that_of_the_noun_by_which_the_report_calls_it_elsewhere() -> None:
    assert code("Veldron zwijgt. Het concern wacht af.", "Veldron", "Veldron") == "ORG:Veldron/BUS"


def test_letters_in_brackets_and_the_first_word_stand_for_the_whole_name() -> None:
    bodies = ("Verbeke", "Metaal", "Combinatie", "VMC")
    text = "De Verbeke Metaal Combinatie (VMC) zwijgt. Later sprak Verbeke toch."
    assert {code(text, name, *bodies) for name in ("Verbeke Metaal Combinatie", "VMC", "Verbeke")} == {
        "ORG:VMC"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Hij woont in Veldron.",
        "De premier Veldron kwam.",
        "Jussi Veldron kwam.",
        "De minister van Werk en Veldron kwam.",
    ],
)
def test_a_place_a_person_or_the_field_of_an_office_is_no_body(text: str) -> None:
    assert code(text, "Veldron", "Veldron") is None


def test_what_the_lexicon_knows_stays_what_it_is() -> None:
    assert code("De Finland kwam.", "Finland", "Finland") == "FIN"
    assert code("Later zweeg Financiën.", "Financiën", "Financiën") is None


def test_a_body_that_the_lexicon_knows_is_no_newcomer_though_letters_stand_behind_it() -> None:
    text = "De Rapid Support Forces (RSF) zwijgen."
    assert code(text, "RSF", "Rapid", "Support", "Forces", "RSF") == "ORG:RSF/REB"
