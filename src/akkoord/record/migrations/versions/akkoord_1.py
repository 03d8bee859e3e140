"""The first tables: reports, readings, findings, decisions, problems, views, full text."""

import sqlalchemy as sa
from alembic import op

revision = "akkoord_1"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)

SEARCH = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search USING fts5(stems, content='', tokenize='unicode61 remove_diacritics 0')",
    ],
    "postgresql": [
        "CREATE TABLE search (text BIGINT PRIMARY KEY REFERENCES texts (number), words tsvector NOT NULL)",
        "CREATE INDEX ix_search_words ON search USING gin (words)",
    ],
}


def upgrade() -> None:
    _create_reports()
    _create_readings()
    _create_decisions()
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def _create_reports() -> None:
    op.create_table(
        "texts",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("exact", sa.Text(), nullable=False, comment="SHA-256 of the body, to the letter"),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_texts")),
        sa.UniqueConstraint("exact", name=op.f("uq_texts_exact")),
    )
    op.create_table(
        "reports",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "given_id", sa.Text(), nullable=False, comment="the id it came with; another report may have it"
        ),
        sa.Column("hash", sa.Text(), nullable=False, comment="of the normalised text"),
        sa.Column("text", NUMBER, nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text(), nullable=False, comment="empty where unknown"),
        sa.Column("published", sa.Text(), nullable=False, comment="EDTF; empty where unknown"),
        sa.Column("earliest", sa.Date(), comment="first day that it can have been published"),
        sa.Column("latest", sa.Date(), comment="last day that it can have been published"),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("entered", MOMENT, nullable=False),
        sa.Column("version_of", NUMBER, comment="the first with this text"),
        sa.Column(
            "shared", sa.Float(), comment="share of its runs of words that the report it was likened to has"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reports")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id")),
        sa.UniqueConstraint("hash", "publisher", "published", name=op.f("uq_reports_hash")),
        sa.ForeignKeyConstraint(["text"], ["texts.number"], name=op.f("fk_reports_text")),
        sa.ForeignKeyConstraint(["version_of"], ["reports.number"], name=op.f("fk_reports_version_of")),
    )
    for column in ("latest", "earliest", "version_of", "given_id"):
        op.create_index(op.f(f"ix_reports_{column}"), "reports", [column])
    op.create_table(
        "likenesses",
        sa.Column("band", sa.BigInteger(), nullable=False, comment="reports that share one may be versions"),
        sa.Column("report", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("band", "report", name=op.f("pk_likenesses")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_likenesses_report")),
        sqlite_with_rowid=False,
    )


def _create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("lexicon", sa.Text(), nullable=False),
        sa.Column("pipeline", sa.Text(), nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_readings")),
        sa.UniqueConstraint("report", "reader", "lexicon", "pipeline", name=op.f("uq_readings_report")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_readings_report")),
    )
    op.create_table(
        "findings",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("reading", NUMBER, nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False, comment="JSON, its spans included"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_findings")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_findings_reading")),
    )
    op.create_index(op.f("ix_findings_reading"), "findings", ["reading", "layer"])


def _create_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("report", NUMBER, comment="none where it is on actors"),
        sa.Column("reading", NUMBER, comment="that it was made on"),
        sa.Column("layer", sa.Text()),
        sa.Column("finding", sa.Text(), comment="id of the finding that it is on"),
        sa.Column("target", sa.Text(), comment="JSON of that finding as it was; none where one is added"),
        sa.Column("result", sa.Text(), comment="JSON of the finding that holds by it; none where rejected"),
        sa.Column("anchors", sa.Text(), comment="JSON: W3C selectors of the words"),
        sa.Column("actors", sa.Text(), comment="JSON: the actors merged or split"),
        sa.Column("note", sa.Text()),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_decisions_report")),
        sa.ForeignKeyConstraint(["reading"], ["readings.number"], name=op.f("fk_decisions_reading")),
    )
    op.create_index(op.f("ix_decisions_report"), "decisions", ["report"])
    op.create_table(
        "problems",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("source", sa.Text(), nullable=False, comment="path, or id of the report"),
        sa.Column("report", NUMBER, comment="where its text came in but no reading"),
        sa.Column("reason", sa.Text(), comment="none: the problem is over"),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_problems")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_problems_report")),
    )
    op.create_index(op.f("ix_problems_source"), "problems", ["source"])
    op.create_table(
        "views",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), comment="JSON; none: taken away"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_views")),
    )
    op.create_index(op.f("ix_views_name"), "views", ["name"])
