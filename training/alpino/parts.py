"""The universal part of speech of every word of a tree.

The treebank's own parts of speech are coarse and, in fixed expressions, those of the whole; word lists and
the structure decide the rest. A word in a fixed expression gets what it is elsewhere in the treebank.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from training.alpino import words as w
from training.alpino.tree import Node
from training.alpino.verbs import auxiliary

NUMBER = re.compile(r"[\d½¼¾][\d.,:/½-]*")
ORDINAL = re.compile(r"\d+(?:e|ste|de)")
PAST_PARTICIPLE = re.compile(r"(?:[a-z]{2,5})?ge(.{2,}?)(?:dd?|tt?|en)")
PARTICLES = {
    "ADV": "terug weg samen tegemoet voort uiteen bijeen thuis ineen terecht vooruit overeen omver",
    "NOUN": "plaats deel kennis adem teleur vorm prijs les stuk blijk",
    "ADJ": "vrij bekend dicht stil los kwijt vol open leeg vast raak klaar kapot gelijk schuldig goed gereed",
    "ADP": "uit op aan af toe in over voor mee door bij na achter tegen rond om onder langs heen binnen neer",
}
PARTICLE = {word: tag for tag, words in PARTICLES.items() for word in words.split()}


class PartsOfSpeech:
    """Tags words by what the whole treebank shows of them."""

    def __init__(self, trees: Iterable[Node]) -> None:
        self.elsewhere: dict[str, Counter[str]] = defaultdict(Counter)
        self.participles: set[str] = set()
        self.infinitives: set[str] = set()
        self.stems: set[str] = set()
        self.nouns: set[str] = set()
        for tree in trees:
            for leaf in tree.words():
                self._learn(leaf)

    def _learn(self, leaf: Node) -> None:
        word = leaf.word.lower()
        if leaf.pos == "verb":
            self.stems.add(leaf.root.replace("_", ""))
            if leaf.up.cat == "ppart" or leaf.rel == "vc":
                self.participles.add(word)
            if leaf.up.cat == "inf" and word.endswith("n"):
                self.infinitives.add(word)
        if leaf.pos == "noun":
            self.nouns.add(word)
        if leaf.rel not in ("mwp", "svp"):
            self.elsewhere[word][leaf.pos] += 1

    def tag(self, leaf: Node) -> str:
        """The universal tag of one word."""
        special = getattr(self, f"_{leaf.pos}", None)
        if leaf.rel == "mwp" and leaf.pos != "punct":
            return self._in_multiword(leaf)
        return str(special(leaf)) if special else "X"

    def _punct(self, leaf: Node) -> str:
        return "PUNCT"

    def _det(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if word in w.POSSESSIVES:
            return "PRON"
        if word in w.DETERMINERS:
            return self._determiner(leaf, word)
        if _is_number(word):
            return "NUM"
        return "PROPN" if leaf.word[0].isupper() else "DET"

    def _determiner(self, leaf: Node, word: str) -> str:
        if leaf.rel == "det" or word in w.ARTICLES or (leaf.rel == "hd" and leaf.up.cat == "detp"):
            return "DET"
        if leaf.rel == "mod" and leaf.up.cat == "detp":
            return "ADV"
        return "PRON"

    def _noun(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if _is_number(word):
            return "NUM"
        if word in w.PLACE_PRONOUNS:
            return "PRON" if leaf.rel in ("pobj1", "sup") else "ADV"
        if word in w.PRONOUNS and not _is_name(leaf):
            return "PRON"
        if word in ("anderen", "ander", "andere"):
            return "ADJ"
        if word in w.SYMBOLS:
            return "SYM"
        if word in w.ADVERBS_AS_NOUNS:
            return "ADV"
        if word in w.ABBREVIATIONS or word.endswith("-"):
            return "X"
        if self._is_infinitive(leaf, word):
            return "VERB"
        named = word in w.MONTHS or word in w.WEEKDAYS or word in w.TITLES or _is_name(leaf)
        return "PROPN" if named else "NOUN"

    def _is_infinitive(self, leaf: Node, word: str) -> bool:
        """Is it an infinitive used as a noun? Those have the verb's stem (`het bouwen`: `bouw`)."""
        if leaf.root == word or leaf.root not in self.stems or not word.endswith("n"):
            return False
        determiner = leaf.up.get("det") if leaf.rel == "hd" else None
        if determiner is not None:
            return determiner.word.lower() in ("het", "dit", "dat", "'t")
        return leaf.root not in self.nouns

    _pron = _noun

    def _name(self, leaf: Node) -> str:
        return "PROPN"

    def _verb(self, leaf: Node) -> str:
        return "AUX" if auxiliary(leaf) else "VERB"

    def _adj(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if word in w.ADVERBS_AS_ADJECTIVES:
            return "ADV"
        if word in ("enige", "ene", "minste"):
            return "PRON"
        if leaf.rel == "det":
            return "DET"
        if leaf.rel == "crd":
            return "CCONJ"
        if leaf.rel == "cmp" or word == "zoals":
            return "SCONJ"
        return "VERB" if self._is_participle(word) else "ADJ"

    def _is_participle(self, word: str) -> bool:
        if word in w.ADJECTIVES_LIKE_PARTICIPLES:
            return False
        bare = word[:-1] if word.endswith("e") else word
        single = bare[:-1] if bare.endswith(("dd", "tt")) else bare
        if {word, bare, bare + "d", bare + "t", single} & self.participles:
            return True
        if bare.endswith(("aand", "oend", "iend")):
            return any(bare[i:-1] in self.infinitives for i in range(len(bare) - 3))
        if bare.endswith("end"):
            return bool(_stems(bare[:-3]) & self.stems)
        past = PAST_PARTICIPLE.fullmatch(bare)
        return past is not None and bool(_stems(past[1]) & self.stems)

    def _adv(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if leaf.rel == "crd":
            return "CCONJ"
        if leaf.rel == "cmp":
            return "SCONJ"
        if word in ("wat", "elk", "ieder"):
            return "PRON"
        if word == "'s":
            return "DET"
        if word in w.NOUNS_AS_ADVERBS:
            return "NOUN"
        if word in w.ADJECTIVES_AS_ADVERBS:
            return "ADJ"
        if word in w.LOCATIONS:
            return "ADP"
        if self._is_participle(word):
            return "VERB"
        if word in w.INTERJECTIONS and leaf.up.cat in ("du", "top", "conj"):
            return "INTJ"
        return "X" if word in w.ABBREVIATIONS else "ADV"

    def _prep(self, leaf: Node) -> str:
        if leaf.root in ("als", "zoals"):
            return "SCONJ"
        if leaf.root == "gezien":
            return "VERB"
        return "ADV" if leaf.root == "aldus" else "ADP"

    def _pp(self, leaf: Node) -> str:
        return "ADV"

    def _comp(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if word in w.ABBREVIATIONS:
            return "X"
        if word in ("namelijk", "echter", "evenwel", "immers"):
            return "ADV"
        if word in w.COORDINATORS and not (word in ("of", "dus") and leaf.rel == "cmp"):
            return "CCONJ"
        return "ADP" if word in w.PREPOSITIONS - {"behalve", "behoudens", "sinds", "sedert"} else "SCONJ"

    def _comparative(self, leaf: Node) -> str:
        return "SCONJ"

    def _vg(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if word == "/":
            return "SYM"
        return "SCONJ" if word in ("als", "dan") else "CCONJ"

    def _num(self, leaf: Node) -> str:
        word = leaf.word.lower()
        if leaf.word == "-":
            return "SYM"
        if ORDINAL.fullmatch(word) or (
            word not in w.DETERMINERS and re.search(r"(?:ste|[^n]de|rde|nde)$", word)
        ):
            return "ADJ"
        if word in w.SYMBOLS:
            return "SYM"
        if word in ("allemaal", "allebei"):
            return "ADV"
        if word in w.COLLECTIVES:
            return "NOUN"
        if word in w.DETERMINERS - {"een", "zoveel"}:
            return "DET" if leaf.rel == "det" or leaf.up.cat == "detp" else "PRON"
        return "NUM"

    def _part(self, leaf: Node) -> str:
        word = leaf.word.lower()
        return PARTICLE.get(word) or self._by_word(leaf, word)

    _fixed = _part

    def _tag(self, leaf: Node) -> str:
        word = leaf.word.lower()
        return "CCONJ" if word in w.COORDINATORS else "INTJ"

    def _in_multiword(self, leaf: Node) -> str:
        word = leaf.word.lower()
        before = next((c.word.lower() for c in leaf.up.children if c.end == leaf.begin), "")
        certain = _in_expression(leaf, word, before)
        if certain:
            return certain
        named = leaf.pos in ("noun", "det", "name") and any(c.word[:1].isupper() for c in leaf.up.children)
        if named and (leaf.word[0].isupper() or word in w.NAME_LINKS or not self.elsewhere[word]):
            return "PROPN"
        if before in w.ARTICLES | w.PREPOSITIONS and {"noun", "verb"} <= set(self.elsewhere[word]):
            return "NOUN"
        return self._by_word(leaf, word)

    def _by_word(self, leaf: Node, word: str) -> str:
        """The tag of a word whose own part of speech is that of the expression around it."""
        classes = (
            (w.ARTICLES | {"'s"}, "DET"),
            (w.PREPOSITIONS, "ADP"),
            ({"en", "of", "maar"}, "CCONJ"),
            ({"als", "dan"} if leaf.up.rel != "mod" else {"als"}, "SCONJ"),
            (w.PLACE_PRONOUNS, "ADV"),
            ({"eerst", "best", "meest", "laatst", "algemeen", "bijzonder"}, "ADJ"),
            ({"min", "wel", "niet"}, "ADV"),
        )
        for listed, tag in classes:
            if word in listed:
                return tag
        usual = [
            pos for pos, _ in self.elsewhere[word].most_common() if pos not in ("part", "fixed", "punct")
        ]
        if not usual:
            return "VERB" if word in self.infinitives else "NOUN"
        stand_in = Node(leaf.begin, leaf.end, "mod", pos=usual[0], root=leaf.root, word=leaf.word)
        return self.tag(stand_in)


def _in_expression(leaf: Node, word: str, before: str) -> str:
    """The tag of a word that its place in an expression decides; else nothing."""
    around = leaf.up
    if word in w.SYMBOLS or (len(word) == 1 and not word.isalnum()):
        return "SYM"
    if word in w.ABBREVIATIONS:
        return "X"
    if around.rel == "mod" and len(around.children) == 2 and word in ("meer", "minder", "dan"):
        return "SCONJ" if word == "dan" and before else "PRON"
    if around.rel == "crd" and not before:
        return "CCONJ"
    if around.rel == "cmp" and word == "zij":
        return "VERB"
    if word in w.MONTHS or word in w.WEEKDAYS:
        return "PROPN"
    return "NUM" if _is_number(word) and (word != "een" or before in ("half", "en")) else ""


def _is_number(word: str) -> bool:
    return bool(NUMBER.fullmatch(word)) or word in w.NUMERALS


def _is_name(leaf: Node) -> bool:
    """Stems of names keep their capital; of some compounds only the last part is the stem (`Herestraat`)."""
    if leaf.root[:1].isupper():
        return True
    compound = leaf.word[:1].isupper() and leaf.begin > 0 and leaf.word.lower().endswith(leaf.root)
    return compound and leaf.word.lower() != leaf.root and "-" not in leaf.word


def _stems(stem: str) -> set[str]:
    """How the treebank may write the stem of a verb whose infinitive is this with `en`."""
    voiceless = {"v": "f", "z": "s"}
    forms = {stem, re.sub(r"([aeou])([^aeiou])$", r"\1\1\2", stem)}
    if len(stem) > 2 and stem[-1] == stem[-2]:
        forms.add(stem[:-1])
    return forms | {form[:-1] + voiceless[form[-1]] for form in forms if form and form[-1] in voiceless}
