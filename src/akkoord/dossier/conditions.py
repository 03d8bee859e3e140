"""Conditions across reports: what must hold before what, whether it does, and what waits for what in a circle.

Takes the conditions of many reports with the events and positions that tell what became of them; gives
`Precondition`s, one for all reports that tell it, and the circles among them. A part of a condition is told apart
by its issue and by who must do it; where neither is known it stands for itself. It knows nothing of dates.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from akkoord.codebook import Issue, Span
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.happenings import Happening
from akkoord.dossier.positions import Line
from akkoord.dossier.words import acts, root, words_of
from akkoord.reading.issues import issues_of

State = Literal["met", "unmet", "unknown"]

SHARED_MATTERS: frozenset[Issue] = frozenset(
    {"talks", "ceasefire", "elections", "borders", "mediation", "venue"}
)
"""Issues on which nothing is done by one side alone: who is named beside them does not tell them apart."""


@dataclass(frozen=True, slots=True, order=True)
class Matter:
    """What has to happen: its issue and who must do it; or, where no issue is known, its first words."""

    issue: str
    party: str = ""


@dataclass
class Precondition:
    """What must hold (`requirement`) before what (`consequence`), set by whom, told where.

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


@dataclass(frozen=True, slots=True)
class Circle:
    """Matters of which each waits for the next and the last for the first, with the conditions that say so."""

    matters: tuple[Matter, ...]
    conditions: tuple[Precondition, ...]


def preconditions(contexts: Iterable[Context]) -> list[Precondition]:
    """All conditions, those with the same party, requirement and consequence as one, the newest first."""
    found: dict[tuple[str | None, Matter, Matter], Precondition] = {}
    for context in contexts:
        for condition in context.reading.conditions:
            imposed_by = str(condition.imposed_by.whole) if condition.imposed_by else None
            requirement = _matter(context, condition.requirement)
            consequence = _matter(context, condition.consequence)
            key = (imposed_by, requirement, consequence)
            fresh = Precondition(
                *key, condition.requirement.text, condition.consequence.text, since=context.day
            )
            kept = found.setdefault(key, fresh)
            kept.citations.append(context.cite([condition.requirement, condition.consequence]))
    return sorted(found.values(), key=lambda c: (c.since, c.citations[0]), reverse=True)


def _matter(context: Context, span: Span) -> Matter:
    issues = _issues(context, span)
    if not issues:
        return Matter(" ".join(span.text.split()[:8]).casefold())
    party = "" if issues[0] in SHARED_MATTERS else _party(context, span)
    return Matter(issues[0], party)


def _issues(context: Context, span: Span) -> tuple[Issue, ...]:
    """What the words are about, else what a position with its evidence in them is about."""
    named = issues_of(span.text)
    if named:
        return named
    return tuple(
        position.issue
        for position in context.reading.positions
        if any(span.overlap(evidence) > len(evidence) // 2 for evidence in position.evidence)
    )


def _party(context: Context, span: Span) -> str:
    """The first actor named in the words; a place named as an actor's ("de Krim") is none."""
    inside = [a for a in context.reading.actors if a.code and span.covers(a)]
    first = min(inside, key=lambda a: a.start, default=None)
    return str(first.code.whole) if first and first.code else ""


def judge(conditions: Sequence[Precondition], happenings: Sequence[Happening], lines: Sequence[Line]) -> None:
    """Say of each requirement whether later reports tell that it holds, that it does not, or nothing."""
    events: dict[str, list[Happening]] = {}
    for happening in happenings:
        for act in happening.acts:
            events.setdefault(act, []).append(happening)
    stands = {(line.party, line.issue): line for line in lines}
    for condition in conditions:
        _judge(condition, events, stands)


def _judge(
    condition: Precondition, events: dict[str, list[Happening]], stands: dict[tuple[str, Issue], Line]
) -> None:
    """The newest telling decides: an event that is the requirement, else a refusal by who must do it."""
    told: list[tuple[date, State, Citation]] = []
    for act in acts(condition.needed):
        for happening in events.get(act, ()):
            if _is_requirement(happening, condition):
                state: State = "met" if happening.reality == "actual" else "unmet"
                told.append((happening.reported, state, happening.first.cite()))
    line = stands.get((condition.requirement.party, condition.requirement.issue))  # type: ignore[arg-type]
    for stand in line.stands if line else ():
        if stand.stance == "rejects" and stand.own and stand.day >= condition.since:
            told.append((stand.day, "unmet", stand.citation))
    if told:
        _, condition.state, condition.ground = max(told, key=lambda t: (t[0], t[2]))


def _is_requirement(happening: Happening, condition: Precondition) -> bool:
    """Whether an event told on or after the condition's day is the act required, done by who must do it.

    It has to be told in words of its own: the event that stands in the condition itself proves nothing.
    """
    if happening.reality not in ("actual", "negated") or happening.reported < condition.since:
        return False
    spots = {(c.report, c.paragraph) for c in condition.citations}
    if all((t.context.id, t.context.paragraph(t.start)) in spots for t in happening.tellings):
        return False
    party = condition.requirement.party
    if not party or happening.type in ("REQUEST", "AGREE", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"):
        return False
    doers = {part.party for code in happening.actors for part in code.parts}
    about = {root(word) for word in words_of(condition.needed)}
    return party in doers and len(about & happening.first.about) >= 1


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
