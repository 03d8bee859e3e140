"""Looks through the data files for entries that cannot be right, and names file and key of each."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from akkoord.codebook import SECTORS, BadCode, Code
from akkoord.reading.actors.lexicon import LONGEST_NAME, NAME_FILES, read, read_people
from akkoord.reading.actors.names import fold

FILES = (*NAME_FILES, "places", "offices", "families")
PEOPLE = "people"
FIELDS = frozenset({"names", "adjectives", "people", "capitals", "places", "state"})
PERSON_FIELDS = frozenset({"name", "also", "party", "full", "code", "office", "from", "to", "source"})
SOURCES = frozenset({"government", "organisation", "press"})

Data = dict[str, Any]


def lint(files: dict[str, Data] | None = None) -> list[str]:
    """Every fault as `file.toml: key: what is wrong`; without argument, of the package's own files."""
    data = files if files is not None else _shipped()
    faults: list[str] = []
    for name in NAME_FILES:
        faults += [f"{name}.toml: {fault}" for fault in _names(data.get(name, {}))]
    faults += _doubles(data)
    faults += [f"places.toml: {fault}" for fault in _places(data.get("places", {}))]
    faults += [f"offices.toml: {fault}" for fault in _offices(data.get("offices", {}))]
    faults += [f"people.csv: {fault}" for fault in _people(data.get(PEOPLE, {}).get(PEOPLE, []))]
    faults += [f"families.toml: {fault}" for fault in _families(data.get("families", {}))]
    return faults


def _shipped() -> dict[str, Data]:
    return {name: read(name) for name in FILES} | {PEOPLE: {PEOPLE: read_people()}}


def _names(rows: Data) -> Iterator[str]:
    for key, row in rows.items():
        yield from (f"{key}: {fault}" for fault in _bad_code(key))
        yield from (f"{key}: unknown field {field!r}" for field in sorted(set(row) - FIELDS))
        if "state" in row:
            yield from (f"{key}: state: {fault}" for fault in _bad_code(row["state"]))
        for text in (text for field in FIELDS - {"state"} for text in row.get(field, ())):
            if len(text.split()) > LONGEST_NAME:
                yield f"{key}: {text!r} has more than {LONGEST_NAME} words and is never found"
        if not any(row.get(field) for field in FIELDS - {"state"}):
            yield f"{key}: has no name"


def _doubles(data: dict[str, Data]) -> Iterator[str]:
    """The same words for two codes in one field: nobody could tell which is meant."""
    seen: dict[tuple[str, str], str] = {}
    for file in NAME_FILES:
        for key, row in data.get(file, {}).items():
            for field in sorted(set(row) & FIELDS - {"state"}):
                for text in row[field]:
                    place = f"{file}.toml: {key}"
                    other = seen.setdefault((field, fold(text)), place)
                    if other is not place:
                        yield f"{place}: {field}: {text!r} stands already in {other}"


def _places(data: Data) -> Iterator[str]:
    seen: dict[str, str] = {}
    for state, cities in data.items():
        if state == "adjectives":
            continue
        yield from (f"{state}: {fault}" for fault in _bad_code(state))
        for city in cities:
            if (other := seen.setdefault(city, state)) != state:
                yield f"{state}: {city!r} stands already under {other}"


def _offices(data: Data) -> Iterator[str]:
    seen: dict[str, str] = {}
    for sector, nouns in data.get("sectors", {}).items():
        if sector not in SECTORS:
            yield f"sectors: unknown sector {sector!r}"
        for noun in nouns:
            if noun in seen:
                yield f"{sector}: {noun!r} stands already under {seen[noun]}"
            seen[noun] = sector
    for noun in data.get("whole", {}).get("nouns", ()):
        if noun in seen:
            yield f"whole: {noun!r} stands already under {seen[noun]}"


def _families(rows: Data) -> Iterator[str]:
    for family, row in rows.items():
        yield from (f"{family}: {field} is missing" for field in ("stems", "parties") if not row.get(field))
        for code in row.get("parties", ()):
            yield from (f"{family}: {fault}" for fault in _bad_code(code))


def _people(rows: list[Data]) -> Iterator[str]:
    terms: dict[str, list[tuple[date, date, str]]] = {}
    for row in rows:
        name = row.get("name", "(no name)")
        for field in sorted({"name", "code", "office", "source"} - set(row)):
            yield f"{name}: {field} is missing"
        yield from (f"{name}: unknown field {field!r}" for field in sorted(set(row) - PERSON_FIELDS))
        for field in ("code", "party"):
            yield from (f"{name}: {fault}" for fault in _bad_code(row.get(field, "INT")))
        if row.get("source", "press") not in SOURCES:
            yield f"{name}: source {row['source']!r} is none of {', '.join(sorted(SOURCES))}"
        if row.get("full", "full") != "full":
            yield f"{name}: full is {row['full']!r}, not 'full' or empty"
        start, end = row.get("from", date.min), row.get("to", date.max)
        if start > end:
            yield f"{name}: leaves office ({end}) before taking it ({start})"
        for first, last, code in terms.setdefault(name, []):
            if start < last and first < end:
                yield f"{name}: is {code} and {row.get('code')} at one time"
        terms[name].append((start, end, row.get("code", "")))


def _bad_code(text: str) -> Iterator[str]:
    try:
        Code.parse(text)
    except BadCode as error:
        yield str(error)
