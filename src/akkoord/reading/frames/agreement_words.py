"""The words of agreements: nouns that name one, and what predicates say of it. Data in `data/agreements.toml`."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from akkoord.codebook import AgreementStatus
from akkoord.reading.frames.grammar import key_of
from akkoord.reading.frames.inflection import singulars
from akkoord.reading.frames.lexicon import read_tables
from akkoord.reading.frames.operators import operators


@dataclass(frozen=True, slots=True)
class Done:
    """What a predicate tells of an agreement: `past` is its status where that stands in the simple past, `makes`
    whether who does it is a party, `begins` whether its time and place are the agreement's own.
    """

    status: AgreementStatus
    past: AgreementStatus
    makes: bool
    begins: bool


@dataclass(frozen=True)
class AgreementWords:
    """`nouns` are ends of nouns by kind, `done` goes by role and predicate, `made` are phrases with the verb last,
    `involving` verbs of who helps, `helping` the prepositions and nouns of help: "onder leiding van"."""

    nouns: dict[str, tuple[str, ...]]
    general: frozenset[str]
    lasting: frozenset[str]
    sorts: frozenset[str]
    done: dict[tuple[str, str], Done]
    made: tuple[tuple[frozenset[str], str], ...]
    failed: tuple[str, frozenset[str]]
    involving: frozenset[str]
    helping: tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names an agreement: its kind, the noun that a compound ends in, and the compound's first half."""

    kind: str
    end: str
    first: str


@cache
def agreement_words() -> AgreementWords:
    """The words of agreements, read on the first call; raises `tomllib.TOMLDecodeError` with line and column."""
    data = read_tables("agreements")
    phrases = [phrase.split() for phrase in data["made"]["words"]]
    return AgreementWords(
        nouns={kind: tuple(nouns) for kind, nouns in data["nouns"].items()},
        general=frozenset(data["general"]["words"]),
        lasting=frozenset(data["lasting"]["words"]),
        sorts=frozenset(data["sorts"]["words"]),
        done={
            (role, key_of(word)): _done(group)
            for group in data["done"]
            for role in group["roles"]
            for word in group["words"]
        },
        made=tuple((frozenset(words[:-1]), key_of(words[-1])) for words in phrases),
        failed=(data["failed"]["verb"], frozenset(data["failed"]["words"])),
        involving=frozenset(data["helping"]["verbs"]),
        helping=(frozenset(data["helping"]["prepositions"]), frozenset(data["helping"]["nouns"])),
    )


def _done(group: dict[str, Any]) -> Done:
    """What the predicates of a table tell."""
    status, makes = group["status"], group.get("makes", False)
    return Done(status, group.get("past", status), makes, group.get("begins", makes))


@lru_cache(maxsize=1 << 14)
def noun_of(word: str) -> Noun | None:
    """What a noun names; none where it names no agreement."""
    if word.endswith(operators().lookalikes):
        return None
    for form in (word, *singulars(word)):
        for kind, ends in agreement_words().nouns.items():
            end = max((end for end in ends if form.endswith(end)), key=len, default="")
            if end:
                return Noun(kind, end, form.removesuffix(end).rstrip("-"))
    return None


def default_status(noun: str, definite: bool, marks: Collection[str]) -> AgreementStatus:
    """The status of an agreement of which no predicate tells one: what has a name exists."""
    if definite or marks:
        return "in-force" if noun in agreement_words().lasting else "concluded"
    return "proposed"
