"""What the lexicon learns from trees."""

from training.lexicon import called

from akkoord.language.conllu import Sentence, Word


def sentence(verb: str, relation: str) -> Sentence:
    words = [
        Word("Tim", "Tim", head=2, deprel="nsubj"),
        Word("doet", verb, head=0, deprel="root"),
        Word("Op", "op", head=4, deprel="case"),
        Word("steun", "steun", head=2, deprel=relation),
    ]
    return Sentence("1", words)


def test_lemmas_call_for_prepositions_of_their_objects() -> None:
    trees = [sentence("re_kenen", "obl:arg")] * 3 + [
        sentence("wachten", "obl:arg"),
        sentence("slapen", "obl"),
    ]
    found = called([*trees, *[sentence("wachten", "obl")] * 2])
    assert found.keys() == {"op"}
    assert found["op"].keys() == {"rekenen", "wachten"}
    assert found["op"]["rekenen"] > found["op"]["wachten"] > 0
