"""A span: some characters of a report's text, quoted and placed."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Span(BaseModel):
    """The characters `start` up to `end` of a text (Unicode code points, end exclusive), and what they are.

    Raises `pydantic.ValidationError` where the words do not have the length that the offsets say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _measures(self) -> Self:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"{self.text!r} is not {self.end - self.start} characters long")
        return self

    @classmethod
    def of(cls, report: str, start: int, end: int) -> "Span":
        """The span from `start` to `end` of a report's text."""
        return Span(text=report[start:end], start=start, end=end)

    def stands_in(self, report: str) -> bool:
        """Whether the report has exactly these words in exactly this place."""
        return report[self.start : self.end] == self.text

    def overlap(self, other: "Span") -> int:
        """How many characters the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
