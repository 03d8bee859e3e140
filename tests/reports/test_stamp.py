import pytest

from akkoord.reports import ReportError
from akkoord.reports.stamp import split_stamp


@pytest.mark.parametrize(
    ("text", "published", "body"),
    [
        (" date 2022-02 Moskou wil praten.", "2022-02", "Moskou wil praten."),
        ("date 2022-02-25 Kiev ook.", "2022-02-25", "Kiev ook."),
        ("date 2022-02-25\nKiev ook.\n", "2022-02-25", "Kiev ook.\n"),
        ("date 2022-02  Twee spaties.", "2022-02", " Twee spaties."),
        ("date 2022 Het jaar.", "2022", "Het jaar."),
        ("date 2022-02-24/2022-02-25 De nacht.", "2022-02-24/2022-02-25", "De nacht."),
        ("date XXXX Geen idee.", "XXXX", "Geen idee."),
        ("date 2022-02", "2022-02", ""),
    ],
)
def test_the_body_follows_the_stamp_and_one_space(text: str, published: str, body: str) -> None:
    when, rest = split_stamp(text)
    assert (str(when), rest) == (published, body)


@pytest.mark.parametrize(
    "text",
    [
        "Moskou wil praten.",
        "  Moskou.",
        "date met een spion",
        "Op date 2022-02 gebeurde niets.",
        "dated 2022 is oud",
        "",
    ],
)
def test_a_text_without_stamp_is_left_whole(text: str) -> None:
    assert split_stamp(text) == (None, text)


@pytest.mark.parametrize("stamp", ["2022-13", "2022-02-30", "25-02-2022", "2022-2", "2022-02,", "[2022-02"])
def test_an_impossible_stamp_is_refused(stamp: str) -> None:
    with pytest.raises(ReportError, match=r"stamp 'date .*' is impossible") as caught:
        split_stamp(f" date {stamp} Moskou wil praten.")
    assert stamp in caught.value.reason
