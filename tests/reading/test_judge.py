from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from akkoord.reading.findings import LAYERS, Time
from akkoord.reading.judge import BIAS, Draft, Judge, judge, logit
from akkoord.reading.weighing import ALWAYS, Network

TIME = Time(text="2022", start=0, end=4, value="2022")


def test_what_is_likely_enough_is_told_with_its_confidence() -> None:
    strict = Judge({"times": {BIAS: 0.0, "head": 1.0}}, {"times": 0.6})
    (found,) = strict.judged("times", [Draft(TIME, {"head": 2.0}), Draft(TIME, {"head": 0.0})])
    assert found.confidence == pytest.approx(0.881)
    assert found.id == TIME.id


def test_a_feature_without_weight_says_nothing() -> None:
    assert Judge({"times": {BIAS: 0.0}}, {"times": 0.5}).confidence("times", {"new": 9.0}) == 0.5


def test_a_network_weighs_what_speaks_for_a_finding_together_and_nothing_known_is_even() -> None:
    both = Network(
        {ALWAYS: 0, "a": 1, "b": 2}, np.array([[-1.0], [1.0], [1.0]], np.float32), np.array([3.0], np.float32)
    )
    weighed = Judge({"times": both}, {"times": 0.6})
    chances = weighed.confidences("times", [{}, {"a": 1.0}, {"b": 1.0}, {"a": 1.0, "b": 1.0}])
    assert chances[:3] == [0.5, 0.5, 0.5]
    assert chances[3] == weighed.confidence("times", {"a": 1.0, "b": 1.0}) > 0.9
    assert [len(weighed.judged("times", [Draft(TIME, {"a": 1.0} | more)])) for more in ({}, {"b": 1.0})] == [
        0,
        1,
    ]
    assert weighed.may_tell("times", {}, [])


def test_the_shipped_judge_knows_all_layers_that_heads_find() -> None:
    assert set(judge().weights) == set(judge().least) == set(LAYERS) - {"times"}


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_greater_chance_has_no_smaller_logit(one: float, other: float) -> None:
    assert (logit(one) <= logit(other)) or one > other


@given(st.floats(-1e6, 1e6))
def test_confidence_is_a_chance_whatever_speaks_for_it(value: float) -> None:
    assert 0 <= Judge({"times": {BIAS: 0.0, "x": 1.0}}, {"times": 0}).confidence("times", {"x": value}) <= 1


NAMES = ("a", "b", "c", "d")
FEATURES = st.dictionaries(st.sampled_from(NAMES), st.floats(-3, 3))


@given(
    st.fixed_dictionaries({name: st.floats(-2, 2) for name in (BIAS, *NAMES)}),
    st.sampled_from([0.1, 0.5, 0.9]),
    FEATURES,
    st.lists(st.lists(FEATURES, min_size=1, max_size=3), max_size=2),
)
def test_what_may_not_be_told_is_too_unlikely_whatever_comes_of_open_questions(
    weights: dict[str, float], least: float, known: dict[str, float], questions: list[list[dict[str, float]]]
) -> None:
    strict = Judge({"times": weights}, {"times": least})

    def chance(answers: tuple[dict[str, float], ...]) -> float:
        total = Counter(known)
        for answer in answers:
            total.update(answer)
        return strict.confidence("times", total)

    best = max(chance(answers) for answers in product(*questions))
    if abs(best - least) > 1e-6:
        assert strict.may_tell("times", known, questions) is (best > least)
