"""Lemmas as far as the treebank's stems make them certain, in the spelling of the Dutch treebanks.

The stem of a verb leads to its infinitive by spelling rules; where these leave a choice, the treebank's own
infinitives and plurals decide. A particle stands before it (`op_nemen`), also where the sentence parts the two.
Stems of nouns and adjectives are their lemmas unless they may be compounds, diminutives or degrees. Everything
else has no lemma here (`_`): it can be learnt from less.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from training.alpino.tree import Node

UNKNOWN = "_"
IRREGULAR = {
    "ben": "zijn",
    "kan": "kunnen",
    "mag": "mogen",
    "zal": "zullen",
    "wil": "willen",
    "heb": "hebben",
    "kom": "komen",
    "weet": "weten",
    "bevat": "bevatten",
}
VOICED = {"f": "v", "s": "z"}
VOWEL_ENDING = ("ga", "sta", "sla", "doe", "zie")
OPEN_SYLLABLE = re.compile(r"(.*[^aeiou])?([aeou])\2([^aeiou])")
SHORT_VOWEL = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
DEGREES = ("er", "st")


class Lemmas:
    """Lemmas by what the whole treebank shows of verbs and nouns."""

    def __init__(self, trees: Iterable[Node]) -> None:
        self.plurals: dict[str, set[str]] = defaultdict(set)
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.nouns: set[str] = set()
        self.particles: set[str] = set()
        for tree in trees:
            for leaf in tree.words():
                self._learn(leaf)

    def _learn(self, leaf: Node) -> None:
        word = leaf.word.lower()
        if leaf.pos == "verb" and leaf.root.islower():
            stem = leaf.root.split("_")[0]
            self.forms[stem].add(word)
            if word.endswith("n"):
                self.plurals[stem].add(word)
        elif leaf.pos == "noun" and leaf.root.islower():
            self.nouns.add(leaf.root)
        elif leaf.pos == "part":
            self.particles.add(word)

    def of(self, leaf: Node, upos: str) -> str:
        """The lemma of a word with its universal part of speech, or `_`."""
        if upos in ("VERB", "AUX"):
            return self._verb(leaf, upos) if leaf.pos == "verb" else UNKNOWN
        if upos == "NOUN" and leaf.pos == "noun" and leaf.rel != "mwp":
            return self._noun(leaf)
        if upos == "ADJ" and leaf.pos == "adj" and leaf.rel != "mwp":
            return self._adjective(leaf)
        return UNKNOWN

    def _verb(self, leaf: Node, upos: str) -> str:
        stem = leaf.root.split("_")[0]
        infinitive = self._infinitive(stem)
        unseen = (
            stem == leaf.word.lower() and stem.endswith(("t", "n")) and infinitive not in self.plurals[stem]
        )
        if infinitive is None or unseen:
            return UNKNOWN
        return "_".join([*self._particle(leaf, stem), infinitive]) if upos == "VERB" else infinitive

    def _particle(self, leaf: Node, stem: str) -> list[str]:
        """The particle inside the word, or apart from it in the clause."""
        word = leaf.word.lower()
        for size in range(len(word) - 2, 1, -1):
            rest = word[size:]
            fits = rest in self.forms[stem] or rest.startswith(("ge" + stem[0], "te" + stem[0]))
            if word[:size] in self.particles and fits and not stem.startswith(word[:size]):
                return [word[:size]]
        apart = [c.word.lower() for c in leaf.up.all("svp") if c.pos == "part"]
        return apart if leaf.rel == "hd" and len(apart) == 1 else []

    def _infinitive(self, stem: str) -> str | None:
        base = next((s for s in VOWEL_ENDING if stem.endswith(s)), "")
        if stem in IRREGULAR or base:
            spelling = {"ga": "gaan", "sta": "staan", "sla": "slaan"}.get(base, base + "n")
            return IRREGULAR.get(stem) or stem.removesuffix(base) + spelling
        if stem.endswith("e"):  # a past tense that stands as its own stem
            return None
        possible = _spellings(stem)
        seen = possible & self.plurals[stem]
        if len(seen) == 1:
            return seen.pop()
        return possible.pop() if len(possible) == 1 else None

    def _noun(self, leaf: Node) -> str:
        word, root = leaf.word.lower(), leaf.root
        inflected = root == word and word.endswith(("en", "s", "je"))
        if not root.islower() or inflected or root.endswith("je") or word[:2] != root[:2]:
            return UNKNOWN
        return UNKNOWN if self._may_be_compound(root) else root

    def _may_be_compound(self, noun: str) -> bool:
        for size in range(3, len(noun) - 2):
            first = noun[:size]
            known = {first, first.removesuffix("s"), first.removesuffix("en"), first.removesuffix("e")}
            if noun[size:] in self.nouns and known & self.nouns:
                return True
        return len(noun) > 11

    def _adjective(self, leaf: Node) -> str:
        root = leaf.root
        word = leaf.word.lower()
        degree = root.endswith(DEGREES) or (root.lower() == word and root.endswith("e"))
        doubtful = degree or not root.isalpha() or len(root) > 11 or word[:2] != root.lower()[:2]
        return UNKNOWN if doubtful else root


def _spellings(stem: str) -> set[str]:
    """The infinitives that a stem may have."""
    drawn = OPEN_SYLLABLE.fullmatch(stem)
    if drawn:
        stem = stem[:-2] + stem[-1]
    elif SHORT_VOWEL.fullmatch(stem):
        return {stem + stem[-1] + "en"}
    forms = {stem + "en"}
    if not drawn and re.search(r"[^aeiou][aeiou][^aeiouwxy]$", stem):
        forms.add(stem + stem[-1] + "en")
    if stem[-1] in VOICED and not stem.endswith(("ff", "ss")):
        forms.add(stem[:-1] + VOICED[stem[-1]] + "en")
    return forms
