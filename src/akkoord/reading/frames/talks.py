"""The status of talks that a parsed text names by a noun: what is said of the noun, and what stands with it.

Takes a Doc; gives a hit for each noun of meeting of which the text says so much. Who takes part is told by the events.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from akkoord.codebook import Reality, TalkStatus
from akkoord.reading.frames.grammar import Grammar, key_of
from akkoord.reading.frames.hits import TalkHit
from akkoord.reading.frames.matching import frame_index
from akkoord.reading.frames.predicates import Predicates
from akkoord.reading.frames.roles import Roles

TURNED: dict[tuple[TalkStatus, Reality], TalkStatus] = {
    ("held", "future"): "planned",
    ("held", "hypothetical"): "proposed",
    ("held", "negated"): "cancelled",
    ("planned", "negated"): "cancelled",
    ("proposed", "negated"): "refused",
    ("cancelled", "future"): "planned",
    ("cancelled", "hypothetical"): "planned",
    ("cancelled", "negated"): "planned",
    ("refused", "hypothetical"): "proposed",
    ("refused", "negated"): "proposed",
}  # what a status becomes where its predicate is not real


@dataclass(frozen=True)
class TalkWords:
    """The status that a predicate gives, by role and lemma, and whether even if denied; and that of words beside."""

    done: dict[tuple[str, str], tuple[TalkStatus, bool]]
    modifiers: dict[str, TalkStatus]


@cache
def talk_words() -> TalkWords:
    """The words of talks, read on the first call; raises `tomllib.TOMLDecodeError` with line and column."""
    text = (files("akkoord.reading.frames") / "data" / "talks.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return TalkWords(
        done={
            (role, key_of(word)): (group["status"], group.get("anyway", False))
            for group in data["done"]
            for role in group["roles"]
            for word in group["words"]
        },
        modifiers={word: group["status"] for group in data["modifier"] for word in group["words"]},
    )


def find_talks(doc: Doc, parties: Iterable[int] = ()) -> list[TalkHit]:
    """The nouns of meetings in a parsed text of which it tells the status."""
    grammar = Grammar(doc)
    return talks_in(grammar, Predicates(grammar, Roles(grammar, frozenset(parties))))


def talks_in(grammar: Grammar, predicates: Predicates) -> list[TalkHit]:
    """The same, of a text whose grammar is known."""
    found = []
    for word in range(grammar.size):
        if grammar.tags[word] == "NOUN" and _is_meeting(grammar.lemmas[word]):
            status, arc = _status(grammar, predicates, word)
            if status is not None:
                found.append(TalkHit(word, status, arc))
    return found


def _is_meeting(noun: str) -> bool:
    return any(frame.type == "CONSULT" for frame in frame_index().of_noun(noun))


def _status(grammar: Grammar, predicates: Predicates, word: int) -> tuple[TalkStatus | None, str]:
    """The status by the first predicate that tells one, else by what stands with the noun."""
    words = talk_words()
    for role, predicate in predicates.relations(word):
        keys = [*predicates.keys(role, predicate, word), (role, "")]
        told = next((words.done[key] for key in keys if key in words.done), None)
        if told is not None:
            status, anyway = told
            real = anyway or not predicates.is_verb(predicate)
            reality = "actual" if real else predicates.reality(predicate)
            return TURNED.get((status, reality), status), f"{role} of {grammar.forms[predicate]}, {reality}"
    beside = (words.modifiers.get(grammar.lemmas[c].rstrip("e")) for c in grammar.children[word])
    return next((status for status in beside if status is not None), None), f"with {grammar.forms[word]}"
