import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import Run
from tests.cli.made import READING, TEXT, span

from akkoord.cli.marked import STYLES, marked
from akkoord.codebook import Code, Span
from akkoord.reading import Actor, Event, Reading, ReportHead, Time
from akkoord.reports import read_report


def test_brackets_say_what_words_are() -> None:
    assert marked(TEXT, READING, in_colour=False).plain == (
        "[Moskou|RUS/GOV, s1 source] [[eist|s1 cue, e1 trigger] [dat [Kiev|UKR/GOV, s1 addressee] "
        "[zondag|2022-03-06] de wapens neerlegt|s1 content]|p1 evidence]. "
        '"[[Pas als|c1 condition] [de Russen weg zijn|c1 requirement], '
        '[praten [wij|UKR/GOV]|c1 consequence]|s2 content]", '
        "[zegt|s2 cue] [minister De Boer|UKR/GOV, s2 source] [sic].\n\n"
        "Het [Verdrag van Riga|a1 evidence] is geschonden. [[De ministers|?] belden in Genève|t1 evidence]."
    )


def test_colours_leave_the_text_as_it_is_with_raised_numbers() -> None:
    shown = marked(TEXT, READING, in_colour=True)
    assert shown.plain.startswith("Moskou eistˢ¹·ᵉ¹ dat Kiev zondag de wapens neerlegtᵖ¹. ")
    assert re.sub("[ᵃᶜᵉᵖˢᵗ]¹|[ᵃᶜᵉᵖˢᵗ]²|·", "", shown.plain) == TEXT


def test_each_part_has_its_colour() -> None:
    shown = marked(TEXT, READING, in_colour=True)
    styles = {(shown.plain[s.start : s.end], str(s.style)) for s in shown.spans}
    for words, part in (
        ("Moskou", "actor"),
        ("Moskou", "source"),
        ("eist", "cue"),
        ("eist", "trigger"),
        ("zondag", "time"),
        ("Pas als", "condition"),
        ("de Russen weg zijn", "requirement"),
        ("Verdrag van Riga", "evidence"),
    ):
        assert (words, STYLES[part]) in styles


def test_spans_that_cross_are_both_closed() -> None:
    reading = Reading(
        report=ReportHead(id="x"),
        actors=(Actor(**span("Kiev zondag").model_dump(), code=Code.of("UKR")),),
        times=(Time(**span("zondag de").model_dump(), value="2022"),),
    )
    assert "dat [Kiev [zondag|UKR] de|2022] wapens" in marked(TEXT, reading, in_colour=False).plain


BARE = TEXT.replace("[sic]", "(sic)")
spans = st.tuples(st.integers(0, len(BARE) - 1), st.integers(1, 40)).map(
    lambda place: Span.of(BARE, place[0], min(len(BARE), sum(place)))
)


@given(st.lists(spans, max_size=12), st.lists(spans, max_size=12))
def test_no_words_are_lost_or_moved(actors: list[Span], triggers: list[Span]) -> None:
    reading = Reading(
        report=ReportHead(id="x"),
        actors=tuple(Actor(**one.model_dump(), code=None) for one in actors),
        events=tuple(Event(trigger=one, type="AID", reality="actual") for one in triggers),
    )
    in_brackets = marked(BARE, reading, in_colour=False).plain
    assert re.sub(r"\|[^\]]*\]|\[", "", in_brackets) == BARE
    in_colours = marked(BARE, reading, in_colour=True).plain
    assert re.sub("ᵉ[⁰¹²³⁴⁵⁶⁷⁸⁹]+·?", "", in_colours) == BARE


@pytest.mark.usefixtures("loaded_once")
def test_show_prints_the_report_and_its_tables(
    akkoord: Callable[..., Run], report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = akkoord("show", report)
    assert (run.code, run.err) == (0, "")
    shown, tables = run.out.split("2022-02-25-inval · 25 February 2022")
    assert shown.startswith("[words|what they are]")
    body = shown.split("t talk)\n\n")[1]
    assert re.sub(r"\|[^\]]*\]|\[", "", body).strip() == read_report(report).text.strip()
    assert "Actors" in tables
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in akkoord("show", report).out


@pytest.mark.usefixtures("loaded_once")
def test_show_tells_which_file_is_not_dutch(akkoord: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "noticia.txt"
    path.write_text(
        "El ministro dijo el viernes que las conversaciones seguirán la semana que viene en la capital."
    )
    run = akkoord("show", path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"akkoord: {path}: is not in Dutch (it looks like 'es')")
