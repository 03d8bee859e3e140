from collections import Counter
from pathlib import Path

from akkoord.language.lexicon import Lexicon

SEEN = [
    ("Scholen", "school", "NOUN"), ("basis", "basis", "NOUN"), ("onze", "ons", "PRON"),
    ("vaten", "vat", "NOUN"), ("vaten", "vaten", "NOUN"), ("nam", "op_nemen", "VERB"),
]  # fmt: skip
COUNTS = Counter({"school": 9, "kelder": 2, "eens": 1})


def test_a_form_seen_with_one_lemma_only() -> None:
    lexicon = Lexicon.learn(SEEN, COUNTS)
    assert lexicon.only("scholen", "NOUN") == "school"
    assert lexicon.only("Onze", "PRON") == "ons"
    assert lexicon.only("vaten", "NOUN") is None
    assert lexicon.only("scholen", "VERB") is None


def test_what_a_form_was_seen_as() -> None:
    lexicon = Lexicon.learn([*SEEN, ("Vaten", "vaten", "VERB")], COUNTS)
    assert lexicon.parts_of_speech("vaten") == ["NOUN", "VERB"]
    assert lexicon.parts_of_speech("Onze") == ["PRON", "PROPN"]
    assert lexicon.parts_of_speech("Kelder") == []


def test_a_verb_has_an_infinitive() -> None:
    lexicon = Lexicon.learn([*SEEN, ("dansend", "dansend", "VERB")], COUNTS)
    assert lexicon.only("dansend", "VERB") is None


def test_more_speaks_for_a_lemma_that_was_seen() -> None:
    lexicon = Lexicon.learn(SEEN, COUNTS)
    order = ["school", "basisschool", "kelder", "eens"]
    assert sorted(order, key=lambda lemma: -lexicon.speaks_for(lemma, "NOUN")) == order
    assert lexicon.speaks_for("eens", "NOUN") < 0
    assert lexicon.speaks_for("zwemmen", "VERB") > 0  # a strong verb


def test_what_was_learnt_is_stored(tmp_path: Path) -> None:
    lexicon = Lexicon.learn(SEEN, COUNTS)
    lexicon.save(tmp_path / "lexicon.json")
    again = Lexicon.load(tmp_path / "lexicon.json")
    assert (again.lemmas, again.forms, again.words) == (lexicon.lemmas, lexicon.forms, lexicon.words)
    assert vars(again.parts) == vars(lexicon.parts)


def test_what_calls_for_a_preposition_is_kept(tmp_path: Path) -> None:
    Lexicon.learn(SEEN, COUNTS, {"op": {"rekenen": 2.1}}).save(tmp_path / "lexicon.json")
    lexicon = Lexicon.load(tmp_path / "lexicon.json")
    assert lexicon.calls_for("rekenen", "op") == 2.1
    assert lexicon.calls_for("rekenen", "in") == lexicon.calls_for("dansen", "op") == 0
