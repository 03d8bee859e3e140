"""One report as the dossier looks at it: its date, its paragraphs and sentences, who speaks where.

Takes an `Entry` of the record; gives `Citation`s, which say where words stand. It knows no other report.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from akkoord.codebook import Code, Span
from akkoord.reading import Reading, ReportHead, Statement
from akkoord.record import Entry
from akkoord.when import When

MOST_QUOTED = 3  # spans that are quoted one after the other
SHORTEST_QUOTED = 20  # characters

_BLANK = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\n\s*")
_SENTENCE = re.compile(  # begins with the few characters that it can end on, which are quick to find
    r"[.!?\n](?:(?<=\n)\n*|(?<=[.!?])[\"'”’»)]*\s+(?=[\"'“‘„«(]*[A-ZÀ-Ý0-9]))"
)


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Where a report says something: its id, when it was published, the paragraph (from 1), the words.

    `according_to` is whose statement the words stand in; None where the report says it itself.
    """

    published: str
    report: str
    paragraph: int
    start: int
    words: str
    according_to: Code | None = None

    @property
    def day(self) -> date | None:
        """The last day on which the report can have been published; None where it is unknown."""
        return When.parse(self.published).latest


class Context:
    """A report with what is needed to cite it. `published` is `XXXX` where its date is unknown."""

    def __init__(self, entry: Entry) -> None:
        self.head: ReportHead = entry.report
        self.text = entry.text
        self.reading: Reading = entry.reading
        self.published = When.parse(entry.report.published) if entry.report.published else When.unknown()

    @property
    def id(self) -> str:
        return self.head.id

    @cached_property
    def last_day(self) -> date:
        """The last day on which it can have been published; the end of time where that is unknown."""
        return self.published.latest or date.max

    @property
    def day(self) -> date:
        """The day by which it counts as published, as in the record; the first of all days where unknown."""
        return self.published.latest or date.min

    @cached_property
    def _published(self) -> str:
        return str(self.published)

    def paragraph(self, start: int) -> int:
        """The number, from 1, of the paragraph in which a character stands."""
        return max(1, bisect_right(self._paragraphs, start))

    def sentence(self, start: int) -> tuple[int, int]:
        """Begin and end of the sentence in which a character stands."""
        number = bisect_right(self._sentences, start) - 1
        after = number + 1
        end = self._sentences[after] if after < len(self._sentences) else len(self.text)
        return self._sentences[number], end

    def sentence_text(self, start: int) -> str:
        begin, end = self.sentence(start)
        return self.text[begin:end].strip()

    def sentence_number(self, start: int) -> int:
        return bisect_right(self._sentences, start) - 1

    def speaker(self, span: Span) -> Code | None:
        """Who says the words: the source of the innermost statement whose content or cue holds them."""
        statement = self.statement_around(span)
        return statement.source.code if statement and statement.source else None

    def statement_around(self, span: Span) -> Statement | None:
        """The shortest statement in whose content the span begins."""
        best: tuple[int, Statement] | None = None
        for statement in self.reading.statements:
            for part in statement.content:
                if part.start <= span.start < part.end and (best is None or len(part) < best[0]):
                    best = (len(part), statement)
        return best[1] if best else None

    def cite(self, spans: Sequence[Span], according_to: Code | None = None) -> Citation:
        """The citation of some words; of several, the first gives the paragraph.

        Scraps that say little by themselves are cited as the sentence in which the first one stands.
        """
        scraps = len(spans) > MOST_QUOTED or any(len(span) < SHORTEST_QUOTED for span in spans)
        quoted = self.sentence_text(spans[0].start) if scraps else " … ".join(span.text for span in spans)
        return Citation(
            published=self._published,
            report=self.id,
            paragraph=self.paragraph(spans[0].start),
            start=spans[0].start,
            words=quoted,
            according_to=according_to,
        )

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Where paragraphs begin: after blank lines, or after each line where the text has no blank ones."""
        body = self.text.rstrip()
        breaks = _BLANK if _BLANK.search(body) else _LINE
        return [0, *(match.end() for match in breaks.finditer(body))]

    @cached_property
    def _sentences(self) -> list[int]:
        return [0, *(match.end() for match in _SENTENCE.finditer(self.text))]
