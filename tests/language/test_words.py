import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from akkoord.errors import AkkoordError
from akkoord.language.words import SCANNER, Words, cut

NASTY = "a.'’\"„«»,;:!?()-–—/ \t\n\r\u00a0\u00ad\u200b\u200d\u2028…09AZéß€%@😀👍🏽🇳🇱\u0301\x00\x1c"


def words(text: str) -> list[str]:
    return [word for word in cut(text)[0] if not word.isspace()]


@given(st.one_of(st.text(), st.text(NASTY, max_size=60)))
def test_words_rebuild_any_text(text: str) -> None:
    doc = Words(Vocab())(text)
    assert doc.text == text
    assert all(token.text == text[token.idx : token.idx + len(token)] for token in doc)


def test_no_group_is_possessive() -> None:
    """Python up to 3.11.4 fails on those, and then no text would ever be cut to its end."""
    assert not [sign for sign in (")*+", ")++", ")?+") if sign in SCANNER.pattern]


@given(st.text(NASTY, max_size=40))
def test_white_space_is_never_part_of_a_word(text: str) -> None:
    assert all(word.isspace() or not any(c.isspace() for c in word) for word in cut(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        # one word each, by blanks: what the treebanks keep together
        "mr. J.P. Balkenende , min. van BuZa , sprak a.s. dinsdag en jl. vrijdag om 20.30 uur",
        "ex-president pro-Russische staakt-het-vuren Noord- en Zuid-Holland mond- en klauwzeer",
        "2-1 1.000,50 10.000,- 20:30 5% 1/4 1968-1972 1914–1918 49ste 3-jarige F-16's 4.49.6",
        "'s avonds 's-Gravenhage 't d'r zo'n m'n auto's Rabo's D'Hondt D'66 ’s-avonds -ie",
        "in '68 sinds '72 de '60-jaren ’90",
        "https://voorbeeld.nl/pad?x=1&y=2 www.voorbeeld.be nu.nl jan.de.vries@voorbeeld.nl",
        "en/of CD&V/N-VA (tbs-)behandeling bezwaar(tje) kind(eren) prof.dr. U.S.A. t.v.-films St.-Janstraat",
        "Hij woont in de V.S. en werkt , o.a. , voor dhr. A. de Groot uit N.-Brabant , enz.",
        "40 v. Chr. werd p. 5 gedrukt",
        ",, Ja '' , zei zij ... en ging … -- weg",
        "👨‍👩‍👧 👍🏽 🇳🇱 ☎️ na\u00adtionaal 日本",
    ],
)
def test_what_stays_together(text: str) -> None:
    assert words(text) == text.split()


@pytest.mark.parametrize(
    ("text", "cut_as"),
    [
        ("'Ik ga', zei hij.", "' Ik ga ' , zei hij ."),
        ("‘Nee’, „lage” «franse» ,,oude''", "‘ Nee ’ , „ lage ” « franse » ,, oude ''"),
        ('Hij zei: "Ja."', 'Hij zei : " Ja . "'),
        ("Kiev (Oekraïne) - ja - en Minsk—nee.", "Kiev ( Oekraïne ) - ja - en Minsk — nee ."),
        ("wacht...nee? Ja!", "wacht ... nee ? Ja !"),
        ("einde.Nieuwe zin, in 2019.De man", "einde . Nieuwe zin , in 2019 . De man"),
        ("De '10 dagen' die volgden", "De ' 10 dagen ' die volgden"),
        ("een '16-jarige' dader", "een ' 16-jarige ' dader"),
        ("Jenkins' plan en 'het plan van Jenkins' falen", "Jenkins' plan en ' het plan van Jenkins ' falen"),
        ("Zie www.voorbeeld.nl.", "Zie www.voorbeeld.nl ."),
        ("Het duurt 5 min. lang. Min. Baard zei: plus min. Daarna",
         "Het duurt 5 min. lang . Min. Baard zei : plus min . Daarna"),
        ("Dat zegt Jan. En hij is rijk.", "Dat zegt Jan . En hij is rijk ."),
        ("in de VS. Max. Zo snel hij kon. Dat", "in de VS . Max . Zo snel hij kon . Dat"),
        ("dank u. Dag", "dank u . Dag"),
        ("'eigen volk'-beginsel", "' eigen volk ' -beginsel"),
        ("gisteren,,,maar", "gisteren , ,, maar"),
        ("hier😀daar", "hier 😀 daar"),
        ("• punt", "• punt"),
        ("1. Eerst\n2. Dan", "1. Eerst 2. Dan"),
        ("Het was plan B.", "Het was plan B ."),
    ],
)  # fmt: skip
def test_what_comes_apart(text: str, cut_as: str) -> None:
    assert words(text) == cut_as.split(" ")


def test_white_space_as_spacy_has_it() -> None:
    assert cut("a  b \n c") == (["a", " ", "b", "\n", "c"], [True, False, True, True, False])
    assert cut("  a") == ([" ", "a"], [True, False])
    assert cut("") == ([], [])


@pytest.mark.parametrize(
    "unit", ["a", "a-", "-", "'", "www.", "a.", ".", "(a", "1,", "!?", "€", "a@", "+-", "𝒳😀", " "]
)
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        cut(text)
        return time.process_time() - start

    seconds(1000)
    assert seconds(200_000) < 40 * max(seconds(10_000), 0.002)


def test_half_a_character_is_told_in_one_line() -> None:
    with pytest.raises(AkkoordError, match=r"^the text holds half a character \(U\+D83D\); remove it$"):
        Words(Vocab())("Kiev \ud83d brandt.")
