"""What the brief and its sisters are made of: lines and rows, each with where it stands.

Takes nothing; the shapes alone. A `Sheet` is one table with a title; a `Brief` is a page of sections.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from akkoord.brief.language import Language
from akkoord.dossier import Citation, Reason


@dataclass(frozen=True)
class Item:
    """One line of the brief, and where it stands. `inner` lines stand under it."""

    text: str
    citations: tuple[Citation, ...] = ()
    inner: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Row:
    """One row of a table: its cells, where it stands, and the same as values for programs."""

    cells: tuple[str, ...]
    citations: tuple[Citation, ...]
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A table with a title; where it has one column more than its rows have cells, that is for their citations."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Section:
    """A section of the brief: lines, or a table, or both."""

    key: str
    heading: str
    items: tuple[Item, ...] = ()
    sheet: Sheet | None = None


@dataclass(frozen=True)
class Brief:
    """One page: title, what it rests on, sections."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    values: dict[str, Any] = field(default_factory=dict)


def citation_values(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """Citations as JSON values, each place once."""
    return [
        {
            "report": citation.report,
            "paragraph": citation.paragraph,
            "published": citation.published,
            "start": citation.start,
            "words": citation.words,
            "according_to": str(citation.according_to) if citation.according_to else None,
        }
        for citation in dict.fromkeys(citations)
    ]


def brief_values(brief: Brief) -> dict[str, Any]:
    """The brief as JSON values."""
    sections = [
        {
            "section": section.key,
            "heading": section.heading,
            "lines": [_item_values(item) for item in section.items],
            "table": [row.values for row in section.sheet.rows] if section.sheet else [],
        }
        for section in brief.sections
    ]
    return {"title": brief.title, **brief.values, "sections": sections}


def _item_values(item: Item) -> dict[str, Any]:
    values: dict[str, Any] = {"text": item.text, "sources": citation_values(item.citations)}
    if item.inner:
        values["lines"] = [_item_values(inner) for inner in item.inner]
    return values


def reason_values(reason: Reason) -> dict[str, object]:
    """A reason for programs."""
    return {"rule": reason.rule, "words": list(reason.words)}


def columns_of(language: Language, *keys: str) -> tuple[str, ...]:
    """The names of columns in a language."""
    return tuple(language.say("columns", key) for key in keys)
