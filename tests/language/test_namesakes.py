import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from akkoord.language.namesakes import SUREST, WEIGHT, agreement

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
PERSON, OPEN, PLACE = [0, 4, 0, 0, 0], [0, 1, 0, 1.2, 0], [0, 0, 0, 4, 0]


def added(forms: list[str], rows: list[list[float]]) -> np.ndarray:
    return agreement(np.array(rows, np.float32), forms, LABELS)


def test_a_place_that_tells_clearly_speaks_for_one_that_does_not() -> None:
    rows = [PERSON, PLACE, OPEN]
    both = np.array(rows, np.float32) + added(["Barak", "zegt", "Barak"], rows)
    assert LABELS[both[2].argmax()] == "B-PER"
    assert LABELS[np.array(rows)[2].argmax()] == "B-LOC"


def test_a_word_that_stands_once_or_has_no_capital_or_is_short_hears_nothing() -> None:
    assert not added(["Barak", "zegt", "zegt", "De", "De"], [PERSON, PLACE, OPEN, PERSON, OPEN]).any()
    assert agreement(np.zeros((0, len(LABELS)), np.float32), [], LABELS).shape == (0, len(LABELS))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Barak", "Arafat", "zegt", "De", ""]),
            st.lists(st.floats(-90, 90), min_size=5, max_size=5),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_what_is_added_is_bounded_and_the_same_inside_a_name_as_at_its_start(
    words: list[tuple[str, list[float]]],
) -> None:
    found = added([form for form, _ in words], [row for _, row in words])
    assert np.isfinite(found).all()
    assert abs(found).max() <= WEIGHT * SUREST + 1e-3
    assert not found[:, 0].any()
    assert np.allclose(found[:, [1, 3]], found[:, [2, 4]])
