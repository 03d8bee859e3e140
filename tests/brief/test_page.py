from dataclasses import replace
from datetime import date

import pytest
from tests.dossier.reports import condition, entry, event, position

from akkoord.brief import Brief, Language, LanguageCode, brief_markdown, brief_values, make_brief
from akkoord.brief.page import MOST_LINES
from akkoord.dossier import Dossier, Scope
from akkoord.record import Entry

SECTIONS = ["standing", "wants", "first", "talks", "agreements", "disputed", "changed"]


def _brief(entries: list[Entry], as_of: date | None = None, language: LanguageCode = "nl") -> Brief:
    return make_brief(Dossier(entries, as_of=as_of), Language(language), date(2022, 3, 1))


def _lines(brief: Brief, key: str) -> list[str]:
    section = next(section for section in brief.sections if section.key == key)
    return [item.text for item in section.items]


def test_it_has_every_section_in_order(minsk: list[Entry]) -> None:
    assert [section.key for section in _brief(minsk).sections] == SECTIONS


def test_every_line_on_the_process_says_where_it_stands(minsk: list[Entry]) -> None:
    nothing = "Daarover zegt geen bericht iets."
    lines = [item for section in _brief(minsk).sections for item in section.items if item.text != nothing]
    assert len(lines) >= 7
    assert all(item.citations or item.inner for item in lines)


def test_a_day_fixed_by_another_report_is_shown_with_its_reasoning(minsk: list[Entry]) -> None:
    text = brief_markdown(_brief(minsk))
    assert "21 februari 2022: Rusland" in text
    assert "maandag 31 januari, 7, 14, 21 of 28 februari 2022; [dag, 1] zegt:" in text
    assert "→ 21 februari 2022" in text
    assert "[dag, 1] [maand, 1]" in text


def test_the_table_gives_the_last_stance_with_its_day(minsk: list[Entry]) -> None:
    sheet = _brief(minsk).sections[1].sheet
    assert sheet is not None
    assert sheet.columns == ("Onderwerp", "Rusland", "Oekraïne", "Berichten")
    assert [row.cells for row in sheet.rows] == [
        (
            "neutraliteit",
            "stelt voor (30 maart 2022)",
            "staat open (volgens Rusland (regering)) (februari 2022)",
        )
    ]


def _told(stances: dict[str, str]) -> list[Entry]:
    """Reports of one day, each with a stance of Valdor, those of `b` on the word of Meren."""
    word = {"source": "Meren", "code": "REG:Meren", "cue": "zegt", "content": ["Valdor wil of wil niet"]}
    return [
        entry(
            "Valdor wil of wil niet, zegt Meren.",
            "2022-03-05",
            report,
            positions=[position("REG:Valdor", "talks", stance, "Valdor wil of wil niet")],
            statements=[word] if report == "b" else [],
        )
        for report, stance in stances.items()
    ]


@pytest.mark.parametrize(
    ("stances", "cell"),
    [
        ({"a": "open"}, "staat open (5 maart 2022)"),
        ({"a": "open", "c": "open"}, "staat open (5 maart 2022)"),
        ({"a": "open", "b": "rejects"}, "staat open (5 maart 2022)"),
        ({"b": "rejects"}, "wijst af (volgens Meren) (5 maart 2022)"),
        ({"a": "open", "c": "rejects"}, "staat open [a, 1]; wijst af [c, 1] (5 maart 2022)"),
    ],
)
def test_several_stances_of_one_day_each_say_where_they_stand(stances: dict[str, str], cell: str) -> None:
    sheet = _brief(_told(stances)).sections[1].sheet
    assert sheet is not None
    assert [row.cells for row in sheet.rows] == [("praten", cell)]


@pytest.mark.parametrize(
    ("actors", "recipients", "text"),
    [
        (["REG:Meren"], ["REG:Meren"], "Meren valt aan"),
        (["REG:Meren/GOV"], ["REG:Meren", "REG:Valdor"], "Meren (regering) valt aan → Valdor"),
        (["REG:Meren/MIL"], ["REG:Meren/CVL"], "Meren (leger) valt aan → Meren (burgers)"),
    ],
)
def test_a_party_is_not_told_to_act_upon_itself(actors: list[str], recipients: list[str], text: str) -> None:
    told = entry(
        "Meren beschoot de haven.",
        "2022-03-05",
        events=[event("beschoot", "ASSAULT", actors, recipients=recipients, time="2022-03-05")],
    )
    assert _lines(_brief([told]), "standing")[-1].startswith(f"5 maart 2022: {text}. ")


def test_as_of_an_earlier_day_it_says_what_was_said_by_then(minsk: list[Entry]) -> None:
    early = brief_markdown(_brief(minsk, date(2022, 2, 28)))
    late = brief_markdown(_brief(minsk, date(2022, 4, 1)))
    assert "eist (februari 2022)" in early and "Istanbul" not in early
    assert "stelt voor (30 maart 2022)" in late and "Istanbul" in late
    assert "Rusland over neutraliteit: eist, nu stelt voor" in late
    assert "nu stelt voor" not in early


def test_a_denial_stands_with_both_sides(minsk: list[Entry]) -> None:
    disputed = next(section for section in _brief(minsk).sections if section.key == "disputed")
    (item,) = disputed.items
    assert item.text == "bewering en ontkenning (Rusland en Oekraïne)"
    assert [inner.text.partition(":")[0] for inner in item.inner] == [
        "Rusland (regering)",
        "Oekraïne (regering)",
    ]


def test_in_english_the_words_of_reports_stay_as_they_are(minsk: list[Entry]) -> None:
    text = brief_markdown(_brief(minsk, language="en"))
    assert "# State of the peace process: Russia – Ukraine" in text
    assert "Russia: ‘Oekraïne de wapens neerlegt’ → ‘Rusland praat’ (unknown) [maand, 2]" in text
    assert "de akkoorden van Minsk (Russia and Ukraine, 2014-2015): ended" in text
    assert "involved: Germany and France" in text


def test_several_who_mediate_are_told_by_their_names(minsk: list[Entry]) -> None:
    *_, last = minsk
    talk = last.reading.talks[0].changed(host=None, mediator="SAU+USA")
    told = replace(last, reading=last.reading.model_copy(update={"talks": (talk,)}))
    (line,) = _lines(_brief([told], language="en"), "talks")
    assert "Istanbul, mediator Saudi Arabia and United States: held" in line


def test_nobody_in_particular_is_no_mediator(minsk: list[Entry]) -> None:
    *_, last = minsk
    talk = last.reading.talks[0].changed(host=None, mediator="INT")
    told = replace(last, reading=last.reading.model_copy(update={"talks": (talk,)}))
    (line,) = _lines(_brief([told], language="en"), "talks")
    assert "Istanbul: held" in line


def test_what_no_report_says_is_said_to_be_so(minsk: list[Entry]) -> None:
    assert _lines(_brief(minsk[1:2]), "talks") == ["Daarover zegt geen bericht iets."]
    empty = make_brief(Dossier([]), Language("nl"))
    assert [len(section.items) for section in empty.sections] == [1, 0, 1, 1, 1, 1, 1]


def test_it_stays_one_page(minsk: list[Entry]) -> None:
    many = [
        minsk[2].__class__(
            minsk[2].report.model_copy(update={"id": f"r{i}", "published": f"2022-04-{i:02}"}),
            minsk[2].text,
            minsk[2].reading.model_copy(
                update={"talks": (minsk[2].reading.talks[0].changed(date=f"2022-04-{i:02}"),)}
            ),
            minsk[2].entered,
        )
        for i in range(1, 21)
    ]
    talks = _lines(_brief(many), "talks")
    assert len(talks) == MOST_LINES + 1
    assert talks[-1] == f"en nog {20 - MOST_LINES}: akkoord talks"


def test_for_programs_it_has_codes_and_places(minsk: list[Entry]) -> None:
    values = brief_values(_brief(minsk))
    assert values["parties"] == ["RUS", "UKR"]
    wants = values["sections"][1]["table"][0]
    assert wants["issue"] == "neutrality"
    assert [(s["party"], s["stance"], s["source"]["report"]) for s in wants["stances"]] == [
        ("RUS", "proposes", "maart"),
        ("UKR", "open", "maand"),
    ]
    assert wants["stances"][1]["source"]["according_to"] == "RUS/GOV"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_name_of_a_scope_is_the_title(minsk: list[Entry], language: LanguageCode) -> None:
    brief = make_brief(Dossier(minsk, scope=Scope("minsk", ("RUS", "UKR"))), Language(language))
    assert brief.title.endswith(": minsk")


def test_an_agreement_that_no_report_names_is_told_by_its_parties_and_time() -> None:
    text = "Valdor en Meren spraken af te ruilen."
    pact = {"name": "spraken af", "parties": ["REG:Meren", "REG:Valdor"], "date": "2021-08", "status": "concluded",
            "evidence": ["spraken af"]}  # fmt: skip
    page = make_brief(Dossier([entry(text, "2021-08-30", agreements=[pact])]), Language("en"))
    (line,) = _lines(page, "agreements")
    assert line.startswith("agreement without a name (Meren and Valdor, August 2021): concluded.")
    (changed,) = _lines(page, "changed")
    assert changed == "agreement without a name (Meren and Valdor), August 2021: concluded"


@pytest.mark.parametrize(("confidences", "told"), [([0.6], True), ([0.4], False), ([0.4, 0.3], True)])
def test_the_last_deeds_are_those_that_are_told_more_likely_than_not(
    confidences: list[float], told: bool
) -> None:
    text = "Valdor bezette Meren."
    entries = []
    for number, confidence in enumerate(confidences):
        deed = event("bezette", "COERCE", ["REG:Valdor"], recipients=["REG:Meren"], time="2021-08-30")
        entries.append(entry(text, "2021-08-30", f"{number}", events=[{**deed, "confidence": confidence}]))
    lines = _lines(make_brief(Dossier(entries), Language("nl")), "standing")
    assert any("Valdor dwingt" in line for line in lines) is told


@pytest.mark.parametrize(("until", "told"), [(date(2022, 8, 1), True), (date(2022, 10, 1), False)])
def test_a_deed_of_more_than_a_year_ago_is_not_where_the_process_stands(until: date, told: bool) -> None:
    deed = event("bezette", "COERCE", ["REG:Valdor"], recipients=["REG:Meren"], time="2021-08-30")
    known = [entry("Valdor bezette Meren.", "2021-08-30", events=[{**deed, "confidence": 0.9}])]
    lines = _lines(make_brief(Dossier(known, as_of=until), Language("nl")), "standing")
    assert any("Valdor dwingt" in line for line in lines) is told


@pytest.mark.parametrize(("confidence", "sure"), [(0.6, True), (0.4, False)])
def test_what_a_party_wants_is_marked_where_it_may_be_misread(confidence: float, sure: bool) -> None:
    stand = {**position("REG:Valdor", "withdrawal", "demands", "Valdor"), "confidence": confidence}
    wants = make_brief(Dossier([entry("Valdor bezette Meren.", positions=[stand])]), Language("en")).sections[
        1
    ]
    assert wants.sheet is not None
    (row,) = wants.sheet.rows
    assert ("(?)" not in row.cells[1]) is sure
    assert [item.text for item in wants.items] == (
        [] if sure else ["With (?): more likely misread than not."]
    )


def test_a_stance_that_is_likely_misread_leaves_the_one_before_it_standing() -> None:
    before = {**position("REG:Valdor", "withdrawal", "demands", "Valdor"), "confidence": 0.6}
    after = {**position("REG:Valdor", "withdrawal", "rejects", "Valdor"), "confidence": 0.1}
    faint = {**position("REG:Meren", "withdrawal", "rejects", "Meren"), "confidence": 0.1}
    told = [entry("Valdor bezette Meren.", f"2021-08-0{day}", f"{day}", positions=positions)
            for day, positions in ((1, [before]), (2, [after, faint]))]  # fmt: skip
    wants = make_brief(Dossier(told), Language("en")).sections[1]
    assert wants.sheet is not None
    assert [row.cells for row in wants.sheet.rows] == [("withdrawal", "demands (1 August 2021)")]
    assert [item.text for item in wants.items] == ["and 1 more: akkoord positions"]


@pytest.mark.parametrize(("confidence", "told"), [(0.6, True), (0.4, False)])
def test_a_condition_that_is_likely_misread_is_counted_but_not_told(confidence: float, told: bool) -> None:
    text = "Valdor praat pas als Meren zwijgt."
    term = {**condition("Meren zwijgt", "Valdor praat", "als", "REG:Valdor"), "confidence": confidence}
    lines = _lines(make_brief(Dossier([entry(text, conditions=[term])]), Language("en")), "first")
    assert any("Meren zwijgt" in line for line in lines) is told
    assert ("and 1 more: akkoord conditions" in lines) is not told


def test_it_says_that_conditions_and_undated_talks_of_older_reports_are_left_out(minsk: list[Entry]) -> None:
    page = make_brief(Dossier(minsk, older=40), Language("en"))
    conditions, talks = (_lines(page, key)[-1] for key in ("first", "talks"))
    assert conditions.startswith("Conditions in 40 older reports") and conditions.endswith(
        "conditions --newest 0"
    )
    assert talks.startswith("Talks without a day in 40 older reports") and talks.endswith("talks --newest 0")
