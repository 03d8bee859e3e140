from dataclasses import replace

import pytest
from tests.reading.made import made

from akkoord.reading.setting import place_at

TEXT = "Later spraken Riga af omdat Vilnius bij Minsk ligt."


@pytest.mark.parametrize(
    ("relation", "subject", "place"),
    [("advcl", "nsubj", None), ("advcl", "obl", "Minsk"), ("conj", "nsubj", "Minsk"), ("ccomp", "obl", None)],
)
def test_a_place_in_another_clause_is_not_where_it_happened(
    relation: str, subject: str, place: str | None
) -> None:
    signals = made(TEXT, {})
    spraken, vilnius, minsk, ligt = 1, 5, 7, 8
    governors = [spraken] * len(signals.offsets)
    governors[vilnius] = governors[minsk] = ligt
    relations = ["dep"] * len(governors)
    relations[ligt], relations[vilnius] = relation, subject
    told = replace(signals, governors=governors, relations=relations)
    assert place_at(told, range(spraken, spraken + 1)) == place
    assert place_at(told, range(ligt, ligt + 1)) == "Minsk"


def test_what_is_said_of_what_happened_has_its_place() -> None:
    signals = made(TEXT, {})
    governors = [1] * len(signals.offsets)
    governors[7] = 8
    relations = ["dep"] * len(governors)
    relations[8] = "acl:relcl"
    assert place_at(replace(signals, governors=governors, relations=relations), range(1, 2)) == "Minsk"
