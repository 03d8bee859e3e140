"""`akkoord read`: what reports say, shown or taken into a record."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from akkoord.cli.exits import BAD_INPUT
from akkoord.cli.findings import findings_tables
from akkoord.cli.reads import (
    ConfidenceOption,
    LanguageOption,
    PathsArgument,
    PipelineOption,
    console,
    tell,
)
from akkoord.errors import AkkoordError
from akkoord.reader import OWN_PIPELINE, Reader
from akkoord.reading import Reading
from akkoord.record import ReaderVersion, Record, Taken, take_in
from akkoord.record.intake import Outcome
from akkoord.reports import ReportError, count_reports, read_reports

OUTCOMES: dict[Outcome, str] = {
    "new": "new",
    "again": "read again by another version of the reader",
    "known": "known",
    "problem": "not read (see: akkoord problems)",
}


class BadChoice(AkkoordError):
    """Options that do not go together."""


def read(
    paths: PathsArgument,
    as_json: Annotated[
        bool, typer.Option("--json", help="For programs: each report's reading as one line of JSON.")
    ] = False,
    min_confidence: ConfidenceOption = 0.0,
    any_language: LanguageOption = False,
    record: Annotated[
        str | None,
        typer.Option(
            help="Keep reports and readings in this record instead of showing them.", metavar="FILE|URL"
        ),
    ] = None,
    pipeline: PipelineOption = OWN_PIPELINE,
) -> None:
    """Read reports: show what each says, or with --record keep it.

    A report that cannot be read is told in one line and does not stop the rest; the exit code is then 2.

    Example: akkoord read examples/reports --record akkoord.db
    """
    reader = Reader(pipeline, any_language=any_language)
    if record is not None:
        if min_confidence:
            raise BadChoice("a record keeps every finding with its confidence; leave --min-confidence out")
        all_well = _keep(record, paths, reader, as_json)
    else:
        all_well = _show(_readings(paths, reader), min_confidence, as_json)
    if not all_well:
        raise typer.Exit(BAD_INPUT)


def _readings(paths: list[str], reader: Reader) -> Iterator[Reading | ReportError]:
    for report in read_reports(paths):
        if isinstance(report, ReportError):
            yield report
            continue
        try:
            yield reader(report)
        except ReportError as error:
            yield error.at(report.id)


def _show(readings: Iterator[Reading | ReportError], min_confidence: float, as_json: bool) -> bool:
    """Prints readings as they come; whether all could be read."""
    out, all_well = console(), True
    for reading in readings:
        if isinstance(reading, ReportError):
            tell(reading)
            all_well = False
        elif as_json:
            typer.echo(_line(reading.at_least(min_confidence)))
        else:
            out.print(findings_tables(reading.at_least(min_confidence)))
    return all_well


def _line(reading: Reading) -> str:
    """The reading file on one line."""
    return json.dumps(json.loads(reading.to_json()), ensure_ascii=False)


def _keep(place: str, paths: list[str], reader: Reader, as_json: bool) -> bool:
    """Takes reports into the record, prints what became of them; whether all could be read."""
    with Record.open(place) as record, _progress() as progress:
        reader.pipeline  # noqa: B018  where it cannot be loaded, no report is to blame
        task = progress.add_task("", total=count_reports(paths))

        def told(taken: Taken) -> None:
            if taken.outcome == "problem":
                progress.console.print(
                    f"akkoord: {taken.source}: {taken.reason}", markup=False, soft_wrap=True
                )
            progress.advance(task)

        tally = take_in(record, read_reports(paths), reader, ReaderVersion(*reader.versions), told)
    typer.echo(json.dumps({outcome: tally[outcome] for outcome in OUTCOMES}) if as_json else _told(tally))
    return not tally["problem"]


def _progress() -> Progress:
    """A bar on standard error, where somebody looks at it."""
    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=console, disable=not console.is_terminal, transient=True)


def _told(tally: Counter[Outcome]) -> str:
    told = ", ".join(f"{tally[outcome]} {words}" for outcome, words in OUTCOMES.items() if tally[outcome])
    return told or "no reports"
