from datetime import date

import pytest
from sqlalchemy import Engine, select, text
from tests.record.sample import ONE, TALKS, TWO, read, report, span

from akkoord.codebook import Code
from akkoord.reading import Agreement, Mention, Position, Reading, Statement, Talk
from akkoord.record import Record, take_in
from akkoord.record.entries import glean_all
from akkoord.record.store import open_store, writing
from akkoord.record.tables import dealings, stands
from akkoord.reports import Report

SAID = "Kiev weigert de grens te bespreken, zegt Moskou. Zij sloten het akkoord van Linden en spreken morgen."
BOTH = (Code.of("RUS"), Code.of("UKR", "GOV"))


def full(wanted: Report) -> Reading:
    """A reading with a position on somebody's word, an agreement with a name and talks without a day."""
    if wanted.text != SAID:
        return read(wanted)
    where = {
        words: span(words, SAID) for words in ("Moskou", "zegt", "weigert de grens", "akkoord van Linden")
    }
    content = span("Kiev weigert de grens te bespreken", SAID)
    return read(wanted).model_copy(
        update={
            "statements": (
                Statement(
                    source=Mention(**where["Moskou"].model_dump(), code=Code.of("RUS", "GOV")),
                    cue=where["zegt"], content=(content,), form="indirect",
                ),
            ),
            "positions": (
                Position(party=Code.of("UKR"), issue="borders", stance="rejects", evidence=(content,)),
            ),
            "agreements": (
                Agreement(
                    name="akkoord van Linden", parties=BOTH, status="in-force",
                    evidence=(where["akkoord van Linden"],),
                ),
            ),
            "talks": (Talk(parties=BOTH, status="planned", evidence=(span("spreken morgen", SAID),)),),
        }
    )  # fmt: skip


def rows(engine: Engine) -> list[list[tuple[object, ...]]]:
    """What is gleaned, without the numbers of the rows."""
    with engine.connect() as connection:
        return [
            [tuple(row)[1:] for row in connection.execute(select(table).order_by(table.c.number))]
            for table in (stands, dealings)
        ]


@pytest.fixture
def filled(target: str) -> str:
    with Record.open(target) as record:
        take_in(record, [report(), report(SAID, "twee", "2022-03-01")], full, ONE)
        take_in(record, [report()], full, TWO)
    return target


def test_what_is_gleaned_has_who_tells_it_and_the_words(filled: str) -> None:
    engine = open_store(filled)
    (first, other, again), dealt = rows(engine)
    engine.dispose()
    words = "Kiev weigert dat en wil eerst praten over een bestand."
    assert first[1:] == again[1:] == ("UKR", "disarmament", "rejects", 1, TALKS.index("weigert"), words, None)
    assert other[1:] == ("UKR", "borders", "rejects", 1, 0, "Kiev weigert de grens te bespreken", "RUS/GOV")
    assert [row[1:] for row in dealt] == [("RUS+UKR", False), ("RUS+UKR", True)]


def test_made_anew_it_is_the_same(filled: str) -> None:
    engine = open_store(filled)
    before = rows(engine)
    with writing(engine) as connection:
        glean_all(connection)
    assert rows(engine) == before
    engine.dispose()


def test_an_older_record_gets_it_when_it_is_opened(filled: str) -> None:
    engine = open_store(filled)
    before = rows(engine)
    with writing(engine) as connection:
        for statement in (
            "DROP TABLE stands", "DROP TABLE dealings", "UPDATE alembic_version SET version_num = 'akkoord_1'",
        ):  # fmt: skip
            connection.execute(text(statement))
    engine.dispose()
    engine = open_store(filled)
    assert rows(engine) == before
    engine.dispose()


def test_the_last_reading_and_the_decisions_count(filled: str) -> None:
    with Record.open(filled) as record:
        told = record.stands().told
        assert [(kept.id, what.issue) for kept, what in told] == [("twee", "borders"), ("een", "disarmament")]
        assert record.stands(as_of=date(2022, 2, 28)).told == told[1:]
        assert record.stands(until=date(2022, 2, 28)).told == told[1:]
        record.person("Jansen").reject("een", record.entry("een").reading.positions[0].id)
        assert record.stands().told == told[:1]
        assert [kept.id for kept, _ in record.dealings()] == ["twee", "twee"]
        record.person("Jansen").reject("twee", record.entry("twee").reading.talks[0].id)
        assert [what.lasting for _, what in record.dealings()] == [True]


def test_the_last_positions_before_a_day_and_all_since(record: Record) -> None:
    days = ["2022-01-01", "2022-01-05", "2022-01-05", "2022-02-01", "2022-02-02"]
    texts = [
        f"Kiev weigert alles in de {word}straat." for word in ("kerk", "school", "dorps", "molen", "haven")
    ]
    made = [report(text, str(n), day) for n, (text, day) in enumerate(zip(texts, days, strict=True))]
    take_in(record, made, read, ONE)
    found = record.stands(first=date(2022, 2, 1))
    assert [kept.id for kept, _ in found.told] == ["1", "2", "3", "4"]
    assert found.counts == {("UKR", "disarmament"): 5}


def test_reports_are_listed_and_found_without_being_loaded(filled: str) -> None:
    with Record.open(filled) as record:
        assert [kept.id for kept in record.reports()] == ["een", "twee"]
        assert [kept.id for kept in record.reports_with("grens")] == ["twee"]
        assert [kept.id for kept in record.reports_with("weigert", as_of=date(2022, 2, 28))] == ["een"]


def test_events_of_other_parties_may_be_left_out(filled: str) -> None:
    with Record.open(filled) as record:
        assert [len(entry.reading.events) for entry in record.entries()] == [2, 1]
        some = list(record.entries(parties=["RUS"]))
        assert [len(entry.reading.events) for entry in some] == [0, 0]
        assert [len(entry.reading.positions) for entry in some] == [1, 1]
