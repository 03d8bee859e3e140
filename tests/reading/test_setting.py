from dataclasses import replace

import pytest
from tests.reading.made import made

from akkoord.reading.findings import Time
from akkoord.reading.setting import place_at, time_at

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


@pytest.mark.parametrize(
    ("relation", "opening", "time"),
    [
        ("ccomp", "dat", None),
        ("advcl", "toen", "2022-03-01"),
        ("advcl", "omdat", None),
        ("conj", "en", "2022-03-01"),
    ],
)
def test_the_day_of_a_saying_is_not_that_of_what_is_said(
    relation: str, opening: str, time: str | None
) -> None:
    signals = made(f"Riga zei dinsdag {opening} Vilnius sprak.", {})
    zei, opens, vilnius, sprak = 1, 3, 4, 5
    governors = [zei] * len(signals.offsets)
    governors[opens] = governors[vilnius] = sprak
    relations = ["dep"] * len(governors)
    relations[sprak], relations[vilnius] = relation, "nsubj"
    start, end = signals.offsets[2]
    tuesday = Time(start=start, end=end, text="dinsdag", value="2022-03-01")
    told = replace(signals, governors=governors, relations=relations)
    assert time_at(told, [tuesday], range(sprak, sprak + 1)) == time
    assert time_at(told, [tuesday], range(zei, zei + 1)) == "2022-03-01"
