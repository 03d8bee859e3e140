import io
import json
import os
import sys
from pathlib import Path

import pytest

from akkoord.reports import Report, ReportError, count_reports, read_report, read_reports
from akkoord.reports.text import MOST_BYTES


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def ids(sources: list[str | Path]) -> list[str]:
    return [report.id if isinstance(report, Report) else "!" for report in read_reports(sources)]


def test_a_file_is_named_after_itself(tmp_path: Path) -> None:
    path = write(tmp_path, "2022-02-eerste.txt", " date 2022-02 Moskou wil praten.\r\nKiev ook.\r\n")
    assert read_report(path) == Report(
        id="2022-02-eerste", text="Moskou wil praten.\nKiev ook.\n", published="2022-02"
    )


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbfdate 2022-02 Moskou.")
    assert (read_report(path).text, read_report(path).published) == ("Moskou.", "2022-02")


def test_a_sidecar_says_what_is_known(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Moskou wil praten.")
    write(tmp_path, "a.meta.json", '{"id": 7, "title": "Praten", "published_at": "2022-03-30", "pages": 2}')
    assert read_report(path) == Report(
        id="7", text="Moskou wil praten.", title="Praten", published="2022-03-30"
    )


@pytest.mark.parametrize(
    ("sidecar", "says"),
    [("{", "a.meta.json is no JSON"), ("[]", "is not an object"), ('{"title": []}', "title")],
)
def test_a_bad_sidecar_is_refused(tmp_path: Path, sidecar: str, says: str) -> None:
    path = write(tmp_path, "a.txt", "Moskou wil praten.")
    write(tmp_path, "a.meta.json", sidecar)
    with pytest.raises(ReportError, match=says):
        read_report(path)


def test_articles_as_json_and_json_lines(tmp_path: Path) -> None:
    articles = [
        {"id": 1, "title": "Een", "text": "Moskou wil praten.", "published_at": "2019-02-01"},
        {"id": "twee", "text": "Kiev ook.", "published": "2022-02", "publisher": "De Krant", "section": "x"},
    ]
    listed = write(tmp_path, "a.json", json.dumps(articles))
    single = write(tmp_path, "b.json", json.dumps(articles[0]))
    lines = write(tmp_path, "c.jsonl", "\n".join(json.dumps(article) for article in articles) + "\n\n")
    first, second = read_reports([listed])
    assert first == Report(id="1", text="Moskou wil praten.", title="Een", published="2019-02-01")
    assert second == Report(id="twee", text="Kiev ook.", publisher="De Krant", published="2022-02")
    assert list(read_reports([lines])) == [first, second]
    assert read_report(single) == first


def test_a_bad_article_does_not_stop_the_rest(tmp_path: Path) -> None:
    lines = [
        '{"id": 1, "text": "Moskou."}',
        "geen json",
        '{"id": 2}',
        '{"id": 3, "text": "Kiev.", "published": "2022-13"}',
        "[1]",
        '{"id": 4, "text": "Minsk."}',
        "9" * 5000,
        "ÿ",
    ]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    found = list(read_reports([path]))
    assert ids([path]) == ["1", "!", "!", "!", "!", "4", "!", "!"]
    errors = [str(error) for error in found if isinstance(error, ReportError)]
    assert errors[0].startswith(f"{path}, line 2: is no JSON")
    assert "text" in errors[1] and "'2022-13'" in errors[2] and "line 5: is not an article" in errors[3]
    assert not any("\n" in error for error in errors)


def test_a_folder_gives_all_below_it_by_name(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.txt",
        "a/d.HTM",
        "e.jsonl",
        "skip.csv",
        ".hidden/x.txt",
        "b.meta.json",
        ".f.txt",
    ):
        write(tmp_path, name, '{"id": "e", "text": "Moskou."}' if name.endswith("jsonl") else "{}")
    assert ids([tmp_path]) == ["c", "d", "b", "e"]


def test_patterns_and_several_sources_keep_their_order(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "onder/c.txt"):
        write(tmp_path, name, "Moskou.")
    assert ids([f"{tmp_path}/b*.txt", tmp_path / "a.txt"]) == ["b", "a"]
    assert ids([f"{tmp_path}/**/*.txt"]) == ["a", "b", "c"]
    assert ids([f"{tmp_path}/z*.txt"]) == ["!"]


def test_a_file_with_the_signs_of_a_pattern_is_itself(tmp_path: Path) -> None:
    assert ids([write(tmp_path, "a[1].txt", "Moskou.")]) == ["a[1]"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("date 2022-02 Loegansk, Oekraïne.".encode()))
    )
    report = read_report("-")
    assert (report.text, report.published) == ("Loegansk, Oekraïne.", "2022-02")


BAD_FILES = [
    (b"", "is empty"),
    (b"  \n", "is empty"),
    (b" date 2022-02 ", "only a stamp"),
    (b"date 2022-13 Moskou.", "'date 2022-13' is impossible"),
    ("Oekraïne".encode("latin-1"), "is not UTF-8 (byte 5); convert it with: iconv"),
    ("Oekraïne".encode("utf-16"), "is UTF-16"),
    (b"%PDF-1.7 ...", "is a PDF"),
    (b"PK\x03\x04...", "is a zip"),
    (b"\x1f\x8b\x08", "is compressed"),
    (b"\x7fELF\x02\x01\x01\x00\x00\xff", "is binary"),
    (b"tekst\x00tekst", "is binary"),
    (b"a" * (MOST_BYTES + 1), "is 5.0 MB, more than the 5 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "says"), BAD_FILES)
@pytest.mark.parametrize("source", ["file", "standard input"])
def test_a_bad_file_gives_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, content: bytes, says: str
) -> None:
    path = str(write(tmp_path, "slecht.txt", content)) if source == "file" else "-"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    with pytest.raises(ReportError) as caught:
        read_report(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_file_of_many(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"nergens\.txt: cannot be read: No such file"):
        read_report(tmp_path / "nergens.txt")
    many = write(tmp_path, "a.json", '[{"text": "Moskou."}, {"text": "Kiev."}]')
    with pytest.raises(ReportError, match="several reports"):
        read_report(many)
    with pytest.raises(ReportError, match="holds no report"):
        read_report(write(tmp_path, "b.json", "[]"))


def test_the_stamped_report_that_is_shared() -> None:
    path = Path(__file__).parents[3] / "shared/reports/seed.txt"
    if not path.exists():
        pytest.skip("the shared reports are not beside this checkout")
    report = read_report(path)
    assert (report.id, report.published) == ("seed", "2022-02")
    assert path.read_text(encoding="utf-8") == f" date 2022-02 {report.text}"


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    good, bad = (tmp_path / os.fsdecode(name) for name in (b"\xffgoed.txt", b"\xffleeg.txt"))
    good.write_text("Moskou.", encoding="utf-8")
    bad.touch()
    report, error = read_reports([tmp_path])
    assert isinstance(report, Report) and report.id == "\N{REPLACEMENT CHARACTER}goed"
    assert str(error).encode().startswith(str(tmp_path).encode())


def test_a_source_without_reports_is_told(tmp_path: Path) -> None:
    folder, listed, lines = (
        tmp_path / "map",
        write(tmp_path, "a.json", "[]"),
        write(tmp_path, "b.jsonl", "\n"),
    )
    folder.mkdir()
    write(folder, "notes.pdf", "%PDF")
    errors = list(read_reports([folder, listed, lines]))
    assert [str(error).split(";")[0] for error in errors] == [
        f"{source}: holds no report" for source in (folder, listed, lines)
    ]


def test_reports_are_counted_without_reading_them(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Moskou.")
    write(tmp_path, "leeg.txt", "")
    write(tmp_path, "b.json", '[{"text": "Kiev."}, {"text": "Minsk."}]')
    write(tmp_path, "c.jsonl", '{"text": "Riga."}\n\n{"text": ""}\ngeen json')
    write(tmp_path, "d.json", "geen json")
    sources = [tmp_path, tmp_path / "nergens.txt", tmp_path / "leeg"]
    assert count_reports(sources) == len(list(read_reports(sources))) == 10
    assert count_reports(["-"]) == 1


def test_no_name_is_not_the_folder_that_we_are_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "Moskou wil praten.")
    monkeypatch.chdir(tmp_path)
    [problem] = read_reports([""])
    assert isinstance(problem, ReportError) and "name of a file or folder is empty" in str(problem)


def test_a_link_to_nowhere_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nergens")
    [problem] = read_reports([tmp_path])
    assert isinstance(problem, ReportError) and "cannot be read: No such file" in str(problem)


def test_a_pipe_in_a_folder_is_no_report(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, "b.txt", "Moskou wil praten.")
    assert ids([tmp_path]) == ["b"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_closed_folder_is_told_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, "open.txt", "Moskou wil praten.")
    closed = write(tmp_path, "dicht/a.txt", "Kiev ook.").parent
    closed.chmod(0)
    try:
        assert ids([tmp_path]) == ["!", "open"]
        for source in (closed, closed / "a.txt", closed / "*.txt"):
            [problem] = read_reports([source])
            assert isinstance(problem, ReportError) and "Permission denied" in str(problem)
    finally:
        closed.chmod(0o755)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "open.txt", "Moskou wil praten.")
    closed = write(tmp_path, "dicht/a.txt", "Kiev ook.").parent
    real = os.scandir

    def scandir(folder: str) -> object:
        if Path(folder) == closed:
            raise PermissionError(13, "Permission denied", str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert ids([tmp_path]) == ["!", "open"]


def test_an_empty_list_of_articles_holds_no_report(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", "[]")
    with pytest.raises(ReportError, match=r"a\.json: holds no report$"):
        read_report(path)
