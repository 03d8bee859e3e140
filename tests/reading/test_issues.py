import pytest

from akkoord.codebook import ISSUES
from akkoord.reading.issues import _data, issues_in


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("de vredesonderhandelingen gaan door", ["talks"]),
        ("een wapenstilstand en daarna verkiezingen", ["ceasefire", "elections"]),
        ("een speciale status voor het oosten", ["autonomy"]),
        ("krijgsgevangenen", ["prisoners"]),
        ("het regent", []),
    ],
)
def test_issues_by_their_words(words: str, issues: list[str]) -> None:
    assert list(issues_in(words.split())) == issues


def test_every_issue_of_the_codebook_has_words_and_no_other_is_there() -> None:
    assert set(_data()) == set(ISSUES)
