from datetime import date

from tests.reading.made import Links, made, read_mentions

from akkoord.codebook import Span
from akkoord.reading.findings import Mention, Statement
from akkoord.reading.telling import draft_actors

TEXT = "De Finse minister zegt dat Zweden de Noren in Wenen bedreigt."


def speaking_for(
    mention: str, links: Links | None = None, statements: tuple[Statement, ...] = (), trigger: str = ""
) -> dict[str, float]:
    """What speaks for one of the mentions of the text."""
    actors = dict.fromkeys(("De Finse minister", "Zweden", "de Noren", "Wenen"), "")
    tags = {"actor": actors, "trigger": {trigger: "THREATEN"} if trigger else {}}
    signals = made(TEXT, tags, links)
    mentions = read_mentions(signals, date(2022, 3, 1))
    drafts = {draft.finding.text: draft for draft in draft_actors(signals, mentions, statements)}
    return dict(drafts[mention].features)


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_a_source_of_a_statement_told_speaks() -> None:
    source = Mention(**span("De Finse minister").model_dump(), code="FIN/GOV")
    said = Statement(
        source=source, cue=span("zegt"), content=(span("Zweden de Noren in Wenen bedreigt"),), form="indirect"
    )
    assert "speaks" in speaking_for("De Finse minister", statements=(said,))
    assert "speaks" not in speaking_for("Zweden", statements=(said,))


def test_who_plays_a_part_in_a_deed_is_likelier_an_actor_than_others() -> None:
    links = {"agent": {"bedreigt": ["Zweden"]}}
    assert speaking_for("Zweden", links, trigger="bedreigt")["agent"] > 1
    assert speaking_for("de Noren", links, trigger="bedreigt")["agent"] < 1


def test_where_nothing_is_done_nobody_plays_a_part() -> None:
    assert speaking_for("Zweden")["agent"] == 0


def test_the_kind_and_sector_of_a_code_count() -> None:
    found = speaking_for("De Finse minister")
    assert {"coded", "kind state", "sector GOV"} <= set(found)


def test_a_place_that_something_is_in_is_known_as_one() -> None:
    assert "placed" in speaking_for("Wenen")
    assert "placed" not in speaking_for("Zweden")
