"""What speaks for the issue and the stance of a want, weighed on gold: for `akkoord.reading.topics` and `stances`.

Each want that stands in the evidence of gold positions with one issue (or stance) is a case: the issues (or stances)
in question, and which of them the gold has.
"""

from collections.abc import Iterator, Mapping, Sequence

from akkoord.codebook import STANCES, Span
from akkoord.reading.hits import meet
from akkoord.reading.stances import stance_features
from akkoord.reading.topics import Topics
from akkoord.reading.wanting import HEAD, read_wants
from training.choices import Case, fit
from training.parsed import Parsed

DECAY = 0.003
GOLD = 5  # times that a case of the gold counts for one that was written for training: these say more in fewer words
TOPICS, STANCE = "topics", "stances"


class Wants:
    """What a want is about, and how it stands to it."""

    def cases(self, reports: Sequence[Parsed], written: Sequence[Parsed]) -> dict[str, list[Case]]:
        """What the reports teach."""
        found: dict[str, list[Case]] = {TOPICS: [], STANCE: []}
        for part, times in ((reports, GOLD), (written, 1)):
            for report in part:
                for name, case in _cases(report):
                    found[name] += [case] * times
        return found

    def learned(self, cases: Mapping[str, list[Case]]) -> dict[str, dict[str, float]]:
        """The weights."""
        return {name: fit(some, DECAY) for name, some in cases.items()}


def _cases(report: Parsed) -> Iterator[tuple[str, Case]]:
    """The choices that gold has made in one report, of issues and of stances, where a frame tells of a want."""
    _, signals, frames, reading = report
    hits = frames(frozenset(), frozenset()).wants
    topics = Topics(signals)
    places = [
        (signals.words(Span(**span)), position)
        for position in reading["positions"]
        for span in position["evidence"]
    ]
    for want in read_wants(signals, (), (), (), (), hits):
        cue = range(want.anchor, want.anchor + 1)
        told = [position for words, position in places if meet(words, cue)]
        issues, stances = (
            {position["issue"] for position in told},
            {position["stance"] for position in told},
        )
        if want.kind == HEAD or not told:
            continue
        if len(issues) == 1:
            features = topics.features(want.target, want.clause)
            yield TOPICS, Case([*features.values()], [[[*features].index(min(issues))]])
        if len(stances) == 1:
            rows = list(stance_features(signals, want, min(issues)).values())
            yield STANCE, Case(rows, [[STANCES.index(min(stances))]])
