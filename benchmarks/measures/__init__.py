"""What the benchmarks measure with: test data read, and scores of what was found against it."""

from measures.grammar import Found, Scores, compare, of_docs, of_sentences
from measures.names import Name, Named, NameScore, held_names, joined, name_score, testa

__all__ = [
    "Found", "Name", "NameScore", "Named", "Scores",
    "compare", "held_names", "joined", "name_score", "of_docs", "of_sentences", "testa",
]  # fmt: skip
