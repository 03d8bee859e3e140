"""`Person`: somebody who decides on findings, reports and actors."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, select

from akkoord.reading import Finding
from akkoord.record.decision import CLASSES, Kind, anchors_of, layer_of
from akkoord.record.decisions import add_decision, all_decisions
from akkoord.record.entries import entries_of
from akkoord.record.entry import Entry
from akkoord.record.heads import KeptReport, Shown, kept_report
from akkoord.record.problem import RecordError
from akkoord.record.tables import findings, readings
from akkoord.record.wording import finding_of

Writing = Callable[[], AbstractContextManager[Connection]]


class Person:
    """Decides in a person's name. Each method writes one decision and gives its number; raises `RecordError`
    for what is not there.
    """

    def __init__(self, writing: Writing, name: str) -> None:
        self._writing = writing
        self._name = name

    def accept(self, report: str, finding: str, note: str | None = None) -> int:
        """The finding with this id is right; one that was rejected or is read no more holds again."""
        with self._writing() as connection:
            place, entry = _entry(connection, report)
            target = _finding(entry, finding) or _former(connection, place, finding)
            if target is None:
                raise _no_finding(report, finding)
            return self._on(connection, "accept", place, entry, target, target, note)

    def reject(self, report: str, finding: str, note: str | None = None) -> int:
        """The finding with this id is none."""
        with self._writing() as connection:
            place, entry = _entry(connection, report)
            return self._on(connection, "reject", place, entry, _must(entry, finding), None, note)

    def correct(self, report: str, finding: str, changes: Mapping[str, Any], note: str | None = None) -> int:
        """The finding with this id holds with other values of these fields; words as `finding_of` has them."""
        with self._writing() as connection:
            place, entry = _entry(connection, report)
            target = _must(entry, finding)
            unknown = set(changes) - set(target.bare())
            if unknown or not changes:
                fields = ", ".join(target.bare())
                raise RecordError(
                    f"{finding} has no {', '.join(sorted(unknown)) or 'change'}; give any of {fields}"
                )
            result = finding_of(layer_of(target), target.bare() | dict(changes), entry.text)
            result = result.changed(why=target.why)
            return self._on(connection, "correct", place, entry, target, result, note)

    def add(self, report: str, layer: str, fields: Mapping[str, Any], note: str | None = None) -> int:
        """The report says this too; fields as `finding_of` has them."""
        with self._writing() as connection:
            place, entry = _entry(connection, report)
            result = finding_of(layer, fields, entry.text)
            if _finding(entry, result.id):
                raise RecordError(f"{report} has this finding already: {result.id}")
            return self._on(connection, "add", place, entry, None, result, note)

    def note(self, report: str, note: str, finding: str | None = None) -> int:
        """A remark on a report or on one of its findings."""
        with self._writing() as connection:
            place, entry = _entry(connection, report)
            target = _must(entry, finding) if finding else None
            return self._on(connection, "note", place, entry, target, None, note)

    def merge(self, actors: list[str], note: str | None = None) -> int:
        """These actors (codes, or names as reports write them) are one."""
        return self._on_actors("merge", actors, note)

    def split(self, actors: list[str], note: str | None = None) -> int:
        """These actors are not one, whatever was decided before."""
        return self._on_actors("split", actors, note)

    def _on(
        self,
        connection: Connection,
        kind: Kind,
        place: KeptReport,
        entry: Entry,
        target: Finding | None,
        result: Finding | None,
        note: str | None,
    ) -> int:
        told = [finding for finding in (target, result) if finding is not None]
        return add_decision(
            connection,
            kind,
            self._name,
            report=place.number,
            reading=place.reading,
            layer=layer_of(told[0]) if told else None,
            target=target,
            result=result,
            anchors=anchors_of(told, entry.text),
            note=note,
        )

    def _on_actors(self, kind: Kind, actors: list[str], note: str | None) -> int:
        named = list(dict.fromkeys(actor.strip() for actor in actors if actor.strip()))
        if len(named) < 2:
            raise RecordError(f"to {kind} actors give two or more of them")
        with self._writing() as connection:
            return add_decision(connection, kind, self._name, actors=named, note=note)


def _entry(connection: Connection, report: str) -> tuple[KeptReport, Entry]:
    kept = kept_report(connection, report)
    if kept.reading is None:
        raise RecordError(f"{report} has no reading yet to decide on; see: akkoord problems")
    return kept, next(entries_of(connection, [Shown(kept)]))


def _finding(entry: Entry, id: str) -> Finding | None:
    return next((finding for finding in entry.reading.findings() if finding.id == id), None)


def _must(entry: Entry, id: str) -> Finding:
    finding = _finding(entry, id)
    if finding is None:
        raise _no_finding(entry.report.id, id)
    return finding


def _former(connection: Connection, place: KeptReport, id: str) -> Finding | None:
    """A finding of an earlier reading or decision on this report."""
    asked = select(findings.c.layer, findings.c.content).join(readings)
    row = connection.execute(asked.where(readings.c.report == place.number, findings.c.id == id)).first()
    if row is not None:
        return CLASSES[row.layer].model_validate_json(row.content)
    decided = (one for decision in all_decisions(connection) for one in (decision.target, decision.result))
    return next((finding for finding in decided if finding is not None and finding.id == id), None)


def _no_finding(report: str, finding: str) -> RecordError:
    return RecordError(f"{report} has no finding {finding}; see: akkoord report {report}")
