"""Bodies that the lexicon does not know and the report names: companies, parties, unions, armed groups.

"Chipfabrikant Veldron", "Veldron", "een woordvoerder van Veldron": what the report calls a body, once or mostly, is one
wherever it stands. Takes signals; gives names with whom they stand for, for the lexicon of this report.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from akkoord.codebook import BadCode, Code
from akkoord.reading.actors import Lexicon, Office, known_in, lexicon
from akkoord.reading.mention import SMALL
from akkoord.reading.signals import Signals

BODY = "ORG"
MOSTLY = 0.5  # share of a name's places that must be a body's
PLACING = frozenset({"in", "te", "uit", "nabij", "rond", "vanuit"})  # what follows is a place
ARTICLES = frozenset({"de", "het", "een"})
DEFINITE = frozenset({"de", "het", "die", "dat", "deze", "dit"})
OFFICES = ("minist", "staatssecretaris", "onderminister", "departement")  # "het ministerie van Landbouw"
BACK = 6  # words back from a name to the office that it may be a part of
AHEAD = 5  # words after a name and a comma among which a noun says what it is
SHORTEST = 4  # letters of a first word that is used for the whole name
NAME = frozenset({"PROPN", "X", "SYM"})
Words = tuple[str, ...]


@dataclass(frozen=True)
class Newcomers:
    """The lexicon with the bodies that a report introduces, and how sure it is of each that it is one."""

    book: Lexicon
    sure: Mapping[Code, float]


@lru_cache(maxsize=1)
def newcomers(signals: Signals, on: date | None) -> Newcomers:
    """The bodies that the report names and the lexicon does not know; kept while the same report is read on."""
    forms = [signals.form(word) for word in range(len(signals.offsets))]
    report = _Report(signals, forms, _index(forms), lexicon(), on)
    places: dict[Words, list[range]] = defaultdict(list)
    for run in _runs(signals, forms):
        places[tuple(forms[run.start : run.stop])].append(run)
    found: dict[Words, Code] = {}
    sure: dict[Code, float] = {}
    for words, runs in sorted(places.items(), key=lambda item: -len(item[0])):
        if words in found:
            continue
        chance = report.chance(words, runs)
        short = report.short_form(words, runs)
        if chance < MOSTLY or not (short or report.is_unknown(words)):
            continue
        code = report.code(short or words, words, runs)
        if code is not None:
            found[words] = code
            sure[code.whole] = max(chance, sure.get(code.whole, 0.0))
            found |= dict.fromkeys(report.other_forms(words, short), code)
    return Newcomers(lexicon().beside(found), sure)


def _runs(signals: Signals, forms: Sequence[str]) -> Iterator[range]:
    """Names of one kind, without article and common nouns in front."""
    word = 0
    while word < len(forms):
        end = word + 1
        while end < len(forms) and signals.names[end] and signals.names[end] == signals.names[word]:
            end += 1
        first = word
        while first < end and (forms[first].lower() in ARTICLES or signals.upos[first] not in NAME):
            first += 1
        if first < end and forms[first][:1].isupper():
            yield range(first, end)
        word = end


def _index(forms: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        found[form].append(i)
    return found


@dataclass(frozen=True)
class _Report:
    """A report's words, where each stands, and what is known of the world."""

    signals: Signals
    forms: Sequence[str]
    index: Mapping[str, Sequence[int]]
    book: Lexicon
    on: date | None

    def chance(self, words: Words, runs: Sequence[range]) -> float:
        """How surely a name is a body's: it is called one, or mostly tagged as one, and no place, person or field."""
        everywhere = [at for at in self.index[words[0]] if tuple(self.forms[at : at + len(words)]) == words]
        if any(self._is_other(at) for at in everywhere) or all(map(self._is_within, everywhere)):
            return 0.0
        if any(self._introduction(run) for run in runs):
            return 1.0
        single = len(words) > 1 or not all(self.signals.plural[run.start] for run in runs)
        bodies = sum(self.signals.names[run.start] == BODY for run in runs) if single else 0
        return bodies / len(everywhere)

    def _introduction(self, run: range) -> Office | None:
        """The noun that says of a name what it is: "de chipmaker X", "X, een chipmaker uit Ohio"."""
        before = self.book.body(self.forms[run.start - 1]) if run.start else None
        if before is not None or self.forms[run.stop : run.stop + 1] != [","]:
            return before
        behind = self.forms[run.stop + 1 : run.stop + 1 + AHEAD]
        if not behind or behind[0] not in ARTICLES:
            return None
        nouns = (self.book.body(form) for i, form in enumerate(behind[1:], run.stop + 2) if self._is_noun(i))
        return next(nouns, None)

    def _is_noun(self, at: int) -> bool:
        return self.signals.upos[at] == "NOUN"

    def _is_other(self, at: int) -> bool:
        """Whether the word in front makes it a place, somebody's name, or what an office is for."""
        before = self.forms[at - 1] if at else ""
        office = self.book.offices.get(before.lower())
        person = office is not None and not office.body and not office.is_whole and not office.plural
        named = any(kind == "PER" for kind in self._names_before(at))
        longer = bool(self.book.find(self.forms[max(0, at - 1) : at + 1]))
        return before.lower() in PLACING or person or named or longer or self._is_field(at)

    def _names_before(self, at: int) -> Sequence[str]:
        """The kind of name of the word in front, past a particle: "Armando da Cruz"."""
        particle = at > 1 and self.forms[at - 1] in SMALL - ARTICLES
        return self.signals.names[max(0, at - 1 - particle) : at]

    def _is_within(self, at: int) -> bool:
        """Whether it is a region: "in de Veluwe"."""
        return at > 1 and self.forms[at - 1].lower() in ARTICLES and self.forms[at - 2].lower() in PLACING

    def _is_field(self, at: int) -> bool:
        """Whether it is what an office is for: "de minister van Werk en Wonen"."""
        joined = at > 0 and self.forms[at - 1] in ("van", "voor", "en", ",")
        return joined and any(form.lower().startswith(OFFICES) for form in self.forms[max(0, at - BACK) : at])

    def is_unknown(self, words: Words) -> bool:
        """Whether the lexicon knows none of the words; a heading in capitals is no name."""
        heading = len(words[0]) > SHORTEST and words[0].isupper() and words[0].capitalize() in self.index
        field = not self.book.departments.isdisjoint(words)
        return len(words[0]) > 1 and not heading and not field and not known_in(words, self.on)

    def short_form(self, words: Words, runs: Sequence[range]) -> Words:
        """The letters for a name: those in brackets behind it, or its initials: "Veldronse Metaalbond (VMB)"."""
        letters = "".join(word[0] for word in words if word[0].isupper())
        if self.book.find(words):
            return ()
        if len(letters) > 2 and letters in self.index and not self.book.find((letters,)):
            return (letters,)
        for run in runs:
            behind = tuple(self.forms[run.stop : run.stop + 3])
            bracketed = len(behind) == 3 and behind[0] == "(" and behind[2] == ")"
            if bracketed and behind[1].isupper() and len(run) > 1 and not self.book.find(behind[1:2]):
                return behind[1:2]
        return ()

    def code(self, name: Words, words: Words, runs: Sequence[range]) -> Code | None:
        """The body under its name, in the sector that words tell: its own, those in front, those around."""
        try:
            return Code.of(f"ORG:{' '.join(name)}", self._sector(words, runs))
        except BadCode:
            return None

    def _sector(self, words: Words, runs: Sequence[range]) -> str | None:
        offices = [self.book.body(words[-1]), *map(self._introduction, runs)]
        own = (office.sector for office in offices if office is not None and not office.is_whole)
        return next(own, self._spoken_of)

    @property
    def _spoken_of(self) -> str | None:
        """The sector of bodies that the report calls by a noun alone: "het concern"."""
        nouns = (b for a, b in zip(self.forms, self.forms[1:], strict=False) if a.lower() in DEFINITE)
        offices = (self.book.body(noun) for noun in nouns)
        sectors = Counter(office.sector for office in offices if office and not office.is_whole)
        return sectors.most_common(1)[0][0] if sectors else None

    def other_forms(self, words: Words, short: Words) -> Iterator[Words]:
        """What else the report calls it: the letters in brackets, the first word of its name."""
        if short:
            yield short
        first = words[:1]
        alone = [at for at in self.index[first[0]] if tuple(self.forms[at : at + len(words)]) != words]
        usable = len(words) > 1 and len(first[0]) >= SHORTEST and self.is_unknown(first)
        if usable and alone and not any(self._is_other(at) for at in alone):
            yield first
