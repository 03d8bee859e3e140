"""From rows to entries: the last reading of a report with people's decisions applied."""

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from akkoord.garbage import no_search
from akkoord.reading import LAYERS, Reading, ReportHead
from akkoord.reading.findings import Layer
from akkoord.record.deciding import Decided
from akkoord.record.decision import Adrift, Decision
from akkoord.record.decisions import decisions_by_family, ids_of_readings
from akkoord.record.entry import Entry
from akkoord.record.gleaned import GLEANED_LAYERS, glean
from akkoord.record.heads import KeptReport, Shown, kept_reports
from akkoord.record.tables import findings, reports, texts

AT_ONCE = 250  # reports fetched together: some megabytes, and few enough names in one question
NAMING: tuple[Layer, ...] = ("events", "agreements", "talks")  # whose findings name their parties
TOLD_EVERY = 5000  # readings, where what is gleaned from them is made anew

_LOG = logging.getLogger(__name__)

Decisions = dict[int, list[tuple[Decision, int | None]]]


def entries_of(
    connection: Connection,
    chosen: Sequence[Shown],
    layers: Collection[str] = LAYERS,
    parties: Collection[str] = (),
) -> Iterator[Entry]:
    """The entries of these reports, in their order, with findings of these layers only.

    With `parties`, events, agreements and talks that name none of them may be left out of reports that nobody decided
    on.
    """
    decisions = decisions_by_family(connection)
    for first in range(0, len(chosen), AT_ONCE):
        with no_search():
            batch = list(_batch(connection, chosen[first : first + AT_ONCE], decisions, layers, parties))
        yield from batch


def adrift_in(connection: Connection, kept_ones: Sequence[KeptReport]) -> Iterator[Adrift]:
    """The decisions that take hold of nothing in these reports."""
    decisions = decisions_by_family(connection)
    decided_on = [kept for kept in kept_ones if kept.family in decisions and kept.reading is not None]
    for first in range(0, len(decided_on), AT_ONCE):
        batch = decided_on[first : first + AT_ONCE]
        bodies, contents = bodies_of(connection, batch), _contents(connection, batch, LAYERS)
        for kept in batch:
            reading = _reading(kept.head, contents[kept.reading])
            yield from _decide(connection, kept, reading, bodies[kept.text], decisions).adrift


def bodies_of(connection: Connection, kept: Sequence[KeptReport]) -> dict[int, str]:
    """The bodies of these reports by the numbers of their texts."""
    numbers = sorted({one.text for one in kept})
    bodies: dict[int, str] = {}
    for first in range(0, len(numbers), AT_ONCE):
        asked = select(texts.c.number, texts.c.body).where(
            texts.c.number.in_(numbers[first : first + AT_ONCE])
        )
        bodies.update(connection.execute(asked).all())
    return bodies


def reading_of(connection: Connection, kept: KeptReport, number: int) -> Reading:
    """One reading of a report as it was made, no decision applied."""
    return _reading(kept.head, _contents_of(connection, [number], LAYERS)[number])


def glean_all(connection: Connection) -> None:
    """Makes the rows that are gleaned from readings anew."""
    read = [kept for kept in kept_reports(connection) if kept.reading is not None]
    for first in range(0, len(read), AT_ONCE):
        if first % TOLD_EVERY == 0 and len(read) > TOLD_EVERY:
            _LOG.warning("bringing the record up to date: report %d of %d", first + 1, len(read))
        batch = read[first : first + AT_ONCE]
        with no_search():
            bodies, contents = bodies_of(connection, batch), _contents(connection, batch, GLEANED_LAYERS)
            for kept in batch:
                reading = _reading(kept.head, contents[kept.reading])
                glean(connection, kept.number, kept.day, reading, bodies[kept.text])


def _batch(
    connection: Connection,
    batch: Sequence[Shown],
    decisions: Decisions,
    layers: Collection[str],
    parties: Collection[str],
) -> Iterator[Entry]:
    kept = [one.kept for one in batch]
    marks = [json.dumps(party, ensure_ascii=False)[1:-1] for party in parties]
    bodies, contents = bodies_of(connection, kept), _contents(connection, kept, layers)
    entered = _entered(connection, kept)
    for one in batch:
        report, body = one.kept, bodies[one.kept.text]
        found = contents[report.reading]
        if marks and report.family not in decisions:
            for layer in NAMING:
                found[layer] = [one for one in found[layer] if any(mark in one for mark in marks)]
        reading = _reading(report.head, found)
        if report.family in decisions:
            of_layers = {report.family: [d for d in decisions[report.family] if d[0].layer in layers]}
            reading = _decide(connection, report, reading, body, of_layers).result()
        versions = tuple(version.head for version in one.versions)
        yield Entry(report.head, body, reading, entered[report.number], versions)


def _entered(connection: Connection, kept: Sequence[KeptReport]) -> dict[int, datetime]:
    """When these reports came in."""
    asked = select(reports.c.number, reports.c.entered).where(
        reports.c.number.in_([one.number for one in kept])
    )
    return dict(connection.execute(asked).all())


def _decide(
    connection: Connection, kept: KeptReport, reading: Reading, text: str, decisions: Decisions
) -> Decided:
    """All decisions on a report applied to a reading of it."""
    decided = Decided(reading, text)
    made_on = {number for _, number in decisions[kept.family] if number is not None}
    before = ids_of_readings(connection, made_on)
    for decision, number in decisions[kept.family]:
        decided.apply(decision, before[number] if number is not None else ())
    return decided


def _contents(
    connection: Connection, kept: Sequence[KeptReport], layers: Collection[str]
) -> dict[int | None, dict[str, list[str]]]:
    return _contents_of(connection, [one.reading for one in kept if one.reading is not None], layers)


def _contents_of(
    connection: Connection, numbers: Sequence[int], layers: Collection[str]
) -> dict[int | None, dict[str, list[str]]]:
    """The JSON of the findings of these readings, layer by layer, in the order in which they were read."""
    found: dict[int | None, dict[str, list[str]]] = {number: defaultdict(list) for number in numbers}
    if not layers:
        return found
    asked = select(findings.c.reading, findings.c.layer, findings.c.content)
    asked = asked.where(findings.c.reading.in_(numbers))
    asked = asked.order_by(findings.c.reading, findings.c.layer, findings.c.number)  # as the index has them
    if len(layers) < len(LAYERS):
        asked = asked.where(findings.c.layer.in_(layers))
    for reading, layer, content in connection.execute(asked).all():
        found[reading][layer].append(content)
    return found


def _reading(head: ReportHead, contents: dict[str, list[str]]) -> Reading:
    """The reading put together as JSON, which pydantic reads faster than rows one by one."""
    layers = "".join(f',"{layer}":[{",".join(found)}]' for layer, found in contents.items())
    return Reading.from_json(f'{{"report":{head.model_dump_json()}{layers}}}', kept=True)
