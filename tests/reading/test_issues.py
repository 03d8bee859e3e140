import pytest
from tests.reading.made import made

from akkoord.codebook import ISSUES
from akkoord.reading.issues import Vocabulary, hinted_in, issues_in, vocabularies
from akkoord.reading.topics import Topics


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


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("vrij op vrijdag", ["a"]),
        ("vrijdag", []),
        ("op tijd", ["b"]),
        ("op de tijd", []),
    ],
)
def test_whole_words_and_words_that_follow_each_other(words: str, issues: list[str]) -> None:
    assert list(Vocabulary({"a": ["=vrij"], "b": ["op tijd"]}).issues_in(words.split())) == issues


def test_of_two_beginnings_the_longer_one_comes_first() -> None:
    vocabulary = Vocabulary({"a": ["terugtrek"], "b": ["terugtrekkingsverdrag"]})
    assert list(vocabulary.issues_in(["terugtrekkingsverdrag"])) == ["b", "a"]


@pytest.mark.parametrize("word", ["klimaatneutraal", "minderheidskabinet", "vervolgens"])
def test_words_that_only_look_like_those_of_an_issue(word: str) -> None:
    assert not {"neutrality", "rights", "accountability"} & set(issues_in([word]))


def test_words_that_only_hint_name_nothing() -> None:
    assert "timing" in hinted_in(["eerst"])
    assert issues_in(["eerst"]) == ()


def test_every_issue_of_the_codebook_has_words_and_no_other_is_there() -> None:
    named, hints = vocabularies()
    assert named.issues == hints.issues == set(ISSUES)


def test_what_the_first_sentences_name_is_likelier_where_the_words_name_nothing() -> None:
    topics = Topics(made("Finland eist sancties. Het regent. Het waait. Zweden weigert dat plan.", {}))
    found = topics.features(range(13, 15), range(11, 15))
    assert found["sanctions"]["lead, none named"] == 1.0
    assert found["borders"]["lead, none named"] == 0.0
