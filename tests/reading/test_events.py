"""Events: from signals and frames to who does what to whom."""

from dataclasses import replace

import pytest
from tests.reading.layered import Read, found

from akkoord.reading.frames.hits import EventHit
from akkoord.reading.judge import apart


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
            "recipient": {"beschoten": ["beschoten"]},
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


def test_of_two_events_in_the_same_words_the_likelier_is_told() -> None:
    read = Read("Finland belde Zweden.", {"trigger": {"belde": "REQUEST"}})
    hit = EventHit(range(1, 2), "CONSULT", "phone", "actual", (), (), "consult.toml: bellen", ())
    drafts = found(read.events(hit))
    assert [event.type for event in drafts] == ["REQUEST", "CONSULT"]
    drafts[0] = drafts[0].model_copy(update={"confidence": 0.4})
    assert [event.type for event in apart(drafts, lambda event: event.trigger)] == ["CONSULT"]


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


def test_neighbours_that_frames_know_for_different_events_are_two_triggers() -> None:
    read = Read("Finland heeft een verzoek afgewezen.", {"trigger": {"verzoek afgewezen": "REQUEST"}})
    asked = EventHit(range(3, 4), "REQUEST", None, "actual", (), (), "request.toml: verzoek", ())
    refused = EventHit(range(4, 5), "REJECT", None, "actual", (), (), "reject.toml: af_wijzen", ())
    drafts = {(draft.finding.trigger.text, draft.finding.type) for draft in read.events(asked, refused)}
    assert {("verzoek", "REQUEST"), ("afgewezen", "REJECT")} <= drafts
    assert {text for text, _ in drafts} == {"verzoek", "afgewezen"}


@pytest.mark.parametrize(
    ("label", "relation", "told"),
    [
        ("REJECT", "aux", {"bellen"}),
        ("REQUEST", "aux", {"zal", "bellen"}),
        ("REJECT", "conj", {"zal", "bellen"}),
    ],
)
def test_what_only_helps_the_verb_of_an_event_of_its_type_is_none(
    label: str, relation: str, told: set[str]
) -> None:
    read = Read("Finland zal Zweden niet bellen.", {"trigger": {"zal": label, "bellen": "REJECT"}})
    governors, relations = list(read.signals.governors), list(read.signals.relations)
    governors[1], relations[1] = 4, relation
    read.signals = replace(read.signals, governors=governors, relations=relations)
    assert {draft.finding.trigger.text for draft in read.events()} == told
