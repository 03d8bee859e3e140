import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.reading.actors.names import fold, inflected, name_key, plurals, without_genitive

SAME = [
    ("Zelensky", "Zelenskyy", "Zelenski", "Zelenskij"),
    ("Loekasjenko", "Lukashenko", "Loekashenko", "Lukaschenko"),
    ("Poetin", "Putin"),
    ("Chodorkovski", "Khodorkovsky"),
    ("Sjojgoe", "Shoigu", "Sjoigoe"),
    ("Nazarbajev", "Nazarbayev"),
    ("Zaloezjny", "Zaluzhny", "Zaluzhnyy"),
    ("Vučić", "Vucic"),
    ("al-Assad", "Assad"),
    ("Pasjinian", "Pashinyan"),
    ("Erdoğan", "Erdogan"),
]


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in spellings}) == 1


def test_different_names_have_different_keys() -> None:
    names = ["Poetin", "Petin", "Zelensky", "Zalenska", "Lavrov", "Larov", "Kim", "Kam", "Rutte", "Rotte"]
    assert len({name_key(name) for name in names}) == len(names)


@given(st.text(max_size=30))
def test_key_is_the_key_of_itself(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_keeps_case() -> None:
    assert fold("Élysée") == "Elysee"
    assert fold("Łódź") == "Lodz"


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("soldaat", "soldaten"),
        ("minister", "ministers"),
        ("rebel", "rebellen"),
        ("eenheid", "eenheden"),
        ("getuige", "getuigen"),
        ("agent", "agenten"),
        ("partij", "partijen"),
        ("gijzelaar", "gijzelaars"),
    ],
)
def test_plural_is_among_the_forms(singular: str, plural: str) -> None:
    assert plural in plurals(singular)


@pytest.mark.parametrize(
    ("adjective", "inflection"),
    [
        ("Russisch", "Russische"),
        ("Libanees", "Libanese"),
        ("Indiaas", "Indiase"),
        ("Deens", "Deense"),
        ("Grieks", "Griekse"),
    ],
)
def test_adjective_in_front_of_a_noun(adjective: str, inflection: str) -> None:
    assert inflected(adjective) == (adjective, inflection)


def test_genitive() -> None:
    assert without_genitive("Trumps") == "Trump"
    assert without_genitive("Netanyahu's") == "Netanyahu"
    assert without_genitive("Kiev") == "Kiev"
