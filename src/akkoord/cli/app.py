"""The commands put together."""

import gc
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from akkoord.cli.actors import actors
from akkoord.cli.agreements import agreements
from akkoord.cli.annotate import annotate
from akkoord.cli.brief import brief
from akkoord.cli.conditions import conditions
from akkoord.cli.contradictions import contradictions
from akkoord.cli.decide import decide
from akkoord.cli.dossier import dossier
from akkoord.cli.exits import BAD_INPUT
from akkoord.cli.explain import explain
from akkoord.cli.positions import positions
from akkoord.cli.problems import problems
from akkoord.cli.read import read
from akkoord.cli.report import report
from akkoord.cli.said import said
from akkoord.cli.show import show
from akkoord.cli.talks import talks
from akkoord.cli.timeline import timeline
from akkoord.errors import AkkoordError

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)
for reads_reports in (read, show, explain, annotate):
    app.command()(reads_reports)
ASKING = (brief, timeline, positions, conditions, agreements, talks, said, contradictions, actors)
for asks_record in (*ASKING, report, problems):
    app.command()(asks_record)
app.add_typer(dossier, name="dossier")
app.add_typer(decide, name="decide")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"akkoord {version('akkoord')}")
        raise typer.Exit


@app.callback()
def akkoord(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Read dated Dutch news reports and keep the record of a peace process."""
    if context.invoked_subcommand in {command.__name__ for command in ASKING}:
        gc.disable()  # of a large record it looks through millions of findings again and again, to find none


def main() -> None:
    """The `akkoord` program: what the user can mend is told in one line. It writes UTF-8, as it reads."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except AkkoordError as error:
        print(f"akkoord: {error}", file=sys.stderr)
        sys.exit(BAD_INPUT)
