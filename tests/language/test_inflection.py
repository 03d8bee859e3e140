import pytest

from akkoord.language.inflection import irregular, lemmas, strong_verbs

FIRST = [
    ("troefde", "WW|pv|verl|ev", "troeven"),
    ("haalden", "WW|pv|verl|mv", "halen"),
    ("klom", "WW|pv|verl|ev", "klimmen"),
    ("ontsloop", "WW|pv|verl|ev", "ontsluipen"),
    ("treft", "WW|pv|tgw|met-t", "treffen"),
    ("draait", "WW|pv|tgw|met-t", "draaien"),
    ("varieert", "WW|pv|tgw|met-t", "variëren"),
    ("staat", "WW|pv|tgw|met-t", "staan"),
    ("geëffend", "WW|vd|vrij|zonder", "effenen"),
    ("geplast", "WW|vd|vrij|zonder", "plassen"),
    ("opgeborgen", "WW|vd|vrij|zonder", "opbergen"),
    ("verholpen", "WW|vd|vrij|zonder", "verhelpen"),
    ("geverfde", "WW|vd|prenom|met-e", "verven"),
    ("lopende", "WW|od|prenom|met-e", "lopen"),
    ("benen", "N|soort|mv|basis", "been"),
    ("sporthallen", "N|soort|mv|basis", "sporthal"),
    ("duiven", "N|soort|mv|basis", "duif"),
    ("mogelijkheden", "N|soort|mv|basis", "mogelijkheid"),
    ("havensteden", "N|soort|mv|basis", "havenstad"),
    ("idealen", "N|soort|mv|basis", "ideaal"),
    ("pizza's", "N|soort|mv|basis", "pizza"),
    ("bloemetje", "N|soort|ev|dim|onz|stan", "bloem"),
    ("koninkjes", "N|soort|mv|dim", "koning"),
    ("grauwe", "ADJ|prenom|basis|met-e|stan", "grauw"),
    ("sociale", "ADJ|prenom|basis|met-e|stan", "sociaal"),
    ("financiële", "ADJ|prenom|basis|met-e|stan", "financieel"),
    ("dieper", "ADJ|vrij|comp|zonder", "diep"),
    ("zwaarder", "ADJ|vrij|comp|zonder", "zwaar"),
    ("liefst", "ADJ|vrij|sup|zonder", "lief"),
    ("beste", "ADJ|prenom|sup|met-e|stan", "goed"),
    ("68ste", "TW|rang|prenom|stan", "68"),
    ("derde", "TW|rang|prenom|stan", "drie"),
]  # fmt: skip
AMONG = [
    ("seconden", "N|soort|mv|basis", "seconde"),
    ("wegen", "N|soort|mv|basis", "weg"),
    ("kinderen", "N|soort|mv|basis", "kind"),
    ("kosten", "N|soort|mv|basis", "kosten"),
    ("bacteriën", "N|soort|mv|basis", "bacterie"),
    ("wandelt", "WW|pv|tgw|met-t", "wandelen"),
    ("zet", "WW|pv|tgw|met-t", "zetten"),
    ("beland", "WW|vd|vrij|zonder", "belanden"),
]


@pytest.mark.parametrize(("form", "tag", "lemma"), FIRST)
def test_the_likeliest_lemma_comes_first(form: str, tag: str, lemma: str) -> None:
    assert lemmas(form, tag)[0] == lemma


@pytest.mark.parametrize(("form", "tag", "lemma"), AMONG)
def test_a_lemma_that_rules_allow(form: str, tag: str, lemma: str) -> None:
    assert lemma in lemmas(form, tag)


def test_rules_have_no_say_in_other_words() -> None:
    assert lemmas("onze", "VNW|bez|det|stan|vol|1|mv|prenom|met-e|rest") == ()
    assert lemmas("e", "ADJ|prenom|basis|met-e|stan") == ("e",)


@pytest.mark.parametrize("verb", sorted(strong_verbs()))
def test_strong_verbs_have_three_forms_or_a_present_too(verb: str) -> None:
    assert len(strong_verbs()[verb]) == 3 or len(strong_verbs()[verb]) >= 5
    assert verb.endswith("n")


def test_irregular_forms_end_in_their_class() -> None:
    assert all(lemma.endswith("n") for lemma in irregular("verbs").values())
