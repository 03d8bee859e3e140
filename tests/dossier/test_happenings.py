import pytest
from tests.dossier.reports import entry, event

from akkoord.codebook import EventType
from akkoord.dossier.context import Context
from akkoord.dossier.happenings import Happening, Telling

ONE, BOTH = ["REG:Valdor"], ["REG:Meren", "REG:Valdor"]


def _telling(type: EventType, actors: list[str]) -> Telling:
    context = Context(entry("Valdor begon.", "2021-08-30", events=[event("begon", type, actors)]))
    return Telling(context.reading.events[0], context)


@pytest.mark.parametrize(
    ("type", "told", "actors"),
    [
        ("ASSAULT", [ONE, BOTH, ONE], ONE),
        ("ASSAULT", [ONE, BOTH], BOTH),
        ("ASSAULT", [[], [], ONE], ONE),
        ("CONSULT", [ONE, BOTH, ONE], BOTH),
    ],
)
def test_who_acts_is_as_most_tell_it_and_who_takes_part_is_told_in_full(
    type: EventType, told: list[list[str]], actors: list[str]
) -> None:
    happening = Happening([_telling(type, codes) for codes in told])
    assert [str(code) for code in happening.actors] == actors
