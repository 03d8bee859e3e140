"""`akkoord actors`: who is who."""

from akkoord.brief import RECENT_REPORTS, people
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

LAYERS = ("actors",)


def actors(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    newest: NewestOption = RECENT_REPORTS,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Print actors: spellings, roles with their days, and why each spelling is taken for the same.

    Example: akkoord actors --json
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        found = load_dossier(kept, dossier, day_of(as_of, last=True), LAYERS, newest)
        sheet = people.actors(found, language)
    print_sheet(sheet, as_json)
    tell_older(found)
