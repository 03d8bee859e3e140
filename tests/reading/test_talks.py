"""Talks: from signals and frames to who meets whom, where, and what became of it."""

from datetime import date

import pytest
from tests.reading.layered import DAY, RUS, UKR, Read, found

from akkoord.codebook import Code, TalkStatus
from akkoord.reading.findings import Event, Talk
from akkoord.reading.frames.hits import AgreementHit, EventHit, TalkHit
from akkoord.reading.talks import draft_talks


def test_talks_told_again_with_the_same_status_are_one_and_with_another_are_two() -> None:
    first, again, off = "praten in Minsk", "spreken elkaar", "heeft Moskou Kiev afgezegd"
    text = f"Rusland en Oekraïne {first}. Zij {again}. Wenen {off}."
    read = Read(
        text,
        {
            "actor": dict.fromkeys(("Rusland", "Oekraïne", "Moskou", "Kiev"), ""),
            "talk": {first: "", again: "", off: ""},
            "talk_status": {first: "planned", again: "planned", off: "cancelled"},
        },
        {"parties": {told: ["Rusland", "Oekraïne"] for told in (first, again)} | {off: ["Moskou", "Kiev"]}},
    )
    planned, cancelled = found(draft_talks(read.signals, read.mentions, read.times, (), meeting(3, 8, 12)))
    assert set(planned.parties) == set(cancelled.parties) == {RUS, UKR}
    assert (planned.status, cancelled.status) == ("planned", "cancelled")
    assert [span.text for span in planned.evidence] == [first, again]
    assert planned.place == "Minsk"


def meeting(*words: int) -> tuple[TalkHit, ...]:
    """Words of meeting that say nothing of their status."""
    return tuple(TalkHit(word, None, "by itself") for word in words)


def talks_told(tags: dict[str, str], hits: tuple[TalkHit, ...] = (), day: date = DAY) -> list[Talk]:
    """The talks between two parties that some words tell, each with the status that the head gives it."""
    text = "Rusland en Oekraïne " + " na een lange en stille winter ".join(tags) + "."
    read = Read(
        text,
        {"actor": {"Rusland": "", "Oekraïne": ""}, "talk": dict.fromkeys(tags, ""), "talk_status": tags},
        {"parties": {told: ["Rusland", "Oekraïne"] for told in tags}},
    )
    return found(draft_talks(read.signals, read.mentions, read.times, (), hits, day))


@pytest.mark.parametrize(("beside", "status"), [("proposed", "proposed"), (None, "held")])
def test_who_brings_others_together_does_so_for_the_talks_beside(
    beside: TalkStatus | None, status: TalkStatus
) -> None:
    read = Read(
        "Rusland en Oekraïne willen overleg onder auspiciën van Turkije.",
        {"actor": dict.fromkeys(("Rusland", "Oekraïne", "Turkije"), "")},
    )
    event = Event(
        trigger=read.signals.span(range(6, 7)),
        type="CONSULT",
        mode="third-party",
        actors=(Code.parse("TUR"),),
        recipients=(RUS, UKR),
        reality="actual",
    )
    hit = TalkHit(4, beside, "by what is wanted")
    talks = found(draft_talks(read.signals, read.mentions, read.times, [event], (hit,)))
    (told,) = (talk for talk in talks if "auspiciën" in {span.text for span in talk.evidence})
    assert told.status == status


def test_a_call_and_a_meeting_are_two_talks() -> None:
    told = talks_told({"belden elkaar": "held", "praatten lang": "held"}, meeting(3, 11))
    assert [talk.channel for talk in told] == ["phone", "meeting"]


def test_what_holds_no_word_of_meeting_is_no_talks() -> None:
    assert talks_told({"trouwden later": "held"}) == []


def test_what_one_side_holds_with_its_own_is_no_talks() -> None:
    hit = TalkHit(3, "held", "by itself", verb=True, partners=(0, 0))
    assert talks_told({"praatten lang": "held"}, (hit,)) == []


@pytest.mark.parametrize(("day", "expected"), [(3, "planned"), (4, "proposed")])
def test_what_would_be_on_the_day_itself_is_planned(day: int, expected: str) -> None:
    hit = TalkHit(3, "proposed", "under zou", verb=True, maybe=True)
    (talk,) = talks_told({"praten op 3 mei 2030": "held"}, (hit,), day=date(2030, 5, day))
    assert talk.status == expected


@pytest.mark.parametrize(("year", "expected"), [(2019, "planned"), (2031, "held")])
def test_what_is_on_a_day_to_come_is_planned(year: int, expected: str) -> None:
    (talk,) = talks_told({"praten op 3 mei 2030": "held"}, meeting(3), day=date(year, 1, 1))
    assert talk.status == expected


def test_what_the_text_says_of_talks_goes_before_what_the_head_says() -> None:
    told = "schrapten het overleg"
    read = Read(
        f"Rusland en Oekraïne {told}.",
        {
            "actor": {"Rusland": "", "Oekraïne": ""},
            "talk": {told: ""},
            "talk_status": {told: "held"},
        },
        {"parties": {told: ["Rusland", "Oekraïne"]}},
    )
    hits = (TalkHit(5, "cancelled", "obj of schrapten"),)
    (talk,) = found(draft_talks(read.signals, read.mentions, read.times, (), hits))
    assert talk.status == "cancelled"
    assert "obj of schrapten" in talk.why


def test_talks_are_hosted_by_whose_place_it_is_if_the_report_tells_of_hosting() -> None:
    told = "praten in Minsk"
    tags = {"actor": {"Rusland": "", "Oekraïne": ""}, "talk": {told: ""}, "talk_status": {told: "held"}}
    links = {"parties": {told: ["Rusland", "Oekraïne"]}}
    text = f"Rusland en Oekraïne {told}."
    read = Read(text, tags, links)
    (draft,) = draft_talks(read.signals, read.mentions, read.times, (), meeting(3))
    assert draft.finding.host is None
    tags["actor"]["De Belarussische president"] = ""
    read = Read(f"{text} De Belarussische president bood dat aan.", tags, links)
    (draft,) = draft_talks(read.signals, read.mentions, read.times, (), meeting(3))
    assert draft.finding.host is None
    tags["actor"] = {"Rusland": "", "Oekraïne": "", "de Belarussische president": ""}
    read = Read(f"{text[:-1]} waar de Belarussische president hen ontvangt.", tags, links)
    (draft,) = draft_talks(read.signals, read.mentions, read.times, (), meeting(3))
    assert str(draft.finding.host) == "BLR"


def test_a_call_between_two_parties_is_talks() -> None:
    read = Read("Finland belde Zweden.", {"actor": {"Finland": "", "Zweden": ""}})
    hit = EventHit(range(1, 2), "CONSULT", "phone", "actual", (0,), (2,), "consult.toml: bellen", ())
    events = found(read.events(hit))
    events = [event.model_copy(update={"reality": "negated"}) for event in events]
    (talk,) = found(draft_talks(read.signals, read.mentions, read.times, events))
    assert [str(party) for party in talk.parties] == ["FIN", "SWE"]
    assert talk.channel == "phone"
    assert talk.status in ("refused", "cancelled", "attempted")


def test_talks_in_belarus_are_no_phone_calls() -> None:
    told = "praten in Belarus"
    tags = {"actor": {"Rusland": "", "Oekraïne": ""}, "talk": {told: ""}, "talk_status": {told: "held"}}
    read = Read(f"Rusland en Oekraïne {told}.", tags, {"parties": {told: ["Rusland", "Oekraïne"]}})
    (talk,) = found(draft_talks(read.signals, read.mentions, read.times, (), meeting(3)))
    assert talk.channel == "meeting"


@pytest.mark.parametrize(("made", "expected"), [(True, ["held"]), (False, [])])
def test_who_signs_something_somewhere_met_there(made: bool, expected: list[str]) -> None:
    read = Read(
        "Rusland en Oekraïne sloten in Minsk een bestand.", {"actor": {"Rusland": "", "Oekraïne": ""}}, {}
    )
    phrase, clause = frozenset({6, 7}), frozenset(range(8))
    hit = AgreementHit(
        name=range(7, 8),
        words=range(3, 8),
        kind="truce",
        noun="bestand",
        marks=frozenset(),
        definite=False,
        status="concluded",
        parties=(0, 2),
        third_parties=(),
        arcs=(),
        scenes=(phrase, clause) if made else (phrase,),
    )
    talks = found(draft_talks(read.signals, read.mentions, read.times, (), (), DAY, (hit,)))
    assert [talk.status for talk in talks] == expected
    assert all(set(talk.parties) == {RUS, UKR} and talk.place == "Minsk" for talk in talks)
