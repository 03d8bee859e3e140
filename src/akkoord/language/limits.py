"""Where sentences can start and where they must, by the words' shape alone: the network says where they do.

Takes the tokens of a Doc; knows no grammar.
"""

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Flags = NDArray[np.bool_]
CLOSED = re.compile(r"[.?!…)\]}\"'”’»›]+")  # a sentence can end with it though no blank follows
QUOTES = frozenset(("'", '"', "''", "”", "’", "’’"))
CLOSING = frozenset(("''", "”", "’’"))  # of these, what opens nothing where a blank follows
OPEN = frozenset((":", ";", ",,", "„", "‚‚", "(", "[", "{"))  # no sentence ends with it: more of it follows
NEVER = frozenset(",;:.?!)]}%»›")  # no sentence starts with it
LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass
class Limits:
    """The words of a Doc: their places in it, which must or may start a sentence, which follow a blank."""

    places: list[int] = field(default_factory=list)
    must: list[bool] = field(default_factory=list)
    may: list[bool] = field(default_factory=list)
    after_blank: list[bool] = field(default_factory=list)

    @classmethod
    def of(cls, doc: Doc) -> "Limits":
        """A line's end always ends a sentence. Sentences that the Doc has already are kept, as spaCy's parser does."""
        found = cls()
        fresh, broken, begun, before = True, False, False, ""
        for i, token in enumerate(doc):
            text = token.text
            if text.isspace():
                fresh, broken = True, broken or LINE_END.search(text) is not None
                begun = begun or bool(token.is_sent_start)
                continue
            given, spaced = begun or token.is_sent_start, bool(token.whitespace_)
            can = _can_start(doc, i, before, fresh)
            found.places.append(i)
            found.after_blank.append(fresh)
            found.must.append(bool(given) or (broken and given is None))
            found.may.append(given is None and can)
            fresh, broken, begun, before = spaced, False, False, text
        return found


def _can_start(doc: Doc, i: int, before: str, fresh: bool) -> bool:
    """Whether a sentence can start with a word, given the word before it and whether it follows a blank."""
    if doc[i].text in NEVER or before in OPEN:
        return False
    if fresh:
        return not (doc[i].text in CLOSING and _closes(doc, i))
    return CLOSED.fullmatch(before) is not None and not _closes(doc, i)


def _closes(doc: Doc, i: int) -> bool:
    """Whether a word is a mark that closes a quotation: what follows it isn't glued to it."""
    if doc[i].text not in QUOTES:
        return False
    return bool(doc[i].whitespace_) or i + 1 == len(doc) or doc[i + 1].is_space or doc[i + 1].is_punct
