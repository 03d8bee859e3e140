"""A mention in the making: its words, what they say, and who is meant; and which mentions an anchor points to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from akkoord.codebook import Code, Span
from akkoord.reading.actors import Phrase, name_key
from akkoord.reading.signals import Signals, Stretch

SMALL = frozenset(  # words inside names that are written small
    {
        "de",
        "het",
        "een",
        "van",
        "der",
        "den",
        "ten",
        "ter",
        "te",
        "von",
        "of",
        "for",
        "the",
        "and",
        "en",
        "voor",
    }
    | {"la", "le", "al", "el", "bin", "di", "du", "des", "del", "da", "dos", "y", "e"}
)


PERSON, GROUP, STATE, BODY = "person", "group", "state", "body"
LANDS = frozenset({"land", "staat", "natie", "republiek", "buurland"})
STANDS_FOR = {
    word: frozenset(kinds)
    for words, kinds in (
        (("hij", "hem", "hijzelf", "hemzelf", "ik", "mij", "me", "jij", "u"), {PERSON}),
        (("zij", "ze", "haar", "zijzelf"), {PERSON, GROUP}),
        (("hen", "hun", "wij", "we", "ons", "beide", "beiden", "allen"), {GROUP, STATE, BODY}),
        (("het", "dat", "dit"), {STATE, BODY}),
    )
    for word in words
}


@dataclass(frozen=True)
class Known:
    """Words that name or point to an actor, who it is as far as known, and for what reason.

    `name` is the kind of name that the last word belongs to, empty where it is none: at the start of a sentence
    letters don't tell.
    """

    stretch: Stretch
    words: tuple[str, ...]
    phrase: Phrase
    name: str = ""
    pronoun: bool = False
    code: Code | None = None
    why: tuple[str, ...] = ()
    known_by: str = "words"  # or "name", "pointing", "itself": how the code was found
    sure: float = 1.0  # the chance of the code among those that it may have

    @property
    def surname(self) -> str | None:
        """The key of the last capitalised word, by which the report may call a person or body again."""
        last = self.words[-1]
        return name_key(last) or None if self.name and last[:1].isupper() else None

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What it can be: a person, a group, a state or a body; for a pronoun, what it can stand for."""
        if self.pronoun:
            return STANDS_FOR.get(self.words[0].lower(), frozenset({PERSON, GROUP, STATE, BODY}))
        if self.name == "PER" or self.phrase.person is not None:
            return frozenset({PERSON})
        if self.phrase.plural:
            return frozenset({GROUP})
        if self.words[-1].lower() in LANDS:
            return frozenset({STATE})
        if self.phrase.sector is not None:
            return frozenset({PERSON, BODY})
        code = self.phrase.code
        return frozenset({STATE if code is not None and code.is_state else BODY})

    @property
    def is_name(self) -> bool:
        """Whether it is a name only, particles aside."""
        return self.surname is not None and all(w[:1].isupper() or w.lower() in SMALL for w in self.words)


def span_of(signals: Signals, mention: Known) -> Span:
    """The characters of a mention."""
    return signals.span(mention.stretch.words)


def pointed(
    signals: Signals, mentions: Sequence[Known], kind: str, anchor: int, among: range | None = None
) -> Iterator[tuple[Known, float]]:
    """The mentions within reach of an anchor, each with its share in what that points to; where some words are given,
    those that begin among these.
    """
    pointer = signals.pointer(kind, anchor)
    words = range(pointer.first, pointer.first + len(pointer.shares)) if among is None else among
    start, end = (
        bisect_left(mentions, word, key=lambda mention: mention.stretch.first)
        for word in (words.start, words.stop)
    )
    for mention in mentions[start:end]:
        yield mention, pointer.between(mention.stretch.first, mention.stretch.end)


def wholes(mention: Known) -> list[Code]:
    """The parties that a mention means, sectors left aside."""
    return [part.whole for part in mention.code.parts] if mention.code is not None else []


def party_shares(signals: Signals, mentions: Sequence[Known], kind: str, anchor: int) -> dict[Code, float]:
    """The share of each party, sectors left aside."""
    found: dict[Code, float] = defaultdict(float)
    for mention, share in pointed(signals, mentions, kind, anchor):
        for party in wholes(mention):
            found[party] += share
    return dict(found)
