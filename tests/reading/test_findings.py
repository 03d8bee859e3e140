import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from akkoord.codebook import Code, Span
from akkoord.reading import (
    LAYERS,
    Actor,
    Event,
    Mention,
    Position,
    Reading,
    ReportHead,
    Statement,
    Talk,
    Time,
)

TEXT = 'Moskou eist dat Kiev de wapens neerlegt. "Wij praten morgen", zei een woordvoerder.'
GOLD = Path(__file__).parents[3] / "shared" / "gold"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def mention(words: str, code: str) -> Mention:
    return Mention(**span(words).model_dump(), code=Code.parse(code))


def reading() -> Reading:
    return Reading(
        report=ReportHead(id="een", published="2022-03", publisher="Proef"),
        actors=(
            Actor(**span("Kiev").model_dump(), code=Code.of("UKR", "GOV"), confidence=0.5),
            Actor(**span("Moskou").model_dump(), code=Code.of("RUS", "GOV"), why=("hoofdstad", "Moskou")),
        ),
        times=(Time(**span("morgen").model_dump(), value="2022-03"),),
        statements=(
            Statement(
                source=mention("Moskou", "RUS/GOV"),
                cue=span("eist"),
                content=(span("dat Kiev de wapens neerlegt"),),
                form="indirect",
            ),
        ),
        events=(
            Event(
                trigger=span("eist"),
                type="REQUEST",
                mode="yield",
                actors=(Code.of("RUS", "GOV"),),
                recipients=(Code.of("UKR", "GOV"),),
                reality="actual",
            ),
        ),
    )


def test_json_has_the_codebooks_keys() -> None:
    written = json.loads(reading().to_json())
    assert list(written) == ["report", *LAYERS]
    assert written["events"][0]["recipients"] == ["UKR/GOV"]
    assert written["statements"][0]["source"] == {"text": "Moskou", "start": 0, "end": 6, "code": "RUS/GOV"}


def test_what_is_written_can_be_read_again() -> None:
    once = reading().to_json()
    assert Reading.from_json(once).to_json() == once


def test_findings_are_written_in_the_order_of_their_words() -> None:
    assert [actor["text"] for actor in json.loads(reading().to_json())["actors"]] == ["Moskou", "Kiev"]


def test_id_comes_from_the_content_alone() -> None:
    one, other = reading().actors
    assert one.id != other.id
    assert one.id.startswith("actor-")
    assert one.model_copy(update={"confidence": 0.1}).id == one.id
    assert Actor.model_validate(one.model_dump() | {"confidence": 0.9, "why": ("x",), "id": "?"}).id == one.id


def test_changed_content_has_another_id() -> None:
    event = reading().events[0]
    assert event.changed(reality="negated").id != event.id
    assert event.changed(reality="negated").changed(reality="actual") == event
    with pytest.raises(ValidationError, match="no mode"):
        event.changed(type="AGREE")


def test_mode_must_belong_to_the_type() -> None:
    with pytest.raises(ValidationError, match="AGREE has no mode 'phone'"):
        Event(trigger=span("praten"), type="AGREE", mode="phone", reality="actual")


def test_evidence_cannot_be_empty() -> None:
    with pytest.raises(ValidationError, match="evidence"):
        Position(party=Code.of("RUS"), issue="talks", stance="open", evidence=())


def test_host_is_a_party_without_sector() -> None:
    with pytest.raises(ValidationError, match="has a sector"):
        Talk(parties=(), host=Code.of("BLR", "GOV"), status="planned", evidence=(span("praten"),))


def test_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="remark"):
        Time.model_validate(span("morgen").model_dump() | {"value": "2022-03", "remark": "x"})


def test_time_must_look_like_a_date() -> None:
    with pytest.raises(ValidationError, match="value"):
        Time(**span("morgen").model_dump(), value="morgen")


def test_confidence_filters() -> None:
    assert [actor.text for actor in reading().at_least(0.6).actors] == ["Moskou"]
    assert len(reading().at_least(0.0).actors) == 2


def test_misplaced_words_are_found() -> None:
    assert reading().misplaced(TEXT) == []
    assert {s.text for s in reading().misplaced("x" + TEXT)} >= {"Moskou", "eist"}


@given(st.floats(0, 1), st.floats(0, 1))
def test_higher_threshold_keeps_fewer(low: float, high: float) -> None:
    low, high = sorted((low, high))
    kept = {f.id for f in reading().at_least(low).findings()}
    assert {f.id for f in reading().at_least(high).findings()} <= kept


def _without_additions(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_additions(v) for k, v in value.items() if k not in ("id", "confidence", "why")}
    return [_without_additions(v) for v in value] if isinstance(value, list) else value


def _as_bag(layer: object) -> list[str]:
    assert isinstance(layer, list)
    return sorted(json.dumps(_without_additions(finding), sort_keys=True) for finding in layer)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold readings lie outside the repository")
def test_gold_passes_through_unchanged() -> None:
    files = sorted(GOLD.glob("*/*.json"))
    assert len(files) > 50
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        written = json.loads(Reading.from_json(file.read_bytes()).to_json())
        for layer in LAYERS:
            assert _as_bag(written[layer]) == _as_bag(gold[layer]), f"{file.name}, {layer}"


def test_what_was_kept_is_taken_back_with_its_identifiers_and_a_foreign_file_gets_its_own() -> None:
    text = reading().to_json()
    assert Reading.from_json(text, kept=True).to_json() == text
    first = reading().actors[0].id
    foreign = text.replace(first, "actor-of-another-program")
    assert first in {actor.id for actor in Reading.from_json(foreign).actors}
