"""How gold readings become labels; needs PyTorch, which only training installs (`make train`)."""

import random
from typing import Any

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from spacy.vocab import Vocab
from training.gold import HEADS, GoldReport, label, windows
from training.windows import NONE

from akkoord.language.words import Words

TEXT = "Kiev zei dat Moskou de haven beschoot. Het leger ontkent dat."


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


READING: dict[str, Any] = {
    "actors": [
        span("Kiev") | {"code": "UKR/GOV"},
        span("Moskou") | {"code": "RUS/GOV"},
        span("Het leger") | {"code": "RUS/MIL"},
    ],
    "times": [],
    "statements": [
        {
            "source": span("Kiev") | {"code": "UKR/GOV"},
            "cue": span("zei"),
            "content": [span("dat Moskou de haven beschoot")],
            "addressee": None,
        }
    ],
    "events": [
        {
            "trigger": span("beschoot"),
            "type": "ASSAULT",
            "mode": None,
            "actors": ["RUS/GOV"],
            "recipients": [],
            "reality": "actual",
        }
    ],
    "conditions": [],
    "positions": [
        {"party": "RUS", "issue": "talks", "stance": "rejects", "evidence": [span("Het leger ontkent dat")]}
    ],
    "agreements": [],
    "talks": [],
}


def labelled(reading: dict[str, Any] = READING) -> GoldReport:
    doc = Words(Vocab())(TEXT)
    report = GoldReport(
        [t.text for t in doc], [bool(t.whitespace_) for t in doc], [(t.idx, t.idx + len(t)) for t in doc]
    )
    label(report, reading)
    return report


def names(report: GoldReport, head: str) -> dict[str, str]:
    return {
        word: HEADS[head][number]
        for word, number in zip(report.tokens, report.labels[head], strict=True)
        if number not in (0, NONE)
    }


def test_words_of_findings_bear_their_labels() -> None:
    report = labelled()
    assert names(report, "actor") == {"Kiev": "B", "Moskou": "B", "Het": "B", "leger": "I"}
    assert names(report, "trigger") == {"beschoot": "ASSAULT"}
    assert names(report, "cue") == {"zei": "B"}


def test_a_word_that_is_said_points_to_its_cue_and_others_to_nothing() -> None:
    said = labelled().links["said"]
    assert said[2] == {1: 1}
    assert said[0] == said[9] == {}


def test_a_trigger_points_to_all_mentions_of_its_actor_as_one_group() -> None:
    assert labelled().links["agent"] == {6: {3: 1}}


def test_the_holder_of_a_position_is_any_mention_of_the_party() -> None:
    assert labelled().links["holder"] == {8: {3: 1, 8: 1, 9: 1}}


def test_a_layer_that_a_reading_lacks_teaches_neither_some_nor_none() -> None:
    report = labelled({layer: found for layer, found in READING.items() if layer != "positions"})
    assert set(report.labels["position"]) == {NONE} and not report.links["holder"]
    assert NONE not in report.labels["agreement"]


def test_windows_hold_every_word_once_and_move_the_links_along() -> None:
    report = labelled()
    cut = list(windows([report], random.Random(1), lambda word, _: [1] * len(word)))
    assert sum(len(window.first) for window in cut) == len(report.tokens)
    assert all(
        m < len(w.first) for w in cut for anchors in w.links.values() for ms in anchors.values() for m in ms
    )
