"""Quotations: the words between quotation marks, of whatever kind, over as many sentences as they run.

Takes the words of a text with the white space around them; gives where marks open and close. Whose words they are is
not known here. Marks around a word or two that nobody need have said ("a 'drastic' cut") are told from speech.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from akkoord.reading.frames.grammar import Grammar

PAIRS = {
    "„": "”“\"", "“": "”", "‘": "’", "‚": "’‘", ",,": "''”\"", "«": "»", '"': '"”', "''": "''", "'": "'’",
    "”": "”", "`": "'`", "``": "''",
}  # fmt: skip
LONGEST = 300  # words of a quotation
SPEECH = 3  # words from which marks hold speech
ENDS = frozenset(".?!…:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Word numbers: of the opening mark, of what is quoted, of the closing mark."""

    opening: int
    words: range
    closing: int


def quotations(grammar: Grammar) -> list[Quotation]:
    """All quotations in the order of the text; one inside another is left to the outer one."""
    found, at = [], 0
    while at < grammar.size:
        quotation = _opened(grammar, at)
        if quotation is None:
            at += 1
        else:
            found.append(quotation)
            at = quotation.closing + 1
    return found


def _opened(grammar: Grammar, at: int) -> Quotation | None:
    closers = PAIRS.get(grammar.forms[at])
    if closers is None or not _may_open(grammar, at):
        return None
    for word in range(at + 1, min(grammar.size, at + LONGEST)):
        form = grammar.forms[word]
        if (
            form
            and (form in closers if len(form) == 1 else form == closers[:2])
            and _may_close(grammar, word)
        ):
            return Quotation(at, range(at + 1, word), word) if word > at + 1 else None
    return None


def _may_open(grammar: Grammar, at: int) -> bool:
    """An opening mark has white space before it and none after it."""
    return at + 1 < grammar.size and grammar.blank_before(at) and not grammar.blank_before(at + 1)


def _may_close(grammar: Grammar, at: int) -> bool:
    return not grammar.blank_before(at)


def is_speech(grammar: Grammar, quotation: Quotation) -> bool:
    """Whether somebody says it: a sentence of its own, or a stretch after a colon."""
    first = quotation.words.start
    before = grammar.forms[quotation.opening - 1] if quotation.opening else "."
    if before == ":":
        return True
    starts = grammar.forms[first][:1].isupper() and (
        before in ENDS or before[-1:] in ENDS or first in grammar.first
    )
    ends = grammar.forms[quotation.words.stop - 1][-1:] in ENDS | {","}
    clause = any(grammar.is_finite(word) for word in quotation.words)
    return (starts and clause) or (len(quotation.words) >= SPEECH and (starts or ends))


def speech(grammar: Grammar) -> Iterator[Quotation]:
    """The quotations that somebody says."""
    return (quotation for quotation in quotations(grammar) if is_speech(grammar, quotation))
