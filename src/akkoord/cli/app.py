"""The commands put together."""

import gc
import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from akkoord.cli.exits import BAD_INPUT
from akkoord.errors import AkkoordError

ASKING = (
    "brief", "timeline", "positions", "conditions", "agreements", "talks", "said", "contradictions", "actors",
)  # fmt: skip
COMMANDS = ("read", "show", "explain", "annotate", *ASKING, "report", "problems")
GROUPS = ("dossier", "decide")
ALL = (*COMMANDS, *GROUPS)


def make_app(names: Iterable[str] = ALL) -> typer.Typer:
    """The program with these commands. Each is in the module of its name; no other modules are loaded."""
    app = typer.Typer(
        add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    app.callback()(akkoord)
    for name in names:
        command = getattr(import_module(f"akkoord.cli.{name}"), name)
        if name in GROUPS:
            app.add_typer(command, name=name)
        else:
            app.command()(command)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"akkoord {version('akkoord')}")
        raise typer.Exit


def akkoord(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Read dated Dutch news reports and keep the record of a peace process."""
    if context.invoked_subcommand in ASKING:
        gc.disable()  # of a large record it looks through millions of findings again and again, to find none


def run() -> None:
    """The `akkoord` program: what the user can mend is told in one line. It writes UTF-8, as it reads."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = [name for name in sys.argv[1:2] if name in ALL]
    try:
        make_app(asked or ALL)()
    except AkkoordError as error:
        print(f"akkoord: {error}", file=sys.stderr)
        sys.exit(BAD_INPUT)
