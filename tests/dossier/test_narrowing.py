from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.dossier.reports import entry, event

from akkoord.dossier import Dossier, Happening
from akkoord.record import Entry
from akkoord.when import When

MONDAYS = "[2022-01-31,2022-02-07,2022-02-14,2022-02-21,2022-02-28]"


def _recognition(id: str, published: str, time: str, words: str = "erkende") -> Entry:
    fields = {"recipients": ["REG:Valdor"], "time": time}
    return entry(
        f"Meren {words} Valdor.", published, id, events=[event(words, "SUPPORT", ["REG:Meren"], **fields)]
    )


def _only(dossier: Dossier) -> Happening:
    assert len(dossier.happenings) == 1
    return dossier.happenings[0]


def test_a_set_of_days_is_narrowed_by_a_report_that_gives_the_day() -> None:
    dossier = Dossier(
        [_recognition("maand", "2022-02", MONDAYS), _recognition("dag", "2022-02-22", "2022-02-21")]
    )
    happening = _only(dossier)
    assert str(dossier.when(happening)) == "2022-02-21"
    step = dossier.narrowing.reasoning(happening)[0]
    assert (str(step.before), str(step.after), step.rule, step.citation.report) == (
        MONDAYS,
        "2022-02-21",
        "told",
        "dag",
    )


def test_two_open_reports_narrow_each_other() -> None:
    dossier = Dossier(
        [
            _recognition("a", "2022-02", MONDAYS),
            _recognition("b", "2022-02", "2022-02-20/2022-02-23", "erkent"),
        ]
    )
    assert str(dossier.when(_only(dossier))) == "2022-02-21"


def test_the_day_of_publication_follows_from_what_a_report_tells_as_done() -> None:
    monday = _recognition("maand", "2022-02", MONDAYS)
    dossier = Dossier([monday, _recognition("dag", "2022-02-22", "2022-02-21")])
    assert str(dossier.narrowing.when("maand")) == "2022-02-21/2022-02-27"
    assert {step.rule for step in dossier.narrowing.reasoning("maand")} == {"weekday"}


def test_a_day_that_cannot_be_is_shown_and_not_forced() -> None:
    text = "Valdor belde Meren voordat Meren Valdor erkende."
    told = [
        event("belde", "CONSULT", ["REG:Valdor"], recipients=["REG:Meren"], time="2022-02-25", mode="phone"),
        event("erkende", "SUPPORT", ["REG:Meren"], recipients=["REG:Valdor"], time="2022-02-21"),
    ]
    dossier = Dossier([entry(text, "2022-02-26", events=told)])
    assert [str(dossier.when(h)) for h in dossier.happenings] == ["2022-02-21", "2022-02-25"]
    (clash,) = dossier.narrowing.clashes
    assert clash.citation.words == text
    assert [c.kind for c in dossier.contradictions] == ["order"]


def _told_with_a_call_on(day: str) -> Dossier:
    """A month's report of a Monday, which another fixes as the 14th, and of a call on some day."""
    told = [
        event("erkende", "SUPPORT", ["REG:Meren"], recipients=["REG:Valdor"], time=MONDAYS),
        event("belde", "CONSULT", ["REG:Valdor"], recipients=["REG:Meren"], time=day, mode="phone"),
    ]
    month = entry("Meren erkende Valdor. Valdor belde Meren.", "2022-02", "maand", events=told)
    return Dossier([month, _recognition("dag", "2022-02-15", "2022-02-14")])


def test_a_weekday_that_was_not_the_nearest_is_no_contradiction() -> None:
    dossier = _told_with_a_call_on("2022-02-24")
    assert str(dossier.narrowing.when("maand")) == "2022-02-24/2022-02-28"
    assert not dossier.contradictions


def test_what_is_told_as_done_after_the_stamp_is_a_contradiction() -> None:
    (found,) = _told_with_a_call_on("2022-03-02").contradictions
    assert [side.says for side in found.sides] == ["2022-03-02", "2022-02"]


def test_a_month_in_a_report_of_a_known_day_ends_with_that_day() -> None:
    dossier = Dossier([_recognition("dag", "2022-02-22", "2022-02")])
    assert str(dossier.when(_only(dossier))) == "2022-02-01/2022-02-22"


def test_what_has_no_date_gets_none() -> None:
    text = "Meren erkende Valdor."
    told = entry(
        text, "2022-02-22", events=[event("erkende", "SUPPORT", ["REG:Meren"], recipients=["REG:Valdor"])]
    )
    dossier = Dossier([told])
    assert dossier.when(_only(dossier)).is_unknown


days = st.dates(date(2022, 2, 1), date(2022, 2, 28))
times = st.one_of(
    days.map(When.on),
    st.lists(days, min_size=2, max_size=5, unique=True).map(When.one_of),
    st.tuples(days, st.integers(0, 9)).map(lambda d: When.between(d[0], d[0] + timedelta(d[1]))),
)


@given(st.lists(times, min_size=1, max_size=6))
def test_narrowing_never_adds_a_day_and_each_step_goes_on_from_the_last(whens: list[When]) -> None:
    dossier = Dossier([_recognition(f"r{i}", "2022-03-01", str(when)) for i, when in enumerate(whens)])
    for happening in dossier.happenings:
        told = [telling.when for telling in happening.tellings if telling.when]
        left = set(dossier.when(happening).days())
        assert left and all(left <= set(when.days()) for when in told)
        for step in dossier.narrowing.reasoning(happening):
            assert set(step.after.days()) < set(step.before.days())
