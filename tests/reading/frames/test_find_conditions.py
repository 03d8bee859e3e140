from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import find_conditions

Parsed = Callable[..., Doc]

STEUNT = "Riga|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin Vilnius|=|PROPN|2|obj ,|=|PUNCT|{last}|punct "


def parts(doc: Doc) -> list[tuple[str, str, str]]:
    """Requirement, cue and consequence of each condition."""
    words = [token.text for token in doc if not token.is_space]
    return [
        tuple(" ".join(words[i] for i in part) for part in (hit.requirement, hit.cue, hit.consequence))  # type: ignore[misc]
        for hit in find_conditions(doc)
    ]


def test_clause_after_its_consequence(parsed: Parsed) -> None:
    doc = parsed(
        STEUNT.format(last=7)
        + "mits|=|SCONJ|7|mark het|=|PRON|7|nsubj wacht|wachten|VERB|2|advcl|fin .|=|PUNCT|2|punct"
    )
    assert parts(doc) == [("het wacht", "mits", "Riga steunt Vilnius")]


def test_clause_before_its_consequence(parsed: Parsed) -> None:
    doc = parsed(
        "Als|als|SCONJ|3|mark Riga|=|PROPN|3|nsubj wacht|wachten|VERB|6|advcl|fin "
        ",|=|PUNCT|3|punct dan|=|ADV|6|advmod "
        "steunt|steunen|VERB|0|ROOT|fin Vilnius|=|PROPN|6|nsubj Tallinn|=|PROPN|6|obj .|=|PUNCT|6|punct"
    )
    assert parts(doc) == [("Riga wacht", "Als", "steunt Vilnius Tallinn")]


def test_phrase_with_als_is_none(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin "
        "Vilnius|=|PROPN|2|obj als|=|SCONJ|5|mark buur|=|NOUN|2|advcl"
    )
    assert parts(doc) == []


def test_daily_life_is_none(parsed: Parsed) -> None:
    doc = parsed(
        "Als|als|SCONJ|3|mark het|=|PRON|3|nsubj "
        "regent|regenen|VERB|4|advcl|fin slaapt|slapen|VERB|0|ROOT|fin "
        "hij|=|PRON|4|nsubj"
    )
    assert parts(doc) == []


TIME = (
    "Riga|=|PROPN|2|nsubj {verb}|steunen|VERB|0|ROOT|{tense} Vilnius|=|PROPN|2|obj "
    "{pas} nadat|=|SCONJ|7|mark "
    "het|=|PRON|7|nsubj wachtte|wachten|VERB|2|advcl|past"
)


@pytest.mark.parametrize(("pas", "found"), [("pas|=|ADV|2|advmod", 1), ("gauw|=|ADV|2|advmod", 0)])
def test_conjunction_of_time_is_one_only_where_the_rest_is_open(parsed: Parsed, pas: str, found: int) -> None:
    assert len(parts(parsed(TIME.format(verb="steunde", tense="past", pas=pas)))) == found


def test_in_exchange_for(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin Vilnius|=|PROPN|2|obj "
        "in|=|ADP|7|case ruil|=|NOUN|4|fixed "
        "voor|=|ADP|4|fixed gas|=|NOUN|2|obl"
    )
    assert parts(doc) == [("gas", "in ruil voor", "Riga steunt Vilnius")]


def test_only_then_points_back(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj wacht|wachten|VERB|0|ROOT|fin .|=|PUNCT|2|punct",
        "Pas|pas|ADV|2|advmod daarna|=|ADV|3|advmod steunt|steunen|VERB|0|ROOT|fin Vilnius|=|PROPN|3|nsubj "
        "Tallinn|=|PROPN|3|obj .|=|PUNCT|3|punct",
    )
    assert parts(doc) == [("Riga wacht", "Pas daarna", "steunt Vilnius Tallinn")]


def test_known_parties_must_be_named(parsed: Parsed) -> None:
    doc = parsed(
        STEUNT.format(last=7)
        + "mits|=|SCONJ|7|mark het|=|PRON|7|nsubj wacht|wachten|VERB|2|advcl|fin .|=|PUNCT|2|punct"
    )
    assert find_conditions(doc, parties=()) == []
    assert len(find_conditions(doc, parties={0})) == 1
