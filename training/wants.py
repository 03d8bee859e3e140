"""What speaks for the issue and the stance of a want, weighed on gold: for `akkoord.reading.topics` and `stances`.

Each want that stands in the evidence of gold positions with one issue (or stance) is a case: the issues (or stances)
in question, and which of them the gold has.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from akkoord.codebook import STANCES, Span
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.hits import meet
from akkoord.reading.signals import Signals
from akkoord.reading.stances import stance_features
from akkoord.reading.topics import Topics
from akkoord.reading.wanting import HEAD, read_wants
from training.antecedents import Case, accuracy, fit
from training.parsed import Parsed

DECAY = 0.003  # stronger than for whom a mention means: the cases are a few hundred


@dataclass
class Cases:
    """The choices that gold has made, of issues and of stances."""

    topics: list[Case] = field(default_factory=list)
    stances: list[Case] = field(default_factory=list)

    def add(self, signals: Signals, hits: Sequence[WantHit], reading: dict[str, Any]) -> None:
        """Those of one report, where a frame tells of a want."""
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
                self.topics.append((list(features.values()), list(features).index(min(issues))))
            if len(stances) == 1:
                rows = list(stance_features(signals, want, min(issues)).values())
                self.stances.append((rows, STANCES.index(min(stances))))


def fitted(reports: list[Parsed], written: Sequence[Parsed] = ()) -> dict[str, dict[str, float]]:
    """The weights of `topics` and `stances` that the reports teach; of stances the `written` ones teach, too."""
    cases, more = Cases(), Cases()
    for some, into in ((reports, cases), (written, more)):
        for _, signals, frames, reading in some:
            into.add(signals, frames(frozenset(), frozenset()).wants, reading)
    found = {"topics": cases.topics, "stances": [*cases.stances, *more.stances]}
    weights = {name: fit(chosen, DECAY) for name, chosen in found.items()}
    for name, chosen in found.items():
        print(f"{name}: {len(chosen)} cases, {accuracy(chosen, weights[name]):.3f} right")
    return weights
