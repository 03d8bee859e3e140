from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from tests.when.strategies import points

from akkoord.errors import AkkoordError
from akkoord.when import BadWhen, When


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022-02-25", date(2022, 2, 25), date(2022, 2, 25), "day"),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("2022-21", date(2022, 3, 1), date(2022, 5, 31), "season"),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28), "season"),
        ("2022-33", date(2022, 1, 1), date(2022, 3, 31), "season"),
    ],
)
def test_a_point_knows_its_days(text: str, first: date, last: date, precision: str) -> None:
    when = When.parse(text)
    assert (when.earliest, when.latest, when.precision) == (first, last, precision)
    assert (str(when), when.form) == (text, "single")


@pytest.mark.parametrize(
    ("text", "canonical"), [("2022-02-XX", "2022-02"), ("2022-XX-XX", "2022"), (" 2022-02 ", "2022-02")]
)
def test_an_open_part_is_left_out(text: str, canonical: str) -> None:
    assert str(When.parse(text)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "2022-13", "2022-00", "2022-02-30", "2022-02-00", "2022-42", "0000", "000X", "2022-2", "22-02-25",
        "hello", "", "-", "~", "2022-02-25T10:00", "-0100", "Y12000", "25-02-2022", "2022-0X",
        "2022-XX-25", "XXXX-02", "٢٠٢٢", "2022-02-25\n2022", "2022--02", "9999-24",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(BadWhen) as caught:
        When.parse(text)
    message = str(caught.value)
    assert "\n" not in message and "write a day as 2022-02-25" in message
    assert isinstance(caught.value, ValueError) and isinstance(caught.value, AkkoordError)


@given(points)
def test_the_edtf_library_agrees_on_the_days(point: When) -> None:
    if str(point).endswith("-24") and point.precision == "season":
        return  # there the library has December for a winter
    parsed = parse_edtf(str(point))
    assert point.earliest and point.latest
    assert tuple(parsed.lower_strict()[:3]) == point.earliest.timetuple()[:3]
    assert tuple(parsed.upper_strict()[:3]) == point.latest.timetuple()[:3]


@given(st.text(alphabet="0129X-~?%/[]{},. abé\n", max_size=24))
def test_any_text_is_a_time_or_a_clear_refusal(text: str) -> None:
    try:
        when = When.parse(text)
    except BadWhen:
        return
    assert When.parse(str(when)) == when
