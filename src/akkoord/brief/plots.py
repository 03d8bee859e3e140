"""Plots of a dossier, drawn offline with Altair: the timeline, and positions as a heat table.

Takes a `Dossier`; gives charts, and saves them as SVG, PNG or an HTML page that needs nothing from elsewhere.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from akkoord.brief.language import Language, LanguageCode
from akkoord.brief.sheets import happening_text, stances_text
from akkoord.codebook import EventType
from akkoord.dossier import Dossier
from akkoord.errors import AkkoordError

WIDTH, ROW_HEIGHT = 760, 22  # pixels
PNG_SCALE = 2
NARROWEST = 3  # pixels of a bar, where its days are less on the axis
MOST_PARTIES = 12  # rows of a plot, those told of most
COLOURS = {
    "demands": "#b2182b", "rejects": "#ef8a62", "open": "#d1e5f0", "proposes": "#67a9cf", "accepts": "#2166ac",
}  # fmt: skip
EVENT_COLOURS: dict[EventType, str] = {
    "AGREE": "#1f77b4", "CONSULT": "#aec7e8", "SUPPORT": "#2ca02c", "CONCEDE": "#98df8a", "COOPERATE": "#17becf",
    "AID": "#9edae5", "RETREAT": "#bcbd22", "REQUEST": "#ffbb78", "ACCUSE": "#ff7f0e", "REJECT": "#c49c94",
    "THREATEN": "#8c564b", "PROTEST": "#e377c2", "SANCTION": "#9467bd", "MOBILIZE": "#7f7f7f", "COERCE": "#ff9896",
    "ASSAULT": "#d62728",
}  # fmt: skip
# names of months and days along the axis
TIME_LOCALES: dict[LanguageCode, str] = {"nl": "nl-NL", "en": "en-GB"}


class PlotError(AkkoordError):
    """A plot that cannot be drawn or saved."""


def timeline_plot(dossier: Dossier, language: Language, since: date | None = None) -> alt.Chart:
    """A bar over the days that it can be for each dated happening; a row for each party that acts."""
    rows = []
    for happening in dossier.happenings:
        when = dossier.when(happening)
        if when.earliest and when.latest and (since is None or when.latest >= since):
            for party in sorted({part.party for code in happening.actors for part in code.parts}):
                rows.append(
                    {
                        "first": when.earliest.isoformat(),
                        "last": (when.latest + timedelta(days=1)).isoformat(),  # where the last day ends
                        "day": language.when(when),
                        "party": language.party(party),
                        "type": language.say("events", happening.type),
                        "text": happening_text(happening, language),
                    }
                )
    if not rows:
        raise PlotError("no event here has a day; a timeline needs one")
    kept = _most_told(rows)
    types = {language.say("events", type): colour for type, colour in EVENT_COLOURS.items()}
    shown = [name for name in types if any(row["type"] == name for row in kept)]
    colours = alt.Scale(domain=shown, range=[types[name] for name in shown])
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=kept), title=language.say("titles", "timeline"))
        .mark_bar(height=ROW_HEIGHT - 6, opacity=0.8, minBandSize=NARROWEST)
        .encode(
            x=alt.X("first:T", title=language.say("columns", "day")),
            x2="last:T",
            y=alt.Y("party:N", title=None),
            color=alt.Color("type:N", scale=colours, title=language.say("columns", "event")),
            tooltip=[alt.Tooltip("day:N"), alt.Tooltip("text:N")],
        )
        .properties(width=WIDTH, height=alt.Step(ROW_HEIGHT))
    )
    return chart


def positions_plot(dossier: Dossier, language: Language) -> alt.Chart:
    """A heat table: a row for each issue, a column for each party, the last stance as a colour."""
    rows = [
        {
            "party": language.party(line.party.partition("/")[0]),
            "issue": language.say("issues", line.issue),
            "stance": language.say("stances", line.latest[0].stance),
            "text": stances_text(line.latest, language),
            "day": language.when(line.latest[0].published),
        }
        for line in dossier.lines
        if line.latest
    ]
    if not rows:
        raise PlotError("no party takes a position here; there is nothing to draw")
    stances = alt.Scale(
        domain=[language.say("stances", stance) for stance in COLOURS], range=list(COLOURS.values())
    )
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=_most_told(rows)), title=language.say("titles", "positions"))
        .mark_rect(stroke="white")
        .encode(
            x=alt.X("party:N", title=None, axis=alt.Axis(orient="top", labelAngle=-30)),
            y=alt.Y("issue:N", title=None),
            color=alt.Color("stance:N", scale=stances, title=language.say("columns", "stance")),
            tooltip=[alt.Tooltip("text:N"), alt.Tooltip("day:N")],
        )
        .properties(width=alt.Step(60), height=alt.Step(ROW_HEIGHT))
    )
    return chart


def save_plot(chart: alt.Chart | alt.LayerChart, target: str, language: Language) -> None:
    """Saves a chart by the ending of its name: `.svg`, `.png` or `.html`; raises `PlotError`."""
    path, spec = Path(target), chart.to_json()
    locale: Any = TIME_LOCALES[language.code]  # a name from a long list of literals
    try:
        match path.suffix.lower():
            case ".svg":
                page = vl_convert.vegalite_to_svg(spec, time_format_locale=locale)
                path.write_text(page, encoding="utf-8")
            case ".png":
                path.write_bytes(vl_convert.vegalite_to_png(spec, scale=PNG_SCALE, time_format_locale=locale))
            case ".html":
                page = vl_convert.vegalite_to_html(spec, bundle=True, time_format_locale=locale)
                path.write_text(page, encoding="utf-8")
            case _:
                raise PlotError(f"{target}: name a file that ends in .svg, .png or .html")
    except OSError as error:
        raise PlotError(f"{target}: cannot be written: {error.strerror}") from error


def _most_told(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the parties that have most of them."""
    told: dict[str, int] = {}
    for row in rows:
        told[row["party"]] = told.get(row["party"], 0) + 1
    kept = sorted(told, key=lambda party: (-told[party], party))[:MOST_PARTIES]
    return [row for row in rows if row["party"] in kept]
