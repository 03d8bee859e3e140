"""`akkoord annotate`: the grammar and the names of reports."""

from typing import Annotated

import typer

from akkoord.cli.exits import BAD_INPUT
from akkoord.cli.reads import PathsArgument, console, tell
from akkoord.reports import ReportError, read_reports

OWN_PIPELINE = "nl"


def annotate(
    paths: PathsArgument,
    table: Annotated[
        bool, typer.Option("--table", help="A table for people: sentences, names, main words.")
    ] = False,
    pipeline: Annotated[
        str, typer.Option(help="Another spaCy pipeline with Universal Dependencies, by its name or folder.")
    ] = OWN_PIPELINE,
) -> None:
    """Print the words of reports with their grammar and names, as CoNLL-U.

    Example: akkoord annotate examples/reports/2022-02-25-inval.txt
    """
    from akkoord import language  # takes a second, which other commands need not wait for
    from akkoord.cli.sentences import sentence_table

    nlp = language.load(pipeline)
    failed = False
    for report in read_reports(paths):
        if isinstance(report, ReportError):
            tell(report)
            failed = True
        elif table:
            console().print(sentence_table(report, nlp(report.text)))
        else:
            typer.echo(language.conllu(nlp(report.text)), nl=False)
    if failed:
        raise typer.Exit(BAD_INPUT)
