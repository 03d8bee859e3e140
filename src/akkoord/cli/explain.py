"""`akkoord explain`: why the reader found what it found at some place of a report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from akkoord.cli.arcs import main_word, relation, word_at
from akkoord.cli.exits import NOTHING_FOUND
from akkoord.cli.findings import harmless, numbers, sure
from akkoord.cli.marked import parts
from akkoord.cli.reads import (
    ConfidenceOption,
    FileArgument,
    LanguageOption,
    PipelineOption,
    console,
    read_one,
)
from akkoord.cli.reasons import reasons, seen
from akkoord.errors import AkkoordError
from akkoord.reader import OWN_PIPELINE, Reader
from akkoord.reading import Finding

if TYPE_CHECKING:  # spaCy takes a second to load, which other commands need not wait for
    from spacy.tokens import Doc

LONGEST = 60  # characters of a span that are shown; the rest can be read in the report
PLACED = ("text", "start", "end")  # what a finding that is a span has of it


class NoPlace(AkkoordError):
    """A place that a report does not have."""


def explain(
    file: FileArgument,
    at: Annotated[
        int,
        typer.Option(
            help="Place of a character in the body, counted from 0, as the tables give it.", metavar="N"
        ),
    ],
    min_confidence: ConfidenceOption = 0.0,
    any_language: LanguageOption = False,
    pipeline: PipelineOption = OWN_PIPELINE,
) -> None:
    """Print what was found at one place of a report and why: grammar, learned heads with their chances, rules.

    The exit code is 1 where nothing was found there.

    Example: akkoord explain examples/reports/2022-02-25-inval.txt --at 75
    """
    reader = Reader(pipeline, any_language=any_language)
    report, reading = read_one(file, reader)
    if not 0 <= at < len(report.text):
        raise NoPlace(
            f"{file}: has characters 0 to {len(report.text) - 1}, none at {at}; give a place among these"
        )
    doc, number = reader.parsed(report), numbers(reading)
    out = console()
    out.print(_place(doc, at))
    found = [
        finding
        for finding in reading.at_least(min_confidence).findings()
        if any(span.start <= at < span.end for span in finding.spans())
    ]
    for finding in found:
        out.print(_explained(finding, number.get(finding.id, ""), doc))
    if not found:
        out.print("No finding covers this place.")
        raise typer.Exit(NOTHING_FOUND)


def _place(doc: "Doc", at: int) -> Table:
    """The word at the place, its sentence, its grammar and what the learned heads see in it."""
    word = word_at(doc, at)
    table = _table(f'"{word.text}" at {word.idx}' if word else f"white space at {at}")
    if word is not None:
        from akkoord.reading.signals import Signals

        _add(table, "sentence", " ".join(word.sent.text.split()))
        _add(table, "word", f"{word.pos_}, {word.lemma_}")
        _add(table, "hangs as", relation(word))
        for token in word.children:
            _add(table, "on it", f'"{token.text}": {relation(token)}')
        _add(table, "heads see", ", ".join(seen(Signals.of(doc), at)) or "nothing")
    return table


def _explained(finding: Finding, number: str, doc: "Doc") -> Table:
    """What a finding says, on which words and for what reason."""
    table = _table(f"{type(finding).__name__} {number}".strip())
    for mark in parts(finding, number):
        words, main = " ".join(mark.span.text.split()), main_word(doc, mark.span)
        shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
        hangs = f'; "{main.text}" is {relation(main)}' if main else ""
        _add(table, mark.part, f'"{shown}" at {mark.span.start}-{mark.span.end}{hangs}')
    for name, value in _values(finding):
        _add(table, name, value)
    _add(table, "sure", sure(finding))
    for told in reasons(finding):
        _add(table, "why", told)
    return table


def _values(finding: Finding) -> Iterator[tuple[str, str]]:
    """What a finding holds beside spans, where it holds anything."""
    for name, value in finding.bare().items():
        values = value if isinstance(value, list) else [value]
        if name not in PLACED and all(isinstance(one, str) for one in values) and values:
            yield name.replace("_", " "), ", ".join(values)


def _table(title: str) -> Table:
    table = Table(
        title=harmless(title),
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        show_header=False,
        pad_edge=False,
    )
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    return table


def _add(table: Table, name: str, value: str) -> None:
    table.add_row(name, Text(harmless(value)))
