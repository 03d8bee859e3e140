"""Brief and tables as Markdown, for mail and files."""

from collections.abc import Iterable, Iterator

from akkoord.brief.language import marks
from akkoord.brief.sheet import Brief, Item, Sheet


def brief_markdown(brief: Brief) -> str:
    """The whole page."""
    lines = [f"# {brief.title}", ""]
    if brief.subtitle:
        lines += [f"*{brief.subtitle}*", ""]
    for section in brief.sections:
        lines += [f"## {section.heading}", ""]
        lines += _items(section.items)
        if section.sheet:
            lines += [*([""] if section.items else []), *_table(section.sheet)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def sheet_markdown(sheet: Sheet) -> str:
    """A table under its title."""
    return "\n".join([f"# {sheet.title}", "", *_table(sheet)]) + "\n"


def _items(items: Iterable[Item], depth: int = 0) -> Iterator[str]:
    for item in items:
        places = marks(item.citations)
        yield f"{'  ' * depth}- {_plain(item.text)}{' ' + places if places else ''}"
        yield from _items(item.inner, depth + 1)


def _table(sheet: Sheet) -> Iterator[str]:
    yield f"| {' | '.join(sheet.columns)} |"
    yield f"|{' --- |' * len(sheet.columns)}"
    for row in sheet.rows:
        cells = (*row.cells, marks(row.citations))[: len(sheet.columns)]
        yield f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|").replace("\n", "<br>")


def _plain(text: str) -> str:
    """The text with what Markdown would take for its own marks left as it is written."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("<", "&lt;")
