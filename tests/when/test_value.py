from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from tests.when.strategies import bounded, common, days, exact, points, whens

from akkoord.when import BadWhen, When

MONDAYS = "[2022-01-31,2022-02-07,2022-02-14,2022-02-21,2022-02-28]"


@pytest.mark.parametrize(
    ("text", "canonical", "form", "earliest", "latest"),
    [
        ("2014/2016", "2014/2016", "interval", "2014-01-01", "2016-12-31"),
        ("2022-03-21/2022-03-31", "2022-03-21/2022-03-31", "interval", "2022-03-21", "2022-03-31"),
        ("2022-03/2022-04-02", "2022-03/2022-04-02", "interval", "2022-03-01", "2022-04-02"),
        ("2022-03/..", "2022-03/..", "interval", "2022-03-01", "None"),
        ("2022-03/", "2022-03/..", "interval", "2022-03-01", "None"),
        ("../2022-03", "../2022-03", "interval", "None", "2022-03-31"),
        ("2022-02/2022-02", "2022-02", "single", "2022-02-01", "2022-02-28"),
        (MONDAYS, MONDAYS, "set", "2022-01-31", "2022-02-28"),
        ("[2022-02-14, 2022-02-07,2022-02-07]", "[2022-02-07,2022-02-14]", "set", "2022-02-07", "2022-02-14"),
        ("[2022-02-21]", "2022-02-21", "single", "2022-02-21", "2022-02-21"),
        ("[2014,2015]", "[2014,2015]", "set", "2014-01-01", "2015-12-31"),
        ("[2022-02-01..2022-02-05]", "[2022-02-01..2022-02-05]", "set", "2022-02-01", "2022-02-05"),
        ("[..2022-02-05,2022-03]", "[..2022-02-05,2022-03]", "set", "None", "2022-03-31"),
        ("[2022-02-05..]", "[2022-02-05..]", "set", "2022-02-05", "None"),
        ("XXXX", "XXXX", "unknown", "None", "None"),
        ("XXXX-XX-XX", "XXXX", "unknown", "None", "None"),
        ("../..", "XXXX", "unknown", "None", "None"),
        ("2019-02-22~", "2019-02-22~", "single", "2019-02-22", "2019-02-22"),
        ("2014?/2016~", "2014%/2016%", "interval", "2014-01-01", "2016-12-31"),
    ],
)
def test_forms(text: str, canonical: str, form: str, earliest: str, latest: str) -> None:
    when = When.parse(text)
    assert (str(when), when.form) == (canonical, form)
    assert (str(when.earliest), str(when.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2016/2014", "ends before it begins"),
        ("[2022-02-05..2022-02-01]", "ends before it begins"),
        ("[2022-02-05", "does not close"),
        ("{2014,2015}", "several times"),
        ("[2022-02-05,2022-13]", "'2022-13' is no date"),
        ("2014/2015/2016", "no date"),
        ("[2014/2015]", "no date"),
    ],
)
def test_refusals_name_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadWhen, match=says):
        When.parse(text)


def test_a_set_of_nothing_is_refused() -> None:
    with pytest.raises(BadWhen, match="at least one"):
        When.one_of([])


@given(whens())
def test_printed_and_parsed_again_it_is_the_same(when: When) -> None:
    assert When.parse(str(when)) == when
    assert hash(When.parse(str(when))) == hash(when)


@given(common)
def test_the_edtf_library_reads_what_is_printed(when: When) -> None:
    assert str(parse_edtf(str(when))).replace(", ", ",") == str(when)


@given(bounded)
def test_days_run_from_earliest_to_latest(when: When) -> None:
    first, *others = when.days()
    ordered = [first, *others]
    assert ordered == sorted(set(ordered))
    assert (ordered[0], ordered[-1]) == (when.earliest, when.latest)
    assert when.earliest <= when.latest
    assert all(day in when for day in ordered)
    assert ordered[0] - timedelta(days=1) not in when


def test_an_open_side_has_no_days() -> None:
    with pytest.raises(BadWhen, match="open side"):
        list(When.parse("2022-03/..").days())


@given(whens(), whens())
def test_intersecting_is_commutative_and_inside_both(one: When, other: When) -> None:
    shared = one.intersect(other)
    assert shared == other.intersect(one)
    assert one.overlaps(other) == (shared is not None)
    if shared is None:
        return
    assert When.parse(str(shared)) == shared
    for edge in (shared.earliest, shared.latest):
        assert edge is None or (edge in one and edge in other)


@given(bounded, bounded)
def test_intersecting_keeps_every_day_of_both(one: When, other: When) -> None:
    shared = one.intersect(other)
    assert set(shared.days() if shared else ()) == set(one.days()) & set(other.days())


@given(exact)
def test_unknown_narrows_nothing(when: When) -> None:
    shared = when.intersect(When.unknown())
    assert shared is not None
    assert (shared.earliest, shared.latest) == (when.earliest, when.latest)
    assert when.intersect(when) is not None


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (MONDAYS, "2022-02-21", "2022-02-21"),
        (MONDAYS, "2022-02-15/..", "[2022-02-21,2022-02-28]"),
        (MONDAYS, "[2022-02-20,2022-02-21,2022-02-22]", "2022-02-21"),
        ("2022-02", "2022-02-10/2022-03-05", "2022-02-10/2022-02-28"),
        ("2014/2016", "2015/2019", "2015/2016"),
        ("2014", "2014-03/2015", "2014-03/2014-12"),
        ("2022-02-25~", "2022-02", "2022-02-25~"),
        ("[2022-02,2022-04]", "2022-02-10/2022-04-05", "[2022-02-10..2022-02-28,2022-04-01..2022-04-05]"),
    ],
)
def test_intersections(one: str, other: str, shared: str) -> None:
    assert str(When.parse(one).intersect(When.parse(other))) == shared


@given(exact, st.integers(-2000, 2000))
def test_shifting_by_days_and_back_leaves_the_same_days(when: When, number: int) -> None:
    there = when.shift(days=number)
    back = there.shift(days=-number)
    assert (back.earliest, back.latest, back.is_set) == (when.earliest, when.latest, when.is_set)
    if when.earliest and there.earliest:
        assert there.earliest - when.earliest == timedelta(days=number)


def test_a_set_of_all_days_of_a_month_is_that_month() -> None:
    whole = When.one_of([When.parse("2000-01-01/2000-01")])
    assert (str(whole), whole.is_set) == ("2000-01", False)
    assert str(When.one_of([When.parse("199X")])) == "199X"


@given(points.filter(lambda point: point.precision != "day"), st.integers(-200, 200))
def test_shifting_by_months_and_back_leaves_the_same_days(when: When, number: int) -> None:
    back = when.shift(months=number).shift(months=-number)
    assert (back.earliest, back.latest) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    ("text", "months", "days", "shifted"),
    [
        ("2022-02-25", 0, -1, "2022-02-24"),
        ("2022-01-31", 1, 0, "2022-02-28"),
        ("2022-02-28", 1, 0, "2022-03-28"),
        ("2022-02", 1, 0, "2022-03"),
        ("2022-12", 1, 0, "2023-01"),
        ("2022", -12, 0, "2021"),
        ("2022", 6, 0, "2022-07/2023-06"),
        ("2022-02", 0, -1, "2022-01-31/2022-02-27"),
        ("2022-03/..", 0, 7, "2022-03-08/.."),
        ("[2022-02-07,2022-02-14]", 0, 1, "[2022-02-08,2022-02-15]"),
        ("XXXX", 3, 3, "XXXX"),
    ],
)
def test_shifts(text: str, months: int, days: int, shifted: str) -> None:
    assert str(When.parse(text).shift(months=months, days=days)) == shifted


@pytest.mark.parametrize(("text", "months"), [("9999-12", 1), ("0001-01-01", -1), ("2022", 999_999)])
def test_a_shift_past_the_calendar_is_refused(text: str, months: int) -> None:
    with pytest.raises(BadWhen, match="leaves the years"):
        When.parse(text).shift(months=months)


@given(whens(), whens())
def test_what_is_before_does_not_overlap(one: When, other: When) -> None:
    if one.before(other):
        assert not one.overlaps(other)
        assert not other.before(one)


def test_before_needs_every_day_to_be_before() -> None:
    february = When.parse("2022-02")
    assert february.before(When.parse("2022-03"))
    assert not february.before(When.parse("2022-02-28"))
    assert not february.before(When.parse("../2022-03"))
    assert not When.parse("2022-02/..").before(When.parse("2023"))


@given(days)
def test_a_day_is_its_own_only_day(day: date) -> None:
    when = When.on(day)
    assert (when.day, list(when.days()), str(when)) == (day, [day], day.isoformat())
    assert When.between(day, day) == when == When.one_of([day])


def test_days_are_told_in_months_and_years_where_they_are_whole() -> None:
    assert str(When.between(date(2022, 2, 1), date(2022, 2, 28))) == "2022-02"
    assert str(When.between(date(2014, 1, 1), date(2015, 12, 31))) == "2014/2015"
    assert str(When.between(date(2022, 2, 1), None)) == "2022-02/.."
    assert When.between(None, None) == When.unknown()


def test_one_of_times_and_an_unknown_one_is_unknown() -> None:
    assert When.one_of([date(2022, 2, 7), When.unknown()]) == When.unknown()
