"""`Dossier`: what holds across reports, each part worked out when it is first asked for."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property

from akkoord.codebook import Issue
from akkoord.dossier.actors import Known, actors
from akkoord.dossier.agreements import Accord, Outcome, accords, outcomes
from akkoord.dossier.conditions import Circle, Precondition, circles, judge, preconditions, terms
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.contradictions import Contradiction, contradictions
from akkoord.dossier.happenings import Happening, deal_together
from akkoord.dossier.narrowing import Narrowing, narrow
from akkoord.dossier.opponents import main_opponents
from akkoord.dossier.outline import Outline
from akkoord.dossier.positions import Line, lines
from akkoord.dossier.sameness import happenings
from akkoord.dossier.sayings import Quote, Saying, Wanted, quotes, sayings
from akkoord.dossier.scope import Scope
from akkoord.dossier.talks import Round, rounds
from akkoord.reading import Event
from akkoord.record import Entry, Merge
from akkoord.when import When


class Dossier:
    """What these entries say together, for the parties, issues and period of a scope.

    `entries` are those of a record or of any readings; with `as_of`, only reports that were published by that day
    count. Without parties in the scope all parties count. With an `outline` of all reports the entries are those of
    the newest ones alone, and events in which neither of the main opponents has a part are left out. `older` is how
    many reports there are before `first`, the day since when all are there; of those before it that are, what later
    ones tell of too counts. Same entries in any order, same dossier.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        decisions: Iterable[Merge] = (),
        scope: Scope | None = None,
        as_of: date | None = None,
        outline: Outline | None = None,
        older: int = 0,
        first: date | None = None,
    ) -> None:
        self.scope = scope or Scope()
        self.as_of = as_of
        self._decisions = list(decisions)
        self.older = older
        self._first = first or date.min
        self._outline = outline
        contexts = [Context(entry) for entry in entries]
        self.contexts = sorted(filter(self._counts, contexts), key=lambda context: (context.day, context.id))

    @property
    def newest(self) -> int:
        """How many reports there are of those that are all there."""
        return sum(context.day >= self._first for context in self.contexts)

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return self._outline.reports if self._outline else len(self.contexts)

    @cached_property
    def period(self) -> tuple[When, When] | None:
        """When the first and the last report of known date were published; None where there is none."""
        if self._outline:
            return self._outline.period
        known = [context.published for context in self.contexts if not context.published.is_unknown]
        return (known[0], known[-1]) if known else None

    @property
    def last_day(self) -> date | None:
        """The last day on which a report of known date was published."""
        return self.period[1].latest if self.period else None

    @cached_property
    def opponents(self) -> tuple[str, ...]:
        """The parties that the dossier is about: the scope's, else the two main opponents."""
        if self.scope.parties:
            return self.scope.parties
        told = self._outline.opponents if self._outline else ()
        return told or main_opponents(self.contexts) or ()

    @cached_property
    def actors(self) -> list[Known]:
        """All actors, with people's decisions applied; parties of the scope alone where it has any."""
        found = actors(self.contexts, self._decisions)
        return [known for known in found if not self.scope.parties or known.party in self.scope.parties]

    @cached_property
    def _all_happenings(self) -> list[Happening]:
        return happenings(self.contexts, self.opponents if self._outline else self.scope.parties)

    @cached_property
    def narrowing(self) -> Narrowing:
        """The days of all happenings and publications with the steps that led to them."""
        return narrow(self._all_happenings, self.contexts)

    @cached_property
    def happenings(self) -> list[Happening]:
        """The happenings of the scope by day; those whose day is unknown by the day of publication."""
        found = [h for h in self._all_happenings if self._is_about(h.parties)]
        return sorted(found, key=self._order)

    @cached_property
    def lines(self) -> list[Line]:
        """Positions through time, a line for each party and issue of the scope."""
        return [line for line in self._all_lines if self._has_party(line.party) and self._has(line.issue)]

    @cached_property
    def _all_lines(self) -> list[Line]:
        return self._outline.lines if self._outline else lines(self.contexts)

    @cached_property
    def preconditions(self) -> list[Precondition]:
        """Conditions of the scope's parties, each with what reports say of whether it is met."""
        found = preconditions(self._outline.terms if self._outline else terms(self.contexts))
        judge(found, self._all_happenings, self._all_lines)
        return [
            c
            for c in found
            if self._has_party(c.imposed_by or "") or c.requirement.party in self.scope.parties
        ]

    @cached_property
    def circles(self) -> list[Circle]:
        """Circles of waiting among the conditions that are not met."""
        return circles(self.preconditions)

    @cached_property
    def accords(self) -> list[Accord]:
        """Agreements of the scope's parties, the one spoken of last first."""
        return [
            accord
            for accord in accords(self.contexts)
            if self._is_about(accord.parties) and self._is_told_lately(t.context for t in accord.told())
        ]

    def outcomes(self, accord: Accord) -> dict[Issue, list[tuple[Outcome, Citation]]]:
        """Per provision of an agreement what reports tell of its being kept or broken."""
        return outcomes(accord)

    @cached_property
    def rounds(self) -> list[Round]:
        """Talks of the scope's parties, the last first; with an outline of the main opponents'."""
        wanted = self.opponents if self._outline else self.scope.parties
        found = rounds(self.contexts, lambda parties: not wanted or deal_together(parties, wanted))
        return [one for one in found if self._is_told_lately(t.context for t in one.tellings)]

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """What contradicts what, the newest first."""
        found = contradictions(self._all_happenings, self.narrowing, self.lines, self.contexts)
        return [one for one in found if not self.scope.parties or one.parties & set(self.scope.parties)]

    @cached_property
    def quotes(self) -> list[Quote]:
        """Every statement of the reports."""
        return quotes(self.contexts)

    def said(
        self, query: str, speaker: str | None = None, since: date | None = None, until: date | None = None
    ) -> list[Saying]:
        """Who said what about something, the newest first; by party (`RUS`) or words of the speaker's name."""
        contexts = [
            context
            for context in self.contexts
            if (since is None or context.day >= since) and (until is None or context.day <= until)
        ]
        found = quotes(contexts, Wanted(query))
        return sayings(quote for quote in found if speaker is None or _is_speaker(quote, speaker))

    def when(self, happening: Happening) -> When:
        """The days that a happening can be, narrowed by all reports."""
        return self.narrowing.when(happening)

    def when_held(self, found: Round) -> When | None:
        """The days that talks can be, narrowed as the events that their own words tell; None where undated."""
        when = found.when
        for telling in found.tellings:
            for happening, event in self._meetings.get(telling.context.id, ()):
                told = any(span.start <= event.trigger.start < span.end for span in telling.talk.evidence)
                if when is not None and told and event.time == telling.talk.date:
                    when = when.intersect(self.when(happening)) or when
        return when

    @cached_property
    def _meetings(self) -> dict[str, list[tuple[Happening, Event]]]:
        """By report the events that are meetings or calls, with what they are one with."""
        found: dict[str, list[tuple[Happening, Event]]] = {}
        for happening in self._all_happenings:
            for telling in happening.tellings if happening.type == "CONSULT" else ():
                found.setdefault(telling.context.id, []).append((happening, telling.event))
        return found

    def _counts(self, context: Context) -> bool:
        return self.scope.holds(context.day) and (not self.as_of or context.day <= self.as_of)

    def _has_party(self, party: str) -> bool:
        return not self.scope.parties or party.partition("/")[0] in self.scope.parties

    def _has(self, issue: Issue) -> bool:
        return not self.scope.issues or issue in self.scope.issues

    def _is_about(self, parties: Collection[str]) -> bool:
        return not self.scope.parties or deal_together(parties, self.scope.parties)

    def _is_told_lately(self, contexts: Iterable[Context]) -> bool:
        """Whether a report of those that are all there tells of it."""
        return any(context.day >= self._first for context in contexts)

    def _order(self, happening: Happening) -> tuple[date, date, str, int]:
        day = self.when(happening).earliest or happening.reported
        return day, happening.reported, happening.first.context.id, happening.first.start


def _is_speaker(quote: Quote, speaker: str) -> bool:
    if quote.code and speaker in {quote.code.party, str(quote.code)}:
        return True
    return speaker.casefold() in quote.speaker.casefold()
