"""`Report`: one text with what is known about it."""

import hashlib
import re
import unicodedata
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field, field_validator

from akkoord.reports.markup import has_markup, is_page, read_page, strip_markup
from akkoord.reports.problem import ReportError
from akkoord.reports.stamp import split_stamp
from akkoord.reports.text import check_text
from akkoord.when import BadWhen, When

ID_DIGITS = 16

_INVISIBLE = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}"
)
_ONE_QUOTE, _TWO_QUOTES, _DASHES = "‘’‚‛", "“”„‟«»", "–—"
_PLAIN = str.maketrans(
    _ONE_QUOTE + _TWO_QUOTES + _DASHES,
    "'" * len(_ONE_QUOTE) + '"' * len(_TWO_QUOTES) + "-" * len(_DASHES),
    _INVISIBLE,
)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")


class Report(BaseModel):
    """A report as it came in. All offsets of findings count in `text`, in Unicode code points.

    `published` is EDTF, None where it is unknown. Raises `pydantic.ValidationError` where it is neither.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "nl"

    @field_validator("published")
    @classmethod
    def _canonical(cls, text: str | None) -> str | None:
        when = When.parse(text) if text is not None else When.unknown()
        return None if when.is_unknown else str(when)

    @property
    def when(self) -> When:
        """The date of publication."""
        return When.parse(self.published) if self.published else When.unknown()

    @cached_property
    def hash(self) -> str:
        """SHA-256, the same for texts that differ only in white space, quotes, dashes and soft hyphens."""
        return _digest(self.text)


def make_report(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    language: str = "nl",
) -> Report:
    """The report that a text is, stamped or not, HTML or plain.

    `published` is EDTF or a moment (`2022-02-25T10:00`); where text or page give a date too, both must agree
    and the more exact one is kept. Without `id` the report is named after its text. Raises `ReportError`.
    """
    check_text(text)
    stamp, body = split_stamp(text)
    if not body.strip():
        raise ReportError("holds only a stamp; give the text of the report after it")
    dates = [_when(published), stamp]
    if is_page(body):
        page = read_page(body)
        body, title, publisher = page.text, title or page.title, publisher or page.publisher
        dates.append(_when(page.published))
    elif has_markup(body):
        body = strip_markup(body)
        if not body:
            raise ReportError("holds only markup; give the text of a report")
    return Report(
        id=id or _digest(body)[:ID_DIGITS],
        text=body,
        title=title or None,
        publisher=publisher or None,
        published=str(_agreed([when for when in dates if when])),
        language=language or "nl",
    )


def _when(published: str | None) -> When | None:
    if not published:
        return None
    moment = _MOMENT.fullmatch(published.strip())
    try:
        return When.parse(moment[1] if moment else published)
    except BadWhen as error:
        raise ReportError(f"has an impossible date of publication: {error}") from error


def _agreed(dates: list[When]) -> When:
    agreed = When.unknown()
    for when in dates:
        both = agreed.intersect(when)
        if both is None:
            raise ReportError(f"has two dates of publication, {agreed} and {when}; keep the right one")
        agreed = both
    return agreed


def _digest(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()
