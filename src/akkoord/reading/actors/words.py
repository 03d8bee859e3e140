"""Single words: offices, compounds with a name or an office in them, members of parties, former office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from akkoord.reading.actors.lexicon import Entry, Lexicon, Office
from akkoord.reading.actors.names import fold
from akkoord.reading.actors.part import Part
from akkoord.reading.actors.people import Person

SHORTEST_HEAD = 4  # letters: shorter nouns ("lid", "man") end too many words that are no compounds of them
SHORTEST_HALF = 3  # letters, where the other half is a name
MEMBER = re.compile(r"(\w.*?)['’-]?ers?")
STANCES = frozenset({"pro", "anti", "niet", "non"})  # "pro-Russisch" is not Russia's


@dataclass(frozen=True, slots=True)
class Words:
    """Reads single words by a lexicon, as of the day of a report."""

    book: Lexicon
    on: date | None

    def part(self, word: str, start: int) -> Part:
        """The word as a part, with whatever is known of it."""
        bare = Part(start, start + 1, word)
        capital_inside = start > 0 and word[:1].isupper() and "-" not in word
        body = fold(word).casefold().endswith(self.book.capitals)
        office = None if capital_inside and not body else self.office(word)
        return (
            self._member(bare)
            or self._former(bare)
            or self._compound(bare)
            or (replace(bare, office=office) if office else bare)
        )

    def person(self, words: list[str]) -> Person | None:
        """The office-holder of this name, in office or lately so; `Rabbijn` is the role, not one Rabin."""
        if not (words[0][:1].isupper() or words[-1][:1].isupper()):
            return None
        if len(words) == 1 and fold(words[0]).casefold() in self.book.offices:
            return None
        return next(iter(self.book.persons(words, self.on)), None)

    def titled(self, words: list[str], before: Part | None) -> Person | None:
        """The holder of the office in front, by a family name that alone would say too little."""
        if before is None or before.office is None or before.former or not words[-1][:1].isupper():
            return None
        return self.book.titled(words, before.text, self.on)

    def office(self, word: str) -> Office | None:
        """The office or role of a word, or of a compound by its end."""
        plain = fold(word).casefold()
        if exact := self.book.offices.get(plain):
            return exact
        for cut in range(1, len(plain) - SHORTEST_HEAD + 1):
            if office := self.book.offices.get(plain[cut:]):
                led = self._led(plain[:cut]) if office.head else None
                return replace(office, sector=led, head=False) if led else office
        return None

    def _led(self, first: str) -> str | None:
        """The sector of what a leader leads, a spokesman speaks for: `rebellen|leider`, `vakbonds|leider`."""
        for half in (first.rstrip("-"), *(first.removesuffix(link) for link in ("s", "n", "en"))):
            for cut in range(len(half) - SHORTEST_HEAD + 1):
                office = self.book.offices.get(half[cut:])
                if office and not office.is_whole:
                    return office.sector
        return None

    def _member(self, bare: Part) -> Part | None:
        """`PvdA'er`, `FvD'ers`: one of the party or body that the word begins with."""
        match = MEMBER.fullmatch(bare.text)
        entries = tuple(e for e in self.book.find([match[1]]) if e.kind == "name") if match else ()
        return replace(bare, entries=entries) if entries else None

    def _former(self, bare: Part) -> Part | None:
        if bare.text in self.book.former:
            return replace(bare, former=True)
        for prefix in self.book.former_prefixes:
            if bare.text.casefold().startswith(prefix):
                rest = replace(bare, text=bare.text[len(prefix) :])
                office = self.office(rest.text)
                found = self._compound(rest) or (replace(rest, office=office) if office else None)
                return replace(found, former=True, text=bare.text) if found else None
        return None

    def _compound(self, bare: Part) -> Part | None:
        """A known name and its other half: `Kremlin|woordvoerder`, `VVD-minister`, `regering-Macron`."""
        for left, right, hyphen in _cuts(bare.text):
            if fold(left).casefold() in STANCES or (left in self.book.departments and not hyphen):
                return None  # an `Europaminister` is not the EU's
            office = self.office(right) if len(right) >= SHORTEST_HEAD or hyphen else self._short(right)
            owner = self._owner(left, hyphen) if office or hyphen else None
            if owner and hyphen and (named := tuple(self.book.find([right]))):
                return _two_names(bare, owner, named)
            if owner:
                return replace(bare, entries=owner.entries, person=owner.person, office=office, compound=True)
            if hyphen and (rules := self.office(left)) and (ruler := self._owner(right, hyphen)):
                return replace(bare, entries=ruler.entries, person=ruler.person, office=rules, compound=True)
        return None

    def _short(self, noun: str) -> Office | None:
        return self.book.offices.get(fold(noun).casefold())

    def _owner(self, name: str, hyphen: bool) -> Part | None:
        """Whose the other half of a compound is; no `Fin` is in a `financiënminister`."""
        entries = tuple(
            e
            for e in self.book.find([name])
            if e.kind != "place" and (hyphen or e.kind != "people" or not e.code.is_state)
        )
        person = self.person([name])
        return Part(0, 1, name, entries, person) if entries or person else None


def _two_names(bare: Part, owner: Part, named: tuple[Entry, ...]) -> Part:
    """`Israëlisch-Palestijns` has two owners; of `PvdA-europarlementariër` the second half counts."""
    double = all(e.kind == "adjective" for e in (*owner.entries, *named))
    return replace(bare, entries=(*owner.entries, *named) if double else named, double=double)


def _cuts(word: str) -> Iterator[tuple[str, str, bool]]:
    """Where a compound may be cut: at its hyphens; else between two letters, long first halves first."""
    hyphens = [match.start() for match in re.finditer("-", word)]
    yield from ((word[:cut], word[cut + 1 :], True) for cut in reversed(hyphens) if 0 < cut < len(word) - 1)
    if not hyphens:
        for cut in range(len(word) - SHORTEST_HALF, SHORTEST_HALF - 1, -1):
            yield word[:cut], word[cut:], False
            if word[cut] == "s":
                yield word[:cut], word[cut + 1 :], False
