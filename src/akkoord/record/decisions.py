"""The rows of people's decisions: written, and read back."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, insert, select

from akkoord.reading import Finding
from akkoord.record.anchors import Anchor
from akkoord.record.decision import CLASSES, Decision, Kind
from akkoord.record.problem import RecordError
from akkoord.record.tables import decisions, findings, reports

ANCHORS = TypeAdapter(tuple[Anchor, ...])


def add_decision(
    connection: Connection,
    kind: Kind,
    by: str,
    *,
    report: int | None = None,
    reading: int | None = None,
    layer: str | None = None,
    target: Finding | None = None,
    result: Finding | None = None,
    anchors: Sequence[Anchor] = (),
    actors: Sequence[str] = (),
    note: str | None = None,
) -> int:
    """Writes a decision, made now, and gives its number. Raises `RecordError` where nobody made it."""
    if not by.strip():
        raise RecordError("nobody is named who decides; give --by NAME")
    row = {
        "kind": kind,
        "report": report,
        "reading": reading,
        "layer": layer,
        "finding": target.id if target else None,
        "target": target.model_dump_json() if target else None,
        "result": result.model_dump_json() if result else None,
        "anchors": ANCHORS.dump_json(tuple(anchors)).decode() if anchors else None,
        "actors": json.dumps(actors, ensure_ascii=False) if actors else None,
        "note": note,
        "by": by.strip(),
        "at": datetime.now(UTC),
    }
    written = connection.execute(insert(decisions).returning(decisions.c.number), row)
    return int(written.scalar_one())


def all_decisions(connection: Connection) -> list[Decision]:
    """Every decision, in the order in which they were made."""
    return [decision for _, decision, _ in _rows(connection)]


def decisions_by_family(connection: Connection) -> dict[int, list[tuple[Decision, int | None]]]:
    """The decisions on each report and its versions, with the number of the reading that each was made on."""
    found: dict[int, list[tuple[Decision, int | None]]] = defaultdict(list)
    for family, decision, reading in _rows(connection):
        if family is not None:
            found[family].append((decision, reading))
    return dict(found)


def ids_of_readings(connection: Connection, numbers: Collection[int]) -> dict[int, set[str]]:
    """The ids of the findings in each of these readings."""
    asked = select(findings.c.reading, findings.c.id).where(findings.c.reading.in_(numbers))
    found: dict[int, set[str]] = {number: set() for number in numbers}
    for reading, id in connection.execute(asked):
        found[reading].add(id)
    return found


def _rows(connection: Connection) -> list[tuple[int | None, Decision, int | None]]:
    asked = (
        select(decisions, reports.c.id.label("report_id"), reports.c.version_of)
        .join(reports, decisions.c.report == reports.c.number, isouter=True)
        .order_by(decisions.c.number)
    )
    return [(row.version_of or row.report, _of_row(row), row.reading) for row in connection.execute(asked)]


def _of_row(row: Row[Any]) -> Decision:
    return Decision(
        number=row.number,
        kind=row.kind,
        by=row.by,
        at=row.at,
        report=row.report_id,
        layer=row.layer,
        target=_finding(row.layer, row.target),
        result=_finding(row.layer, row.result),
        anchors=ANCHORS.validate_json(row.anchors) if row.anchors else (),
        actors=tuple(json.loads(row.actors)) if row.actors else (),
        note=row.note,
    )


def _finding(layer: str | None, content: str | None) -> Finding | None:
    return CLASSES[layer].model_validate_json(content) if layer and content else None
