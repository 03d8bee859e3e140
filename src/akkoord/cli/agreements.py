"""`akkoord agreements`: treaties, accords and truces and what became of them."""

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

LAYERS = ("agreements", "statements", "events")


def agreements(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    newest: NewestOption = RECENT_REPORTS,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Print agreements: parties, provisions, status through time, what became of each provision.

    Example: akkoord agreements --as-of 2022-02-25
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_dossier(kept, dossier, day_of(as_of, last=True), LAYERS, newest)
        sheet = dealings.agreements(found, language)
    print_sheet(sheet, as_json)
    tell_older(found)
