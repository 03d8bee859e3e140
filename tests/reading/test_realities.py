"""Whether an event is real: what speaks for each reality."""

from datetime import date

from tests.reading.made import made, read_mentions

from akkoord.codebook import REALITIES
from akkoord.reading.casting import Scene
from akkoord.reading.events import find_scenes
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.realities import options, reality_of


def scene(heads: str, hit: EventHit | None = None) -> Scene:
    """The scene of a call, of which the heads say that it is so real."""
    tags = {"actor": {"Finland": ""}, "trigger": {"belde": "CONSULT"}, "reality": {"belde": heads}}
    signals = made("Finland belde niemand.", tags)
    mentions = read_mentions(signals, date(2022, 3, 1))
    (found,) = find_scenes(signals, mentions, (), [hit] if hit else ())
    return found


def frame(signs: tuple[str, ...]) -> EventHit:
    return EventHit(range(1, 2), "CONSULT", "phone", "negated", (0,), (), "consult.toml: bellen", (), signs)


def test_every_reality_is_an_option_with_the_chance_that_the_heads_give_it() -> None:
    found = options(scene("future"))
    assert max(REALITIES, key=lambda reality: found[reality]["heads"]) == "future"


def test_the_signs_of_the_frame_speak_for_each_reality() -> None:
    negated = options(scene("actual", frame(("by negated",))))["negated"]
    assert {"frame negated negated", "sign by negated negated"} <= set(negated)


def test_what_frame_and_heads_agree_on_is_so() -> None:
    assert reality_of(scene("negated", frame(("by negated",))))[0] == "negated"
    assert reality_of(scene("actual"))[0] == "actual"
