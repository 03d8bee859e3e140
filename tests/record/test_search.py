from datetime import date

import pytest
from tests.record.sample import ONE, TWO, read, report

from akkoord.record import Record, RecordError, take_in

TEXTS = {
    "praten": "De onderhandelingen over het vredesakkoord gaan verder. Moskou wil onderhandelen.",
    "weigeren": "Kiev weigert te onderhandelen over de grens; een vredesakkoord is ver weg.",
    "handel": "De handel met Oekraïne ligt stil. De landen praten niet over vrede.",
}


@pytest.fixture
def kept(record: Record) -> Record:
    days = ("2022-02-24", "2022-02-26", "2022-03")
    take_in(
        record,
        [report(text, id, day) for (id, text), day in zip(TEXTS.items(), days, strict=True)],
        read,
        ONE,
    )
    return record


def found(record: Record, query: str, **days: date) -> set[str]:
    return {hit.report.id for hit in record.search(query, **days)}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("onderhandeling", {"praten", "weigeren"}),
        ("onderhandelen", {"praten", "weigeren"}),
        ("VREDESAKKOORDEN", {"praten", "weigeren"}),
        ("oekraine", {"handel"}),
        ("Oekraïne land", {"handel"}),
        ("weigert vredesakkoord", {"weigeren"}),
        ('"vredesakkoorden gaan"', {"praten"}),
        ('"gaan vredesakkoord"', set()),
        ("vredesakkoord -grens", {"praten"}),
        ('vredesakkoord -"moskou wil"', {"weigeren"}),
        ("handel or grens", {"handel", "weigeren"}),
        ("handel OR grens -kiev", {"handel"}),
        ("stikstof", set()),
        ('"ongesloten vredesakkoord', set()),
        ("vredesakkoord)", {"praten", "weigeren"}),
        ("NEAR(vredesakkoord, grens) AND *", set()),
    ],
)
def test_words_are_found_in_all_their_forms(kept: Record, query: str, ids: set[str]) -> None:
    assert found(kept, query) == ids


@pytest.mark.parametrize("query", ["", "  ", '""', "-grens", "or", "!?"])
def test_a_search_needs_a_word(kept: Record, query: str) -> None:
    with pytest.raises(RecordError, match="looks for no word"):
        kept.search(query)


def test_the_words_are_shown_where_they_stand(kept: Record) -> None:
    (hit,) = kept.search('"onderhandelingen over" moskou')
    assert [span.text for span in hit.matches] == ["onderhandelingen over", "Moskou"]
    assert all(span.stands_in(hit.text) for span in hit.matches)


def test_a_search_as_of_a_day_and_since_one(kept: Record) -> None:
    assert found(kept, "vredesakkoord", as_of=date(2022, 2, 25)) == {"praten"}
    assert found(kept, "vredesakkoord", since=date(2022, 2, 25)) == {"weigeren"}
    assert found(kept, "handel", as_of=date(2022, 3, 30)) == set()


def test_the_best_come_first_and_only_so_many(kept: Record) -> None:
    take_in(kept, [report("vredesakkoord " * 5 + "en niets anders", "vol")], read, ONE)
    hits = kept.search("vredesakkoord")
    assert hits[0].report.id == "vol" and len(hits) == 3
    assert kept.search("vredesakkoord", limit=1) == hits[:1]


def test_a_report_in_several_versions_is_found_once(record: Record) -> None:
    text = "Moskou wil praten over de gevangenen. " * 3 + " ".join(
        f"punt {number} ligt vast" for number in range(60)
    )
    take_in(
        record,
        [
            report(text, "a"),
            report(text, "b", publisher="Bode"),
            report(text + " Aldus de bode.", "c", publisher="Bode"),
        ],
        read,
        ONE,
    )
    assert [hit.report.id for hit in record.search("gevangenen")] == ["a"]
    assert [hit.report.id for hit in record.search("bode gevangenen")] == ["c"]


def test_a_new_reading_changes_nothing_for_search(kept: Record) -> None:
    before = kept.search("vredesakkoord")
    take_in(kept, [report(TEXTS["praten"], "praten", "2022-02-24")], read, TWO)
    assert kept.search("vredesakkoord") == before
