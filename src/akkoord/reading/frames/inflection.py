"""The forms of the lexicon's verbs, so that a verb is known whatever lemma a tagger gives to a form it never saw.

Takes infinitives; gives every form with the verbs that it may be of. Regular forms follow the spelling rules of Dutch,
strong ones stand in `akkoord.language`. Where rules leave open whether a vowel is long, both forms are given.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from akkoord.language.inflection import strong_verbs
from akkoord.reading.frames.lexicon import frame_lexicon

LEMMAS = 20_000  # verbs whose forms are remembered
VOWELS = frozenset("aeiou")
VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "c")
UNSEPARATED = ("be", "ge", "her", "ont", "ver", "er", "mis", "over", "onder", "weer", "door", "vol", "om")
DEVOICED = {"v": "f", "z": "s"}
TREMA = {"e": "ë", "i": "ï"}


def forms_of_all(verbs: Iterable[str]) -> dict[str, str]:
    """Every form of some verbs (`op_nemen`, `praten`) with the verb, without underscore, that it is of.

    An infinitive is its own verb's; of two verbs that share another form, the one named first keeps it.
    """
    listed = list(verbs)
    found = {verb.replace("_", ""): verb.replace("_", "") for verb in listed}
    for verb in listed:
        particle, _, simple = verb.rpartition("_")
        for form in forms(simple):
            found.setdefault(particle + form, particle + simple)
    return found


@lru_cache(LEMMAS)
def forms_of(verb: str) -> frozenset[str]:
    """The forms of one verb, and of a particle verb those without its particle too."""
    return frozenset(forms_of_all([verb, verb.rpartition("_")[2]])) if verb else frozenset()


def forms(verb: str) -> Iterator[str]:
    """The forms of a verb without particle, participles with and without -e."""
    yield verb
    prefix, strong = _strong(verb)
    regular = stems(verb)
    if strong is None:
        for stem in regular:
            yield from _weak(verb, stem)
        return
    singular, plural, participle, *present = strong
    if prefix and participle.startswith("ge") and prefix != "ge":
        participle = participle[2:]
    for form in present or _present(regular):
        yield prefix + form if present else form
    yield from (prefix + singular, prefix + plural, prefix + participle, prefix + participle + "e")


def _strong(verb: str) -> tuple[str, tuple[str, ...] | None]:
    """The prefix of a verb and the forms of the strong verb that it ends in."""
    known = strong_verbs()
    if verb in known:
        return "", known[verb]
    for prefix in UNSEPARATED:
        if verb.startswith(prefix) and verb[len(prefix) :] in known:
            return prefix, known[verb[len(prefix) :]]
    return "", None


def stems(verb: str) -> list[str]:
    """What is left of an infinitive without -en, spelled as a word: "praat", "eis", "zeg"."""
    if not verb.endswith("en"):
        return [verb.removesuffix("n")]
    base = verb[:-2]
    if len(base) > 1 and base[-1] == base[-2] and base[-1] not in VOWELS:
        return [base[:-1]]
    last = DEVOICED.get(base[-1], base[-1]) if base else ""
    short = base[:-1] + last
    if (
        len(base) > 1
        and base[-1] not in VOWELS
        and base[-2] in VOWELS
        and (len(base) < 3 or base[-3] not in VOWELS)
    ):
        return [base[:-1] + base[-2] + last, short]
    return [short]


def singulars(noun: str) -> list[str]:
    """What a noun may be the plural of, or the plural's stem: "gesprekken" and "gesprekk" of "gesprek"."""
    if noun.endswith("en"):
        return [*stems(noun), noun.removesuffix("n")]
    if len(noun) > 3 and noun[-1] == noun[-2] and noun[-1] not in VOWELS:
        return [noun[:-1]]
    return [noun.removesuffix("s").removesuffix("'")] if noun.endswith("s") else []


def _present(regular: list[str]) -> list[str]:
    return [form for stem in regular for form in (stem, _third(stem))]


def _third(stem: str) -> str:
    return stem if stem.endswith("t") else stem + "t"


def _weak(verb: str, stem: str) -> Iterator[str]:
    """Present, past and participle of a regular verb."""
    ending = "t" if verb.removesuffix("en").endswith(VOICELESS) else "d"
    yield from (stem, _third(stem), f"{stem}{ending}e", f"{stem}{ending}en")
    closed = stem if stem.endswith(ending) else stem + ending
    participles = [_with_ge(closed), closed] if verb.startswith(UNSEPARATED) else [_with_ge(closed)]
    for participle in participles:
        yield participle
        yield f"{participle}e" if closed != stem else f"{participle}{ending}e"


def _with_ge(form: str) -> str:
    """The participle's "ge"; a vowel after it that would be read with it has a trema."""
    return "ge" + TREMA.get(form[0], form[0]) + form[1:]


@cache
def known_verbs() -> dict[str, str]:
    """Every form of the verbs of the lexicon and of the strong ones, with the verb; of each verb its infinitive too."""
    lexicon = frame_lexicon()
    frames = [(frame.lemma, frame.pos) for found in lexicon.frames.values() for frame in found]
    sayings = [(saying.lemma, saying.pos) for found in lexicon.sayings.values() for saying in found]
    heads = {lemma.split()[-1] for lemma, pos in (*frames, *sayings) if pos in ("verb", "phrase")}
    verbs = {word for word in heads if word.endswith("n")}
    simple = {verb.rpartition("_")[2] for verb in verbs}
    return forms_of_all([*strong_verbs(), *sorted(simple), *sorted(verbs - simple)])
