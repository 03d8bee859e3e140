"""One frame of each kind, and the closed lists of what its fields may say."""

import re
from dataclasses import dataclass
from typing import Literal

from akkoord.codebook import EventType, Reality, Stance

Pos = Literal["verb", "noun", "adjective", "phrase", "preposition"]
Kind = Literal["saying", "thinking", "acting"]
Shape = Literal["mark", "sequence", "swap", "inverted", "verb", "noun"]

WORD_LISTS: dict[str, Pos] = {
    "verbs": "verb",
    "nouns": "noun",
    "adjectives": "adjective",
    "phrases": "phrase",
    "prepositions": "preposition",
}
PREPOSITIONS = frozenset({
    "aan", "achter", "bij", "door", "in", "jegens", "met", "naar", "om", "op", "over", "richting", "tegen",
    "tegenover", "tot", "tussen", "uit", "van", "voor",
})  # fmt: skip
PLAIN_ROLES = frozenset({
    "nsubj", "obj", "iobj", "obl", "nmod", "poss", "amod", "prefix", "ccomp", "xcomp", "csubj",
    "acl", "parataxis", "rest", "clause", "main", "before", "next",
})  # fmt: skip
NEEDS = frozenset({"actor", "recipient", "force", "judgement"})

_ROLE = re.compile(r"(\w+)(?::(\w+))?")


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate that codes an event.

    `lemma` is a UD lemma (`op_nemen`), or for a phrase its lemmas with the verb last. `actor` and `recipient`
    list the roles that may hold them; in the passive the interpreter swaps subject and object. `objects` are
    the lemmas that the object must be one of, or end in; `needs` what must be there for the frame to count.
    """

    lemma: str
    pos: Pos
    type: EventType
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    complement: Reality | None
    objects: tuple[str, ...]
    needs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue of a statement: a word of saying, of thinking, or one that both says and acts."""

    lemma: str
    pos: Pos
    kind: Kind
    roles: tuple[str, ...]
    content: tuple[str, ...]
    addressee: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """A word of wanting: the stances that it can stand for, and those where it is denied."""

    lemma: str
    pos: Pos
    stances: tuple[Stance, ...]
    denied: tuple[Stance, ...]
    holder: tuple[str, ...]
    target: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConditionCue:
    """A cue of a condition; a `strong` one marks nothing else, the others often do."""

    cue: str
    shape: Shape
    requirement: tuple[str, ...]
    consequence: tuple[str, ...]
    strong: bool


def is_role(text: str) -> bool:
    """Whether it is a role: `nsubj`, `obl:met`, a path `obj>nmod:van`, or a choice `obl:tot|obl:bij`."""
    return all(_is_plain(step) for choice in text.split("|") for step in choice.split(">"))


def _is_plain(text: str) -> bool:
    match = _ROLE.fullmatch(text)
    if match is None:
        return False
    return match[1] in PLAIN_ROLES and (match[2] is None or match[2] in PREPOSITIONS)
