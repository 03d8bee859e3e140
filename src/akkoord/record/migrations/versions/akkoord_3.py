"""What is gleaned has the day of its report, so that the database finds it by party and day; `terms`, and `pairs` of
who deals with whom. The record fills the tables after its last step.
"""

import sqlalchemy as sa
from alembic import op

revision = "akkoord_3"
down_revision = "akkoord_2"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for table in ("stands", "dealings"):
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
        sa.PrimaryKeyConstraint("number", name=op.f("pk_stands")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_stands_report")),
    )  # fmt: skip
    op.create_index(op.f("ix_stands_party"), "stands", ["party", "issue", "day", "stance", "report"])
    op.create_table(
        "dealings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="as in stands"),
        sa.Column("parties", sa.Text(), nullable=False, comment="joined with +"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_dealings")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_dealings_report")),
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
        sa.PrimaryKeyConstraint("number", name=op.f("pk_terms")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_terms_report")),
    )
    op.create_table(
        "pairs",
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column(
            "other", sa.Text(), nullable=False, comment="a party that the report tells to deal with the one"
        ),
        sa.Column("day", sa.Date(), nullable=False, comment="as in stands"),
        sa.Column("report", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", "day", "report", name=op.f("pk_pairs")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_pairs_report")),
        sqlite_with_rowid=False,
    )
    for table in ("stands", "terms", "dealings"):
        op.create_index(op.f(f"ix_{table}_day"), table, ["day"])
        op.create_index(op.f(f"ix_{table}_report"), table, ["report"])
    op.create_index(op.f("ix_pairs_report"), "pairs", ["report"])
