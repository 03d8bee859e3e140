"""The outline of a record: what is known of all its reports without loading them.

Takes what a record tells of its reports, positions and dealings; gives who the main opponents are, what each party
wants, and which reports tell of dealings that still matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from akkoord.dossier.happenings import deal_together
from akkoord.dossier.opponents import most_told
from akkoord.dossier.positions import Line, lines_of
from akkoord.dossier.scope import Scope
from akkoord.reading.findings import Layer
from akkoord.record import Dealing, Extent, Pair, Stands, Term, Told
from akkoord.when import When

DEALINGS: tuple[Layer, ...] = ("agreements", "talks", "statements")
MOST_BEFORE = (
    100  # reports before the newest ones that are loaded for the agreements and talks that they tell of
)


@dataclass(frozen=True, slots=True)
class Outline:
    """How many reports there are, when the first and the last were published, who the main opponents are where
    somebody deals with somebody, what each party wants on each issue, and conditions.
    """

    reports: int
    period: tuple[When, When] | None
    opponents: tuple[str, ...]
    lines: list[Line]
    terms: list[Told[Term]]


def outline(
    scope: Scope,
    extent: Extent,
    stands: Stands,
    pairs: Mapping[Pair, int] | None = None,
    terms: Iterable[Told[Term]] = (),
) -> Outline:
    """The outline of these reports."""
    period = (When.parse(extent.period[0]), When.parse(extent.period[1])) if extent.period else None
    opponents = scope.parties or most_told(pairs or {}) or ()
    return Outline(extent.reports, period, opponents, lines_of(stands), list(terms))


def lasting(dealings: Iterable[Dealing], parties: Sequence[str]) -> list[str]:
    """The newest reports that tell of dealings of these parties; the dealings come newest first."""
    told = (dealing.report for dealing in dealings if deal_together(dealing.parties, parties))
    return list(islice(_once(told), MOST_BEFORE))


def _once(texts: Iterable[str]) -> Iterable[str]:
    seen: set[str] = set()
    for text in texts:
        if text not in seen:
            seen.add(text)
            yield text
