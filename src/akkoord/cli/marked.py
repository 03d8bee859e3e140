"""A report's body with its findings marked in it, in colours or, where there are none, in brackets.

In brackets every finding's words stand as `[words|what they are]`. In colours each part has its own, and the number
of a finding (`s1`, as in its table) stands raised behind its cue, its trigger or its evidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

from rich.text import Text

from akkoord.cli.findings import code, harmless, numbers
from akkoord.codebook import Span
from akkoord.reading import (
    Actor,
    Agreement,
    Condition,
    Event,
    Finding,
    Position,
    Reading,
    Statement,
    Talk,
    Time,
)

# What lies over other words comes first: where two parts share words, the later one's colour is seen.
STYLES = {
    "content": "italic",
    "evidence": "blue",
    "requirement": "magenta",
    "consequence": "magenta",
    "actor": "cyan",
    "addressee": "cyan",
    "time": "green",
    "source": "underline",
    "condition": "bold magenta",
    "cue": "bold yellow",
    "trigger": "bold red",
}
SHOWN = ("actor", "time", "source", "cue", "content", "trigger", "condition", "requirement", "evidence")
NUMBERED = ("cue", "trigger", "condition", "evidence")  # parts behind which the number stands
RAISED = str.maketrans("acepst0123456789", "ᵃᶜᵉᵖˢᵗ⁰¹²³⁴⁵⁶⁷⁸⁹")
BRACKETS = (
    "[words|what they are]: an actor's code, a time's value, or a part of a finding of the tables below\n"
    "(s statement, e event, c condition, p position, a agreement, t talk)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that play a part in a finding; `name` is its number, an actor's code or a time's value."""

    span: Span
    part: str
    name: str

    @property
    def tag(self) -> str:
        """What the words are, for brackets."""
        return self.name if self.part in ("actor", "time") else f"{self.name} {self.part}"


def legend(in_colour: bool) -> Text:
    """What the marks mean."""
    if not in_colour:
        return Text(BRACKETS, "dim")
    return Text(" · ").join(Text(part, STYLES[part]) for part in SHOWN)


def marked(text: str, reading: Reading, in_colour: bool) -> Text:
    """The body with the findings marked in it."""
    marks = list(_marks(reading))
    return _coloured(harmless(text), marks) if in_colour else Text(_bracketed(harmless(text), marks))


def _coloured(text: str, marks: Iterable[Mark]) -> Text:
    body, raised = Text(text), defaultdict[int, list[str]](list)
    for mark in sorted(marks, key=lambda mark: list(STYLES).index(mark.part)):
        body.stylize(STYLES[mark.part], mark.span.start, mark.span.end)
        if mark.part in NUMBERED and mark.name not in raised[mark.span.end]:
            raised[mark.span.end].append(mark.name)
    places = sorted(place for place, names in raised.items() if names)
    pieces = body.divide(places)
    shown = Text()
    for piece, place in zip(pieces, [*places, None], strict=False):
        shown.append_text(piece)
        if place is not None:
            shown.append("·".join(raised[place]).translate(RAISED), "bold")
    return shown


def _bracketed(text: str, marks: Iterable[Mark]) -> str:
    """Brackets around all marked words; same words share one pair, shorter ones lie inside longer ones."""
    tags = defaultdict[tuple[int, int], list[str]](list)
    for mark in marks:
        if mark.tag not in tags[mark.span.start, mark.span.end]:
            tags[mark.span.start, mark.span.end].append(mark.tag)
    inserts = defaultdict[int, str](str)
    for start, end in sorted(tags, key=lambda place: (-place[0], place[1])):
        inserts[end] += f"|{', '.join(tags[start, end])}]"
    for start, _ in tags:
        inserts[start] += "["
    pieces, done = [], 0
    for place in sorted(inserts):
        pieces += [text[done:place], inserts[place]]
        done = place
    return "".join([*pieces, text[done:]])


def _marks(reading: Reading) -> Iterator[Mark]:
    number = numbers(reading)
    for finding in reading.findings():
        name = number.get(finding.id, "")
        yield from parts(finding, name)


@singledispatch
def parts(finding: Finding, name: str) -> Iterator[Mark]:
    """The words of a finding and the part that each plays."""
    raise TypeError(f"no marks for {type(finding).__name__}")


@parts.register
def _(actor: Actor, name: str) -> Iterator[Mark]:
    yield Mark(actor, "actor", code(actor.code))


@parts.register
def _(time: Time, name: str) -> Iterator[Mark]:
    yield Mark(time, "time", time.value)


@parts.register
def _(statement: Statement, name: str) -> Iterator[Mark]:
    for mention, part in ((statement.source, "source"), (statement.addressee, "addressee")):
        if mention is not None:
            yield Mark(mention, part, name)
    yield Mark(statement.cue, "cue", name)
    yield from (Mark(span, "content", name) for span in statement.content)


@parts.register
def _(event: Event, name: str) -> Iterator[Mark]:
    yield Mark(event.trigger, "trigger", name)


@parts.register
def _(condition: Condition, name: str) -> Iterator[Mark]:
    yield Mark(condition.cue, "condition", name)
    yield Mark(condition.requirement, "requirement", name)
    yield Mark(condition.consequence, "consequence", name)


@parts.register(Position)
@parts.register(Agreement)
@parts.register(Talk)
def _(finding: Position | Agreement | Talk, name: str) -> Iterator[Mark]:
    yield from (Mark(span, "evidence", name) for span in finding.evidence)
