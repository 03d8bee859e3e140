from datetime import date

from tests.reading.made import made

from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.mentions import find_mentions
from akkoord.reading.signals import Signals
from akkoord.reading.speakers import with_speakers

DAY = date(2022, 3, 1)


def speaking(signals: Signals, source: int) -> list[str]:
    """The words of all mentions, where a frame takes a word for a source."""
    hit = SayingHit(range(0), source, (), None, "indirect", "saying", "", ())
    found = with_speakers(signals, find_mentions(signals, DAY), [hit], DAY)
    return [" ".join(mention.words) for mention in found]


def test_a_source_that_the_heads_took_for_none_is_a_mention() -> None:
    signals = made("Poetin zwijgt en hij meldt verder dat het regent.", {"actor": {"Poetin": ""}})
    assert speaking(signals, 3) == ["Poetin", "hij"]


def test_a_source_inside_a_mention_is_no_other() -> None:
    signals = made("Poetin meldt dat het regent.", {"actor": {"Poetin": ""}})
    assert speaking(signals, 0) == ["Poetin"]


def test_a_thing_is_nobody() -> None:
    signals = made(
        "Poetin ziet dat de weegschaal zegt dat het regent.", {"actor": {"Poetin": ""}}, chance=0.99
    )
    assert speaking(signals, 4) == ["Poetin"]
