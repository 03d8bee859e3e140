"""The lexicon of the Dutch pipeline: which words there are, which are made of which parts, what they call for."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from akkoord.language.attachment import CALLED_FOR, CASE
from akkoord.language.conllu import Sentence
from akkoord.language.lexicon import Called, Lexicon

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ADJUNCT = "obl"
DOUBTED = (0.4, 1.6)  # objects and adjuncts of which each pair is taken to have been seen that many more


def build(sentences: Iterable[Sentence], articles: Path, path: Path) -> None:
    """Write `lexicon.json` as `akkoord.language.lexicon` reads it: from treebanks, and words of articles."""
    trees = list(sentences)
    triples = [(w.form, w.lemma, w.upos) for s in trees for w in s.words]
    seen = Counter(form.lower() for form, _, _ in triples if WORD.fullmatch(form))
    for line in articles.read_text(encoding="utf-8").splitlines():
        seen.update(word.lower() for word in WORD.findall(json.loads(line)["text"]))
    Lexicon.learn([triple for triple in triples if triple[1] != "_"], seen, called(trees)).save(path)


def called(sentences: Iterable[Sentence]) -> Called:
    """By preposition, the lemmas that were seen with it before an object, with the log odds of that.

    They count from those of a pair that was never seen.
    """
    objects, adjuncts = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for sentence in sentences:
        prepositions = {w.head: w.form.lower() for w in reversed(sentence.words) if w.deprel == CASE}
        for place, word in enumerate(sentence.words, 1):
            if word.deprel in (CALLED_FOR, ADJUNCT) and word.head and place in prepositions:
                head = sentence.words[word.head - 1]
                lemma = head.lemma.replace("_", "") or head.form.lower()
                counts = objects if word.deprel == CALLED_FOR else adjuncts
                counts[prepositions[place], lemma] += 1
    found: Called = {}
    for (preposition, lemma), count in sorted(objects.items()):
        odds = (count + DOUBTED[0]) / (adjuncts[preposition, lemma] + DOUBTED[1])
        unseen = DOUBTED[0] / DOUBTED[1]
        found.setdefault(preposition, {})[lemma] = round(math.log(odds / unseen), 1)
    return found
