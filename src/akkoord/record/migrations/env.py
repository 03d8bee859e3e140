"""What Alembic runs: the steps that a record still lacks, in the transaction that it was opened in."""

from alembic import context

from akkoord.record.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
