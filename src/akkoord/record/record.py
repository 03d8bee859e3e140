"""`Record`: the door of the room."""

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sqlalchemy import Connection, Table, func, select

from akkoord.codebook import Span
from akkoord.reading import LAYERS, Reading, ReportHead
from akkoord.record import search
from akkoord.record.decision import Adrift, Decision
from akkoord.record.decisions import all_decisions
from akkoord.record.entries import adrift_in, bodies_of, entries_of, reading_of
from akkoord.record.entry import Entry, Merge, ReaderVersion
from akkoord.record.gleaned import Pair, Term
from akkoord.record.heads import (
    Extent,
    Families,
    KeptReport,
    Period,
    Shown,
    day_of_newest,
    extent,
    families,
    kept_family,
    kept_report,
    kept_reports,
    named,
    numbers_of,
    shown,
    shown_of,
)
from akkoord.record.keeping import is_read, keep_reading, keep_report, number_of, report_of, unread
from akkoord.record.person import Person
from akkoord.record.problem import RecordError
from akkoord.record.problems import Problem, full_source, keep_problem, open_problems
from akkoord.record.store import asking, check_whole, name_of, open_store, told_plainly, writing
from akkoord.record.tables import decisions, readings, reports
from akkoord.record.told import Dealing, Gleaned, Stands, Told
from akkoord.record.views import View, save_view, saved_views
from akkoord.reports import Report

DEFAULT_FILE = "akkoord.db"
VARIABLE = "AKKOORD_RECORD"

Kept = Literal["new", "again", "known", "differs"]


def default_record() -> str:
    """The file or URL in the environment variable AKKOORD_RECORD, else `akkoord.db` in the working folder."""
    return os.environ.get(VARIABLE) or DEFAULT_FILE


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


class Record:
    """The store of all reports, readings and decisions, in a file of SQLite or a database of PostgreSQL.

    Open it with `Record.open`, close it with `close` or `with`. Everything that it gives is as it is at that
    moment, decisions of people applied. Several processes and threads may use one at the same time. Raises
    `RecordError`.
    """

    def __init__(self, target: str | Path) -> None:
        self.name = name_of(target)
        self._engine = open_store(target)
        self._last_families: tuple[tuple[date | None, str], Families] | None = None

    @classmethod
    def open(cls, target: str | Path | None = None, *, must_exist: bool = False) -> Self:
        """The record in this file or at this URL, made where there is none; None: `default_record()`."""
        place = default_record() if target is None else target
        if must_exist and "://" not in str(place) and not Path(place).exists():
            raise RecordError(
                f"{place}: there is no record; make one with: akkoord read PATH... --record {place}"
            )
        return cls(place)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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
        reports with these ids, each version that is named as an entry of its own. `parties`: events that name none
        of these need not be there, which is quicker.
        """
        with self._ask() as connection:
            chosen = self._shown(connection, as_of, since, ids)
            yield from entries_of(connection, chosen, layers, parties)

    def extent(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Extent:
        """How many reports `entries` gives, and when the first and the last of them were published; with `until` only
        those that were published by that day or have no date.
        """
        with self._ask() as connection:
            return extent(connection, Period(as_of, since, until), self._families(connection, as_of))

    def day_of_newest(
        self, count: int, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> date | None:
        """The day since when so many of these reports were published; None where there are no more than that."""
        with self._ask() as connection:
            period = Period(as_of, since, until)
            return day_of_newest(connection, period, self._families(connection, as_of), count)

    def stands(
        self,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        first: date | None = None,
    ) -> Stands:
        """The positions of the reports that `entries` gives, without loading them; `until` as for `extent`. With
        `first` only those since that day and, of each party on each issue, those of the last day before it.
        """
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.last_stands(first) if first else gleaned.all_stands()

    def turns(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Stands:
        """Of each party on each issue the positions of the last day, of the day since when they have been those, and of
        the last day on which they were others.
        """
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.turns()

    def terms(
        self,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        first: date | None = None,
    ) -> list[Told[Term]]:
        """The conditions of these reports, with `first` of those since that day, in the order of reports."""
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.terms(first)

    def pairs(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Counter[Pair]:
        """In how many of these reports two parties talk or agree with each other, for all who do."""
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.pairs()

    def dealings(
        self, before: date, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Iterator[Dealing]:
        """The talks and agreements with a day or a name that those of these reports tell of which were published before
        a day, the newest first, without loading them.
        """
        with self._gleaned(as_of, since, until) as gleaned:
            yield from gleaned.dealings(before)

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
            return _last_numbers(connection, reports, readings, decisions)

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

    def check(self) -> None:
        """Raises `RecordError` where the file is damaged anywhere."""
        check_whole(self._engine, self.name)

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

    def _families(self, connection: Connection, as_of: date | None) -> Families:
        """The reports in several versions. One view asks several times, and they are the same until others come in."""
        state = as_of, _last_numbers(connection, reports, readings)
        if self._last_families is None or self._last_families[0] != state:
            self._last_families = state, families(connection, as_of)
        return self._last_families[1]

    @contextmanager
    def _gleaned(self, as_of: date | None, since: date | None, until: date | None) -> Iterator[Gleaned]:
        with self._ask() as connection:
            yield Gleaned(connection, Period(as_of, since, until), self._families(connection, as_of))

    @contextmanager
    def _ask(self) -> Iterator[Connection]:
        with told_plainly(self.name), asking(self._engine) as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with told_plainly(self.name), writing(self._engine) as connection:
            yield connection


def _last_numbers(connection: Connection, *tables: Table) -> str:
    """A text that changes whenever a row comes into one of these tables."""
    last = [connection.execute(select(func.max(table.c.number))).scalar_one() for table in tables]
    return ".".join(str(number or 0) for number in last)


def _with_words(one: Shown, texts: Collection[int]) -> KeptReport | None:
    """The version with one of these texts: the one that is shown, if it has one."""
    return next((kept for kept in (one.kept, *one.versions) if kept.text in texts), None)
