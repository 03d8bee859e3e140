"""How a report and its reading come into the record: once, linked to the report that it is a version of."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from akkoord.reading import LAYERS, Reading
from akkoord.record import search
from akkoord.record.entry import ReaderVersion
from akkoord.record.gleaned import glean
from akkoord.record.likeness import LEAST_SHARE, bands_of, runs_of, share
from akkoord.record.problem import BadReading
from akkoord.record.tables import findings, likenesses, readings, reports, texts
from akkoord.reports import Report

MOST_COMPARED = 50  # reports that share most bands with a new one; more would be many versions of one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report stands in the record, and whether it has come in just now."""

    number: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Family:
    """The first report that one is a version of, with the share of its runs of words that both have; the bands by
    which versions of it will be found, where it is a first report itself.
    """

    first: int | None = None
    shared: float | None = None
    bands: frozenset[int] = frozenset()


def number_of(connection: Connection, report: Report) -> int | None:
    """The number of the report with this text, publisher and date of publication."""
    asked = select(reports.c.number).where(
        reports.c.hash == report.hash,
        reports.c.publisher == (report.publisher or ""),
        reports.c.published == (report.published or ""),
    )
    return connection.execute(asked).scalar_one_or_none()


def report_of(connection: Connection, number: int) -> Report:
    """The report as it was kept."""
    asked = select(reports, texts.c.body).join(texts).where(reports.c.number == number)
    row: Row[Any] = connection.execute(asked).one()
    return Report(
        id=row.id,
        text=row.body,
        title=row.title,
        publisher=row.publisher or None,
        published=row.published or None,
        language=row.language,
    )


def is_read(connection: Connection, number: int, made_by: ReaderVersion) -> bool:
    """Whether the report has a reading by this version of the reader."""
    asked = select(readings.c.number).where(
        readings.c.report == number,
        readings.c.reader == made_by.reader,
        readings.c.lexicon == made_by.lexicon,
        readings.c.pipeline == made_by.pipeline,
    )
    return connection.execute(asked).first() is not None


def unread(connection: Connection, made_by: ReaderVersion) -> list[int]:
    """The numbers of all reports without a reading by this version of the reader."""
    read = select(readings.c.report).where(
        readings.c.reader == made_by.reader,
        readings.c.lexicon == made_by.lexicon,
        readings.c.pipeline == made_by.pipeline,
    )
    asked = select(reports.c.number).where(reports.c.number.not_in(read)).order_by(reports.c.number)
    return list(connection.execute(asked).scalars())


def keep_report(connection: Connection, report: Report) -> Place:
    """Writes a report unless it is there."""
    number = number_of(connection, report)
    if number is not None:
        return Place(number, is_new=False)
    family = _family(connection, report)
    row = {
        "id": _free_id(connection, report.id),
        "given_id": report.id,
        "hash": report.hash,
        "text": _keep_text(connection, report.text),
        "title": report.title,
        "publisher": report.publisher or "",
        "published": report.published or "",
        "earliest": report.when.earliest,
        "latest": report.when.latest,
        "language": report.language,
        "entered": datetime.now(UTC),
        "version_of": family.first,
        "shared": family.shared,
    }
    number = int(connection.execute(insert(reports).returning(reports.c.number), row).scalar_one())
    if family.bands:
        connection.execute(insert(likenesses), [{"band": band, "report": number} for band in family.bands])
    return Place(number, is_new=True)


def keep_reading(connection: Connection, number: int, reading: Reading, made_by: ReaderVersion) -> None:
    """Writes a reading of the report with this number, which from now on is its last.

    Raises `BadReading` where words of the reading do not stand in the report in their place.
    """
    report = report_of(connection, number)
    wrong = reading.misplaced(report.text)
    if wrong:
        raise BadReading(f"the reading has {wrong[0].text!r} at {wrong[0].start}, the report other words")
    row = {
        "report": number,
        "reader": made_by.reader,
        "lexicon": made_by.lexicon,
        "pipeline": made_by.pipeline,
        "made": datetime.now(UTC),
    }
    written = int(connection.execute(insert(readings).returning(readings.c.number), row).scalar_one())
    rows = list(_finding_rows(written, reading))
    if rows:
        connection.execute(insert(findings), rows)
    glean(connection, number, report.when.latest or date.min, reading, report.text)


def _finding_rows(number: int, reading: Reading) -> Iterator[dict[str, Any]]:
    for layer in LAYERS:
        for finding in reading.layer(layer):
            content = finding.model_dump_json()
            yield {"reading": number, "layer": layer, "id": finding.id, "content": content}


def _family(connection: Connection, report: Report) -> Family:
    same = select(reports.c.number, reports.c.version_of).where(reports.c.hash == report.hash)
    first = connection.execute(same.order_by(reports.c.number).limit(1)).one_or_none()
    if first is not None:
        return Family(first.version_of or first.number, 1.0)
    runs = runs_of(report.text)
    bands = bands_of(runs)
    likest = max(
        ((share(runs, runs_of(body)), -number) for number, body in _like(connection, bands)), default=(0.0, 0)
    )
    return Family(-likest[1], likest[0]) if likest[0] >= LEAST_SHARE else Family(bands=frozenset(bands))


def _like(connection: Connection, bands: list[int]) -> list[tuple[int, str]]:
    """The reports with most of these bands, and their bodies; versions of others are not among them."""
    near = (
        select(likenesses.c.report)
        .where(likenesses.c.band.in_(bands))
        .group_by(likenesses.c.report)
        .order_by(func.count().desc(), likenesses.c.report)
        .limit(MOST_COMPARED)
        .subquery()
    )
    asked = select(reports.c.number, texts.c.body).join(texts).join(near, near.c.report == reports.c.number)
    return [(number, body) for number, body in connection.execute(asked)]


def _keep_text(connection: Connection, body: str) -> int:
    exact = hashlib.sha256(body.encode()).hexdigest()
    there = connection.execute(select(texts.c.number).where(texts.c.exact == exact)).scalar_one_or_none()
    if there is not None:
        return int(there)
    row = {"exact": exact, "body": body}
    number = int(connection.execute(insert(texts).returning(texts.c.number), row).scalar_one())
    search.keep(connection, number, body)
    return number


def _free_id(connection: Connection, id: str) -> str:
    """The id, or where another report has it the id with a number behind: `nos-1~2`."""
    taken = connection.execute(select(func.count()).where(reports.c.given_id == id)).scalar_one()
    free = id if not taken else f"{id}~{taken + 1}"
    while connection.execute(select(reports.c.number).where(reports.c.id == free)).first():
        taken += 1
        free = f"{id}~{taken + 1}"
    return free
