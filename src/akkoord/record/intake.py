"""How reports come in: each in a transaction of its own, so that a run that was killed is taken up where it was.

What cannot be read is kept as a problem and stops nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from akkoord.errors import AkkoordError
from akkoord.reading import Reading
from akkoord.record.entry import ReaderVersion
from akkoord.record.problem import BadReading
from akkoord.record.problems import full_source
from akkoord.record.record import Record
from akkoord.reports import Report, ReportError, read_reports

Outcome = Literal["new", "again", "known", "problem"]
Read = Callable[[Report], Reading]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one report: `new` in the record, read `again` by another version of the reader, `known`
    with a reading by this one, or a `problem`, whose reason is told.
    """

    source: str
    outcome: Outcome
    reason: str = ""


Told = Callable[[Taken], None]


def take_in(
    record: Record,
    reports: Iterable[Report | ReportError],
    read: Read,
    made_by: ReaderVersion,
    progress: Told | None = None,
) -> Counter[Outcome]:
    """Takes reports in, as `akkoord.reports.read_reports` gives them, and counts what became of them.

    `read` makes a report's reading and `made_by` says which version it is; a report that has a reading by that
    version is not read again. `progress` is told of each report when it is in the record. Raises `RecordError`
    where the record itself is damaged.
    """
    record.check()
    tally: Counter[Outcome] = Counter()
    for report in reports:
        taken = (
            _not_read(record, report)
            if isinstance(report, ReportError)
            else _take(record, report, read, made_by)
        )
        tally[taken.outcome] += 1
        if progress is not None:
            progress(taken)
    return tally


def read_again(
    record: Record, read: Read, made_by: ReaderVersion, progress: Told | None = None
) -> Counter[Outcome]:
    """Reads every report in the record that has no reading by this version of the reader."""
    return take_in(record, record.unread(made_by), read, made_by, progress)


def retry(
    record: Record, read: Read, made_by: ReaderVersion, progress: Told | None = None
) -> Counter[Outcome]:
    """Tries again what is in `Record.problems`; what is read well is no problem any more.

    What came from standard input cannot be tried again and stays.
    """
    problems = record.problems()
    failed = {problem.report for problem in problems}
    reports = (report for report in record.unread(made_by) if report.id in failed)
    tally = take_in(record, reports, read, made_by, progress)
    for path in dict.fromkeys(problem.path for problem in problems if problem.path):
        seen: list[Report | ReportError] = list(read_reports([path]))
        tally += take_in(record, seen, read, made_by, progress)
        still = {full_source(error.source) for error in seen if isinstance(error, ReportError)}
        for problem in problems:
            if problem.path == path and problem.source not in still:
                record.keep_problem(problem.source, None)
    return tally


def _not_read(record: Record, error: ReportError) -> Taken:
    record.keep_problem(error.source, error.reason)
    return Taken(error.source, "problem", error.reason)


def _take(record: Record, report: Report, read: Read, made_by: ReaderVersion) -> Taken:
    """Takes one report in. It is read as the record has it: a known report may come with other white space."""
    while not record.has(report, made_by):
        wanted = record.stored(report) or report
        reading = _try(read, wanted)
        try:
            kept = record.keep(wanted, reading, made_by) if isinstance(reading, Reading) else None
        except BadReading as error:
            reading = str(error)
        if isinstance(reading, str):
            record.keep_unread(wanted, reading)
            return Taken(report.id, "problem", reading)
        if kept is not None and kept != "differs":  # else another process was first
            return Taken(report.id, kept)
    return Taken(report.id, "known")


def _try(read: Read, report: Report) -> Reading | str:
    """The reading, or in one line why there is none: whatever the reader fails on must not stop the rest."""
    try:
        return read(report)
    except AkkoordError as error:
        return str(error)
    except Exception as error:
        return " ".join(f"the reader failed on it: {type(error).__name__}: {error}".split())
