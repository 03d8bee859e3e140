from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select, text
from tests.record.sample import ONE, TALKS, TWO, read, report, span

from akkoord.codebook import Code, Stance
from akkoord.reading import Agreement, Condition, Mention, Position, Reading, Statement, Talk
from akkoord.record import Dealing, Extent, Record, likeliest, take_in
from akkoord.record.entries import glean_all
from akkoord.record.store import open_store, writing
from akkoord.record.tables import dealings, pairs, stands, terms
from akkoord.reports import Report

SAID = "Kiev weigert de grens te bespreken, zegt Moskou. Zij sloten het akkoord van Linden en spreken morgen."
TABLES = (stands, terms, dealings, pairs)
OTHERWISE = {  # by version: the tables that it lacks, those that it has in another form
    "akkoord_1": (TABLES, ()),
    "akkoord_2": (TABLES, (stands, dealings)),
    "akkoord_3": ((stands, terms, dealings), (stands, terms, dealings)),
    "akkoord_4": ((stands, terms), (stands, terms)),
}
BOTH = (Code.of("RUS"), Code.of("UKR", "GOV"))


def full(wanted: Report) -> Reading:
    """A reading with a position on somebody's word, an agreement with a name and talks without a day."""
    if wanted.text != SAID:
        return read(wanted)
    where = {words: span(words, SAID) for words in ("Moskou", "zegt", "akkoord van Linden")}
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
            "conditions": (
                Condition(
                    imposed_by=Code.of("RUS", "GOV"), requirement=content,
                    consequence=span("spreken morgen", SAID), cue=where["zegt"],
                ),
            ),
            "talks": (Talk(parties=BOTH, status="planned", evidence=(span("spreken morgen", SAID),)),),
        }
    )  # fmt: skip


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """What is gleaned, without the numbers of the rows."""
    with engine.connect() as connection:
        found = {
            table.name: connection.execute(select(*(c for c in table.c if c.name != "number"))).all()
            for table in TABLES
        }
    return {name: sorted((tuple(row) for row in told), key=str) for name, told in found.items()}


@pytest.fixture
def filled(target: str) -> str:
    with Record.open(target) as record:
        take_in(record, [report(), report(SAID, "twee", "2022-03-01")], full, ONE)
        take_in(record, [report()], full, TWO)
    return target


def test_what_is_gleaned_has_who_tells_it_and_the_words(filled: str) -> None:
    engine = open_store(filled)
    found = rows(engine)
    engine.dispose()
    words = "Kiev weigert dat en wil eerst praten over een bestand."
    assert [row[1:] for row in found["stands"]] == [
        (date(2022, 2, 25), "UKR", "disarmament", "rejects", 1, TALKS.index("weigert"), words, None, 1.0),
        (
            date(2022, 3, 1),
            "UKR",
            "borders",
            "rejects",
            1,
            0,
            "Kiev weigert de grens te bespreken",
            "RUS/GOV",
            1.0,
        ),
    ]
    needed, follows = "Kiev weigert de grens te bespreken", "spreken morgen"
    assert [row[1:] for row in found["terms"]] == [
        (
            date(2022, 3, 1), "RUS", needed, "UKR", "borders", follows, None, None, 1, 0,
            SAID.partition(". ")[0] + ".", 1.0,
        )
    ]  # fmt: skip
    assert [row[1:] for row in found["dealings"]] == [
        (date(2022, 3, 1), "RUS+UKR", "akkoord van Linden", None, None, "in-force", "")
    ]
    assert [row[:3] for row in found["pairs"]] == [("RUS", "UKR", date(2022, 3, 1))]


def test_made_anew_it_is_the_same(filled: str) -> None:
    engine = open_store(filled)
    before = rows(engine)
    with writing(engine) as connection:
        glean_all(connection)
    assert rows(engine) == before
    engine.dispose()


@pytest.mark.parametrize("version", OTHERWISE)
def test_an_older_record_gets_it_when_it_is_opened(filled: str, version: str) -> None:
    engine = open_store(filled)
    before = rows(engine)
    with Record.open(filled) as record:
        record.person("Jansen").note("een", "Nagaan")
    with writing(engine) as connection:
        lacking, other = OTHERWISE[version]
        for table in lacking:
            connection.execute(text(f"DROP TABLE {table.name}"))
        for table in other:
            connection.execute(text(f"CREATE TABLE {table.name} (number INTEGER)"))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
    engine.dispose()
    engine = open_store(filled)
    assert rows(engine) == before
    engine.dispose()
    with Record.open(filled) as record:
        assert [decision.note for decision in record.decisions()] == ["Nagaan"]


def test_the_last_reading_and_the_decisions_count(filled: str) -> None:
    with Record.open(filled) as record:
        told = record.stands().told
        assert [(one.report, one.what.issue) for one in told] == [("een", "disarmament"), ("twee", "borders")]
        assert record.stands(as_of=date(2022, 2, 28)).told == told[:1]
        assert record.stands(until=date(2022, 2, 28)).told == told[:1]
        record.person("Jansen").reject("een", record.entry("een").reading.positions[0].id)
        assert record.stands().told == told[1:]
        assert record.turns().told == told[1:]
        later = date(2022, 4, 1)
        assert list(record.dealings(later)) == [
            Dealing(
                date(2022, 3, 1),
                "twee",
                frozenset({"RUS", "UKR"}),
                "akkoord van Linden",
                None,
                None,
                "in-force",
                "",
            )
        ]
        assert list(record.dealings(date(2022, 3, 1))) == []
        assert record.pairs() == {("RUS", "UKR"): 1}
        terms = record.terms()
        assert [one.report for one in terms] == ["twee"]
        record.person("Jansen").reject("twee", record.entry("twee").reading.talks[0].id)
        assert (record.terms(), record.pairs()) == (terms, {("RUS", "UKR"): 1})
        record.person("Jansen").reject("twee", record.entry("twee").reading.agreements[0].id)
        assert (list(record.dealings(later)), record.pairs()) == ([], {})


def test_the_last_positions_before_a_day_and_all_since(record: Record) -> None:
    days = ["2022-01-01", "2022-01-05", "2022-01-05", "2022-02-01", "2022-02-02"]
    take_in(record, refusals(days), read, ONE)
    found = record.stands(first=date(2022, 2, 1))
    assert sorted(one.report for one in found.told) == ["1", "2", "3", "4"]
    assert found.counts == {("UKR", "disarmament"): 5}


def test_the_last_positions_with_the_last_change(record: Record) -> None:
    days = ["2022-01-01", "2022-01-02", "2022-01-03", "2022-01-04", "2022-01-05"]
    take_in(record, refusals(days), read, ONE)
    assert sorted(one.report for one in record.turns().told) == ["0", "4"]
    for number in ("0", "1"):
        stance = record.entry(number).reading.positions[0].id
        record.person("Jansen").correct(number, stance, {"stance": "accepts"})
    found = record.turns()
    assert sorted(one.report for one in found.told) == ["1", "2", "4"]
    assert found.counts == {("UKR", "disarmament"): 5}


def test_a_version_that_is_not_shown_is_passed_over(record: Record) -> None:
    take_in(record, [report(), report(id="elders", publisher="nos", published="2022-02-26")], read, ONE)
    assert [one.report for one in record.stands().told] == ["een"]
    assert record.extent().reports == 1


def test_reports_are_counted_and_found_without_being_loaded(filled: str) -> None:
    with Record.open(filled) as record:
        assert record.extent() == Extent(2, ("2022-02-25", "2022-03-01"))
        assert record.extent(as_of=date(2022, 2, 28)) == Extent(1, ("2022-02-25", "2022-02-25"))
        assert record.extent(since=date(2022, 4, 1)) == Extent(0, None)
        assert record.day_of_newest(1) == date(2022, 3, 1)
        assert record.day_of_newest(2) is None
        assert [kept.id for kept in record.reports_with("grens")] == ["twee"]
        assert [kept.id for kept in record.reports_with("weigert", as_of=date(2022, 2, 28))] == ["een"]


def refusals(days: list[str]) -> list[Report]:
    """Reports of these days, each with a refusal by Kyiv."""
    words = ("kerk", "school", "dorps", "molen", "haven")
    return [
        report(f"Kiev weigert alles in de {word}straat.", str(number), day)
        for number, (word, day) in enumerate(zip(words, days, strict=True))
    ]


def test_events_of_other_parties_may_be_left_out(filled: str) -> None:
    with Record.open(filled) as record:
        assert [len(entry.reading.events) for entry in record.entries()] == [2, 1]
        some = list(record.entries(parties=["RUS"]))
        assert [len(entry.reading.events) for entry in some] == [0, 0]
        assert [len(entry.reading.positions) for entry in some] == [1, 1]


STANCE_TOLD = st.tuples(st.sampled_from(["demands", "open", "rejects"]), st.floats(0, 1))


@given(st.lists(STANCE_TOLD, max_size=8), st.randoms())
def test_the_likeliest_stances_do_not_hang_on_the_order_of_what_is_told(
    told: list[tuple[Stance, float]], drawn: Random
) -> None:
    found = likeliest(told)
    assert found.keys() <= {stance for stance, _ in told}
    assert bool(found) is bool(told)
    surest = max((confidence for _, confidence in told), default=0.0)
    assert max(found.values(), default=0.0) >= surest - 1e-9
    assert all(0 <= chance <= 1 for chance in found.values())
    mixed = list(told)
    drawn.shuffle(mixed)
    again = likeliest(mixed)
    assert {stance: pytest.approx(chance) for stance, chance in found.items()} == again


def test_a_stance_told_again_is_likelier() -> None:
    assert likeliest([("open", 0.4), ("rejects", 0.5), ("open", 0.4)]) == {"open": pytest.approx(0.64)}
