"""What a record says of all its reports without loading them: how many there are, and what is gleaned from them."""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from akkoord.record.gleaned import Pair, Term
from akkoord.record.heads import Extent, Period, day_of_newest, extent
from akkoord.record.opened import OpenStore
from akkoord.record.told import DEALING_KINDS, Dealing, DealingKind, Gleaned, Stands, Told


class Overview(OpenStore):
    """The part of a record that answers from short rows, in time that hardly grows with what reports hold."""

    def extent(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Extent:
        """How many reports `entries` gives, and when the first and the last of them were published; with `until` only
        those that were published by that day or have no date.
        """
        with self._ask() as connection:
            return extent(connection, Period(as_of, since, until), self._families(connection, as_of))

    def day_of_newest(
        self, count: int, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> date | None:
        """The day since when so many of these reports were published; None where there are no more than that."""
        with self._ask() as connection:
            period = Period(as_of, since, until)
            return day_of_newest(connection, period, self._families(connection, as_of), count)

    def stands(
        self,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        first: date | None = None,
    ) -> Stands:
        """The positions of the reports that `entries` gives, without loading them; `until` as for `extent`. With
        `first` only those since that day and, of each party on each issue, those of the last day before it.
        """
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.last_stands(first) if first else gleaned.all_stands()

    def turns(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Stands:
        """Of each party on each issue the positions of the last day, of the day since when they have been those, and of
        the last day on which they were others.
        """
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.turns()

    def terms(
        self,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        first: date | None = None,
    ) -> list[Told[Term]]:
        """The conditions of these reports, with `first` of those since that day, in the order of reports."""
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.terms(first)

    def pairs(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> Counter[Pair]:
        """In how many of these reports two parties talk or agree with each other, for all who do."""
        with self._gleaned(as_of, since, until) as gleaned:
            return gleaned.pairs()

    def dealings(
        self,
        before: date,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        kinds: Collection[DealingKind] = DEALING_KINDS,
    ) -> Iterator[Dealing]:
        """The talks with a day, and the agreements with a day, place or name, that those of these reports tell of which
        were published before a day, the newest first, without loading them.
        """
        with self._gleaned(as_of, since, until) as gleaned:
            yield from gleaned.dealings(before, kinds)

    @contextmanager
    def _gleaned(self, as_of: date | None, since: date | None, until: date | None) -> Iterator[Gleaned]:
        with self._ask() as connection:
            yield Gleaned(connection, Period(as_of, since, until), self._families(connection, as_of))
