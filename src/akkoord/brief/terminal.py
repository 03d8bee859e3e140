"""Brief and tables for the terminal, with Rich."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from akkoord.brief.language import marks
from akkoord.brief.sheet import Brief, Item, Sheet


def show(shown: RenderableType) -> None:
    """Prints what the other functions give."""
    Console().print(shown)


def brief_text(brief: Brief) -> RenderableType:
    """The whole page."""
    parts: list[RenderableType] = [Text(brief.title, style="bold"), Text(brief.subtitle, style="dim")]
    for section in brief.sections:
        parts += ["", Text(section.heading, style="bold cyan"), *_items(section.items)]
        if section.sheet:
            parts.append(sheet_table(section.sheet, titled=False))
    return Group(*parts)


def sheet_table(sheet: Sheet, titled: bool = True) -> Table:
    """A table, under its title where asked."""
    table = Table(
        *sheet.columns, title=sheet.title if titled else None, title_justify="left", title_style="bold",
        box=SIMPLE_HEAD, show_lines=True, expand=True,
    )  # fmt: skip
    for row in sheet.rows:
        cells = [*(Text(cell) for cell in row.cells), Text(marks(row.citations), style="dim")]
        table.add_row(*cells[: len(sheet.columns)])
    return table


def _items(items: Iterable[Item], depth: int = 0) -> Iterator[RenderableType]:
    for item in items:
        places = marks(item.citations)
        text = Text.assemble("• ", item.text, (f" {places}" if places else "", "dim"))
        yield Padding(text, (0, 0, 0, 2 * depth + 1))
        yield from _items(item.inner, depth + 1)
