from tests.dossier.reports import condition, entry, event, position

from akkoord.dossier import Dossier
from akkoord.record import Entry

GRENS = "Valdor wil pas verkiezingen als het de grens beheerst."
STEMMEN = "Meren geeft de grens pas terug als er verkiezingen zijn gehouden."


def _circle() -> list[Entry]:
    return [
        entry(
            GRENS, "2019-12-01", "valdor",
            conditions=[condition("het de grens beheerst", "verkiezingen", "pas", "REG:Valdor")],
        ),
        entry(
            STEMMEN, "2019-12-03", "meren",
            conditions=[condition("er verkiezingen zijn gehouden", "geeft de grens", "pas", "REG:Meren")],
        ),
    ]  # fmt: skip


def test_each_side_waiting_for_the_other_is_a_circle() -> None:
    (circle,) = Dossier(_circle()).circles
    assert {matter.issue for matter in circle.matters} == {"elections", "borders"}
    assert {c.citations[0].report for c in circle.conditions} == {"valdor", "meren"}


def test_one_condition_alone_is_no_circle() -> None:
    assert Dossier(_circle()[:1]).circles == []


def test_a_condition_told_by_two_reports_is_one() -> None:
    again = entry(
        "Nog altijd eist Valdor voor verkiezingen dat het de grens beheerst.", "2020-01-05", "nog eens",
        conditions=[condition("het de grens beheerst", "verkiezingen", "eist", "REG:Valdor/GOV")],
    )  # fmt: skip
    (found,) = Dossier([_circle()[0], again]).preconditions
    assert [citation.report for citation in found.citations] == ["valdor", "nog eens"]


def _condition_and(*later: Entry) -> Dossier:
    first = entry(
        "Meren praat pas als Valdor zijn gevangenen vrijlaat.", "2020-01-05", "eis",
        actors=[{"text": "Valdor", "code": "REG:Valdor"}],
        conditions=[condition("Valdor zijn gevangenen vrijlaat", "praat", "pas als", "REG:Meren")],
    )  # fmt: skip
    return Dossier([first, *later])


def _release(reality: str) -> Entry:
    fields = {"mode": "release", "recipients": ["REG:Meren"], "time": "2020-02-01", "reality": reality}
    return entry(
        "Valdor liet zaterdag twintig gevangenen vrij.", "2020-02-02", "later",
        events=[event("liet", "RETREAT", ["REG:Valdor/GOV"], **fields)],
    )  # fmt: skip


def test_a_requirement_is_met_when_a_report_tells_it_as_done() -> None:
    (found,) = _condition_and(_release("actual")).preconditions
    assert found.state == "met"
    assert found.ground is not None and found.ground.report == "later"


def test_it_is_unmet_when_a_report_tells_that_it_was_not_done() -> None:
    assert _condition_and(_release("negated")).preconditions[0].state == "unmet"


def test_it_is_unmet_when_the_one_who_must_do_it_refuses() -> None:
    text = "Valdor weigert gevangenen vrij te laten."
    refusal = entry(
        text, "2020-02-02", "later", positions=[position("REG:Valdor", "prisoners", "rejects", text)]
    )
    assert _condition_and(refusal).preconditions[0].state == "unmet"


def test_it_is_unknown_when_nobody_tells() -> None:
    (found,) = _condition_and().preconditions
    assert (found.state, found.ground) == ("unknown", None)


def test_what_another_does_is_not_it() -> None:
    fields = {"mode": "release", "recipients": ["REG:Valdor"], "time": "2020-02-01"}
    other = entry(
        "Meren liet zaterdag twintig gevangenen vrij.", "2020-02-02", "later",
        events=[event("liet", "RETREAT", ["REG:Meren/GOV"], **fields)],
    )  # fmt: skip
    assert _condition_and(other).preconditions[0].state == "unknown"
