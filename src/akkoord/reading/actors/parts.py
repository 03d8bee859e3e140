"""A noun phrase cut into parts: names of the lexicon first, then single words and compounds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from akkoord.reading.actors.lexicon import LONGEST_NAME, Lexicon
from akkoord.reading.actors.names import fold, name_key, without_genitive
from akkoord.reading.actors.part import Part
from akkoord.reading.actors.words import Words


def parts_of(words: Sequence[str], book: Lexicon, on: date | None = None) -> list[Part]:
    """The phrase cut into parts, longest known name first; every word is in exactly one part."""
    reader = Words(book, on)
    parts: list[Part] = []
    while (start := parts[-1].end if parts else 0) < len(words):
        before = parts[-1] if parts else None
        parts.append(_named(words, start, before, reader) or reader.part(words[start], start))
    return [_namesake_out(part, after) for part, after in zip_longest(parts, parts[1:])]


def _namesake_out(part: Part, after: Part | None) -> Part:
    """A family name with an unknown name behind it is somebody else's first name: `Michel Jansen`."""
    if part.person and not part.genitive and part.end - part.start == 1 and after and after.is_name:
        return replace(part, person=None)
    return part


def _named(words: Sequence[str], start: int, before: Part | None, reader: Words) -> Part | None:
    for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
        here = list(words[start : start + length])
        part = _lookup(here, start, before, reader) or _joined(here, start, reader)
        if part is None and (bare := without_genitive(here[-1])) != here[-1]:
            part = _lookup([*here[:-1], bare], start, before, reader)
            part = replace(part, genitive=True) if part else None
        if part:
            return part
    return None


def _joined(words: list[str], start: int, reader: Words) -> Part | None:
    """A name of several words and a role joined to the last of them: "Rode Kruis-medewerker"."""
    last, hyphen, role = words[-1].rpartition("-")
    office = reader.office(role) if hyphen and last and len(words) > 1 else None
    entries = tuple(reader.book.find([*words[:-1], last])) if office else ()
    if not entries:
        return None
    return Part(start, start + len(words), " ".join(words), entries, None, office, compound=True)


def _lookup(words: list[str], start: int, before: Part | None, reader: Words) -> Part | None:
    """A part of these words; a first name in front that is not the office-holder's makes it somebody else."""
    entries = tuple(reader.book.find(words))
    person = reader.person(words)
    if person and before and before.is_first_name and name_key(before.text)[:1] != name_key(person.name)[:1]:
        person = None
    person = person or reader.titled(words, before)
    office = reader.book.offices.get(fold(" ".join(words)).casefold()) if len(words) > 1 else None
    if not entries and person is None and office is None:
        return None
    return Part(start, start + len(words), " ".join(words), entries, person, office)
