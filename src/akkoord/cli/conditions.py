"""`akkoord conditions`: what must hold before what, and who waits for whom in a circle."""

import typer

from akkoord.brief import RECENT_REPORTS, sheets
from akkoord.cli.asking import (
    AsOfOption,
    DossierOption,
    JsonOption,
    LangOption,
    NewestOption,
    PlotOption,
    RecordOption,
    day_of,
    language_of,
    no_plot_as_json,
    print_json,
    print_sheet,
    tell_older,
)
from akkoord.dossier import load_dossier
from akkoord.record import Record

LAYERS = ("conditions", "actors", "events", "positions", "statements")


def conditions(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    newest: NewestOption = RECENT_REPORTS,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
    plot: PlotOption = None,
) -> None:
    """Print conditions: who sets them, what must hold, whether it does; then the circles of waiting. With `--plot` a
    graph of what waits for what, of the thirty newest.

    Example: akkoord conditions --plot wachten.svg
    """
    no_plot_as_json(as_json, plot)
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_dossier(kept, dossier, day_of(as_of, last=True), LAYERS, newest)
        if plot:
            from akkoord.brief import graph, plots  # Altair takes longer to import than all the rest

            tell_older(found)
            plots.save_plot(graph.conditions_plot(found, language), plot, language)
            return
        sheet = sheets.conditions(found, language)
        circles = [sheets.circle_text(circle, language) for circle in found.circles]
    tell_older(found)
    if as_json:
        print_json({"conditions": [row.values for row in sheet.rows], "circles": circles})
        return
    print_sheet(sheet, as_json)
    for circle in circles:
        typer.echo(circle)
