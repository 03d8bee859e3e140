"""What ties a decision to words: the selectors of the W3C Web Annotation model.

An anchor has both for one span: the quote with the words around it, and the position. In the text that
it was made on the position holds; in another version of the report the quote is looked for.
"""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from akkoord.codebook import Span

CONTEXT = 32  # characters kept on each side, enough to tell two places with the same words apart


class TextQuoteSelector(BaseModel):
    """The words themselves, and those before and after them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""


class TextPositionSelector(BaseModel):
    """Where they stand, in Unicode code points, end exclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


class Anchor(BaseModel):
    """One span of a text, so told that it can be found again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: TextQuoteSelector
    position: TextPositionSelector

    @classmethod
    def of(cls, span: Span, text: str) -> Self:
        return cls(
            quote=TextQuoteSelector(
                exact=span.text,
                prefix=text[max(0, span.start - CONTEXT) : span.start],
                suffix=text[span.end : span.end + CONTEXT],
            ),
            position=TextPositionSelector(start=span.start, end=span.end),
        )

    def find(self, text: str) -> Span | None:
        """The span in this text: in its old place, else where the same words stand between the same
        neighbours, else in the one place that has them if they are many. None where that cannot be told.
        """
        start, exact = self.position.start, self.quote.exact
        if self._fits(text, start):
            return Span.of(text, start, start + len(exact))
        places = _places(exact, text)
        fitting = [place for place in places if self._fits(text, place)]
        if fitting:
            nearest = min(fitting, key=lambda place: abs(place - start))
        elif len(places) == 1 and len(exact) >= CONTEXT:
            nearest = places[0]
        else:
            return None
        return Span.of(text, nearest, nearest + len(exact))

    def _fits(self, text: str, place: int) -> bool:
        """Whether the words stand in this place, with the same words before them or behind."""
        end = place + len(self.quote.exact)
        if text[place:end] != self.quote.exact:
            return False
        before, after = self.quote.prefix, self.quote.suffix
        if text.endswith(before, 0, place) and (before or place == 0):
            return True
        return text.startswith(after, end) and (after != "" or end == len(text))


def _places(exact: str, text: str) -> list[int]:
    places = []
    place = text.find(exact)
    while place >= 0:
        places.append(place)
        place = text.find(exact, place + 1)
    return places
