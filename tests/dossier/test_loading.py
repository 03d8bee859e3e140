from datetime import date
from pathlib import Path

import pytest
from tests.dossier.reports import entry, event, position

from akkoord.dossier import BadScope, Scope, load_dossier, said_in, save_scope, saved_scopes
from akkoord.record import ReaderVersion, Record
from akkoord.reports import Report


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
    dossier = load_dossier(record, recent=2)
    assert [h.first.context.id for h in dossier.happenings] == ["markt", "molen"]
    assert [len(line.stands) for line in dossier.lines] == [5]
    assert len(load_dossier(record, recent=9).happenings) == 5


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
