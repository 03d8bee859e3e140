"""Dates narrowed: what a report leaves open about a day, fixed by what others say of the same event.

Takes happenings and the reports that tell them; gives for each the days that it can be, with every step that led
there, and what cannot be true together. Three things narrow a date: another telling of the same event; the order
that a report gives; and the day of publication, which is not before what it tells as done, and within a week
after a weekday ("maandag") that it names without a date. It adds nothing that no report says.
"""

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from akkoord.dossier.context import Citation, Context
from akkoord.dossier.happenings import Happening, Telling
from akkoord.dossier.order import links
from akkoord.when import When

WEEK = 7

Thing = Happening | str
"""What has a day: a happening, or the publication of the report with this id."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of narrowing: the days before it, the days after it, the rule, and the words that it rests on.

    Rules: `told` (another telling's date), `order` (a report's words, such as "kort voordat"), `weekday` and
    `published` (the day of publication). `beside` is the other event of an order.
    """

    before: When
    after: When
    rule: str
    citation: Citation
    beside: Happening | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Days that a stated order does not allow together: what stood, and what the citation says against it."""

    happening: Happening
    stands: When
    against: When
    citation: Citation
    beside: Happening | None = None


@dataclass(frozen=True, slots=True)
class _Bound:
    """`later` is `least` to `most` days after `earlier`."""

    earlier: Thing
    later: Thing
    least: int
    most: int | None
    rule: str
    citation: Citation


@dataclass
class Narrowing:
    """The days of happenings and of publications, and how they were found."""

    days: dict[Thing, When] = field(default_factory=dict)
    steps: dict[Thing, list[Step]] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)

    def when(self, thing: Thing) -> When:
        """The days that it can be; `XXXX` where nothing is said of them."""
        return self.days.get(thing, When.unknown())

    def reasoning(self, thing: Thing) -> list[Step]:
        """The steps in order; none where its first telling said all."""
        return self.steps.get(thing, [])


def narrow(happenings: Sequence[Happening], contexts: Sequence[Context]) -> Narrowing:
    """Every happening's days, narrowed until nothing narrows further."""
    stamped: dict[Thing, When] = {context.id: context.published for context in contexts}
    narrowing = Narrowing(dict(stamped))
    of_telling: dict[int, Happening] = {}
    for happening in happenings:
        _tell(narrowing, happening)
        of_telling |= {id(telling): happening for telling in happening.tellings}
    by_order = _order_bounds(contexts, happenings, of_telling)
    # that a weekday is the nearest one is the weakest bound and comes last
    by_report = sorted(_report_bounds(happenings), key=lambda bound: bound.most is not None)
    _propagate(narrowing, [*by_order, *by_report], stamped)
    return narrowing


def _tell(narrowing: Narrowing, happening: Happening) -> None:
    """The days that all tellings allow; each that adds something is a step."""
    when: When | None = None
    for telling in happening.tellings:
        if telling.when is None:
            continue
        both = when.intersect(telling.when) if when else telling.when
        assert both is not None, "a telling joins only where some day can be all that the others say"
        if when is not None:
            if fewer_days(both, when):
                narrowing.steps.setdefault(happening, []).append(Step(when, both, "told", telling.cite()))
            elif fewer_days(both, telling.when):
                first = happening.first.cite()
                narrowing.steps.setdefault(happening, []).append(Step(telling.when, both, "told", first))
        when = both
    narrowing.days[happening] = when or When.unknown()


def _order_bounds(
    contexts: Iterable[Context], happenings: Iterable[Happening], of_telling: dict[int, Happening]
) -> Iterator[_Bound]:
    by_report: dict[str, list[Telling]] = {}
    for happening in happenings:
        for telling in happening.tellings:
            by_report.setdefault(telling.context.id, []).append(telling)
    for context in contexts:
        for link in links(context, by_report.get(context.id, [])):
            earlier, later = of_telling[id(link.earlier)], of_telling[id(link.later)]
            if earlier is not later:
                begin, end = context.sentence(link.start)
                words = context.text[begin:end].strip()
                citation = Citation(
                    str(context.published), context.id, context.paragraph(link.start), link.start, words
                )
                yield _Bound(earlier, later, link.least, link.most, "order", citation)


def _report_bounds(happenings: Iterable[Happening]) -> Iterator[_Bound]:
    """A report tells as done, or as not done, only what is past: of use where its date or the event's is open."""
    for happening in happenings:
        for telling in happening.tellings:
            if telling.when is None or telling.event.reality == "future":
                continue
            if telling.context.published.is_unknown or (telling.exact and telling.context.published.day):
                continue
            nearest = _is_weekday(telling.when)
            rule, most = ("weekday", WEEK - 1) if nearest else ("published", None)
            yield _Bound(happening, telling.context.id, 0, most, rule, telling.cite())


def _is_weekday(when: When) -> bool:
    """Whether it is a set of one weekday's days, which is what a bare "maandag" gives in a month's report."""
    days = [stretch.first for stretch in when.stretches if stretch.first and stretch.first == stretch.last]
    gaps = {(later - earlier).days for earlier, later in itertools.pairwise(days)}
    return when.is_set and len(days) == len(when.stretches) and gaps == {WEEK}


def _propagate(narrowing: Narrowing, bounds: Sequence[_Bound], stamped: Mapping[Thing, When]) -> None:
    """Apply bounds until no day narrows further; it ends because days only ever get fewer.

    What does not fit is a clash, except where only the day of publication that was found so far does not allow it, as
    its stamp would: then two tellings were wrongly taken for one, or a weekday was not the nearest.
    """
    touching: dict[Thing, list[_Bound]] = {}
    for bound in bounds:
        touching.setdefault(bound.earlier, []).append(bound)
        touching.setdefault(bound.later, []).append(bound)
    waiting = deque(bounds)
    clashed: set[int] = set()
    while waiting:
        bound = waiting.popleft()
        if id(bound) in clashed:
            continue
        for thing, allowed, beside in _allowed(narrowing, bound):
            before = narrowing.when(thing)
            after = before.intersect(allowed)
            if after is None:
                clashed.add(id(bound))
                if bound.rule == "order" or not _fits_stamp(narrowing, bound, stamped):
                    _clash(narrowing, bound, thing, allowed, beside)
                break
            if fewer_days(after, before):
                _step(narrowing, thing, Step(before, after, bound.rule, bound.citation, beside))
                waiting.extend(other for other in touching[thing] if other is not bound)


def _fits_stamp(narrowing: Narrowing, bound: _Bound, stamped: Mapping[Thing, When]) -> bool:
    """Whether a report may have been published, by its stamp, when what it tells had happened."""
    first = narrowing.when(bound.earlier).earliest
    stamp = stamped.get(bound.later)
    return first is None or stamp is None or stamp.latest is None or first <= stamp.latest


def _allowed(narrowing: Narrowing, bound: _Bound) -> Iterator[tuple[Thing, When, Happening | None]]:
    """What each side of a bound leaves to the other, the later side first."""
    earlier, later = narrowing.when(bound.earlier), narrowing.when(bound.later)
    first = _moved(earlier.earliest, bound.least)
    last = _moved(earlier.latest, bound.most) if bound.most is not None else None
    if first or last:
        yield bound.later, When.between(first, last), _event(bound.earlier)
    later = narrowing.when(bound.later)
    first = _moved(later.earliest, -bound.most) if bound.most is not None else None
    last = _moved(later.latest, -bound.least)
    if first or last:
        yield bound.earlier, When.between(first, last), _event(bound.later)


def _moved(day: date | None, days: int) -> date | None:
    """The day so many days on; an open side where that leaves the calendar."""
    try:
        return day + timedelta(days) if day else None
    except OverflowError:
        return None


def _event(thing: Thing) -> Happening | None:
    return thing if isinstance(thing, Happening) else None


def fewer_days(one: When, other: When) -> bool:
    """Whether one of two times, of which it is part, leaves fewer days, however they are written."""
    sides = (one.earliest, one.latest, other.earliest, other.latest)
    if None in sides:
        return sides[:2] != sides[2:]
    return set(one.days()) < set(other.days())


def _step(narrowing: Narrowing, thing: Thing, step: Step) -> None:
    narrowing.days[thing] = step.after
    narrowing.steps.setdefault(thing, []).append(step)


def _clash(
    narrowing: Narrowing, bound: _Bound, thing: Thing, allowed: When, beside: Happening | None
) -> None:
    happening = _event(thing) or beside
    if happening is None:
        return
    against = allowed if happening is thing else narrowing.when(thing)
    narrowing.clashes.append(Clash(happening, narrowing.when(happening), against, bound.citation, beside))
