import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from akkoord.record import Record

POSTGRES = "AKKOORD_TEST_POSTGRES"


@pytest.fixture
def postgres() -> Iterator[str]:
    """The URL of an empty schema in the PostgreSQL of the tests."""
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip(f"no PostgreSQL: {POSTGRES} names none")
    url = make_url(server).set(drivername="postgresql+psycopg")
    schema = f"test_{uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    options = f"-csearch_path={schema}"
    yield url.update_query_dict({"options": options}).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record can be made: a file, and then a database of PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "proef.db")
    url: str = request.getfixturevalue("postgres")
    return url


@pytest.fixture
def record(target: str) -> Iterator[Record]:
    with Record.open(target) as record:
        yield record
