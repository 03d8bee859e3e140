"""What the commands that read reports have in common: their arguments and options, and how a problem is told."""

import os
from typing import Annotated

import typer
from rich.console import Console

from akkoord.reader import Reader
from akkoord.reading import Reading
from akkoord.reports import Report, ReportError, read_report

PathsArgument = Annotated[
    list[str], typer.Argument(help="Files, folders, patterns, or - for standard input.", metavar="PATH...")
]
FileArgument = Annotated[
    str, typer.Argument(help="A file with one report, or - for standard input.", metavar="FILE")
]
ConfidenceOption = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        help="Only findings with this chance or more of being right: higher gives fewer and surer ones.",
        min=0.0,
        max=1.0,
        metavar="0-1",
    ),
]
LanguageOption = Annotated[
    bool, typer.Option("--any-language", help="Read it even where it does not look like Dutch.")
]
PipelineOption = Annotated[
    str, typer.Option(help="Another pipeline with heads for reading, by its folder.", metavar="FOLDER")
]


WIDTH = 120  # of what goes into a file or pipe, where no terminal and no COLUMNS say how wide it is


def console() -> Console:
    """Standard output for people; nothing in it is coloured but what we colour."""
    shown = Console(highlight=False)
    return shown if shown.is_terminal or "COLUMNS" in os.environ else Console(highlight=False, width=WIDTH)


def tell(error: ReportError) -> None:
    """The problem in one line on standard error."""
    typer.echo(f"akkoord: {error}", err=True)


def read_one(file: str, reader: Reader) -> tuple[Report, Reading]:
    """The one report of a file and its reading; raises `ReportError`, which names the file."""
    report = read_report(file)
    try:
        return report, reader(report)
    except ReportError as error:
        raise error.at(file) from error
