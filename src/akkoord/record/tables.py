"""The tables of the record. Rows of what is true are only ever added: no statement updates or deletes one.

Moments are UTC, days stand beside the EDTF text that they bound, findings are the JSON of their room.
`stands`, `terms`, `dealings` and `pairs` hold no truth: they are made from the last reading of each report, and made
anew with the tables of a newer version.
The full-text table `search` differs by database and is made by the migrations alone.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up in a column of type INTEGER only

texts = Table(
    "texts",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("exact", Text, nullable=False, unique=True, comment="SHA-256 of the body, to the letter"),
    Column("body", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("given_id", Text, nullable=False, comment="the id it came with; another report may have it"),
    Column("hash", Text, nullable=False, comment="of the normalised text"),
    Column("text", NUMBER, ForeignKey("texts.number"), nullable=False),
    Column("title", Text),
    Column("publisher", Text, nullable=False, comment="empty where unknown"),
    Column("published", Text, nullable=False, comment="EDTF; empty where unknown"),
    Column("earliest", Date, comment="first day that it can have been published"),
    Column("latest", Date, comment="last day that it can have been published"),
    Column("language", Text, nullable=False),
    Column("entered", Moment, nullable=False),
    Column("version_of", NUMBER, ForeignKey("reports.number"), comment="the first with this text"),
    Column("shared", Float, comment="share of its runs of words that the report it was likened to has"),
    UniqueConstraint("hash", "publisher", "published"),
    Index(None, "latest"),
    Index(None, "earliest"),
    Index(None, "version_of"),
    Index(None, "given_id"),
)

likenesses = Table(
    "likenesses",
    metadata,
    Column("band", BigInteger, primary_key=True, comment="reports that share one may be versions"),
    Column("report", NUMBER, ForeignKey("reports.number"), primary_key=True),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("report", NUMBER, ForeignKey("reports.number"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("pipeline", Text, nullable=False),
    Column("made", Moment, nullable=False),
    UniqueConstraint("report", "reader", "lexicon", "pipeline"),
)

findings = Table(
    "findings",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("reading", NUMBER, ForeignKey("readings.number"), nullable=False),
    Column("layer", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("content", Text, nullable=False, comment="JSON, its spans included"),
    Index(None, "reading", "layer"),
)

stands = Table(
    "stands",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("report", NUMBER, ForeignKey("reports.number"), nullable=False),
    Column("day", Date, nullable=False, comment="latest of the report; the first of all days where unknown"),
    Column("party", Text, nullable=False),
    Column("issue", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("teller", Text, comment="who tells it; none where it is the report or the party itself"),
    Column("confidence", Float, nullable=False, comment="of the position, 0 to 1"),
    Index(None, "party", "issue", "day", "stance", "confidence", "report"),
    Index(None, "day"),
    Index(None, "report"),
)

dealings = Table(
    "dealings",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("report", NUMBER, ForeignKey("reports.number"), nullable=False),
    Column("day", Date, nullable=False, comment="as in stands"),
    Column("parties", Text, nullable=False, comment="joined with +"),
    Column("name", Text, comment="of an agreement; none for talks"),
    Column("place", Text),
    Column("date", Text, comment="EDTF"),
    Column("status", Text, nullable=False),
    Column("provisions", Text, nullable=False, comment="issues, joined with +"),
    Index(None, "day"),
    Index(None, "report"),
)

terms = Table(
    "terms",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("report", NUMBER, ForeignKey("reports.number"), nullable=False),
    Column("day", Date, nullable=False, comment="as in stands"),
    Column("imposed_by", Text, comment="none where nobody is told to set it"),
    Column("needed", Text, nullable=False),
    Column("needed_party", Text, comment="the first one named in these words"),
    Column("needed_about", Text, comment="issues of positions in these words, joined with +"),
    Column("follows", Text, nullable=False),
    Column("follows_party", Text, comment="as for what is needed"),
    Column("follows_about", Text, comment="as for what is needed"),
    Column("paragraph", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("confidence", Float, nullable=False, comment="of the condition, 0 to 1"),
    Index(None, "day"),
    Index(None, "report"),
)

pairs = Table(
    "pairs",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True, comment="a party that the report tells to deal with the one"),
    Column("day", Date, primary_key=True, comment="as in stands"),
    Column("report", NUMBER, ForeignKey("reports.number"), primary_key=True),
    Index(None, "report"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("report", NUMBER, ForeignKey("reports.number"), comment="none where it is on actors"),
    Column("reading", NUMBER, ForeignKey("readings.number"), comment="that it was made on"),
    Column("layer", Text),
    Column("finding", Text, comment="id of the finding that it is on"),
    Column("target", Text, comment="JSON of that finding as it was; none where one is added"),
    Column("result", Text, comment="JSON of the finding that holds by it; none where rejected"),
    Column("anchors", Text, comment="JSON: W3C selectors of the words"),
    Column("actors", Text, comment="JSON: the actors merged or split"),
    Column("note", Text),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "report"),
)

problems = Table(
    "problems",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("source", Text, nullable=False, comment="path, or id of the report"),
    Column("report", NUMBER, ForeignKey("reports.number"), comment="where its text came in but no reading"),
    Column("reason", Text, comment="none: the problem is over"),
    Column("at", Moment, nullable=False),
    Index(None, "source"),
)

views = Table(
    "views",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", Text, comment="JSON; none: taken away"),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "name"),
)
