"""One mention of an actor taken apart: the name in it, the office around it, the portfolio of the office.

Takes the words of a mention; gives `Naming`. It knows no report and no other mention.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from akkoord.dossier.words import root
from akkoord.reading.actors import describe, lexicon, name_key

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_PARTICLES = frozenset({
    "van", "von", "de", "der", "den", "del", "della", "da", "di", "du", "le", "la", "bin", "al", "el", "ten", "ter",
})  # fmt: skip
_ARTICLES = frozenset({"de", "het"})  # before a name they make it a body's: "het Front"
_NO_NAMES = frozenset({
    "de", "het", "een", "die", "deze", "dat", "dit", "hij", "zij", "ze", "hem", "haar", "hen", "hun", "ik", "wij",
    "we", "ons", "wie", "men", "beiden", "allen", "zelf",
    "veel", "vele", "enkele", "sommige", "tientallen", "honderden", "duizenden", "miljoenen",
})  # fmt: skip
_INSIDE = frozenset({"van", "uit", "bij", "namens", "voor", "onder"})  # open a phrase within a phrase
_OWNERS = frozenset({"de", "het", "een", "zijn", "haar", "hun", "diens", "deze", "dit", "die", "dat"})
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_FIELD = rf"(?:{_CAPITAL}[\w-]+ Zaken|{_CAPITAL}[\w-]+(?: en {_CAPITAL}[\w-]+)*)"
_OFFICE_OF = re.compile(rf"^(?P<office>.*?\w+ van (?P<field>{_FIELD}))(?: (?P<name>{_CAPITAL}.*))?$")
_HAS_FIELD = re.compile(r"(?:minister|secretaris|commissaris)$", re.IGNORECASE)  # "van Defensie" is his own
_COMPOUND = re.compile(r"\b([a-zë]{4,}?)-?(?:minister|secretaris)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Naming:
    """What the words of one mention say of who it is.

    `name` is the proper name without office ("Aleksandr Zachartsjenko"), empty where there is none: then the words
    name a party ("Moskou") or describe somebody. `given` and `family` are keys that all spellings share, `office`
    are the words before the name, `portfolio` is a key of the field that they name ("defen" for defence). A `pronoun`
    names nobody.
    """

    name: str = ""
    given: str = ""
    family: str = ""
    office: str = ""
    portfolio: str = ""
    pronoun: bool = False


@lru_cache(maxsize=1 << 15)
def naming(text: str) -> Naming:
    """The name and the office in the words of one mention."""
    words = _TOKEN.findall(text)
    while len(words) > 1 and words[-1].lower() in _NO_NAMES:
        words.pop()
    words = _without_party(words)
    if not words or words[-1].lower() in _NO_NAMES:
        return Naming(pronoun=True)
    if lexicon().find(_without_article(words)):
        return Naming()
    start = _name_start(words)
    office = " ".join(words if start is None else words[:start])
    if start is None:
        return Naming(office=office, portfolio=_portfolio(office))
    if _is_inside(words[:start]):
        return Naming(office=" ".join(words))
    if office.casefold() in _ARTICLES:
        return Naming()
    name = " ".join(words[start:])
    key = name_key(name).split()
    given = key[0] if len(key) > 1 and words[start].lower() not in _PARTICLES else ""
    return Naming(name, given, key[-1] if key else "", office, _portfolio(office))


def _without_party(words: list[str]) -> list[str]:
    """The words up to whose somebody is: "president Omar Basri" of "president Omar Basri van Rusland"."""
    for place in range(1, len(words) - 1):
        if words[place] in ("van", "uit") and lexicon().find(_without_article(words[place + 1 :])):
            return words[:place]
    return words


def _is_inside(office: list[str]) -> bool:
    """Whether the name behind these words is of somebody named within the phrase: "een adviseur van president"."""
    places = [place for place, word in enumerate(office) if word in _INSIDE]
    if not places or _HAS_FIELD.search(" ".join(office[: places[-1]])):
        return False
    inner = office[places[-1] + 1 :]
    return not inner or inner[0] in _OWNERS or any(_is_role(word) for word in inner)


@lru_cache(maxsize=1 << 14)
def holder(name: str, party: str, on: date | None) -> str | None:
    """The full name in the table of office-holders of the one person of this party who can be meant."""
    found = [p for p in lexicon().persons(name.split(), on) if p.code.party == party]
    full = {person.name for person in found}
    return full.pop() if len(full) == 1 else None


def _name_start(words: list[str]) -> int | None:
    """Where the proper name at the end of a mention begins; None where it ends in no name."""
    start = len(words)
    while start and _can_stand_in_name(words, start - 1):
        start -= 1
    office = _OFFICE_OF.match(" ".join(words))
    if office and _is_office(words[: office["office"].split().index("van")]):
        start = max(start, len(office["office"].split()))
    while start < len(words) and (words[start] in _PARTICLES or _tells_office(words[start], start, words)):
        start += 1
    return start if start < len(words) and not lexicon().find(words[start:]) else None


def _can_stand_in_name(words: list[str], place: int) -> bool:
    """A word with a capital, one with an Arabic article before it, or a particle before such a word."""
    word = words[place]
    particle, _, rest = word.partition("-")
    written = word[0].isupper() or (particle in _PARTICLES and rest[:1].isupper())
    return word.lower() not in _NO_NAMES - _PARTICLES and (
        written or (place < len(words) - 1 and word in _PARTICLES)
    )


def _is_office(words: list[str]) -> bool:
    phrase = describe(words)
    return phrase.sector is not None or phrase.code is not None


def _is_role(word: str) -> bool:
    """Whether a word tells an office by itself, and is no name of a place or a person."""
    is_place = any(entry.kind in ("state", "region", "capital", "place") for entry in lexicon().find([word]))
    return _is_office([word]) and not is_place and not lexicon().persons([word])


def _tells_office(word: str, place: int, words: list[str]) -> bool:
    """Whether a capitalised word before a name is an office, an article or whose somebody is."""
    if place == len(words) - 1:
        return False
    owned = any(entry.kind in ("adjective", "people") for entry in lexicon().find([word]))
    return owned or word.lower() in _NO_NAMES or _is_role(word)


def _portfolio(office: str) -> str:
    """The field of an office, the same for "minister van Defensie" and "defensieminister"."""
    if match := _OFFICE_OF.match(office):
        return root(match["field"])
    match = _COMPOUND.search(office)
    return root(match[1]) if match else ""


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0].lower() in _NO_NAMES else words
