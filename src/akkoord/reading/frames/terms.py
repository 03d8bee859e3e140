"""What tells terms of a dealing from an ordinary "if": words and grammar of both clauses and of what stands around.

Takes the grammar of a text, the parts of a condition and its cue; gives the marks found, by name. How much each says,
the judge weighs.
"""

from collections.abc import Collection, Iterable

from akkoord.reading.frames.frame import ConditionCue
from akkoord.reading.frames.grammar import Grammar
from akkoord.reading.frames.matching import frame_index, want_index

ONLY = frozenset({"pas", "alleen", "slechts", "enkel", "uitsluitend", "eerst"})
DENIED = frozenset({"niet", "geen", "nooit", "niets", "niemand", "nergens", "weinig"})
OPEN = frozenset({"zullen", "kunnen", "willen", "mogen", "moeten", "gaan", "bereid", "hoeven"})
ACTS = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
NEAR = 2  # words before a cue that still belong to it: "maar alleen als"


def marks_of(
    grammar: Grammar,
    cue: ConditionCue,
    where: range,
    requirement: range,
    consequence: range,
    parties: Collection[int] | None,
) -> frozenset[str]:
    """The marks of one condition, by name."""
    around = [w for w in grammar.sentence(where.start) if w not in requirement]
    follows = [*range(max(0, where.start - NEAR), where.stop), *consequence]
    found = {
        "strong": cue.strong,
        "governs": cue.shape in ("verb", "noun"),
        "only": not ONLY.isdisjoint(grammar.low[w] for w in follows),
        "denied": not DENIED.isdisjoint(grammar.low[w] for w in consequence),
        "open": not OPEN.isdisjoint(grammar.lemmas[w] for w in consequence),
        "past": not cue.strong and is_past(grammar, requirement),
        "dealing": any(_opens(grammar, word, None) for word in (*requirement, *consequence)),
        "act": any(_opens(grammar, word, ACTS) for word in around),
        "willed": any(next(want_index().opened(grammar, word), None) for word in around),
        "who requires": _names(requirement, parties),
        "who follows": _names(consequence, parties),
        "asked": grammar.forms[grammar.sentence(where.start).stop - 1] == "?",
    }
    return frozenset(name for name, holds in found.items() if holds)


def is_past(grammar: Grammar, clause: Iterable[int]) -> bool:
    """Whether the clause tells of the past: a simple past that is no "zou"."""
    return any(
        "Tense=Past" in grammar.feats[w] and grammar.is_finite(w) and grammar.lemmas[w] != "zullen"
        for w in clause
    )


def _opens(grammar: Grammar, word: int, types: Collection[str] | None) -> bool:
    """Whether a word opens a frame of an event, of one of some types if these are given."""
    return any(types is None or found.entry.type in types for found in frame_index().opened(grammar, word))


def _names(words: range, parties: Collection[int] | None) -> bool:
    return parties is None or any(word in parties for word in words)
