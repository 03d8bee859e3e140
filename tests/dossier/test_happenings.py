import pytest
from tests.dossier.reports import entry, event

from akkoord.codebook import EventType
from akkoord.dossier import Dossier
from akkoord.dossier.context import Context
from akkoord.dossier.happenings import Happening, Telling

ONE, BOTH = ["REG:Valdor"], ["REG:Meren", "REG:Valdor"]


def _telling(type: EventType, actors: list[str]) -> Telling:
    context = Context(entry("Valdor begon.", "2021-08-30", events=[event("begon", type, actors)]))
    return Telling(context.reading.events[0], context)


@pytest.mark.parametrize(
    ("type", "told", "actors"),
    [
        ("ASSAULT", [ONE, BOTH, ONE], ONE),
        ("ASSAULT", [ONE, BOTH], BOTH),
        ("ASSAULT", [[], [], ONE], ONE),
        ("CONSULT", [ONE, BOTH, ONE], BOTH),
    ],
)
def test_who_acts_is_as_most_tell_it_and_who_takes_part_is_told_in_full(
    type: EventType, told: list[list[str]], actors: list[str]
) -> None:
    happening = Happening([_telling(type, codes) for codes in told])
    assert [str(code) for code in happening.actors] == actors


DATED = "Valdor erkende maandag de onafhankelijkheid van de zelfverklaarde republiek Linden."
LATER = "Valdor erkende de onafhankelijkheid van {}, een zelfverklaarde republiek."


@pytest.mark.parametrize(
    ("type", "words", "days"),
    [
        ("SUPPORT", LATER.format("het gebied"), ["2021-08-23"]),
        ("SUPPORT", "Valdor erkende ook het gebied Noord.", ["2021-08", "2021-08-23"]),
        ("ASSAULT", LATER.format("het gebied"), ["2021-08", "2021-08-23"]),
    ],
)
def test_what_is_recognised_in_the_same_words_is_one_whomever_a_report_takes_as_acted_on(
    type: EventType, words: str, days: list[str]
) -> None:
    first = event("erkende", type, ["REG:Valdor"], recipients=["REG:Linden"], time="2021-08-23")
    second = event("erkende", type, ["REG:Valdor"], recipients=["REG:Meren", "REG:Valdor"], time="2021-08")
    dossier = Dossier(
        [
            entry(DATED, "2021-08-24", "eerst", events=[first]),
            entry(words, "2021-08", "maand", events=[second]),
        ]
    )
    assert [str(dossier.when(happening)) for happening in dossier.happenings] == days
    assert [str(code) for code in dossier.happenings[-1].recipients] == ["REG:Linden"]


def test_a_party_does_not_act_upon_a_part_of_itself_where_others_are_acted_on() -> None:
    attack = event("viel", "ASSAULT", ["RUS/MIL"], recipients=["RUS/GOV", "UKR/GOV"], time="2022-02-24")
    (happening,) = Dossier([entry("Moskou viel aan.", "2022-02-24", events=[attack])]).happenings
    assert [str(code) for code in happening.recipients] == ["UKR/GOV"]


@pytest.mark.parametrize(("day", "denials"), [(None, 0), ("2021-08-29", 1)])
def test_who_says_of_neither_day_nor_place_that_there_were_no_talks_denies_none(
    day: str | None, denials: int
) -> None:
    met = event("spraken", "CONSULT", BOTH, time="2021-08-29")
    told = event("gesproken", "CONSULT", BOTH, time=day, reality="negated", claimed_by="REG:Linden")
    entries = [
        entry("Valdor en Meren spraken over de grens.", "2021-08-30", "a", events=[met]),
        entry(
            "Volgens Linden werd over de grens niet gesproken door Valdor en Meren.",
            "2021-08-31",
            "b",
            events=[told],
        ),
    ]
    assert sum(len(happening.denials) for happening in Dossier(entries).happenings) == denials
