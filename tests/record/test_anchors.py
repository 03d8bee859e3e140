from hypothesis import given
from hypothesis import strategies as st

from akkoord.codebook import Span
from akkoord.record.anchors import Anchor

TEXT = (
    "Hij zegt niets. Zij zegt dat de grens open moet. Hij zegt niets meer over de doorgang naar het westen."
)


def anchor(words: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Anchor.of(Span.of(TEXT, start, start + len(words)), TEXT)


@given(st.text(min_size=1), st.data())
def test_words_are_found_in_their_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    assert Anchor.of(span, text).find(text) == span


@given(st.text(), st.text())
def test_words_are_found_where_text_was_put_around(before: str, after: str) -> None:
    text = before + TEXT + after
    for nth in range(3):
        span = anchor("zegt", nth).find(text)
        assert span is not None and span.stands_in(text)
        assert span.start - len(before) == anchor("zegt", nth).position.start


def test_the_words_around_tell_which_of_several() -> None:
    text = TEXT.replace("Hij zegt niets. ", "")
    second = anchor("zegt", 1).find(text)
    assert second is not None and second.start == text.index("zegt dat")
    assert anchor("zegt", 2).find(text) == Span.of(
        text, text.index("zegt niets"), text.index("zegt niets") + 4
    )


def test_short_words_between_other_words_are_others() -> None:
    assert anchor("open").find("Alles blijft open tot morgen.") is None


def test_many_words_in_a_row_are_the_same_wherever_they_stand() -> None:
    words = "niets meer over de doorgang naar het westen"
    assert anchor(words).find(f"Er is {words} gezegd.") == Span.of(
        f"Er is {words} gezegd.", 6, 6 + len(words)
    )


def test_words_that_are_gone() -> None:
    assert anchor("de grens").find("Er is niets gezegd.") is None
