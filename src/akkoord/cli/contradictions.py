"""`akkoord contradictions`: what cannot all be true."""

from akkoord.brief import RECENT_REPORTS, sheets
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

LAYERS = ("statements", "events", "positions")


def contradictions(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    newest: NewestOption = RECENT_REPORTS,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Print contradictions: claims and denials, two dates or numbers for one thing, words unsaid.

    Example: akkoord contradictions --json
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_dossier(kept, dossier, day_of(as_of, last=True), LAYERS, newest)
        sheet = sheets.contradictions(found, language)
    print_sheet(sheet, as_json)
    tell_older(found)
