"""`akkoord decide`: what a person says of findings, reports and actors."""

import getpass
import json
from collections.abc import Callable
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from akkoord.cli.asking import JsonOption, RecordOption, print_json
from akkoord.cli.findings import harmless
from akkoord.cli.reads import console
from akkoord.errors import AkkoordError
from akkoord.record import Decision, Person, Record

decide = typer.Typer(
    no_args_is_help=True,
    help="Accept, reject, correct, add, note, merge, split: a person's word on what the reader found.",
)

ReportArgument = Annotated[
    str, typer.Argument(help="The report's id; akkoord report lists them.", metavar="REPORT")
]
FindingArgument = Annotated[
    str, typer.Argument(help="The finding's id; akkoord report REPORT lists them.", metavar="FINDING")
]
ActorsArgument = Annotated[
    list[str], typer.Argument(help="Codes such as ORG:LNA, or names as written.", metavar="ACTOR ACTOR...")
]
SetOption = Annotated[
    list[str],
    typer.Option(
        "--set",
        help="A field and its value, as text or JSON; words of the report where the field is words. Again for more.",
        metavar="FIELD=VALUE",
    ),
]
ByOption = Annotated[
    str | None, typer.Option("--by", help="Who decides; else the user's name.", metavar="WHO")
]
NoteOption = Annotated[str | None, typer.Option("--note", help="Why, in your words.", metavar="TEXT")]


class BadField(AkkoordError):
    """A field that is given in no form that can be read."""


@decide.command()
def accept(
    report: ReportArgument,
    finding: FindingArgument,
    by: ByOption = None,
    note: NoteOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that a finding is right; it then holds whatever later readers find.

    Example: akkoord decide accept 2022-02-25-inval event-0123456789ab --by Jansen
    """
    _decide(record, by, as_json, lambda person: person.accept(report, finding, note))


@decide.command()
def reject(
    report: ReportArgument,
    finding: FindingArgument,
    by: ByOption = None,
    note: NoteOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that a finding is none; it is shown no more, and stays in the record.

    Example: akkoord decide reject 2022-02-25-inval event-0123456789ab --note "Is geen eis"
    """
    _decide(record, by, as_json, lambda person: person.reject(report, finding, note))


@decide.command()
def correct(
    report: ReportArgument,
    finding: FindingArgument,
    fields: SetOption,
    by: ByOption = None,
    note: NoteOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give a finding other values in some fields.

    Example: akkoord decide correct 2022-02-25-inval event-0123456789ab --set type=THREATEN --set actors=RUS/GOV
    """
    changes = _fields(fields)
    _decide(record, by, as_json, lambda person: person.correct(report, finding, changes, note))


@decide.command()
def add(
    report: ReportArgument,
    layer: Annotated[str, typer.Argument(help="Such as events or positions.", metavar="LAYER")],
    fields: SetOption,
    by: ByOption = None,
    note: NoteOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a finding that the reader missed.

    Example: akkoord decide add 2022-02-25-inval events --set trigger="om tafel" --set type=CONSULT
    --set reality=negated
    """
    given = _fields(fields)
    _decide(record, by, as_json, lambda person: person.add(report, layer, given, note))


@decide.command("note")
def note_on(
    report: ReportArgument,
    text: Annotated[str, typer.Argument(help="The remark.", metavar="TEXT")],
    finding: Annotated[
        str | None, typer.Option(help="The finding that it is on; else the report.", metavar="FINDING")
    ] = None,
    by: ByOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a remark on a report or on a finding; it changes nothing.

    Example: akkoord decide note 2022-02-25-inval "Nagaan bij de bron"
    """
    _decide(record, by, as_json, lambda person: person.note(report, text, finding))


@decide.command()
def merge(
    actors: ActorsArgument,
    by: ByOption = None,
    note: NoteOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that actors are one.

    Example: akkoord decide merge ORG:LNA Haftar
    """
    _decide(record, by, as_json, lambda person: person.merge(actors, note))


@decide.command()
def split(
    actors: ActorsArgument,
    by: ByOption = None,
    note: NoteOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that actors are not one, whatever was decided or found before.

    Example: akkoord decide split PER:Jansen "minister Jansen"
    """
    _decide(record, by, as_json, lambda person: person.split(actors, note))


@decide.command("list")
def list_all(
    report: Annotated[str | None, typer.Argument(help="Only on this report.", metavar="REPORT")] = None,
    adrift: Annotated[
        bool, typer.Option("--adrift", help="Only those that take hold of nothing any more, with the reason.")
    ] = False,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the decisions, in the order in which they were made.

    Example: akkoord decide list --adrift
    """
    with Record.open(record, must_exist=True) as kept:
        if adrift:
            lost = [one for one in kept.adrift() if report in (None, one.report)]
            rows = [(one.decision, f"in {one.report}: {one.reason}") for one in lost]
        else:
            rows = [(decision, "") for decision in kept.decisions(report)]
    if as_json:
        print_json([decision.values() | ({"adrift": reason} if reason else {}) for decision, reason in rows])
    elif rows:
        console().print(_table(rows))
    else:
        typer.echo("No decisions.")


def _decide(record: str | None, by: str | None, as_json: bool, decision: Callable[[Person], int]) -> None:
    """Makes a decision and tells of it."""
    with Record.open(record, must_exist=True) as kept:
        number = decision(kept.person(by if by is not None else getpass.getuser()))
        made = next(one for one in kept.decisions() if one.number == number)
    if as_json:
        print_json(made.values())
    else:
        typer.echo(f"Decision {number}: {_told(made)}")


def _fields(given: list[str]) -> dict[str, Any]:
    """The values of fields; JSON where it is that, else text; several for a field that is given again."""
    fields: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise BadField(f"{text!r} is no field with its value; write it as FIELD=VALUE")
        fields.setdefault(name, []).append(_value(value))
    return {name: values[0] if len(values) == 1 else values for name, values in fields.items()}


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _told(decision: Decision) -> str:
    """What was decided, on what."""
    if decision.actors:
        return f"{decision.kind} {', '.join(decision.actors)}"
    changed = [finding.id for finding in (decision.target, decision.result) if finding]
    return " ".join([decision.kind, decision.report or "", " → ".join(dict.fromkeys(changed))]).rstrip()


def _table(rows: list[tuple[Decision, str]]) -> Table:
    table = Table("", "Decision", "By", "When", "Note", box=SIMPLE_HEAD, pad_edge=False)
    for decision, reason in rows:
        note = "; ".join(part for part in (decision.note, reason) if part)
        cells = (str(decision.number), _told(decision), decision.by, f"{decision.at:%Y-%m-%d %H:%M}", note)
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    return table
