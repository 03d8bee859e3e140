from dataclasses import replace
from datetime import date

import numpy as np
from tests.reading.made import made, read_mentions

from akkoord.reading.antecedents import likeliest
from akkoord.reading.candidates import candidates
from akkoord.reading.mention import Known
from akkoord.reading.mentions import told_apart
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals
from akkoord.reading.weighing import ALWAYS, Network

DAY = date(2022, 3, 1)


def told(text: str, *mentions: str) -> tuple[Scene, list[Known]]:
    signals = made(text, {"actor": dict.fromkeys(mentions, "")})
    return Scene.of(signals), told_apart(signals, signals.stretches("actor"), DAY)


def shape_of(text: str, mention: str) -> tuple[str, str, int | None]:
    scene, [found] = told(text, mention)
    shape = scene.shape(found)
    return shape.sort, shape.head, shape.number


def test_a_mention_has_a_sort_a_head_and_the_number_that_it_speaks_of() -> None:
    assert shape_of("Later kwam hij.", "hij") == ("he", "hij", None)
    assert shape_of("Later belden beide ministers.", "beide ministers")[::2] == ("the many", 2)


def test_a_report_is_about_the_states_that_its_words_name_also_where_these_are_no_actors() -> None:
    scene, _ = told("In Finland sneeuwt het, zei een Finse boer in Zweden.", "boer")
    assert scene.namings.share("FIN") > scene.namings.share("SWE") > scene.namings.share("NOR") == 0


def test_a_state_is_a_candidate_though_no_mention_means_it() -> None:
    scene, mentions = told("In Finland sprak de premier.", "de premier")
    assert "about" in candidates(scene, mentions, 0)["FIN"]


def test_what_counts_for_one_sort_of_mention_counts_for_no_other() -> None:
    text = "Finland, zei Finland, helpt Zweden niet. Later sprak de premier. Hij zweeg."
    scene, mentions = told(text, "de premier", "Hij")
    columns = {ALWAYS: 0, "about": 1, "he": 2, "the one": 3}
    for_he, for_the_one = ([-5.0, 1.0, 10.0, 0.0], [-5.0, 1.0, 0.0, 10.0])
    weights = Network(columns, np.array([for_he, for_the_one], np.float32).T, np.array([1, -1], np.float32))
    description, pronoun = (likeliest(scene, mentions, at, weights) for at in (0, 1))
    assert not str(description.code).startswith("FIN")
    assert str(pronoun.code).startswith("FIN")


def test_a_description_shares_its_head_with_a_fuller_one() -> None:
    text = "Later hielp het Finse leger de Zweedse vloot, tot het leger vertrok."
    scene, mentions = told(text, "het Finse leger", "de Zweedse vloot", "het leger")
    found = candidates(scene, mentions, 2)
    assert "same head" in found["FIN"]
    assert "same head" not in found["SWE"]


def test_a_possessive_may_be_that_of_the_last_person_and_the_sole_party_of_a_sector_stands_out() -> None:
    text = "Later belde Hamas de Finse premier in Zweden. Zijn land helpt de rebellen."
    scene, mentions = told(text, "Hamas", "de Finse premier", "Zijn land", "de rebellen")
    found = candidates(scene, mentions, 2)
    assert "owner" in found["FIN"]
    assert "owner" not in found["ORG:Hamas"]
    found = candidates(scene, mentions, 3)
    assert "sole of sector" in found["ORG:Hamas"]
    assert "sole of sector" not in found["FIN"]


def test_a_plural_may_mean_those_named_in_one_breath() -> None:
    scene, mentions = told(
        "Finland en Zweden praten. Later zwegen beide landen.", "Finland", "Zweden", "beide landen"
    )
    found = candidates(scene, mentions, 2)["FIN+SWE"]
    assert found["chain"] == found["as many"] == 1.0


def test_several_states_as_sides_have_no_sector() -> None:
    text = "Finland en Zweden praten. Later zwegen beide partijen."
    signals: Signals = made(text, {"actor": dict.fromkeys(("Finland", "Zweden", "beide partijen"), "")})
    assert [str(m.code) for m in read_mentions(signals, DAY)][-1] == "FIN+SWE"


def test_several_states_in_an_office_have_its_sector_unless_it_stands_for_the_whole() -> None:
    def last(phrase: str) -> str:
        text = f"Finland en Zweden praten. Later zwegen {phrase}."
        signals = made(text, {"actor": dict.fromkeys(("Finland", "Zweden", phrase), "")})
        return str(read_mentions(signals, DAY)[-1].code)

    assert last("beide onderhandelaars") == "FIN/GOV+SWE/GOV"
    assert last("beide leiders") == "FIN+SWE"


def test_several_states_are_no_group_of_rebels_and_no_single_state() -> None:
    text = "Finland, Zweden en Hamas praten met de NAVO. Later zwegen die landen."
    scene, mentions = told(text, "Finland", "Zweden", "Hamas", "de NAVO", "die landen")
    parties = set(candidates(scene, mentions, 4))
    assert {"FIN+SWE", "ORG:NATO", "INT"} <= parties
    assert not {party for party in parties if "Hamas" in party or party in ("FIN", "SWE")}


def last_of(text: str, *mentions: str) -> str:
    return str(read_mentions(made(text, {"actor": dict.fromkeys(mentions, "")}), DAY)[-1].code)


def test_a_land_is_the_state_as_a_whole_though_its_government_spoke() -> None:
    text = "De Finse regering wil praten. Later zweeg het land."
    assert last_of(text, "De Finse regering", "het land") == "FIN"


def test_several_regions_are_those_that_the_report_names_where_it_names_several() -> None:
    text = "In Donetsk en Loegansk bleef het rustig. Later erkende Rusland beide gebieden en sprak Zweden."
    scene, mentions = told(text, "Rusland", "beide gebieden", "Zweden")
    assert set(candidates(scene, mentions, 1)) == {"REG:Donetsk+REG:Loegansk"}
    scene, mentions = told(
        text.replace("Donetsk en Loegansk", "Finland"), "Rusland", "beide gebieden", "Zweden"
    )
    assert "RUS+SWE" in candidates(scene, mentions, 1)
    scene, mentions = told(text.replace("beide", "veel"), "Rusland", "veel gebieden", "Zweden")
    assert {"RUS", "SWE"} <= set(candidates(scene, mentions, 1))


def test_a_union_of_states_has_branches_as_a_state_has() -> None:
    text = "De EU wil praten. Later zweeg het parlement."
    assert last_of(text, "De EU", "het parlement") == "ORG:EU/LEG"


def test_a_phrase_that_names_two_does_not_tell_who_the_second_is() -> None:
    both = "De Finse minister en de Zweedse minister Sjarov"
    signals = made(
        f"{both} belden. Later zei Sjarov niets in Zweden.",
        {"actor": dict.fromkeys((both, "Zweden"), "") | {"zei Sjarov": ""}},
    )
    assert all(mention.known_by != "name" for mention in read_mentions(signals, DAY))


def test_a_mention_of_an_unsure_code_is_no_evidence() -> None:
    scene, mentions = told("De EVP wil praten. Later belde de leider.", "De EVP", "de leider")
    assert "ORG:EVP" in candidates(scene, mentions, 1)
    unsure = [replace(mentions[0], sure=0.4), mentions[1]]
    assert "ORG:EVP" not in candidates(scene, unsure, 1)


def test_who_spoke_last_may_speak_on() -> None:
    text = "De Finse premier zwijgt niet, zegt Zweden. Later zei hij niets."
    signals = made(
        text,
        {"actor": dict.fromkeys(("De Finse premier", "Zweden", "hij"), ""), "cue": {"zegt": "", "zei": ""}},
        {"source": {"zegt": ["Zweden"], "zei": ["hij"]}},
    )
    scene, mentions = Scene.of(signals), told_apart(signals, signals.stretches("actor"), DAY)
    found = candidates(scene, mentions, 2)
    assert found["SWE"]["speaks on"] > 0.9 > 0.1 > found["FIN"].get("spoke before", 0.0)


def test_two_arguments_of_one_verb_stand_beside_each_other() -> None:
    signals = made(
        "Zweden belde hem. Finland zweeg.", {"actor": dict.fromkeys(("Zweden", "hem", "Finland"), "")}
    )
    said = {0: (1, "nsubj"), 2: (1, "obj"), 4: (5, "nsubj")}
    signals = replace(
        signals,
        governors=[said[i][0] if i in said else i for i in range(len(signals.offsets))],
        relations=[said[i][1] if i in said else "ROOT" for i in range(len(signals.offsets))],
    )
    scene, mentions = Scene.of(signals), told_apart(signals, signals.stretches("actor"), DAY)
    found = candidates(scene, mentions, 1)
    assert "beside" in found["SWE"]
    assert "beside" not in found["FIN"]


def test_a_family_of_parties_is_the_one_of_a_state_that_the_report_names() -> None:
    scene, mentions = told("In België zwegen de liberalen.", "de liberalen")
    found = candidates(scene, mentions, 0)
    assert {"ORG:Open Vld", "ORG:MR"} <= set(found) and "ORG:FDP" not in found
    assert "family" in found["ORG:MR"] and "no family" in found["BEL"]
    assert found["ORG:MR"]["family named near"] > found["ORG:VVD"]["family named near"]
