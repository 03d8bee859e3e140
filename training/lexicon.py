"""The lexicon of the Dutch pipeline: which words there are, and which are made of which parts."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from akkoord.language.conllu import Sentence
from akkoord.language.lemmas import Parts, surface

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
OFTEN = 2  # times that a word of running text must be seen: what is seen once is often a slip


def build(sentences: Iterable[Sentence], articles: Path, path: Path) -> None:
    """Write `lexicon.json` as `akkoord.language.lemmas.Parts` reads it: from treebanks, and words of articles."""
    triples = [(w.form, w.lemma, w.upos) for s in sentences for w in s.words]
    parts = Parts.learn([triple for triple in triples if triple[1] != "_"])
    lemmas = {surface(*triple).lower() for triple in triples if triple[1] != "_"}
    seen = Counter(form.lower() for form, _, _ in triples)
    for line in articles.read_text(encoding="utf-8").splitlines():
        seen.update(word.lower() for word in WORD.findall(json.loads(line)["text"]))
    words = lemmas | {word for word, count in seen.items() if count >= OFTEN and WORD.fullmatch(word)}
    Parts(parts.whole, parts.fronts, parts.nouns, parts.verbs, parts.particles, words).save(path)
