import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.codebook import Code
from akkoord.reading.actors import code_of, describe, family_of, lexicon

TODAY = date(2024, 3, 1)

STATES = [
    ("Oekraïne", "UKR"),
    ("het Verenigd Koninkrijk", "GBR"),
    ("de VS", "USA"),
    ("Wit-Rusland", "BLR"),
    ("Belarus", "BLR"),
    ("Birma", "MMR"),
    ("Oeganda", "UGA"),
    ("Ivoorkust", "CIV"),
    ("Noord-Macedonië", "MKD"),
    ("Kosovo", "XKX"),
    ("de Palestijnen", "PSE"),
    ("de Taiwanezen", "TWN"),
]
METONYMS = [
    ("Moskou", "RUS/GOV"),
    ("Buenos Aires", "ARG/GOV"),
    ("het Kremlin", "RUS/GOV"),
    ("het Witte Huis", "USA/GOV"),
    ("Downing Street", "GBR/GOV"),
    ("het Elysée", "FRA/GOV"),
    ("de Knesset", "ISR/LEG"),
    ("Brussel", "ORG:EU"),
]
DESCRIPTIONS = [
    ("een Canadese diplomaat", "CAN/GOV"),
    ("het Libanese leger", "LBN/MIL"),
    ("de Servische oppositieleider", "SRB/OPP"),
    ("de Noorse buitenlandminister", "NOR/GOV"),
    ("een Keniaanse rechter", "KEN/JUD"),
    ("de Georgische geheime dienst", "GEO/SPY"),
    ("Armeense vluchtelingen", "ARM/REF"),
    ("de Spaanse vakbonden", "ESP/LAB"),
    ("de regering in Nairobi", "KEN/GOV"),
    ("troepen van Rwanda", "RWA/MIL"),
    ("een woordvoerder van de Knesset", "ISR/LEG"),
    ("de leiders van Griekenland en Turkije", "GRC/GOV+TUR/GOV"),
    ("Russische en Georgische onderhandelaars", "GEO/GOV+RUS/GOV"),
    ("een analist in Odessa", "UKR/EDU"),
    ("de Iraanse staat", "IRN"),
    ("een Deense oud-minister", "DNK/ELI"),
    ("de voormalige Chileense president", "CHL/ELI"),
]
COMPOUNDS = [
    ("een Kremlinwoordvoerder", "RUS/GOV"),
    ("de NAVO-chef", "ORG:NATO"),
    ("VN-soldaten", "ORG:UN/MIL"),
    ("een Labour-parlementariër", "ORG:Labour/PTY"),
    ("een CDU-minister", "DEU/GOV"),
    ("PvdA-kiezers", "NLD/CVL"),
    ("twee FvD'ers", "ORG:FvD/PTY"),
    ("Talibanleiders", "ORG:Taliban/REB"),
    ("de regering-Scholz", "DEU/GOV"),
    ("een Kamerlid", "NLD/LEG"),
    ("EU-landen", "ORG:EU"),
]
HEADS = [
    ("CIA-directeur William Burns", "USA/SPY"),
    ("de directeur van het IAEA", "ORG:IAEA"),
    ("de stafchef van het Algerijnse leger", "DZA/MIL"),
    ("bronnen binnen de Noorse regering", "NOR/GOV"),
    ("waarnemers van de Afrikaanse Unie", "ORG:AU"),
    ("internationale waarnemers", "INT"),
    ("Rode Kruis-medewerkers", "ORG:ICRC/NGO"),
    ("een New York Times-journalist", "ORG:The New York Times/JRN"),
    ("vicepremier Matteo Salvini van de Lega", "ITA/GOV"),
]
MODIFIED = [
    ("de door Iran gesteunde Houthi's", "ORG:Houthi/REB"),
    ("de internationaal erkende regering van Jemen", "YEM/GOV"),
    ("de in Qatar wonende Hamas-leider", "ORG:Hamas/REB"),
    ("een van Merkels ministers", "DEU/GOV"),
]
GROUPS = [
    ("de strijders van Hezbollah", "ORG:Hezbollah/REB"),
    ("Haftars troepen", "ORG:LNA/REB"),
    ("het Spaanse persbureau EFE", "ORG:EFE/JRN"),
    ("de krant Ouest-France", "ORG:Ouest-France/JRN"),
    ("het Schotse parlement", "REG:Schotland/LEG"),
    ("Erdogans partij", "ORG:AKP/PTY"),
]
NOBODY = [
    ("een diplomaat in Bogotá", "INT"),
    ("bronnen", "INT"),
    ("westerse landen", "INT"),
    ("Europese landen", "INT"),
    ("correspondent Anna de Wit", "PER:Anna de Wit/JRN"),
    ("Chinakenner Piet Verhoef", "PER:Piet Verhoef/EDU"),
]


@pytest.mark.parametrize(
    ("words", "code"), STATES + METONYMS + DESCRIPTIONS + COMPOUNDS + HEADS + MODIFIED + GROUPS + NOBODY
)
def test_code(words: str, code: str) -> None:
    assert code_of(words.split(), TODAY) == Code.parse(code)


@pytest.mark.parametrize(
    "words",
    [
        "de regering",
        "beide landen",
        "het leger",
        "de partij",
        "hij",
        "Jan Pietersen",
        "de trein",
        "Odessa-route",
        "de Financiënminister",
        "Europaminister Hanna Vesterinen",
        "",
    ],
)
def test_words_that_name_no_party_have_no_code(words: str) -> None:
    assert code_of(words.split(), TODAY) is None


def test_inhabitants_are_the_state_and_some_of_them_its_people() -> None:
    assert code_of(["de", "Hongaren"]) == Code.of("HUN")
    assert code_of(["Hongaren", "en", "Polen"]) == Code.parse("HUN+POL")
    assert code_of(["tientallen", "Hongaren"]) == Code.of("HUN", "CVL")
    assert code_of(["een", "Hongaar"]) == Code.of("HUN", "CVL")


@pytest.mark.parametrize("name", ["Poetin", "Putin", "Vladimir Poetin", "Wladimir Putin", "president Poetin"])
def test_spellings_of_an_office_holder_meet(name: str) -> None:
    assert code_of(name.split(), TODAY) == Code.of("RUS", "GOV")


def test_office_holders_have_their_time() -> None:
    johnson = ["Boris", "Johnson"]
    assert code_of(johnson, date(2021, 1, 1)) == Code.of("GBR", "GOV")
    assert code_of(johnson, date(2023, 1, 1)) == Code.of("GBR", "ELI")
    assert code_of(johnson, date(2010, 1, 1)) is None
    assert code_of(["Timmermans"], date(2014, 1, 1)) == Code.of("NLD", "GOV")
    assert code_of(["Timmermans"], date(2019, 1, 1)) == Code.of("ORG:EU", "GOV")


def test_own_adjective_goes_before_a_namesake_in_office() -> None:
    assert code_of(["de", "Canadese", "minister", "Johnson"], date(2021, 1, 1)) == Code.of("CAN", "GOV")


def test_another_first_name_is_another_person() -> None:
    assert code_of(["Pieter", "Macron"], TODAY) is None
    assert code_of(["voetballer", "Merkel", "Jansen"], TODAY) is None


def test_for_and_against_a_state_is_not_that_state() -> None:
    assert code_of(["een", "pro-Russische", "groep"]) is None


def test_sector_and_name_are_told_where_the_party_is_not() -> None:
    phrase = describe(["premier", "Wim", "Bergsma"])
    assert (phrase.code, phrase.sector, phrase.name) == (None, "GOV", "Wim Bergsma")
    assert describe(["generaals"]).plural


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("het hoofd van het parlement", "LEG"),
        ("de leiders van de separatisten", "REB"),
        ("een van zijn adviseurs", "GOV"),
        ("zijn diplomaten", "GOV"),
        ("de voormalige vicepresident", "ELI"),
    ],
)
def test_the_sector_of_somebody_of_an_unknown_party_is_told(words: str, sector: str) -> None:
    found = describe(words.split(), TODAY)
    assert (found.code, found.sector) == (None, sector)


def test_reasons_are_the_words_that_decided() -> None:
    assert describe(["de", "Poolse", "minister", "van", "Defensie"]).why == ("minister", "Poolse")


@given(
    st.lists(
        st.one_of(st.text(max_size=8), st.sampled_from(["krant", "van", "VN-", "Kiev", "A/BCD", "A+B", "en"]))
    )
)
def test_any_words_have_a_sound_code_or_none(words: list[str]) -> None:
    code = code_of(words)
    assert code is None or Code.parse(str(code)) == code


def test_a_name_that_cannot_stand_in_a_code_makes_none() -> None:
    assert code_of(["krant", "A/BCD"]) is None
    assert code_of(["correspondent", "Jan+Piet"]) is None


def test_common_family_names_mean_nobody_without_the_first_name() -> None:
    assert code_of(["Yossi", "Cohen"], date(2018, 1, 1)) == Code.of("ISR", "SPY")
    assert code_of(["Cohen"], date(2018, 1, 1)) is None
    assert code_of(["Joop", "Cohen"], date(2018, 1, 1)) is None


def test_a_title_and_a_common_family_name_mean_the_holder_of_the_office() -> None:
    assert code_of(["premier", "Kok"], date(1998, 1, 1)) == Code.of("NLD", "GOV")
    assert code_of(["Kok"], date(1998, 1, 1)) is None
    assert code_of(["premier", "Kok"], date(2010, 1, 1)) is None
    assert code_of(["rechter", "Kok"], date(1998, 1, 1)) is None


def test_a_surname_that_is_an_adjective_too_is_one_in_front_of_a_role() -> None:
    assert code_of(["de", "Albanese", "regering"], TODAY) == Code.of("ALB", "GOV")
    assert code_of(["premier", "Albanese"], TODAY) == Code.of("AUS", "GOV")


def test_a_role_word_is_no_namesake() -> None:
    assert describe(["Rabbijn"], TODAY).person is None
    assert describe(["Keizer"], date(2024, 9, 1)).person is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("deskundigen", "INT/EDU"),
        ("veel defensie-experts", "INT/EDU"),
        ("hulpverleners", "INT/NGO"),
        ("diplomaten", "INT"),
        ("getuigen", "INT"),
    ],
)
def test_unnamed_experts_and_helpers_keep_their_sector(words: str, code: str) -> None:
    assert code_of(words.split(), TODAY) == Code.parse(code)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("een Conservatief Lagerhuislid", "ORG:Conservatives/PTY"),
        ("de Conservatieve premier", "GBR/GOV"),
        ("Imamoglu's Republikeinse Volkspartij", "ORG:CHP/PTY"),
        ("het Huis van Afgevaardigden", "USA/LEG"),
        ("de Iraanse inlichtingenbaas", "IRN/SPY"),
        ("een Syrische rebellencommandant", "SYR/REB"),
        ("het hoofd van het Keniaanse parlement", "KEN/LEG"),
        ("de Franse werkgeversvoorman", "FRA/BUS"),
        ("een HDP'er", "ORG:HDP/PTY"),
        ("een gülenist", "ORG:Gülenbeweging"),
    ],
)
def test_descriptions_by_category(words: str, code: str) -> None:
    assert code_of(words.split(), TODAY) == Code.parse(code)


@pytest.mark.parametrize(
    "words", ["de lijsttrekker in Vlaanderen", "de partij uit Finland", "het kopstuk in de Tweede Kamer"]
)
def test_where_a_partys_man_sits_does_not_tell_of_which_party_he_is(words: str) -> None:
    phrase = describe(words.split(), TODAY)
    assert (phrase.code, phrase.sector) == (None, "PTY")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("de Finse ambassadeur in Oslo", "FIN/GOV"),
        ("de Finse VN-ambassadeur", "FIN/GOV"),
        ("de ambassade van Finland in Oslo", "FIN/GOV"),
        ("een EU-ambassadeur", "ORG:EU"),
    ],
)
def test_at_a_post_abroad_somebody_is_of_the_state_that_sent_him(words: str, code: str) -> None:
    found = code_of(words.split(), TODAY)
    assert found is not None and code in (str(found), found.party)


@pytest.mark.parametrize(
    "words", ["de ambassadeur in Oslo", "zijn consul in Turkije", "de attaché bij de NAVO"]
)
def test_where_a_post_is_does_not_tell_whose_it_is(words: str) -> None:
    assert describe(words.split(), TODAY).code is None


@pytest.mark.parametrize("words", ["raadslid Bram Engels", "wethouder Noor Veldkamp"])
def test_a_people_in_somebodys_name_is_not_his(words: str) -> None:
    assert describe(words.split(), TODAY).code is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("de Walen van de PS", "ORG:PS/PTY"),
        ("de Denen van de NAVO", "ORG:NATO"),
        ("de Denen van Christiansborg", "DNK"),
    ],
)
def test_members_of_one_people_are_their_groups(words: str, code: str) -> None:
    assert str(code_of(words.split(), TODAY)) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("het Colombiaanse Congres", "COL/LEG"),
        ("de Belgische Raad van State", "BEL/JUD"),
        ("de Franse europarlementariër", "ORG:EU/LEG"),
        ("een Franse", "FRA/CVL"),
    ],
)
def test_a_body_that_several_states_have_is_of_the_one_that_an_adjective_names(words: str, code: str) -> None:
    assert str(code_of(words.split(), TODAY)) == code


def test_some_names_stand_for_several_states() -> None:
    assert str(code_of(["Polen", "en", "de", "Baltische", "landen"], TODAY)) == "EST+LTU+LVA+POL"
    assert (
        str(code_of(["de", "regeringen", "van", "de", "Baltische", "staten"], TODAY))
        == "EST/GOV+LTU/GOV+LVA/GOV"
    )


@pytest.mark.parametrize(
    ("words", "sector"), [("de Senaat", "LEG"), ("de Milieu-inspectie", "GOV"), ("Jan de Boer", None)]
)
def test_a_body_with_a_capital_is_no_name(words: str, sector: str | None) -> None:
    phrase = describe(words.split(), TODAY)
    assert (phrase.sector, phrase.name is None) == (sector, sector is not None)


@pytest.mark.parametrize(
    ("words", "parties"),
    [("de liberalen", {"ORG:VVD", "ORG:FDP"}), ("de Groenen", {"ORG:Groen"}), ("de partij", set())],
)
def test_parties_by_what_they_believe_in(words: str, parties: set[str]) -> None:
    found = family_of(words.split())
    assert parties <= found and bool(parties) == bool(found)


def test_the_parties_of_families_are_those_of_the_lexicon() -> None:
    known = {entry.code.party for entries in lexicon().entries.values() for entry in entries}
    assert {
        party for words in ("socialisten", "groenen", "liberalen") for party in family_of([words])
    } <= known


@pytest.mark.parametrize("words", ["De Valdoorse president Hanne Moor", "president Hanne Moor"])
def test_the_name_of_somebody_stands_behind_the_role_and_takes_in_no_unknown_land(words: str) -> None:
    assert describe(words.split(), TODAY).name == "Hanne Moor"


def test_a_long_chain_of_phrases_takes_no_time_to_speak_of() -> None:
    chain = "de leider van " * 40 + "Finland"
    begun = time.process_time()
    assert code_of(chain.split(), TODAY) == Code.parse("FIN/GOV")
    assert time.process_time() - begun < 10
