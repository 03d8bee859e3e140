"""Where the record lies: a file of SQLite or a database of PostgreSQL, checked and brought up to date.

What is not a record of this version or an older one is refused before anything is written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from akkoord.record.entries import glean_all
from akkoord.record.problem import RecordError

NEWEST = "akkoord_5"  # the last step in migrations/versions
MARK = 0x616B6B6F  # "akko", which SQLite keeps as the file's application id
PATIENCE = 60  # seconds to wait for another process that writes
ONE_WRITER = 0x616B6B6F  # the advisory lock of PostgreSQL that those who write hold

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_FOREIGN = "is no record of akkoord; name another file, or none to start a new record"
_DAMAGED = "is damaged; put back a copy of it"
_LOCKED = "you may not write it or its folder, as is needed; ask for that right, or copy it and name the copy"


def open_store(target: str | Path) -> Engine:
    """The database of a file (made where there is none) or of a URL, with the tables of this version.

    Raises `RecordError` for what cannot be opened, is foreign, damaged or of a newer version.
    """
    url, name = _url(target), name_of(target)
    if url.get_backend_name() == "sqlite" and _is_record(Path(str(url.database))):
        _check_version(url, name)
    engine = _engine(url)
    try:
        with told_plainly(name):
            _bring_up_to_date(engine, name)
    except RecordError:
        engine.dispose()
        raise
    return engine


def name_of(target: str | Path) -> str:
    """What to call a record: its file, or its URL without user and password."""
    scheme, mark, rest = str(target).partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if mark else scheme


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Errors of the database as `RecordError`s of this record."""
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        if "malformed" in reason or "not a database" in reason:
            raise RecordError(f"{name}: {_DAMAGED} ({reason})") from error
        if "readonly" in reason or "unable to open" in reason:
            raise RecordError(f"{name}: {_LOCKED}") from error
        raise RecordError(f"{name}: cannot be used: {reason}") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction of the only one who writes at this moment; others wait."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ONE_WRITER})
        yield connection


@contextmanager
def asking(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the record as it is at this moment, whatever others write meanwhile."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def check_whole(engine: Engine, name: str) -> None:
    """Raises `RecordError` where any page of a file is damaged; takes time in proportion to its size."""
    if engine.dialect.name != "sqlite":
        return
    with told_plainly(name), engine.connect() as connection:
        found = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
    if found != "ok":
        raise RecordError(f"{name}: {_DAMAGED} ({' '.join(found.split())})")


def _url(target: str | Path) -> URL:
    if isinstance(target, Path) or "://" not in target:
        return URL.create("sqlite", database=str(Path(target).absolute()))
    try:
        url = make_url(target)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() not in ("postgresql", "sqlite"):
            raise ArgumentError
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise RecordError(
            f"{name_of(target)} is no address of a record; give a file or postgresql://USER@HOST/NAME"
        ) from error
    return url


def _is_record(path: Path) -> bool:
    """Whether a record lies there; False where nothing does. Raises `RecordError` for anything else.

    Reads the header as bytes, since SQLite might change a file that it opens.
    """
    try:
        if not path.exists() and not path.parent.is_dir():
            raise RecordError(f"{path}: there is no folder {path.parent}; make it first")
        header = _first_bytes(path) if path.exists() else b""
    except OSError as error:
        raise RecordError(f"{path}: cannot be opened: {error.strerror or error}") from error
    if not header:
        return False
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72]) != MARK:
        raise RecordError(f"{path}: {_FOREIGN}")
    page, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    size = path.stat().st_size
    if size < pages * (65536 if page == 1 else page) and not _has_log(path):
        raise RecordError(f"{path}: {_DAMAGED} (it was cut off at {size} bytes)")
    return True


def _check_version(url: URL, name: str) -> None:
    """Raises `RecordError` for a version that is not known, read without the right to write.

    What cannot be read so, such as a file whose making was killed, is left to the opening proper.
    """
    looking = _engine(
        url.set(database=f"file:{quote(str(url.database))}", query={"mode": "ro", "uri": "true"})
    )
    try:
        with told_plainly(name), suppress(OperationalError), looking.connect() as connection:
            _version(connection, name)
    finally:
        looking.dispose()


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _has_log(path: Path) -> bool:
    """Whether pages that are not yet in the file lie beside it."""
    logs = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size for log in logs)


def _engine(url: URL) -> Engine:
    try:
        engine = create_engine(url)
    except ImportError as error:
        raise RecordError(
            "PostgreSQL needs psycopg; install it with: pip install 'akkoord[postgres]'"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions late and end them early
    for pragma in (f"busy_timeout={PATIENCE * 1000}", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        found = _version(connection, name)
    if found == NEWEST:
        return
    with writing(engine) as connection:
        if _version(connection, name) != NEWEST:  # another process may have been first
            _upgrade(connection)
            glean_all(connection)
    if engine.dialect.name == "sqlite":
        _keep_a_log(engine, name)  # kept in the file; not before its mark stands there


def _keep_a_log(engine: Engine, name: str) -> None:
    """Lets others read while one writes. SQLite does not wait for its turn to change this, so we do."""
    ends = monotonic() + PATIENCE
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        while True:
            try:
                driver.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > ends:
                    raise RecordError(f"{name}: cannot be used: {error}") from error
            sleep(0.01)


def _version(connection: Connection, name: str) -> str | None:
    """The version of the tables, None where there are none yet."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise RecordError(f"{name}: {_FOREIGN}")
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if version == NEWEST:
        return NEWEST
    if version is None or not version.startswith("akkoord_"):
        raise RecordError(f"{name}: {_FOREIGN}")
    if version not in _known_versions():
        raise RecordError(f"{name}: was written by a newer akkoord ({version}); update akkoord to open it")
    return str(version)


def _known_versions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {step.revision for step in ScriptDirectory.from_config(_alembic()).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command

    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={MARK}")
    config = _alembic()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _alembic() -> Any:
    """Alembic's settings. Alembic is only imported where tables are missing: it takes a fifth of a second."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
