"""`akkoord said`: who said what about something."""

from typing import Annotated

import typer

from akkoord.brief import sheets
from akkoord.cli.asking import (
    AsOfOption,
    JsonOption,
    LangOption,
    RecordOption,
    SinceOption,
    day_of,
    language_of,
    print_sheet,
)
from akkoord.dossier import said_in
from akkoord.record import Record

NEWEST = 50


def said(
    query: Annotated[str, typer.Argument(help='Words, or "words in a row" between quotes.', metavar="QUERY")],
    speaker: Annotated[
        str | None, typer.Option(help="Only this speaker: RUS, RUS/GOV, or part of a name.", metavar="WHO")
    ] = None,
    record: RecordOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    lang: LangOption = "nl",
    limit: Annotated[
        int, typer.Option(help="So many sayings at most, the newest; 0 for all.", min=0, metavar="N")
    ] = NEWEST,
    as_json: JsonOption = False,
) -> None:
    """Print who said what about something, the newest first, each saying once with all its reports.

    Example: akkoord said neutraliteit --speaker RUS --since 2022-02-01
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        wanted = limit + 1 if limit else None  # one more tells whether there are more
        found = said_in(kept, query, speaker, day_of(since), day_of(as_of, last=True), wanted)
    shown = found[:limit] if limit else found
    print_sheet(sheets.said(shown, query, language), as_json)
    if len(found) > len(shown):
        typer.echo(f"akkoord: these are the newest {limit}; for all of them give --limit 0", err=True)
