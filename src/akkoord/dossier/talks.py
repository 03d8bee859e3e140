"""Talks across reports: one meeting, call or round of talks, from proposed to held or failed.

Takes the talks of many reports; gives `Round`s, each with the history of its status. Two meetings of the same
parties in the same city on different days are two rounds. It knows nothing of what was said there.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, reduce

from akkoord.codebook import Channel, TalkStatus, parties_in
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.happenings import both, same_place, when_of
from akkoord.dossier.nearby import Nearby, day_keys, is_wide, stretch_key, stretch_keys
from akkoord.dossier.reason import Reason
from akkoord.reading import Talk
from akkoord.when import When

MEMORY = timedelta(days=31)  # between reports that may mean the same undated talks
COMPARED = 8  # tellings of a round whose dates of publication are compared
OPEN: frozenset[TalkStatus] = frozenset({"proposed", "planned", "refused", "attempted"})


class TalkTelling:
    """One talk as one report tells it."""

    def __init__(self, talk: Talk, context: Context) -> None:
        self.talk = talk
        self.context = context
        self.parties = parties_in(talk.parties)
        self.when = when_of(talk.date)

    def cite(self) -> Citation:
        return self.context.cite(self.talk.evidence, self.context.speaker(self.talk.evidence[0]))


@dataclass(eq=False)
class Round:
    """One round of talks with all its tellings, the most exact first, and why each after it is of it."""

    tellings: list[TalkTelling]
    reasons: list[Reason] = field(default_factory=list)
    either: list["Round"] = field(default_factory=list)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        return tuple(sorted(self.tellings[0].parties))  # in all tellings the same

    @cached_property
    def place(self) -> str | None:
        return next((t.talk.place for t in self.tellings if t.talk.place), None)

    @cached_property
    def channel(self) -> Channel | None:
        return next((t.talk.channel for t in self.tellings if t.talk.channel), None)

    @property
    def host(self) -> str | None:
        return next((str(t.talk.host) for t in self.tellings if t.talk.host), None)

    @property
    def mediator(self) -> str | None:
        return next((str(t.talk.mediator) for t in self.tellings if t.talk.mediator), None)

    @cached_property
    def when(self) -> When | None:
        """The days that all dated tellings allow."""
        return reduce(both, (telling.when for telling in self.tellings))

    @cached_property
    def history(self) -> list[tuple[date, TalkStatus, Citation]]:
        """Its status as reports gave it, by the day of publication; each status once until another is given. What was
        held on a day is not proposed for it again: a report that seems to says what was proposed there.
        """
        told: list[tuple[date, TalkStatus, Citation]] = []
        for telling in sorted(self.tellings, key=lambda t: (t.context.day, t.cite())):
            held = self.when is not None and any(status == "held" for _, status, _ in told)
            if not (held and telling.talk.status in OPEN):
                told.append((telling.context.day, telling.talk.status, telling.cite()))
        return [step for i, step in enumerate(told) if i == 0 or step[1] != told[i - 1][1]]

    @property
    def status(self) -> TalkStatus:
        return self.history[-1][1]

    @property
    def told(self) -> date:
        """The day of the last report that speaks of it."""
        return max(t.context.day for t in self.tellings)

    def join(self, telling: TalkTelling, reason: Reason) -> None:
        self.when = both(self.when, telling.when)
        self.place = self.place or telling.talk.place
        self.channel = self.channel or telling.talk.channel
        self.tellings.append(telling)
        self.reasons.append(reason)

    def cite(self) -> list[Citation]:
        return list(dict.fromkeys(telling.cite() for telling in self.tellings))


def rounds(
    contexts: Iterable[Context], wanted: Callable[[frozenset[str]], bool] = lambda _: True
) -> list[Round]:
    """All talks of these reports, merged, the last first: by day where it is known, else by publication.

    `wanted` says of the parties of talks whether they count; talks of other parties are never one with them.
    """
    tellings = [
        TalkTelling(talk, context)
        for context in contexts
        for talk in context.reading.talks
        if wanted(parties_in(talk.parties))
    ]
    found: list[Round] = []
    index: Nearby[Round] = Nearby()
    for telling in sorted(tellings, key=_from_exact_to_open):
        near = index.find(_looked_up(telling))
        fitting = [(known, reason) for known in near if (reason := _same(known, telling))]
        if len(fitting) == 1:
            known, reason = fitting[0]
            known.join(telling, reason)
        else:
            known = Round([telling], either=[known for known, _ in fitting])
            found.append(known)
        index.add(known, _kept_under(known, telling))
    return sorted(found, key=_last_day, reverse=True)


def _kept_under(known: Round, telling: TalkTelling) -> Iterator[Hashable]:
    """Keys of a round after one more telling: its days, and what it is with the stretches in which it was told. The
    first of its tellings has the narrowest time.
    """
    parties, first = telling.parties, known.tellings[0]
    stretches = {stretch_key(t.context.last_day) for t in known.tellings[:COMPARED]}
    for stretch in stretches:
        if known.place:
            yield parties, "placed", stretch
        if _is_bare(first):
            yield parties, "open", stretch
        if first.when is not None:
            yield parties, "wide" if is_wide(first.when) else "narrow", stretch
    if telling.when is not None:
        for key in day_keys(telling.when):
            yield parties, key


def _looked_up(telling: TalkTelling) -> Iterator[Hashable]:
    """Keys of what it may be of: the same days, or reports of about the same time that tell of such talks."""
    parties = telling.parties
    for stretch in stretch_keys(telling.context.last_day, MEMORY, MEMORY):
        if telling.talk.place:
            yield parties, "placed", stretch
        if _is_bare(telling):
            yield parties, "open", stretch
        if telling.when is not None:
            yield parties, "wide", stretch
            if is_wide(telling.when):
                yield parties, "narrow", stretch
    if telling.when is not None:
        for key in day_keys(telling.when):
            yield parties, key


def _is_bare(telling: TalkTelling) -> bool:
    """Whether it is of an offer still open, without day or place."""
    return telling.talk.status in OPEN and telling.when is None and not telling.talk.place


def _from_exact_to_open(telling: TalkTelling) -> tuple[int, date, str, int]:
    days = date.max.toordinal()
    if telling.when and telling.when.earliest and telling.when.latest:
        days = (telling.when.latest - telling.when.earliest).days
    return days, telling.context.day, telling.context.id, telling.talk.evidence[0].start


def _last_day(found: Round) -> tuple[date, date, tuple[str, ...]]:
    when = found.when
    return (when.earliest if when and when.earliest else found.told), found.told, found.parties


def _same(known: Round, telling: TalkTelling) -> Reason | None:
    """Why the telling is of this round, None where a condition fails.

    Conditions, with the same parties: no different channel; no different place; then dates that can be the same;
    or, where one has none, reports within a month of each other and the same named place or, both still open,
    no place at all.
    """
    talk = telling.talk
    if talk.channel and known.channel and talk.channel != known.channel:
        return None
    if talk.place and known.place and not same_place(talk.place, known.place):
        return None
    when = known.when
    if when and telling.when:
        return Reason("can-be-that-day", (str(when),)) if when.overlaps(telling.when) else None
    near = any(
        abs(t.context.last_day - telling.context.last_day) <= MEMORY for t in known.tellings[:COMPARED]
    )
    if not near:
        return None
    if talk.place and known.place:
        return Reason("same-place", (talk.place,))
    both_open = talk.status in OPEN and known.tellings[0].talk.status in OPEN
    neither_placed = not talk.place and not known.place and not when and not telling.when
    return Reason("still-open", ()) if both_open and neither_placed else None
