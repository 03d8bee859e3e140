"""`akkoord actors`: who is who."""

from akkoord.brief import people
from akkoord.cli.asking import (
    AsOfOption,
    DossierOption,
    JsonOption,
    LangOption,
    RecordOption,
    day_of,
    language_of,
    print_sheet,
)
from akkoord.dossier import load_dossier
from akkoord.record import Record

LAYERS = ("actors",)


def actors(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = None,
    lang: LangOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Print actors: spellings, roles with their days, and why each spelling is taken for the same.

    Example: akkoord actors --json
    """
    language = language_of(lang)
    with Record.open(record, must_exist=True) as kept:
        sheet = people.actors(load_dossier(kept, dossier, day_of(as_of), LAYERS), language)
    print_sheet(sheet, as_json)
