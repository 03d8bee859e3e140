import re
from pathlib import Path

import pytest
from tests.dossier.reports import entry, event

from akkoord.brief import Language, LanguageCode
from akkoord.brief.plots import PlotError, positions_plot, save_plot, timeline_plot
from akkoord.dossier import Dossier
from akkoord.record import Entry


def test_a_timeline_as_svg_names_its_parties(minsk: list[Entry], tmp_path: Path) -> None:
    target = tmp_path / "tijdlijn.svg"
    save_plot(timeline_plot(Dossier(minsk), Language("nl")), str(target), Language("nl"))
    text = target.read_text(encoding="utf-8")
    assert text.startswith("<svg") and "Rusland" in text


def test_positions_as_png(minsk: list[Entry], tmp_path: Path) -> None:
    target = tmp_path / "standpunten.png"
    save_plot(positions_plot(Dossier(minsk), Language("en")), str(target), Language("en"))
    assert target.read_bytes().startswith(b"\x89PNG")


def test_a_page_needs_nothing_from_elsewhere(minsk: list[Entry], tmp_path: Path) -> None:
    target = tmp_path / "tijdlijn.html"
    save_plot(timeline_plot(Dossier(minsk), Language("nl")), str(target), Language("nl"))
    text = target.read_text(encoding="utf-8")
    assert "Rusland" in text
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=[\"']https?:", text)


def test_what_cannot_be_drawn_is_told(minsk: list[Entry], tmp_path: Path) -> None:
    chart = positions_plot(Dossier(minsk), Language("nl"))
    with pytest.raises(PlotError, match=r"ends in \.svg, \.png or \.html"):
        save_plot(chart, str(tmp_path / "plot.gif"), Language("nl"))
    with pytest.raises(PlotError, match="cannot be written"):
        save_plot(chart, str(tmp_path / "nergens" / "plot.svg"), Language("nl"))
    with pytest.raises(PlotError, match="no event here has a day"):
        timeline_plot(Dossier([]), Language("nl"))


def test_the_axis_of_days_is_in_the_language_of_the_plot(tmp_path: Path) -> None:
    told = [
        event("sprak", "CONSULT", ["REG:Meren"], time="2020-03-02"),
        event("brak", "SANCTION", ["REG:Meren"], time="2020-06-01/2020-06-30"),
    ]
    dossier = Dossier([entry("Meren sprak. Meren brak.", "2020-07-01", "meren", events=told)])
    languages: tuple[tuple[LanguageCode, str], ...] = (("nl", "mei"), ("en", "May"))
    for code, month in languages:
        target = tmp_path / f"{code}.svg"
        save_plot(timeline_plot(dossier, Language(code)), str(target), Language(code))
        assert re.search(rf">{month}\b", target.read_text(encoding="utf-8"), re.IGNORECASE)
