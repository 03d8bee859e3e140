import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.reading.times import read_times
from akkoord.when import When

THURSDAY = When.parse("2021-06-17")
MONTH = When.parse("2021-06")

ON_A_DAY = [
    ("Zij spraken gisteren.", "gisteren", "2021-06-16"),
    ("Zij spraken gisteravond.", "gisteravond", "2021-06-16"),
    ("Vanmiddag spraken zij.", "Vanmiddag", "2021-06-17"),
    ("Zij gaan overmorgen praten.", "overmorgen", "2021-06-19"),
    ("Zij spraken maandag.", "maandag", "2021-06-14"),
    ("Zij spraken donderdag.", "donderdag", "2021-06-17"),
    ("Zij gaan maandag praten.", "maandag", "2021-06-21"),
    ("Komende zondag spreken zij.", "Komende zondag", "2021-06-20"),
    ("Dat bleek afgelopen vrijdag.", "afgelopen vrijdag", "2021-06-11"),
    (
        "In de nacht van zondag op maandag werd geschoten.",
        "de nacht van zondag op maandag",
        "2021-06-13/2021-06-14",
    ),
    ("Op 7 oktober 2023 werd getekend.", "7 oktober 2023", "2023-10-07"),
    ("Op 3 mei werd getekend.", "3 mei", "2021-05-03"),
    ("Op 9 juli wordt getekend.", "9 juli", "2021-07-09"),
    ("Op 24 november werd getekend.", "24 november", "2020-11-24"),
    ("Dat was op vrijdag 5 juni.", "vrijdag 5 juni", "2020-06-05"),
    ("Op 1 december vorig jaar begon het.", "1 december vorig jaar", "2020-12-01"),
    ("Van 3 tot en met 6 mei was er overleg.", "3 tot en met 6 mei", "2021-05-03/2021-05-06"),
    ("Het was op 15 en 16 april.", "15 en 16 april", "2021-04-15/2021-04-16"),
    ("In maart werd gepraat.", "maart", "2021-03"),
    ("In augustus gaan zij verder.", "augustus", "2021-08"),
    ("Sinds februari 2019 werd gepraat.", "februari 2019", "2019-02"),
    ("Eind maart werd gepraat.", "Eind maart", "2021-03-21/2021-03-31"),
    ("Begin mei 2020 werd gepraat.", "Begin mei 2020", "2020-05-01/2020-05-10"),
    ("Vorig jaar mei werd gepraat.", "Vorig jaar mei", "2020-05"),
    ("In 2014 werd getekend.", "2014", "2014"),
    ("Tussen 2014 en 2016 werd gepraat.", "2014 en 2016", "2014/2016"),
    ("Begin 2015 werd getekend.", "Begin 2015", "2015-01/2015-03"),
    ("In de jaren negentig was het oorlog.", "de jaren negentig", "199X"),
    ("Eind jaren tachtig was het vrede.", "Eind jaren tachtig", "1987/1989"),
    ("Dat was in de negentiende eeuw.", "de negentiende eeuw", "18XX"),
    ("In de zomer van 2017 werd gepraat.", "de zomer van 2017", "2017-22"),
    ("Het was het tweede kwartaal van 2020.", "het tweede kwartaal van 2020", "2020-04/2020-06"),
    ("Vorige week werd gepraat.", "Vorige week", "2021-06-07/2021-06-13"),
    ("Volgende maand wordt gepraat.", "Volgende maand", "2021-07"),
    ("Eerder dit jaar werd gepraat.", "Eerder dit jaar", "2021"),
    ("Dit weekend werd gevochten.", "Dit weekend", "2021-06-12/2021-06-13"),
    ("De afgelopen vier jaar was het rustig.", "De afgelopen vier jaar", "2017/2021"),
    ("Drie jaar geleden werd getekend.", "Drie jaar geleden", "2018"),
    ("Twee maanden geleden werd getekend.", "Twee maanden geleden", "2021-04"),
    ("Een week geleden werd getekend.", "Een week geleden", "2021-06-10"),
    ("Over twee weken wordt getekend.", "Over twee weken", "2021-07-01"),
]
IN_A_MONTH = [
    ("Zij spraken vandaag.", "2021-06"),
    ("Zij spraken gisteravond.", "2021-06"),
    ("Vorige week werd gepraat.", "2021-06"),
    ("Twee dagen geleden werd gepraat.", "2021-06"),
    ("Zij spraken maandagavond.", "[2021-05-31,2021-06-07,2021-06-14,2021-06-21,2021-06-28]"),
    (
        "Het gebeurde in de nacht van maandag op dinsdag.",
        "[2021-06-01,2021-06-08,2021-06-15,2021-06-22,2021-06-29]",
    ),
    ("In maart werd gepraat.", "2021-03"),
    ("Vorige maand werd gepraat.", "2021-05"),
    ("Begin deze maand werd gepraat.", "2021-06-01/2021-06-10"),
]
NOWHERE = ["onlangs", "binnenkort", "ooit", "de afgelopen jaren", "komende dagen", "op termijn"]
NO_TIMES = [
    "Het duurde vijf uur.",
    "Nu wordt er nog steeds gepraat.",
    "Toen kwam 2000 man in actie.",
    "Er kwamen zo'n 2000 vredestroepen.",
    "Er stonden 2000 regeringstroepen klaar.",
    "Ruim 1900 boeren en meer dan 2000 vissers kwamen.",
    "Resolutie 1701 werd aangenomen.",
    "Onder Obama was dat anders.",
    "Zij groeide meer dan ooit.",
    "Vandaag de dag is dat anders.",
]


@pytest.mark.parametrize(("text", "words", "value"), ON_A_DAY)
def test_published_on_a_known_day(text: str, words: str, value: str) -> None:
    found = read_times(text, THURSDAY)
    assert [(time.text, time.value) for time in found] == [(words, value)]


@pytest.mark.parametrize(("text", "value"), IN_A_MONTH)
def test_published_in_a_known_month(text: str, value: str) -> None:
    assert [time.value for time in read_times(text, MONTH)] == [value]


@pytest.mark.parametrize("words", NOWHERE)
def test_anchored_to_nothing(words: str) -> None:
    assert [(t.text, t.value) for t in read_times(f"Er is {words} gepraat.", THURSDAY)] == [(words, "XXXX")]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert read_times(text, THURSDAY) == []


def test_told_from_the_time_before() -> None:
    text = "Op 3 mei werd getekend. Twee dagen later werd geschoten. De volgende dag zweeg iedereen."
    assert [time.value for time in read_times(text, THURSDAY)] == ["2021-05-03", "2021-05-05", "2021-05-06"]
    assert [time.value for time in read_times("Twee dagen later was het stil.", THURSDAY)] == ["XXXX"]


def test_tense_can_be_told_by_the_caller() -> None:
    text = "Maandag overleg."
    assert read_times(text, THURSDAY, lambda start, end: "past")[0].value == "2021-06-14"
    assert read_times(text, THURSDAY, lambda start, end: "future")[0].value == "2021-06-21"


def test_a_full_date_narrows_the_days_that_a_weekday_can_be() -> None:
    named = "Zij tekenden donderdag 10 juni. Na het overleg van donderdag werd het stil."
    assert [time.value for time in read_times(named, MONTH)] == ["2021-06-10", "2021-06-10"]
    told = "Op 10 juni werd getekend. Zij spraken zaterdag opnieuw."
    assert read_times(told, MONTH)[1].value == "[2021-06-12,2021-06-19,2021-06-26]"


def test_no_single_day_is_made_up_from_the_order_of_telling() -> None:
    text = "Op 25 juni werd getekend. Zij spraken zaterdag opnieuw."
    assert read_times(text, MONTH)[1].value == "[2021-06-19,2021-06-26]"


def test_without_date_of_publication_only_full_dates_are_known() -> None:
    text = "Zij spraken maandag en gisteren, in maart en op 3 mei, en tekenden op 5 juni 2020."
    assert [t.value for t in read_times(text)] == ["XXXX", "XXXX", "XXXX", "XXXX", "2020-06-05"]


def test_a_day_that_the_calendar_lacks_is_unknown() -> None:
    assert [t.value for t in read_times("Op 31 februari 2020 werd getekend.", THURSDAY)] == ["XXXX"]


def test_what_leads_out_of_the_calendar_is_unknown() -> None:
    assert [t.value for t in read_times("Dat was 800 jaar geleden.", When.parse("0700-01-01"))] == ["XXXX"]


@pytest.mark.parametrize(
    "published", ["2021-06-17", "2021-06", "2021", "2021-22", "202X", "XXXX", "2021-06-01/2021-06-10"]
)
@pytest.mark.parametrize(
    "words",
    [
        "de afgelopen twee decennia",
        "gisteren",
        "maandag",
        "vorige week",
        "dit weekend",
        "deze zomer",
        "over twee dagen",
        "twee kwartalen geleden",
        "een kwartaal eerder",
        "begin dit jaar",
        "deze eeuw",
        "3 mei",
        "de volgende dag",
    ],
)
def test_any_precision_of_publication_is_read(words: str, published: str) -> None:
    for found in read_times(f"Op 3 mei werd {words} gepraat.", When.parse(published)):
        assert When.parse(found.value)


def test_every_time_says_which_rule_made_it() -> None:
    assert read_times("Zij spraken maandag.", THURSDAY)[0].why == ("weekday", "past")


@given(
    st.text(
        alphabet=st.sampled_from("in de nacht van maandag op 3 mei 2014-15 tot begin jaren ' "), max_size=80
    )
)
def test_words_stand_where_they_are_said_to_and_values_are_dates(text: str) -> None:
    found = read_times(text, MONTH)
    assert all(time.stands_in(text) and When.parse(time.value) for time in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_long_text_is_read_in_time_that_grows_with_its_length() -> None:
    text = "Zij spraken maandag, op 3 mei en in 2014. " * 2000
    begin = time.perf_counter()
    assert len(read_times(text, THURSDAY)) == 6000
    assert time.perf_counter() - begin < 20
