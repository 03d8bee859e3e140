from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.nl import Dutch
from tests.reading.made import made

from akkoord.reading.signals import NoSignals, Pointer, Signals, runs, softmax

TEXT = "De minister zei dat het overleg doorgaat. Hij komt."


def test_runs_of_one_label_are_one_stretch_and_a_begin_mark_starts_another() -> None:
    signals = made(TEXT, {"actor": {"De minister": "", "Hij": ""}})
    assert [signals.span(s.words).text for s in signals.stretches("actor")] == ["De minister", "Hij"]


def test_a_stretch_needs_the_chance_asked_for() -> None:
    signals = made(TEXT, {"cue": {"zei": ""}}, chance=0.7)
    assert len(signals.stretches("cue", 0.6)) == 1
    assert signals.stretches("cue", 0.9) == []


def test_density_is_the_share_of_words_with_a_label() -> None:
    signals = made(TEXT, {"trigger": {"doorgaat": "CONSULT"}})
    assert signals.density("trigger") == pytest.approx(1 / len(signals.offsets), abs=0.05)


def test_a_pointer_gives_what_it_points_to_its_share_and_keeps_the_rest() -> None:
    signals = made(TEXT, {}, {"source": {"zei": ["De minister"]}})
    pointer = signals.pointer("source", 2)
    assert pointer.at(range(0, 2)) > 0.9
    assert pointer.nothing < 0.1
    assert signals.pointer("source", 5).nothing > 0.5


@given(
    st.lists(st.floats(0, 1, width=32), min_size=1, max_size=30),
    st.integers(0, 40),
    st.integers(0, 80),
    st.integers(0, 80),
)
def test_words_have_the_sum_of_their_shares_and_none_out_of_reach(
    shares: list[float], first: int, start: int, stop: int
) -> None:
    pointer = Pointer(first, first, np.array(shares, np.float32))
    words = range(start, max(start, stop))
    told = sum(share for word, share in enumerate(shares, start=first) if word in words)
    assert pointer.at(words) == pytest.approx(told, abs=1e-6)


def test_labels_have_chances_where_another_head_is_sure_to_mark_no_word() -> None:
    signals = made(TEXT, {})
    signals.tags["position"][:] = [[1.0] + [0.0] * (signals.tags["position"].shape[1] - 1)]
    assert sum(signals.chances("issue", range(0, 4), within="position").values()) == pytest.approx(
        1, abs=1e-4
    )


def test_all_shares_of_an_anchor_add_up_to_one() -> None:
    signals = made(TEXT, {}, {"said": {"dat het overleg doorgaat": ["zei"]}})
    total = sum(signals.pointing("said", member)[4] for member in range(len(signals.offsets)))
    assert total == pytest.approx(1, abs=1e-4)
    assert signals.pointing("said", 2)[4] > 0.9


def test_sentences_and_spans_lead_back_to_the_text() -> None:
    signals = made(TEXT, {})
    assert signals.span(signals.sentence(9)).text == "Hij komt."
    span = signals.span(range(1, 3))
    assert span.stands_in(TEXT)
    assert signals.words(span) == range(1, 3)


def test_a_pipeline_without_heads_is_told() -> None:
    nlp = Dutch()
    nlp.add_pipe("sentencizer")
    with pytest.raises(NoSignals, match="grammar only"):
        Signals.of(nlp("Hij komt."))


@given(st.sets(st.integers(0, 60)), st.integers(0, 3))
def test_runs_hold_all_words_and_no_gap_longer_than_allowed(words: set[int], gap: int) -> None:
    found = runs(words, gap)
    assert words <= {i for run in found for i in run}
    assert all(after.start - before.stop > gap for before, after in pairwise(found))


def test_softmax_of_large_scores_stays_finite() -> None:
    assert np.isfinite(softmax(np.array([1e4, -1e4, 0], np.float32))).all()
