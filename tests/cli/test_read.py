import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.conftest import REPORTS, Run
from tests.cli.made import READING

from akkoord.cli.findings import findings_tables, harmless
from akkoord.reading import LAYERS, Reading, ReportHead
from akkoord.record import Record
from akkoord.reports import read_report

ENGLISH = (
    "The minister said on Friday that the talks would go on next week, although neither side expects much."
)


def shown(reading: Reading) -> str:
    out = StringIO()
    Console(file=out, width=200).print(findings_tables(reading))
    return out.getvalue()


def test_the_tables_show_every_layer_with_its_words() -> None:
    lines = [" ".join(line.split()) for line in shown(READING).splitlines()]
    assert lines[0] == "Wapens en woorden · Proefkrant · March 2022"
    assert [line for line in lines if line.lower() in LAYERS] == [layer.capitalize() for layer in LAYERS]
    for row in (
        "UKR/GOV Kiev, minister De Boer, wij 16 0.80",
        "? De ministers 156 0.30",
        "6 March 2022 2022-03-06 zondag 21 1.00",
        "s1 Moskou (RUS/GOV) → Kiev (UKR/GOV) eist dat Kiev zondag de wapens neerlegt 0 0.90",
        's2 minister De Boer (UKR/GOV) zegt "Pas als de Russen weg zijn, praten wij" 49 0.60',
        "e1 REQUEST yield RUS/GOV → UKR/GOV eist actual, Riga, 6 March 2022, says RUS/GOV 7 0.85",
        "c1 UKR/GOV de Russen weg zijn praten wij Pas als 49 0.50",
        "p1 RUS demands disarmament eist dat Kiev zondag de wapens neerlegt 7 0.65",
        "a1 Verdrag van Riga RUS, UKR, with ORG:OSCE ceasefire, withdrawal violated 124 0.75",
        "t1 RUS, UKR phone, Genève, host CHE held De ministers belden in Genève 156 0.55",
    ):
        assert row in lines


def test_a_reading_without_findings_says_so() -> None:
    assert "No findings." in shown(Reading(report=ReportHead(id="leeg")))


def test_control_characters_cannot_steer_the_terminal() -> None:
    text = "Kiev \x1b[31mrood\x07 \x9b2J\x7f\n\tMoskou"
    assert harmless(text) == "Kiev ␛[31mrood␇ �2J␡\n\tMoskou"
    named = READING.model_copy(update={"report": ReportHead(id="x", title="a\x1b]0;b\x07")})
    assert "\x1b" not in shown(named)


@pytest.mark.usefixtures("loaded_once")
class TestWithThePipeline:
    def test_json_is_one_reading_a_line(self, akkoord: Callable[..., Run], report: Path) -> None:
        run = akkoord("read", report, REPORTS / "2022-04-impasse.txt", "--json")
        assert (run.code, run.err) == (0, "")
        one, other = (Reading.from_json(line) for line in run.out.splitlines())
        assert (one.report.id, other.report.id) == ("2022-02-25-inval", "2022-04-impasse")
        assert one.misplaced(read_report(report).text) == []
        assert all(one.layer(layer) for layer in ("actors", "times", "events"))

    def test_same_text_gives_the_same_bytes(self, akkoord: Callable[..., Run], report: Path) -> None:
        assert akkoord("read", report, "--json").out == akkoord("read", report, "--json").out

    def test_a_higher_chance_keeps_fewer_findings(self, akkoord: Callable[..., Run], report: Path) -> None:
        every, surest = (
            list(
                Reading.from_json(akkoord("read", report, "--json", "--min-confidence", least).out).findings()
            )
            for least in (0, 0.9)
        )
        assert 0 < len(surest) < len(every)
        assert min(finding.confidence for finding in surest) >= 0.9

    def test_people_get_tables(self, akkoord: Callable[..., Run], report: Path) -> None:
        run = akkoord("read", report)
        assert (run.code, run.err) == (0, "")
        lines = [line.strip() for line in run.out.splitlines()]
        assert lines[:3] == ["2022-02-25-inval · 25 February 2022", "", "Actors"]

    def test_what_is_not_dutch_is_refused_and_read_if_wanted(
        self, akkoord: Callable[..., Run], tmp_path: Path
    ) -> None:
        path = tmp_path / "talks.txt"
        path.write_text(ENGLISH, encoding="utf-8")
        run = akkoord("read", path, "--json")
        assert (run.code, run.out) == (2, "")
        assert run.err == (
            "akkoord: talks: is not in Dutch (it looks like 'en'); read it all the same with --any-language\n"
        )
        assert akkoord("read", path, "--json", "--any-language").code == 0

    def test_a_bad_report_stops_nothing(
        self, akkoord: Callable[..., Run], report: Path, tmp_path: Path
    ) -> None:
        bad = tmp_path / "slecht.txt"
        bad.write_bytes(b"date 2022-13 Moskou.")
        run = akkoord("read", bad, tmp_path / "nergens.txt", report, "--json")
        assert run.code == 2
        assert [line.split(": ")[1] for line in run.err.splitlines()] == [
            str(bad),
            str(tmp_path / "nergens.txt"),
        ]
        assert Reading.from_json(run.out).report.id == "2022-02-25-inval"

    def test_a_folder_without_reports_is_told(self, akkoord: Callable[..., Run], tmp_path: Path) -> None:
        run = akkoord("read", tmp_path)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith(f"akkoord: {tmp_path}: holds no report; a folder's reports end in .txt")
        assert run.err.count("\n") == 1

    def test_a_record_keeps_what_is_read(
        self, akkoord: Callable[..., Run], report: Path, tmp_path: Path
    ) -> None:
        place, bad = tmp_path / "proef.db", tmp_path / "leeg.txt"
        bad.touch()
        first = akkoord("read", report, bad, "--record", place)
        assert (first.code, first.out) == (2, "1 new, 1 not read (see: akkoord problems)\n")
        assert first.err == f"akkoord: {bad}: is empty; give the text of a report\n"
        again = akkoord("read", report, "--record", place, "--json")
        assert again.code == 0
        assert json.loads(again.out) == {"new": 0, "again": 0, "known": 1, "problem": 0}
        with Record.open(place) as record:
            (entry,) = record.entries()
            assert entry.reading.misplaced(entry.text) == []
            assert [problem.path for problem in record.problems()] == [bad]

    def test_a_record_keeps_every_finding(self, akkoord: Callable[..., Run], tmp_path: Path) -> None:
        run = akkoord("read", REPORTS, "--record", tmp_path / "proef.db", "--min-confidence", "0.5")
        assert run.code == 2
        assert run.err.startswith("akkoord: a record keeps every finding with its confidence")
        assert not (tmp_path / "proef.db").exists()

    def test_a_missing_pipeline_blames_no_report(
        self, akkoord: Callable[..., Run], report: Path, tmp_path: Path
    ) -> None:
        run = akkoord("read", report, "--record", tmp_path / "proef.db", "--pipeline", "nergens")
        assert run.code == 2
        assert run.err.startswith("akkoord: no pipeline 'nergens' here")
        with Record.open(tmp_path / "proef.db") as record:
            assert record.problems() == []
