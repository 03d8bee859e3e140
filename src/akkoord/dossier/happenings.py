"""Events across reports: what several reports tell of one event, put together.

Takes the events of many readings; gives `Happening`s, each with all its tellings and the reason for each that
joined. Two tellings are of one event where every condition of `same` holds; how alike they are is never added up.
An event that could be either of two is told apart, with the note that it could be. It knows nothing of how dates
are narrowed further or of what contradicts what.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from akkoord.codebook import Code, EventType, Reality
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.reason import Reason
from akkoord.dossier.words import acts, names, root, roots, subject
from akkoord.reading import Event
from akkoord.when import When

MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "COOPERATE"})
SPOKEN: frozenset[EventType] = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "AID"}
)
"""Types of which a party does several to the same other on one day: the words about them must agree too."""
VARIED = SPOKEN | frozenset[EventType]({"SUPPORT", "ASSAULT", "SANCTION", "COERCE"})
"""Types that hold acts too different to be one on the strength of day and sides: the act must be the same."""
MEMORY = timedelta(
    days=31
)  # how long before its publication a report may mean an event without giving its date
FRESH = timedelta(days=3)  # reports published so near each other may tell of the same undated event
ENOUGH = 2  # roots that two undated tellings must share besides their act
COARSEST = 62  # days: a time wider than this ("2014") says too little of when to make two events one


@lru_cache(maxsize=1 << 14)
def parties_in(codes: tuple[Code, ...]) -> frozenset[str]:
    """The parties of some codes, without sectors; unnamed groups (`INT`) left out."""
    found = {part.party for code in codes for part in code.parts}
    return frozenset(found - {"INT"})


class Telling:
    """One event as one report tells it."""

    __slots__ = ("actors", "acts", "context", "event", "participants", "recipients", "when")

    def __init__(self, event: Event, context: Context) -> None:
        self.event = event
        self.context = context
        self.actors = parties_in(event.actors)
        self.recipients = parties_in(event.recipients)
        self.participants = self.actors | self.recipients
        self.acts = acts(event.trigger.text)
        when = When.parse(event.time) if event.time else When.unknown()
        self.when = None if when.is_unknown else when

    @property
    def start(self) -> int:
        return self.event.trigger.start

    @property
    def exact(self) -> date | None:
        """The day, where the report gives one."""
        return self.when.day if self.when else None

    @property
    def width(self) -> int:
        """How many days from the first to the last that it can be; a wide number where a side is open."""
        if self.when is None or self.when.earliest is None or self.when.latest is None:
            return date.max.toordinal()
        return (self.when.latest - self.when.earliest).days

    @property
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

    @property
    def mode(self) -> str | None:
        return next((t.event.mode for t in self.tellings if t.event.mode), None)

    @property
    def place(self) -> str | None:
        return next((t.event.place for t in self.tellings if t.event.place), None)

    @property
    def actors(self) -> tuple[Code, ...]:
        """Of all tellings, the most complete list of those who act."""
        return max((t.event.actors for t in self.tellings), key=len)

    @property
    def recipients(self) -> tuple[Code, ...]:
        return max((t.event.recipients for t in self.tellings), key=len)

    @property
    def parties(self) -> frozenset[str]:
        return frozenset().union(*(t.participants for t in self.tellings))

    @property
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
        when: When | None = None
        for telling in self.tellings:
            if telling.when is not None:
                when = telling.when if when is None else when.intersect(telling.when) or when
        return when

    @cached_property
    def acts(self) -> frozenset[str]:
        return frozenset().union(*(t.acts for t in self.tellings))

    @cached_property
    def places(self) -> list[str]:
        return [t.event.place for t in self.tellings if t.event.place]

    def join(self, telling: Telling, reason: Reason) -> None:
        self.tellings.append(telling)
        self.reasons.append(reason)
        for kept in ("when", "acts", "places"):
            self.__dict__.pop(kept, None)

    def cite(self) -> list[Citation]:
        """The citations of all tellings, each paragraph of a report once."""
        found: dict[tuple[str, int], Citation] = {}
        for telling in self.tellings:
            citation = telling.cite()
            found.setdefault((citation.report, citation.paragraph), citation)
        return list(found.values())


def happenings(contexts: Iterable[Context]) -> list[Happening]:
    """All events of these reports that happened, are planned or are said not to have happened, merged.

    Hypothetical events (demanded, wished, possible) are no happenings and stay in their readings. Time grows
    with the number of events times those of the same parties and type within the same days.
    """
    tellings = [
        Telling(event, context)
        for context in contexts
        for event in context.reading.events
        if event.reality != "hypothetical" and (event.actors or event.recipients)
    ]
    merger = _Merger()
    for telling in sorted(tellings, key=_from_exact_to_open):
        merger.add(telling)
    merger.deny()
    return merger.happenings


def _from_exact_to_open(telling: Telling) -> tuple[int, date, str, int]:
    return telling.width, telling.context.last_day, telling.context.id, telling.start


Key = tuple[EventType, str, date | str]
Index = dict[Key, list[Happening]]


class _Merger:
    """Happenings so far, indexed by type and party: by day where they have one, else by publication."""

    def __init__(self) -> None:
        self.happenings: list[Happening] = []
        self._by_day: Index = {}
        self._by_report: Index = {}
        self._coarse: Index = {}

    def add(self, telling: Telling) -> None:
        candidates = self._candidates(telling)
        found = [(h, reason) for h in candidates if (reason := same(h, telling))]
        if len(found) == 1 or (found and telling.exact):
            happening, reason = found[0]
            happening.join(telling, reason)
            self._index(happening, telling)
            return
        happening = Happening([telling], either=[h for h, _ in found])
        self.happenings.append(happening)
        self._index(happening, telling)

    def deny(self) -> None:
        """Denials beside what they deny: they stay happenings of their own as well ("did not happen")."""
        for happening in self.happenings:
            if happening.reality != "negated":
                continue
            for telling in happening.tellings:
                denied = [h for h in self._around(telling) if h.reality == "actual"]
                for other in denied:
                    if reason := contrary(other, telling):
                        other.denials.append((telling, reason))

    def _candidates(self, telling: Telling) -> Iterator[Happening]:
        return (h for h in self._around(telling) if h.reality == telling.event.reality)

    def _around(self, telling: Telling) -> Iterator[Happening]:
        """Happenings of its type and parties, each once: of the days that it can be, or of those just before."""
        seen: dict[Happening, None] = {}
        for index, when in self._places(telling):
            for party in telling.participants:
                for happening in index.get((telling.event.type, party, when), ()):
                    seen.setdefault(happening)
        return iter(seen)

    def _places(self, telling: Telling) -> Iterator[tuple[Index, date | str]]:
        """Where happenings that it may be of are listed."""
        if telling.when is not None:
            yield from self._own_places(telling)
        elif telling.context.last_day != date.max:
            for back in range(MEMORY.days + 1):
                yield self._by_day, telling.context.last_day - timedelta(days=back)
            for back in range(-FRESH.days, FRESH.days + 1):
                yield self._by_report, telling.context.last_day - timedelta(days=back)

    def _own_places(self, telling: Telling) -> Iterator[tuple[Index, date | str]]:
        """Where its own happening is listed."""
        if telling.when is None:
            yield self._by_report, telling.context.last_day
        elif telling.width > COARSEST:
            yield self._coarse, str(telling.when)
        else:
            for day in telling.when.days():
                yield self._by_day, day

    def _index(self, happening: Happening, telling: Telling) -> None:
        for index, when in self._own_places(telling):
            for party in telling.participants:
                listed = index.setdefault((telling.event.type, party, when), [])
                if happening not in listed:
                    listed.append(happening)


def same(happening: Happening, telling: Telling) -> Reason | None:
    """Why the telling is of this happening, None where one of the conditions fails.

    Conditions: the same type; no different mode; the same sides, or one names only some of them; no different
    places; dates that can be the same day; and, where the type or an open date asks for it, the same act.
    """
    if not _sides_fit(happening, telling):
        return None
    mode, place = telling.event.mode, telling.event.place
    if mode and happening.mode and mode != happening.mode:
        return None
    if place and any(not same_place(place, other) for other in happening.places):
        return None
    if happening.when and telling.when and not happening.when.overlaps(telling.when):
        return None
    return _same_time(happening, telling)


def _same_time(happening: Happening, telling: Telling) -> Reason | None:
    """The rule for the dates that both have, none where the type asks for more than they share."""
    act = _shared_act(happening, telling)
    about = _shared_subject(happening, telling) if happening.type in SPOKEN else ()
    if (happening.type in VARIED and not act) or (happening.type in SPOKEN and not about):
        return None
    if telling.exact and happening.day:
        return Reason("same-day", (*act, *about))
    if not act:
        return None
    if telling.when is not None and happening.when is not None:
        return Reason("can-be-that-day", (*act, *about))
    if telling.context is happening.first.context:
        return Reason("told-again", (*act, *about))
    if telling.when is None and happening.day and happening.day <= telling.context.last_day:
        return Reason("only-one-lately", (*act, *about))
    return _alike(happening, telling)


def _alike(happening: Happening, telling: Telling) -> Reason | None:
    """For two of which one has no date: published at one time, and much the same words about it."""
    near = any(abs(t.context.last_day - telling.context.last_day) <= FRESH for t in happening.tellings)
    shared = _shared_subject(happening, telling) if near else ()
    return Reason("same-words", shared) if len(shared) >= ENOUGH else None


def _shared_subject(happening: Happening, telling: Telling) -> tuple[str, ...]:
    """What the sentences of both are about; what one's trigger names may stand anywhere in the other's."""
    mine = telling.about
    shared = [(mine & t.about) | (telling.acts & t.about) | (t.acts & mine) for t in happening.tellings]
    return max((tuple(sorted(words)) for words in shared), key=len)


def contrary(happening: Happening, telling: Telling) -> Reason | None:
    """Why the telling, that something did not happen, is of this happening; None where it is not.

    Conditions: the same sides; triggers that name the same act; no different places; and either dates that can be
    the same, or, where the denial has none, that somebody else makes it in words about the same thing.
    """
    act = tuple(sorted(happening.acts & telling.acts))
    if not act or not _sides_fit(happening, telling):
        return None
    place = telling.event.place
    if place and any(not same_place(place, other) for other in happening.places):
        return None
    if telling.when is not None:
        fits = happening.when is not None and happening.when.overlaps(telling.when)
        return Reason("denied-that-day", act) if fits else None
    claimed = telling.event.claimed_by
    about = _shared_subject(happening, telling)
    return (
        Reason("denied", (*act, *about))
        if claimed and about and claimed not in happening.claimed_by
        else None
    )


def _shared_act(happening: Happening, telling: Telling) -> tuple[str, ...]:
    """The act that both triggers name, or that one names and the other's sentence does ("kondigde ... af")."""
    named = happening.acts & telling.acts
    if not named:
        named = frozenset().union(
            *((telling.acts & t.about) | (t.acts & telling.about) for t in happening.tellings)
        )
    return tuple(sorted(named))


def _sides_fit(happening: Happening, telling: Telling) -> bool:
    """The same sides, or one telling names only some of them; a party alone is not yet a pair that meets."""
    first = happening.first
    if happening.type in MUTUAL:
        fewer = min(len(happening.parties), len(telling.participants))
        return happening.parties == telling.participants or (
            fewer > 1 and _nested(happening.parties, telling.participants)
        )
    if not (first.actors and telling.actors and first.recipients and telling.recipients):
        return first.actors == telling.actors and first.recipients == telling.recipients
    return _nested(first.actors, telling.actors) and _nested(first.recipients, telling.recipients)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def same_place(one: str, other: str) -> bool:
    """Whether two places can be one: the same name, or one named inside the other ("het oosten van ...")."""
    mine, its = _place_names(one), _place_names(other)
    return mine <= its or its <= mine


@lru_cache(maxsize=1 << 12)
def _place_names(place: str) -> frozenset[str]:
    return names(place) or frozenset(map(root, place.split()))


def by_parties(found: Sequence[Happening], parties: frozenset[str]) -> list[Happening]:
    """Those between two of these parties, or of one of them alone."""
    return [
        h for h in found if h.parties & parties and (len(h.parties & parties) > 1 or h.parties <= parties)
    ]
