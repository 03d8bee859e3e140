"""The grammar around some words of a report, in plain words."""

from typing import TYPE_CHECKING

from akkoord.codebook import Span

if TYPE_CHECKING:  # spaCy takes a second to load, which other commands need not wait for
    from spacy.tokens import Doc, Token

MEANINGS = {
    "acl": "clause about it",
    "acl:relcl": "relative clause about it",
    "advcl": "clause that says when, why or if",
    "advmod": "adverb",
    "amod": "adjective",
    "appos": "stands beside it for the same",
    "aux": "auxiliary verb",
    "aux:pass": "auxiliary verb of the passive",
    "case": "preposition",
    "cc": "joining word",
    "ccomp": "clause that is its object",
    "compound:prt": "particle of the verb",
    "conj": "joined to it as its equal",
    "cop": "form of 'to be'",
    "csubj": "clause that is its subject",
    "det": "article or the like",
    "expl": "filler without meaning of its own",
    "fixed": "part of a fixed phrase",
    "flat": "part of a name",
    "iobj": "to or for whom",
    "mark": "word that opens the clause",
    "nmod": "goes with the noun",
    "nmod:poss": "whose it is",
    "nsubj": "subject",
    "nsubj:pass": "subject of the passive",
    "nummod": "number",
    "obj": "object",
    "obl": "goes with the verb",
    "obl:agent": "by whom, in the passive",
    "orphan": "left over where a verb is left out",
    "parataxis": "said beside it",
    "punct": "punctuation",
    "xcomp": "clause without a subject of its own",
}


def relation(token: "Token") -> str:
    """How a word hangs on its head: the relation of Universal Dependencies, and what that means."""
    return "main word of its sentence" if token.head == token else hanging(token.dep_, token.head.text)


def hanging(label: str, head: str) -> str:
    """A relation to a head in plain words; a subtype that has no words of its own is told as its type."""
    meaning = MEANINGS.get(label) or MEANINGS.get(label.partition(":")[0])
    return f'{label} of "{head}"' + (f" ({meaning})" if meaning else "")


def word_at(doc: "Doc", at: int) -> "Token | None":
    """The word at a character of the text; none where white space stands."""
    found = doc.char_span(at, at + 1, alignment_mode="expand")
    return found[0] if found and not found[0].is_space else None


def main_word(doc: "Doc", span: Span) -> "Token | None":
    """The word of a span that its other words hang on."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    words = [token for token in found or () if not token.is_space]
    return next((token for token in words if token.head == token or token.head not in words), None)
