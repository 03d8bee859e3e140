"""Reports and readings for the tests of the record, and a reader that is quick and simple."""

import re

from akkoord.codebook import Code, Span
from akkoord.reading import Actor, Event, Position, Reading, ReportHead, Statement
from akkoord.record import ReaderVersion
from akkoord.reports import Report

ONE = ReaderVersion("1", "1", "1")
TWO = ReaderVersion("2", "1", "1")
PARTIES = {"Moskou": Code.of("RUS", "GOV"), "Kiev": Code.of("UKR", "GOV")}

TALKS = (
    "Moskou eist dat Kiev de wapens neerlegt. Kiev weigert dat en wil eerst praten over een "
    "bestand. Volgens een diplomaat is er in de hoofdstad al dagen overleg over de plaats van "
    "het gesprek, de volgorde van de stappen en de vraag wie er aan tafel zit."
)


def report(text: str = TALKS, id: str = "een", published: str | None = "2022-02-25", **head: str) -> Report:
    return Report(id=id, text=text, published=published, **head)


def span(words: str, text: str = TALKS) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def read(report: Report) -> Reading:
    """A reading by names and by two verbs: "eist" makes a demand, "weigert" a refusal."""
    text = report.text
    actors = [
        Actor(**Span.of(text, *place.span()).model_dump(), code=PARTIES[place[0]])
        for place in re.finditer("|".join(PARTIES), text)
    ]
    demands = [Span.of(text, *place.span()) for place in re.finditer(r"\beist\b", text)]
    refusals = [Span.of(text, *place.span()) for place in re.finditer(r"\bweigert\b", text)]
    return Reading(
        report=ReportHead(id=report.id, published=report.published),
        actors=tuple(actors),
        statements=tuple(
            Statement(source=None, cue=cue, content=(rest_of(text, cue),), form="indirect") for cue in demands
        ),
        events=(
            *(Event(trigger=cue, type="REQUEST", reality="actual") for cue in demands),
            *(Event(trigger=cue, type="REJECT", reality="actual") for cue in refusals),
        ),
        positions=tuple(
            Position(party=Code.of("UKR"), issue="disarmament", stance="rejects", evidence=(cue,))
            for cue in refusals[:1]
        ),
    )


def rest_of(text: str, cue: Span) -> Span:
    """What follows in the sentence, its full stop left out."""
    end = text.find(".", cue.end + 2)
    return Span.of(text, cue.end + 1, end if end > 0 else len(text))
