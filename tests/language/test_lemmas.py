import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.lemmas import Parts, apply_script, script_of, surface

LETTERS = st.text("abcdeghikmnorstABCDEGé'-.ẞİ", max_size=12)


@given(LETTERS.filter(bool), LETTERS.filter(bool))
def test_a_script_leads_from_form_to_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, script_of(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("seen", "other"),
    [
        (("gewerkt", "werken"), ("gemerkt", "merken")),
        (("afgesloten", "afsluiten"), ("opgesloten", "opsluiten")),
        (("Huizen", "huis"), ("Muizen", "muis")),
        (("STRAAT", "straat"), ("DORP", "dorp")),
        (("auto's", "auto"), ("foto's", "foto")),
    ],
)
def test_a_script_holds_for_other_words(seen: tuple[str, str], other: tuple[str, str]) -> None:
    assert apply_script(other[0], script_of(*seen)) == other[1]


def test_a_script_that_does_not_fit_gives_nothing() -> None:
    assert apply_script("op", script_of("gesprongen", "springen")) is None
    assert apply_script("man", "g|0||k") is None
    assert apply_script("a", "|1||k") is None


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "shown"),
    [
        ("basisscholen", "basis_school", "NOUN", "basisschool"),
        ("regeringsleiders", "regering_leider", "NOUN", "regeringsleider"),
        ("nam", "op_nemen", "VERB", "nemen"),
        ("opgenomen", "op_nemen", "VERB", "opnemen"),
        ("huis", "huis", "NOUN", "huis"),
        ("_", "_", "PUNCT", "_"),
    ],
)
def test_the_lemma_as_the_form_shows_it(form: str, lemma: str, upos: str, shown: str) -> None:
    assert surface(form, lemma, upos) == shown


@pytest.fixture(scope="module")
def parts() -> Parts:
    seen = [
        ("basisscholen", "basis_school", "NOUN"), ("school", "school", "NOUN"), ("vrede", "vrede", "NOUN"),
        ("regeringsleiders", "regering_leider", "NOUN"), ("leiders", "leider", "NOUN"),
        ("overleg", "overleg", "NOUN"), ("leg", "leg", "NOUN"), ("over", "over", "NOUN"),
        ("nam", "op_nemen", "VERB"), ("opgenomen", "op_nemen", "VERB"), ("brengt", "brengen", "VERB"),
        ("nemen", "nemen", "VERB"), ("opperen", "opperen", "VERB"), ("peren", "peren", "VERB"),
    ]  # fmt: skip
    return Parts.learn(seen)


@pytest.mark.parametrize(
    ("lemma", "upos", "apart", "whole"),
    [
        ("regeringsschool", "NOUN", None, "regering_school"),  # a front and a last part, never seen together
        ("basisleider", "NOUN", None, "basis_leider"),
        ("overleg", "NOUN", None, "overleg"),  # seen whole, though its parts are words
        ("nemen", "VERB", "op", "op_nemen"),
        ("brengen", "VERB", "Op", "op_brengen"),
        ("opbrengen", "VERB", None, "op_brengen"),
        ("opperen", "VERB", None, "opperen"),
        ("nemen", "VERB", "zeer", "nemen"),  # no particle
        ("Oost-school", "NOUN", None, "Oost_school"),
        ("regeringsleider", "PROPN", None, "regeringsleider"),
        ("", "NOUN", None, ""),
    ],
)
def test_parts_of_words_not_seen_before(
    parts: Parts, lemma: str, upos: str, apart: str | None, whole: str
) -> None:
    assert parts.split(lemma, upos, apart) == whole


def test_a_common_word_stays_whole_and_a_rare_one_is_made_of_common_ones() -> None:
    seen = [("school", "school", "NOUN"), ("basis", "basis", "NOUN")]
    parts = Parts.learn(seen, {"basisschool": 4, "schommel": 3})
    assert parts.split("basisschool", "NOUN") == "basisschool"
    assert parts.split("schommelschool", "NOUN") == "schommel_school"
    assert parts.split("basisschommel", "NOUN") == "basis_schommel"


def test_an_adjective_of_two_names_stays_whole(parts: Parts) -> None:
    assert parts.split("Oost-Schools", "ADJ") == "Oost-Schools"
