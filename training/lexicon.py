"""The lexicon of the Dutch pipeline: which words there are, and which are made of which parts."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from akkoord.language.conllu import Sentence
from akkoord.language.lexicon import Lexicon

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def build(sentences: Iterable[Sentence], articles: Path, path: Path) -> None:
    """Write `lexicon.json` as `akkoord.language.lexicon` reads it: from treebanks, and words of articles."""
    triples = [(w.form, w.lemma, w.upos) for s in sentences for w in s.words]
    seen = Counter(form.lower() for form, _, _ in triples if WORD.fullmatch(form))
    for line in articles.read_text(encoding="utf-8").splitlines():
        seen.update(word.lower() for word in WORD.findall(json.loads(line)["text"]))
    Lexicon.learn([triple for triple in triples if triple[1] != "_"], seen).save(path)
