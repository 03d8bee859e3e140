import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from tests.record.sample import ONE, read, report
from tests.record.workers import open_and_close, start

import akkoord.record
from akkoord.record import Record, RecordError, take_in
from akkoord.record.store import MARK, NEWEST, open_store, told_plainly
from akkoord.record.tables import metadata

OTHER_APPLICATION = 77


def made(path: Path, reports: int = 40) -> Path:
    """A record with some pages."""
    with Record.open(path) as record:
        many = [
            report(f"Moskou eist rust in wijk {n}. " + f"Kiev {n} weigert. " * 20, f"r{n}")
            for n in range(reports)
        ]
        take_in(record, many, read, ONE)
    return path


def test_the_tables_made_by_migrations_are_those_of_the_models(target: str) -> None:
    engine = open_store(target)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _, name, kind, *__: kind != "table" or "search" not in name},
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_newest_step_is_the_one_that_is_opened_without_alembic() -> None:
    folder = Path(akkoord.record.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == NEWEST


def test_what_is_in_it_is_there_when_opened_again(target: str) -> None:
    with Record.open(target) as record:
        take_in(record, [report()], read, ONE)
        record.person("Jansen").note("een", "Nagaan")
    with Record.open(target) as record:
        assert [entry.report.id for entry in record.entries()] == ["een"]
        assert [decision.note for decision in record.decisions()] == ["Nagaan"]


def test_a_file_is_set_up_for_several_at_once(tmp_path: Path) -> None:
    engine = open_store(tmp_path / "a.db")
    with engine.connect() as connection:
        pragmas = [
            connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys")
        ]
    engine.dispose()
    assert pragmas == ["wal", 1]


def random_bytes(path: Path) -> str:
    path.write_bytes(bytes(range(256)) * 64)
    return "is no record of akkoord"


def short_text(path: Path) -> str:
    path.write_text("Moskou wil praten.")
    return "is no record of akkoord"


def another_program(path: Path) -> str:
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA journal_mode=WAL; PRAGMA application_id={OTHER_APPLICATION}; CREATE TABLE t (a)"
    )
    connection.close()
    return "is no record of akkoord"


def empty_database(path: Path) -> str:
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE t (a); DROP TABLE t")
    connection.close()
    return "is no record of akkoord"


def cut_off(path: Path) -> str:
    made(path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    return "is damaged; put back a copy of it"


def spoilt_tables(path: Path) -> str:
    made(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)
    return "is damaged; put back a copy of it"


def newer(path: Path) -> str:
    made(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'akkoord_99'")
    connection.commit()
    connection.close()
    return "was written by a newer akkoord .akkoord_99.; update akkoord"


def marked_but_foreign(path: Path) -> str:
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA application_id={MARK}; CREATE TABLE t (a)")
    connection.close()
    return "is no record of akkoord"


@pytest.mark.parametrize(
    "spoil",
    [
        random_bytes,
        short_text,
        another_program,
        empty_database,
        cut_off,
        spoilt_tables,
        newer,
        marked_but_foreign,
    ],
)
def test_what_is_no_record_is_refused_and_left_as_it_is(tmp_path: Path, spoil: Callable[[Path], str]) -> None:
    path = tmp_path / "a.db"
    says = spoil(path)
    before = path.read_bytes()
    with pytest.raises(RecordError, match=says) as refusal:
        Record.open(path)
    assert path.read_bytes() == before
    assert str(path) in str(refusal.value) and "\n" not in str(refusal.value)


def test_a_newer_record_that_was_not_closed_is_left_as_it_is(tmp_path: Path) -> None:
    made(tmp_path / "a.db")
    writer = sqlite3.connect(tmp_path / "a.db")
    writer.execute("UPDATE alembic_version SET version_num = 'akkoord_99'")
    writer.commit()  # stands in the log beside the file
    copy = tmp_path / "copy.db"
    for ending in ("", "-wal"):
        shutil.copy(tmp_path / f"a.db{ending}", tmp_path / f"copy.db{ending}")
    writer.close()
    before = copy.read_bytes()
    with pytest.raises(RecordError, match="newer akkoord"):
        Record.open(copy)
    assert copy.read_bytes() == before


def test_a_damaged_page_is_found_before_anything_is_taken_in(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", 200)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 8192 * 4096)
        file.write(b"\xaa" * 4096)
    before = path.read_bytes()
    with Record.open(path) as record, pytest.raises(RecordError, match="is damaged"):
        take_in(record, [report()], read, ONE)
    assert path.read_bytes() == before


def test_a_folder_or_a_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened: Is a directory"):
        Record.open(tmp_path)
    with pytest.raises(RecordError, match=r"there is no folder .*; make it first"):
        Record.open(tmp_path / "weg" / "a.db")


@pytest.mark.parametrize("url", ["mysql://u:geheim@h/d", "nergens://u:geheim@h", "://"])
def test_an_address_of_no_record_is_refused(url: str) -> None:
    with pytest.raises(RecordError, match="is no address of a record") as refusal:
        Record.open(url)
    assert "geheim" not in str(refusal.value)


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(RecordError, match="cannot be used: ") as refusal:
        Record.open("postgresql://jansen:geheim@localhost:1/geen")
    assert "geheim" not in str(refusal.value) and "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "tables", ["CREATE TABLE t (a int)", "CREATE TABLE alembic_version (version_num text)"]
)
def test_a_foreign_database_is_refused(postgres: str, tables: str) -> None:
    from sqlalchemy import create_engine, inspect

    engine = create_engine(postgres)
    with engine.begin() as connection:
        connection.execute(text(tables))
    with pytest.raises(RecordError, match="is no record of akkoord"):
        Record.open(postgres)
    assert len(inspect(engine).get_table_names()) == 1
    engine.dispose()


def test_several_that_make_the_same_record_at_once(target: str) -> None:
    processes = [start(open_and_close, target) for _ in range(6)]
    for process in processes:
        process.join(300)
    assert [process.exitcode for process in processes] == [0] * 6
    with Record.open(target) as record:
        assert list(record.entries()) == []


def test_a_record_whose_making_was_killed_is_made_by_the_next(tmp_path: Path) -> None:
    drawn = random.Random(3)
    for attempt in range(8):
        path = tmp_path / f"{attempt}.db"
        process = start(open_and_close, str(path))
        process.join(drawn.uniform(0.0, 0.25))
        process.kill()
        process.join()
        with Record.open(path) as record:
            record.check()
            assert take_in(record, [report()], read, ONE) == {"new": 1}


def test_a_record_that_may_not_be_written_is_told_in_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    engine = open_store(tmp_path / "record.db")
    with pytest.raises(RecordError) as told, told_plainly("record.db"), engine.connect() as connection:
        connection.execute(text("PRAGMA query_only=ON"))  # as SQLite tells a file without that right
        connection.execute(text("DELETE FROM views"))
    engine.dispose()
    assert str(told.value) == (
        "record.db: you may not write it or its folder, as is needed; "
        "ask for that right, or copy it and name the copy"
    )
