"""Times of every form, for property tests."""

from datetime import date

from hypothesis import strategies as st

from akkoord.when import When

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
months = days.map(lambda day: day.isoformat()[:7])
years = days.map(lambda day: day.isoformat()[:4])
seasons = st.builds(lambda year, season: f"{year}-{season}", years, st.integers(21, 41))
decades = years.map(lambda year: year[:3] + "X")
centuries = years.map(lambda year: year[:2] + "XX")

dates = st.one_of(days.map(date.isoformat), months, years).map(When.parse)
points = st.one_of(dates, st.one_of(seasons, decades, centuries).map(When.parse))


def _interval(ends: tuple[When, When]) -> When:
    """From the one that begins first up to the other; the first alone where the other ends before it."""
    first, last = sorted(ends, key=lambda end: str(end.earliest))
    return When.parse(f"{first}/{last}") if str(first.latest) <= str(last.latest) else first


def _open_interval(point: When, begins: bool) -> When:
    return When.parse(f"{point}/.." if begins else f"../{point}")


def intervals(ends: st.SearchStrategy[When]) -> st.SearchStrategy[When]:
    return st.tuples(ends, ends).map(_interval)


def open_intervals(ends: st.SearchStrategy[When]) -> st.SearchStrategy[When]:
    return st.builds(_open_interval, ends, st.booleans())


def sets(members: st.SearchStrategy[When]) -> st.SearchStrategy[When]:
    return st.lists(members, min_size=1, max_size=5).map(When.one_of)


common = st.one_of(dates, intervals(dates), open_intervals(dates), sets(dates))
bounded = st.one_of(points, intervals(points), sets(st.one_of(points, intervals(points))))
exact = st.one_of(bounded, open_intervals(points), st.just(When.unknown()))
marks = st.sampled_from([frozenset[str](), frozenset("~"), frozenset("?"), frozenset("?~")])


@st.composite
def whens(draw: st.DrawFn) -> When:
    when = draw(exact)
    return when if when.is_unknown else When(when.stretches, when.is_set, draw(marks))
