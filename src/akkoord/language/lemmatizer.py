"""The lemma of a form in its sentence: what spelling rules allow, what is known of words, what the network thinks.

A form that treebanks show with one lemma only has that. Verbs, nouns and adjectives have one of those that
`inflection` gives for their fine tag; how likely the network's edit scripts make each and what the lexicon says
for it decides. Other words have the lemma of the likeliest script that fits.
"""

import math
from functools import lru_cache

from akkoord.language.dictionary import lemma_of
from akkoord.language.inflection import lemmas
from akkoord.language.lemmas import VERBS, apply_script, script_of
from akkoord.language.lexicon import Lexicon
from akkoord.language.network import Floats

REMEMBERED = 200_000  # words and lemmas
FIRST = 3  # letters of a name that its lemma shares
WORDS = {
    "NOUN": ("N",),
    "PROPN": ("N",),
    "ADJ": ("ADJ", "TW"),
    "VERB": ("WW",),
    "AUX": ("WW",),
}  # fine tags by part of speech
OPEN = frozenset({"NOUN", "ADJ", "VERB"})  # parts of speech that new words come to
INFLECTED = frozenset({"mv", "gen"})  # traits of names that are not their own lemma
UNLIKELY = -4.0  # logits of a lemma below the best: of one that no script gives, and the least
LATER = 0.7  # logits lost for each lemma that the rules put before
DICTIONARY = 5.0  # logits for the lemma that a dictionary has for the form
SAME = 2.0  # logits lost by an inflected form as its own lemma
AGAINST = 7.0  # logits lost by the network's lemma where the rules give others

UNSTRESSED = str.maketrans("áéíóú", "aeiou")  # marks of stress, which no lemma has: "vóór"

Option = tuple[str, int, float]


class Lemmas:
    """Lemmas by rules, lexicon and network, their parts marked with underscores. What was found is remembered."""

    def __init__(self, scripts: list[str], lexicon: Lexicon) -> None:
        self._scripts = scripts
        self._numbers = {script: number for number, script in enumerate(scripts)}
        self._keeping, self._lowering = (
            [number for script, number in self._numbers.items() if script[-1] in cases]
            for cases in ("k", "fl")
        )
        self._lexicon = lexicon
        self._apply = lru_cache(maxsize=REMEMBERED)(apply_script)
        self._split = lru_cache(maxsize=REMEMBERED)(lexicon.parts.split)
        self._options = lru_cache(maxsize=REMEMBERED)(self._found)
        self._speaks_for = lru_cache(maxsize=REMEMBERED)(lexicon.speaks_for)

    def shown(self, forms: list[str], upos: list[str], tags: list[str], logits: Floats) -> list[str]:
        """The lemma of each word as its form shows it; `tags` are the fine ones."""
        return [
            self._lexicon.only(form, tag)
            or self._lexicon.only(form.translate(UNSTRESSED), tag)
            or self._best(form, tag, fine, logits[i])
            for i, (form, tag, fine) in enumerate(zip(forms, upos, tags, strict=True))
        ]

    def _best(self, form: str, upos: str, tag: str, logits: Floats) -> str:
        likeliest = self._likeliest(form, upos, tag, logits)
        options = self._options(form, upos, tag)
        if not options:
            return likeliest
        least = float(logits.max()) + UNLIKELY
        chances = [max(least, float(logits[script])) if script >= 0 else least for _, script, _ in options]
        top = max(chances)
        # of two that differ in their capital alone, the one that the network's other scripts would make
        keeps = logits[self._keeping].max(initial=-math.inf) >= logits[self._lowering].max(initial=-math.inf)
        best, _, lemma = max(
            (chance - top + credit, lemma.islower() != keeps, lemma)
            for chance, (lemma, _, credit) in zip(chances, options, strict=True)
        )
        against = self._speaks_for(likeliest, upos)
        return likeliest if against > 0 and against - AGAINST > best else lemma

    def _found(self, form: str, upos: str, tag: str) -> list[Option]:
        """The lemmas that rules give, each with the number of its script and what speaks for it."""
        if tag.partition("|")[0] not in WORDS.get(upos, ()):
            return []
        if upos == "PROPN" and INFLECTED.isdisjoint(tag.split("|")):
            return []
        found, low = [], form.lower()
        listed = lemma_of(low)
        for place, lemma in enumerate(lemmas(low, tag)):
            loss = LATER * place + (SAME if place and lemma == low else 0)
            for cased in dict.fromkeys((_cased(lemma, form), lemma)):
                script = self._numbers.get(script_of(form, cased), -1)
                credit = DICTIONARY if lemma == listed else 0.0
                found.append((cased, script, self._speaks_for(cased, upos) + credit - loss))
                if "-" in form or upos == "PROPN":
                    break
        return found

    def _likeliest(self, form: str, upos: str, tag: str, logits: Floats) -> str:
        """The lemma that scripts and lexicon make likeliest, of those nearly as likely as the best that fits."""
        if upos == "PROPN" and INFLECTED.isdisjoint(tag.split("|")):
            return self._name(form)
        fitting, best, least = form, -math.inf, -math.inf
        for script in (-logits).argsort().tolist():
            logit = float(logits[script])
            if logit < least:
                break
            lemma = self._apply(form, self._scripts[script])
            if "|=" in self._scripts[script] and upos in OPEN:
                continue  # learned by heart, of one word
            if lemma and _can_be(lemma, form, upos):
                least = max(least, logit + UNLIKELY)
                if (score := logit + self._speaks_for(lemma, upos)) > best:
                    fitting, best = lemma, score
        return fitting

    def _name(self, form: str) -> str:
        """A name as it is written, or as it is known where all of it stands in capitals."""
        title = form.title()
        known = (
            form.isupper()
            and form != title
            and self._lexicon.is_name(title)
            and not self._lexicon.is_name(form)
        )
        return title if known else form

    def whole(self, shown: list[str], upos: list[str], particles: dict[int, str]) -> list[str]:
        """Lemmas with their parts; `particles` are those that stand apart from their verbs, by the verbs' places."""
        return [
            self._split(lemma, tag, particles.get(i))
            for i, (lemma, tag) in enumerate(zip(shown, upos, strict=True))
        ]


def _cased(lemma: str, form: str) -> str:
    """A lemma with the capitals of the letters that it shares with the form's beginning."""
    same = 0
    while same < min(len(lemma), len(form)) and lemma[same] == form[same].lower():
        same += 1
    return form[:same] + lemma[same:]


def _can_be(lemma: str, form: str, upos: str) -> bool:
    """Whether a word of this kind can have such a lemma: verbs have infinitives, names begin as they are written."""
    if upos == "PROPN":
        return lemma[:FIRST] == form[:FIRST]
    return upos not in VERBS or lemma.endswith("n")
