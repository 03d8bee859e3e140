"""The brief's own language: its words, names of parties, days, citations; Dutch or English.

Takes values of the dossier; gives short texts. It knows nothing of sections or pages.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import pycountry
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from akkoord.codebook import Code, EventType
from akkoord.codebook.code import KOSOVO, NAMELESS
from akkoord.dossier import Citation
from akkoord.reading.actors import short_name
from akkoord.when import When

LanguageCode = Literal["nl", "en"]
LANGUAGES: tuple[LanguageCode, ...] = ("nl", "en")


@dataclass(frozen=True)
class Language:
    """How the brief says things; `code` is `nl` or `en`."""

    code: LanguageCode = "nl"

    def say(self, group: str, key: str, **values: object) -> str:
        """The words for a key of `words/nl.toml` or `words/en.toml`, its blanks filled in."""
        text = _words(self.code)[group][key]
        return text.format(**values) if values else text

    def keys(self, group: str) -> frozenset[str]:
        """The keys that `say` knows in a group."""
        return frozenset(_words(self.code)[group])

    def party(self, party: str) -> str:
        """A party as people call it: `RUS` is "Rusland" or "Russia", `ORG:EU` the "EU"."""
        _, colon, name = party.partition(":")
        if colon:
            return (short_name(party) or name) if self.code == "nl" else name
        if party == NAMELESS:
            return self.say("sectors", "none")
        country = pycountry.countries.get(alpha_3=party)
        short = "XK" if party == KOSOVO else country.alpha_2 if country else party
        return str(self._locale.territories.get(short, party))

    def code_name(self, code: Code) -> str:
        """A code's parties, each with its sector: "Rusland (regering)"."""
        return self.join(self._single(part) for part in code.parts)

    def codes(self, codes: Iterable[Code]) -> str:
        return self.join(self.code_name(code) for code in codes)

    def does(self, event: EventType, codes: Iterable[Code]) -> str:
        """What kind of event it is, in the form that goes with those who act: "valt aan", "vallen aan"."""
        parts = {part for code in codes for part in code.parts}
        many = len(parts) > 1 or any(part.party in self.keys("names_of_many") for part in parts)
        return self.say("events_of_many" if many else "events", event)

    def parties(self, parties: Iterable[str]) -> str:
        return self.join(self.party(party) for party in parties)

    def join(self, texts: Iterable[str]) -> str:
        return format_list(list(dict.fromkeys(texts)), locale=self._locale)

    def day(self, day: date) -> str:
        """A day in words; the first of all days stands for an unknown one."""
        return (
            self.say("phrases", "some_day")
            if day == date.min
            else format_date(day, "d MMMM y", locale=self._locale)
        )

    def when(self, when: When | None) -> str:
        """A time in words, "dag onbekend" where nothing is known of it."""
        if when is None or when.is_unknown:
            return self.say("phrases", "some_day")
        return when.caption(self.code)

    def when_told(self, when: When | None, citation: Citation) -> str:
        """A time in words; where nothing is known of it, of when the report is that tells of it."""
        published = When.parse(citation.published)
        if (when is None or when.is_unknown) and not published.is_unknown:
            return self.say("phrases", "undated", day=self.when(published))
        return self.when(when)

    def voice(self, citation: Citation) -> str:
        """Whose word it is, in brackets, where it is not the report's own."""
        if citation.according_to is None:
            return ""
        return f" ({self.say('phrases', 'according_to', who=self.code_name(citation.according_to))})"

    @cached_property
    def _locale(self) -> Locale:
        return Locale("nl" if self.code == "nl" else "en")

    def _single(self, code: Code) -> str:
        name = self.party(code.party)
        if code.sector is None:
            return name
        sector = self.say("sectors", code.sector)
        return sector if code.party == NAMELESS else f"{name} ({sector})"


def mark(citation: Citation) -> str:
    """Where it stands: `[report, paragraph]`."""
    return f"[{citation.report}, {citation.paragraph}]"


def marks(citations: Iterable[Citation], most: int = 4) -> str:
    """Where it stands in several reports, each place once, the first ones only."""
    places = list(dict.fromkeys(mark(citation) for citation in citations))
    more = f" +{len(places) - most}" if len(places) > most else ""
    return " ".join(places[:most]) + more


def quoted(text: str, longest: int = 160) -> str:
    """A report's words on one line between quotation marks, cut at a word where they are long."""
    plain = " ".join(text.split())
    if len(plain) > longest:
        plain = plain[:longest].rsplit(" ", 1)[0] + " …"
    return f"‘{plain}’"


@cache
def _words(code: LanguageCode) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("akkoord.brief") / "words" / f"{code}.toml").read_text(encoding="utf-8"))
