"""What is gleaned from readings for those who ask: stands and dealings. The record fills them after its last step."""

import sqlalchemy as sa
from alembic import op

revision = "akkoord_2"
down_revision = "akkoord_1"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "stands",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
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
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_stands_reading")),
    )
    op.create_table(
        "dealings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("parties", sa.Text(), nullable=False, comment="a code, the parties in it joined with +"),
        sa.Column(
            "lasting", sa.Boolean(), nullable=False, comment="whether it has a day or a name of its own"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_dealings")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_dealings_reading")),
    )
