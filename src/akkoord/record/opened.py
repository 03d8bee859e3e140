"""The open store under a record: its connections, and what many questions have in common."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Table, func, select

from akkoord.record.heads import Families, families
from akkoord.record.problem import RecordError
from akkoord.record.store import asking, check_whole, name_of, open_store, told_plainly, writing
from akkoord.record.tables import readings, reports

DEFAULT_FILE = "akkoord.db"
VARIABLE = "AKKOORD_RECORD"


def default_record() -> str:
    """The file or URL in the environment variable AKKOORD_RECORD, else `akkoord.db` in the working folder."""
    return os.environ.get(VARIABLE) or DEFAULT_FILE


class OpenStore:
    """A file of SQLite or a database of PostgreSQL that is open. Several processes and threads may use one at the same
    time. Raises `RecordError`.
    """

    def __init__(self, target: str | Path) -> None:
        self.name = name_of(target)
        self._engine = open_store(target)
        self._last_families: tuple[tuple[date | None, str], Families] | None = None

    @classmethod
    def open(cls, target: str | Path | None = None, *, must_exist: bool = False) -> Self:
        """The record in this file or at this URL, made where there is none; None: `default_record()`."""
        place = default_record() if target is None else target
        if must_exist and "://" not in str(place) and not Path(place).exists():
            raise RecordError(
                f"{place}: there is no record; make one with: akkoord read PATH... --record {place}"
            )
        return cls(place)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check(self) -> None:
        """Raises `RecordError` where the file is damaged anywhere."""
        check_whole(self._engine, self.name)

    def _families(self, connection: Connection, as_of: date | None) -> Families:
        """The reports in several versions. One view asks several times, and they are the same until others come in."""
        state = as_of, last_numbers(connection, reports, readings)
        if self._last_families is None or self._last_families[0] != state:
            self._last_families = state, families(connection, as_of)
        return self._last_families[1]

    @contextmanager
    def _ask(self) -> Iterator[Connection]:
        with told_plainly(self.name), asking(self._engine) as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with told_plainly(self.name), writing(self._engine) as connection:
            yield connection


def last_numbers(connection: Connection, *tables: Table) -> str:
    """A text that changes whenever a row comes into one of these tables."""
    last = [connection.execute(select(func.max(table.c.number))).scalar_one() for table in tables]
    return ".".join(str(number or 0) for number in last)
