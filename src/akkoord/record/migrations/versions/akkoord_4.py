"""Dealings have name, place, date, status and provisions. The record fills the table after its last step."""

import sqlalchemy as sa
from alembic import op

revision = "akkoord_4"
down_revision = "akkoord_3"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.drop_table("dealings")
    op.create_table(
        "dealings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="as in stands"),
        sa.Column("parties", sa.Text(), nullable=False, comment="joined with +"),
        sa.Column("name", sa.Text(), comment="of an agreement; none for talks"),
        sa.Column("place", sa.Text()),
        sa.Column("date", sa.Text(), comment="EDTF"),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("provisions", sa.Text(), nullable=False, comment="issues, joined with +"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_dealings")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_dealings_report")),
    )
    op.create_index(op.f("ix_dealings_day"), "dealings", ["day"])
    op.create_index(op.f("ix_dealings_report"), "dealings", ["report"])
