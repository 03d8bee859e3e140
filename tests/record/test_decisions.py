import pytest
from tests.record.sample import ONE, TALKS, TWO, read, report, span

from akkoord.codebook import Code
from akkoord.reading import Actor, Event, Reading
from akkoord.record import Record, RecordError, take_in
from akkoord.record.anchors import CONTEXT
from akkoord.reports import Report

DEMAND, REFUSAL = read(report()).events
REFUSED = read(report()).positions[0]


@pytest.fixture
def kept(record: Record) -> Record:
    """A record with one report."""
    take_in(record, [report()], read, ONE)
    return record


def events(record: Record, id: str = "een") -> list[Event]:
    return list(record.entry(id).reading.events)


def read_anew(record: Record, **layers: object) -> None:
    """Another version of the reader, which finds something else in these layers."""
    take_in(record, [report()], lambda mine: read(mine).model_copy(update=layers), TWO)


def test_an_accepted_finding_is_certain_and_says_by_whom(kept: Record) -> None:
    number = kept.person("Jansen").accept("een", DEMAND.id, note="Staat er")
    (decision,) = kept.decisions("een")
    assert (decision.number, decision.kind, decision.by, decision.note) == (
        number,
        "accept",
        "Jansen",
        "Staat er",
    )
    assert (decision.layer, decision.target, decision.result) == ("events", DEMAND, DEMAND)
    demand = next(event for event in events(kept) if event.id == DEMAND.id)
    assert demand.confidence == 1
    assert demand.why[-1].startswith("accepted by Jansen on ")
    assert len(events(kept)) == 2


def test_a_rejected_finding_is_gone_and_may_be_accepted_after_all(kept: Record) -> None:
    kept.person("Jansen").reject("een", DEMAND.id)
    assert events(kept) == [REFUSAL]
    assert kept.readings("een")[0].reading.events == (DEMAND, REFUSAL)
    with pytest.raises(RecordError, match="has no finding"):
        kept.person("Pieters").reject("een", DEMAND.id)
    kept.person("Pieters").accept("een", DEMAND.id)
    assert [event.id for event in events(kept)] == [DEMAND.id, REFUSAL.id]


def test_a_corrected_finding_holds_as_corrected(kept: Record) -> None:
    kept.person("Jansen").correct("een", DEMAND.id, {"actors": ["RUS/GOV"], "type": "THREATEN"})
    corrected = events(kept)[0]
    assert (corrected.type, corrected.actors, corrected.trigger) == (
        "THREATEN",
        (Code.of("RUS", "GOV"),),
        DEMAND.trigger,
    )
    kept.person("Jansen").correct("een", corrected.id, {"trigger": "Moskou eist"})
    assert events(kept)[0].trigger == span("Moskou eist")
    assert len(events(kept)) == 2


def test_a_correction_must_be_sound(kept: Record) -> None:
    jansen = kept.person("Jansen")
    for changes, says in [
        ({"type": "PRAAT"}, "no finding of the layer events: type Input should be"),
        ({"colour": "red"}, f"{DEMAND.id} has no colour; give any of trigger, type"),
        ({}, "has no change"),
        ({"trigger": "vrede"}, "'vrede' stands not in the report"),
        ({"trigger": "dat"}, "'dat' stands 2 times in the report; give"),
        (
            {"trigger": {"text": "eist", "start": 0, "end": 4}},
            "'eist' does not stand at 0 to 4 of the report",
        ),
    ]:
        with pytest.raises(RecordError, match=says):
            jansen.correct("een", DEMAND.id, changes)
    assert kept.decisions() == []


@pytest.mark.parametrize(
    ("layer", "fields"),
    [
        ("actors", {"text": "een diplomaat", "code": "INT"}),
        ("times", {"text": "al dagen", "value": "XXXX"}),
        ("statements", {"source": "een diplomaat", "cue": "Volgens", "content": "is er", "form": "indirect"}),
        ("events", {"trigger": "overleg", "type": "CONSULT", "actors": ["RUS", "UKR"], "reality": "actual"}),
        ("conditions", {"imposed_by": "UKR", "requirement": "een bestand", "consequence": "praten", "cue": "eerst"}),
        ("positions", {"party": "UKR", "issue": "ceasefire", "stance": "demands", "evidence": ["een bestand"]}),
        ("agreements", {"name": "bestand", "parties": ["RUS"], "status": "proposed", "evidence": "een bestand"}),
        ("talks", {"parties": ["RUS", "UKR"], "status": "held", "evidence": ["overleg", "het gesprek"]}),
    ],
)  # fmt: skip
def test_a_person_adds_what_the_reader_missed(kept: Record, layer: str, fields: dict[str, object]) -> None:
    kept.person("Jansen").add("een", layer, fields)
    entry = kept.entry("een")
    (added,) = [f for f in entry.reading.findings() if f.why and f.why[-1].startswith("added by Jansen")]
    assert not entry.reading.misplaced(entry.text)
    assert added.id not in {finding.id for finding in read(report()).findings()}
    with pytest.raises(RecordError, match="has this finding already"):
        kept.person("Jansen").add("een", layer, fields)
    kept.person("Pieters").reject("een", added.id)
    assert len(list(kept.entry("een").reading.findings())) == len(list(read(report()).findings()))


def test_decisions_survive_a_reading_that_finds_the_same(kept: Record) -> None:
    jansen = kept.person("Jansen")
    jansen.reject("een", DEMAND.id)
    jansen.correct("een", REFUSAL.id, {"mode": "yield"})
    jansen.add("een", "events", {"trigger": "overleg", "type": "CONSULT", "reality": "actual"})
    before = kept.entry("een").reading
    read_anew(kept)
    assert kept.entry("een").reading == before
    assert kept.adrift() == []


def test_decisions_take_hold_of_what_took_the_place_of_their_finding(kept: Record) -> None:
    jansen = kept.person("Jansen")
    jansen.reject("een", DEMAND.id)
    jansen.correct("een", REFUSAL.id, {"recipients": ["RUS/GOV"]})
    wider = DEMAND.changed(trigger=span("eist dat"), actors=(Code.of("RUS"),))
    other = REFUSAL.changed(type="ACCUSE", confidence=0.4)
    read_anew(kept, events=(wider, other))
    (event,) = events(kept)
    assert (event.type, event.recipients) == ("REJECT", (Code.of("RUS", "GOV"),))
    assert kept.adrift() == []


def test_a_decision_leaves_alone_what_stood_beside_its_finding(record: Record) -> None:
    twin = DEMAND.changed(type="THREATEN")
    take_in(record, [report()], lambda mine: read(mine).model_copy(update={"events": (DEMAND, twin)}), ONE)
    record.person("Jansen").reject("een", DEMAND.id)
    read_anew(record, events=(twin,))
    assert events(record) == [twin]
    assert [one.decision.kind for one in record.adrift()] == ["reject"]


def test_a_position_is_taken_for_another_only_where_party_and_issue_are_the_same(kept: Record) -> None:
    kept.person("Jansen").reject("een", REFUSED.id)
    of_another = REFUSED.changed(party="RUS")
    read_anew(kept, positions=(of_another,))
    assert kept.entry("een").reading.positions == (of_another,)
    assert [(one.report, one.reason) for one in kept.adrift()] == [
        ("een", "nothing is found at its words any more")
    ]


def test_what_a_person_said_is_right_holds_though_no_reader_finds_it(kept: Record) -> None:
    kept.person("Jansen").accept("een", DEMAND.id)
    kept.person("Jansen").correct("een", REFUSAL.id, {"mode": "yield"})
    read_anew(kept, events=())
    assert [(event.type, event.mode) for event in events(kept)] == [("REQUEST", None), ("REJECT", "yield")]
    assert kept.adrift() == []


def test_a_later_decision_goes_over_an_earlier_one_after_any_reading(kept: Record) -> None:
    kept.person("Jansen").accept("een", DEMAND.id)
    kept.person("Pieters").reject("een", DEMAND.id)
    read_anew(kept)
    assert DEMAND.id not in {event.id for event in events(kept)}
    kept.person("Jansen").accept("een", DEMAND.id)
    take_in(kept, [report()], read, ONE)
    assert DEMAND.id in {event.id for event in events(kept)}


def test_decisions_on_a_report_hold_in_its_other_versions_too(record: Record) -> None:
    long = (
        TALKS
        + " Buiten wachten de burgers op nieuws over de doorgang naar het westen"
        + " en het oosten" * 20
        + "."
    )
    first = report(long, publisher="Proefkrant")
    later = report(
        "Redactie. " + long.replace("weigert dat en", "aarzelt en"),
        "twee",
        "2022-02-26",
        publisher="Proefkrant",
    )
    take_in(record, [first, later], read, ONE)
    record.person("Jansen").reject("een", DEMAND.id)
    record.person("Jansen").add(
        "een", "events", {"trigger": "overleg", "type": "CONSULT", "reality": "actual"}
    )
    record.person("Jansen").reject("een", REFUSAL.id)
    (entry,) = record.entries()
    assert entry.report.id == "twee" and [head.id for head in entry.versions] == ["een"]
    (added,) = entry.reading.events
    assert added.type == "CONSULT" and added.trigger.stands_in(entry.text)
    (lost,) = record.adrift()
    assert (lost.report, lost.decision.target, lost.reason) == (
        "twee",
        REFUSAL,
        "its words do not stand in this version",
    )


def test_words_that_a_decision_is_on_are_kept_as_selectors(kept: Record) -> None:
    kept.person("Jansen").accept("een", REFUSAL.id)
    (anchor,) = kept.decisions()[0].anchors
    start = TALKS.index("weigert")
    assert anchor.model_dump() == {
        "quote": {
            "type": "TextQuoteSelector",
            "exact": "weigert",
            "prefix": TALKS[start - CONTEXT : start],
            "suffix": TALKS[start + 7 : start + 7 + CONTEXT],
        },
        "position": {"type": "TextPositionSelector", "start": start, "end": start + 7},
    }


def test_merges_and_splits_of_actors(kept: Record) -> None:
    kept.person("Jansen").merge(["ORG:LNA", "Haftar", "Haftar "], note="Zijn leger")
    kept.person("Pieters").split(["ORG:LNA", "Haftar"])
    assert [(m.kind, m.actors, m.by, m.note) for m in kept.merges()] == [
        ("merge", ("ORG:LNA", "Haftar"), "Jansen", "Zijn leger"),
        ("split", ("ORG:LNA", "Haftar"), "Pieters", None),
    ]
    with pytest.raises(RecordError, match="two or more"):
        kept.person("Jansen").merge(["Haftar", " "])


def test_notes_change_nothing(kept: Record) -> None:
    before = kept.entry("een")
    kept.person("Jansen").note("een", "Nagaan bij de bron")
    kept.person("Jansen").note("een", "Klopt dit?", finding=DEMAND.id)
    assert kept.entry("een") == before
    assert [(d.note, d.target) for d in kept.decisions()] == [
        ("Nagaan bij de bron", None),
        ("Klopt dit?", DEMAND),
    ]
    read_anew(kept, events=())
    assert kept.adrift() == []


def test_somebody_must_decide_on_something(kept: Record) -> None:
    with pytest.raises(RecordError, match="nobody is named"):
        kept.person("  ").accept("een", DEMAND.id)
    with pytest.raises(RecordError, match="no report 'twee'"):
        kept.person("Jansen").accept("twee", DEMAND.id)
    with pytest.raises(RecordError, match="een has no finding event-000000000000; see: akkoord report een"):
        kept.person("Jansen").accept("een", "event-000000000000")
    assert kept.decisions() == []


def test_an_actor_read_wider_is_the_same_actor(record: Record) -> None:
    def narrow(mine: Report) -> Reading:
        return Reading(report=read(mine).report, actors=(Actor(**span("diplomaat").model_dump(), code=None),))

    def wide(mine: Report) -> Reading:
        return Reading(
            report=read(mine).report, actors=(Actor(**span("een diplomaat").model_dump(), code=None),)
        )

    take_in(record, [report()], narrow, ONE)
    record.person("Jansen").correct("een", record.entry("een").reading.actors[0].id, {"code": "INT"})
    take_in(record, [report()], wide, TWO)
    (actor,) = record.entry("een").reading.actors
    assert (actor.text, actor.code) == ("diplomaat", Code.of("INT"))
