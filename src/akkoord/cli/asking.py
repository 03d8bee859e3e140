"""What the commands that ask a record have in common: their options, and how they print."""

import json
import sys
from datetime import date
from typing import Annotated, Any

import typer

from akkoord.brief import LANGUAGES, Language, LanguageCode, Sheet, sheet_markdown
from akkoord.dossier import Dossier
from akkoord.errors import AkkoordError
from akkoord.when import BadWhen, When

RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        help="File or URL of the record; else AKKOORD_RECORD, else akkoord.db.",
        metavar="FILE|URL",
    ),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Only what reports published up to this day say.", metavar="DAY")
]
SinceOption = Annotated[str | None, typer.Option("--since", help="From this day on.", metavar="DAY")]
DossierOption = Annotated[
    str | None,
    typer.Option("--dossier", help="A saved dossier: its parties, issues and period.", metavar="NAME"),
]
LangOption = Annotated[str, typer.Option("--lang", help="Language of headings: nl or en.", metavar="nl|en")]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]
NewestOption = Annotated[
    int,
    typer.Option("--newest", help="So many of the newest reports are read; 0 for all.", min=0, metavar="N"),
]
PlotOption = Annotated[
    str | None, typer.Option("--plot", help="Draw it into this file: .svg, .png or .html.", metavar="FILE")
]


class BadOption(AkkoordError):
    """An option whose value cannot be used."""


def day_of(text: str | None, *, last: bool = False) -> date | None:
    """The day that an option gives, of a longer time in EDTF ("2022-02") the first or last one; raises `BadOption`."""
    if not text:
        return None
    try:
        when = When.parse(text)
    except BadWhen as error:
        raise BadOption(f"{text!r} is no day; write it as 2022-02-25") from error
    day = when.latest if last else when.earliest
    if day is None:
        raise BadOption(f"{text!r} leaves the day open; write it as 2022-02-25")
    return day


def language_of(text: str) -> Language:
    """The language that an option gives; raises `BadOption`."""
    code: LanguageCode | None = next((known for known in LANGUAGES if known == text), None)
    if code is None:
        raise BadOption(f"{text!r} is no language of the brief; give one of: {', '.join(LANGUAGES)}")
    return Language(code)


def no_plot_as_json(as_json: bool, plot: str | None) -> None:
    """Raises `BadOption` where both are asked for."""
    if as_json and plot:
        raise BadOption("a plot is no JSON; leave out --json or --plot")


def tell_older(dossier: Dossier) -> None:
    """Says that there are reports which were not read, where there are."""
    if dossier.older:
        read, older = dossier.newest, dossier.older
        typer.echo(
            f"akkoord: this is from the newest reports ({read}); for the older ones too ({older}) give --newest 0",
            err=True,
        )


def print_json(values: Any) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False, indent=1))


def print_sheet(sheet: Sheet, as_json: bool) -> None:
    """A table in the terminal, Markdown into a file or pipe, or its rows' values as JSON; a note where it is empty."""
    if as_json:
        print_json([row.values for row in sheet.rows])
    elif sys.stdout.isatty():
        from akkoord.brief import terminal  # Rich is not needed for files and pipes

        terminal.show(terminal.sheet_table(sheet))
    else:
        typer.echo(sheet_markdown(sheet), nl=False)
    if not sheet.rows and not as_json:
        typer.echo("akkoord: nothing found", err=True)
