from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from tests.cli.conftest import Run

from akkoord import language

TEXT = "Poetin erkent Donetsk.\nKiev protesteert."


def _doc(text: str) -> Doc:
    """The grammar of the text above, made by hand."""
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["Poetin", "erkent", "Donetsk", ".", "\n", "Kiev", "protesteert", "."],
        spaces=[True, True, False, False, False, True, False, False],
        heads=[1, 1, 1, 1, 3, 6, 6, 6],
        deps=["nsubj", "ROOT", "obj", "punct", "dep", "nsubj", "ROOT", "punct"],
        pos=["PROPN", "VERB", "PROPN", "PUNCT", "SPACE", "PROPN", "VERB", "PUNCT"],
    )
    assert doc.text == text
    doc.ents = (Span(doc, 0, 1, "PER"), Span(doc, 2, 3, "LOC"), Span(doc, 5, 6, "LOC"))
    return doc


@pytest.fixture(autouse=True)
def handmade(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "load", lambda name: _doc, raising=False)
    monkeypatch.setattr(language, "conllu", lambda doc: f"# text = {doc.text!r}\n\n", raising=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "erkenning.txt"
    path.write_text(f"date 2022-02 {TEXT}", encoding="utf-8")
    return path


def test_prints_conllu_of_the_body(akkoord: Callable[..., Run], report: Path) -> None:
    run = akkoord("annotate", report)
    assert (run.code, run.out, run.err) == (0, f"# text = {TEXT!r}\n\n", "")


def test_the_table_shows_sentences_names_and_main_words(
    akkoord: Callable[..., Run], report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    run = akkoord("annotate", report, "--table")
    assert run.code == 0
    for shown in ("erkenning · februari 2022", "Poetin erkent Donetsk.", "PER Poetin", "LOC Kiev"):
        assert shown in run.out
    assert "nsubj Poetin PROPN" in run.out and "obj Donetsk PROPN" in run.out
    assert "punct" not in run.out


def test_a_bad_file_is_one_line_and_the_rest_goes_on(akkoord: Callable[..., Run], report: Path) -> None:
    bad = report.with_name("slecht.txt")
    bad.write_bytes(b"date 2022-13 Moskou.")
    run = akkoord("annotate", bad, report)
    assert run.code == 2
    assert run.err.startswith(f"akkoord: {bad}: the stamp 'date 2022-13' is impossible")
    assert run.err.count("\n") == 1
    assert TEXT in run.out.encode().decode("unicode_escape")


def test_a_missing_file_is_told(akkoord: Callable[..., Run], tmp_path: Path) -> None:
    run = akkoord("annotate", tmp_path / "nergens.txt")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith("cannot be read: No such file or directory\n")
