"""Positions: from signals, statements and what frames find wanted to who stands where on what."""

from dataclasses import replace

import pytest
from tests.reading.layered import RUS, Read, found

from akkoord.codebook import ISSUES, Code, Span, Stance
from akkoord.reading.findings import Condition, Event
from akkoord.reading.frames.hits import EventHit, WantHit
from akkoord.reading.positions import draft_positions
from akkoord.reading.topics import Topics


def test_a_position_is_told_once_with_all_its_evidence() -> None:
    text = "Rusland eist neutraliteit. Moskou blijft neutraliteit eisen."
    first, second = "Rusland eist neutraliteit", "Moskou blijft neutraliteit eisen"
    read = Read(
        text,
        {
            "actor": {"Rusland": "", "Moskou": ""},
            "position": {first: "", second: ""},
            "issue": {first: "neutrality", second: "neutrality"},
            "stance": {first: "demands", second: "demands"},
        },
        {"holder": {first: ["Rusland"], second: ["Moskou"]}},
    )
    (position,) = found(draft_positions(read.signals, read.mentions, read.statements, (), (), ()))
    assert (position.party, position.issue, position.stance) == (RUS, "neutrality", "demands")
    assert [span.text for span in position.evidence] == [first, second]


def test_who_demands_a_thing_holds_a_position_on_what_the_words_name() -> None:
    read = Read("Finland eist een wapenstilstand.", {"actor": {"Finland": ""}})
    hit = EventHit(range(1, 2), "REQUEST", None, "actual", (0,), (), "request.toml: eisen", ())
    events = found(read.events(hit))
    events = [event.model_copy(update={"reality": "actual"}) for event in events]
    (position,) = found(draft_positions(read.signals, read.mentions, read.statements, events, (), ()))
    assert (str(position.party), position.issue, position.stance) == ("FIN", "ceasefire", "demands")


def wanted(cue: int, holder: int, target: range, *stances: Stance) -> WantHit:
    """A want of one word, whose clause runs from its holder to the end of what is wanted."""
    clause = range(min(cue, holder), target.stop)
    return WantHit((cue,), stances, (holder,), tuple(target), clause, "actual", "wants.toml: x", ("arc",))


def test_who_wants_a_thing_holds_a_position_on_what_its_words_name() -> None:
    read = Read("Finland weigert de gevangenen te ruilen.", {"actor": {"Finland": ""}})
    hit = wanted(1, 0, range(2, 6), "rejects")
    (position,) = found(draft_positions(read.signals, read.mentions, read.statements, (), (), (hit,)))
    assert (str(position.party), position.issue, position.stance) == ("FIN", "prisoners", "rejects")
    assert position.why == ("frame wants.toml: x", "arc")


def test_words_inside_other_evidence_are_no_evidence_of_their_own() -> None:
    read = Read("Finland weigert de gevangenen te ruilen.", {"actor": {"Finland": ""}})
    whole = wanted(1, 0, range(2, 6), "rejects")
    part = replace(whole, cue=(5,), clause=range(2, 6))
    (position,) = found(draft_positions(read.signals, read.mentions, read.statements, (), (), (part, whole)))
    assert [span.text for span in position.evidence] == ["Finland weigert de gevangenen te ruilen"]


def test_things_wanted_side_by_side_are_positions_of_their_own() -> None:
    read = Read("Finland eist verkiezingen en ook vrijlating van gevangenen.", {"actor": {"Finland": ""}})
    parsed = replace(
        read.signals, governors=[1, 1, 1, 5, 5, 2, 7, 5, 1], relations=["ROOT"] * 5 + ["conj"] + ["ROOT"] * 3
    )
    drafts = draft_positions(parsed, read.mentions, (), (), (), (wanted(1, 0, range(2, 8), "demands"),))
    assert {(p.issue, p.stance) for p in found(drafts)} == {
        ("elections", "demands"),
        ("prisoners", "demands"),
    }


@pytest.mark.parametrize(("share", "issues"), [(0.3, {"talks", "venue"}), (0.2, {"talks"})])
def test_a_second_issue_that_is_about_as_likely_is_told_too(
    share: float, issues: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shares = dict.fromkeys(ISSUES, 0.0) | {"talks": 1 - share, "venue": share}
    monkeypatch.setattr(Topics, "shares", lambda *_: shares)
    read = Read("Finland stuurt een team naar Wenen.", {"actor": {"Finland": ""}})
    drafts = draft_positions(
        read.signals, read.mentions, (), (), (), (wanted(1, 0, range(2, 6), "proposes"),)
    )
    assert {position.issue for position in found(drafts)} == issues


def test_who_sets_a_condition_demands_what_it_requires() -> None:
    text = "Finland tekent mits Zweden zijn gevangenen vrijlaat."
    read = Read(text, {"actor": {"Finland": "", "Zweden": ""}})
    spans = {
        part: Span.of(text, text.index(part), text.index(part) + len(part))
        for part in ("Finland tekent", "mits")
    }
    required = Span.of(text, text.index("Zweden"), len(text) - 1)
    condition = Condition(
        imposed_by=None, requirement=required, consequence=spans["Finland tekent"], cue=spans["mits"]
    )
    hit = wanted(1, 0, range(1, 2), "accepts")
    drafts = draft_positions(read.signals, read.mentions, read.statements, (), (condition,), (hit,))
    told = {(str(p.party), p.issue, p.stance) for p in found(drafts)}
    assert ("FIN", "prisoners", "demands") in told


def test_what_is_refused_until_something_is_done_is_rejected() -> None:
    text = "Finland ruilt geen gevangenen tenzij Zweden praat."
    read = Read(text, {"actor": {"Finland": "", "Zweden": ""}})
    follows, cue, required = (
        Span.of(text, text.index(part), text.index(part) + len(part))
        for part in ("Finland ruilt geen gevangenen", "tenzij", "Zweden praat")
    )
    condition = Condition(imposed_by=None, requirement=required, consequence=follows, cue=cue)
    drafts = draft_positions(read.signals, read.mentions, read.statements, (), (condition,), ())
    assert ("prisoners", "rejects") in {(p.issue, p.stance) for p in found(drafts)}


def test_two_sides_of_one_state_hold_positions_of_their_own() -> None:
    read = Read(
        "De Finse regering eist verkiezingen. Het Finse parlement weigert verkiezingen.",
        {"actor": {"De Finse regering": "", "Het Finse parlement": ""}},
    )
    hits = (wanted(3, 2, range(4, 5), "demands"), wanted(9, 8, range(10, 11), "rejects"))
    drafts = draft_positions(read.signals, read.mentions, read.statements, (), (), hits)
    assert {str(p.party) for p in found(drafts)} == {"FIN/GOV", "FIN/LEG"}


@pytest.mark.parametrize(("at_odds", "parties"), [(0, {"FIN"}), (2, {"FIN/GOV", "FIN/LEG"})])
def test_in_dealings_with_others_a_state_has_one_position_unless_its_sides_are_at_odds(
    at_odds: int, parties: set[str]
) -> None:
    actors = ("De Finse regering", "Het Finse parlement", "Zweden", "Noorwegen", "Denemarken")
    read = Read(
        "De Finse regering eist verkiezingen. Het Finse parlement weigert verkiezingen. "
        "Zweden belt Noorwegen en Denemarken.",
        {"actor": dict.fromkeys(actors, "")},
    )
    blamed = Event(
        trigger=read.signals.span(range(9, 10)),
        type="ACCUSE",
        actors=(Code.parse("FIN/LEG"),),
        recipients=(Code.parse("FIN/GOV"),),
        reality="actual",
    )
    hits = (wanted(3, 2, range(4, 5), "demands"), wanted(9, 8, range(10, 11), "rejects"))
    drafts = draft_positions(read.signals, read.mentions, read.statements, [blamed] * at_odds, (), hits)
    assert {str(p.party) for p in found(drafts)} == parties


def test_what_is_wanted_within_a_want_is_wanted_by_the_same() -> None:
    read = Read("Finland eist vrijlating van gevangenen te beloven.", {"actor": {"Finland": ""}})
    outer, inner = wanted(1, 0, range(2, 7), "demands"), wanted(6, 2, range(3, 7), "accepts")
    inner = replace(inner, holders=())
    drafts = draft_positions(read.signals, read.mentions, read.statements, (), (), (outer, inner))
    assert {str(p.party) for p in found(drafts)} == {"FIN"}


def test_what_is_demanded_of_another_is_no_position_of_his() -> None:
    read = Read("Finland eist dat Zweden gevangenen ruilt.", {"actor": {"Finland": "", "Zweden": ""}})
    outer, inner = wanted(1, 0, range(2, 6), "demands"), wanted(5, 3, range(3, 6), "accepts")
    drafts = draft_positions(read.signals, read.mentions, read.statements, (), (), (outer, inner))
    assert {(str(p.party), p.stance) for p in found(drafts)} == {("FIN", "demands")}


def test_who_reports_holds_no_position() -> None:
    read = Read("De Finse correspondent eist sancties.", {"actor": {"De Finse correspondent": ""}})
    hit = wanted(3, 2, range(4, 5), "demands")
    assert draft_positions(read.signals, read.mentions, read.statements, (), (), (hit,)) == []


def test_a_pronoun_that_nobody_is_known_for_is_the_subject_before() -> None:
    read = Read(
        "Finland antwoordt Zweden. Later weigert hij overleg.", {"actor": {"Finland": "", "Zweden": ""}}
    )
    relations = ["nsubj", "ROOT", "obj", "punct", "advmod", "ROOT", "nsubj", "obj", "punct"]
    signals = replace(read.signals, relations=relations)
    hit = wanted(5, 6, range(7, 8), "rejects")
    drafts = draft_positions(signals, read.mentions, read.statements, (), (), (hit,))
    assert [str(p.party) for p in found(drafts)] == ["FIN"]


def test_what_must_be_is_wanted_by_the_subject_above_it_and_who_stands_beside_it() -> None:
    text = "Finland en Zweden vinden dat Rusland moet praten."
    read = Read(text, {"actor": {"Finland": "", "Zweden": "", "Rusland": ""}})
    relations = ["nsubj", "cc", "conj", "ROOT", "mark", "nsubj", "aux", "ccomp", "punct"]
    signals = replace(read.signals, relations=relations, governors=[3, 2, 0, 3, 7, 7, 7, 3, 3])
    must = WantHit((6,), ("demands",), (), (7,), range(4, 8), "actual", "wants.toml: moeten", ())
    drafts = draft_positions(signals, read.mentions, read.statements, (), (), (must,))
    assert {str(p.party) for p in found(drafts)} == {"FIN", "SWE"}
