import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from akkoord.codebook import Span


@given(st.text(min_size=1), st.data())
def test_span_of_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.stands_in(text)
    assert len(span) == end - start
    assert not span.stands_in(text[: span.end - 1])


def test_words_must_have_the_length_of_the_offsets() -> None:
    with pytest.raises(ValidationError, match="characters long"):
        Span(text="Minsk", start=3, end=7)
    with pytest.raises(ValidationError):
        Span(text="", start=3, end=3)


def test_overlap_and_cover() -> None:
    text = "Moskou en Kiev praten"
    moscow, both = Span.of(text, 0, 6), Span.of(text, 0, 14)
    assert (moscow.overlap(both), both.covers(moscow), moscow.covers(both)) == (6, True, False)
    assert moscow.overlap(Span.of(text, 6, 14)) == 0
