from datetime import UTC, date, datetime

import pytest
from tests.record.sample import ONE, TALKS, TWO, read, report

from akkoord.record import Record, RecordError, take_in

OTHER = "Kiev weigert een bestand zolang Moskou niet wil praten over de grens en de gevangenen."


def ids(record: Record, as_of: str | None = None, since: str | None = None) -> list[str]:
    days = [date.fromisoformat(day) if day else None for day in (as_of, since)]
    return [entry.report.id for entry in record.entries(*days)]


def test_a_report_comes_back_with_its_reading(record: Record) -> None:
    mine = report(title="Praten", publisher="Proefkrant")
    assert take_in(record, [mine], read, ONE) == {"new": 1}
    (entry,) = record.entries()
    assert (entry.report.id, entry.report.title, entry.report.publisher) == ("een", "Praten", "Proefkrant")
    assert entry.text == mine.text
    assert entry.reading.events == read(mine).in_order().events
    assert {f.id for f in entry.reading.findings()} == {f.id for f in read(mine).findings()}
    assert entry.entered.tzinfo == UTC and entry.entered <= datetime.now(UTC)
    assert record.entry("een").reading == entry.reading


def test_as_of_a_day_counts_what_was_certainly_published(record: Record) -> None:
    take_in(
        record,
        [
            report(TALKS, "dag", "2022-02-20"),
            report(OTHER, "maand", "2022-02"),
            report("Moskou wil praten over de grens.", "later", "2022-03-01"),
            report("Kiev wil praten over de handel.", "ooit", None),
        ],
        read,
        ONE,
    )
    assert ids(record) == ["dag", "maand", "later", "ooit"]
    assert ids(record, as_of="2022-02-27") == ["dag"]
    assert ids(record, as_of="2022-02-28") == ["dag", "maand"]
    assert ids(record, since="2022-02-21") == ["maand", "later"]
    assert ids(record, as_of="2022-02-28", since="2022-02-21") == ["maand"]
    assert [head.id for head in record.undated()] == ["ooit"]


def test_since_has_what_as_of_the_day_before_has_not(record: Record) -> None:
    days = ["2022-01", "2022-02-03", "2022", "2022-02-03/2022-02-09", "[2022-02-03,2022-02-08]", "2022-02"]
    texts = [f"{OTHER} Dat is bericht {'x' * number}." for number in range(len(days))]
    take_in(
        record,
        [report(text * 2, f"{n}", day) for n, (text, day) in enumerate(zip(texts, days, strict=True))],
        read,
        ONE,
    )
    everything = {entry.report.id for entry in record.entries()}
    for day in range(1, 28):
        before = set(ids(record, as_of=f"2022-02-{day:02}"))
        after = set(ids(record, since=f"2022-02-{day + 1:02}"))
        assert not before & after
        assert before | after == everything


def test_only_some_layers(record: Record) -> None:
    take_in(record, [report()], read, ONE)
    (entry,) = record.entries(layers=["positions"])
    assert entry.reading.positions == read(report()).positions
    assert not entry.reading.events and not entry.reading.actors


def test_the_same_report_again_is_known(record: Record) -> None:
    assert take_in(record, [report(), report()], read, ONE) == {"new": 1, "known": 1}
    spaced = report(TALKS.replace(" ", "\n", 3))
    assert take_in(record, [spaced], read, ONE) == {"known": 1}
    assert ids(record) == ["een"]


def test_a_new_reading_supersedes_the_old_which_stays(record: Record) -> None:
    take_in(record, [report()], read, ONE)
    before = record.entry("een").reading
    tally = take_in(record, [report()], lambda r: read(r).model_copy(update={"events": ()}), TWO)
    assert tally == {"again": 1}
    assert record.entry("een").reading.events == ()
    first, second = record.readings("een")
    assert (first.made_by, first.reading) == (ONE, before)
    assert (second.made_by, second.reading.events) == (TWO, ())


def test_a_known_report_with_other_white_space_is_read_as_it_was_kept(record: Record) -> None:
    take_in(record, [report()], read, ONE)
    take_in(record, [report("   " + TALKS.replace(" ", "  "))], read, TWO)
    entry = record.entry("een")
    assert len(record.readings("een")) == 2
    assert entry.text == TALKS
    assert not entry.reading.misplaced(entry.text)


def test_another_report_with_the_same_id_gets_one_of_its_own(record: Record) -> None:
    take_in(record, [report(), report(OTHER), report(OTHER + " Zegt men.", id="een~2")], read, ONE)
    assert ids(record) == ["een", "een~2", "een~2~2"]
    assert record.entry("een~2").reading.report.id == "een~2"


def test_what_is_not_there(record: Record) -> None:
    with pytest.raises(RecordError, match="no report 'twee'"):
        record.entry("twee")


def test_the_state_changes_with_what_comes_in(record: Record) -> None:
    empty = record.state()
    take_in(record, [report()], read, ONE)
    read_once = record.state()
    take_in(record, [report()], read, ONE)
    assert record.state() == read_once != empty
    record.person("Jansen").note("een", "Nagaan")
    assert record.state() != read_once


def test_views_are_saved_and_taken_away(record: Record) -> None:
    record.save_view("oost", {"parties": ["RUS"]}, "Jansen")
    record.save_view("oost", {"parties": ["RUS", "UKR"]}, "Pieters")
    record.save_view("west", {}, "Jansen")
    assert [(view.name, view.content, view.by) for view in record.views()] == [
        ("oost", {"parties": ["RUS", "UKR"]}, "Pieters"),
        ("west", {}, "Jansen"),
    ]
    record.save_view("west", None, "Jansen")
    assert [view.name for view in record.views()] == ["oost"]
