from dataclasses import replace

from tests.reading.made import made

from akkoord.reading.phrases import conjuncts, named, whole_phrases
from akkoord.reading.signals import Signals

TEXT = "Gisteren sprak de oude minister van Finland met Korhonen."
UPOS = ("ADV", "VERB", "DET", "ADJ", "NOUN", "ADP", "PROPN", "ADP", "PROPN", "PUNCT")
NAMES = ("", "", "", "", "", "", "LOC", "", "PER", "")
GOVERNORS = (1, 1, 4, 4, 1, 6, 4, 8, 1, 1)


def parsed(marked: dict[str, str]) -> Signals:
    return replace(made(TEXT, {"actor": marked}), upos=UPOS, governors=GOVERNORS, names=NAMES)


def phrases(marked: dict[str, str]) -> list[str]:
    signals = parsed(marked)
    return [
        signals.span(s.words).text for s in whole_phrases(signals, "actor", signals.stretches("actor", 0.3))
    ]


def test_a_noun_gets_its_article_and_adjectives() -> None:
    assert phrases({"minister": ""}) == ["de oude minister"]


def test_loose_words_at_the_edges_fall_away() -> None:
    assert phrases({"minister van Finland met": ""}) == ["de oude minister van Finland"]


def test_a_preposition_gets_the_noun_that_belongs_to_the_phrase() -> None:
    assert phrases({"minister van": ""}) == ["de oude minister van Finland"]


def test_an_article_whose_noun_is_unlikely_is_no_phrase() -> None:
    assert phrases({"de": ""}) == []


def test_a_phrase_that_goes_on_stays_one() -> None:
    assert phrases({"minister van Finland": ""}) == ["de oude minister van Finland"]


def test_two_names_side_by_side_that_are_marked_apart_stay_two() -> None:
    signals = replace(
        made("Later belde Korhonen Virtanen.", {"actor": {"Korhonen": "B", "Virtanen": "B"}}),
        governors=(1, 1, 1, 2, 1),
        names=("", "", "PER", "PER", ""),
    )
    found = whole_phrases(signals, "actor", signals.stretches("actor", 0.3))
    assert [signals.span(s.words).text for s in found] == ["Korhonen", "Virtanen"]


def test_names_beside_the_phrases_are_mentions_too() -> None:
    signals = parsed({"minister": ""})
    marked = whole_phrases(signals, "actor", signals.stretches("actor", 0.3))
    assert [signals.span(s.words).text for s in named(signals, "actor", marked)] == ["Korhonen"]


def joined(text: str, upos: tuple[str, ...], head: int, conjunct: int) -> list[str]:
    """What a phrase in front of a verb comes apart into whose `conjunct` is joined to its `head`."""
    verb = len(upos)
    hangs = [head if i < head else conjunct for i in range(verb)]
    hangs[head], hangs[conjunct] = verb, head
    signals = replace(
        made(f"{text} zwegen", {}),
        upos=(*upos, "VERB"),
        governors=(*hangs, verb),
        relations=["conj" if i == conjunct else "" for i in range(verb + 1)],
        names=["ORG" if tag == "PROPN" else "" for tag in (*upos, "VERB")],
    )
    return [signals.span(part).text for part in conjuncts(signals, range(verb))]


def test_two_phrases_with_an_article_or_a_name_each_come_apart() -> None:
    with_articles = ("DET", "NOUN", "CCONJ", "DET", "NOUN")
    assert joined("de raad en het hof", with_articles, 1, 4) == ["de raad", "het hof"]
    assert joined("Fidesz en Likud", ("PROPN", "CCONJ", "PROPN"), 0, 2) == ["Fidesz", "Likud"]


def test_what_shares_an_article_stays_one() -> None:
    assert joined("de zakenman en weldoener", ("DET", "NOUN", "CCONJ", "NOUN"), 1, 3) == [
        "de zakenman en weldoener"
    ]
