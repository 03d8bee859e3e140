import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from akkoord.reading.frames import find_conditions, find_events, find_sayings
from akkoord.reading.frames.grammar import Grammar
from akkoord.reading.frames.quotations import quotations, speech

BLANK = spacy.blank("nl")
BLANK.add_pipe("sentencizer")


def split(text: str) -> Grammar:
    """Words without a tree, marks apart from words as the tokenizer of spaCy has them."""
    doc = BLANK(text)
    return Grammar(doc)


def quoted(text: str) -> list[str]:
    grammar = split(text)
    return [grammar.text(quotation.words) for quotation in quotations(grammar)]


@pytest.mark.parametrize("marks", ["„”", "“”", "‘’", '""', "''", "«»"])
def test_every_kind_of_marks(marks: str) -> None:
    assert quoted(f"Hij zei: {marks[0]}Wij gaan{marks[1]} en ging.") == ["Wij gaan"]


def test_apostrophe_opens_nothing() -> None:
    assert quoted("De foto's van zo'n dag in 's-Hertogenbosch.") == []


def test_mark_that_nobody_closes_opens_nothing() -> None:
    assert quoted("Hij zei: „Wij gaan en ging.") == []


def test_a_word_in_marks_is_no_speech() -> None:
    grammar = split("De ‘forse’ daling viel op.")
    assert list(speech(grammar)) == []


@given(
    st.lists(
        st.sampled_from(["als", "„", "”", "'", '"', "zegt", "Jan", "volgens", ".", ":", ",", "\n", "dat"])
    )
)
def test_any_words_with_any_tree_give_hits_inside_the_text(words: list[str]) -> None:
    heads = [i // 2 for i in range(len(words))]
    deps = [
        "ROOT" if i == head else ("case", "nsubj", "ccomp", "parataxis", "mark")[i % 5]
        for i, head in enumerate(heads)
    ]
    doc = Doc(
        BLANK.vocab,
        words=words,
        heads=heads,
        deps=deps,
        pos=["VERB" if i % 3 else "NOUN" for i in range(len(words))],
    )
    size = sum(not token.is_space for token in doc)
    for saying in find_sayings(doc):
        assert all(0 <= part.start < part.stop <= size for part in (saying.cue, *saying.content))
    for event in find_events(doc):
        assert 0 <= event.trigger.start < event.trigger.stop <= size
    for condition in find_conditions(doc):
        assert 0 <= condition.requirement.start < condition.requirement.stop <= size
