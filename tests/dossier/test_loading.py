from datetime import date
from pathlib import Path

import pytest
from tests.dossier.reports import entry, event, position

from akkoord.dossier import (
    BadScope,
    Scope,
    load_dossier,
    load_positions,
    load_recent,
    said_in,
    save_scope,
    saved_scopes,
)
from akkoord.record import ReaderVersion, Record
from akkoord.reports import Report
from akkoord.when import When


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Five reports a day apart, each with an event, a position and a saying."""
    kept = Record.open(tmp_path / "record.db")
    for number, word in enumerate(("haven", "brug", "school", "markt", "molen"), start=1):
        made = entry(
            f"Meren beschoot de {word} van Valdor. Valdor eist een bestand bij de {word}, zegt een gezant.",
            f"2020-01-{number:02}",
            word,
            events=[event("beschoot", "ASSAULT", ["REG:Meren"], recipients=["REG:Valdor"])],
            positions=[position("REG:Valdor", "ceasefire", "demands", "eist een bestand")],
            statements=[
                {
                    "source": "een gezant", "code": "REG:Valdor/GOV", "cue": "zegt",
                    "content": [f"Valdor eist een bestand bij de {word}"],
                },
            ],
        )  # fmt: skip
        report = Report(id=word, text=made.text, published=made.report.published)
        kept.keep(report, made.reading, ReaderVersion("1", "1", "1"))
    return kept


def test_all_of_a_record_or_as_of_a_day(record: Record) -> None:
    assert len(load_dossier(record).contexts) == 5
    assert [c.id for c in load_dossier(record, as_of=date(2020, 1, 2)).contexts] == ["haven", "brug"]


def test_events_of_the_newest_reports_and_positions_of_all(record: Record) -> None:
    dossier = load_recent(record, 2)
    assert dossier.older == 3
    assert [h.first.context.id for h in dossier.happenings] == ["markt", "molen"]
    (line,) = dossier.lines
    assert [stand.citation.report for stand in line.stands] == ["school", "markt", "molen"]
    assert (line.told, dossier.reports, len(dossier.contexts)) == (5, 5, 2)
    assert str(dossier.period) == str((When.parse("2020-01-01"), When.parse("2020-01-05")))
    assert len(load_recent(record, 9).happenings) == 5


def test_only_the_newest_reports_and_how_many_are_older(record: Record) -> None:
    dossier = load_dossier(record, newest=2)
    assert ([context.id for context in dossier.contexts], dossier.older) == (["markt", "molen"], 3)
    assert len(load_dossier(record, newest=2, since=date(2020, 1, 2)).contexts) == 4
    assert [load_dossier(record, newest=some).older for some in (0, 5, 9)] == [0, 0, 0]
    as_of = load_dossier(record, as_of=date(2020, 1, 3), newest=1)
    assert ([context.id for context in as_of.contexts], as_of.older) == (["school"], 2)


def test_the_last_positions_and_changes_are_enough_for_a_table(record: Record) -> None:
    (position,) = record.entry("school").reading.positions
    record.person("Jansen").correct("school", position.id, {"stance": "rejects"})
    (whole,), (short,) = (load_positions(record, whole=whole).lines for whole in (True, False))
    assert [stand.citation.report for stand in short.stands] == ["school", "markt", "molen"]
    assert (short.latest, short.told) == (whole.latest, whole.told)
    assert list(short.changes()) == list(whole.changes())[-1:]


def test_changes_since_a_day_are_loaded_however_many_reports_there_were(record: Record) -> None:
    dossier = load_recent(record, 1, since=date(2020, 1, 3))
    assert [context.id for context in dossier.contexts] == ["school", "markt", "molen"]


def test_positions_without_loading_a_report_are_the_same(record: Record) -> None:
    (position,) = record.entry("school").reading.positions
    record.person("Jansen").reject("school", position.id)
    for as_of in (None, date(2020, 1, 4)):
        assert load_positions(record, as_of=as_of).lines == load_dossier(record, as_of=as_of).lines
    save_scope(record, Scope("eerst", until=date(2020, 1, 3)), "Jansen")
    (line,) = load_positions(record, "eerst").lines
    assert [stand.citation.report for stand in line.stands] == ["haven", "brug"]
    assert line.told == len(line.stands)


def test_what_people_decided_stands_beside_the_newest_reports(record: Record) -> None:
    (position,) = record.entry("school").reading.positions
    record.person("Jansen").correct("school", position.id, {"stance": "rejects"})
    (line,) = load_recent(record, 1).lines
    assert [(stand.citation.report, stand.stance) for stand in line.stands] == [
        ("markt", "demands"),
        ("molen", "demands"),
    ]
    (line,) = load_recent(record, 2).lines
    assert [stand.stance for stand in line.stands] == ["rejects", "demands", "demands"]


def test_agreements_with_a_name_are_loaded_from_before_the_newest_reports(record: Record) -> None:
    pact = {"parties": ["REG:Meren", "REG:Valdor"], "status": "in-force", "evidence": ["akkoord"]}
    for id, name in (("oud", "Akkoord van Linden"), ("vaag", "het akkoord")):
        made = entry(f"Het {name} geldt. akkoord", "2019-05-01", id, agreements=[{"name": name, **pact}])
        report = Report(id=id, text=made.text, published=made.report.published)
        record.keep(report, made.reading, ReaderVersion("1", "1", "1"))
    dossier = load_recent(record, 2)
    assert dossier.opponents == ("REG:Meren", "REG:Valdor")
    assert [accord.name for accord in dossier.accords] == ["Akkoord van Linden"]


def told(record: Record, id: str, published: str, text: str, **layers: object) -> None:
    made = entry(text, published, id, **layers)  # type: ignore[arg-type]
    report = Report(id=id, text=made.text, published=made.report.published)
    record.keep(report, made.reading, ReaderVersion("1", "1", "1"))


def test_an_agreement_of_the_newest_reports_comes_with_its_history(record: Record) -> None:
    sides = {"parties": ["REG:Meren", "REG:Valdor"], "evidence": ["akkoord"]}
    for id, day, name, status, provisions in (
        ("begin", "2019-01-05", "akkoord van Linden", "concluded", ["prisoners"]),
        ("weer", "2019-01-06", "akkoord van Linden", "concluded", ["prisoners"]),
        ("meer", "2019-02-06", "Lindense akkoord", "concluded", ["ceasefire"]),
        ("breuk", "2019-03-05", "akkoord van Linden", "violated", []),
        ("ander", "2019-03-06", "akkoord van Oever", "concluded", []),
        ("einde", "2020-01-06", "akkoord van Linden", "ended", []),
    ):
        pact = {"name": name, "status": status, "provisions": provisions, **sides}
        told(record, id, day, f"Het {name} van {day}. akkoord", agreements=[pact])
    dossier = load_dossier(record, newest=1)
    (accord,) = dossier.accords
    assert [status for _, status, _ in accord.history] == ["concluded", "violated", "ended"]
    assert accord.provisions == ("prisoners", "ceasefire")
    assert (dossier.newest, dossier.older) == (1, 10)
    assert {context.id for context in dossier.contexts} == {"begin", "meer", "breuk", "einde"}


def test_talks_of_the_newest_reports_come_with_what_was_told_of_their_day(record: Record) -> None:
    sides = {"parties": ["REG:Meren", "REG:Valdor"], "date": "2020-01-06", "evidence": ["overleg"]}
    for id, day, place, status in (
        ("plan", "2019-12-05", "Oever", "planned"),
        ("elders", "2019-12-06", "Linden", "planned"),
        ("gehouden", "2020-01-07", "Oever", "held"),
    ):
        talk = {"place": place, "status": status, **sides}
        told(record, id, day, f"Er is overleg in {place}, {status}.", talks=[talk])
    (found,) = load_dossier(record, newest=1).rounds
    assert [status for _, status, _ in found.history] == ["planned", "held"]


def test_a_saved_scope_by_its_name(record: Record) -> None:
    scope = Scope("eerst", ("REG:Valdor",), (), None, date(2020, 1, 3))
    save_scope(record, scope, "Jansen")
    assert saved_scopes(record) == [scope]
    assert len(load_dossier(record, "eerst").contexts) == 3
    with pytest.raises(BadScope, match="no dossier is called 'later'; there are: eerst"):
        load_dossier(record, "later")
    with pytest.raises(BadScope, match="needs a name"):
        save_scope(record, Scope(), "Jansen")


def test_sayings_of_the_reports_that_a_search_finds(record: Record) -> None:
    assert [saying.first.citation.report for saying in said_in(record, "molen")] == ["molen"]
    some = said_in(record, "bestand", "REG:Valdor", since=date(2020, 1, 2), as_of=date(2020, 1, 4))
    assert sorted(c.report for saying in some for c in saying.cite()) == ["brug", "markt", "school"]
    assert said_in(record, "bestand", "REG:Meren") == []


def test_only_the_newest_sayings_of_many_reports(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in range(1, 13):
        made = entry(
            f"Een gezant zegt: in maand {month} komt er een bestand.",
            f"2021-{month:02}-15",
            f"maand{month}",
            statements=[
                {
                    "source": "Een gezant", "code": "REG:Valdor/GOV", "cue": "zegt",
                    "content": [f"in maand {month} komt er een bestand"],
                },
            ],
        )  # fmt: skip
        report = Report(id=made.report.id, text=made.text, published=made.report.published)
        record.keep(report, made.reading, ReaderVersion("1", "1", "1"))
    monkeypatch.setattr("akkoord.dossier.loading.FIRST_READ", 3)
    everything = [saying.first.citation for saying in said_in(record, "bestand")]
    few = [saying.first.citation for saying in said_in(record, "bestand", limit=4)]
    assert 4 <= len(few) < len(everything)
    assert few == everything[: len(few)]
    assert [saying.first.citation for saying in said_in(record, "bestand", limit=100)] == everything
