"""Where words of the calendar point from a date of publication: days, months, seasons, years as `When`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from akkoord.reading.times.tense import Tense
from akkoord.when import When

AHEAD_COSTS = 2  # a month or date without year lies rather behind than ahead: distances ahead count double
AGAINST_TENSE_COSTS = 2  # and double (again) against the tense, which can be another verb's
WEEK = 7
DAYS_BEFORE_MONTH = 6  # a weekday in a report of a month can lie so many days before its first

THIRDS = {"begin": (1, 10), "half": (11, 20), "medio": (11, 20), "halverwege": (11, 20), "midden": (11, 20)}


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date of publication: a day, or a longer time of which the day is not known."""

    published: When
    named: tuple[date, ...] = ()
    """Days that a report of unknown day gives in full with their weekday ("donderdag 5 maart")."""
    told: date = date.min
    """The latest day that it has given in full and told of as past, so far."""

    @property
    def day(self) -> date | None:
        return self.published.day

    @property
    def first(self) -> date:
        """The first day that the report can be from."""
        return self.published.earliest or date.min

    @property
    def last(self) -> date:
        """The last day that the report can be from."""
        return self.published.latest or date.max

    @property
    def has_year(self) -> bool:
        return not self.published.is_unknown and self.published.precision in {"day", "month", "year"}

    @property
    def has_month(self) -> bool:
        return self.has_year and self.published.precision != "year"

    def shifted(self, days: int) -> When:
        """So many days from publication; the whole time of publication where its day is not known."""
        return When.on(self.day + timedelta(days=days)) if self.day else self.published

    def weekday(self, weekday: int, tense: Tense | None, strict: bool = False) -> When:
        """The nearest such day before publication, after it in the future; `strict`: not publication day."""
        if self.day is None:
            return self._weekdays(weekday, tense)
        ahead = (weekday - self.day.weekday()) % WEEK
        if ahead == 0 and not strict:
            return When.on(self.day)
        days = (ahead or WEEK) if tense == "future" else ahead - WEEK
        return When.on(self.day + timedelta(days=days))

    def _weekdays(self, weekday: int, tense: Tense | None) -> When:
        """All days that it can be: from six before the month's first to its last.

        A day of this name that the report gives in full is the one meant. Else, where the report has told of
        a day, it lies after that, since reports tell on; that alone does not leave a single day.
        """
        if not self.has_month:
            return self.published
        if same := [day for day in self.named if day.weekday() == weekday]:
            return When.on(same[-1])
        begin = self.first - timedelta(days=DAYS_BEFORE_MONTH)
        days = [begin + timedelta(days=i) for i in range((self.last - begin).days + 1)]
        named = [day for day in days if day.weekday() == weekday]
        later = [day for day in named if day > self.told]
        near = [day for day in named if self.told.toordinal() - day.toordinal() < WEEK]
        return When.one_of(later if len(later) > 1 or tense == "future" else near or named)

    def week(self, weeks: int) -> When:
        """Monday to Sunday of the week so many weeks from publication."""
        if self.day is None:
            return self.published
        monday = self.day - timedelta(days=self.day.weekday()) + timedelta(weeks=weeks)
        return When.between(monday, monday + timedelta(days=6))

    def weekend(self, weeks: int) -> When:
        """Saturday and Sunday: 0 for the one of this week, -1 for the last one before today."""
        if self.day is None:
            return self.published
        saturday = self.day - timedelta(days=self.day.weekday()) + timedelta(days=5, weeks=weeks)
        return When.between(saturday, saturday + timedelta(days=1))

    def month_at(self, months: int) -> When:
        """The month so many months from publication."""
        return month_of(*_moved(self.first, months)) if self.has_month else self.published

    def year_at(self, years: int) -> When:
        return year_of(self.first.year + years) if self.has_year else When.unknown()

    def month(self, month: int, tense: Tense | None) -> When:
        """The month without year that is meant."""
        year = self._year(date(2000, month, 15), tense)
        return month_of(year, month) if year else When.unknown()

    def date_in(self, month: int, day: int, tense: Tense | None) -> When:
        """The day of a month without year that is meant."""
        year = self._year(date(2000, month, min(day, 28)), tense)
        return day_of(year, month, day) if year else When.unknown()

    def date_on(self, weekday: int, month: int, day: int) -> When | None:
        """The day of a month that falls on this weekday, in the year of publication or one beside it."""
        if not self.has_year:
            return None
        for year in (self.first.year, self.first.year - 1, self.first.year + 1):
            found = day_of(year, month, day)
            if found.day and found.day.weekday() == weekday:
                return found
        return None

    def season(self, season: int, tense: Tense | None) -> When:
        """The season without year that is meant."""
        middle = date(2000, (3 * (season - 20)) % 12 + 1, 15)
        year = self._year(middle, tense)
        return When.parse(f"{year:04}-{season}") if year else When.unknown()

    def _year(self, middle: date, tense: Tense | None) -> int | None:
        """The year with the day nearest to publication, rather on the side that the tense looks to."""
        if not self.has_year:
            return None
        here = self.first + (self.last - self.first) / 2

        def cost(year: int) -> int:
            distance = (middle.replace(year=year) - here).days
            against = tense == ("past" if distance > 0 else "future")
            cost = distance * AHEAD_COSTS if distance > 0 else -distance
            return cost * AGAINST_TENSE_COSTS if against else cost

        return min((self.first.year - 1, self.first.year, self.first.year + 1), key=cost)


def day_of(year: int, month: int, day: int) -> When:
    """A full date; unknown where the calendar has no such day."""
    try:
        return When.on(date(year, month, day))
    except ValueError:
        return When.unknown()


def month_of(year: int, month: int) -> When:
    return When.parse(f"{year:04}-{month:02}")


def year_of(year: int) -> When:
    return When.parse(f"{year:04}") if 0 < year < 10000 else When.unknown()


def part_of(time: When, part: str) -> When:
    """`begin`, `half`, `medio`, `eind` of a month or year: a third of the month, a quarter of the year."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return time
    if time.precision == "year":
        months = {"begin": (1, 3), "eind": (10, 12)}.get(part, (6, 7))
        return When.parse("/".join(f"{first.year:04}-{month:02}" for month in months))
    if time.precision != "month":
        return time
    begin, end = THIRDS.get(part, (21, last.day))
    return When.between(first.replace(day=begin), first.replace(day=end))


def span_of(times: Iterable[When]) -> When:
    """From the first to the last of them, at their own precision: `2014/2016`."""
    ordered = sorted(times, key=lambda time: time.earliest or date.min)
    ends = [str(time).split("/") for time in (ordered[0], ordered[-1])]
    if any("[" in text or "X" in text for pair in ends for text in pair):
        return ordered[0]
    return When.parse(f"{ends[0][0]}/{ends[1][-1]}")


def _moved(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return year, month + 1
