"""What programs use: `akkoord.read` and `Reader`. Whatever comes in becomes a sound reading or one clear line."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import akkoord
from akkoord import language
from akkoord.cli.app import make_app
from akkoord.errors import AkkoordError
from akkoord.reports import ReportError, make_report, read_report, read_reports

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
EXAMPLES = 60  # each goes through the pipeline

snippets = st.sampled_from(
    [
        "date 2022-02 ", "date 2022-13 ", "Moskou", " eist ", "dat Kiev ", "gisteren", "30 februari", ". ", ", ",
        '"', "“", "„", "’", ": ", "\n", "\n\n", "\r", "\t", " ", "\u200b", "\xad", "\ufeff", "\0", "\x1b[31m", "<p>",
        "</", "&amp;", "<html>", "🕊️", "é", "e\u0301", "ﬁ", "مرحبا", "\ud800", "A" * 300, "800 jaar geleden", "9" * 40,
    ]
)  # fmt: skip
texts = st.one_of(st.text(max_size=200), st.lists(snippets, max_size=25).map("".join))


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> Iterator[None]:
    """All readers of this module share one pipeline."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "load", cache(language.load))
        yield


@given(texts)
@example("")
@example("date 2022-02 ")
@example("\ufeff")
@example(" ")
@settings(max_examples=EXAMPLES)
def test_any_text_is_read_soundly_or_refused_in_a_line(text: str) -> None:
    _sound_or_refused(lambda: akkoord.read(text), lambda: make_report(text).text)


@given(st.one_of(st.binary(max_size=200), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@example(b"\xef\xbb\xbf")
@example(b"%PDF-1.7")
@settings(max_examples=EXAMPLES)
def test_any_bytes_are_read_soundly_or_refused_in_a_line_by_the_program(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.txt")
        path.write_bytes(data)
        run = CliRunner().invoke(make_app(), ["read", str(path), "--json", "--any-language"])
        body = read_report(path).text if run.exit_code == 0 else ""
    if run.exit_code == 0:
        assert akkoord.Reading.from_json(run.stdout).misplaced(body) == []
    else:
        assert (run.exit_code, run.stdout) == (2, "")
        assert run.stderr.startswith(f"akkoord: {path}: ") and run.stderr.count("\n") == 1


def _sound_or_refused(read: Callable[[], akkoord.Reading], body: Callable[[], str]) -> None:
    try:
        reading = read()
    except AkkoordError as error:
        assert str(error) and len(str(error).splitlines()) == 1
    else:
        assert reading.misplaced(body()) == []
        assert akkoord.Reading.from_json(reading.to_json()) == reading


def test_a_text_becomes_a_reading() -> None:
    reading = akkoord.read("Moskou eist dat Kiev de wapens neerlegt.", published="2022-02", title="Eis")
    assert (reading.report.published, reading.report.title) == ("2022-02", "Eis")
    assert [(actor.text, str(actor.code)) for actor in reading.actors] == [
        ("Moskou", "RUS/GOV"),
        ("Kiev", "UKR/GOV"),
    ]


def test_same_text_gives_the_same_bytes() -> None:
    reports = [report for report in read_reports([REPORTS]) if not isinstance(report, ReportError)]
    one, other = akkoord.Reader(), akkoord.Reader()
    first = [reading.to_json() for reading in one.pipe(reports[:3])]
    assert first == [other(report).to_json() for report in reversed(reports[:3])][::-1]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("date 2022-02 ", "only a stamp"),
        ("date 2022-13 Moskou.", "the stamp 'date 2022-13' is impossible"),
        ("\0\0\0", "binary"),
        ("a " * 2_600_000, "5.2 MB, more than the 5 MB"),
        (
            "The ministers said on Friday that the talks would go on next week in the old capital of the land.",
            "not in Dutch",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        akkoord.read(text)


def test_versions_name_what_made_a_reading(tmp_path: Path) -> None:
    own = akkoord.Reader().versions
    assert own == akkoord.Reader(any_language=True).versions
    assert all(own)
    assert akkoord.Reader(str(tmp_path)).versions == (*own[:2], str(tmp_path))


def test_a_pipeline_that_changes_is_another_version(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"

    def pipeline(content: bytes) -> str:
        model.write_bytes(content)
        return akkoord.Reader(str(tmp_path)).versions[2]

    large = bytes(5_000_000)
    found = [pipeline(content) for content in (b"one", b"two", large, large + b"0", b"1" + large[1:])]
    assert len(set(found)) == 5
    assert pipeline(b"one") == found[0]


def _run(code: str) -> Any:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()


def test_what_is_not_used_is_not_loaded() -> None:
    heavy = ("spacy", "onnxruntime", "trafilatura", "py3langid", "torch")
    code = "import sys, akkoord, akkoord.cli; print(*(name for name in {heavy} if name in sys.modules))"
    assert _run(code.format(heavy=heavy)) == []
