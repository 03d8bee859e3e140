from datetime import UTC, datetime

import pytest
from tests.dossier.reports import entry

from akkoord.dossier import Dossier, Known
from akkoord.dossier.mentions import naming
from akkoord.record import Entry, Merge


def _told(id: str, day: str, *mentions: tuple[str, str]) -> Entry:
    text = "; ".join(words for words, _ in mentions) + "."
    return entry(text, day, id, actors=[{"text": words, "code": code} for words, code in mentions])


def _decision(number: int, kind: str, *actors: str) -> Merge:
    made = {
        "number": number,
        "kind": kind,
        "actors": actors,
        "by": "Jansen",
        "at": datetime(2025, 1, 1, tzinfo=UTC),
    }
    return Merge(**made)


REPORTS = [
    _told("a", "2019-01-10", ("de leider Omar Basri", "ORG:Front/REB"), ("het Front", "ORG:Front/REB")),
    _told("b", "2019-02-10", ("kolonel Basri", "ORG:Front/REB"), ("de Strijders", "ORG:Strijders/REB")),
]


def _by_name(*decisions: Merge) -> dict[str, Known]:
    return {known.name or known.party: known for known in Dossier(REPORTS, decisions).actors}


@pytest.mark.parametrize(
    ("text", "name", "office", "portfolio"),
    [
        ("de leider Omar Basri", "Omar Basri", "de leider", ""),
        (
            "minister van Buitenlandse Zaken Omar Basri",
            "Omar Basri",
            "minister van Buitenlandse Zaken",
            "buite",
        ),
        ("defensieminister Basri", "Basri", "defensieminister", "defen"),
        ("minister van Defensie Basri", "Basri", "minister van Defensie", "defen"),
        ("Jan van der Berg", "Jan van der Berg", "", ""),
        ("Basri zelf", "Basri", "", ""),
        ("president Omar Basri van Rusland", "Omar Basri", "president", ""),
        ("Moskou", "", "", ""),
        ("het Front", "", "", ""),
        ("de Russische president", "", "de Russische president", ""),
        ("Hij", "", "", ""),
        (
            "minister van Buitenlandse Zaken Örn",
            "Örn",
            "minister van Buitenlandse Zaken",
            "buite",
        ),
        ("een woordvoerder van generaal Basri", "", "een woordvoerder van generaal Basri", ""),
        ("een adviseur van Basri", "", "een adviseur van Basri", "basri"),
        ("Eurocommissaris Von der Basri", "Von der Basri", "Eurocommissaris", ""),
        ("de voorzitter van hun verbond Aldra", "", "de voorzitter van hun verbond Aldra", ""),
        ("Kremlinwoordvoerder Basri", "Basri", "Kremlinwoordvoerder", ""),
        ("partijleider Omar Basri van de Verenigde Naties", "Omar Basri", "partijleider", ""),
        ("minister van defensie Basri", "Basri", "minister van defensie", ""),
        ("minister Riyad Basri", "Riyad Basri", "minister", ""),
        ("Duizenden Russen", "", "", ""),
    ],
)
def test_the_name_and_the_office_in_a_mention(text: str, name: str, office: str, portfolio: str) -> None:
    found = naming(text)
    assert (found.name, found.office, found.portfolio) == (name, office, portfolio)


def test_roles_are_dated_by_the_reports() -> None:
    roles = [(role.words, str(role.first), str(role.last)) for role in _by_name()["Omar Basri"].roles]
    assert roles == [
        ("leider", "2019-01-10", "2019-01-10"),
        ("kolonel", "2019-02-10", "2019-02-10"),
    ]


def test_every_spelling_has_the_rule_that_joined_it() -> None:
    known = _by_name()["Omar Basri"]
    assert {text: reason.rule for text, reason in known.reasons.items()} == {
        "de leider Omar Basri": "full-name",
        "kolonel Basri": "only-one",
    }


def test_a_person_joins_and_takes_apart_again() -> None:
    merge = _decision(1, "merge", "ORG:Front", "ORG:Strijders")
    joined = _by_name(merge)["ORG:Front"]
    assert set(joined.spellings) == {"het Front", "de Strijders"}
    assert joined.reasons["de Strijders"].words == ("Jansen", "ORG:Front", "ORG:Strijders")
    undone = _by_name(merge, _decision(2, "split", "ORG:Front", "ORG:Strijders"))
    assert set(undone["ORG:Front"].spellings) == {"het Front"}
    assert set(undone["ORG:Strijders"].spellings) == {"de Strijders"}


def test_a_spelling_is_split_off() -> None:
    found = Dossier(REPORTS, [_decision(1, "split", "Omar Basri", "Basri")]).actors
    people = [known for known in found if known.name]
    assert sorted(m.text for known in people for m in known.mentions) == [
        "de leider Omar Basri",
        "kolonel Basri",
    ]
    assert len(people) == 2
