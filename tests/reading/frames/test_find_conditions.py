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


def test_marks_tell_terms_from_an_ordinary_if(parsed: Parsed) -> None:
    doc = parsed(
        STEUNT.format(last=7)
        + "mits|=|SCONJ|7|mark het|=|PRON|7|nsubj wacht|wachten|VERB|2|advcl|fin .|=|PUNCT|2|punct"
    )
    (hit,) = find_conditions(doc, parties={0})
    assert {"strong", "dealing", "who follows"} <= hit.marks
    assert not {"who requires", "denied", "past"} & hit.marks


def test_clause_of_a_cue_whose_own_word_it_hangs_on(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin Vilnius|=|PROPN|2|obj op|=|ADP|5|case "
        "voorwaarde|=|NOUN|2|obl dat|=|SCONJ|8|mark het|=|PRON|8|nsubj wacht|wachten|VERB|5|acl|fin"
    )
    assert parts(doc) == [("het wacht", "op voorwaarde dat", "Riga steunt Vilnius")]


def test_cue_that_hangs_on_a_word_before_its_verb(parsed: Parsed) -> None:
    doc = parsed(
        "Pas|pas|ADV|2|advmod als|=|SCONJ|4|mark de|=|DET|4|det strijd|=|NOUN|6|nsubj voorbij|=|ADJ|8|advcl "
        "is|zijn|AUX|5|cop|fin ,|=|PUNCT|5|punct steunt|steunen|VERB|0|ROOT|fin Riga|=|PROPN|8|nsubj "
        "Vilnius|=|PROPN|8|obj"
    )
    assert parts(doc) == [("de strijd voorbij is", "Pas als", "steunt Riga Vilnius")]


def test_past_told_before_another_is_none(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj steunde|steunen|VERB|0|ROOT|past Vilnius|=|PROPN|2|obj kort|=|ADJ|5|advmod "
        "voordat|=|SCONJ|7|mark het|=|PRON|7|nsubj aanviel|aan_vallen|VERB|2|advcl|past"
    )
    assert parts(doc) == []


def test_clause_that_begins_with_its_verb(parsed: Parsed) -> None:
    doc = parsed(
        "Wacht|wachten|VERB|5|advcl|fin het|=|PRON|1|nsubj ,|=|PUNCT|1|punct dan|=|ADV|5|advmod "
        "steunt|steunen|VERB|0|ROOT|fin Riga|=|PROPN|5|nsubj Vilnius|=|PROPN|5|obj .|=|PUNCT|5|punct"
    )
    assert parts(doc) == [("Wacht het", "dan", "steunt Riga Vilnius")]


def test_what_terms_are_set_the_next_sentence_tells(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj verbindt|verbinden|VERB|0|ROOT|fin voorwaarden|voorwaarde|NOUN|2|obj aan|=|ADP|5|case "
        "overleg|=|NOUN|2|obl .|=|PUNCT|2|punct",
        "Zo|=|ADV|2|advmod eist|eisen|VERB|0|ROOT|fin Riga|=|PROPN|2|nsubj dat|=|SCONJ|6|mark Vilnius|=|PROPN|6|nsubj "
        "wacht|wachten|VERB|2|ccomp|fin .|=|PUNCT|2|punct",
    )
    assert parts(doc) == [("Vilnius wacht", "verbindt", "aan overleg")]


def test_what_is_needed_for_something(parsed: Parsed) -> None:
    doc = parsed(
        "Voor|voor|ADP|2|case steun|=|NOUN|5|obl is|zijn|AUX|5|cop|fin instemming|=|NOUN|5|nsubj nodig|=|ADJ|0|ROOT"
    )
    assert parts(doc) == [("instemming", "nodig", "Voor steun")]


def test_what_stands_before_a_colon_is_no_consequence(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj bleef|blijven|VERB|0|ROOT|past :|=|PUNCT|5|punct Vilnius|=|PROPN|5|nsubj "
        "praat|praten|VERB|2|parataxis|fin niet|=|ADV|5|advmod zolang|=|SCONJ|9|mark het|=|PRON|9|nsubj "
        "wacht|wachten|VERB|2|advcl|fin"
    )
    assert parts(doc) == [("het wacht", "zolang", "Vilnius praat niet")]


def test_what_is_set_as_terms(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|6|nsubj heeft|hebben|AUX|6|aux|fin rust|=|NOUN|6|obj als|=|SCONJ|5|mark "
        "voorwaarde|=|NOUN|6|xcomp gesteld|stellen|VERB|0|ROOT|part voor|=|ADP|8|case overleg|=|NOUN|6|obl"
    )
    assert parts(doc) == [("rust", "gesteld", "voor overleg")]


BEFORE = (
    "Riga|=|PROPN|3|nsubj {moet}|AUX|3|aux|fin steunen|=|VERB|0|ROOT|inf Vilnius|=|PROPN|3|obj {no}"
    "voordat|=|SCONJ|{last}|mark het|=|PRON|{last}|nsubj praat|praten|VERB|3|advcl|fin"
)


def test_what_must_be_done_before_is_required(parsed: Parsed) -> None:
    doc = parsed(BEFORE.format(moet="moet|moeten", no="", last=7))
    assert parts(doc) == [("Riga moet steunen Vilnius", "voordat", "het praat")]
    doc = parsed(BEFORE.format(moet="zal|zullen", no="niet|=|ADV|3|advmod ", last=8))
    assert parts(doc) == [("het praat", "niet voordat", "Riga zal steunen Vilnius")]


def test_what_is_asked_in_return_for_an_offer_is_required(parsed: Parsed) -> None:
    returned = (
        "In|in|ADP|2|case ruil|=|NOUN|4|obl daarvoor|=|ADV|2|advmod {verb}|VERB|0|ROOT|fin Vilnius|=|PROPN|4|nsubj "
        "havens|haven|NOUN|4|obj .|=|PUNCT|4|punct"
    )
    offer = "Riga|=|PROPN|2|nsubj belooft|beloven|VERB|0|ROOT|fin steun|=|NOUN|2|obj .|=|PUNCT|2|punct"
    doc = parsed(offer, returned.format(verb="opent|openen"))
    assert parts(doc) == [("opent Vilnius havens", "In ruil daarvoor", "Riga belooft steun")]
    doc = parsed(offer, returned.format(verb="krijgt|krijgen"))
    assert parts(doc) == [("Riga belooft steun", "In ruil daarvoor", "krijgt Vilnius havens")]


def test_the_consequence_has_the_predicate_in_it(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj praat|praten|VERB|0|ROOT|fin niet|=|ADV|2|advmod zolang|=|SCONJ|6|mark "
        "Vilnius|=|PROPN|6|nsubj schiet|schieten|VERB|2|advcl|fin ,|=|PUNCT|8|punct aldus|=|ADV|2|parataxis "
        "een|=|DET|10|det woordvoerder|=|NOUN|8|nmod van|=|ADP|12|case leger|=|NOUN|10|nmod"
    )
    assert parts(doc) == [("Vilnius schiet", "zolang", "Riga praat niet")]


@pytest.mark.parametrize("hangs_on", ["2|advcl", "6|acl:relcl"])
def test_a_saying_in_passing_is_no_consequence(parsed: Parsed, hangs_on: str) -> None:
    doc = parsed(
        STEUNT.format(last=5) + "zei|zeggen|VERB|2|parataxis|past Maris|=|PROPN|5|nsubj ,|=|PUNCT|10|punct "
        f"mits|=|SCONJ|10|mark het|=|PRON|10|nsubj wacht|wachten|VERB|{hangs_on}|fin .|=|PUNCT|2|punct"
    )
    assert parts(doc) == [("het wacht", "mits", "Riga steunt Vilnius")]


def test_a_verb_whose_clause_begins_before_the_cue_is_not_opened_by_it(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj dreigt|dreigen|VERB|0|ROOT|fin en|=|CCONJ|7|cc Tallinn|=|PROPN|7|obj "
        "als|=|SCONJ|6|mark hoofdstad|=|NOUN|7|advcl erkent|erkennen|VERB|2|conj|fin"
    )
    assert parts(doc) == []


def test_a_condition_after_a_comma_does_not_hang_on_what_is_told_of_a_noun(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin Vilnius|=|PROPN|2|obj dat|=|PRON|5|nsubj "
        "zwijgt|zwijgen|VERB|3|acl:relcl|fin ,|=|PUNCT|9|punct mits|=|SCONJ|9|mark het|=|PRON|9|nsubj "
        "wacht|wachten|VERB|5|advcl|fin .|=|PUNCT|2|punct"
    )
    assert parts(doc) == [("het wacht", "mits", "Riga steunt Vilnius dat zwijgt")]
