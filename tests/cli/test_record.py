import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.record.sample import ONE, read, report

from akkoord.record import Record, take_in
from akkoord.reports import read_reports

Program = Callable[..., Run]
DEMAND = read(report()).events[0]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record in the working folder with one report and one problem."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AKKOORD_RECORD", raising=False)
    (tmp_path / "leeg.txt").write_text("")
    path = tmp_path / "akkoord.db"
    with Record.open(path) as record:
        take_in(record, [report(title="Praten", publisher="Bode"), *read_reports(["leeg.txt"])], read, ONE)
    return path


def decided(run: Run) -> dict[str, Any]:
    assert (run.code, run.err) == (0, "")
    values: dict[str, Any] = json.loads(run.out)
    return values


def test_a_person_decides(akkoord: Program, file: Path) -> None:
    rejected = akkoord("decide", "reject", "een", DEMAND.id, "--by", "Jansen", "--note", "Is er geen")
    assert rejected == Run(0, f"Decision 1: reject een {DEMAND.id}\n", "")
    assert decided(akkoord("decide", "accept", "een", DEMAND.id, "--json"))["kind"] == "accept"
    corrected = decided(
        akkoord(
            "decide", "correct", "een", DEMAND.id, "--set", "type=THREATEN", "--set", "actors=RUS", "--json"
        )
    )
    assert (corrected["result"]["type"], corrected["result"]["actors"]) == ("THREATEN", ["RUS"])
    fields = ["trigger=overleg", "type=CONSULT", "reality=actual", "actors=RUS", "actors=UKR", "place=null"]
    added = decided(
        akkoord("decide", "add", "een", "events", *(w for f in fields for w in ("--set", f)), "--json")
    )
    assert (added["result"]["actors"], added["result"]["place"]) == (["RUS", "UKR"], None)
    assert decided(akkoord("decide", "note", "een", "Nagaan", "--json"))["note"] == "Nagaan"
    assert decided(akkoord("decide", "merge", "ORG:LNA", "Haftar", "--json"))["actors"] == [
        "ORG:LNA",
        "Haftar",
    ]
    assert akkoord("decide", "split", "ORG:LNA", "Haftar").out == "Decision 7: split ORG:LNA, Haftar\n"
    made = json.loads(akkoord("decide", "list", "--json").out)
    assert [one["kind"] for one in made] == ["reject", "accept", "correct", "add", "note", "merge", "split"]
    assert made[0]["by"] == "Jansen" and made[1]["by"]
    assert akkoord("decide", "list", "--adrift").out == "No decisions.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["reject", "twee", DEMAND.id], "there is no report 'twee' in the record"),
        (["reject", "een", "event-0"], "een has no finding event-0; see: akkoord report een"),
        (
            ["correct", "een", DEMAND.id, "--set", "type"],
            "'type' is no field with its value; write it as FIELD=VALUE",
        ),
        (["add", "een", "wensen", "--set", "a=1"], "'wensen' is no layer; give one of actors, times"),
        (["merge", "Haftar"], "to merge actors give two or more of them"),
        (["accept", "een", DEMAND.id, "--by", ""], "nobody is named who decides; give --by NAME"),
        (["list", "--record", "weg.db"], "weg.db: there is no record; make one with: akkoord read"),
    ],
)
def test_a_decision_that_cannot_be_is_told_in_one_line(
    akkoord: Program, file: Path, words: list[str], says: str
) -> None:
    run = akkoord("decide", *words)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert says in run.err


def test_a_report_as_the_record_has_it(akkoord: Program, file: Path) -> None:
    akkoord("decide", "accept", "een", DEMAND.id, "--by", "Jansen")
    shown = json.loads(akkoord("report", "een", "--json").out)
    assert shown["report"]["title"] == "Praten" and shown["text"] == report().text
    assert [one["kind"] for one in shown["decisions"]] == ["accept"]
    assert [(one["reader"], one["findings"]) for one in shown["readings"]] == [
        ("1", len(list(read(report()).findings())))
    ]
    printed = akkoord("report", "een").out
    assert DEMAND.id in printed and "Decision 1: accept by Jansen" in printed


def test_all_reports_are_listed(akkoord: Program, file: Path) -> None:
    (listed,) = json.loads(akkoord("report", "--json").out)
    assert (listed["id"], listed["published"], listed["versions"]) == ("een", "2022-02-25", [])
    assert json.loads(akkoord("report", "--as-of", "2022-02-24", "--json").out) == []
    assert "Praten" in akkoord("report").out


def test_problems_are_listed_with_their_reasons(akkoord: Program, file: Path) -> None:
    (problem,) = json.loads(akkoord("problems", "--json").out)
    assert problem["source"] == str(file.parent / "leeg.txt")
    assert problem["reason"] == "is empty; give the text of a report"
    assert "is empty" in akkoord("problems", "--retry").out


def test_no_problems(akkoord: Program, tmp_path: Path) -> None:
    Record.open(tmp_path / "a.db").close()
    assert akkoord("problems", "--record", tmp_path / "a.db").out == "No problems.\n"


def test_the_record_may_be_named_in_the_environment(
    akkoord: Program, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKKOORD_RECORD", str(tmp_path / "ander.db"))
    assert "ander.db: there is no record" in akkoord("problems").err
