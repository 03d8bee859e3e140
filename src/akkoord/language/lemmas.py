"""Lemmas as edit scripts: what to do with a form to get its lemma, so that a tagger learns it for any word.

UD Dutch writes the parts of compounds and particle verbs with an underscore: `basis_niveau`, `op_nemen`. That
isn't learnt word by word. A script leads to the lemma as it stands in the word (`basisniveau`, `opnemen`);
`Parts` knows which parts words are made of and puts the underscores in; and the particle of a verb that stands
apart comes from the parse.
"""

from collections import Counter
from collections.abc import Iterable

from akkoord.language.dictionary import is_word

PARTICIPLE = "ge"
VERBS = frozenset({"VERB", "AUX"})
COMPOUNDED = frozenset({"NOUN", "ADJ"})
SHORTEST = 3  # letters of a part of a compound: shorter ones are found in any word
LONGEST = 100  # letters of a word that may have parts; anything longer is no word
SEPARABLE = frozenset(
    {"aan", "af", "bij", "in", "mee", "na", "neer", "op", "terug", "toe", "uit"}
)  # in any verb
LONG = 6  # letters of a word that may be the last part without being known as a noun
COMMON = 2  # band of words from which a compound is likely to stand in a dictionary, so to stay whole
SEEN = 1  # band of words from which a word may be the first part of a compound
FRONT = 3  # how much more a compound says about its first part than that part standing alone


def script_of(form: str, lemma: str) -> str:
    """The shortest script from form to lemma: `variant|letters to drop at the end|letters to add|case`.

    The variant takes a "ge" away, at the front (`g`) or inside (`i`), as participles need.
    """
    _, variant, drop, add = min(
        (drop + len(add) + 2 * bool(variant), variant, drop, add)
        for variant, base in _variants(form)
        for drop, add in [_tail(base, lemma)]
    )
    return f"{variant}|{drop}|{add}|{_case(form, variant, drop, add, lemma)}"


def apply_script(form: str, script: str) -> str | None:
    """The lemma that a script makes of a form; none where it doesn't fit the form."""
    variant, number, add, case = script.split("|", 3)
    base, drop = dict(_variants(form)).get(variant), int(number)
    if base is None or drop > len(base):
        return None
    lemma = base[: len(base) - drop] + add
    if case.startswith("="):
        return case[1:]
    if case == "l":
        lemma = lemma.lower()
    elif case == "f":
        lemma = lemma[:1].lower() + lemma[1:]
    return lemma or None


def _variants(form: str) -> list[tuple[str, str]]:
    found, low = [("", form)], form.lower()
    if len(low) == len(form):
        inside = low.find(PARTICIPLE, 1)
        if low.startswith(PARTICIPLE) and len(form) > 4:
            found.append(("g", form[2:]))
        if 0 < inside < len(form) - 4:
            found.append(("i", form[:inside] + form[inside + 2 :]))
    return found


def _tail(base: str, lemma: str) -> tuple[int, str]:
    same = 0
    for a, b in zip(base, lemma, strict=False):
        if a.lower() != b.lower():
            break
        same += 1
    return len(base) - same, lemma[same:].replace("|", "")


def _case(form: str, variant: str, drop: int, add: str, lemma: str) -> str:
    """How the letters kept change: `k` not, `f` the first to lower case, `l` all; else the lemma itself."""
    for case in "kfl":
        if apply_script(form, f"{variant}|{drop}|{add}|{case}") == lemma:
            return case
    return "=" + lemma


def surface(form: str, lemma: str, upos: str) -> str:
    """The lemma as the form shows it: no underscores, linking letters kept, a separated particle left out."""
    parts = lemma.split("_")
    if len(parts) == 1 or not all(parts):
        return lemma
    first = "".join(parts[:-1])
    if upos in VERBS:
        return (
            "".join(parts) if form.lower().startswith(first.lower()) and len(form) > len(first) else parts[-1]
        )
    start = _start_of_last(form, parts[-1])
    return form[:start] + parts[-1] if start else "".join(parts)


def _start_of_last(form: str, last: str) -> int:
    """Where the last part of a compound begins in the form: the longest match that reaches near its end."""
    low, wanted, best = form.lower(), last.lower(), (0, 0)
    for start in range(1, len(low)):
        size = 0
        while start + size < len(low) and size < len(wanted) and low[start + size] == wanted[size]:
            size += 1
        if size > max(1, best[0]) and start + size >= len(low) - 4:
            best = (size, start)
    return best[1]


class Parts:
    """Which words are made of which parts, learnt from treebanks.

    `whole` maps a surface lemma to its parts where treebanks show them and the rules would say otherwise;
    `fronts` maps the front of a compound, as written, to the lemma of that part; `nouns` and `verbs` are
    the lemmas that can be a last part; `particles` are those of verbs.
    """

    def __init__(
        self,
        whole: dict[str, str],
        fronts: dict[str, str],
        nouns: Iterable[str],
        verbs: Iterable[str],
        particles: Iterable[str],
        words: dict[str, int] | None = None,
    ) -> None:
        self.whole, self.fronts = whole, fronts
        self.nouns, self.verbs, self.particles = frozenset(nouns), frozenset(verbs), frozenset(particles)
        self.words = words or {}

    @classmethod
    def learn(cls, words: Iterable[tuple[str, str, str]], bands: dict[str, int] | None = None) -> "Parts":
        """Learn from (form, lemma, upos) triples of treebanks; `bands` say how often words are seen."""
        seen: dict[str, Counter[str]] = {}
        fronts: dict[str, Counter[str]] = {}
        nouns: Counter[str] = Counter()
        verbs: Counter[str] = Counter()
        particles: Counter[str] = Counter()
        for form, lemma, upos in words:
            parts = lemma.split("_")
            shown = surface(form, lemma, upos)
            if upos in VERBS:
                verbs[parts[-1]] += 1
                if len(parts) == 2:
                    particles[parts[0]] += 1
                elif shown == lemma:
                    seen.setdefault(shown, Counter())[lemma] += 1
            elif upos in COMPOUNDED:
                nouns[parts[-1].lower()] += 1
                seen.setdefault(shown.lower(), Counter())[lemma] += 1
                if len(parts) == 1 and upos == "NOUN":
                    fronts.setdefault(form.lower(), Counter())[lemma] += 1
                elif len(parts) == 2 and (start := _start_of_last(form, parts[-1])):
                    fronts.setdefault(form[:start].lower().rstrip("-"), Counter())[parts[0]] += FRONT
        known = cls(
            {},
            {front: _common(counts) for front, counts in sorted(fronts.items())},
            {noun for noun in nouns if len(noun) >= SHORTEST},
            {verb for verb in verbs if len(verb) > SHORTEST},
            {particle for particle, n in particles.items() if n > 1},
            bands,
        )
        for shown, counts in sorted(seen.items()):
            lemma = _common(counts)
            upos = "VERB" if shown in known.verbs else "NOUN"
            if known.split(shown, upos).lower() != lemma.lower():
                known.whole[shown] = lemma
        return known

    def stored(self) -> dict[str, object]:
        """What it takes to make these again."""
        stored: dict[str, object] = {"whole": self.whole, "fronts": self.fronts}
        return stored | {
            "nouns": sorted(self.nouns),
            "verbs": sorted(self.verbs),
            "particles": sorted(self.particles),
        }

    def split(self, lemma: str, upos: str, apart: str | None = None) -> str:
        """The lemma with its parts. `apart` is the particle that stands elsewhere in the sentence."""
        if len(lemma) > LONGEST:
            return lemma
        if upos in VERBS:
            if apart and apart.lower() in self.particles:
                return f"{apart.lower()}_{lemma}"
            return self.whole.get(lemma) or self._verb(lemma)
        if upos not in COMPOUNDED:
            return lemma
        known = self.whole.get(lemma.lower())
        if known and known.lower().replace("_", "")[:1] == lemma[:1].lower():
            return known
        return lemma if self.words.get(lemma.lower(), 0) >= COMMON else self._compound(lemma)

    def composed(self, lemma: str, upos: str) -> bool:
        """Whether this is made of known parts."""
        if len(lemma) > LONGEST:
            return False
        if upos in VERBS:
            return "_" in self._verb(lemma)
        return upos in COMPOUNDED and (lemma.lower() in self.whole or "_" in self._compound(lemma))

    def _verb(self, lemma: str) -> str:
        for size in range(len(lemma) - SHORTEST, 1, -1):
            particle, verb = lemma[:size], lemma[size:]
            if particle in self.particles and (
                verb in self.verbs or (particle in SEPARABLE and verb.endswith("en") and is_word(verb))
            ):
                return f"{particle}_{verb}"
        return lemma

    def _compound(self, lemma: str) -> str:
        low = lemma.lower()
        if "-" in lemma and lemma.rpartition("-")[2][:1].isupper():
            return lemma
        for start in range(SHORTEST - 1, len(low) - SHORTEST + 1):
            if self._ends(low[start:]) and (front := self._front(lemma[:start])):
                return f"{front}_{lemma[start:]}"
        front, _, back = lemma.rpartition("-")
        plain = len(front) > 1 and len(back) > 2 and back.islower()
        return f"{front.replace('-', '_')}_{back}" if plain else lemma

    def _ends(self, last: str) -> bool:
        return last in self.nouns or (
            len(last) >= LONG and (self.words.get(last, 0) >= SEEN or is_word(last))
        )

    def _front(self, front: str) -> str | None:
        """The lemma of a first part as written: known, or known without its linking letter."""
        written = front.rstrip("-")
        for form in (written, written.removesuffix("s")):
            found = self.fronts.get(form.lower())
            if found and len(form) >= SHORTEST:
                return found
        for form in (written, written.removesuffix("s")):
            if len(form) > SHORTEST and self.words.get(form.lower(), 0) >= SEEN:
                return form
        return None


def _common(counts: Counter[str]) -> str:
    """The commonest, the first in the alphabet of equals."""
    return min(counts, key=lambda key: (-counts[key], key))
