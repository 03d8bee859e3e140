"""A text read up to its layers, from signals made by hand."""

from collections.abc import Sequence
from datetime import date

from tests.reading.made import Links, Tags, made, read_mentions

from akkoord.codebook import Code
from akkoord.reading.events import draft_events, find_scenes
from akkoord.reading.findings import Event
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.judge import Draft, F
from akkoord.reading.statements import draft_statements
from akkoord.reading.times import read_times
from akkoord.when import When

DAY = date(2022, 3, 1)
RUS, UKR = Code.parse("RUS"), Code.parse("UKR")


def found(drafts: Sequence[Draft[F]]) -> list[F]:
    return [draft.finding for draft in drafts]


class Read:
    """All that the layers need, for one text."""

    def __init__(self, text: str, tags: Tags, links: Links | None = None) -> None:
        self.signals = made(text, tags, links)
        self.mentions = read_mentions(self.signals, DAY)
        self.times = read_times(text, When.parse("2022-03-01"))
        self.statements = found(draft_statements(self.signals, self.mentions, ()))

    def events(self, *hits: EventHit) -> list[Draft[Event]]:
        return draft_events(find_scenes(self.signals, self.mentions, self.statements, hits), self.times)
