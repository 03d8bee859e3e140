"""One report as the dossier looks at it: its date, its paragraphs and sentences, who speaks where.

Takes an `Entry` of the record; gives `Citation`s, which say where words stand. It knows no other report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from akkoord.codebook import Code, Span
from akkoord.reading import Reading, ReportHead
from akkoord.record import Entry, Page, Told
from akkoord.record.told import What
from akkoord.when import When


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


class Context(Page):
    """A report with what is needed to cite it. `published` is `XXXX` where its date is unknown."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.text, entry.reading.statements)
        self.head: ReportHead = entry.report
        self.reading: Reading = entry.reading
        self.published = published_of(entry.report)

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

    def told(self, what: What) -> Told[What]:
        """Something that it tells, as the record gives it."""
        return Told(self.id, self._published, self.day, what)

    def cite(self, spans: Sequence[Span], according_to: Code | None = None) -> Citation:
        """The citation of some words; of several, the first gives the paragraph."""
        return Citation(
            published=self._published,
            report=self.id,
            paragraph=self.paragraph(spans[0].start),
            start=spans[0].start,
            words=self.quote(spans),
            according_to=according_to,
        )


@lru_cache(maxsize=1 << 14)
def as_cited(published: str) -> str:
    """A date of publication as citations give it."""
    return str(When.parse(published) if published else When.unknown())


def published_of(head: ReportHead) -> When:
    """When a report was published, `XXXX` where that is unknown."""
    return When.parse(head.published) if head.published else When.unknown()
