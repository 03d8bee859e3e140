"""Positions and conditions have their confidence. The record fills the tables after its last step."""

import sqlalchemy as sa
from alembic import op

revision = "akkoord_5"
down_revision = "akkoord_4"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for table in ("stands", "terms"):
        op.drop_table(table)
    op.create_table(
        "stands",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column(
            "day", sa.Date(), nullable=False,
            comment="latest of the report; the first of all days where unknown",
        ),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column(
            "teller", sa.Text(), comment="who tells it; none where it is the report or the party itself"
        ),
        sa.Column("confidence", sa.Float(), nullable=False, comment="of the position, 0 to 1"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_stands")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_stands_report")),
    )  # fmt: skip
    op.create_index(
        op.f("ix_stands_party"), "stands", ["party", "issue", "day", "stance", "confidence", "report"]
    )
    op.create_table(
        "terms",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="as in stands"),
        sa.Column("imposed_by", sa.Text(), comment="none where nobody is told to set it"),
        sa.Column("needed", sa.Text(), nullable=False),
        sa.Column("needed_party", sa.Text(), comment="the first one named in these words"),
        sa.Column("needed_about", sa.Text(), comment="issues of positions in these words, joined with +"),
        sa.Column("follows", sa.Text(), nullable=False),
        sa.Column("follows_party", sa.Text(), comment="as for what is needed"),
        sa.Column("follows_about", sa.Text(), comment="as for what is needed"),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False, comment="of the condition, 0 to 1"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_terms")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_terms_report")),
    )
    for table in ("stands", "terms"):
        op.create_index(op.f(f"ix_{table}_day"), table, ["day"])
        op.create_index(op.f(f"ix_{table}_report"), table, ["report"])
