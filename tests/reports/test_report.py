import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from akkoord.reports import Report, ReportError, make_report
from akkoord.reports.text import MOST_BYTES

words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&"), min_size=1)


@given(words.filter(lambda text: text.strip() and not text.lstrip().startswith("date")))
def test_a_plain_text_is_kept_to_the_letter(text: str) -> None:
    assert make_report(text).text == text
    assert make_report(f" date 2022-02 {text}").text == text


def test_stamp_and_arguments_fill_the_report() -> None:
    report = make_report(" date 2022-02 Moskou wil praten.", id="een", title="Praten", publisher="De Krant")
    assert report == Report(
        id="een", text="Moskou wil praten.", title="Praten", publisher="De Krant", published="2022-02"
    )
    assert (str(report.when), report.language) == ("2022-02", "nl")


def test_without_a_name_a_report_is_named_after_its_text() -> None:
    one, same, other = make_report("Moskou."), make_report("date 2022 Moskou."), make_report("Kiev.")
    assert one.id == same.id != other.id


@pytest.mark.parametrize(
    ("published", "stamp", "agreed"),
    [
        ("2022-02-25", "2022-02", "2022-02-25"),
        ("2022-02", "2022-02-25", "2022-02-25"),
        ("2022-02-25T10:00:00+01:00", "2022-02", "2022-02-25"),
        ("2022-02-25 10:00", "2022", "2022-02-25"),
        ("XXXX", "2022", "2022"),
        ("", "2022-02", "2022-02"),
    ],
)
def test_the_more_exact_date_is_kept(published: str, stamp: str, agreed: str) -> None:
    assert make_report(f"date {stamp} Moskou.", published=published).published == agreed


def test_an_unknown_date_is_none() -> None:
    assert make_report("Moskou.").published is None
    assert make_report("date XXXX Moskou.").published is None
    assert make_report("Moskou.").when.is_unknown


def test_two_dates_that_differ_are_refused() -> None:
    with pytest.raises(ReportError, match="two dates of publication, 2022-03 and 2022-02"):
        make_report("date 2022-02 Moskou.", published="2022-03")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        (" \n\t ", "is empty"),
        (" date 2022-02 ", "only a stamp"),
        ("date 2022-02", "only a stamp"),
        ("date 2022-13 Moskou.", "impossible"),
        ("Moskou\0 wil praten.", "is binary"),
        ("\x01\x02\x03\x04 Moskou", "is binary"),
        ("Moskou \ud800 wil praten.", "half a character"),
        ("<p> <br> </p>", "only markup"),
        ("<html><body></body></html>", "page without an article"),
        ("Moskou. " * (MOST_BYTES // 8 + 1), "MB, more than the 5 MB"),
    ],
)
def test_bad_text_is_refused_in_one_line_that_says_what_to_do(text: str, says: str) -> None:
    with pytest.raises(ReportError, match=says) as caught:
        make_report(text)
    assert "\n" not in str(caught.value)
    assert any(advice in caught.value.reason for advice in ("give ", "write ", "split "))


def test_an_impossible_date_of_publication_is_refused() -> None:
    with pytest.raises(ReportError, match="impossible date of publication: '2022-13'"):
        make_report("Moskou.", published="2022-13")
    with pytest.raises(ValidationError):
        Report(id="x", text="Moskou.", published="februari")


def test_the_hash_is_that_of_the_normalised_text() -> None:
    plain = make_report("\"Wij praten\", zegt 'Moskou' - nu.")
    printed = make_report("“Wij  praten”, zegt\n‘Mos\u00adkou’ – nu. ")
    assert plain.hash == printed.hash
    assert plain.text != printed.text
    assert plain.hash != make_report("\"Wij praten\", zegt 'Kiev' - nu.").hash


def test_a_report_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        make_report("Moskou.").text = "Kiev."  # type: ignore[misc]


PIECES = [
    "<", ">", "/", "<p>", "</p>", "<html>", "<body>", "<script>", "<!--", "&amp;", "&", " date 2022-02 ",
    "2022", "[", "tekst ", "\n", "\x00", "\ud800", "é", "😀",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("<body><script><html>")
def test_any_text_becomes_a_report_or_a_refusal(text: str) -> None:
    try:
        report = make_report(text)
    except ReportError as error:
        assert error.reason and "\n" not in str(error)
        return
    assert report.text.strip()
