"""A stretch: the days from one EDTF date up to another, either of which may be open."""

from dataclasses import dataclass
from datetime import date, timedelta

from akkoord.when.point import BadWhen, Point, Precision, add_months, end_of_month

COARSENESS: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century", "unknown")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from the first of `begin` to the last of `end`; None where that side is open.

    Raises `BadWhen` where the end is before the begin.
    """

    begin: Point | None
    end: Point | None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise BadWhen(f"{self.text()!r} ends before it begins; write the earlier date first")

    @classmethod
    def of_days(cls, first: date | None, last: date | None) -> "Stretch":
        """These days, told in whole years or months where they are just that."""
        for name in (Point.year_of, Point.month_of):
            stretch = cls(name(first) if first else None, name(last) if last else None)
            if (stretch.first, stretch.last) == (first, last):
                return stretch
        return cls(Point.on(first) if first else None, Point.on(last) if last else None)

    @property
    def first(self) -> date | None:
        return self.begin.first if self.begin else None

    @property
    def last(self) -> date | None:
        return self.end.last if self.end else None

    @property
    def is_point(self) -> bool:
        return self.begin is not None and self.begin == self.end

    @property
    def precision(self) -> Precision:
        """The coarser of its dates, an open side left out; "unknown" where both are open."""
        sides = [point.precision for point in (self.begin, self.end) if point]
        return max(sides, key=COARSENESS.index, default="unknown")

    @property
    def order(self) -> tuple[int, int, str]:
        """What stretches are sorted by: an open begin before, an open end behind all others."""
        first = self.first.toordinal() if self.first else 0
        last = self.last.toordinal() if self.last else date.max.toordinal() + 1
        return first, last, self.text()

    def text(self, between: str = "/", open_side: str = "..", mark: str = "") -> str:
        """As EDTF, each date followed by the mark."""
        sides = [point.text + mark if point else open_side for point in (self.begin, self.end)]
        return sides[0] if self.is_point else between.join(sides)

    def intersect(self, other: "Stretch") -> "Stretch | None":
        """The days in both; None where there are none."""
        if self == other:
            return self
        first = max((day for day in (self.first, other.first) if day), default=None)
        last = min((day for day in (self.last, other.last) if day), default=None)
        return None if first and last and last < first else Stretch.of_days(first, last)

    def shift(self, months: int, days: int) -> "Stretch":
        """Months later, then days; raises `OverflowError` or `ValueError` past the years 1 to 9999."""
        first = add_months(self.first, months) + timedelta(days) if self.first else None
        last = _shifted_last(self.end, months) + timedelta(days) if self.end else None
        return Stretch.of_days(first, last)

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def _shifted_last(end: Point, months: int) -> date:
    """The end of a month or year stays an end, so that February shifted by a month is all of March."""
    last = add_months(end.last, months)
    return last if end.precision == "day" else end_of_month(last)
