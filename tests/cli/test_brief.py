import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.dossier.reports import entry, event, position

from akkoord.record import Entry, ReaderVersion, Record
from akkoord.reports import Report

Akkoord = Callable[..., Run]


def _entries() -> list[Entry]:
    text = "Valdor stelt een bestand voor. De leider van Meren, Omar Basri, zei dat hij erover nadenkt."
    said = {
        "source": "Omar Basri",
        "code": "REG:Meren/GOV",
        "cue": "zei",
        "content": ["dat hij erover nadenkt"],
    }
    first = entry(
        text,
        "2020-01-05",
        "voorstel",
        actors=[{"text": "Omar Basri", "code": "REG:Meren/GOV"}],
        statements=[said],
        positions=[position("REG:Valdor", "ceasefire", "proposes", "stelt een bestand voor")],
        events=[event("stelt", "AGREE", ["REG:Valdor"], recipients=["REG:Meren"], time="2020-01-04")],
        conditions=[{"requirement": "erover", "consequence": "bestand", "cue": "dat", "imposed_by": "REG:Meren"}],
        agreements=[
            {
                "name": "een bestand", "parties": ["REG:Meren", "REG:Valdor"], "provisions": ["ceasefire"],
                "status": "proposed", "evidence": ["stelt een bestand voor"],
            },
        ],
    )  # fmt: skip
    talk = {
        "parties": ["REG:Meren", "REG:Valdor"],
        "status": "held",
        "date": "2020-02-02",
        "evidence": ["spraken"],
    }
    second = entry(
        "Valdor en Meren spraken zondag. Valdor ziet van een bestand af.",
        "2020-02-03",
        "gesprek",
        talks=[talk],
        positions=[position("REG:Valdor", "ceasefire", "rejects", "ziet van een bestand af")],
    )
    return [first, second]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A record of two reports with readings made by hand."""
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        for one in _entries():
            report = Report(id=one.report.id, text=one.text, published=one.report.published)
            record.keep(report, one.reading, ReaderVersion("1", "1", "1"))
    return path


def test_the_brief_into_a_pipe_is_markdown(akkoord: Akkoord, kept: Path) -> None:
    run = akkoord("brief", "--record", kept, "--since", "2020-01-10")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("# Stand van het vredesproces: Meren – Valdor\n")
    assert "Valdor over staakt-het-vuren: stelt voor, nu wijst af" in run.out
    assert "[gesprek, 1]" in run.out


def test_the_brief_as_of_a_day_in_english(akkoord: Akkoord, kept: Path) -> None:
    run = akkoord("brief", "--record", kept, "--as-of", "2020-01-31", "--lang", "en", "--json")
    values = json.loads(run.out)
    assert (values["as_of"], values["reports"]) == ("2020-01-31", 1)
    assert "No report says anything about this." in run.out


@pytest.mark.parametrize(
    ("command", "shows"),
    [
        ("timeline", "4 januari 2020"),
        ("positions", "wijst af"),
        ("conditions", "‘erover’"),
        ("agreements", "een bestand"),
        ("talks", "2 februari 2020"),
        ("contradictions", "tegen eigen eerdere woorden"),
        ("actors", "Omar Basri"),
    ],
)
def test_each_sister_prints_a_table_and_json(akkoord: Akkoord, kept: Path, command: str, shows: str) -> None:
    run = akkoord(command, "--record", kept)
    assert (run.code, run.err) == (0, "")
    assert shows in run.out
    values = json.loads(akkoord(command, "--record", kept, "--json").out)
    assert values


def test_said_finds_words_by_speaker(akkoord: Akkoord, kept: Path) -> None:
    run = akkoord("said", "nadenkt", "--record", kept, "--speaker", "REG:Meren", "--json")
    (saying,) = json.loads(run.out)
    assert (saying["speaker"], saying["content"]) == ("Omar Basri", "dat hij erover nadenkt")
    assert (
        json.loads(akkoord("said", "nadenkt", "--record", kept, "--since", "2020-01-06", "--json").out) == []
    )


def test_said_prints_the_newest_and_says_that_there_are_more(akkoord: Akkoord, kept: Path) -> None:
    with Record.open(kept) as record:
        later = entry(
            "Omar Basri zei dat niemand nadenkt over de brug.",
            "2020-03-05",
            "later",
            statements=[
                {
                    "source": "Omar Basri", "code": "REG:Meren/GOV", "cue": "zei",
                    "content": ["dat niemand nadenkt over de brug"],
                },
            ],
        )  # fmt: skip
        report = Report(id="later", text=later.text, published=later.report.published)
        record.keep(report, later.reading, ReaderVersion("1", "1", "1"))
    everything = akkoord("said", "nadenkt", "--record", kept, "--json", "--limit", "0")
    assert (everything.err, len(json.loads(everything.out))) == ("", 2)
    one = akkoord("said", "nadenkt", "--record", kept, "--json", "--limit", "1")
    assert json.loads(one.out) == json.loads(everything.out)[:1]
    assert one.err == "akkoord: these are the newest 1; for all of them give --limit 0\n"


def test_the_sisters_read_the_newest_reports_and_say_that_there_are_older_ones(
    akkoord: Akkoord, kept: Path
) -> None:
    asked = "timeline", "--json", "--record", str(kept), "--newest"
    few, everything = akkoord(*asked, "1"), akkoord(*asked, "0")
    assert (few.code, everything.code, everything.err) == (0, 0, "")
    assert few.err.startswith("akkoord: this is from the newest reports (1); for the older ones too (")
    assert len(json.loads(few.out)) < len(json.loads(everything.out))


def test_dossiers_are_kept_listed_and_used(akkoord: Akkoord, kept: Path) -> None:
    new = akkoord(
        "dossier", "new", "vrede", "--party", "REG:Valdor", "--issue", "ceasefire", "--until", "2020-01-31",
        "--by", "Jansen", "--record", kept,
    )  # fmt: skip
    assert (new.code, new.err) == (0, "")
    assert json.loads(akkoord("dossier", "list", "--record", kept, "--json").out) == [
        {
            "name": "vrede",
            "parties": ["REG:Valdor"],
            "issues": ["ceasefire"],
            "since": None,
            "until": "2020-01-31",
        }
    ]
    assert "staakt-het-vuren" in akkoord("dossier", "show", "vrede", "--record", kept).out
    run = akkoord("positions", "--dossier", "vrede", "--record", kept, "--json")
    assert [line["stances"] for line in json.loads(run.out)] == [["proposes"]]


def test_a_plot_goes_into_its_file(akkoord: Akkoord, kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "plot.svg"
    assert akkoord("positions", "--record", kept, "--plot", target).code == 0
    assert target.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("brief", "--as-of", "gisteren"), "'gisteren' is no day; write it as 2022-02-25"),
        (("brief", "--as-of", "2022-02/.."), "'2022-02/..' leaves the day open; write it as 2022-02-25"),
        (("brief", "--lang", "fr"), "'fr' is no language of the brief"),
        (("brief", "--dossier", "x"), "no dossier is called 'x'; there is none yet"),
        (("dossier", "new", "x", "--party", "RUS/GOV"), "give the party alone"),
        (("timeline", "--plot", "x.gif"), "ends in .svg, .png or .html"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    akkoord: Akkoord, kept: Path, words: tuple[str, ...], says: str
) -> None:
    run = akkoord(*words, "--record", kept)
    assert (run.code, run.out) == (2, "")
    assert says in run.err and run.err.count("\n") == 1


def test_without_a_record_it_says_how_to_make_one(akkoord: Akkoord, tmp_path: Path) -> None:
    run = akkoord("brief", "--record", tmp_path / "nergens.db")
    assert run.code == 2
    assert "there is no record" in run.err


def test_a_sister_with_nothing_to_tell_says_so(akkoord: Akkoord, kept: Path) -> None:
    run = akkoord("talks", "--record", kept, "--as-of", "2019-01-01")
    assert (run.code, run.err) == (0, "akkoord: nothing found\n")
    assert akkoord("talks", "--record", kept, "--as-of", "2019-01-01", "--json").err == ""


def test_a_brief_before_the_first_report_says_so(akkoord: Akkoord, kept: Path) -> None:
    run = akkoord("brief", "--record", kept, "--as-of", "2019-01-01")
    assert "*wat berichten tot en met 1 januari 2019 zeggen; nog geen bericht*" in run.out
    one = akkoord("brief", "--record", kept, "--as-of", "2020-01-31").out
    assert re.search(r"zeggen; 1 bericht, [^,]*\*", one) and "tot en met 31 januari 2020 zeggen" in one


@pytest.mark.parametrize("command", ["timeline", "positions", "conditions"])
def test_a_plot_is_no_json(akkoord: Akkoord, kept: Path, command: str) -> None:
    run = akkoord(command, "--record", kept, "--json", "--plot", "x.svg")
    assert (run.code, run.err) == (2, "akkoord: a plot is no JSON; leave out --json or --plot\n")


def test_a_new_dossier_is_told(akkoord: Akkoord, kept: Path) -> None:
    run = akkoord("dossier", "new", "twee meren", "--party", "REG:Meren", "--record", kept)
    assert run.out == "Dossier twee meren is saved; its brief: akkoord brief --dossier 'twee meren'\n"


@pytest.mark.parametrize(
    ("time", "day"), [("2020-01", "2020-01-31"), ("2019", "2019-12-31"), ("2020-21", "2020-05-31")]
)
def test_as_of_a_longer_time_is_as_of_its_last_day(akkoord: Akkoord, kept: Path, time: str, day: str) -> None:
    run, same = (akkoord("timeline", "--record", kept, "--as-of", told, "--json") for told in (time, day))
    assert (run.code, run.out) == (0, same.out)
