from datetime import date

import pycountry
import pytest
from babel import Locale

from akkoord.codebook import Code
from akkoord.reading.actors import lexicon, lint
from akkoord.reading.actors.lexicon import read
from akkoord.reading.actors.people import rows_of


def test_package_data_has_no_faults() -> None:
    assert lint() == []


def test_every_state_has_its_dutch_name() -> None:
    names = Locale("nl").territories
    for country in pycountry.countries:
        name = names[country.alpha_2].split(" (")[0]
        if " SAR " not in name:
            assert Code.of(country.alpha_3) in {entry.code for entry in lexicon().find(name.split())}, name


def test_every_member_of_the_united_nations_has_adjective_and_capital() -> None:
    rows = read("states")
    with_adjective = {state for state, row in rows.items() if row.get("adjectives")}
    with_capital = {state for state, row in rows.items() if row.get("capitals")}
    assert len(with_adjective) >= 193
    assert len(with_capital) >= 165
    assert {
        "NER",
        "NGA",
        "GIN",
        "GNB",
        "GNQ",
        "COD",
        "PRK",
        "KOR",
        "SDN",
        "SSD",
    } <= with_adjective & with_capital


@pytest.mark.parametrize(
    ("file", "rows", "fault"),
    [
        (
            "groups",
            {"ORG:A/REB": {"names": ["Front voor de Vrijheid van het Land der Duizend Meren"]}},
            "ORG:A/REB: 'Front",
        ),
        ("groups", {"ORG:Rood Front/RBL": {"names": ["Rood Front"]}}, "groups.toml: ORG:Rood Front/RBL"),
        ("states", {"QQQ": {"names": ["Nergensland"]}}, "states.toml: QQQ"),
        ("media", {"ORG:Krant/JRN": {"naam": ["Krant"]}}, "unknown field 'naam'"),
        ("bodies", {"RUS/LEG": {}}, "RUS/LEG: has no name"),
        ("parties", {"ORG:A/PTY": {"names": ["Partij A"], "state": "Q"}}, "ORG:A/PTY: state"),
        (
            "places",
            {"NLD": ["Breda"], "BEL": ["Breda"]},
            "places.toml: BEL: 'Breda' stands already under NLD",
        ),
        ("families", {"red": {"stems": ["rood"]}}, "families.toml: red: parties is missing"),
        ("families", {"red": {"stems": ["rood"], "parties": ["A"]}}, "families.toml: red"),
        ("offices", {"sectors": {"REGERING": ["premier"]}}, "unknown sector 'REGERING'"),
        ("offices", {"sectors": {"GOV": ["chef"], "MIL": ["chef"]}}, "MIL: 'chef' stands already under GOV"),
        ("people", {"people": [{"name": "A", "code": "RUS"}]}, "people.csv: A: office is missing"),
    ],
)
def test_lint_names_file_and_key(file: str, rows: dict[str, object], fault: str) -> None:
    assert any(fault in line for line in lint({file: rows})), lint({file: rows})


def test_lint_finds_one_name_for_two_codes() -> None:
    faults = lint({"groups": {"ORG:A/REB": {"names": ["Front"]}, "ORG:B/REB": {"names": ["Front"]}}})
    assert faults == ["groups.toml: ORG:B/REB: names: 'Front' stands already in groups.toml: ORG:A/REB"]


def test_lint_finds_terms_of_office_that_cannot_be() -> None:
    person = {"name": "A", "office": "premier", "source": "press"}
    first = person | {"code": "NLD/GOV", "from": date(2010, 1, 1), "to": date(2012, 1, 1)}
    second = person | {"code": "BEL/GOV", "from": date(2011, 1, 1)}
    reverse = person | {"code": "NLD/GOV", "from": date(2010, 1, 1), "to": date(2009, 1, 1)}
    assert lint({"people": {"people": [first, second]}}) == [
        "people.csv: A: is NLD/GOV and BEL/GOV at one time"
    ]
    assert "leaves office" in lint({"people": {"people": [reverse]}})[0]
    assert lint({"people": {"people": [first | {"full": "no"}]}}) == [
        "people.csv: A: full is 'no', not 'full' or empty"
    ]


def test_the_table_of_people_is_read_by_field_and_a_bad_day_is_told_with_its_line() -> None:
    head = "name,also,full,code,party,office,from,to,source"
    (row,) = rows_of(f'{head}\nA B,A C|A D,full,NLD/GOV,,"premier, minister",2010-01-02,,press\n')
    assert row == {
        "name": "A B", "also": ["A C", "A D"], "full": "full", "code": "NLD/GOV", "office": "premier, minister",
        "from": date(2010, 1, 2), "source": "press",
    }  # fmt: skip
    with pytest.raises(ValueError, match=r"people\.csv, line 3"):
        list(rows_of(f"{head}\nA,,,NLD/GOV,,premier,,,press\nB,,,NLD/GOV,,premier,2010-13-01,,press\n"))


def test_abbreviations_are_found_as_words() -> None:
    assert lexicon().find(["NAVO"]) == lexicon().find(["Navo"]) != []
    assert lexicon().find(["navo"]) == []
