"""How a cue of saying stands in its clause: what makes it a report of words, and what only speaks of saying.

Takes the grammar of a text and a cue; gives marks by name. How much each says, the judge weighs.
"""

from akkoord.reading.frames.grammar import Grammar
from akkoord.reading.frames.reality import standing

LINKS = ("aux", "aux:pass", "cop")


def marks_of(grammar: Grammar, cue: int) -> frozenset[str]:
    """The marks of a cue: what makes its saying less real, its form, what its clause hangs on."""
    links = grammar.has(cue, *LINKS)
    finite = [word for word in (cue, *links) if grammar.is_finite(word)]
    found = {
        "no finite verb": not finite,
        "passive": grammar.is_passive(cue),
        "past": any("Tense=Past" in grammar.feats[word] for word in finite),
        "relative": grammar.deps[cue].startswith("acl"),
        "asked": grammar.forms[grammar.sentence(cue).stop - 1] == "?",
    }
    signs = {f"sign {sign}" for sign in standing(grammar, cue).signs}
    return frozenset(signs | {name for name, holds in found.items() if holds})
