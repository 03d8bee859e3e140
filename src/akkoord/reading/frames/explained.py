"""What a sentence only says again: "Zij eist dat Oslo neutraal blijft. Dat houdt in dat het buiten de unie blijft."

A verb of meaning whose subject points back tells nothing new: what hangs on it is wanted, planned or possible as what
the sentence before tells is. Takes grammar; gives predicates.
"""

from collections.abc import Iterator

from akkoord.reading.frames.grammar import ROOT, Grammar
from akkoord.reading.frames.operators import operators

BACK = frozenset({"dat", "dit", "zulks"})  # words that stand for what was said before
CLAUSES = ("ccomp", "csubj", "xcomp", "obl:arg", "advcl")


def explained(grammar: Grammar, verb: int) -> int | None:
    """The predicate of the sentence before, which a verb only explains; none where it does no such thing."""
    if grammar.lemmas[verb] not in operators().explaining:
        return None
    if not any(grammar.low[subject] in BACK for subject in grammar.has(verb, "nsubj", "nsubj:pass")):
        return None
    before = grammar.sentence(verb).start - 1
    if before < 0:
        return None
    return next((word for word in grammar.sentence(before) if grammar.heads[word] == ROOT), None)


def explanations(grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Predicates with those of the clauses that explain them."""
    for verb in range(grammar.size):
        predicate = explained(grammar, verb)
        if predicate is not None:
            yield from ((predicate, clause) for clause in grammar.has(verb, *CLAUSES))
