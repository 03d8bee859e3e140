from pathlib import Path

import pytest
from benchmarks.merging import SETS, load_set
from tests.dossier.reports import entry, event

from akkoord.dossier import Accord, Dossier
from akkoord.dossier.agreements import is_name, label_of


def _accords(name: str) -> dict[str, Accord]:
    return {accord.name: accord for accord in Dossier(load_set(Path(SETS, f"{name}.toml")).entries).accords}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("de Minskse akkoorden", {"minsk"}),
        ("Minsk-akkoorden", {"minsk"}),
        ("het akkoord van Minsk", {"minsk"}),
        ("de Russisch-Turkse deal", set()),
        ("het bestand met Noorwegen", set()),
    ],
)
def test_names_of_places_tell_agreements_apart_and_names_of_parties_do_not(
    name: str, label: set[str]
) -> None:
    assert label_of(name) == label


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("het bestand", True),
        ("wapenstilstanden", True),
        ("afspraken over graan", True),
        ("Rijsberg-2", True),
        ("spraken af", False),
        ("werden het daar eens", False),
    ],
)
def test_words_that_only_tell_that_it_was_made_are_no_name(words: str, names: bool) -> None:
    assert is_name(words) is names


def test_a_plural_name_takes_its_accords_together() -> None:
    accords = _accords("akkoorden")
    assert set(accords) == {"de akkoorden van Rijsberg", "Het visserijverdrag"}
    pair = accords["de akkoorden van Rijsberg"]
    assert [(part.name.casefold(), str(part.when)) for part in pair.parts] == [
        ("het protocol van rijsberg", "2016-04-07"),
        ("tweede akkoord", "2017-01-18"),
    ]
    assert pair.parties == ("REG:Meren", "REG:Valdor")
    assert pair.third_parties == ("NOR",)
    assert set(pair.provisions) == {"ceasefire", "prisoners", "elections"}
    assert pair.status == "ended"


def test_the_history_has_each_status_with_where_it_is_told() -> None:
    pair = _accords("akkoorden")["de akkoorden van Rijsberg"]
    assert [(status, citation.report) for _, status, citation in pair.history] == [
        ("concluded", "protocol"),
        ("violated", "tweede"),
        ("ended", "einde"),
    ]


@pytest.mark.parametrize(
    ("status", "kept", "broken"),
    [("violated", ["kept"], ["broken"]), ("proposed", [], []), ("rejected", [], [])],
)
def test_what_became_of_a_provision_is_told_by_the_reports_that_speak_of_an_accord_that_was_made(
    status: str, kept: list[str], broken: list[str]
) -> None:
    text = (
        "Het bestand van Rijsberg houdt geen stand. Meren beschoot zondag Valdor. "
        "Meren liet wel twintig gevangenen vrij."
    )
    parties = ["REG:Meren", "REG:Valdor"]
    told = entry(
        text,
        "2016-05-02",
        agreements=[
            {
                "name": "Het bestand van Rijsberg", "parties": parties, "date": "2016-04-07", "status": status,
                "provisions": ["ceasefire", "prisoners", "borders"],
                "evidence": ["Het bestand van Rijsberg houdt geen stand"],
            },
        ],
        events=[
            event("beschoot", "ASSAULT", ["REG:Meren/MIL"], recipients=["REG:Valdor"], time="2016-05-01"),
            event("liet", "RETREAT", ["REG:Meren"], mode="release", recipients=["REG:Valdor"]),
        ],
    )  # fmt: skip
    elsewhere = entry(
        "Meren beschoot Valdor.", "2016-06-01", "elders",
        events=[event("beschoot", "ASSAULT", ["REG:Meren"], recipients=["REG:Valdor"], time="2016-05-31")],
    )  # fmt: skip
    dossier = Dossier([told, elsewhere])
    outcomes = dossier.outcomes(dossier.accords[0])
    assert {issue: [(kind, c.report) for kind, c in found] for issue, found in outcomes.items()} == {
        "ceasefire": [(kind, "bericht") for kind in broken],
        "prisoners": [(kind, "bericht") for kind in kept],
        "borders": [],
    }
