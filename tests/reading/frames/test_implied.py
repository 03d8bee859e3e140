from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import EventHit, find_events

Parsed = Callable[..., Doc]
PRESENT, PAST = "moet|moeten|AUX|6|aux|fin", "moest|moeten|AUX|6|aux|past"


def told(doc: Doc) -> list[tuple[str, str, list[str], list[str]]]:
    """Trigger, type, actors and recipients of each event."""

    def forms(words: tuple[int, ...]) -> list[str]:
        return [doc[i].text for i in words]

    return [(words(doc, hit), hit.type, forms(hit.actors), forms(hit.recipients)) for hit in find_events(doc)]


def words(doc: Doc, hit: EventHit) -> str:
    return " ".join(doc[i].text for i in hit.trigger)


def says(verb: str, modal: str = PRESENT, subject: str = "Vilnius|=|PROPN|6|nsubj") -> str:
    return (
        f"Riga|=|PROPN|2|nsubj {verb}|0|ROOT|fin dat|=|SCONJ|6|mark {subject} {modal} "
        "wijken|=|VERB|2|ccomp|inf"
    )


@pytest.mark.parametrize("verb", ["vindt|vinden|VERB", "zegt|zeggen|VERB"])
def test_who_says_what_another_has_to_do_demands_it(parsed: Parsed, verb: str) -> None:
    assert told(parsed(says(verb))) == [(verb.split("|")[0], "REQUEST", ["Riga"], ["Vilnius"])]


@pytest.mark.parametrize(
    "sentence",
    [
        says("vreest|vrezen|VERB"),
        says("zegt|zeggen|VERB", PAST),
        says("zegt|zeggen|VERB", subject="dat|=|PRON|6|obj"),
        says("zegt|zeggen|VERB", subject="prijzen|prijs|NOUN|6|nsubj"),
        says("zegt|zeggen|VERB", subject="wij|=|PRON|6|nsubj"),
    ],
    ids=["a fear", "a duty of the past", "nobody", "things", "oneself"],
)
def test_what_demands_nothing_of_anybody(parsed: Parsed, sentence: str) -> None:
    assert told(parsed(sentence)) == []


UNLESS = (
    "Riga|=|PROPN|2|nsubj verbreekt|verbreken|VERB|0|ROOT|fin de|=|DET|4|det banden|band|NOUN|2|obj ,|=|PUNCT|8|punct "
    "{mark}|=|SCONJ|8|mark Vilnius|=|PROPN|8|nsubj {clause}"
)


@pytest.mark.parametrize(
    ("mark", "clause", "kind"),
    [
        ("tenzij", "betaalt|betalen|VERB|2|advcl|fin", "THREATEN"),
        ("als", "zwijgt|zwijgen|VERB|2|advcl|fin niet|=|ADV|8|advmod", "THREATEN"),
        ("als", "zwijgt|zwijgen|VERB|2|advcl|fin", "SANCTION"),
    ],
)
def test_a_hostile_act_unless_something_is_done_is_a_threat(
    parsed: Parsed, mark: str, clause: str, kind: str
) -> None:
    assert told(parsed(UNLESS.format(mark=mark, clause=clause)))[0][1] == kind
