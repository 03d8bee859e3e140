import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from akkoord.language.limits import Limits
from akkoord.language.words import Words


def can_start(text: str) -> list[str]:
    """The words that may start a sentence, and those that must with a bar before them."""
    doc = Words(Vocab())(text)
    found = Limits.of(doc)
    return [
        ("|" if must else "") + doc[place].text
        for place, must, may in zip(found.places, found.must, found.may, strict=True)
        if must or may
    ]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Ja, nee. Wel", ["|Ja", "nee", "Wel"]),
        ('Hij zei: "Ja." Toen', ["|Hij", "zei", "Ja", "Toen"]),  # the closing mark starts nothing
        ("Een vraag: Wie? Niemand; toch", ["|Een", "vraag", "Niemand"]),
        ("Hij lacht. ,, Ja. '' Toen", ["|Hij", "lacht", ",,", "Toen"]),  # spaced marks, as in treebanks
        ("Dat is alles.Wie volgt", ["|Dat", "is", "alles", "Wie", "volgt"]),
        ("(Ja)", ["|("]),
        ("Kop zonder punt\nTekst", ["|Kop", "zonder", "punt", "|Tekst"]),
        ("a\r\nb\u2028c", ["|a", "|b", "|c"]),
        ("a   b", ["|a", "b"]),
    ],
)
def test_where_sentences_can_and_must_start(text: str, starts: list[str]) -> None:
    assert can_start(text) == starts


def test_sentences_given_before_are_kept() -> None:
    doc = Doc(Vocab(), words=["a", "b", "\n", "c", "d"], sent_starts=[True, False, False, False, True])
    found = Limits.of(doc)
    assert found.must == [True, False, False, True]
    assert found.may == [False] * 4


def test_a_sentence_given_to_white_space_starts_with_the_word_behind_it() -> None:
    doc = Doc(Vocab(), words=["a", "\n", "c"], sent_starts=[True, True, False])
    assert Limits.of(doc).must == [True, True]


def test_which_words_follow_a_blank() -> None:
    assert Limits.of(Words(Vocab())("(a  b)")).after_blank == [True, False, True, False]
