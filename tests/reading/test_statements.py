from dataclasses import replace
from datetime import date

from tests.reading.made import made, read_mentions

from akkoord.reading.findings import Statement
from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.signals import Signals
from akkoord.reading.statements import draft_statements, innermost


def read(signals: Signals) -> list[Statement]:
    drafts = draft_statements(signals, read_mentions(signals, date(2022, 3, 1)), ())
    return [draft.finding for draft in drafts]


def test_an_indirect_statement_has_source_cue_and_content() -> None:
    text = "De Turkse president zei dinsdag dat het overleg doorgaat."
    signals = made(
        text,
        {"actor": {"De Turkse president": ""}, "cue": {"zei": ""}},
        {"source": {"zei": ["De Turkse president"]}, "said": {"dat het overleg doorgaat": ["zei"]}},
    )
    (statement,) = read(signals)
    assert statement.source is not None
    assert (statement.source.text, str(statement.source.code)) == ("De Turkse president", "TUR/GOV")
    assert [span.text for span in statement.content] == ["dat het overleg doorgaat"]
    assert statement.form == "indirect"


def test_a_quotation_broken_by_its_cue_has_two_spans_without_marks() -> None:
    text = '"Wij praten", zegt een woordvoerder van het Kremlin, "maar niet in Minsk."'
    signals = made(
        text,
        {"actor": {"een woordvoerder van het Kremlin": ""}, "cue": {"zegt": ""}},
        {
            "source": {"zegt": ["een woordvoerder van het Kremlin"]},
            "said": {"Wij praten": ["zegt"], "maar niet in Minsk": ["zegt"]},
        },
    )
    (statement,) = read(signals)
    assert [span.text for span in statement.content] == ["Wij praten", "maar niet in Minsk"]
    assert statement.form == "direct"


def test_a_cue_without_content_is_no_statement() -> None:
    assert read(made("De premier reageerde.", {"cue": {"reageerde": ""}})) == []


def test_what_is_said_inside_a_saying_belongs_to_the_inner_one() -> None:
    text = "Volgens Kiev zegt Moskou dat het overleg doorgaat."
    signals = made(
        text,
        {"actor": {"Kiev": "", "Moskou": ""}, "cue": {"Volgens": "", "zegt": ""}},
        {
            "source": {"Volgens": ["Kiev"], "zegt": ["Moskou"]},
            "said": {
                "zegt Moskou dat": ["Volgens"],
                "het overleg doorgaat": ["Volgens", "zegt"],
            },
        },
    )
    outer, inner = read(signals)
    found = innermost([outer, inner], signals.span(range(6, 8)))
    assert found is not None
    assert found.source is not None
    assert str(found.source.code) == "RUS/GOV"


def test_who_is_named_together_speaks_together() -> None:
    signals = made(
        "Moskou en Kiev melden dat het overleg doorgaat.",
        {"actor": {"Moskou": "", "Kiev": ""}, "cue": {"melden": ""}},
        {"source": {"melden": ["Moskou"]}, "said": {"dat het overleg doorgaat": ["melden"]}},
    )
    governors, relations = list(signals.governors), list(signals.relations)
    governors[2], relations[2] = 0, "conj"
    (statement,) = read(replace(signals, governors=governors, relations=relations))
    assert statement.source is not None
    assert (statement.source.text, str(statement.source.code)) == ("Moskou en Kiev", "RUS/GOV+UKR/GOV")


def test_a_headline_needs_somebody_before_its_colon() -> None:
    signals = made("Reden: geen geld.", {"cue": {":": ""}})
    hit = SayingHit(range(1, 2), 0, (range(2, 4),), None, "indirect", "headline", "headline", ())
    assert draft_statements(signals, [], [hit]) == []
