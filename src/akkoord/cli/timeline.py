"""`akkoord timeline`: what happened, by day."""

from akkoord.brief import RECENT_REPORTS, sheets
from akkoord.cli.asking import (
    AsOfOption,
    DossierOption,
    JsonOption,
    LangOption,
    NewestOption,
    PlotOption,
    RecordOption,
    SinceOption,
    day_of,
    language_of,
    no_plot_as_json,
    print_sheet,
    tell_older,
)
from akkoord.dossier import load_dossier
from akkoord.record import Record

LAYERS = ("events",)


def timeline(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    dossier: DossierOption = None,
    newest: NewestOption = RECENT_REPORTS,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
    plot: PlotOption = None,
) -> None:
    """Print events by day, each told once with all its reports, and how an open day was narrowed.

    Example: akkoord timeline --since 2022-02-20 --plot tijdlijn.html
    """
    no_plot_as_json(as_json, plot)
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_dossier(kept, dossier, day_of(as_of, last=True), LAYERS, newest, day_of(since))
        tell_older(found)
        if plot:
            from akkoord.brief import plots  # Altair takes longer to import than all the rest

            plots.save_plot(plots.timeline_plot(found, language, day_of(since)), plot, language)
            return
        sheet = sheets.timeline(found, language, day_of(since))
    print_sheet(sheet, as_json)
