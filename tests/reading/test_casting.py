"""Who plays a role: candidates, what speaks for them, and nobody among them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest
from tests.reading.made import Links, made, read_mentions

from akkoord.codebook import Code
from akkoord.reading import weighing
from akkoord.reading.casting import Features, Scene, candidates, cast, cast_as
from akkoord.reading.events import find_scenes
from akkoord.reading.frames.hits import EventHit

TEXT = "Noorwegen zweeg lang. Finland belde Zweden."
STATES = ("Noorwegen", "Finland", "Zweden")


def scene(text: str, word: int, links: Links | None = None, hits: Sequence[EventHit] = ()) -> Scene:
    """The scene of a trigger at one word of a text, in which the states are marked."""
    signals = made(text, {"actor": {state: "" for state in STATES if state in text}}, links)
    mentions = read_mentions(signals, date(2022, 3, 1))
    hit = EventHit(range(word, word + 1), "CONSULT", "phone", "actual", (), (), "consult.toml: bellen", ())
    (found,) = find_scenes(signals, mentions, (), hits or (hit,))
    return found


def features(found: Scene, name: str) -> Features:
    return next(own for mention, own in candidates(found, "agent") if mention and mention.words == (name,))


def test_nobody_is_the_first_candidate_and_knows_the_type() -> None:
    mention, own = candidates(scene(TEXT, 5), "agent")[0]
    assert mention is None
    assert own["nobody CONSULT"] == 1.0


def test_mentions_of_this_and_the_last_sentences_are_candidates() -> None:
    found = scene(TEXT, 5)
    assert "back 0" in features(found, "Finland")
    assert "back 1" in features(found, "Noorwegen")
    assert "after" in features(found, "Zweden")


def test_what_a_frame_says_speaks_for_a_mention() -> None:
    hit = EventHit(range(5, 6), "CONSULT", "phone", "actual", (4,), (6,), "consult.toml: bellen", ())
    found = scene(TEXT, 5, hits=(hit,))
    assert "framed" in features(found, "Finland")
    assert "framed other" in features(found, "Zweden")
    assert [str(code) for code in cast_as(found, "agent").players] == ["FIN"]


def test_a_frame_that_has_only_who_undergoes_speaks_for_nobody_s_acting() -> None:
    hit = EventHit(range(5, 6), "CONSULT", "phone", "actual", (), (6,), "consult.toml: bellen", ())
    found = scene(TEXT, 5, hits=(hit,))
    assert "framed other only" in features(found, "Zweden")
    assert candidates(found, "agent")[0][1]["nobody only other"] == 1.0
    assert candidates(found, "recipient")[0][1]["nobody only other"] == 0.0


def test_who_plays_the_other_role_is_no_candidate() -> None:
    found = scene(TEXT, 5)
    beside = [Code.parse("FIN")]
    parties = {str(m.code) for m, _ in candidates(found, "recipient", beside) if m is not None}
    assert parties == {"NOR", "SWE"}


def test_who_stands_often_beside_the_actor_speaks_for_being_the_recipient() -> None:
    found = scene("Zweden bezocht Finland. Noorwegen zweeg. Finland dreigt.", 8)
    beside = [Code.parse("FIN")]
    company = {str(m.code): own["company"] for m, own in candidates(found, "recipient", beside) if m}
    assert company["SWE"] > company["NOR"]


def test_an_attack_without_anybody_near_has_nobody() -> None:
    found = scene("Er was geweld.", 2)
    assert cast_as(replace(found, trigger=replace(found.trigger, label="ASSAULT")), "agent").players == []


def test_who_stands_beside_the_likeliest_where_the_frame_has_him_plays_the_role_too() -> None:
    hit = EventHit(range(1, 2), "CONSULT", "phone", "actual", (0,), (2, 4), "consult.toml: bellen", ())
    links: Links = {"recipient": {"belde": ["Zweden"]}}
    found = scene("Finland belde Zweden en Noorwegen.", 1, links, hits=(hit,))
    apart, beside = (
        replace(
            found,
            signals=replace(
                found.signals,
                governors=[1, 1, 1, 4, 2, 1],
                relations=["nsubj", "ROOT", "obj", "cc", relation, "punct"],
            ),
        )
        for relation in ("nmod", "conj")
    )
    assert [str(code) for code in cast_as(apart, "recipient").players] == ["SWE"]
    assert [str(code) for code in cast_as(beside, "recipient").players] == ["NOR", "SWE"]


@pytest.mark.parametrize(("undergoes", "act"), [("Zweden", ["FIN"]), ("Noorwegen", ["FIN", "SWE"])])
def test_who_likelier_undergoes_what_another_does_does_not_act_with_him(
    undergoes: str, act: list[str]
) -> None:
    links: Links = {
        "agent": {"belde": ["Finland", "Zweden"]},
        "recipient": {"belde": [undergoes]},
    }
    trusting = {"pointer": 1.0, "nobody": -9.0}
    with patch.object(weighing, "packaged", lambda name: trusting):
        agents, undergoing = cast(scene(TEXT, 5, links))
    assert [str(code) for code in agents.players] == act
    assert Code.parse({"Zweden": "SWE", "Noorwegen": "NOR"}[undergoes]) in undergoing.players
