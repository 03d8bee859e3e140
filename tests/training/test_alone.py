"""What is left of a report's signals where the heads or the frames alone may speak."""

import numpy as np
import pytest
from tests.reading.made import made

from akkoord.reading.findings import ReportHead
from akkoord.reading.hits import Hits

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from training.alone import heads_alone, muted

TEXT = "De minister zei dat het overleg doorgaat."


def test_muted_signals_keep_mentions_and_lose_all_else() -> None:
    signals = made(
        TEXT, {"actor": {"De minister": ""}, "cue": {"zei": ""}}, {"source": {"zei": ["De minister"]}}
    )
    left = muted(signals)
    assert [left.span(s.words).text for s in left.stretches("actor")] == ["De minister"]
    assert left.stretches("cue", 0.1) == []
    shares = left.pointer("source", 2).shares
    assert np.allclose(shares, shares[0])


def test_muted_chances_add_up_to_one() -> None:
    left = muted(made(TEXT, {"trigger": {"doorgaat": "CONSULT"}}))
    assert all(np.allclose(chances.sum(1), 1, atol=1e-3) for chances in left.tags.values())


def test_heads_alone_hear_no_frame() -> None:
    signals = made(TEXT, {})
    head = ReportHead(id="a")
    _, same, frames, _ = heads_alone((head, signals, lambda _a, _b: Hits(events=("frame",)), {}))  # type: ignore[arg-type]
    assert same is signals
    assert frames(frozenset(), frozenset()) == Hits()
