import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from akkoord.brief import Language, LanguageCode
from akkoord.brief.language import quoted
from akkoord.codebook import EVENT_TYPES, ISSUES, SECTORS, STANCES, AgreementStatus, Channel, Code, TalkStatus
from akkoord.dossier import Citation
from akkoord.when import When


def _words(code: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("akkoord.brief") / "words" / f"{code}.toml").read_text(encoding="utf-8"))


def test_both_languages_say_the_same_things() -> None:
    dutch, english = _words("nl"), _words("en")
    for words in (dutch, english):
        del words["names_of_many"]  # "Verenigde Staten" are many, "United States" is one
    assert {group: set(words) for group, words in dutch.items()} == {g: set(w) for g, w in english.items()}


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_term_of_the_codebook_has_a_name(code: str) -> None:
    words = _words(code)
    assert set(ISSUES) == set(words["issues"])
    assert set(STANCES) == set(words["stances"])
    assert set(EVENT_TYPES) == set(words["events"]) == set(words["events_of_many"])
    assert set(SECTORS) | {"none"} == set(words["sectors"])
    assert set(get_args(AgreementStatus)) == set(words["agreement"])
    assert set(get_args(TalkStatus)) == set(words["talk"])
    assert set(get_args(Channel)) | {"none"} == set(words["channels"])


@pytest.mark.parametrize(
    ("code", "dutch", "english"),
    [
        ("RUS", "Rusland", "Russia"),
        ("RUS/GOV", "Rusland (regering)", "Russia (government)"),
        ("XKX", "Kosovo", "Kosovo"),
        ("ORG:NATO", "NAVO", "NATO"),
        ("REG:Donetsk", "Donetsk", "Donetsk"),
        ("ORG:Nergens", "Nergens", "Nergens"),
        ("INT/JRN", "pers", "press"),
        ("RUS+UKR", "Rusland en Oekraïne", "Russia and Ukraine"),
    ],
)
def test_names_of_parties(code: str, dutch: str, english: str) -> None:
    languages: tuple[LanguageCode, LanguageCode] = ("nl", "en")
    assert [Language(one).code_name(Code.parse(code)) for one in languages] == [dutch, english]


def test_what_has_no_day_has_that_of_its_report() -> None:
    dutch = Language("nl")
    cited, bare = (Citation(published, "a", 1, 0, "praten") for published in ("2022-03", "XXXX"))
    assert dutch.when_told(None, cited) == "dag onbekend, bericht van maart 2022"
    assert dutch.when_told(None, bare) == "dag onbekend"
    assert dutch.when_told(When.parse("2022-03-29"), cited) == "29 maart 2022"


def test_long_words_are_cut_at_a_word() -> None:
    assert quoted("een twee\n drie", 12) == "‘een twee …’"
    assert quoted("een twee", 12) == "‘een twee’"


@pytest.mark.parametrize(
    ("codes", "dutch", "english"),
    [
        (["RUS"], "valt aan", "attacks"),
        (["RUS", "UKR"], "vallen aan", "attack"),
        (["RUS+UKR"], "vallen aan", "attack"),
        (["USA/MIL"], "vallen aan", "attacks"),
        (["INT"], "vallen aan", "attack"),
        ([], "valt aan", "attacks"),
    ],
)
def test_what_several_do_is_told_in_the_plural(codes: list[str], dutch: str, english: str) -> None:
    languages: tuple[LanguageCode, LanguageCode] = ("nl", "en")
    told = [Language(one).does("ASSAULT", [Code.parse(code) for code in codes]) for one in languages]
    assert told == [dutch, english]
