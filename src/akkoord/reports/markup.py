"""Text out of HTML: the article of a whole page, or a text in which tags were left."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from akkoord.reports.problem import ReportError

HEAD = 2000  # characters within which a page says that it is one

_BLOCKS = (
    "article", "aside", "blockquote", "body", "center", "div", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p",
    "section", "table", "tbody", "td", "th", "title", "tr", "ul",
)  # fmt: skip
_INLINE = ("a", "b", "em", "font", "i", "img", "link", "meta", "small", "span", "strong", "sub", "sup", "u")
_SILENT = ("head", "iframe", "script", "style")

_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:br|{'|'.join({*_BLOCKS, *_INLINE, *_SILENT})})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|shy|euro|[lr][sd]quo|[mn]dash|hellip"
    r"|[A-Za-z](?:uml|acute|grave|circ|cedil)|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page, paragraphs apart by an empty line, and what the page says about it."""

    text: str
    title: str | None
    publisher: str | None
    published: str | None


def is_page(text: str) -> bool:
    """Whether the text is a whole page of HTML."""
    return _PAGE.search(text, 0, HEAD) is not None


def has_markup(text: str) -> bool:
    """Whether tags or entities of HTML are left in the text."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def read_page(text: str) -> Page:
    """The article of a whole page; raises `ReportError` where there is none.

    Its date is one that the page's own data give: a date guessed from the text may be that of anything.
    """
    from trafilatura import bare_extraction  # slow to load, and few reports are pages
    from trafilatura.settings import Document

    none = ReportError("is a page without an article; give the article's text itself")
    try:
        found = bare_extraction(
            text,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (
        Exception
    ) as error:  # what trafilatura and its libraries raise at broken pages has no root of its own
        raise none from error
    if not isinstance(found, Document) or not found.text or not found.text.strip():
        raise none
    return Page("\n\n".join(found.text.split("\n")), found.title, found.sitename, found.date)


def strip_markup(text: str) -> str:
    """The text with no tags and with characters for entities; blocks become paragraphs."""
    stripper = _Stripper()
    stripper.feed(text)
    stripper.close()
    plain = "".join(stripper.pieces)
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*", "\n\n", plain).strip()


class _Stripper(HTMLParser):
    """Collects what is text. A page is trafilatura's; that drops words and breaks lines in mere fragments."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag == "br":
            self.pieces.append("\n")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")
