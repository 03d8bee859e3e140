"""What is gleaned from readings for those who ask what holds across reports: short rows, so that nobody has to go
through every finding of a large record.

Takes a reading and its text; gives the rows of `stands` (positions, with who tells them and the words to quote) and
of `dealings` (who talks or agrees with whom). The rows are of readings as they were made: a report that people
decided on is read in full where it is asked for. They hold no truth, and are made anew whenever a newer akkoord
brings the tables up to date, so that what gleans may change with its version.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, insert

from akkoord.codebook import Code, Issue, Stance, parties_in
from akkoord.reading import Reading
from akkoord.reading.findings import Layer
from akkoord.record.page import Page
from akkoord.record.tables import dealings, stands

GLEANED_LAYERS: tuple[Layer, ...] = ("statements", "positions", "agreements", "talks")


class Stood(NamedTuple):
    """What one report tells a party to want on an issue; `teller` is the code of somebody else whose word it is."""

    party: str
    issue: Issue
    stance: Stance
    paragraph: int
    start: int
    words: str
    teller: str | None


class Dealing(NamedTuple):
    """The parties to talks or to an agreement as one report names them, joined with `+`. It is `lasting` where it has
    a day or a proper name, by which reports of any later time can mean it.
    """

    parties: str
    lasting: bool


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
        )


def dealt(reading: Reading) -> Iterator[Dealing]:
    """The talks and agreements of a report."""
    for talk in reading.talks:
        yield Dealing(_joined(talk.parties), talk.date is not None)
    for pact in reading.agreements:
        named = any(word[:1].isupper() for word in pact.name.split())
        yield Dealing(_joined(pact.parties), named or pact.date is not None)


def glean(connection: Connection, number: int, reading: Reading, text: str) -> None:
    """Writes the rows of the reading with this number."""
    page = Page(text, reading.statements)
    for table, rows in ((stands, stood(reading, page)), (dealings, dealt(reading))):
        if written := [{"reading": number, **row._asdict()} for row in rows]:
            connection.execute(insert(table), written)


def _joined(codes: tuple[Code, ...]) -> str:
    return "+".join(sorted(parties_in(codes)))


def _teller(speaker: Code | None, party: Code) -> Code | None:
    """Who tells of a position where it is not the party itself."""
    if speaker is None or set(speaker.whole.texts) & set(party.whole.texts):
        return None
    return speaker
