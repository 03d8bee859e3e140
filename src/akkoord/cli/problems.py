"""`akkoord problems`: what could not be read into the record."""

from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from akkoord.cli.asking import JsonOption, RecordOption, print_json
from akkoord.cli.findings import harmless
from akkoord.cli.reads import LanguageOption, PipelineOption, console
from akkoord.reader import OWN_PIPELINE, Reader
from akkoord.record import Problem, ReaderVersion, Record, retry


def problems(
    record: RecordOption = None,
    try_again: Annotated[
        bool,
        typer.Option("--retry", help="Try to read them again; what is read well is no problem any more."),
    ] = False,
    any_language: LanguageOption = False,
    pipeline: PipelineOption = OWN_PIPELINE,
    as_json: JsonOption = False,
) -> None:
    """Print what could not be read into the record, and why.

    Example: akkoord problems --retry
    """
    with Record.open(record, must_exist=True) as kept:
        if try_again:
            reader = Reader(pipeline, any_language=any_language)
            if any(problem.report for problem in kept.problems()):
                reader.pipeline  # noqa: B018  where it cannot be loaded, no report is to blame
            retry(kept, reader, ReaderVersion(*reader.versions))
        found = kept.problems()
    if as_json:
        print_json([_values(problem) for problem in found])
    elif found:
        console().print(_table(found))
    else:
        typer.echo("No problems.")


def _values(problem: Problem) -> dict[str, str | int | None]:
    return {
        "source": problem.source,
        "report": problem.report,
        "reason": problem.reason,
        "at": problem.at.isoformat(timespec="seconds"),
    }


def _table(found: list[Problem]) -> Table:
    table = Table("Source", "Why", "Since", box=SIMPLE_HEAD, pad_edge=False)
    for problem in found:
        cells = (problem.source, problem.reason, f"{problem.at:%Y-%m-%d %H:%M}")
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    return table
