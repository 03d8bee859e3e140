"""`akkoord report`: a report as the record has it."""

from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from akkoord.cli.asking import AsOfOption, JsonOption, RecordOption, SinceOption, day_of, print_json
from akkoord.cli.findings import findings_tables, harmless, numbers, sure
from akkoord.cli.reads import console
from akkoord.reading import Reading, ReportHead
from akkoord.record import Decision, Entry, MadeReading, Record
from akkoord.when import When


def report(
    id: Annotated[
        str | None, typer.Argument(help="The report's id; without one all are listed.", metavar="ID")
    ] = None,
    record: RecordOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print a report as the record has it: its text, findings with their ids, versions, readings, decisions.

    Example: akkoord report 2022-02-25-inval
    """
    with Record.open(record, must_exist=True) as kept:
        if id is None:
            _print_list(kept, as_of, since, as_json)
            return
        entry, made, decisions = kept.entry(id), kept.readings(id), kept.decisions(id)
    if as_json:
        print_json(_values(entry, made, decisions))
    else:
        _print_entry(entry, made, decisions)


def _print_list(kept: Record, as_of: str | None, since: str | None, as_json: bool) -> None:
    entries = [
        (entry.report, entry.versions)
        for entry in kept.entries(day_of(as_of, last=True), day_of(since), layers=())
    ]
    if as_json:
        print_json([head.model_dump() | {"versions": [one.id for one in others]} for head, others in entries])
        return
    table = Table("Report", "Published", "By", "Title", "Versions", box=SIMPLE_HEAD, pad_edge=False)
    for head, others in entries:
        cells = (
            head.id,
            _day(head),
            head.publisher or "",
            head.title or "",
            " ".join(one.id for one in others),
        )
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    console().print(table)


def _print_entry(entry: Entry, made: list[MadeReading], decisions: list[Decision]) -> None:
    out = console()
    out.print(Text(harmless(entry.text)))
    out.print(findings_tables(entry.reading))
    out.print(_ids(entry.reading))
    for version in entry.versions:
        out.print(Text(f"Version: {version.id} · {version.publisher or ''} · {_day(version)}", "dim"))
    for reading in made:
        by = reading.made_by
        told = f"Read {reading.made:%Y-%m-%d %H:%M} by reader {by.reader}, lexicon {by.lexicon}, pipeline {by.pipeline}"
        out.print(Text(told, "dim"))
    for decision in decisions:
        told = f"Decision {decision.number}: {decision.kind} by {decision.by}, {decision.at:%Y-%m-%d %H:%M}"
        out.print(Text(harmless(f"{told}: {decision.note}" if decision.note else told)))


def _ids(reading: Reading) -> Table:
    """The ids of the findings, by which akkoord decide knows them."""
    table = Table("", "Id", "Words", "Sure", "Why", title="Ids", box=SIMPLE_HEAD, pad_edge=False)
    table.title_justify, table.title_style = "left", "bold"
    number = numbers(reading)
    for finding in reading.findings():
        words = " … ".join(span.text for span in finding.spans())
        cells = (number.get(finding.id, ""), finding.id, words, sure(finding), "; ".join(finding.why))
        table.add_row(*(Text(harmless(" ".join(cell.split()))) for cell in cells))
    return table


def _values(entry: Entry, made: list[MadeReading], decisions: list[Decision]) -> dict[str, Any]:
    return {
        "report": entry.report.model_dump(),
        "entered": entry.entered.isoformat(timespec="seconds"),
        "text": entry.text,
        "versions": [version.model_dump() for version in entry.versions],
        "reading": entry.reading.model_dump(mode="json"),
        "readings": [
            {
                "made": one.made.isoformat(timespec="seconds"),
                "reader": one.made_by.reader,
                "lexicon": one.made_by.lexicon,
                "pipeline": one.made_by.pipeline,
                "findings": len(list(one.reading.findings())),
            }
            for one in made
        ],
        "decisions": [decision.values() for decision in decisions],
    }


def _day(head: ReportHead) -> str:
    return When.parse(head.published).caption("en") if head.published else ""
