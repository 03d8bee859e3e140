import pytest

from akkoord.reading.weighing import learned, shares


def test_shares_add_up_and_go_by_what_speaks_for_each() -> None:
    found = shares({"left": {"near": 1.0}, "right": {"far": 1.0}, "none": {}}, {"near": 2.0, "far": -1.0})
    assert sum(found.values()) == pytest.approx(1)
    assert found["left"] > found["none"] > found["right"]


def test_of_no_readings_none_has_a_share() -> None:
    assert shares({}, {"near": 2.0}) == {}


@pytest.mark.parametrize("name", ["topics", "stances"])
def test_weights_ship_with_the_package(name: str) -> None:
    assert learned(name)
