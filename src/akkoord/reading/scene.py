"""What a report says that helps to tell whom a mention means: its states, who speaks, the shape of its mentions."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from akkoord.reading.mention import Known
from akkoord.reading.namings import Namings, namings
from akkoord.reading.phrases import head_of
from akkoord.reading.signals import Pointer, Signals

LINKS = frozenset({",", "en", "met", "als"})  # what stands between parties named in one breath
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
ARGUMENTS = SUBJECT | {"obj", "iobj", "obl", "obl:agent", "obl:arg"}
CUE = 0.3  # chance from which a word is taken to say that somebody says something
EVEN = 0.5
AROUND = 60  # words on either side of a mention in which a cue may point to it
PRONOUNS = {
    word: kind
    for kind, words in {
        "he": ("hij", "hem", "hijzelf", "hemzelf", "zijn"),
        "she": ("zij", "ze", "haar", "zijzelf"),
        "they": ("hen", "hun", "beide", "beiden", "allen", "allebei"),
        "we": ("wij", "we", "ons", "onze"),
        "I": ("ik", "mij", "me", "mijn", "u", "je", "jij"),
        "it": ("het",),
        "that": ("die", "dat", "deze", "dit", "wie"),
    }.items()
    for word in words
}
DEFINITE = frozenset({"de", "het", "die", "dat", "deze", "dit", "beide", "elke", "'t"})
OWNED = frozenset({"zijn", "haar", "hun", "onze", "ons", "mijn"})
OUT_OF = frozenset({"van", "uit", "onder"})  # what stands between some and those that they are of
SHORTEST = 4  # letters: shorter words say little
DEEPEST = 4  # words of a mention among which its owner stands: "een lid van zijn gevolg"
NUMBERS = {"beide": 2, "beiden": 2, "allebei": 2} | {
    word: number
    for number, word in enumerate(
        ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"), 2
    )
}
DIGITS = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a mention is built: what sort of phrase it is, its head and that word's part in the sentence."""

    sort: str
    head: str
    word: int
    plural: bool
    subject: bool
    number: int | None
    verb: int | None  # the word that it is an argument of
    apposed: int | None  # the word that it is said in apposition to
    sentence: int
    telling: frozenset[str]  # its words that are long enough to say something, in small letters
    owner: int | None  # which of its words says whose it is: "zijn raadgevers", "een van zijn raadgevers"


@dataclass(frozen=True)
class Scene:
    """A report's signals, where its words name states, and what is known of its mentions' shapes."""

    signals: Signals
    namings: Namings
    _shapes: dict[tuple[int, int], Shape] = field(default_factory=dict)

    @classmethod
    def of(cls, signals: Signals) -> "Scene":
        return cls(signals, namings(tuple(signals.form(i) for i in range(len(signals.offsets)))))

    def shape(self, mention: Known) -> Shape:
        """The shape of a mention, worked out once."""
        key = (mention.stretch.first, mention.stretch.end)
        if key not in self._shapes:
            self._shapes[key] = _shape(self.signals, mention)
        return self._shapes[key]

    @cached_property
    def paragraphs(self) -> list[range]:
        """For each word, the words of its paragraph."""
        words = range(len(self.signals.offsets))
        starts = [word for word in words if not word or self._breaks(word)]
        ends = [*starts[1:], len(words)]
        return [range(start, end) for start, end in zip(starts, ends, strict=True) for _ in range(start, end)]

    def place_before(self, word: int) -> str | None:
        """The state of the last place before a word that something is said to be in."""
        at = bisect_left(self._placed, word, key=lambda place: place[0])
        return self._placed[at - 1][1] if at else None

    @cached_property
    def _placed(self) -> list[tuple[int, str]]:
        named = dict(zip(self.namings.words, self.namings.states, strict=True))
        return [(word, named[word]) for word in sorted(self.signals.placed) if word in named]

    def _breaks(self, word: int) -> bool:
        """Whether a line ends before a word."""
        return "\n" in self.signals.text[self.signals.offsets[word - 1][1] : self.signals.offsets[word][0]]

    def spoke_before(self, mention: Known) -> Pointer | None:
        """Where the last saying in front of a mention that is not its own points to for its source."""
        end = bisect_left(self._sources, mention.stretch.first, key=lambda source: source.anchor)
        for source in reversed(self._sources[:end]):
            if source.at(mention.stretch.words) < EVEN:
                return source
        return None

    def speaks(self, mention: Known) -> float:
        """How likely a mention is the source of some saying around it."""
        first, end = (
            bisect_left(self._sources, word, key=lambda source: source.anchor)
            for word in (mention.stretch.first - AROUND, mention.stretch.end + AROUND)
        )
        return max((source.at(mention.stretch.words) for source in self._sources[first:end]), default=0.0)

    @cached_property
    def _sources(self) -> list[Pointer]:
        """Where each saying points to for its source, in the order of the text."""
        return [self.signals.pointer("source", cue.first) for cue in self.signals.stretches("cue", CUE)]


def _shape(signals: Signals, mention: Known) -> Shape:
    word = head_of(signals, mention.stretch.words)
    plural = mention.phrase.plural or signals.plural[word]
    verb, relation = signals.governors[word], signals.relations[word]
    subject = relation in SUBJECT
    return Shape(
        sort=_sort(mention, plural, subject and signals.plural[verb]),
        head=signals.form(word).lower(),
        word=word,
        plural=plural,
        subject=subject,
        number=next((number for w in mention.words if (number := _number(w.lower()))), None),
        verb=verb if relation in ARGUMENTS else None,
        apposed=verb if relation == "appos" else None,
        sentence=signals.sentences[mention.stretch.first],
        telling=frozenset(w.lower() for w in mention.words if len(w) >= SHORTEST),
        owner=None if mention.pronoun else _owner(mention.words),
    )


def _sort(mention: Known, plural: bool, plural_verb: bool) -> str:
    first = mention.words[0].lower()
    if mention.pronoun:
        kind = PRONOUNS.get(first, "other pronoun")
        return "they" if kind == "she" and plural_verb else kind
    if mention.is_name:
        return "name of a person" if mention.name == "PER" else "name"
    number = "many" if plural else "one"
    if _owner(mention.words) is not None:
        return f"owned {number}"
    return f"the {number}" if first in DEFINITE else f"some {number}"


def _owner(words: Sequence[str]) -> int | None:
    opening = [word.lower() for word in words[:DEEPEST]]
    behind = (i + 1 for i, word in enumerate(opening[:-1]) if i and word in OUT_OF)
    return next((i for i in (0, *behind) if opening[i] in OWNED), None)


def _number(word: str) -> int | None:
    return NUMBERS.get(word) or (int(word) if DIGITS.fullmatch(word) else None)


def chains(signals: Signals, mentions: Sequence[Known]) -> Iterator[Sequence[Known]]:
    """Runs of mentions that commas and conjunctions join, one after another."""
    run: list[Known] = []
    for mention in mentions:
        between = range(run[-1].stretch.end, mention.stretch.first) if run else range(0)
        if run and between and all(signals.form(i) in LINKS for i in between):
            run.append(mention)
            continue
        if len(run) > 1:
            yield run
        run = [mention]
    if len(run) > 1:
        yield run
