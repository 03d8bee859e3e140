"""Statements across reports: who said what about something, each saying once with all the reports that have it.

Takes the statements of many reports; gives `Saying`s. Two are one where the same party says, within three days, the
same words or words that share most of their roots. It knows nothing of whether what is said is true.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from akkoord.codebook import Code, Span
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.reason import Reason
from akkoord.dossier.words import roots, words_of
from akkoord.reading import Statement

NEAR = timedelta(days=3)
ENOUGH_ROOTS = 3
SHARE = 0.6  # of the roots of the shorter of two wordings that the other must have as well


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement as one report tells it."""

    speaker: str
    code: Code | None
    cue: str
    content: str
    direct: bool
    addressee: Code | None
    day: date
    citation: Citation
    roots: frozenset[str]


@dataclass(eq=False)
class Saying:
    """One saying with every report that has it, the fullest wording first, and why each other one is of it."""

    quotes: list[Quote]
    reasons: list[Reason] = field(default_factory=list)

    @property
    def first(self) -> Quote:
        return self.quotes[0]

    @property
    def day(self) -> date:
        return min(quote.day for quote in self.quotes)

    def cite(self) -> list[Citation]:
        return list(dict.fromkeys(quote.citation for quote in self.quotes))


class Wanted:
    """What is looked for in statements: every word of a query, as a word or the begin of one.

    Words between double quotes have to follow each other.
    """

    def __init__(self, query: str) -> None:
        self._phrases = [" ".join(words_of(phrase)) for phrase in re.findall(r'"([^"]+)"', query)]
        self._words = words_of(re.sub(r'"[^"]*"', " ", query))

    def stands_in(self, text: str) -> bool:
        joined = f" {' '.join(words_of(text))} "
        return all(f" {words}" in joined for words in (*self._words, *self._phrases))


def quotes(contexts: Iterable[Context], wanted: Wanted | None = None) -> list[Quote]:
    """Every statement whose source is named or described, in the order of reports; with `wanted`, those about it."""
    return [
        _quote(statement, context)
        for context in contexts
        for statement in context.reading.statements
        if statement.source and (wanted is None or wanted.stands_in(_words(statement, context).text))
    ]


def _words(statement: Statement, context: Context) -> Span:
    """From the first to the last of what makes a statement: who says it, that it is said, and what."""
    assert statement.source is not None
    spans = (statement.source, statement.cue, *statement.content)
    return Span.of(context.text, min(span.start for span in spans), max(span.end for span in spans))


def _quote(statement: Statement, context: Context) -> Quote:
    source = statement.source
    assert source is not None
    content = " … ".join(span.text for span in statement.content)
    words = _words(statement, context)
    teller = context.speaker(statement.cue)
    citation = context.cite(statement.content, teller)
    whole = Citation(citation.published, citation.report, citation.paragraph, words.start, words.text, teller)
    return Quote(
        speaker=source.text,
        code=source.code,
        cue=statement.cue.text,
        content=content,
        direct=statement.form == "direct",
        addressee=statement.addressee.code if statement.addressee else None,
        day=context.day,
        citation=whole,
        roots=roots(content),
    )


def sayings(found: Iterable[Quote]) -> list[Saying]:
    """The quotes put together, the newest saying first."""
    made: list[Saying] = []
    by_root: dict[tuple[str, str], list[Saying]] = {}
    for quote in sorted(found, key=lambda q: (q.day, -len(q.content), q.citation)):
        party = quote.code.party if quote.code else quote.speaker.casefold()
        near = dict.fromkeys(s for r in quote.roots for s in by_root.get((party, r), ()) if _near(s, quote))
        joined = next(((s, reason) for s in near if (reason := _same(s.first, quote))), None)
        if joined:
            saying, reason = joined
            saying.quotes.append(quote)
            saying.reasons.append(reason)
            continue
        saying = Saying([quote])
        made.append(saying)
        for key in quote.roots:
            by_root.setdefault((party, key), []).append(saying)
    return made[::-1]


def _near(saying: Saying, quote: Quote) -> bool:
    return abs(saying.first.day - quote.day) <= NEAR


def _same(one: Quote, other: Quote) -> Reason | None:
    """Why two quotes of one party are one saying: the same words, or most of the roots of the shorter one."""
    mine, its = " ".join(words_of(one.content)), " ".join(words_of(other.content))
    if mine == its:
        return Reason("same-quotation", ())
    shared = one.roots & other.roots
    shorter = min(len(one.roots), len(other.roots))
    enough = len(shared) >= ENOUGH_ROOTS and len(shared) >= SHARE * shorter
    return Reason("same-words", tuple(sorted(shared))) if enough else None
