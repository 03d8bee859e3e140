import pytest

from akkoord.reports import ReportError, make_report
from akkoord.reports.markup import has_markup, is_page, strip_markup

ARTICLE = """
<p>De onderhandelaars van beide landen spraken dinsdag urenlang over een neutrale status.</p>
<p>Volgens een woordvoerder duurde het overleg <b>drie</b> uur en komt er een vervolg.</p>
"""
PAGE = f"""<!DOCTYPE html><html lang="nl"><head><title>Overleg | De Krant</title>
<meta property="article:published_time" content="2022-03-29T10:00:00+02:00">
<meta property="og:site_name" content="De Krant"><meta property="og:title" content="Overleg">
<script>var teller = 1;</script></head><body><nav><a href="/">Voorpagina</a> <a href="/sport">Sport</a></nav>
<article><h1>Overleg</h1>{ARTICLE}</article><footer>Copyright 2021</footer></body></html>"""


def test_a_page_becomes_its_article() -> None:
    report = make_report(PAGE)
    assert (report.title, report.publisher, report.published) == ("Overleg", "De Krant", "2022-03-29")
    assert "duurde het overleg drie uur" in report.text
    assert "\n\nVolgens" in report.text
    assert not any(noise in report.text for noise in ("<", "Sport", "Copyright", "teller"))


def test_a_page_without_a_date_of_its_own_gets_none() -> None:
    report = make_report(f"<html><body>{ARTICLE}<p>Copyright 2019</p></body></html>")
    assert report.published is None


def test_what_the_caller_knows_stands_before_what_the_page_says() -> None:
    report = make_report(PAGE, title="Mijn titel", publisher="Mijn krant", published="2022-03")
    assert (report.title, report.publisher, report.published) == ("Mijn titel", "Mijn krant", "2022-03-29")


def test_a_page_of_signs_that_are_not_seen_has_no_article() -> None:
    with pytest.raises(ReportError, match="a page without an article"):
        make_report("\u200b<html")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Moskou wil <b>praten</b>.</p><p>Kiev ook.</p>", "Moskou wil praten.\n\nKiev ook."),
        ("Moskou.<br/>Kiev.<br><br>Minsk.", "Moskou.\nKiev.\n\nMinsk."),
        ("Jan &amp; Piet uit Oekra&iuml;ne", "Jan & Piet uit Oekraïne"),
        ("Eerste.\n\nHij <i>zei</i>, nou ja.", "Eerste.\n\nHij zei, nou ja."),
        ("<script>var a = '<p>';</script>Tekst <a href=\"x\">met link</a>.", "Tekst met link."),
        ("<ul><li>een</li><li>twee</li></ul>", "een\n\ntwee"),
    ],
)
def test_markup_left_in_a_text_is_taken_out(text: str, plain: str) -> None:
    assert has_markup(text) and not is_page(text)
    assert strip_markup(text) == plain == make_report(text).text


@pytest.mark.parametrize(
    "text", ["3 < 4 en 5 > 2", "R&D en AT&T;", "een <pijl> naar rechts", "a<b; c>d", "lid & voorzitter"]
)
def test_other_signs_are_no_markup(text: str) -> None:
    assert not has_markup(text)
    assert make_report(text).text == text
