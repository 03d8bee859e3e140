import pytest

from akkoord.reports import ReportError, make_report, require_dutch

DUTCH = "De minister zei vrijdag dat het overleg volgende week verdergaat, al verwacht niemand er veel van."
OTHERS = {
    "en": "The minister said on Friday that the talks would go on next week, although nobody expects much of it.",
    "de": "Der Minister sagte am Freitag, die Gespräche gingen nächste Woche weiter, obwohl niemand viel erwartet.",
    "fr": "Le ministre a dit vendredi que les pourparlers continueront la semaine prochaine, sans que nul n'y croie.",
    "af": "Die minister het Vrydag gesê dat die gesprekke volgende week voortgaan, hoewel niemand veel verwag nie.",
    "ru": "Министр сказал в пятницу, что переговоры продолжатся на следующей неделе, хотя никто не ждёт многого.",
}


@pytest.mark.parametrize("text", [DUTCH, DUTCH.upper(), DUTCH * 100, "Putin, Zelensky: talks.", "2022 🕊️"])
def test_dutch_and_what_is_too_short_to_tell_pass(text: str) -> None:
    require_dutch(make_report(text))


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_refused(language: str) -> None:
    with pytest.raises(ReportError, match=f"not in Dutch .it looks like '{language}'.; .* --any-language"):
        require_dutch(make_report(OTHERS[language]))
