from datetime import date

import pytest
from benchmarks.merging import load_sets
from tests.dossier.reports import entry, event, position

from akkoord.codebook import BadCode
from akkoord.dossier import BadScope, Dossier, Scope
from akkoord.record import Entry


def _told() -> list[Entry]:
    return [
        entry("Valdor wil vrede. Meren zwijgt.", "2020-01-05", "a",
              positions=[position("REG:Valdor", "ceasefire", "proposes", "Valdor wil vrede")],
              events=[event("wil", "REQUEST", ["REG:Valdor"], recipients=["REG:Meren"])]),
        entry("Noorwegen wil handel met Zweden.", "2020-02-05", "b",
              positions=[position("NOR", "trade", "proposes", "Noorwegen wil handel met Zweden")],
              events=[event("wil", "AGREE", ["NOR"], recipients=["SWE"])]),
        entry("Meren weigert vrede met Valdor.", "2020-03-05", "c",
              positions=[position("REG:Meren", "ceasefire", "rejects", "Meren weigert vrede met Valdor")],
              events=[event("weigert", "REJECT", ["REG:Meren"], recipients=["REG:Valdor"])]),
    ]  # fmt: skip


def test_the_opponents_are_those_who_contend_most_where_none_talk() -> None:
    assert Dossier(_told()).opponents == ("REG:Meren", "REG:Valdor")
    assert Dossier([]).opponents == ()


def test_those_who_talk_are_the_opponents() -> None:
    talk = {"parties": ["NOR", "SWE"], "status": "held", "evidence": ["spreken"]}
    assert Dossier([*_told(), entry("Zij spreken.", "2020-01-07", "d", talks=[talk])]).opponents == (
        "NOR",
        "SWE",
    )


def test_as_of_a_day_only_reports_published_by_then_count() -> None:
    dossier = Dossier(_told(), as_of=date(2020, 2, 5))
    assert [context.id for context in dossier.contexts] == ["a", "b"]
    assert [line.party for line in dossier.lines] == ["NOR", "REG:Valdor"]


def test_a_scope_keeps_its_parties_issues_and_period() -> None:
    scope = Scope("vrede", ("REG:Meren", "REG:Valdor"), ("ceasefire",), date(2020, 1, 1), date(2020, 3, 1))
    dossier = Dossier(_told(), scope=scope)
    assert [(line.party, line.issue) for line in dossier.lines] == [("REG:Valdor", "ceasefire")]
    assert [h.first.context.id for h in dossier.happenings] == ["a"]


def test_a_scope_is_the_same_after_the_record() -> None:
    scope = Scope("vrede", ("REG:Meren",), ("talks",), date(2020, 1, 1), None)
    assert Scope.from_json(scope.as_json()) == scope


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"parties": ("RUS/GOV",)}, "give the party alone, such as RUS"),
        ({"issues": ("vrede",)}, "'vrede' is no issue"),
        ({"since": date(2020, 2, 1), "until": date(2020, 1, 1)}, "before it begins"),
    ],
)
def test_an_impossible_scope_is_refused(fields: dict[str, object], says: str) -> None:
    with pytest.raises(BadScope, match=says):
        Scope("x", **fields)  # type: ignore[arg-type]


def test_a_party_that_is_no_code_is_refused() -> None:
    with pytest.raises(BadCode):
        Scope("x", ("Ruritanië",))


def test_every_part_of_an_empty_dossier_is_empty() -> None:
    dossier = Dossier([])
    parts = (
        "actors",
        "happenings",
        "lines",
        "preconditions",
        "circles",
        "accords",
        "rounds",
        "contradictions",
    )
    assert all(getattr(dossier, part) == [] for part in parts)
    assert dossier.said("vrede") == []
    assert dossier.last_day is None


def test_all_words_cited_stand_in_their_reports() -> None:
    """Of every set: what a citation of one place quotes stands there, in the paragraph that it names."""
    for found in load_sets():
        texts = {one.report.id: one.text for one in found.entries}
        for happening in Dossier(found.entries).happenings:
            for citation in happening.cite():
                paragraphs = texts[citation.report].split("\n\n")
                assert citation.words in paragraphs[citation.paragraph - 1]


def test_talks_get_the_day_that_their_event_was_narrowed_to() -> None:
    thursdays = "[2022-02-03,2022-02-10,2022-02-17,2022-02-24]"
    maand = entry(
        "Valdor belde Meren donderdag, kort voordat Meren de stad innam.", "2022-02", "maand",
        talks=[{"parties": ["REG:Meren", "REG:Valdor"], "channel": "phone", "date": thursdays, "status": "held",
                "evidence": ["Valdor belde Meren donderdag"]}],
        events=[
            event("belde", "CONSULT", ["REG:Valdor"], recipients=["REG:Meren"], mode="phone", time=thursdays),
            event("innam", "ASSAULT", ["REG:Meren"], recipients=["REG:Valdor"], time="2022-02-10"),
        ],
    )  # fmt: skip
    dossier = Dossier([maand])
    assert str(dossier.when_held(dossier.rounds[0])) == "2022-02-10"
