from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.dictionary import dictionary, is_word, lemma_of


def test_a_form_that_is_listed() -> None:
    assert lemma_of("balken") == "balk"
    assert is_word("balk") and not is_word("kabelspelbalk")


def test_the_end_of_a_compound_tells() -> None:
    assert "kabelspelsystemen" not in dictionary()
    assert lemma_of("kabelspelsystemen") == "kabelspelsysteem"


@given(st.text(max_size=30))
def test_any_text(form: str) -> None:
    found = lemma_of(form)
    assert found is None or found
