from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TEXT = "De president van Rusland erkent vandaag de regio.\nIn Kiev protesteert de regering."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "erkenning.txt"
    path.write_text(f"date 2022-02 {TEXT}", encoding="utf-8")
    return path


def test_prints_conllu_of_the_body(akkoord: Callable[..., Run], report: Path) -> None:
    run = akkoord("annotate", report)
    assert (run.code, run.err) == (0, "")
    texts = [line for line in run.out.split("\n") if line.startswith("# text")]
    assert texts == [f"# text = {line}" for line in TEXT.split("\n")]
    rows = [line.split("\t") for line in run.out.split("\n") if line and not line.startswith("#")]
    assert all(len(row) == 10 for row in rows)
    assert [row[1] for row in rows] == TEXT.replace(".", " .").split()
    assert {row[7] for row in rows} >= {"root", "nsubj", "det", "punct"}


def test_the_table_shows_sentences_names_and_main_words(
    akkoord: Callable[..., Run], report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    run = akkoord("annotate", report, "--table")
    assert run.code == 0
    for shown in ("erkenning · February 2022", "De president van Rusland", "LOC Rusland", "LOC Kiev"):
        assert shown in run.out
    assert "root erkent VERB" in run.out
    assert "nsubj president NOUN" in run.out
    assert "punct" not in run.out


def test_a_bad_file_is_one_line_and_the_rest_goes_on(akkoord: Callable[..., Run], report: Path) -> None:
    bad = report.with_name("slecht.txt")
    bad.write_bytes(b"date 2022-13 Moskou.")
    run = akkoord("annotate", bad, report)
    assert run.code == 2
    assert run.err.startswith(f"akkoord: {bad}: the stamp 'date 2022-13' is impossible")
    assert run.err.count("\n") == 1
    assert "# text = In Kiev protesteert de regering." in run.out


def test_a_missing_file_is_told(akkoord: Callable[..., Run], tmp_path: Path) -> None:
    run = akkoord("annotate", tmp_path / "nergens.txt")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith("cannot be read: No such file or directory\n")


def test_a_pipeline_that_is_not_there_is_told(akkoord: Callable[..., Run], report: Path) -> None:
    run = akkoord("annotate", report, "--pipeline", "nergens")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("akkoord: no pipeline 'nergens' here; ")
    assert run.err.count("\n") == 1
