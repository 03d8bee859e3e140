"""Conditions: from signals to what must hold for what."""

from tests.reading.layered import Read, found

from akkoord.reading.conditions import draft_conditions


def test_a_condition_joins_the_parts_around_its_cue() -> None:
    text = "Oekraïne wil praten, mits Rusland zijn troepen terugtrekt."
    read = Read(
        text,
        {
            "condition": {
                "Oekraïne wil praten": "consequence",
                "mits": "cue",
                "Rusland zijn troepen terugtrekt": "requirement",
            }
        },
    )
    (condition,) = found(draft_conditions(read.signals, read.mentions, read.statements, (), ()))
    assert condition.requirement.text == "Rusland zijn troepen terugtrekt"
    assert condition.consequence.text == "Oekraïne wil praten"
    assert condition.cue.text == "mits"


def test_a_requirement_without_consequence_is_no_condition() -> None:
    read = Read("Mits het regent.", {"condition": {"Mits": "cue", "het regent": "requirement"}})
    assert found(draft_conditions(read.signals, read.mentions, read.statements, (), ())) == []
