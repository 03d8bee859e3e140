"""The actor lexicon: all data files read once, indexed by the words that a report may use."""

import tomllib
from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

import pycountry
from babel import Locale

from akkoord.codebook import Code
from akkoord.codebook.code import KOSOVO
from akkoord.reading.actors.names import fold, inflected, name_key, plurals
from akkoord.reading.actors.people import Person, people_in, rows_of

Kind = Literal["state", "region", "name", "adjective", "people", "capital", "place"]

NAME_FILES = ("bodies", "organisations", "groups", "parties", "media", "regions", "states")
LONGEST_NAME = 8  # words
SHORTEST_BODY = 4  # letters
WHOLE = "whole"
NAMED_BODIES = frozenset({"BUS", "EDU", "JRN", "LAB", "NGO", "OPP", "PTY", "REB", "REL", "UAF", WHOLE})


@dataclass(frozen=True, slots=True)
class Entry:
    """What some words stand for: whose they are, in which way, and which data file says so."""

    code: Code
    kind: Kind
    text: str
    state: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A role word: its sector, `whole` where it means the party as a whole.

    A `head` takes the sector of what it leads or speaks for; somebody in an office that is `nobody`'s belongs
    to no state unless the words say so; a `body` ("krant", "denktank") may have a name of its own; a `group`
    is of several states ("landen"), which no adjective ("Europese landen") makes one party's; whose somebody at a
    `post` abroad is ("ambassadeur"), the place does not tell.
    """

    sector: str
    head: bool = False
    nobody: bool = False
    body: bool = False
    group: bool = False
    plural: bool = False
    post: bool = False

    @property
    def is_foreign(self) -> bool:
        """Whether the city where somebody speaks does not tell whose he is: diplomats and sources."""
        return self.nobody and self.sector in {"GOV", WHOLE}

    @property
    def is_whole(self) -> bool:
        return self.sector == WHOLE


@dataclass(frozen=True)
class Lexicon:
    """Indexes over the data files. Words are compared without accents; capitals count."""

    entries: MutableMapping[tuple[str, ...], list[Entry]] = field(default_factory=dict)
    states: dict[Code, str] = field(default_factory=dict)

    def beside(self, names: Mapping[tuple[str, ...], Code]) -> "Lexicon":
        """The lexicon with names that a report itself introduces, and whom each stands for."""
        own = {
            tuple(fold(word) for word in words): [Entry(code, "name", " ".join(words), None, "report")]
            for words, code in names.items()
        }
        return replace(self, entries=ChainMap(own, self.entries)) if own else self

    @cached_property
    def offices(self) -> dict[str, Office]:
        """Role words; those who only ask what a name stands for need not wait for them."""
        return _all_offices()

    def body(self, noun: str) -> Office | None:
        """The role of a noun that may stand with a body's name; of a compound, that of its end."""
        plain = fold(noun).casefold()
        ends = (self.offices.get(plain[cut:]) for cut in range(max(1, len(plain) - SHORTEST_BODY + 1)))
        office = next((office for office in ends if office is not None), None)
        return office if office is not None and office.body and not office.plural else None

    @cached_property
    def former(self) -> frozenset[str]:
        return frozenset(_office_data()["former"]["words"])

    @cached_property
    def former_prefixes(self) -> tuple[str, ...]:
        return tuple(_office_data()["former"]["prefixes"])

    @cached_property
    def departments(self) -> frozenset[str]:
        """Words in the names of ministries, which stand for one: "Financiën"."""
        return frozenset(_office_data()["departments"]["words"])

    @cached_property
    def capitals(self) -> tuple[str, ...]:
        return tuple(_office_data()["capitals"]["nouns"])

    @cached_property
    def people(self) -> dict[tuple[str, ...], list[Person]]:
        """Office-holders by the keys of their names; read when first asked for, since they are half of all data."""
        return _all_people()

    @cached_property
    def families(self) -> dict[tuple[str, ...], list[Person]]:
        """Office-holders by the keys of their family names, also where these alone would say too little."""
        return _all_families()

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words that names begin with, without accents."""
        return frozenset(words[0] for words in self.entries)

    def find(self, words: Sequence[str]) -> list[Entry]:
        """Everything that exactly these words may stand for."""
        return self.entries.get(tuple(fold(word) for word in words), [])

    def persons(self, words: Sequence[str], on: date | None = None) -> list[Person]:
        """Office-holders of this name, those in office on the day first; those who came later left out."""
        key = tuple(name_key(" ".join(words)).split())
        known = [person for person in self.people.get(key, []) if person.known_on(on)]
        return sorted(known, key=lambda person: person.distance(on))

    def titled(self, words: Sequence[str], title: str, on: date | None) -> Person | None:
        """The holder of an office by title and family name: "minister Jansen"."""
        key = tuple(name_key(" ".join(words)).split())
        holders = (person for person in self.families.get(key, []) if on and person.in_office(on))
        return next((person for person in holders if person.is_called(fold(title).casefold())), None)


@cache
def read(name: str) -> dict[str, Any]:
    """One data file as it stands, the same value each time; raises `tomllib.TOMLDecodeError` with line and column."""
    return tomllib.loads(_text(f"{name}.toml"))


@cache
def read_people() -> list[dict[str, Any]]:
    """The rows of people.csv: as a table they are read ten times as fast."""
    return list(rows_of(_text("people.csv")))


def _text(file: str) -> str:
    return (files("akkoord.reading.actors") / "data" / file).read_text(encoding="utf-8")


def short_name(party: str) -> str | None:
    """The first name in one word that the data files give a body or region, such as `NAVO` for `ORG:NATO`."""
    return next((name for source in NAME_FILES if (name := _short_names(source).get(party))), None)


@cache
def _short_names(source: str) -> dict[str, str]:
    """Those of one name file, which is read quicker than all of them."""
    found: dict[str, str] = {}
    for key, row in read(source).items() if source != "states" else ():
        single = (name for name in row.get("names", ()) if " " not in name)
        if name := next(single, None):
            found.setdefault(Code.parse(key).party, name)
    return found


@cache
def lexicon() -> Lexicon:
    """The lexicon of all data files, read on the first call."""
    book = Lexicon()
    for entry, words in all_entries():
        for form in _spellings(words):
            if entry.state:
                book.states[entry.code] = entry.state
            known = book.entries.setdefault(form, [])
            if not any(other.kind == entry.kind and other.code == entry.code for other in known):
                known.append(entry)
    return book


def all_entries() -> Iterator[tuple[Entry, str]]:
    """Every entry with every text that stands for it: those of parties, then those of cities."""
    yield from party_entries()
    yield from _places()


def party_entries() -> Iterator[tuple[Entry, str]]:
    """Those of the name files, in the order of `NAME_FILES`, and of all states."""
    for source in NAME_FILES:
        for key, row in read(source).items():
            yield from _entries_of(source, Code.parse(key), row)
    yield from _cldr_states()


def _entries_of(source: str, code: Code, row: dict[str, Any]) -> Iterator[tuple[Entry, str]]:
    kind: Kind = "state" if source == "states" else "region" if source == "regions" else "name"
    office = code.with_sector("GOV") if code.is_state else code

    def made(text: str, kind: Kind, code: Code = code) -> tuple[Entry, str]:
        return Entry(code, kind, text, row.get("state"), source), text

    yield from (made(name, kind) for name in row.get("names", ()))
    yield from (made(form, "adjective") for word in row.get("adjectives", ()) for form in inflected(word))
    yield from (made(person, "people") for person in row.get("people", ()))
    yield from (made(capital, "capital", office) for capital in row.get("capitals", ()))
    yield from (made(place, "capital") for place in row.get("places", ()))


def _cldr_states() -> Iterator[tuple[Entry, str]]:
    """The Dutch names of CLDR; a name in brackets is a second name, an addition such as "SAR van" is none."""
    territories = Locale("nl").territories
    codes = [(country.alpha_2, country.alpha_3) for country in pycountry.countries] + [("XK", KOSOVO)]
    for short, long in codes:
        for name in str(territories.get(short, "")).replace(")", "").split(" ("):
            if name and " SAR " not in name:
                yield Entry(Code.of(long), "state", name, None, "CLDR"), name


def _places() -> Iterator[tuple[Entry, str]]:
    data = read("places")
    odd = data["adjectives"]
    home: dict[str, Code] = {}
    for state, cities in data.items():
        if cities is odd:
            continue
        for city in cities:
            home[city] = Code.of(state)
            yield Entry(home[city], "place", city, None, "places"), city
    for state, row in read("states").items():
        home |= dict.fromkeys(row.get("capitals", ()), Code.of(state))
    home["Brussel"] = Code.of("ORG:EU")
    shaped = {shape: city for city in home for shape in _city_adjectives(city)} | odd
    for shape, city in shaped.items():
        for form in (shape, shape + "e"):
            yield Entry(home[city], "adjective", form, None, "places"), form


def _city_adjectives(city: str) -> tuple[str, ...]:
    """`Berlijns`, `Parijs`, `Londens`: what most Dutch city names make; odd ones stand in places.toml."""
    return () if " " in city else (city if city.endswith("s") else city + "s",)


def _spellings(text: str) -> set[tuple[str, ...]]:
    """As it stands, at the start of a sentence, and for an abbreviation as a word: `NAVO`, `Navo`."""
    words = [fold(word) for word in text.split()]
    forms = {tuple(words), (words[0][0].upper() + words[0][1:], *words[1:])}
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 3:
        forms.add((words[0].capitalize(),))
    return forms


@cache
def _office_data() -> dict[str, Any]:
    return read("offices")


@cache
def _all_people() -> dict[tuple[str, ...], list[Person]]:
    """Office-holders by the keys of their names."""
    found: dict[tuple[str, ...], list[Person]] = {}
    for person in people_in(read_people()):
        for key in person.name_keys():
            found.setdefault(key, []).append(person)
    return found


@cache
def _all_families() -> dict[tuple[str, ...], list[Person]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    for person in people_in(read_people()):
        for name in person.family_names():
            found.setdefault(tuple(name_key(name).split()), []).append(person)
    return found


@cache
def _all_offices() -> dict[str, Office]:
    return _offices(_office_data())


def _offices(data: dict[str, Any]) -> dict[str, Office]:
    """Every form of every role word; one that stands under no sector means the whole."""
    nouns = {noun: WHOLE for group in ("whole", "heads", "nobody", "bodies") for noun in data[group]["nouns"]}
    nouns |= {noun: sector for sector, group in data["sectors"].items() for noun in group}
    offices: dict[str, Office] = {}
    for noun, sector in nouns.items():
        head, nobody, post = (noun in data[name]["nouns"] for name in ("heads", "nobody", "posts"))
        body = sector in NAMED_BODIES and noun.endswith(tuple(data["bodies"]["nouns"]))
        one = Office(sector, head, nobody, body, post=post)
        many = replace(one, plural=True, group=noun in data["groups"]["nouns"])
        offices |= dict.fromkeys(_plurals_of(noun, data["plurals"]), many)
        offices[fold(noun).casefold()] = one
    return offices


def _plurals_of(noun: str, odd: dict[str, str]) -> list[str]:
    for ending, plural in odd.items():
        if noun.endswith(ending):
            return [fold(noun.removesuffix(ending) + plural).casefold()]
    return [fold(form).casefold() for form in plurals(noun)]
