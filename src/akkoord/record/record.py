"""`Record`: the door of the room, with what is asked of single reports and all that comes in."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, select

from akkoord.codebook import Span
from akkoord.reading import LAYERS, Reading, ReportHead
from akkoord.record import search
from akkoord.record.decision import Adrift, Decision
from akkoord.record.decisions import all_decisions
from akkoord.record.entries import adrift_in, bodies_of, entries_of, reading_of
from akkoord.record.entry import Entry, Merge, ReaderVersion
from akkoord.record.heads import (
    KeptReport,
    Period,
    Shown,
    kept_family,
    kept_report,
    kept_reports,
    named,
    numbers_of,
    shown,
    shown_of,
)
from akkoord.record.keeping import is_read, keep_reading, keep_report, number_of, report_of, unread
from akkoord.record.opened import last_numbers
from akkoord.record.overview import Overview
from akkoord.record.person import Person
from akkoord.record.problem import RecordError
from akkoord.record.problems import Problem, full_source, keep_problem, open_problems
from akkoord.record.tables import decisions, readings, reports
from akkoord.record.views import View, save_view, saved_views
from akkoord.reports import Report

Kept = Literal["new", "again", "known", "differs"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search for these words found, and its body."""

    report: ReportHead
    text: str
    query: search.Query

    @property
    def matches(self) -> tuple[Span, ...]:
        """The words in the body that were looked for, in order; a phrase is one span."""
        return self.query.matches_in(self.text)


@dataclass(frozen=True, slots=True)
class MadeReading:
    """A reading as it was made, no decision applied; `made` is UTC."""

    reading: Reading
    made_by: ReaderVersion
    made: datetime


class Record(Overview):
    """The store of all reports, readings and decisions, in a file of SQLite or a database of PostgreSQL.

    Open it with `Record.open`, close it with `close` or `with`. Everything that it gives is as it is at that
    moment, decisions of people applied. Several processes and threads may use one at the same time. Raises
    `RecordError`.
    """

    # What the record says

    def entries(
        self,
        as_of: date | None = None,
        since: date | None = None,
        layers: Collection[str] = LAYERS,
        ids: Collection[str] | None = None,
        parties: Collection[str] = (),
    ) -> Iterator[Entry]:
        """The reports in order of publication, one entry for all versions of one, undated ones last.

        `as_of`: those certainly published by that day. `since`: those not certainly published before it. A
        report without a date is in neither. `layers`: only findings of these, which is quicker. `ids`: only the
        reports with these ids, each version that is named as an entry of its own. `parties`: events,
        agreements and talks that name none of these need not be there, which is quicker.
        """
        with self._ask() as connection:
            chosen = self._shown(connection, as_of, since, ids)
            yield from entries_of(connection, chosen, layers, parties)

    def entry(self, report: str) -> Entry:
        """The entry of the report with this id, be it a version of another or not."""
        with self._ask() as connection:
            kept = kept_report(connection, report)
            versions = [one for one in kept_family(connection, kept.family) if one.number != kept.number]
            if kept.reading is None:
                raise RecordError(f"{report} has no reading yet; see: akkoord problems")
            return next(entries_of(connection, [Shown(kept, tuple(versions))]))

    def undated(self) -> list[ReportHead]:
        """The reports that no day is known for, which are in nothing as of a day."""
        with self._ask() as connection:
            return [kept.head for kept in kept_reports(connection) if kept.latest is None]

    def readings(self, report: str) -> list[MadeReading]:
        """All readings of a report, the last one, which holds, at the end."""
        with self._ask() as connection:
            kept = kept_report(connection, report)
            asked = select(readings).where(readings.c.report == kept.number).order_by(readings.c.number)
            return [
                MadeReading(
                    reading_of(connection, kept, row.number),
                    ReaderVersion(row.reader, row.lexicon, row.pipeline),
                    row.made,
                )
                for row in connection.execute(asked)
            ]

    def search(
        self, query: str, as_of: date | None = None, since: date | None = None, limit: int | None = None
    ) -> list[Hit]:
        """The reports whose text has these words in any of their forms, the best first.

        All words must be there; `"words in a row"` as a phrase; `or` between alternatives; `-word` must not.
        `as_of` and `since` as for `entries`. Of a report in several versions the one that is shown counts,
        or where it does not have the words one that does.
        """
        wanted = search.Query.parse(query)
        with self._ask() as connection:
            rank = {number: place for place, number in enumerate(search.find(connection, wanted))}
            found = [hit for one in self._shown(connection, as_of, since) if (hit := _with_words(one, rank))]
            best = sorted(found, key=lambda kept: rank[kept.text])[:limit]
            bodies = bodies_of(connection, best)
        return [Hit(kept.head, bodies[kept.text], wanted) for kept in best]

    def reports_with(
        self, query: str, as_of: date | None = None, since: date | None = None
    ) -> list[KeptReport]:
        """The reports that `search` finds, in order of publication, without loading them."""
        wanted = search.Query.parse(query)
        with self._ask() as connection:
            texts = set(search.find(connection, wanted, ranked=False))
            found = (_with_words(one, texts) for one in self._shown(connection, as_of, since))
            return [kept for kept in found if kept]

    def decisions(self, report: str | None = None) -> list[Decision]:
        """Every decision, or those on one report, in the order in which they were made."""
        with self._ask() as connection:
            if report is not None:
                kept_report(connection, report)
            return [one for one in all_decisions(connection) if report is None or one.report == report]

    def merges(self) -> list[Merge]:
        """People's decisions on who is who, merges and splits, in the order in which they were made."""
        with self._ask() as connection:
            return [decision.merge for decision in all_decisions(connection) if decision.merge is not None]

    def adrift(self) -> list[Adrift]:
        """The decisions that take hold of nothing in a report, or a version of it, as it is read now."""
        with self._ask() as connection:
            return list(adrift_in(connection, kept_reports(connection)))

    def problems(self) -> list[Problem]:
        """What could not be read and is not yet."""
        with self._ask() as connection:
            return open_problems(connection)

    def views(self) -> list[View]:
        """The saved views, by name."""
        with self._ask() as connection:
            return saved_views(connection)

    def state(self) -> str:
        """A text that changes whenever reports, readings or decisions come in: what was computed from the
        record at the same state holds.
        """
        with self._ask() as connection:
            return last_numbers(connection, reports, readings, decisions)

    # What comes in

    def person(self, name: str) -> Person:
        """The one who decides: `record.person("Jansen").reject("report-1", "event-0123456789ab")`."""
        return Person(self._write, name)

    def has(self, report: Report, made_by: ReaderVersion) -> bool:
        """Whether the report (its text, publisher and date) has a reading by this version of the reader."""
        with self._ask() as connection:
            number = number_of(connection, report)
            return number is not None and is_read(connection, number, made_by)

    def stored(self, report: Report) -> Report | None:
        """The report as it was kept, perhaps with other white space or another id; None where it was not."""
        with self._ask() as connection:
            number = number_of(connection, report)
            return None if number is None else report_of(connection, number)

    def unread(self, made_by: ReaderVersion) -> Iterator[Report]:
        """All reports without a reading by this version of the reader, those without any reading included."""
        with self._ask() as connection:
            numbers = unread(connection, made_by)
        for number in numbers:
            with self._ask() as connection:
                report = report_of(connection, number)
            yield report

    def keep(self, report: Report, reading: Reading, made_by: ReaderVersion) -> Kept:
        """Writes a report with its reading in one transaction, each unless it is there.

        `new`: both were written, `again`: the reading was, `known`: neither was. `differs`: the report was kept
        with other white space, which this reading does not fit; nothing was written. Raises `BadReading`.
        """
        with self._write() as connection:
            place = keep_report(connection, report)
            if is_read(connection, place.number, made_by):
                return "known"
            stored = report_of(connection, place.number)
            if stored.text != report.text:
                return "differs"
            keep_reading(connection, place.number, reading, made_by)
            keep_problem(connection, stored.id, None, place.number)
        return "new" if place.is_new else "again"

    def keep_unread(self, report: Report, reason: str) -> None:
        """Writes a report that could not be read, and why, in one transaction."""
        with self._write() as connection:
            place = keep_report(connection, report)
            keep_problem(connection, report_of(connection, place.number).id, reason, place.number)

    def keep_problem(self, source: str, reason: str | None) -> None:
        """Writes that a source cannot be read, or without a reason that it can."""
        with self._write() as connection:
            keep_problem(connection, full_source(source), reason)

    def save_view(self, name: str, content: Mapping[str, Any] | None, by: str) -> None:
        """Saves a view (JSON values) under this name; without content it is taken away."""
        with self._write() as connection:
            save_view(connection, name, content, by)

    def _shown(
        self,
        connection: Connection,
        as_of: date | None,
        since: date | None,
        ids: Collection[str] | None = None,
    ) -> list[Shown]:
        """The reports that are shown, or the versions with these ids."""
        several, period = self._families(connection, as_of), Period(as_of, since)
        if ids is None:
            return shown(connection, period, several)
        members = numbers_of(connection, ids)
        return named(shown_of(connection, period, several, members), frozenset(ids))


def _with_words(one: Shown, texts: Collection[int]) -> KeptReport | None:
    """The version with one of these texts: the one that is shown, if it has one."""
    return next((kept for kept in (one.kept, *one.versions) if kept.text in texts), None)
