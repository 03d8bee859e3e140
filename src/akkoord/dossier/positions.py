"""Positions through time: what each party wants on each issue, since when, on which words.

Takes the positions of many reports; gives a `Line` for each party and issue. A position counts from the day on
which its report was published. Whose word it is stands in its citation: a position told by somebody else ("according
to the Kremlin Kyiv is willing ...") is not taken for the party's own. A stance that is much less likely than another
one of the same day is left out: readings are often wrong about it. It knows nothing of events.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from akkoord.codebook import Code, Issue, Stance
from akkoord.dossier.context import Citation, Context, as_cited
from akkoord.record import Stands, Stood, Told, likeliest, stood
from akkoord.when import When

GIVING: frozenset[Stance] = frozenset({"open", "accepts", "proposes"})
REFUSING: frozenset[Stance] = frozenset({"rejects"})
LIKELY = 0.5  # chance from which something is likelier right than misread


@dataclass(frozen=True, slots=True)
class Stand:
    """One position as one report tells it; `chance` is that of the stance by all that is told of it on that day."""

    party: str
    issue: Issue
    stance: Stance
    day: date
    citation: Citation
    chance: float

    @property
    def published(self) -> When:
        """When its report was published, as exactly as it is known."""
        return When.parse(self.citation.published)

    @property
    def own(self) -> bool:
        """Whether it rests on nobody else's word than the party's own or the report's."""
        return self.citation.according_to is None

    @property
    def likely(self) -> bool:
        """Whether it is likelier right than misread."""
        return self.chance >= LIKELY


@dataclass(frozen=True, slots=True)
class Change:
    """A party's stances on an issue before and after a day; `since` is what told the new ones."""

    before: tuple[Stand, ...]
    after: tuple[Stand, ...]

    @property
    def day(self) -> date:
        return self.after[0].day

    @property
    def reversal(self) -> tuple[Stand, Stand] | None:
        """Where a party gave what it had refused, or refuses what it had given, by reports' own account, both of which
        are likely.
        """
        old, new = (
            [stand for stand in stands if stand.own and stand.likely] for stands in (self.before, self.after)
        )
        if {stand.stance for stand in old} & {stand.stance for stand in new}:
            return None
        for one, other in ((GIVING, REFUSING), (REFUSING, GIVING)):
            first = next((stand for stand in old if stand.stance in one), None)
            last = next((stand for stand in new if stand.stance in other), None)
            if first and last:
                return first, last
        return None


@dataclass(frozen=True, slots=True)
class Line:
    """The stands of one party on one issue, by day, the likeliest of a day first: of all that were `told`, or of the
    last of them.
    """

    party: str
    issue: Issue
    stands: tuple[Stand, ...]
    told: int

    def on(self, day: date) -> tuple[Stand, ...]:
        """What reports last said up to that day: several stands where they said several things on one day."""
        told = [stand for stand in self.stands if stand.day <= day]
        return tuple(stand for stand in told if stand.day == told[-1].day)

    @property
    def latest(self) -> tuple[Stand, ...]:
        return self.on(date.max)

    def changes(self) -> Iterator[Change]:
        """Each day on which the stances differ from those of the day before it in the record."""
        days = _by_day(self.stands)
        for before, after in itertools.pairwise(days):
            if {stand.stance for stand in before} != {stand.stance for stand in after}:
                yield Change(before, after)


def lines(contexts: Iterable[Context]) -> list[Line]:
    """A line for each party and issue, those with most stands first."""
    return lines_of(
        Stands.of(context.told(what) for context in contexts for what in stood(context.reading, context))
    )


def lines_of(stands: Stands) -> list[Line]:
    """The same out of the positions that a record tells."""
    found: dict[tuple[str, Issue], dict[date, list[Told[Stood]]]] = {}
    for told in stands.told:
        days = found.setdefault((told.what.party, told.what.issue), {})
        days.setdefault(told.day, []).append(told)
    made = [
        Line(
            *matter,
            tuple(stand for day in sorted(days) for stand in _stands(days[day])),
            stands.counts[matter],
        )
        for matter, days in found.items()
    ]
    return sorted(made, key=lambda line: (-line.told, line.party, line.issue))


def _stands(told: Sequence[Told[Stood]]) -> list[Stand]:
    """What is told of a party and an issue on one day, as far as it is likely enough to stand."""
    chances = likeliest((one.what.stance, one.what.confidence) for one in told)
    found = [_stand(one, chances[one.what.stance]) for one in told if one.what.stance in chances]
    return sorted(found, key=lambda stand: (-stand.chance, stand.citation))


def _stand(told: Told[Stood], chance: float) -> Stand:
    what = told.what
    teller = Code.parse(what.teller) if what.teller else None
    published = as_cited(told.published)
    citation = Citation(published, told.report, what.paragraph, what.start, what.words, teller)
    return Stand(what.party, what.issue, what.stance, told.day, citation, chance)


def _by_day(stands: Sequence[Stand]) -> list[tuple[Stand, ...]]:
    days: dict[date, list[Stand]] = {}
    for stand in stands:
        days.setdefault(stand.day, []).append(stand)
    return [tuple(told) for told in days.values()]
