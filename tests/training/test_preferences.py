import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from training.preferences import Scored, fit

from akkoord.language.attachment import best_tree
from akkoord.language.preferences import Preferences, Tree

DEPREL = ["root", "obl", "nmod", "obj", "case"]
WORDS = ["ziet", "buren", "in", "tuinen"]
UPOS = ["VERB", "NOUN", "ADP", "NOUN"]


def sentence(by: float) -> Scored:
    """ "tuinen" hangs at the verb by so much rather than at the noun, where gold has it."""
    scores = np.full((4, len(DEPREL), 5), -20.0, np.float32)
    for word, head, relation in ((0, 0, "root"), (1, 1, "obj"), (2, 4, "case"), (3, 1, "obl")):
        scores[word, DEPREL.index(relation), head] = 0.0
    scores[3, DEPREL.index("nmod"), 2] = -by
    tree = Tree(WORDS, UPOS, [0, 1, 4, 1], ["root", "obj", "case", "obl"])
    return Scored(scores, tree, [(0, "root"), (1, "obj"), (4, "case"), (2, "nmod")])


def test_what_gold_prefers_is_learned() -> None:
    learned = fit([sentence(by) for by in (1.5, 1.0, 0.5, -2.0, -3.0)], DEPREL)
    one = sentence(1.2)
    before, _ = best_tree(one.scores)
    heads, relations = best_tree(Preferences(**learned).weighed(one.scores, one.tree, DEPREL))
    assert before[3] == 1
    assert (heads[3], DEPREL[relations[3]]) == (2, "nmod")
    assert learned["weights"]["nmod with in of NOUN"] > 0 > learned["weights"]["obl with in of VERB"]
