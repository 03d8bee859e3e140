"""Events, conditions, positions, agreements and talks: from signals to findings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.reading.made import Links, Tags, made

from akkoord.codebook import Code, Span, Stance
from akkoord.reading.agreements import draft_agreements
from akkoord.reading.conditions import draft_conditions
from akkoord.reading.events import draft_events, find_scenes
from akkoord.reading.findings import Condition, Event, Talk
from akkoord.reading.frames.hits import AgreementHit, EventHit, TalkHit, WantHit
from akkoord.reading.judge import Draft, F, apart
from akkoord.reading.mentions import read_mentions
from akkoord.reading.positions import draft_positions
from akkoord.reading.statements import draft_statements
from akkoord.reading.talks import draft_talks
from akkoord.reading.times import read_times
from akkoord.when import When

DAY = date(2022, 3, 1)
RUS, UKR = Code.parse("RUS"), Code.parse("UKR")


def found(drafts: Sequence[Draft[F]]) -> list[F]:
    return [draft.finding for draft in drafts]


class Read:
    """All that the layers need, for one text."""

    def __init__(self, text: str, tags: Tags, links: Links | None = None) -> None:
        self.signals = made(text, tags, links)
        self.mentions = read_mentions(self.signals, DAY)
        self.times = read_times(text, When.parse("2022-03-01"))
        self.statements = found(draft_statements(self.signals, self.mentions, ()))

    def events(self, *hits: EventHit) -> list[Draft[Event]]:
        return draft_events(find_scenes(self.signals, self.mentions, self.statements, hits), self.times)


def test_an_event_has_type_actors_recipients_reality_time_and_whose_word_it_is() -> None:
    text = "Volgens Kiev beschoten Russische troepen gisteren de haven."
    read = Read(
        text,
        {
            "actor": {"Kiev": "", "Russische troepen": ""},
            "cue": {"Volgens": ""},
            "trigger": {"beschoten": "ASSAULT"},
            "reality": {"beschoten": "actual"},
            "mode": {"beschoten": "ASSAULT:heavy-weapons"},
        },
        {
            "source": {"Volgens": ["Kiev"]},
            "said": {"beschoten Russische troepen gisteren de haven": ["Volgens"]},
            "agent": {"beschoten": ["Russische troepen"]},
        },
    )
    (event,) = found(read.events())
    assert (event.type, event.mode, event.reality) == ("ASSAULT", "heavy-weapons", "actual")
    assert [str(code) for code in event.actors] == ["RUS/MIL"]
    assert event.recipients == ()
    assert event.time == "2022-02-28"
    assert str(event.claimed_by) == "UKR/GOV"


def test_nobody_is_an_actor_where_the_trigger_points_to_nobody() -> None:
    read = Read("Finland zag de inval.", {"actor": {"Finland": ""}, "trigger": {"inval": "ASSAULT"}})
    (event,) = found(read.events())
    assert event.actors == event.recipients == ()


def test_a_condition_joins_the_parts_around_its_cue() -> None:
    text = "Oekraïne wil praten, mits Rusland zijn troepen terugtrekt."
    read = Read(
        text,
        {
            "condition": {
                "Oekraïne wil praten": "consequence",
                "mits": "cue",
                "Rusland zijn troepen terugtrekt": "requirement",
            }
        },
    )
    (condition,) = found(draft_conditions(read.signals, read.mentions, read.statements, (), ()))
    assert condition.requirement.text == "Rusland zijn troepen terugtrekt"
    assert condition.consequence.text == "Oekraïne wil praten"
    assert condition.cue.text == "mits"


def test_a_requirement_without_consequence_is_no_condition() -> None:
    read = Read("Mits het regent.", {"condition": {"Mits": "cue", "het regent": "requirement"}})
    assert found(draft_conditions(read.signals, read.mentions, read.statements, (), ())) == []


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


def test_talks_told_again_with_the_same_status_are_one_and_with_another_are_two() -> None:
    first, again, off = "praten in Minsk", "spreken elkaar", "heeft Rusland Oekraïne afgezegd"
    text = f"Rusland en Oekraïne {first}. Zij {again}. Wenen {off}."
    read = Read(
        text,
        {
            "actor": {"Rusland": "", "Oekraïne": ""},
            "talk": {first: "", again: "", off: ""},
            "talk_status": {first: "planned", again: "planned", off: "cancelled"},
        },
        {"parties": {told: ["Rusland", "Oekraïne"] for told in (first, again, off)}},
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


def test_what_only_a_frame_finds_is_a_draft_with_the_frame_s_actors() -> None:
    read = Read("Finland belde Zweden.", {"actor": {"Finland": "", "Zweden": ""}})
    hit = EventHit(range(1, 2), "CONSULT", "phone", "actual", (0,), (2,), "consult.toml: bellen", ("nsubj",))
    (draft,) = read.events(hit)
    assert (draft.finding.type, draft.features["frame"]) == ("CONSULT", 1.0)
    assert [str(code) for code in draft.finding.actors] == ["FIN"]
    assert [str(code) for code in draft.finding.recipients] == ["SWE"]
    assert "frame consult.toml: bellen" in draft.finding.why


def test_a_frame_at_a_learned_trigger_speaks_for_it() -> None:
    read = Read("Finland belde Zweden.", {"trigger": {"belde": "CONSULT"}})
    hit = EventHit(range(1, 2), "CONSULT", "phone", "actual", (), (), "consult.toml: bellen", ())
    (draft,) = read.events(hit)
    assert draft.features["frame"] == 1.0


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


def test_talks_are_hosted_by_whose_place_it_is_if_the_report_names_them() -> None:
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
    assert str(draft.finding.host) == "BLR"


def test_of_two_events_in_the_same_words_the_likelier_is_told() -> None:
    read = Read("Finland belde Zweden.", {"trigger": {"belde": "REQUEST"}})
    hit = EventHit(range(1, 2), "CONSULT", "phone", "actual", (), (), "consult.toml: bellen", ())
    drafts = found(read.events(hit))
    assert [event.type for event in drafts] == ["REQUEST", "CONSULT"]
    drafts[0] = drafts[0].model_copy(update={"confidence": 0.4})
    assert [event.type for event in apart(drafts, lambda event: event.trigger)] == ["CONSULT"]


def test_who_demands_a_thing_holds_a_position_on_what_the_words_name() -> None:
    read = Read("Finland eist een wapenstilstand.", {"actor": {"Finland": ""}})
    hit = EventHit(range(1, 2), "REQUEST", None, "actual", (0,), (), "request.toml: eisen", ())
    events = found(read.events(hit))
    events = [event.model_copy(update={"reality": "actual"}) for event in events]
    (position,) = found(draft_positions(read.signals, read.mentions, read.statements, events, (), ()))
    assert (str(position.party), position.issue, position.stance) == ("FIN", "ceasefire", "demands")


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


def test_each_type_that_the_heads_waver_between_is_a_draft() -> None:
    read = Read("Finland belde Zweden.", {"trigger": {"belde": "CONSULT"}})
    chances = read.signals.tags["trigger"].copy()
    labels = read.signals.labels["trigger"]
    chances[1, [labels.index("O"), labels.index("CONSULT"), labels.index("AGREE")]] = (0.1, 0.5, 0.4)
    read.signals = replace(read.signals, tags={**read.signals.tags, "trigger": chances})
    drafts = {draft.finding.type: draft.features for draft in read.events()}
    assert drafts.keys() == {"CONSULT", "AGREE"}
    assert drafts["AGREE"]["kind"] < drafts["CONSULT"]["kind"]
    assert drafts["AGREE"]["alone"] == drafts["CONSULT"]["alone"] > 0
