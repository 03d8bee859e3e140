"""The lexicon of the Dutch pipeline: which words are made of which parts, learnt from the treebanks."""

from collections.abc import Iterable
from pathlib import Path

from akkoord.language.conllu import Sentence
from akkoord.language.lemmas import Parts


def build(sentences: Iterable[Sentence], path: Path) -> None:
    """Write `lexicon.json` as `akkoord.language.lemmas.Parts` reads it."""
    Parts.learn((w.form, w.lemma, w.upos) for s in sentences for w in s.words).save(path)
