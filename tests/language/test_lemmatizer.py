import numpy as np
import pytest

from akkoord.language.lemmas import Parts
from akkoord.language.lemmatizer import Lemmas
from akkoord.language.lexicon import Lexicon

PARTS = ({}, {}, [], ["nemen", "werken"], ["op"])
PLURAL, PAST = "N|soort|mv|basis", "WW|pv|verl|ev"
SINGULAR = "N|soort|ev|basis|zijd|stan"


def lexicon(words: str = "", **forms: dict[str, str]) -> Lexicon:
    """What knows a few verbs, and words of the commonest band."""
    return Lexicon(Parts(*PARTS), {"VERB": ["nemen", "werken"]}, forms, ["", "", "", "", words])


def logits(*rows: list[float]) -> np.ndarray:
    return np.array(rows, np.float32)


def test_rules_and_network_agree() -> None:
    lemmas = Lemmas(["|0||k", "g|1|en|k", "|0||f"], lexicon())
    found = lemmas.shown(
        ["gewerkt", "Kast"], ["VERB", "NOUN"], ["WW|vd", SINGULAR], logits([0, 5, 1], [0, 1, 5])
    )
    assert found == ["werken", "kast"]


def test_rules_know_what_no_script_makes() -> None:
    lemmas = Lemmas(["|0||k", "|1||k"], lexicon())
    found = lemmas.shown(["klom", "beefde"], ["VERB", "VERB"], [PAST, PAST], logits([0, 9], [0, 9]))
    assert found == ["klimmen", "beven"]


def test_no_lemma_is_empty() -> None:
    lemmas = Lemmas(["|3||k"], lexicon())
    assert lemmas.shown(["man", "op"], ["NOUN", "ADP"], [SINGULAR, "VZ"], logits([0], [0])) == ["man", "op"]


def test_a_form_that_was_seen_with_one_lemma_has_that() -> None:
    lemmas = Lemmas(["|0||k"], lexicon(PRON={"onze": "ons"}))
    assert lemmas.shown(["Onze"], ["PRON"], ["VNW"], logits([0])) == ["ons"]


def test_of_lemmas_nearly_as_likely_a_word_is_taken() -> None:
    lemmas = Lemmas(["|2||k", "|1||k"], lexicon("ronde"))
    assert lemmas.shown(["ronden"], ["NOUN"], [PLURAL], logits([1, 0])) == ["ronde"]


def test_the_network_is_believed_where_a_tag_leads_to_no_word() -> None:
    lemmas = Lemmas(["|0||k", "|1||k"], lexicon("koers"))
    assert lemmas.shown(["koers"], ["NOUN"], [PLURAL], logits([3, 0])) == ["koers"]


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("Heerenveen", "N|eigen|ev|basis|onz|stan", "Heerenveen"),
        ("Jansen", "SPEC|deeleigen", "Jansen"),
        ("Italianen", "N|eigen|mv|basis", "Italiaan"),
        ("FARC-rebellen", "N|eigen|mv|basis", "FARC-rebel"),
    ],
)
def test_names_are_their_own_lemma_but_in_the_plural(form: str, tag: str, lemma: str) -> None:
    lemmas = Lemmas(["|0||l", "|4|aan|k"], lexicon())
    assert lemmas.shown([form], ["PROPN"], [tag], logits([2, 1])) == [lemma]


def test_a_verb_with_another_fine_tag_has_an_infinitive() -> None:
    lemmas = Lemmas(["|0||l", "|1|en|k"], lexicon())
    assert lemmas.shown(["werkt"], ["VERB"], ["N|soort|ev|basis"], logits([2, 1])) == ["werken"]


def test_a_particle_that_stands_apart() -> None:
    lemmas = Lemmas(["|0||k"], lexicon())
    assert lemmas.whole(["nemen", "op"], ["VERB", "ADP"], {0: "op"}) == ["op_nemen", "op"]


def test_marks_of_stress_do_not_count() -> None:
    lemmas = Lemmas(["|0||k"], lexicon(ADP={"voor": "voor"}))
    assert lemmas.shown(["vóór"], ["ADP"], ["VZ|init"], logits([0])) == ["voor"]


def test_the_dictionary_decides_between_lemmas_that_rules_allow() -> None:
    lemmas = Lemmas(["|0||k"], lexicon())
    assert lemmas.shown(["disputen", "balken"], ["NOUN"] * 2, [PLURAL] * 2, logits([0], [0])) == [
        "dispuut",
        "balk",
    ]


def test_names_in_capitals_are_told_as_they_are_known() -> None:
    names = Lexicon(Parts(*PARTS), {"PROPN": ["Genève"]})
    found = Lemmas(["|0||k"], names).shown(
        ["GENÈVE", "OVSE"], ["PROPN"] * 2, ["SPEC|deeleigen"] * 2, logits([0], [0])
    )
    assert found == ["Genève", "OVSE"]


def test_a_script_of_one_word_makes_no_lemma_of_another() -> None:
    lemmas = Lemmas(["|9||=overdragen", "|0||k"], lexicon())
    assert lemmas.shown(["droom"], ["VERB"], ["N|soort"], logits([9, 0])) == ["droom"]


@pytest.mark.parametrize(("keeps", "lemma"), [(2, "Jemenees"), (0, "jemenees")])
def test_the_network_says_whether_a_capital_stays(keeps: float, lemma: str) -> None:
    lemmas = Lemmas(["|1||k", "|1||l"], lexicon())
    assert lemmas.shown(["Jemenese"], ["ADJ"], ["ADJ|prenom|basis|met-e|stan"], logits([keeps, 1])) == [lemma]
