"""What Alembic runs: the steps that a record still lacks, in the transaction that it was opened in."""

from typing import Any

from alembic import context

from akkoord.record.tables import metadata

SEARCH = "search"  # full text: different by database and in SQLite several tables, so compared with no model


def is_of_model(thing: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    return kind != "table" or name is None or name.split("_")[0] != SEARCH


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=is_of_model,
    compare_type=True,
)
context.run_migrations()
