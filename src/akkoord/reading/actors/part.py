"""A part of a noun phrase: some of its words, and what the lexicon knows of them."""

from dataclasses import dataclass

from akkoord.reading.actors.lexicon import Entry, Office
from akkoord.reading.actors.people import Person

PREPOSITIONS = frozenset({
    "van", "in", "uit", "bij", "voor", "namens", "te", "tegen", "op", "onder", "door", "met", "aan", "naar",
    "over", "achter", "rond", "binnen", "buiten", "tijdens", "sinds", "zonder", "tussen", "vanuit", "rondom",
})  # fmt: skip
STARTERS = frozenset({
    "de", "het", "een", "deze", "die", "dit", "dat", "zijn", "haar", "hun", "ons", "onze", "mijn", "nieuwe",
    "jonge",
    "oude", "meneer", "mevrouw", "ook", "beide", "zowel", "niet", "hoge", "toenmalig", "huidig", "opvolger",
})  # fmt: skip
CONJUNCTIONS = frozenset({"en", "én", "of", ",", "alsook", "evenals", "alsmede"})


@dataclass(frozen=True, slots=True)
class Part:
    """The words from `start` up to `end`.

    `entries` and `person` say whose the words are; in a compound ("Kremlinwoordvoerder") they come from its
    first half, `office` from its second. A `double` adjective ("Israëlisch-Palestijns") has two owners.
    """

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    person: Person | None = None
    office: Office | None = None
    compound: bool = False
    genitive: bool = False
    former: bool = False
    double: bool = False

    @property
    def is_preposition(self) -> bool:
        return not self.known and self.text in PREPOSITIONS

    @property
    def is_conjunction(self) -> bool:
        return self.text in CONJUNCTIONS

    @property
    def known(self) -> bool:
        return bool(self.entries or self.person or self.office)

    @property
    def is_name(self) -> bool:
        """Capitalised words that the lexicon does not know: as a rule somebody's name."""
        return not self.known and self.text[:1].isupper() and self.start > 0

    @property
    def is_first_name(self) -> bool:
        """As `is_name`, at the start of the phrase too, where any word may have a capital."""
        return not self.known and self.text[:1].isupper() and self.text.casefold() not in STARTERS
