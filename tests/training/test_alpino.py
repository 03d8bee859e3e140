"""Alpino trees become Universal Dependencies: one small tree for each construction."""

import zipfile
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from tests.training.trees import arcs, gap, np, phrase, sentence, treebank, word

from akkoord.language.conllu import read_conllu
from training import alpino


def test_a_plain_sentence() -> None:
    found = arcs(
        phrase(
            "--",
            "smain",
            np("su", "De", "burgers", 0, "burger"),
            word("hd", "verb", "verlaten", 2, "verlaat"),
            np("obj1", "de", "stad", 3),
        ),
        word("--", "punct", ".", 5),
    )
    assert found == {
        "De": ("DET", "burgers", "det"),
        "burgers": ("NOUN", "verlaten", "nsubj"),
        "verlaten": ("VERB", "", "root"),
        "de": ("DET", "stad", "det"),
        "stad": ("NOUN", "verlaten", "obj"),
        ".": ("PUNCT", "verlaten", "punct"),
    }


def test_auxiliaries_and_passive_hang_from_the_participle() -> None:
    found = arcs(
        phrase(
            "--",
            "smain",
            np("su", "Het", "bestand", 0, index=1),
            word("hd", "verb", "moet", 2, "moet"),
            phrase(
                "vc",
                "inf",
                gap("su", 1),
                word("hd", "verb", "worden", 6, "word"),
                phrase(
                    "vc",
                    "ppart",
                    gap("obj1", 1),
                    phrase(
                        "mod",
                        "pp",
                        word("hd", "prep", "door", 3),
                        word("obj1", "noun", "rebellen", 4, "rebel"),
                    ),
                    word("hd", "verb", "getekend", 5, "teken"),
                ),
            ),
        )
    )
    assert found["bestand"] == ("NOUN", "getekend", "nsubj:pass")
    assert found["moet"] == ("AUX", "getekend", "aux")
    assert found["worden"] == ("AUX", "getekend", "aux:pass")
    assert found["rebellen"] == ("NOUN", "getekend", "obl:agent")
    assert found["door"] == ("ADP", "rebellen", "case")


def test_copula_hangs_from_the_predicate() -> None:
    found = arcs(
        phrase(
            "--",
            "smain",
            np("su", "De", "brug", 0),
            word("hd", "verb", "is", 2, "ben"),
            word("predc", "adj", "dicht", 3),
        )
    )
    assert found["is"] == ("AUX", "dicht", "cop")
    assert found["brug"] == ("NOUN", "dicht", "nsubj")
    assert found["dicht"] == ("ADJ", "", "root")


def test_become_is_no_copula() -> None:
    found = arcs(
        phrase(
            "--",
            "smain",
            word("su", "noun", "Zij", 0, "zij"),
            word("hd", "verb", "werd", 1, "word"),
            word("predc", "noun", "voorzitter", 2),
        )
    )
    assert found["werd"] == ("VERB", "", "root")
    assert found["voorzitter"] == ("NOUN", "werd", "xcomp")
    assert found["Zij"] == ("PRON", "werd", "nsubj")


def test_relative_pronoun_stands_where_it_is_understood() -> None:
    relative = phrase(
        "mod",
        "rel",
        word("rhd", "noun", "die", 2, index=1),
        phrase(
            "body",
            "ssub",
            np("su", "het", "leger", 3),
            gap("obj1", 1),
            word("hd", "verb", "zoekt", 5, "zoek"),
        ),
    )
    found = arcs(
        phrase("--", "np", word("det", "det", "De", 0), word("hd", "noun", "wapens", 1, "wapen"), relative)
    )
    assert found["die"] == ("PRON", "zoekt", "obj")
    assert found["leger"] == ("NOUN", "zoekt", "nsubj")
    assert found["zoekt"] == ("VERB", "wapens", "acl:relcl")


@pytest.mark.parametrize(("root", "label"), [("probeer", "xcomp"), ("zeg", "ccomp")])
def test_clauses_with_and_without_a_subject_of_their_own(root: str, label: str) -> None:
    infinitive = phrase("body", "inf", gap("su", 1), word("hd", "verb", "vluchten", 3, "vlucht"))
    clause = phrase("body", "ssub", word("su", "noun", "zij", 3), word("hd", "verb", "vluchten", 4, "vlucht"))
    complement = {
        "xcomp": phrase("vc", "ti", word("cmp", "comp", "te", 2), infinitive),
        "ccomp": phrase("vc", "cp", word("cmp", "comp", "dat", 2), clause),
    }[label]
    found = arcs(
        phrase(
            "--",
            "smain",
            word("su", "noun", "Zij", 0, "zij", index=1),
            word("hd", "verb", root + "t", 1, root),
            complement,
        )
    )
    assert found["vluchten"] == ("VERB", root + "t", label)
    mark = ("te", "ADP") if label == "xcomp" else ("dat", "SCONJ")
    assert found[mark[0]] == (mark[1], "vluchten", "mark")


def test_coordination_starts_left() -> None:
    found = arcs(
        phrase(
            "--",
            "conj",
            word("cnj", "noun", "boeren", 0, "boer"),
            word("cnj", "noun", "vissers", 2, "visser"),
            word("crd", "vg", "en", 3),
            word("cnj", "noun", "smeden", 4, "smid"),
        ),
        word("--", "punct", ",", 1),
    )
    assert found["boeren"] == ("NOUN", "", "root")
    assert found["vissers"] == ("NOUN", "boeren", "conj")
    assert found["smeden"] == ("NOUN", "boeren", "conj")
    assert found["en"] == ("CCONJ", "smeden", "cc")
    assert found[","] == ("PUNCT", "vissers", "punct")


def test_what_is_left_out_makes_orphans() -> None:
    second = phrase(
        "cnj",
        "smain",
        gap("hd", 1),
        word("su", "noun", "Piet", 4),
        np("obj1", "de", "poort", 5),
    )
    found = arcs(
        phrase(
            "--",
            "conj",
            phrase(
                "cnj",
                "smain",
                word("su", "noun", "Jan", 0),
                word("hd", "verb", "bewaakt", 1, "bewaak", index=1),
                word("obj1", "noun", "ons", 2),
            ),
            word("crd", "vg", "en", 3),
            second,
        )
    )
    assert found["Piet"] == ("PROPN", "bewaakt", "conj")
    assert found["poort"] == ("NOUN", "Piet", "orphan")


def test_names_are_flat_and_function_words_fixed() -> None:
    name = phrase(
        "su",
        "mwu",
        word("mwp", "noun", "Anna", 0),
        word("mwp", "noun", "van", 1),
        word("mwp", "noun", "Dongen", 2),
    )
    place = phrase(
        "mod",
        "pp",
        phrase(
            "hd",
            "mwu",
            word("mwp", "prep", "in", 4),
            word("mwp", "prep", "plaats", 5),
            word("mwp", "prep", "van", 6),
        ),
        word("obj1", "noun", "haar", 7),
    )
    found = arcs(phrase("--", "smain", name, word("hd", "verb", "kwam", 3, "kom"), place))
    assert found["van"] == ("ADP", "in", "fixed")
    assert found["Dongen"] == ("PROPN", "Anna", "flat")
    assert found["plaats"] == ("NOUN", "in", "fixed")
    assert found["in"] == ("ADP", "haar", "case")
    assert found["haar"] == ("PRON", "kwam", "obl")


def test_particles_reflexives_and_prepositional_objects() -> None:
    found = arcs(
        phrase(
            "--",
            "smain",
            word("su", "noun", "Wij", 0, "wij"),
            word("hd", "verb", "sluiten", 1, "sluit"),
            word("se", "noun", "ons", 2),
            word("svp", "part", "aan", 3),
            phrase("pc", "pp", word("hd", "prep", "bij", 4), np("obj1", "de", "staking", 5)),
        )
    )
    assert found["ons"] == ("PRON", "sluiten", "expl:pv")
    assert found["aan"] == ("ADP", "sluiten", "compound:prt")
    assert found["staking"] == ("NOUN", "sluiten", "obl:arg")


def test_expletive_and_clausal_subject() -> None:
    clause = phrase("body", "ssub", word("su", "noun", "zij", 4), word("hd", "verb", "zwijgen", 5, "zwijg"))
    found = arcs(
        phrase(
            "--",
            "smain",
            word("sup", "noun", "Het", 0, "het"),
            word("hd", "verb", "is", 1, "ben"),
            word("predc", "adj", "vreemd", 2),
            phrase("su", "cp", word("cmp", "comp", "dat", 3), clause),
        )
    )
    assert found["Het"] == ("PRON", "vreemd", "expl")
    assert found["zwijgen"] == ("VERB", "vreemd", "csubj")


def test_possessives_numbers_and_appositions() -> None:
    found = arcs(
        phrase(
            "--",
            "np",
            word("det", "det", "Zijn", 0, "zijn"),
            word("det", "num", "drie", 1),
            word("mod", "adj", "jonge", 2, "jong"),
            word("hd", "noun", "broers", 3, "broer"),
            word("app", "noun", "Tom", 4),
        )
    )
    assert found["Zijn"] == ("PRON", "broers", "nmod:poss")
    assert found["drie"] == ("NUM", "broers", "nummod")
    assert found["jonge"] == ("ADJ", "broers", "amod")
    assert found["Tom"] == ("PROPN", "broers", "appos")


def test_more_than_a_number() -> None:
    comparison = phrase(
        "obcomp", "cp", word("cmp", "comparative", "dan", 1), word("body", "num", "twintig", 2)
    )
    found = arcs(
        phrase(
            "--",
            "np",
            phrase("det", "detp", word("hd", "num", "Meer", 0, "veel"), comparison),
            word("hd", "noun", "doden", 3, "dode"),
        )
    )
    assert found["twintig"] == ("NUM", "doden", "nummod")
    assert found["Meer"] == ("PRON", "twintig", "amod")
    assert found["dan"] == ("SCONJ", "Meer", "fixed")


def test_discourse_units() -> None:
    nucleus = phrase("nucl", "smain", word("su", "noun", "wij", 1), word("hd", "verb", "blijven", 2, "blijf"))
    tag = phrase("tag", "sv1", word("hd", "verb", "zei", 4, "zeg"), word("su", "noun", "hij", 5))
    found = arcs(
        phrase("--", "du", word("dlink", "comp", "Maar", 0, "maar"), nucleus, tag),
        word("--", "punct", ",", 3),
    )
    assert found["Maar"] == ("CCONJ", "blijven", "mark")
    assert found["zei"] == ("VERB", "blijven", "parataxis")
    assert found[","] == ("PUNCT", "zei", "punct")


def test_quotes_hang_from_what_they_enclose() -> None:
    found = sentence(
        word("--", "punct", '"', 0),
        word("--", "punct", '"', 2),
        phrase(
            "--",
            "smain",
            word("predc", "adj", "Onzin", 1),
            word("hd", "verb", "heet", 3, "heet"),
            word("su", "noun", "dat", 4),
        ),
    )
    assert [w.head for w in found.words] == [2, 4, 2, 0, 4]


def test_lemmas_where_stems_make_them_certain() -> None:
    verbs = [("neemt", "neem", "nemen"), ("wint", "win", "winnen"), ("schrijft", "schrijf", "schrijven")]
    plural = phrase("top", "top", word("--", "verb", "schrijven", 0, "schrijf"))
    tops = [phrase("top", "top", word("--", "verb", form, 0, root)) for form, root, _ in verbs]
    parted = phrase(
        "--",
        "smain",
        word("hd", "verb", "neemt", 0, "neem"),
        word("su", "noun", "hij", 1),
        word("svp", "part", "op", 2),
    )
    converted = list(alpino.sentences(treebank(*tops, plural, phrase("top", "top", parted))))
    assert [s.words[0].lemma for s in converted] == [
        *(lemma for _, _, lemma in verbs),
        "schrijven",
        "op_nemen",
    ]
    assert converted[-1].words[1].lemma == "_"


def test_converts_an_archive(tmp_path: Path) -> None:
    top = phrase("top", "top", word("--", "noun", "Vrede", 0, "vrede"), word("--", "punct", "!", 1))
    with zipfile.ZipFile(tmp_path / "alpino.zip", "w") as archive:
        archive.writestr("alpino/alpino.xml", tostring(treebank(top), encoding="iso-8859-1"))
    alpino.convert(tmp_path / "alpino.zip", tmp_path / "out.conllu")
    (converted,) = read_conllu(tmp_path / "out.conllu")
    assert converted.sent_id == "0001"
    assert [(w.form, w.head, w.deprel) for w in converted.words] == [("Vrede", 0, "root"), ("!", 1, "punct")]


def test_text_is_spaced_as_in_print() -> None:
    found = sentence(
        word("--", "noun", "Kijk", 0),
        word("--", "punct", "(", 1),
        word("--", "adv", "daar", 2),
        word("--", "punct", ")", 3),
        word("--", "punct", '"', 4),
        word("--", "adv", "ginds", 5),
        word("--", "punct", '"', 6),
        word("--", "punct", "!", 7),
    )
    assert found.text == 'Kijk (daar) "ginds"!'


def test_a_shared_head_stays_with_the_conjunct_beside_it() -> None:
    first = phrase(
        "cnj",
        "np",
        word("det", "det", "De", 0),
        word("mod", "adj", "rode", 1),
        word("hd", "noun", "lijn", 5, index=1),
    )
    second = phrase("cnj", "np", word("det", "det", "de", 3), word("mod", "adj", "gele", 4), gap("hd", 1))
    found = arcs(phrase("--", "conj", first, word("crd", "vg", "en", 2), second))
    assert found["rode"] == ("ADJ", "", "root")
    assert found["lijn"] == ("NOUN", "rode", "conj")
    assert found["gele"] == ("ADJ", "lijn", "amod")
    assert found["en"] == ("CCONJ", "lijn", "cc")
