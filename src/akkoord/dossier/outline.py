"""The outline of a record: what is known of all its reports without loading them.

Takes the lists that a record gives of its reports, positions and dealings; gives who the main opponents are, what each
party wants, and which reports tell of dealings that still matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from akkoord.dossier.happenings import deal_together
from akkoord.dossier.opponents import Pair, most_told, pairs_in
from akkoord.dossier.positions import Line, lines_of
from akkoord.dossier.scope import Scope
from akkoord.reading.findings import Layer
from akkoord.record import Dealing, KeptReport, Stands
from akkoord.when import When

DEALINGS: tuple[Layer, ...] = ("agreements", "talks", "statements")
MOST_BEFORE = (
    100  # reports before the newest ones that are loaded for the agreements and talks that they tell of
)

Dealings = Sequence[tuple[KeptReport, Dealing]]


@dataclass(frozen=True, slots=True)
class Outline:
    """How many reports there are, when the first and the last were published, who the main opponents are where
    somebody deals with somebody, and what each party wants on each issue.
    """

    reports: int
    period: tuple[When, When] | None
    opponents: tuple[str, ...]
    lines: list[Line]


def outline(reports: Iterable[KeptReport], stands: Stands, dealings: Dealings, scope: Scope) -> Outline:
    """The outline of these reports, within the period of a scope."""
    inside = [report for report in reports if scope.holds(report.latest or date.min)]
    dated = sorted((report.latest, report.id, report.published) for report in inside if report.latest)
    period = (When.parse(dated[0][2]), When.parse(dated[-1][2])) if dated else None
    opponents = scope.parties or most_told(_pairs(dealings)) or ()
    return Outline(len(inside), period, opponents, lines_of(stands))


def lasting(dealings: Dealings, parties: Sequence[str], first: date) -> list[str]:
    """The last reports before a day that tell of talks or agreements of these parties with a day or a name."""
    told = {
        (report.latest or date.min, report.id)
        for report, dealing in dealings
        if dealing.lasting and (report.latest or date.min) < first
        if deal_together(dealing.parties.split("+"), parties)
    }
    return [id for _, id in sorted(told)[-MOST_BEFORE:]]


def _pairs(dealings: Dealings) -> Iterable[set[Pair]]:
    """The pairs of parties of each report."""
    found: dict[int, set[Pair]] = {}
    for report, dealing in dealings:
        found.setdefault(report.number, set()).update(_pairs_of(dealing.parties))
    return found.values()


@lru_cache(maxsize=1 << 14)
def _pairs_of(parties: str) -> frozenset[Pair]:
    return frozenset(pairs_in([parties.split("+")]))
