import pytest
from tests.dossier.reports import condition, entry, event, position

from akkoord.record import Entry


@pytest.fixture
def minsk() -> list[Entry]:
    """Three short reports of our own on public facts of February and March 2022."""
    maand = entry(
        "Rusland erkende maandagavond Donetsk en Loegansk. "
        "Daarmee eindigden de akkoorden van Minsk uit 2014 en 2015.\n\n"
        "Moskou eist dat Oekraïne neutraal wordt. Rusland praat pas als Oekraïne de wapens neerlegt.\n\n"
        "Volgens het Kremlin is Oekraïne bereid over neutraliteit te praten. Kiev ontkent dat.",
        "2022-02",
        "maand",
        events=[
            event("erkende", "SUPPORT", ["RUS"], recipients=["REG:Donetsk", "REG:Loegansk"],
                  time="[2022-01-31,2022-02-07,2022-02-14,2022-02-21,2022-02-28]"),
            event("eist", "REQUEST", ["RUS"], recipients=["UKR"]),
        ],
        statements=[
            {"source": "het Kremlin", "code": "RUS/GOV", "cue": "Volgens",
             "content": ["is Oekraïne bereid over neutraliteit te praten"]},
            {"source": "Kiev", "code": "UKR/GOV", "cue": "ontkent", "content": ["dat#2"]},
        ],
        positions=[
            position("RUS", "neutrality", "demands", "eist dat Oekraïne neutraal wordt"),
            position("UKR", "neutrality", "open", "is Oekraïne bereid over neutraliteit te praten"),
        ],
        conditions=[condition("Oekraïne de wapens neerlegt", "Rusland praat", "pas als", "RUS")],
        agreements=[
            {"name": "de akkoorden van Minsk", "parties": ["RUS", "UKR"], "third_parties": ["DEU", "FRA"],
             "date": "2014/2015", "place": "Minsk", "provisions": ["ceasefire", "elections"], "status": "ended",
             "evidence": ["eindigden de akkoorden van Minsk"]},
        ],
    )  # fmt: skip
    dag = entry(
        "De erkenning van Donetsk en Loegansk door Rusland op 21 februari 2022 werd alom veroordeeld.",
        "2022-02-22",
        "dag",
        events=[
            event("erkenning", "SUPPORT", ["RUS/GOV"], recipients=["REG:Donetsk", "REG:Loegansk"],
                  time="2022-02-21"),
        ],
    )  # fmt: skip
    maart = entry(
        "Onderhandelaars van Oekraïne en Rusland kwamen dinsdag in Istanbul bijeen. "
        "Rusland stelt nu neutraliteit in ruil voor veiligheidsgaranties voor.",
        "2022-03-30",
        "maart",
        positions=[position("RUS", "neutrality", "proposes", "stelt nu neutraliteit")],
        talks=[
            {"parties": ["RUS", "UKR"], "place": "Istanbul", "host": "TUR", "date": "2022-03-29", "channel": "meeting",
             "status": "held", "evidence": ["kwamen dinsdag in Istanbul bijeen"]},
        ],
    )  # fmt: skip
    return [maand, dag, maart]
