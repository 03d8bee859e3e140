"""Which of those told near talks or agreements are their parties, weighed on gold: for `akkoord.reading.parties`.

Each actor of a dealing that shares words of evidence with one of gold is a case: a party there, or not.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from unittest.mock import patch

from akkoord.codebook import Code, Span
from akkoord.reading.judge import judge
from akkoord.reading.parties import SIDES, Around
from akkoord.reading.reader import read_signals
from training.choices import Case, fit
from training.parsed import Json, Parsed

KINDS = ("agreements", "talks")
DECAY = 0.001
GOLD = 6  # times that a report of the gold counts for one that was written for training: these tell more dealings
Asked = tuple[str, dict[Code, dict[str, float]], Sequence[Span]]


class Parties:
    """Who deals with whom."""

    def cases(self, reports: Sequence[Parsed], written: Sequence[Parsed]) -> dict[str, list[Case]]:
        """What the reports teach, by kind of dealing."""
        told, more = _cases(reports), _cases(written)
        return {kind: [*told[kind] * GOLD, *more[kind]] for kind in KINDS}

    def learned(self, cases: Mapping[str, list[Case]]) -> dict[str, dict[str, dict[str, float]]]:
        """The weights by kind of dealing."""
        return {"parties": {kind: fit(some, DECAY) for kind, some in cases.items()}}


def _cases(reports: Sequence[Parsed]) -> dict[str, list[Case]]:
    """Those of some reports, by kind of dealing."""
    found: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    for head, signals, frames, reading in reports:
        asked: list[Asked] = []
        with patch.object(Around, "likely", _noting(asked)):
            read_signals(head, signals, frames, judge())
        for kind, features, evidence in asked:
            same = [one for one in reading[kind] if _meet(evidence, one["evidence"])]
            if same:
                parties = max((_parties(one) for one in same), key=lambda own: _common(own, features))
                found[kind] += [
                    Case([row, {}], [[int(code.party not in parties)]]) for code, row in features.items()
                ]
    return found


def _noting(asked: list[Asked]) -> Any:
    """In place of the choice: every party is kept, and what speaks for it is noted."""

    def likely(
        self: Around,
        kind: str,
        parties: Sequence[Code],
        evidence: Sequence[Span],
        place: str | None,
        named: Collection[Code] = (),
    ) -> tuple[Code, ...]:
        if len(parties) >= SIDES:
            asked.append((kind, self.features(parties, evidence, place, named), evidence))
        return tuple(parties)

    return likely


def _meet(evidence: Sequence[Span], gold: Sequence[Json]) -> bool:
    return any(one["start"] < span.end and span.start < one["end"] for one in gold for span in evidence)


def _parties(dealing: Json) -> frozenset[str]:
    return frozenset(code.split("/")[0] for code in dealing["parties"])


def _common(parties: frozenset[str], ours: Collection[Code]) -> float:
    """The share of parties that both have."""
    own = {code.party for code in ours}
    return len(own & parties) / len(own | parties)
