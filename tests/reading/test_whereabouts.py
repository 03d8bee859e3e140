from datetime import date

from tests.reading.made import made

from akkoord.reading.mentions import told_apart
from akkoord.reading.namings import namings
from akkoord.reading.scene import Scene
from akkoord.reading.whereabouts import FAR, Whereabouts

TEXT = "Finland zwijgt over Zweden.\nIn Oslo gingen boeren de straat op. Later kwam de politie."


def seen_from(mention: str) -> Whereabouts:
    signals = made(TEXT, {"actor": {mention: ""}})
    [found] = told_apart(signals, signals.stretches("actor"), date(2022, 3, 1))
    return Whereabouts.of(Scene.of(signals), found)


def test_words_name_a_state_also_by_a_city_or_a_party_of_it() -> None:
    found = namings(("In", "Oslo", "won", "de", "VVD"))
    assert found.states == ("NOR", "NLD")
    assert found.words == (1, 4)
    assert (found.last(1), found.last(4), found.back("NOR", 4)) == (None, "NOR", 3)


def test_where_a_report_is_the_words_just_before_tell() -> None:
    near = seen_from("de politie")
    here, there = near.features("NOR"), near.features("FIN")
    assert {"named last", "named sentence before"} <= set(here)
    assert not {"named last", "named sentence before"} & set(there)
    assert here["local"] > there["local"]
    assert here["named near"] > there["named near"] > seen_from("boeren").features("DNK")["named near"]


def test_a_dutch_report_is_at_home_in_one_state_also_where_it_does_not_name_it() -> None:
    near = seen_from("de politie")
    assert [state for state in ("NLD", "BEL") if "home" in near.features(state)] == ["NLD"]
    assert near.namings.back("NLD", FAR) is None
