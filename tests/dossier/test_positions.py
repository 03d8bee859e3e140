from datetime import date

from tests.dossier.reports import entry, position

from akkoord.dossier import Dossier, Line

OPEN = "Valdor wil praten over autonomie."
REFUSED = "Valdor weigert autonomie."


def _line(*told: tuple[str, str, str]) -> Line:
    entries = [
        entry(text, day, f"r{day}", positions=[position("REG:Valdor", "autonomy", stance, text)])
        for day, stance, text in told
    ]
    (line,) = Dossier(entries).lines
    return line


def test_the_stance_on_a_day_is_the_last_one_told_by_then() -> None:
    line = _line(("2020-01-05", "open", OPEN), ("2020-03-01", "rejects", REFUSED))
    assert line.on(date(2020, 1, 4)) == ()
    assert [stand.stance for stand in line.on(date(2020, 2, 29))] == ["open"]
    assert [stand.stance for stand in line.on(date(2020, 3, 1))] == ["rejects"]


def test_a_change_has_its_day_and_its_words() -> None:
    line = _line(
        ("2020-01-05", "open", OPEN), ("2020-02-01", "open", OPEN), ("2020-03-01", "rejects", REFUSED)
    )
    (change,) = line.changes()
    assert (change.day, change.after[0].citation.words) == (date(2020, 3, 1), REFUSED)
    assert change.before[0].citation.report == "r2020-02-01"
    assert change.reversal


def test_a_month_counts_from_its_last_day() -> None:
    line = _line(("2020-01", "open", OPEN))
    assert line.on(date(2020, 1, 30)) == ()
    assert line.on(date(2020, 1, 31))


def test_a_position_on_somebody_elses_word_is_told_as_such() -> None:
    text = "Volgens Meren wil Valdor praten. Meren wil dat zelf ook."
    told = entry(
        text,
        "2020-01-05",
        statements=[
            {"source": "Meren", "code": "REG:Meren/GOV", "cue": "Volgens", "content": ["wil Valdor praten"]},
        ],
        positions=[
            position("REG:Valdor", "talks", "open", "wil Valdor praten"),
            position("REG:Meren", "talks", "open", "Meren wil dat zelf ook"),
        ],
    )
    stands = {line.party: line.latest[0] for line in Dossier([told]).lines}
    assert str(stands["REG:Valdor"].citation.according_to) == "REG:Meren/GOV"
    assert not stands["REG:Valdor"].own
    assert stands["REG:Meren"].own


def test_hearsay_is_no_reversal() -> None:
    text = "Volgens Meren weigert Valdor autonomie."
    content = "weigert Valdor autonomie"
    told = entry(
        text,
        "2020-03-01",
        "hoorzeggen",
        statements=[{"source": "Meren", "code": "REG:Meren", "cue": "Volgens", "content": [content]}],
        positions=[position("REG:Valdor", "autonomy", "rejects", content)],
    )
    first = entry(OPEN, "2020-01-05", "eerst", positions=[position("REG:Valdor", "autonomy", "open", OPEN)])
    dossier = Dossier([first, told])
    assert [change.reversal for change in dossier.lines[0].changes()] == [None]
    assert dossier.contradictions == []


def test_of_a_day_that_stance_stands_which_is_likeliest_by_all_that_reports_tell() -> None:
    told = [("open", OPEN, 0.4), ("rejects", REFUSED, 0.5), ("open", OPEN, 0.3), ("demands", OPEN, 0.2)]
    entries = [
        entry(
            text,
            "2020-01-05",
            f"r{number}",
            positions=[{**position("REG:Valdor", "autonomy", stance, text), "confidence": confidence}],
        )
        for number, (stance, text, confidence) in enumerate(told)
    ]
    (line,) = Dossier(entries).lines
    assert [(stand.stance, round(stand.chance, 2)) for stand in line.latest] == [
        ("open", 0.58),
        ("open", 0.58),
        ("rejects", 0.5),
    ]
    assert line.told == len(told)
    assert all(stand.likely for stand in line.latest)


def test_what_is_likely_misread_is_no_reversal() -> None:
    unsure = {**position("REG:Valdor", "autonomy", "open", OPEN), "confidence": 0.4}
    refused = position("REG:Valdor", "autonomy", "rejects", REFUSED)
    entries = [
        entry(OPEN, "2020-01-05", "a", positions=[unsure]),
        entry(REFUSED, "2020-03-01", "b", positions=[refused]),
    ]
    (change,) = Dossier(entries).lines[0].changes()
    assert change.reversal is None
