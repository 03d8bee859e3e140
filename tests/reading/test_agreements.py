"""Agreements: from signals and frames to what was agreed, by whom, and whether it holds."""

from dataclasses import replace

import pytest
from tests.reading.layered import Read, found

from akkoord.reading.agreements import draft_agreements
from akkoord.reading.frames.hits import AgreementHit


def test_an_agreement_without_known_parties_is_not_told() -> None:
    read = Read("Er kwam een akkoord.", {"agreement": {"een akkoord": ""}})
    assert draft_agreements(read.signals, read.mentions, read.times) == []


@pytest.mark.parametrize(("upos", "told"), [("NOUN", 1), ("VERB", 0)])
def test_an_agreement_that_the_head_alone_marks_has_a_noun(upos: str, told: int) -> None:
    tags = {"actor": {"Finland": "", "Zweden": ""}, "agreement": {"een verdrag": ""}}
    read = Read(
        "Finland en Zweden wilden een verdrag.", tags, {"parties": {"een verdrag": ["Finland", "Zweden"]}}
    )
    signals = replace(read.signals, upos=[upos] * len(read.signals.upos))
    assert len(draft_agreements(signals, read.mentions, read.times)) == told


def hit(first: int, last: int, noun: str, **more: object) -> AgreementHit:
    """A telling of an agreement in these words, the last of which names it."""
    given = {"kind": "pact", "marks": frozenset(), "definite": True, "status": None} | more
    return AgreementHit(
        name=range(last, last + 1),
        words=range(first, last + 1),
        noun=noun,
        parties=(0, 2),
        third_parties=(),
        arcs=(),
        **given,  # type: ignore[arg-type]
    )


def test_an_agreement_has_name_date_place_and_what_was_agreed() -> None:
    text = (
        "Rusland en Oekraïne sloten in 2015 in Minsk een vredesakkoord. "
        "Daarin is een wapenstilstand afgesproken. Er waren ook verkiezingen."
    )
    read = Read(text, {"actor": {"Rusland": "", "Oekraïne": ""}})
    told = hit(3, 9, "akkoord", status="concluded")
    (draft,) = draft_agreements(read.signals, read.mentions, read.times, (told,))
    agreement = draft.finding
    assert (agreement.name, agreement.date, agreement.place) == ("vredesakkoord", "2015", "Minsk")
    assert agreement.provisions == ("ceasefire",)


@pytest.mark.parametrize(
    ("status", "provisions"), [("concluded", ("prisoners", "withdrawal")), ("violated", ("prisoners",))]
)
def test_what_was_agreed_stands_in_its_phrase_and_in_how_it_was_made(
    status: str, provisions: tuple[str, ...]
) -> None:
    text = "Finland en Zweden sloten een gevangenenruil na terugtrekking in een jaar van verkiezingen en overleg."
    read = Read(text, {"actor": {"Finland": "", "Zweden": ""}})
    told = replace(
        hit(3, 5, "ruil", status=status), scenes=(frozenset({4, 5}), frozenset({0, 1, 2, 3, 4, 5, 6, 7, 15}))
    )
    (agreement,) = found(draft_agreements(read.signals, read.mentions, read.times, (told,)))
    assert agreement.provisions == provisions


def test_a_plural_has_the_time_from_the_first_to_the_last_that_are_joined() -> None:
    text = "Rusland en Oekraïne sloten in 2014 en 2015 akkoorden."
    read = Read(text, {"actor": {"Rusland": "", "Oekraïne": ""}})
    told = replace(hit(3, 9, "akkoord", status="concluded"), scenes=(frozenset({8}), frozenset(range(9))))
    (one,) = found(draft_agreements(read.signals, read.mentions, read.times, (told,)))
    (several,) = found(
        draft_agreements(read.signals, read.mentions, read.times, (replace(told, several=True),))
    )
    assert (one.date, several.date) == ("2015", "2014/2015")


def test_when_it_failed_is_not_its_date() -> None:
    text = "Rusland en Oekraïne zijn in 2015 van het akkoord af."
    read = Read(text, {"actor": {"Rusland": "", "Oekraïne": ""}})
    (told,) = found(
        draft_agreements(read.signals, read.mentions, read.times, (hit(8, 9, "akkoord", status="ended"),))
    )
    assert told.date is None


def test_a_heading_alone_tells_of_no_agreement() -> None:
    read = Read("Eerder bestand. Finland en Zweden praten.", {"actor": {"Finland": "", "Zweden": ""}})
    heading = replace(hit(0, 2, "bestand", definite=False), bare=True)
    assert draft_agreements(read.signals, read.mentions, read.times, (heading,)) == []


def test_what_has_a_name_of_its_own_is_no_other_agreement() -> None:
    text = "Finland en Zweden sloten een deal. Het akkoord van Minsk geldt."
    read = Read(text, {"actor": {"Finland": "", "Zweden": ""}})
    deal = hit(3, 6, "deal", definite=False, status="concluded")
    named = replace(hit(8, 9, "akkoord", status="in-force"), marks=frozenset({"minsk"}))
    assert len(draft_agreements(read.signals, read.mentions, read.times, (deal, named))) == 2


def test_an_agreement_told_again_has_the_later_status_and_another_is_told_apart() -> None:
    text = "Finland en Zweden tekenden een verdrag. Dat akkoord is voorbij. Het handvest geldt."
    read = Read(text, {"actor": {"Finland": "", "Zweden": ""}})
    hits = (
        hit(3, 5, "verdrag", definite=False, status="concluded"),
        hit(7, 8, "akkoord", status="ended"),
        hit(12, 13, "handvest", status="in-force"),
    )
    ended, other = found(draft_agreements(read.signals, read.mentions, read.times, hits))
    assert (ended.status, other.status) == ("ended", "in-force")
    assert [span.text for span in ended.evidence] == ["tekenden een verdrag", "Dat akkoord"]
    assert [str(party) for party in ended.parties] == ["FIN", "SWE"]


def test_what_is_settled_is_not_proposed_again() -> None:
    text = "Finland en Zweden tekenden een verdrag. Over het verdrag wordt gepraat."
    read = Read(text, {"actor": {"Finland": "", "Zweden": ""}})
    hits = (
        hit(3, 5, "verdrag", definite=False, status="concluded"),
        hit(8, 9, "verdrag", status="proposed"),
    )
    (agreement,) = found(draft_agreements(read.signals, read.mentions, read.times, hits))
    assert agreement.status == "concluded"
