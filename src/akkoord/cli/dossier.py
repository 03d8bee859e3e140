"""`akkoord dossier new|list|show`: saved dossiers, each with its parties, issues and period."""

import getpass
import shlex
from typing import Annotated

import typer

from akkoord.brief import people
from akkoord.cli.asking import (
    JsonOption,
    LangOption,
    RecordOption,
    SinceOption,
    day_of,
    language_of,
    print_sheet,
)
from akkoord.dossier import Scope, save_scope, saved_scope, saved_scopes
from akkoord.record import Record

dossier = typer.Typer(no_args_is_help=True, help="Saved dossiers: parties, issues and a period under a name.")

NameArgument = Annotated[str, typer.Argument(help="The dossier's name.", metavar="NAME")]


@dossier.command()
def new(
    name: NameArgument,
    party: Annotated[list[str] | None, typer.Option(help="A party, such as RUS; may be given again.")] = None,
    issue: Annotated[
        list[str] | None, typer.Option(help="An issue, such as neutrality; may be given again.")
    ] = None,
    since: SinceOption = None,
    until: Annotated[str | None, typer.Option(help="Up to this day.", metavar="DAY")] = None,
    by: Annotated[str | None, typer.Option(help="Who saves it; else the user's name.", metavar="WHO")] = None,
    record: RecordOption = None,
) -> None:
    """Save a dossier under a name; one of that name is superseded.

    Example: akkoord dossier new minsk --party RUS --party UKR --since 2014-01-01
    """
    scope = Scope(name, tuple(party or ()), tuple(issue or ()), day_of(since), day_of(until, last=True))
    with Record.open(record, must_exist=True) as kept:
        save_scope(kept, scope, by or getpass.getuser())
    typer.echo(f"Dossier {name} is saved; its brief: akkoord brief --dossier {shlex.quote(name)}")


@dossier.command("list")
def list_all(record: RecordOption = None, lang: LangOption = "nl", as_json: JsonOption = False) -> None:
    """Print the saved dossiers.

    Example: akkoord dossier list
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        print_sheet(people.dossiers(saved_scopes(kept), language), as_json)


@dossier.command()
def show(
    name: NameArgument, record: RecordOption = None, lang: LangOption = "nl", as_json: JsonOption = False
) -> None:
    """Print what one dossier is about; its brief: akkoord brief --dossier NAME.

    Example: akkoord dossier show minsk
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        print_sheet(people.dossiers([saved_scope(kept, name)], language), as_json)
