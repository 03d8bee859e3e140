from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.reading.weighing import ALWAYS, Network, learned, shares

COLUMNS = {ALWAYS: 0, "near": 1, "subject": 2}
BOTH = Network(COLUMNS, np.array([[-1.5], [1.0], [1.0]], np.float32), np.array([4.0], np.float32))


def test_shares_add_up_and_go_by_what_speaks_for_each() -> None:
    found = shares({"left": {"near": 1.0}, "right": {"far": 1.0}, "none": {}}, {"near": 2.0, "far": -1.0})
    assert sum(found.values()) == pytest.approx(1)
    assert found["left"] > found["none"] > found["right"]


def test_of_no_readings_none_has_a_share() -> None:
    assert shares({}, {"near": 2.0}) == {}


def test_in_a_network_one_thing_can_count_beside_another_only() -> None:
    alone, beside, neither = BOTH.scores([{"near": 1.0}, {"near": 1.0, "subject": 1.0, "unheard": 9.0}, {}])
    assert (alone, beside, neither) == (0.0, 2.0, 0.0)
    found = shares({"left": {"near": 1.0, "subject": 1.0}, "right": {"subject": 1.0}}, BOTH)
    assert found["left"] == pytest.approx(1 / (1 + np.exp(-2)))
    assert shares({}, BOTH) == {}


@given(st.lists(st.dictionaries(st.sampled_from([*COLUMNS, "unheard"]), st.floats(-9, 9)), max_size=5))
def test_a_reading_has_the_same_score_in_any_company(rows: list[dict[str, float]]) -> None:
    alone = [BOTH.scores([row])[0] for row in rows]
    assert BOTH.scores(rows) == pytest.approx(alone, abs=1e-4)  # sums in 32 bits


def test_a_stored_network_says_nearly_the_same(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    weights, out = (chance.normal(size=size).astype(np.float32) for size in ((3, 8), (8,)))
    Network(COLUMNS, weights, out).save(tmp_path / "some.npz")
    rows = [{"near": 0.5}, {"subject": 2.0}, {}]
    again = Network.load(tmp_path / "some.npz")
    assert again.scores(rows) == pytest.approx(Network(COLUMNS, weights, out).scores(rows), abs=0.1)


@pytest.mark.parametrize("name", ["topics", "stances"])
def test_weights_ship_with_the_package(name: str) -> None:
    assert learned(name)
