"""`akkoord talks`: meetings, calls and rounds of talks, held or not."""

from akkoord.brief import RECENT_REPORTS, dealings
from akkoord.cli.asking import (
    AsOfOption,
    DossierOption,
    JsonOption,
    LangOption,
    NewestOption,
    RecordOption,
    day_of,
    language_of,
    print_sheet,
    tell_older,
)
from akkoord.dossier import load_dossier
from akkoord.record import Record

LAYERS = ("talks", "statements", "events")


def talks(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    newest: NewestOption = RECENT_REPORTS,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Print talks by day: proposed, planned, held, refused, each with where it is told.

    Example: akkoord talks --lang en
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_dossier(kept, dossier, day_of(as_of, last=True), LAYERS, newest)
        sheet = dealings.talks(found, language)
    print_sheet(sheet, as_json)
    tell_older(found)
