"""Conditions across reports: what must hold before what, whether it does, and what waits for what in a circle.

Takes the conditions of many reports with the events and positions that tell what became of them; gives
`Precondition`s, one for all reports that tell it, and the circles among them. A part of a condition is told apart
by its issue and by who must do it; where neither is known it stands for itself. It knows nothing of dates.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from akkoord.codebook import EventType, Issue, parties_in
from akkoord.dossier.context import Citation, Context, as_cited
from akkoord.dossier.happenings import Happening
from akkoord.dossier.positions import Line
from akkoord.dossier.words import acts, root, words_of
from akkoord.reading.issues import issues_of
from akkoord.record import Term, Told, any_right, required

State = Literal["met", "unmet", "unknown"]

SHARED_MATTERS: frozenset[Issue] = frozenset(
    {"talks", "ceasefire", "elections", "borders", "mediation", "venue"}
)
"""Issues on which nothing is done by one side alone: who is named beside them does not tell them apart."""


SAID: frozenset[EventType] = frozenset({"REQUEST", "AGREE", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"})
"""Types of events that are words: they do not do what a condition asks for."""


@dataclass(frozen=True, slots=True, order=True)
class Matter:
    """What has to happen: its issue and who must do it; or, where no issue is known, its first words."""

    issue: str
    party: str = ""


@dataclass
class Precondition:
    """What must hold (`requirement`) before what (`consequence`), set by whom, told where, and how likely it is not
    misread.

    `state` says what later reports tell of the requirement; `ground` is what tells it, None where unknown.
    """

    imposed_by: str | None
    requirement: Matter
    consequence: Matter
    needed: str
    then: str
    citations: list[Citation] = field(default_factory=list)
    since: date = date.min
    state: State = "unknown"
    ground: Citation | None = None
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """Matters of which each waits for the next and the last for the first, with the conditions that say so."""

    matters: tuple[Matter, ...]
    conditions: tuple[Precondition, ...]


def terms(contexts: Iterable[Context]) -> list[Told[Term]]:
    """The conditions of these reports as each tells them."""
    return [context.told(what) for context in contexts for what in required(context.reading, context)]


def preconditions(told: Iterable[Told[Term]]) -> list[Precondition]:
    """All conditions, those with the same party, requirement and consequence as one, the newest first."""
    found: dict[tuple[str | None, Matter, Matter], Precondition] = {}
    for one in told:
        what = one.what
        requirement = _matter(what.needed, what.needed_about, what.needed_party)
        consequence = _matter(what.follows, what.follows_about, what.follows_party)
        key = (what.imposed_by, requirement, consequence)
        kept = found.setdefault(key, Precondition(*key, what.needed, what.follows, since=one.day))
        kept.chance = any_right((kept.chance, what.confidence))
        place = what.paragraph, what.start, what.words
        kept.citations.append(Citation(as_cited(one.published), one.report, *place))
    return sorted(found.values(), key=lambda c: (c.since, c.citations[0]), reverse=True)


def _matter(words: str, about: str | None, party: str | None) -> Matter:
    """What some words are about, else what a position with its evidence in them is about; else the words."""
    issue = next(iter(issues_of(words)), None) or (about or "").partition("+")[0]
    if not issue:
        return Matter(" ".join(words.split()[:8]).casefold())
    return Matter(issue, "" if issue in SHARED_MATTERS else party or "")


def judge(conditions: Sequence[Precondition], happenings: Sequence[Happening], lines: Sequence[Line]) -> None:
    """Say of each requirement whether later reports tell that it holds, that it does not, or nothing."""
    deeds: dict[tuple[str, str], list[Happening]] = {}
    for happening in sorted(filter(_is_deed, happenings), key=lambda h: h.reported, reverse=True):
        for party in parties_in(happening.actors):
            for act in happening.acts:
                deeds.setdefault((party, act), []).append(happening)
    stands: dict[tuple[str, str], Line] = {(line.party, line.issue): line for line in lines}
    for condition in conditions:
        _judge(condition, deeds, stands)


def _judge(
    condition: Precondition,
    deeds: Mapping[tuple[str, str], Sequence[Happening]],
    stands: Mapping[tuple[str, str], Line],
) -> None:
    """The newest telling decides: an event that is the requirement, else a refusal by who must do it."""
    told: list[tuple[date, Citation, State]] = []
    party = condition.requirement.party
    for act in acts(condition.needed) if party else ():
        told += _newest(condition, deeds.get((party, act), ()))
    line = stands.get((party, condition.requirement.issue))
    for stand in line.stands if line else ():
        if stand.stance == "rejects" and stand.own and stand.day >= condition.since:
            told.append((stand.day, stand.citation, "unmet"))
    if told:
        _, condition.ground, condition.state = max(told, key=lambda t: t[:2])


def _newest(condition: Precondition, deeds: Sequence[Happening]) -> Iterator[tuple[date, Citation, State]]:
    """Of these deeds, the newest first, those of the last day on which some are the requirement."""
    last = condition.since
    for deed in deeds:
        if deed.reported < last:
            return
        if _is_requirement(deed, condition):
            last = deed.reported
            yield last, deed.first.cite(), "met" if deed.reality == "actual" else "unmet"


def _is_deed(happening: Happening) -> bool:
    return happening.reality in ("actual", "negated") and happening.type not in SAID


def _is_requirement(deed: Happening, condition: Precondition) -> bool:
    """Whether an act that is required, done by who must do it, is about what is required.

    It has to be told in words of its own: the event that stands in the condition itself proves nothing.
    """
    about = {root(word) for word in words_of(condition.needed)}
    if about.isdisjoint(deed.first.about):
        return False
    spots = {(c.report, c.paragraph) for c in condition.citations}
    return any((t.context.id, t.context.paragraph(t.start)) not in spots for t in deed.tellings)


def circles(conditions: Sequence[Precondition]) -> list[Circle]:
    """Circles of waiting: every condition that is part of one is in some circle given."""
    edges: dict[tuple[Matter, Matter], list[Precondition]] = {}
    for condition in conditions:
        if condition.consequence != condition.requirement and condition.state != "met":
            edges.setdefault((condition.consequence, condition.requirement), []).append(condition)
    found = []
    while cycle := _cycle(edges):
        steps = list(itertools.pairwise(cycle))
        found.append(Circle(tuple(cycle[:-1]), tuple(edges[step][0] for step in steps)))
        del edges[steps[0]]
    return found


def _cycle(edges: Iterable[tuple[Matter, Matter]]) -> list[Matter] | None:
    """Some circle, each matter followed by what it waits for, the first one again at the end."""
    graph: dict[Matter, set[Matter]] = {}
    for waiting, awaited in edges:
        graph.setdefault(waiting, set()).add(awaited)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[Matter] = error.args[1]
        return cycle[::-1]  # graphlib lists what is awaited first
    return None
