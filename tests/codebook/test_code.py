import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from akkoord.codebook import SECTORS, BadCode, Code, join_codes

PARTIES = ["RUS", "UKR", "XKX", "PSE", "INT", "ORG:EU", "ORG:Sinn Féin", "REG:Donetsk", "PER:A/B Jansen"]
codes = st.builds(Code.of, st.sampled_from(PARTIES), st.sampled_from([None, *SECTORS]))


def test_party_and_sector() -> None:
    code = Code.parse("ORG:LNA/REB")
    assert (code.party, code.sector, code.name, code.is_state) == ("ORG:LNA", "REB", "LNA", False)


def test_state_as_a_whole_has_no_sector() -> None:
    code = Code.parse("RUS")
    assert (code.party, code.sector, code.name, code.is_state) == ("RUS", None, None, True)


def test_joined_code_is_ordered_and_has_a_sector_only_if_shared() -> None:
    assert str(Code.parse("UKR/GOV+RUS/GOV")) == "RUS/GOV+UKR/GOV"
    assert Code.parse("UKR/GOV+RUS/GOV").sector == "GOV"
    assert Code.parse("GBR/GOV+GBR/LEG").sector is None
    assert Code.parse("GBR/GOV+GBR/LEG").party == "GBR"


def test_slash_inside_a_name_is_no_sector() -> None:
    assert Code.parse("ORG:Agence 24/7").party == "ORG:Agence 24/7"


@pytest.mark.parametrize(
    "text", ["", "rus", "QQQ", "RUS/XYZ", "ORG:", "ORG: EU", "RUS+", "Poetin", "RUS /GOV", "ORG:EU/XYZ"]
)
def test_what_is_no_code(text: str) -> None:
    with pytest.raises(BadCode, match="no actor code"):
        Code.parse(text)


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(BadCode):
        join_codes([])


@given(st.lists(codes, min_size=1, max_size=5))
def test_text_and_code_are_the_same_thing(parts: list[Code]) -> None:
    joined = join_codes(parts)
    assert Code.parse(str(joined)) == joined
    assert {part for code in parts for part in code.parts} == set(joined.parts)


@given(codes, codes, codes)
def test_joining_has_no_order(a: Code, b: Code, c: Code) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + a == a


@given(codes, st.sampled_from(SECTORS))
def test_sector_is_replaced_not_added(code: Code, sector: str) -> None:
    assert code.with_sector(sector) == Code.of(code.party, sector)
    assert code.whole == code.with_sector(None)


def test_json_form_is_the_text() -> None:
    adapter = TypeAdapter(Code)
    assert adapter.dump_json(Code.of("RUS", "GOV")) == b'"RUS/GOV"'
    assert adapter.validate_json('"RUS/GOV"') == Code.of("RUS", "GOV")
    with pytest.raises(ValidationError, match="no actor code"):
        adapter.validate_json('"Rusland"')
