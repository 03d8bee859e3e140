import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier.reports import condition, entry

from akkoord.brief import Language
from akkoord.brief.graph import conditions_plot, places_of
from akkoord.brief.plots import PlotError, save_plot
from akkoord.dossier import Dossier, Matter

MATTERS = st.sampled_from([Matter(name) for name in "abcdef"])
EDGES = st.lists(
    st.tuples(MATTERS, MATTERS).filter(lambda edge: edge[0] != edge[1]), max_size=12, unique=True
)


@given(EDGES)
def test_every_matter_has_a_place_of_its_own(edges: list[tuple[Matter, Matter]]) -> None:
    places = places_of(edges)
    assert places.keys() == {matter for edge in edges for matter in edge}
    assert len(set(places.values())) == len(places)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda e: e[0] < e[1]), max_size=12))
def test_without_circles_what_follows_stands_right_of_what_comes_first(
    numbers: list[tuple[int, int]],
) -> None:
    edges = [(Matter("abcdef"[first]), Matter("abcdef"[then])) for first, then in numbers]
    places = places_of(edges)
    assert all(places[first][0] < places[then][0] for first, then in edges)


def test_each_condition_is_an_arrow_and_those_of_a_circle_are_dashed(tmp_path: Path) -> None:
    text = "Valdor wil een uitslag als de grens dicht is. Meren wil de grens na een uitslag. Wie belt als het dooit?"
    told = [
        condition("de grens", "een uitslag", "als"),
        condition("een uitslag#2", "de grens#2", "na"),
        condition("het dooit", "Wie belt", "als#2"),
    ]
    dossier = Dossier([entry(text, conditions=told)])
    chart = conditions_plot(dossier, Language("nl"))
    spec = json.loads(chart.to_json())
    arrows, _, _, matters = (spec["datasets"][layer["data"]["name"]] for layer in spec["layer"])
    assert len(dossier.circles) == 1
    assert [arrow["circling"] for arrow in arrows].count(True) == 2
    assert {matter["label"] for matter in matters} >= {"‘het dooit’", "‘Wie belt’", "grenzen"}
    target = tmp_path / "wachten.svg"
    save_plot(chart, str(target), Language("nl"))
    assert "het dooit" in target.read_text(encoding="utf-8")


def test_without_conditions_there_is_nothing_to_draw() -> None:
    with pytest.raises(PlotError, match="no report tells of a condition"):
        conditions_plot(Dossier([]), Language("en"))
