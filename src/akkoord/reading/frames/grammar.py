"""The grammar of a parsed text as plain lists: what the interpreter of the frames walks on.

Takes a Doc with Universal Dependencies; gives its words (white space is none) with forms, lemmas, parts of speech,
relations, heads and dependents, numbered through the text. It knows no frame.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from spacy.tokens import Doc

from akkoord.reading.frames.inflection import forms_of, known_verbs

ROOT = -1
CLAUSES = frozenset({
    "ROOT", "root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis", "conj",
})  # fmt: skip
INFINITIVES = frozenset({"xcomp", "ccomp", "obl:arg", "advcl"})
LED_AWAY = frozenset({"op", "aan"})
OPENING = frozenset({"dat", "of"})
RELATIVES = frozenset({"die", "dat", "wie", "welk", "welke", "wat"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"obl", "obl:arg", "obj", "nmod"})


class Grammar:
    """The words of a text; lists run in parallel, `heads` holds -1 for the root of a sentence.

    Lemmas are in lower case without the underscores that UD Dutch puts between the parts of a word, and a
    particle that stands apart is joined to its verb: `op_nemen`, `opnemen` and `neem ... op` are one key. A verb
    whose form is none of its lemma gets the lemma that the lexicon knows the form of.
    """

    def __init__(self, doc: Doc) -> None:
        rows = doc.to_array(["HEAD", "DEP", "POS", "LEMMA", "MORPH"])
        places = [token.i for token in doc if not token.is_space]
        number = {place: n for n, place in enumerate(places)}
        offsets = rows[:, 0].astype("int64").tolist()
        strings = doc.vocab.strings
        self.places = places
        self.forms = [doc[i].text for i in places]
        self.low = [form.lower() for form in self.forms]
        self.deps = [strings[int(rows[i, 1])] for i in places]
        self.tags = [strings[int(rows[i, 2])] for i in places]
        self.feats = [strings[int(rows[i, 4])] for i in places]
        self.heads = [number.get(i + offsets[i], ROOT) if offsets[i] else ROOT for i in places]
        self.children: list[list[int]] = [[] for _ in places]
        for word, head in enumerate(self.heads):
            if head != ROOT:
                self.children[head].append(word)
        self.lemmas = [self._key(n, strings[int(rows[i, 3])] or self.forms[n]) for n, i in enumerate(places)]
        self.starts = [number[s.start + _blanks(doc, s.start)] for s in doc.sents if _has_words(s)]
        self.first = frozenset(self.starts)
        self.size = len(places)
        self._blank = [not i or doc[i - 1].is_space or bool(doc[i - 1].whitespace_) for i in places]

    def _key(self, word: int, lemma: str) -> str:
        key = key_of(lemma)
        if self.tags[word] not in VERBAL and "VerbForm" not in self.feats[word]:
            return key
        known, form = known_verbs(), self.low[word]
        simple = lemma.rpartition("_")[2].lower()
        if form in known and (known.get(simple) != simple or form not in forms_of(lemma)):
            key = known[form]
        if any(
            self._is_no_particle(child) and key == self.low[child] + simple for child in self.children[word]
        ):
            key = simple
        particle = self._particle(word, key)
        return particle + key if particle and not key.startswith(particle) else key

    def _particle(self, word: int, key: str) -> str:
        """The particle that stands apart from a verb; one with words of its own is none ("in ruil voor")."""
        for child in self.children[word]:
            if self.deps[child] == "compound:prt" and not self._is_no_particle(child):
                return self.low[child]
        return self._led_away(word, key) if self.is_finite(word) else ""

    def _is_no_particle(self, word: int) -> bool:
        return self.deps[word] == "compound:prt" and bool(self.children[word])

    def _led_away(self, word: int, key: str) -> str:
        """A particle taken for part of what comes after it: "riep hen op | het hoofd koel te houden"."""
        for child in self.children[word]:
            if child > word and self.deps[child] in INFINITIVES and self.is_infinitive(child):
                for at in range(word + 1, child - 1):
                    particle = self.low[at]
                    own = particle in LED_AWAY and self.low[at + 1] != "te"
                    if own and particle + key in known_verbs():
                        return particle
            particle = self._before_clause(word, child)
            if particle and particle + key in known_verbs():
                return particle
        return ""

    def _before_clause(self, verb: int, clause: int) -> str:
        """A word that was taken for a preposition of the clause behind it: "houdt in | dat zij vertrekken"."""
        own = self.children[clause]
        opening = {word for word in own if self.deps[word] == "mark" and self.low[word] in OPENING}
        found = (self.low[at] for at in own if verb < at and self.deps[at] == "case" and at + 1 in opening)
        return next(found, "")

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of each word's sentence."""
        found, at = [], -1
        starts = set(self.starts)
        for word in range(self.size):
            at += word in starts or word == 0
            found.append(at)
        return found

    def sentence(self, word: int) -> range:
        """The words of the sentence that a word stands in."""
        number = self.sentence_of[word]
        return range(self.starts[number], self.ends[number])

    @cached_property
    def ends(self) -> list[int]:
        """Where each sentence ends."""
        return [*self.starts[1:], self.size]

    def blank_before(self, word: int) -> bool:
        """Whether white space, or nothing, stands before a word."""
        return self._blank[word]

    def has(self, word: int, *deps: str) -> list[int]:
        """The dependents of a word in some relations, subtypes of a relation included where it has none itself."""
        return [c for c in self.children[word] if self.deps[c] in deps or self.deps[c].split(":")[0] in deps]

    def case(self, word: int) -> str:
        """The preposition before a phrase, or its first where it has several; else nothing."""
        for child in self.children[word]:
            if self.deps[child] == "case":
                return self.low[child]
        return ""

    def subtree(self, word: int) -> Iterator[int]:
        """A word and all that hangs on it, in no order."""
        waiting = [word]
        while waiting:
            at = waiting.pop()
            yield at
            waiting.extend(self.children[at])

    def with_conjuncts(self, word: int) -> list[int]:
        """A word and those coordinated with it."""
        return [word, *(c for c in self.children[word] if self.deps[c] == "conj")]

    def is_finite(self, word: int) -> bool:
        return "VerbForm=Fin" in self.feats[word]

    def is_past(self, word: int) -> bool:
        """Whether a verb stands in the simple past."""
        return self.is_finite(word) and "Tense=Past" in self.feats[word]

    def is_infinitive(self, word: int) -> bool:
        return "VerbForm=Inf" in self.feats[word]

    def is_passive(self, word: int) -> bool:
        return any(self.deps[c] in ("aux:pass", "nsubj:pass") for c in self.children[word])

    def tells_fact(self, verb: int) -> bool:
        """Whether a clause stands for a thing, so that it is told as a fact: "terugkomen op wat er besproken is"."""
        stands = self.deps[verb] in NOMINAL or bool(self.case(verb))
        return stands and self.tags[verb] in VERBAL and bool(self.has(verb, "nsubj"))

    def marks(self, word: int) -> Iterator[int]:
        """The conjunctions that open a clause; the first word of a fixed one stands for all."""
        return (c for c in self.children[word] if self.deps[c] == "mark")

    def arc(self, head: int, dependent: int) -> str:
        """An arc as a reader sees it: relation, governor, dependent."""
        return f"{self.deps[dependent]} {self.forms[head]} -> {self.forms[dependent]}"

    def text(self, words: range) -> str:
        return " ".join(self.forms[words.start : words.stop])


@lru_cache(maxsize=1)
def grammar_of(doc: Doc) -> Grammar:
    """The grammar of a parsed text; the last one is kept, since all that looks for frames asks for it in turn."""
    return Grammar(doc)


def key_of(lemma: str) -> str:
    """What a lemma is looked up by."""
    return lemma.replace("_", "").lower()


def _blanks(doc: Doc, start: int) -> int:
    at = start
    while doc[at].is_space:
        at += 1
    return at - start


def _has_words(sentence: object) -> bool:
    return any(not token.is_space for token in sentence)  # type: ignore[attr-defined]
