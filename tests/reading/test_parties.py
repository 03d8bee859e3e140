"""Who deals with whom, told from hosts, mediators and those who are merely near."""

import pytest
from tests.reading.layered import RUS, UKR, Read

from akkoord.codebook import Code, Span
from akkoord.reading.findings import Event
from akkoord.reading.parties import Around, owners

TUR = Code.parse("TUR")
TEXT = "Rusland en Oekraïne spraken elkaar in Minsk. Turkije keek toe. Turkije had bemiddeld."


@pytest.fixture(scope="module")
def read() -> Read:
    tags = {"actor": {"Rusland": "", "Oekraïne": "", "Turkije": ""}, "talk": {"spraken": ""}}
    return Read(TEXT, tags, {"parties": {"spraken": ["Rusland", "Oekraïne"]}})


def told(text: str) -> tuple[Span]:
    return (Span.of(TEXT, TEXT.index(text), TEXT.index(text) + len(text)),)


def meeting(*actors: Code) -> Event:
    """An event in the same words, in which these meet."""
    return Event(
        trigger=told("spraken")[0],
        type="CONSULT",
        actors=actors,
        recipients=(),
        reality="actual",
        why=(),
    )


def test_who_only_mediates_is_no_party(read: Read) -> None:
    meets = meeting(RUS, UKR)
    brings = mediating(meeting(TUR))
    around = Around.of(read.signals, read.mentions, (meets, brings))
    assert around.likely("talks", (RUS, TUR, UKR), told("spraken"), "Minsk") == (RUS, UKR)


def mediating(event: Event) -> Event:
    return event.model_copy(update={"mode": "third-party"})


def test_who_is_told_to_mediate_goes_between(read: Read) -> None:
    around = Around.of(read.signals, read.mentions, (mediating(meeting(TUR)),))
    assert around.go_betweens((RUS, TUR), told("spraken")) == {TUR}


@pytest.mark.parametrize("kind", ["talks", "agreements"])
@pytest.mark.parametrize("party", [RUS, TUR])
def test_one_party_alone_is_not_doubted(read: Read, kind: str, party: Code) -> None:
    around = Around.of(read.signals, read.mentions, ())
    assert around.likely(kind, (party,), told("keek toe"), None) == (party,)


@pytest.mark.parametrize("kind", ["talks", "agreements"])
def test_of_several_unlikely_ones_the_likeliest_is_kept(read: Read, kind: str) -> None:
    around = Around.of(read.signals, (), ())
    assert around.likely(kind, (RUS, TUR), told("keek toe"), None)


def test_what_is_talked_about_is_no_party() -> None:
    text = "Rusland en Oekraïne spraken over Polen. Zweden sprak met Finland over Zweden."
    names = ("Rusland", "Oekraïne", "Polen", "Zweden", "Finland")
    read = Read(text, {"actor": dict.fromkeys(names, "")})
    rus, ukr, pol, swe, fin = (Code.parse(code) for code in ("RUS", "UKR", "POL", "SWE", "FIN"))
    around = Around.of(read.signals, read.mentions, (meeting(rus, ukr, pol), meeting(swe, fin)))
    first, second = (
        Span.of(text, text.index(word), text.index(word) + len(word)) for word in ("spraken", "sprak ")
    )
    assert pol not in around.likely("talks", (pol, rus, ukr), (first,), None)
    assert around.likely("talks", (pol,), (first,), None) == (pol,)
    assert swe in around.likely("talks", (fin, swe), (second,), None)


def test_what_speaks_for_a_party_is_told_of_each(read: Read) -> None:
    around = Around.of(read.signals, read.mentions, (meeting(RUS, UKR),))
    features = around.features((RUS, TUR), told("spraken"), "Ankara", (RUS,))
    assert features[RUS]["meets"] == features[RUS]["named"] == 1.0
    assert features[TUR]["hosts"] == 1.0
    assert features[RUS]["share"] > features[TUR]["share"]


def test_a_capital_is_its_states() -> None:
    assert owners("Minsk") == [Code.parse("BLR")]
    assert owners(None) == owners("Nergenshuizen") == []
