from datetime import date

from tests.reading.made import Links, made, read_mentions

DAY = date(2022, 3, 1)


def codes(text: str, *mentions: str, links: Links | None = None) -> list[str | None]:
    signals = made(text, {"actor": dict.fromkeys(mentions, "")}, links)
    return [str(m.code) if m.code else None for m in read_mentions(signals, DAY)]


def test_words_that_tell_whose_they_are_need_nothing_else() -> None:
    assert codes("De Finse minister sprak met het Kremlin.", "De Finse minister", "het Kremlin") == [
        "FIN/GOV",
        "RUS/GOV",
    ]


def test_what_the_report_says_of_a_name_holds_for_every_later_mention_of_it() -> None:
    text = "De Finse minister Sjarov belde. Later zei Sharov niets."
    assert codes(text, "De Finse minister Sjarov", "Sharov") == ["FIN/GOV", "FIN/GOV"]


def test_a_name_told_only_later_is_known_from_the_start() -> None:
    text = "Virtanen wil praten. De Finse minister Virtanen belde."
    assert codes(text, "Virtanen", "De Finse minister Virtanen") == ["FIN/GOV", "FIN/GOV"]


def test_what_begins_a_sentence_in_front_of_a_name_is_no_first_name() -> None:
    assert codes("De gastheer was er. Gastheer Loekasjenko zweeg.", "Gastheer Loekasjenko") == ["BLR/GOV"]


def test_a_pronoun_is_who_it_points_to() -> None:
    text = "De Finse minister belde de Zweedse premier, maar die nam niet op."
    found = codes(
        text,
        "De Finse minister",
        "de Zweedse premier",
        "die",
        links={"same": {"die": ["de Zweedse premier"]}},
    )
    assert found == ["FIN/GOV", "SWE/GOV", "SWE/GOV"]


def test_a_description_keeps_its_own_sector_when_it_points_to_a_state() -> None:
    text = "Finland wil praten, zei de premier."
    found = codes(text, "Finland", "de premier", links={"same": {"de premier": ["Finland"]}})
    assert found == ["FIN", "FIN/GOV"]


def test_a_name_that_nobody_knows_stands_for_itself() -> None:
    assert codes("Jussi Korhonen kwam.", "Jussi Korhonen") == ["PER:Jussi Korhonen"]


def test_a_pronoun_that_points_nowhere_has_no_code() -> None:
    assert codes("Hij kwam niet.", "Hij") == [None]


def test_a_person_is_of_the_party_that_stands_right_behind_the_name() -> None:
    behind = "(EVP)", ", lijsttrekker van de EVP,", "(44), lijsttrekker van de EVP,"
    for text in (f"Jussi Korhonen {words} kwam." for words in behind):
        person = read_mentions(made(text, {"actor": {"Jussi Korhonen": ""}}), DAY)[0]
        assert (str(person.code), person.known_by) == ("ORG:EVP/PTY", "words")


def test_a_person_is_in_the_office_that_stands_right_behind_the_name() -> None:
    person = read_mentions(
        made("Jussi Korhonen, minister van Handel, kwam.", {"actor": {"Jussi Korhonen": ""}}), DAY
    )[0]
    assert person.code is not None
    assert (person.phrase.sector, person.code.sector) == ("GOV", "GOV")


def test_a_party_named_next_in_a_row_is_not_the_persons() -> None:
    text = "Jussi Korhonen, Finland, Zweden en de EVP praten."
    person = read_mentions(made(text, {"actor": {"Jussi Korhonen": ""}}), DAY)[0]
    assert person.known_by != "words"


def test_what_brings_a_phrase_in_is_no_part_of_it() -> None:
    signals = made("Er is meer, aldus Korhonen.", {"actor": {"aldus Korhonen": ""}})
    (found,) = read_mentions(signals, DAY)
    assert found.words == ("Korhonen",)
