"""What is gleaned from readings for those who ask what holds across reports: short rows, so that nobody has to go
through every finding of a large record.

Takes a reading and its text; gives the rows of `stands` (positions, with who tells them and the words to quote), of
`terms` (conditions), of `dealings` (talks and agreements that later reports can mean) and of `pairs` (who deals with
whom). The rows are of the last reading of each report as it was made: a report that people decided on is read in full
where it is asked for. They hold no truth, and are made anew whenever a newer akkoord brings the tables up to date, so
that what gleans may change with its version.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from math import prod
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert

from akkoord.codebook import Code, Issue, Span, Stance, parties_in
from akkoord.reading import Reading
from akkoord.reading.findings import Layer
from akkoord.record.page import Page
from akkoord.record.tables import dealings, pairs, stands, terms

GLEANED_LAYERS: tuple[Layer, ...] = (
    "actors", "statements", "conditions", "positions", "agreements", "talks",
)  # fmt: skip
MUCH = 0.8  # of the chance of the likeliest stance: what is less likely does not stand beside it
MOST_PARTIES = 6  # in one list: a summit of twenty says nothing of who deals with whom

Pair = tuple[str, str]
"""Two parties, the first by name first."""


class Stood(NamedTuple):
    """What one report tells a party to want on an issue, and how surely (0 to 1); `teller` is the code of somebody else
    whose word it is.
    """

    party: str
    issue: Issue
    stance: Stance
    paragraph: int
    start: int
    words: str
    teller: str | None
    confidence: float


class Term(NamedTuple):
    """What one report tells to be needed before what follows, by whom it is set, and how surely (0 to 1). Of the words
    of both, the first party named in them and the issues, joined with `+`, of the positions that they are the evidence
    of.
    """

    imposed_by: str | None
    needed: str
    needed_party: str | None
    needed_about: str | None
    follows: str
    follows_party: str | None
    follows_about: str | None
    paragraph: int
    start: int
    words: str
    confidence: float


class Lasting(NamedTuple):
    """What tells which agreement or talks a report means (the parties, joined with `+`, the name of an agreement, none
    for talks, place and date), and what it tells of them: the status and the provisions, joined likewise.
    """

    parties: str
    name: str | None
    place: str | None
    date: str | None
    status: str
    provisions: str


def likeliest(told: Iterable[tuple[Stance, float]]) -> dict[Stance, float]:
    """The chances of a party's stances on an issue by what is told of them on one day, each with its confidence: what
    several reports tell is likelier. A stance is left out that is much less likely than another.
    """
    confidences: dict[Stance, list[float]] = {}
    for stance, confidence in sorted(told):
        confidences.setdefault(stance, []).append(confidence)
    chances = {stance: any_right(own) for stance, own in confidences.items()}
    least = MUCH * max(chances.values(), default=0.0)
    return {stance: chance for stance, chance in chances.items() if chance >= least}


def any_right(confidences: Iterable[float]) -> float:
    """The chance that some of several tellings is right: of one its confidence, of several more than of any of them."""
    return 1 - prod(1 - confidence for confidence in confidences)


def stood(reading: Reading, page: Page) -> Iterator[Stood]:
    """The positions of a report, in the order in which they were read."""
    for position in reading.positions:
        evidence, party = position.evidence, position.party
        teller = _teller(page.speaker(evidence[0]), party)
        place = page.paragraph(evidence[0].start), evidence[0].start
        yield Stood(
            str(party),
            position.issue,
            position.stance,
            *place,
            page.quote(evidence),
            str(teller) if teller else None,
            position.confidence,
        )


def required(reading: Reading, page: Page) -> Iterator[Term]:
    """The conditions of a report, in the order in which they were read."""
    for condition in reading.conditions:
        needed, follows = condition.requirement, condition.consequence
        yield Term(
            str(condition.imposed_by.whole) if condition.imposed_by else None,
            needed.text,
            _named_in(needed, reading),
            _about(needed, reading),
            follows.text,
            _named_in(follows, reading),
            _about(follows, reading),
            page.paragraph(needed.start),
            needed.start,
            page.quote([needed, follows]),
            condition.confidence,
        )


def lasting(reading: Reading) -> Iterator[Lasting]:
    """The talks and agreements of a report that have a day, a place or a proper name by which other reports of any time
    can mean them.
    """
    for talk in reading.talks:
        if talk.date is not None:
            yield Lasting(_joined(talk.parties), None, talk.place, talk.date, talk.status, "")
    for pact in reading.agreements:
        named = any(word[:1].isupper() for word in pact.name.split())
        if named or pact.place is not None or pact.date is not None:
            place = pact.place if pact.status != "proposed" else None  # it may be talked of anywhere
            agreed = "+".join(pact.provisions)
            yield Lasting(_joined(pact.parties), pact.name, place, pact.date, pact.status, agreed)


def paired(reading: Reading) -> set[Pair]:
    """The pairs of parties that a report tells to talk or to have an agreement with each other, without persons who act
    for nobody.
    """
    named = [talk.parties for talk in reading.talks] + [pact.parties for pact in reading.agreements]
    lists = map(parties_in, named)
    few = (sorted(parties) for parties in lists if len(parties) <= MOST_PARTIES)
    return {
        (one, other)
        for parties in few
        for one, other in combinations((party for party in parties if not party.startswith("PER:")), 2)
    }


def glean(connection: Connection, report: int, day: date, reading: Reading, text: str) -> None:
    """Writes the rows of the report with this number out of its last reading, in the place of those it had."""
    page = Page(text, reading.statements)
    rows: dict[Any, list[dict[str, Any]]] = {
        stands: [what._asdict() for what in stood(reading, page)],
        terms: [what._asdict() for what in required(reading, page)],
        dealings: [what._asdict() for what in lasting(reading)],
        pairs: [{"one": one, "other": other} for one, other in sorted(paired(reading))],
    }
    for table, made in rows.items():
        connection.execute(delete(table).where(table.c.report == report))
        if made:
            connection.execute(insert(table), [{"report": report, "day": day, **row} for row in made])


def _named_in(span: Span, reading: Reading) -> str | None:
    """The first actor named in some words; a place named as an actor's ("de Krim") is none."""
    inside = [actor for actor in reading.actors if actor.code and span.covers(actor)]
    first = min(inside, key=lambda actor: actor.start, default=None)
    return str(first.code.whole) if first and first.code else None


def _about(span: Span, reading: Reading) -> str | None:
    issues = (
        position.issue
        for position in reading.positions
        if any(span.overlap(evidence) > len(evidence) // 2 for evidence in position.evidence)
    )
    return "+".join(issues) or None


def _joined(codes: tuple[Code, ...]) -> str:
    return "+".join(sorted(parties_in(codes)))


def _teller(speaker: Code | None, party: Code) -> Code | None:
    """Who tells of a position where it is not the party itself."""
    if speaker is None or set(speaker.whole.texts) & set(party.whole.texts):
        return None
    return speaker
