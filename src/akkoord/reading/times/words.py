"""The Dutch words of the calendar."""

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, 
    "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
SEASONS = {"lente": 21, "voorjaar": 21, "zomer": 22, "herfst": 23, "najaar": 23, "winter": 24}
DECADES = {
    "twintig": 2,
    "dertig": 3,
    "veertig": 4,
    "vijftig": 5,
    "zestig": 6,
    "zeventig": 7,
    "tachtig": 8,
    "negentig": 9,
}
NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "vijfentwintig": 25,
    "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "honderd": 100,
}  # fmt: skip
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
CENTURIES = {"achttiende": 18, "negentiende": 19, "twintigste": 20, "eenentwintigste": 21}
UNITS = {"dag": "day", "dagen": "day", "week": "week", "weken": "week", "maand": "month", "maanden": "month",
         "kwartaal": "quarter", "jaar": "year", "jaren": "year"}  # fmt: skip

DAY_PARTS = r"ochtend|morgen|middag|namiddag|voormiddag|avond|nacht"


def number(text: str) -> int | None:
    """What a number in digits or words comes to; none for a vague one ("een paar")."""
    return int(text) if text.isdigit() else NUMBERS.get(text.casefold())


def month(text: str) -> int:
    """1 to 12, for a month's name or its abbreviation."""
    name = text.casefold().rstrip(".")
    return SHORT_MONTHS[name] if name in SHORT_MONTHS else MONTHS.index(name) + 1
