"""What is known of Dutch words: lemmas by kind, forms with their lemma, how often words are seen, parts of words."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from akkoord.language.inflection import strong_verbs
from akkoord.language.lemmas import VERBS, Parts, surface

KINDS = {"NOUN": "NOUN", "ADJ": "ADJ", "VERB": "VERB", "AUX": "VERB", "PROPN": "PROPN"}
KNOWN, COMPOSED, UNSEEN = 4.0, 3.0, -2.0  # what speaks for a lemma, in logits
BANDS = 5  # of words by how often they are seen: 2, 4, 8, 16, 32 times and more
EACH = 0.5  # for each band

Triple = tuple[str, str, str]
Called = dict[str, dict[str, float]]  # by preposition, then lemma


class Lexicon:
    """`lemmas` are those seen of each kind, `forms` those seen by part of speech, with their lemma if there is one.

    Lemmas are as their forms show them, without underscores; `parts` puts these in. `words` are
    running words in small letters with their band. `called` has the lemmas that call for a preposition, with the
    log odds of that.
    """

    def __init__(
        self,
        parts: Parts,
        lemmas: Mapping[str, Iterable[str]] | None = None,
        forms: dict[str, dict[str, str]] | None = None,
        words: Iterable[str] = (),
        called: Called | None = None,
    ) -> None:
        self.lemmas = {kind: frozenset(found) for kind, found in (lemmas or {}).items()}
        self.forms = forms or {}
        self.words = {word: band for band, line in enumerate(words, 1) for word in line.split()}
        self.called = called or {}
        self.parts = parts
        parts.words = self.words

    @classmethod
    def load(cls, path: Path) -> "Lexicon":
        """Read `lexicon.json` of a model folder."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(Parts(**stored.pop("parts")), **stored)

    @classmethod
    def learn(
        cls, triples: Iterable[Triple], counts: Counter[str], called: Called | None = None
    ) -> "Lexicon":
        """Learn from (form, lemma, upos) of treebanks, and words in small letters with how often they are seen.

        `called` is taken as it is.
        """
        lemmas: dict[str, set[str]] = {kind: set() for kind in KINDS.values()}
        forms: dict[str, dict[str, Counter[str]]] = {}
        known = [triple for triple in triples if triple[2] not in VERBS or triple[1].endswith("n")]
        for form, lemma, upos in known:
            shown = surface(form, lemma, upos)
            if upos in KINDS:
                lemmas[KINDS[upos]].add(shown)
            if upos != "PROPN":
                forms.setdefault(upos, {}).setdefault(form.lower(), Counter())[shown] += 1
        sure = {
            upos: {form: next(iter(seen)) if len(seen) == 1 else "" for form, seen in sorted(found.items())}
            for upos, found in sorted(forms.items())
        }
        words = _banded(counts)
        bands = {word: band for band, line in enumerate(words, 1) for word in line.split()}
        return cls(Parts.learn(known, bands), lemmas, sure, words, called)

    def save(self, path: Path) -> None:
        """Write `lexicon.json`."""
        lines: list[list[str]] = [[] for _ in range(BANDS)]
        for word, band in sorted(self.words.items()):
            lines[band - 1].append(word)
        stored = {
            "parts": self.parts.stored(),
            "lemmas": {kind: sorted(found) for kind, found in self.lemmas.items()},
            "forms": self.forms,
            "words": [" ".join(line) for line in lines],
            "called": self.called,
        }
        path.write_text(json.dumps(stored, ensure_ascii=False, indent=0), encoding="utf-8")

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return self.lemmas.get("VERB", frozenset()) | frozenset(strong_verbs())

    def only(self, form: str, upos: str) -> str | None:
        """The lemma of a form that was never seen with another."""
        return self.forms.get(upos, {}).get(form.lower()) or None

    def parts_of_speech(self, form: str) -> list[str]:
        """What a form was seen as; with a capital it can be a name as well."""
        low = form.lower()
        found = [upos for upos, forms in self.forms.items() if low in forms]
        return [*found, "PROPN"] if found and form != low else found

    def is_name(self, lemma: str) -> bool:
        """Whether this was seen as a name."""
        return lemma in self.lemmas.get("PROPN", frozenset())

    def calls_for(self, lemma: str, preposition: str) -> float:
        """How much speaks for a phrase with this preposition being the object of a word, in logits; 0 if unknown."""
        return self.called.get(preposition, {}).get(lemma, 0.0)

    def speaks_for(self, lemma: str, upos: str) -> float:
        """How much speaks for this being a lemma, in logits."""
        kind = KINDS.get(upos, upos)
        known = self._verbs if kind == "VERB" else self.lemmas.get(kind, frozenset())
        seen = self.words.get(lemma.lower(), 0)
        if lemma in known:
            return KNOWN + EACH * seen
        if self.parts.composed(lemma, upos):
            return COMPOSED + EACH * seen
        return EACH * seen if seen else UNSEEN


def _banded(counts: Counter[str]) -> list[str]:
    """Words by band, each band in one line."""
    lines: list[list[str]] = [[] for _ in range(BANDS)]
    for word, count in sorted(counts.items()):
        if count > 1:
            lines[min(BANDS, count.bit_length() - 1) - 1].append(word)
    return [" ".join(line) for line in lines]
