"""The findings of a reading as tables for people, one a layer, each row with the words that say it.

Statements, events, conditions, positions, agreements and talks are numbered within their layer (`s1`, `e1` ...);
`At` is where the first of a finding's words stands in the body, `Sure` its confidence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import singledispatch

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from akkoord.codebook import Code, Span
from akkoord.reading import (
    LAYERS,
    Actor,
    Agreement,
    Condition,
    Event,
    Finding,
    Mention,
    Position,
    Reading,
    Statement,
    Talk,
    Time,
)
from akkoord.reading.findings import Layer
from akkoord.when import When

NOBODY = "?"
LETTERS: dict[Layer, str] = {
    "statements": "s", "events": "e", "conditions": "c", "positions": "p", "agreements": "a", "talks": "t",
}  # fmt: skip
COLUMNS: dict[Layer, tuple[str, ...]] = {
    "actors": ("Who", "Words", "At", "Sure"),
    "times": ("When", "EDTF", "Words", "At", "Sure"),
    "statements": ("", "Who", "Cue", "What is said", "At", "Sure"),
    "events": ("", "What", "Who, to whom", "Words", "How it is told", "At", "Sure"),
    "conditions": ("", "Set by", "What must hold", "For what", "Cue", "At", "Sure"),
    "positions": ("", "Party", "Stance", "Issue", "Words", "At", "Sure"),
    "agreements": ("", "Agreement", "Parties", "What it holds", "Status", "At", "Sure"),
    "talks": ("", "Parties", "How, when, where", "Status", "Words", "At", "Sure"),
}
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: 0x2421,  # pictures of them, for a stray one must not steer the terminal
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


def harmless(text: str) -> str:
    """The text with pictures for control characters, as long as it was."""
    return text.translate(_CONTROLS)


def numbers(reading: Reading) -> dict[str, str]:
    """The number of each finding by its id: `s1`, `e1` ...; actors and times have none."""
    return {
        finding.id: f"{letter}{number}"
        for layer, letter in LETTERS.items()
        for number, finding in enumerate(reading.layer(layer), start=1)
    }


def findings_tables(reading: Reading) -> Group:
    """What a reading holds, a table for each layer that has anything."""
    number = numbers(reading)
    tables = [_table(layer, _rows(reading, layer, number)) for layer in LAYERS if reading.layer(layer)]
    shown = [part for table in tables for part in (Text(), table)]
    return Group(_head(reading), *(shown or [Text("No findings.", "dim")]), Text())


def _head(reading: Reading) -> Text:
    report = reading.report
    when = When.parse(report.published) if report.published else When.unknown()
    told = [report.title or report.id, report.publisher, when.caption("en")]
    return Text(harmless(" · ".join(part for part in told if part)), "bold")


def _table(layer: Layer, rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(
        title=layer.capitalize(), title_justify="left", title_style="bold", box=SIMPLE_HEAD, show_edge=False
    )
    for name in COLUMNS[layer]:
        is_figure = name in ("At", "Sure")
        table.add_column(
            name, justify="right" if is_figure else "left", no_wrap=is_figure or not name, overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(harmless(" ".join(cell.split()))) for cell in row))
    return table


def _rows(reading: Reading, layer: Layer, number: dict[str, str]) -> Iterator[tuple[str, ...]]:
    if layer == "actors":
        yield from _actors(reading.actors)
        return
    for finding in reading.layer(layer):
        first = min(span.start for span in finding.spans())
        cells = (*_cells(finding), str(first), sure(finding))
        yield (number[finding.id], *cells) if layer in LETTERS else cells


def _actors(actors: Iterable[Actor]) -> Iterator[tuple[str, ...]]:
    """One row for each who is meant, with all the words that mean him and how often."""
    by_code: dict[str, list[Actor]] = {}
    for actor in actors:
        by_code.setdefault(code(actor.code), []).append(actor)
    for who, mentions in by_code.items():
        counted = Counter(mention.text for mention in mentions)
        words = ", ".join(f"{text} ({times}×)" if times > 1 else text for text, times in counted.items())
        first = min(mention.start for mention in mentions)
        yield who, words, str(first), sure(max(mentions, key=lambda mention: mention.confidence))


def code(value: Code | None) -> str:
    """Who it is; a question mark where that cannot be told."""
    return str(value) if value is not None else NOBODY


def sure(finding: Finding) -> str:
    return f"{finding.confidence:.2f}"


def source(mention: Mention | None) -> str:
    """A mention's words with whose they are."""
    return f"{mention.text} ({code(mention.code)})" if mention else NOBODY


@singledispatch
def _cells(finding: Finding) -> tuple[str, ...]:
    """The cells of a finding's row between its number and its place."""
    raise TypeError(f"no table for {type(finding).__name__}")


@_cells.register
def _(time: Time) -> tuple[str, ...]:
    return When.parse(time.value).caption("en"), time.value, time.text


@_cells.register
def _(statement: Statement) -> tuple[str, ...]:
    said = " … ".join(span.text for span in statement.content)
    told = f'"{said}"' if statement.form == "direct" else said
    to = f" → {source(statement.addressee)}" if statement.addressee else ""
    return source(statement.source) + to, statement.cue.text, told


@_cells.register
def _(event: Event) -> tuple[str, ...]:
    who = f"{_codes(event.actors)} → {_codes(event.recipients)}" if event.recipients else _codes(event.actors)
    told = [event.reality, *_where(event.place, event.time)]
    if event.claimed_by:
        told.append(f"says {event.claimed_by}")
    return _joined([event.type, event.mode], " "), who, event.trigger.text, _joined(told)


@_cells.register
def _(condition: Condition) -> tuple[str, ...]:
    words = condition.requirement.text, condition.consequence.text, condition.cue.text
    return code(condition.imposed_by), *words


@_cells.register
def _(position: Position) -> tuple[str, ...]:
    return str(position.party), position.stance, position.issue, _words(position.evidence)


@_cells.register
def _(agreement: Agreement) -> tuple[str, ...]:
    third = f"with {_codes(agreement.third_parties)}" if agreement.third_parties else None
    parties = _joined([_codes(agreement.parties), third])
    held = _joined([_joined(agreement.provisions), *_where(agreement.place, agreement.date)])
    return agreement.name, parties, held, agreement.status


@_cells.register
def _(talk: Talk) -> tuple[str, ...]:
    host = f"host {talk.host}" if talk.host else None
    mediator = f"mediator {talk.mediator}" if talk.mediator else None
    how = _joined([talk.channel, *_where(talk.place, talk.date), host, mediator])
    return _codes(talk.parties), how, talk.status, _words(talk.evidence)


def _where(place: str | None, date: str | None) -> tuple[str | None, str | None]:
    return place, When.parse(date).caption("en") if date else None


def _codes(codes: Iterable[Code]) -> str:
    return _joined(map(str, codes)) or NOBODY


def _words(spans: Iterable[Span]) -> str:
    return " … ".join(span.text for span in spans)


def _joined(parts: Iterable[str | None], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
