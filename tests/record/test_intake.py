import json
import random
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.record.sample import ONE, TALKS, TWO, read, report
from tests.record.workers import gate, start, take_in_files

from akkoord.errors import AkkoordError
from akkoord.reading import Reading
from akkoord.record import Record, Taken, read_again, retry, take_in
from akkoord.record.store import open_store
from akkoord.reports import Report, ReportError, read_reports

MANY = 120


def write_many(folder: Path) -> list[str]:
    """Files with reports, some of them twice or lightly edited, and some that cannot be read."""
    folder.mkdir()
    for number in range(MANY):
        words = " ".join(f"w{number}x{place}" for place in range(80))
        (folder / f"b{number}.txt").write_text(
            f"date 2022-03-{number % 28 + 1:02} Moskou eist rust. {words} Kiev weigert."
        )
        if number % 10 == 0:
            (folder / f"c{number}.txt").write_text(
                f"date 2022-04 Moskou eist rust! {words} Kiev weigert het."
            )
        if number % 20 == 0:
            (folder / f"d{number}.txt").write_bytes(b"\xff\xfe" + bytes([number]))
    return [str(path) for path in sorted(folder.iterdir())]


def check_all_in(target: str, paths: list[str]) -> None:
    """Everything that the files hold is in the record, once."""
    names = [Path(path).stem for path in paths]
    engine = open_store(target)
    with engine.connect() as connection:
        ids = list(connection.execute(text("SELECT id FROM reports")).scalars())
        readings = connection.execute(text("SELECT count(*), count(DISTINCT report) FROM readings")).one()
        findings = connection.execute(text("SELECT count(*) FROM findings")).scalar_one()
        versions = connection.execute(
            text("SELECT count(*) FROM reports WHERE version_of IS NOT NULL")
        ).scalar_one()
        problems = list(connection.execute(text("SELECT source FROM problems")).scalars())
    engine.dispose()
    assert sorted(ids) == [name for name in names if name[0] != "d"]
    assert tuple(readings) == (len(ids), len(ids))
    assert findings == len(ids) * len(list(read(report("Moskou eist rust. Kiev weigert.")).findings()))
    assert versions == MANY // 10
    assert [Path(problem).stem for problem in problems] == [name for name in names if name[0] == "d"]
    with Record.open(target) as record:
        record.check()
        assert len(list(record.entries())) == MANY
        assert len(record.search("rust")) == MANY


def test_a_run_that_is_killed_again_and_again_loses_nothing(target: str, tmp_path: Path) -> None:
    paths = write_many(tmp_path / "berichten")
    drawn = random.Random(1)
    killed = 0
    while True:
        process = start(take_in_files, target, paths)
        process.join(drawn.uniform(0.02, 0.2 * 1.07**killed))  # at last there is time to finish
        if process.exitcode is not None:
            assert process.exitcode == 0
            break
        process.kill()
        process.join()
        killed += 1
    assert killed >= 5
    check_all_in(target, paths)


def test_two_processes_take_the_same_in_at_once(target: str, tmp_path: Path) -> None:
    paths = write_many(tmp_path / "berichten")
    tallies, together = [str(tmp_path / f"{name}.json") for name in ("een", "twee")], gate(2)
    processes = [
        start(take_in_files, target, paths, tallies[0], together),
        start(take_in_files, target, [*paths[60:], *paths[:60]], tallies[1], together),
    ]
    for process in processes:
        process.join(300)
    assert [process.exitcode for process in processes] == [0, 0]
    one, two = (json.loads(Path(tally).read_text()) for tally in tallies)
    reports = sum(Path(path).stem[0] != "d" for path in paths)
    fresh = [tally.get("new", 0) for tally in (one, two)]  # how many each gets first is chance
    assert sum(fresh) == reports
    assert [new + tally.get("known", 0) for new, tally in zip(fresh, (one, two), strict=True)] == [
        reports
    ] * 2
    assert one["problem"] == two["problem"] == len(paths) - reports


def test_what_cannot_be_read_is_kept_with_its_reason(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "goed.txt").write_text("date 2022-02-25 Moskou eist rust.")
    (tmp_path / "leeg.txt").write_text("")
    (tmp_path / "vele.jsonl").write_text('{"text": "Kiev weigert."}\n{"tekst": 1}\n')
    monkeypatch.chdir(tmp_path)
    told: list[Taken] = []
    tally = take_in(
        record, read_reports(["goed.txt", "leeg.txt", "vele.jsonl", "weg.txt"]), read, ONE, told.append
    )
    assert tally == {"new": 2, "problem": 3}
    assert [one.outcome for one in told] == ["new", "problem", "new", "problem", "problem"]
    empty, line, gone = record.problems()
    assert (empty.path, empty.reason) == (tmp_path / "leeg.txt", "is empty; give the text of a report")
    assert line.source == f"{tmp_path / 'vele.jsonl'}, line 2" and line.path == tmp_path / "vele.jsonl"
    assert gone.reason == "cannot be read: No such file or directory"
    take_in(record, read_reports(["leeg.txt"]), read, ONE)
    assert len(record.problems()) == 3


def test_problems_are_over_when_what_was_mended_is_tried_again(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("een.txt", "twee.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "vele.jsonl").write_text('{"text": "Kiev weigert."}\n{"tekst": 1}\n{"tekst": 2}\n')
    take_in(record, read_reports([tmp_path]), read, ONE)
    (tmp_path / "een.txt").write_text("Moskou eist rust.")
    (tmp_path / "vele.jsonl").write_text('{"text": "Kiev weigert."}\n{"text": "Moskou ook."}\n{"tekst": 2}\n')
    monkeypatch.chdir("/")
    assert retry(record, read, ONE) == {"new": 2, "known": 1, "problem": 2}
    assert [problem.source for problem in record.problems()] == [
        str(tmp_path / "twee.txt"),
        f"{tmp_path / 'vele.jsonl'}, line 3",
    ]


def test_standard_input_cannot_be_tried_again(record: Record) -> None:
    take_in(record, [ReportError("is empty", "-")], read, ONE)
    assert retry(record, read, ONE) == {}
    assert [problem.source for problem in record.problems()] == ["-"]


class Unwilling(AkkoordError):
    pass


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Unwilling("is not Dutch; read it with --any-language"), "is not Dutch; read it with --any-language"),
        (KeyError("hoofd\nrol"), "the reader failed on it: KeyError: 'hoofd\\nrol'"),
    ],
)
def test_a_report_that_the_reader_fails_on_is_kept_and_read_later(
    record: Record, error: Exception, reason: str
) -> None:
    def failing(mine: Report) -> Reading:
        raise error

    assert take_in(record, [report(), report("Kiev weigert.", "twee")], failing, ONE) == {"problem": 2}
    assert [(problem.report, problem.path, problem.reason) for problem in record.problems()] == [
        ("een", None, reason),
        ("twee", None, reason),
    ]
    assert list(record.entries()) == []
    assert take_in(record, [report("Kiev weigert.", "twee")], read, ONE) == {"again": 1}
    assert [problem.report for problem in record.problems()] == ["een"]
    assert retry(record, read, ONE) == {"again": 1}
    assert record.problems() == []
    assert [entry.report.id for entry in record.entries()] == ["een", "twee"]


def test_a_reading_that_points_beside_the_words_is_not_kept(record: Record) -> None:
    def beside(mine: Report) -> Reading:
        return read(mine.model_copy(update={"text": "x" + mine.text}))

    assert take_in(record, [report()], beside, ONE) == {"problem": 1}
    assert "the reading has 'Moskou' at 1, the report other words" in record.problems()[0].reason
    assert list(record.entries()) == []


def test_all_reports_are_read_again_by_a_new_reader(record: Record) -> None:
    take_in(record, [report(), report("Kiev weigert.", "twee")], read, ONE)
    take_in(record, [report()], read, TWO)
    assert read_again(record, read, TWO) == {"again": 1}
    assert read_again(record, read, TWO) == {}
    assert len(record.readings("twee")) == len(record.readings("een")) == 2


def test_an_interrupted_run_stops_at_once(record: Record) -> None:
    def interrupted(mine: Report) -> Reading:
        if mine.id == "twee":
            raise KeyboardInterrupt
        return read(mine)

    with pytest.raises(KeyboardInterrupt):
        take_in(record, [report(), report("Kiev weigert.", "twee")], interrupted, ONE)
    assert [entry.report.id for entry in record.entries()] == ["een"]
    assert record.problems() == []


def test_somebody_may_decide_while_entries_are_read(record: Record) -> None:
    take_in(record, [report(TALKS, "een"), report("Kiev weigert.", "twee")], read, ONE)
    for entry in record.entries():
        record.person("Jansen").note(entry.report.id, "Gezien")
    assert len(record.decisions()) == 2
