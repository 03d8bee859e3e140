"""From which confidence on findings are told."""

import pytest

from akkoord.reading.findings import Layer
from akkoord.reading.judge import BIAS, Judge

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from training.judge import Cases, best_least

SURE, LESS_SURE = 2.0, 1.0


@pytest.mark.parametrize(("layer", "surest"), [("events", False), ("talks", True)])
def test_in_layers_of_few_findings_the_highest_that_does_about_as_well(layer: Layer, surest: bool) -> None:
    told = [SURE] * 100 + [LESS_SURE] * 3
    cases = Cases([{"sure": value} for value in told], [True] * 102 + [False], gold=1000)
    judge = Judge({layer: {"sure": 1.0, BIAS: 0.0}}, {layer: 0.0})
    high, low = (judge.confidences(layer, [{"sure": value}])[0] for value in (SURE, LESS_SURE))
    assert best_least(layer, cases, judge) == pytest.approx(high if surest else low, abs=0.001)


@pytest.mark.parametrize("layer", ["events", "talks"])
def test_what_is_clearly_better_is_told_in_every_layer(layer: Layer) -> None:
    cases = Cases([{"sure": SURE}] * 10 + [{"sure": LESS_SURE}] * 10, [True] * 20, gold=20)
    judge = Judge({layer: {"sure": 1.0, BIAS: 0.0}}, {layer: 0.0})
    assert best_least(layer, cases, judge) < judge.confidences(layer, [{"sure": SURE}])[0] - 0.05
