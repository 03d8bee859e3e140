import pytest
from hypothesis import given
from tests.when.strategies import whens

from akkoord.when import When

CAPTIONS = [
    ("2022-02-25", "25 februari 2022", "25 February 2022"),
    ("2022-02", "februari 2022", "February 2022"),
    ("2014", "2014", "2014"),
    ("2014/2015", "2014-2015", "2014-2015"),
    ("199X", "1990-1999", "1990-1999"),
    ("2022-21", "voorjaar 2022", "spring 2022"),
    ("2022-33", "januari tot en met maart 2022", "January to March 2022"),
    ("2022-03-21/2022-03-31", "21 tot en met 31 maart 2022", "21 to 31 March 2022"),
    ("2022-02-23/2022-03-01", "23 februari tot en met 1 maart 2022", "23 February to 1 March 2022"),
    ("2021-12/2022-01", "december 2021 tot en met januari 2022", "December 2021 to January 2022"),
    ("2022-03/..", "vanaf maart 2022", "from March 2022"),
    ("../2022-03", "tot en met maart 2022", "up to March 2022"),
    ("XXXX", "onbekend wanneer", "at an unknown time"),
    ("2019-02-22~", "omstreeks 22 februari 2019", "about 22 February 2019"),
    ("2019%", "mogelijk omstreeks 2019", "perhaps about 2019"),
    (
        "[2022-01-31,2022-02-07,2022-02-14,2022-02-21,2022-02-28]",
        "maandag 31 januari, 7, 14, 21 of 28 februari 2022",
        "Monday 31 January, 7, 14, 21 or 28 February 2022",
    ),
    ("[2021-12-31,2022-01-03]", "31 december 2021 of 3 januari 2022", "31 December 2021 or 3 January 2022"),
    ("[2014,2015]", "2014 of 2015", "2014 or 2015"),
    (
        "[2022-02-01..2022-02-05]",
        "een dag van 1 tot en met 5 februari 2022",
        "some day from 1 to 5 February 2022",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dutch", "english"), CAPTIONS)
def test_captions(text: str, dutch: str, english: str) -> None:
    when = When.parse(text)
    assert (when.caption(), when.caption("en")) == (dutch, english)


@given(whens())
def test_every_time_has_a_caption(when: When) -> None:
    assert when.caption("nl").strip() == when.caption("nl") != ""
    assert when.caption("en").strip() == when.caption("en") != ""
