"""`akkoord positions`: what each party wants, since when."""

from akkoord.brief import sheets
from akkoord.cli.asking import (
    AsOfOption,
    DossierOption,
    JsonOption,
    LangOption,
    PlotOption,
    RecordOption,
    day_of,
    language_of,
    no_plot_as_json,
    print_sheet,
)
from akkoord.dossier import load_positions
from akkoord.record import Record


def positions(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
    plot: PlotOption = None,
) -> None:
    """Print per party and issue the stance, since when, and what it was before.

    Example: akkoord positions --plot standpunten.svg
    """
    no_plot_as_json(as_json, plot)
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_positions(kept, dossier, day_of(as_of, last=True), whole=bool(as_json or plot))
        if plot:
            from akkoord.brief import plots  # Altair takes longer to import than all the rest

            plots.save_plot(plots.positions_plot(found, language), plot, language)
            return
        sheet = sheets.positions(found, language)
    print_sheet(sheet, as_json)
