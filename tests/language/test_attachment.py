import numpy as np
import pytest

from akkoord.language.attachment import Attachment, Words

DEPREL = ["root", "nsubj", "obj", "obl", "obl:arg", "case", "punct", "compound:prt"]


def chosen(
    forms: str,
    arcs: dict[tuple[int, int], float],
    relations: dict[tuple[int, str], float],
    called: dict[tuple[str, str], float] | None = None,
    doubtful: dict[tuple[int, str, int], float] | None = None,
) -> list[tuple[int, str]]:
    """The head (0 the root) and relation of each word, by logits: `arcs` of (word, head), `relations` of words.

    `doubtful` are those of (word, relation, head).
    """
    words = forms.split()
    size = len(words)
    scores = np.zeros((size, size + 1), np.float32)
    labels = np.zeros((size, len(DEPREL), size + 1), np.float32)
    for (word, head), score in arcs.items():
        scores[word - 1, head] = score
    for (word, relation), score in relations.items():
        labels[word - 1, DEPREL.index(relation)] = score
    for (word, relation, head), score in (doubtful or {}).items():
        labels[word - 1, DEPREL.index(relation), head] = score
    known = Words(words, words, ["VERB" if word.isalpha() else "PUNCT" for word in words])
    attachment = Attachment(DEPREL, lambda lemma, preposition: (called or {}).get((lemma, preposition), 0.0))
    heads, numbers = attachment.choose(scores, labels, known)
    return [(head, DEPREL[number]) for head, number in zip(heads.tolist(), numbers.tolist(), strict=True)]


def test_a_head_has_one_subject() -> None:
    arcs = {(1, 2): 9, (2, 0): 9, (3, 2): 9}
    found = chosen("zij ziet hem", arcs, {(1, "nsubj"): 9, (1, "obj"): 2, (3, "nsubj"): 5.5, (3, "obj"): 5})
    assert found == [(2, "nsubj"), (0, "root"), (2, "obj")]


def test_arc_and_relation_are_chosen_together() -> None:
    arcs = {(1, 0): 9, (2, 1): 9, (3, 1): 4, (3, 2): 4.2}
    relations = {(2, "obj"): 9, (3, "obl"): 9}
    assert chosen("leest brieven thuis", arcs, relations)[2] == (2, "obl")
    doubtful = {(3, "nsubj", 2): 9.0}
    assert chosen("leest brieven thuis", arcs, relations, doubtful=doubtful)[2] == (1, "obl")


def test_arcs_seldom_cross() -> None:
    arcs = {(1, 0): 9, (2, 4): 9, (3, 1): 5, (3, 2): 4.8, (4, 1): 9}
    found = chosen("a b c d", arcs, {(2, "obl"): 9, (3, "obl"): 9, (4, "obl"): 9})
    assert [head for head, _ in found] == [0, 4, 2, 1]


@pytest.mark.parametrize(
    ("called", "relation"),
    [({}, "obl"), ({("rekent", "op"): 2.0}, "obl:arg"), ({("rekent", "in"): 2.0}, "obl")],
)
def test_a_verb_calls_for_a_preposition(called: dict[tuple[str, str], float], relation: str) -> None:
    arcs = {(1, 2): 9, (2, 0): 9, (3, 4): 9, (4, 2): 9}
    relations = {(1, "nsubj"): 9, (3, "case"): 9, (4, "obl"): 6, (4, "obl:arg"): 5}
    assert chosen("Tim rekent op steun", arcs, relations, called)[3] == (2, relation)


def test_a_verb_with_its_particle_calls_for_a_preposition() -> None:
    arcs = {(1, 0): 9, (2, 1): 9, (3, 4): 9, (4, 1): 9}
    relations = {(2, "compound:prt"): 9, (3, "case"): 9, (4, "obl"): 6, (4, "obl:arg"): 5}
    found = chosen("legt af tegen haar", arcs, relations, {("aflegt", "tegen"): 2.0})
    assert found[3] == (1, "obl:arg")
    assert chosen("legt af tegen haar", arcs, relations, {("legt", "tegen"): 2.0})[3] == (1, "obl")


def test_a_mark_hangs_by_the_rule_where_the_network_is_in_doubt() -> None:
    arcs = {(1, 2): 9, (2, 0): 9, (3, 1): 5.5, (3, 2): 5}
    relations = {(1, "nsubj"): 9, (3, "punct"): 9}
    assert chosen("zij wacht .", arcs, relations)[2] == (2, "punct")
    assert chosen("zij wacht .", arcs | {(3, 1): 8}, relations)[2] == (1, "punct")


def test_marks_alone_have_a_tree() -> None:
    assert chosen("- -", {(1, 0): 9, (2, 1): 9}, {(2, "punct"): 9}) == [(0, "root"), (1, "punct")]
