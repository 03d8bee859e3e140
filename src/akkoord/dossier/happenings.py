"""Events across reports: one event with all that reports tell of it.

Holds the two shapes: a `Telling`, one event as one report tells it, and a `Happening`, one event with all its
tellings. It knows nothing of how tellings are put together.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache, reduce

from akkoord.codebook import Code, EventType, Reality, parties_in
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.reason import Reason
from akkoord.dossier.words import acts, names, root, roots, subject
from akkoord.reading import Event
from akkoord.record import any_right
from akkoord.when import When

MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "COOPERATE"})  # what all who take part do alike


class Telling:
    """One event as one report tells it: those who act and those acted on, its time, `exact` where that is one day, and
    the acts that its trigger names.
    """

    def __init__(self, event: Event, context: Context) -> None:
        self.event = event
        self.context = context
        self.actors = parties_in(event.actors)
        self.recipients = parties_in(event.recipients)
        self.participants = self.actors | self.recipients
        self.start = event.trigger.start
        self.when = when_of(event.time)
        self.exact = self.when.day if self.when else None
        self.acts = acts(event.trigger.text)

    @property
    def width(self) -> int:
        """How many days from the first to the last that it can be; a wide number where a side is open."""
        if self.when is None or self.when.earliest is None or self.when.latest is None:
            return date.max.toordinal()
        return (self.when.latest - self.when.earliest).days

    @cached_property
    def about(self) -> frozenset[str]:
        """What the words of its sentence name besides names of their own and the trigger itself."""
        return subject(self.context.sentence_text(self.start)) - self.acts - roots(self.event.trigger.text)

    def cite(self) -> Citation:
        begin, end = self.context.sentence(self.start)
        words = self.context.text[begin:end].strip()
        citation = self.context.cite([self.event.trigger], self.event.claimed_by)
        return Citation(
            citation.published, citation.report, citation.paragraph, self.start, words, citation.according_to
        )


@dataclass(eq=False)
class Happening:
    """One event with all its tellings, the most exact one first, and why each of the others is one of them.

    `reasons` has one for each telling after the first. `denials` are tellings that it did not happen; `either`
    the happenings that a telling without its own date could be as well.
    """

    tellings: list[Telling]
    reasons: list[Reason] = field(default_factory=list)
    denials: list[tuple[Telling, Reason]] = field(default_factory=list)
    either: list["Happening"] = field(default_factory=list)

    @property
    def first(self) -> Telling:
        return self.tellings[0]

    @property
    def type(self) -> EventType:
        return self.first.event.type

    @property
    def reality(self) -> Reality:
        return self.first.event.reality

    @cached_property
    def mode(self) -> str | None:
        return next((t.event.mode for t in self.tellings if t.event.mode), None)

    @property
    def place(self) -> str | None:
        return next((t.event.place for t in self.tellings if t.event.place), None)

    @property
    def actors(self) -> tuple[Code, ...]:
        """Those who act as most tellings have it; of equals, and where all act alike, the most complete list."""
        return self._told([telling.event.actors for telling in self.tellings])

    @property
    def recipients(self) -> tuple[Code, ...]:
        return self._told([_upon_others(telling.event) for telling in self.tellings])

    @property
    def others(self) -> tuple[Code, ...]:
        """Those acted on who are not among those who act: that a party acts upon itself says nothing to a reader."""
        doers = _named(self.actors)
        parts = (part for code in self.recipients for part in code.parts)
        return tuple(part for part in parts if str(part) not in doers)

    def _told(self, several: Sequence[tuple[Code, ...]]) -> tuple[Code, ...]:
        often = Counter() if self.type in MUTUAL else Counter(codes for codes in several if codes)
        return max(several, key=lambda codes: (often[codes], len(codes)))

    @property
    def chance(self) -> float:
        """The chance that some report tells it."""
        return any_right(telling.event.confidence for telling in self.tellings)

    @cached_property
    def parties(self) -> frozenset[str]:
        return frozenset().union(*(t.participants for t in self.tellings))

    @cached_property
    def day(self) -> date | None:
        return next((t.exact for t in self.tellings if t.exact), None)

    @property
    def reported(self) -> date:
        """The last day on which its first report can have been published."""
        return min(t.context.last_day for t in self.tellings)

    @property
    def own_account(self) -> bool:
        """Whether some report tells it itself, not on somebody's word only."""
        return any(t.event.claimed_by is None for t in self.tellings)

    @property
    def claimed_by(self) -> tuple[Code, ...]:
        """On whose word reports tell it, where none tells it itself."""
        if self.own_account:
            return ()
        return tuple(dict.fromkeys(t.event.claimed_by for t in self.tellings if t.event.claimed_by))

    @cached_property
    def when(self) -> When | None:
        """The days that all dated tellings allow; None where none has a date."""
        return reduce(both, (telling.when for telling in self.tellings))

    @cached_property
    def acts(self) -> frozenset[str]:
        return frozenset().union(*(t.acts for t in self.tellings))

    @cached_property
    def places(self) -> list[str]:
        return [t.event.place for t in self.tellings if t.event.place]

    def join(self, telling: Telling, reason: Reason) -> None:
        """One more telling. What all tellings give together is not worked out anew: there may be thousands."""
        self.when = both(self.when, telling.when)
        self.day = self.day or telling.exact
        self.mode = self.mode or telling.event.mode
        self.parties |= telling.participants
        self.acts |= telling.acts
        self.places += [telling.event.place] if telling.event.place else []
        self.tellings.append(telling)
        self.reasons.append(reason)

    def cite(self) -> list[Citation]:
        """The citations of all tellings, each paragraph of a report once."""
        found: dict[tuple[str, int], Citation] = {}
        for telling in self.tellings:
            citation = telling.cite()
            found.setdefault((citation.report, citation.paragraph), citation)
        return list(found.values())


def _upon_others(event: Event) -> tuple[Code, ...]:
    """Those acted on without the parties that act, or at least without those who act, unless there are no others."""
    doers = _named(event.actors)
    others = tuple(code for code in event.recipients if code.party not in doers)
    return others or tuple(code for code in event.recipients if str(code) not in doers) or event.recipients


def _named(codes: Sequence[Code]) -> set[str]:
    """Each of some codes, with sector and without."""
    return {text for code in codes for part in code.parts for text in (str(part), part.party)}


@lru_cache(maxsize=1 << 14)
def when_of(text: str | None) -> When | None:
    """The time that a finding gives; None where it gives none, or one of which nothing is known."""
    when = When.parse(text) if text else None
    return None if when is None or when.is_unknown else when


def both(one: When | None, other: When | None) -> When | None:
    """The days that two tellings of one thing allow; those of the first where they have none in common."""
    if one is None or other is None:
        return one if other is None else other
    return one.intersect(other) or one


def same_place(one: str, other: str) -> bool:
    """Whether two places can be one: the same name, or one named inside the other ("het oosten van ...")."""
    mine, its = _place_names(one), _place_names(other)
    return mine <= its or its <= mine


@lru_cache(maxsize=1 << 12)
def _place_names(place: str) -> frozenset[str]:
    return names(place) or frozenset(map(root, place.split()))


def deal_together(parties: Collection[str], wanted: Sequence[str]) -> bool:
    """Whether two of the wanted parties are among these, or one that is there alone or was wanted alone."""
    shared = set(parties) & set(wanted)
    return len(shared) > 1 or (bool(shared) and (len(parties) == 1 or len(wanted) == 1))
