import pytest

from akkoord.reading.frames.inflection import forms, forms_of_all, known_verbs, stems

FORMS = [
    ("praten", "praat praatte praatten gepraat"),
    ("eisen", "eis eist eiste eisten geëist"),
    ("beloven", "beloof belooft beloofde beloofd"),
    ("erkennen", "erken erkent erkende erkend erkende"),
    ("vluchten", "vlucht vluchtte gevlucht"),
    ("weigeren", "weiger weigert weigerde geweigerd"),
    ("bezetten", "bezet bezette bezet"),
    ("annexeren", "annexeer annexeerde geannexeerd"),
    ("nemen", "neem neemt nam namen genomen"),
    ("verbieden", "verbied verbiedt verbood verboden"),
    ("ontslaan", "ontsla ontslaat ontsloeg ontslagen"),
    ("houden", "houd houdt hield gehouden"),
]


@pytest.mark.parametrize(("verb", "expected"), FORMS)
def test_forms(verb: str, expected: str) -> None:
    assert set(expected.split()) <= set(forms(verb))


def test_prefix_takes_the_place_of_ge() -> None:
    assert "vergeboden" not in set(forms("verbieden"))


def test_particle_stays_before_each_form() -> None:
    found = forms_of_all(["op_roepen"])
    assert {found[form] for form in ("oproept", "opriep", "opgeroepen")} == {"oproepen"}


def test_first_verb_keeps_a_shared_form() -> None:
    assert forms_of_all(["wijken", "weken"])["week"] == "wijken"


def test_every_infinitive_of_the_lexicon_is_its_own_verb() -> None:
    known = known_verbs()
    assert {known[verb] for verb in ("beschuldigen", "aanbieden", "zeggen", "verbieden")} == {
        "beschuldigen", "aanbieden", "zeggen", "verbieden",
    }  # fmt: skip


def test_stem_is_spelled_as_a_word() -> None:
    assert stems("zeggen") == ["zeg"]
    assert stems("reizen") == ["reis"]
    assert "loof" in stems("loven")
