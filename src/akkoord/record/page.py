"""The page that findings stand on: paragraphs and sentences of a text, and who speaks where.

Takes a text and the statements in it; gives the words to quote and the paragraph to cite. It knows of no report.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from akkoord.codebook import Code, Span
from akkoord.reading import Statement

MOST_QUOTED = 3  # spans that are quoted one after the other
SHORTEST_QUOTED = 30  # characters

_BLANK = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\n\s*")
_SENTENCE = re.compile(  # begins with the few characters that it can end on, which are quick to find
    r"[.!?\n](?:(?<=\n)\n*|(?<=[.!?])[\"'”’»)]*\s+(?=[\"'“‘„«(]*[A-ZÀ-Ý0-9]))"
)


class Page:
    """A text with the statements in it."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self.text = text
        self._statements = statements

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
        for statement in self._statements:
            for part in statement.content:
                if part.start <= span.start < part.end and (best is None or len(part) < best[0]):
                    best = (len(part), statement)
        return best[1] if best else None

    def quote(self, spans: Sequence[Span]) -> str:
        """The words of some spans. Scraps that say little by themselves are quoted as the sentence in which the
        first one stands.
        """
        scraps = len(spans) > MOST_QUOTED or any(len(span) < SHORTEST_QUOTED for span in spans)
        return self.sentence_text(spans[0].start) if scraps else " … ".join(span.text for span in spans)

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Where paragraphs begin: after blank lines, or after each line where the text has no blank ones."""
        body = self.text.rstrip()
        breaks = _BLANK if _BLANK.search(body) else _LINE
        return [0, *(match.end() for match in breaks.finditer(body))]

    @cached_property
    def _sentences(self) -> list[int]:
        return [0, *(match.end() for match in _SENTENCE.finditer(self.text))]
