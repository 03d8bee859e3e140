"""A graph of what waits for what, drawn offline with Altair: what comes first on the left, what follows right of it.

Takes a `Dossier`; gives a chart. Each condition is an arrow in the colour of its state; those of a circle of waiting
are dashed.
"""

import math
from collections.abc import Iterable, Sequence

import altair as alt

from akkoord.brief.language import Language, quoted
from akkoord.brief.plots import PlotError
from akkoord.brief.sheets import matter_text
from akkoord.dossier import Dossier, Matter, Precondition

COLUMN, ROW = 300, 56  # pixels between matters
MOST = 30  # arrows, those of the newest conditions
COLOURS = {"unmet": "#b2182b", "unknown": "#737373", "met": "#1a9850"}
LABEL = 40  # letters of a matter that no issue names
SHORT_OF = 0.03  # share of an arrow that is left free before the matter that it points to
Edge = tuple[Matter, Matter]
Places = dict[Matter, tuple[int, int]]


def conditions_plot(dossier: Dossier, language: Language) -> alt.LayerChart:
    """The graph of a dossier's conditions, the newest `MOST` of them; raises `PlotError` where there is none."""
    told: dict[Edge, Precondition] = {}
    for condition in dossier.preconditions:
        if condition.requirement != condition.consequence and len(told) < MOST:
            told.setdefault((condition.requirement, condition.consequence), condition)
    if not told:
        raise PlotError("no report tells of a condition here; there is nothing to draw")
    circling = {id(condition) for circle in dossier.circles for condition in circle.conditions}
    places = places_of(told)
    arrows = [
        _arrow(places[first], places[then], condition, id(condition) in circling, language)
        for (first, then), condition in told.items()
    ]
    words = {first: condition.needed for (first, _), condition in told.items()}
    words |= {then: condition.then for (_, then), condition in told.items()}
    matters = [
        {"x": x, "y": y, "label": _label(matter, words[matter], language)}
        for matter, (x, y) in places.items()
    ]
    columns, rows = (1 + max(place[axis] for place in places.values()) for axis in (0, 1))
    return _chart(arrows, matters, columns, rows, language)


def places_of(edges: Iterable[Edge]) -> Places:
    """Column and row of each matter: as far to the right as the longest way to it, arrows that close a circle aside."""
    forward: list[Edge] = []
    for first, then in edges:
        if not _leads(forward, then, first):
            forward.append((first, then))
    columns: dict[Matter, int] = {matter: 0 for edge in edges for matter in edge}
    for _ in columns:
        for first, then in forward:
            columns[then] = max(columns[then], columns[first] + 1)
    rows: dict[int, int] = {}
    places: Places = {}
    for matter, column in columns.items():
        rows[column] = rows.get(column, -1) + 1
        places[matter] = column, rows[column]
    return places


def _leads(edges: Sequence[Edge], start: Matter, end: Matter) -> bool:
    """Whether arrows lead from one matter to another."""
    reached, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for first, then in edges:
            if first == at and then not in reached:
                reached.add(then)
                waiting.append(then)
    return end in reached


def _label(matter: Matter, words: str, language: Language) -> str:
    """Issue and party; where no issue is known, the report's words."""
    known = matter.issue in language.keys("issues")
    return matter_text(matter, language) if known else quoted(words, LABEL)


def _arrow(
    start: tuple[int, int], end: tuple[int, int], condition: Precondition, circling: bool, language: Language
) -> dict[str, object]:
    (x, y), (x2, y2) = start, end
    return {
        "x": x,
        "y": y,
        "x2": x2 - SHORT_OF * (x2 - x),
        "y2": y2 - SHORT_OF * (y2 - y),
        "state": language.say("states", condition.state),
        "angle": math.degrees(math.atan2(ROW * (y2 - y), COLUMN * (x2 - x))),
        "circling": circling,
        "set_by": language.party(condition.imposed_by) if condition.imposed_by else "",
        "needed": quoted(condition.needed),
        "then": quoted(condition.then),
    }


def _chart(
    arrows: list[dict[str, object]],
    matters: list[dict[str, object]],
    columns: int,
    rows: int,
    language: Language,
) -> alt.LayerChart:
    across = alt.Scale(domain=[-0.5, columns - 0.5])
    down = alt.Scale(domain=[rows - 0.5, -0.5])
    states = alt.Scale(
        domain=[language.say("states", state) for state in COLOURS], range=list(COLOURS.values())
    )
    colour = alt.Color("state:N", scale=states, title=language.say("columns", "status"))
    told = [
        alt.Tooltip(f"{name}:N", title=language.say("columns", name)) for name in ("set_by", "needed", "then")
    ]
    drawn = alt.Chart(alt.InlineData(values=arrows))
    where = {"x": alt.X("x:Q", axis=None, scale=across), "y": alt.Y("y:Q", axis=None, scale=down)}
    ends = {"x": alt.X("x2:Q", axis=None, scale=across), "y": alt.Y("y2:Q", axis=None, scale=down)}
    dash = alt.condition("datum.circling", alt.value([6, 4]), alt.value([1, 0]))
    lines = drawn.mark_rule(strokeWidth=1.5).encode(
        **where, x2="x2:Q", y2="y2:Q", color=colour, strokeDash=dash, tooltip=told
    )
    turned = alt.Angle("angle:Q", scale=alt.Scale(domain=[0, 360], range=[0, 360]))
    heads = drawn.mark_point(filled=True, opacity=1, size=90, shape="triangle-right").encode(
        **ends, color=colour, angle=turned, tooltip=told
    )
    named = alt.Chart(alt.InlineData(values=matters))
    labels = named.mark_text(dy=-11, limit=COLUMN - 20, fontSize=12).encode(**where, text="label:N")
    dots = named.mark_point(filled=True, size=70, color="#252525").encode(**where)
    title = f"{language.say('titles', 'conditions')}: {language.say('columns', 'needed')} → "
    return alt.LayerChart(
        layer=[lines, heads, dots, labels],
        title=title + language.say("columns", "then"),
        width=COLUMN * columns,
        height=ROW * rows,
    )
