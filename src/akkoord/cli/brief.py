"""`akkoord brief`: one page on where a peace process stands."""

import sys
from typing import Annotated

import typer

from akkoord.brief import (
    LAYERS_OF_BRIEF,
    RECENT_REPORTS,
    brief_markdown,
    brief_values,
    make_brief,
)
from akkoord.cli.asking import (
    AsOfOption,
    DossierOption,
    JsonOption,
    LangOption,
    RecordOption,
    SinceOption,
    day_of,
    language_of,
    print_json,
)
from akkoord.dossier import load_recent
from akkoord.record import Record


def brief(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    dossier: DossierOption = None,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="As Markdown in the terminal too.")] = False,
) -> None:
    """Print one page: where the process stands, who wants what, what is agreed, disputed and changed.

    Example: akkoord brief --as-of 2022-02-25 --since 2022-02-18
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_recent(
            kept, RECENT_REPORTS, dossier, day_of(as_of, last=True), LAYERS_OF_BRIEF, day_of(since)
        )
        page = make_brief(found, language, day_of(since))
    if as_json:
        print_json(brief_values(page))
    elif markdown or not sys.stdout.isatty():
        typer.echo(brief_markdown(page), nl=False)
    else:
        from akkoord.brief import terminal  # Rich is not needed for files and pipes

        terminal.show(terminal.brief_text(page))
