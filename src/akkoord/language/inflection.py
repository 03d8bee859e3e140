"""What a Dutch form may be a form of, by spelling rules: the lemmas that a verb, noun or adjective can have.

Takes forms in small letters and fine tags of the Dutch treebanks (`WW|pv|verl|ev`); gives lemmas without
underscores, the likelier by rule first. Which of them are words is for others to know. Forms that no rule gives
stand in `strong_verbs.toml` and `irregular.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

VOWELS = "aeiouyáéíóúàèäëïöüê"
VOICED = {"f": "v", "s": "z"}
DEVOICED = {"v": "f", "z": "s"}
PREFIXES = (
    "be",
    "ge",
    "her",
    "ont",
    "ver",
    "er",
    "mis",
    "over",
    "onder",
    "weer",
    "door",
    "vol",
    "om",
    "aan",
    "voor",
)
TREMA = str.maketrans("ëïöü", "eiou")
LONG = re.compile(r"(aa|ee|oo|uu)([^aeiouy])$")
OPEN = re.compile(r"(?:^|[^aeiouy]|[eiu](?=a)|u(?=e)|[ei](?=o))([aeou])([^aeiouywxj])$")
HIATUS = re.compile(r"(ë)([^aeiouy])$")
SHORT = re.compile(r"(?:^|[^aeiouy]|qu|[iy])([aeiou])([^aeiouywxj])$")
UNSTRESSED = re.compile(r"[aeiouy].*[^aeiouy](?:e[lrnm]|i[gkst])$")
DENTAL = re.compile(r"[aeiouylnr]d$|[aeiouylnrscpfhk]t$")
DOUBLED = re.compile(r"([^aeiouy])\1$")
PRESENT = re.compile(r"(?<=[eë])nd(?:en?|s)?$|(?<=aa)nd(?:en?|s)?$")
LATIN = {"a": ("um",), "i": ("us", "o")}
DIMINUTIVES = (("nkje", "ng"), ("etje", ""), ("pje", ""), ("tje", ""), ("kje", ""), ("je", ""))


@cache
def strong_verbs() -> dict[str, tuple[str, ...]]:
    """Past singular, past plural and participle of each strong verb, and its stem and third person where irregular."""
    return {verb: tuple(forms.split()) for verb, forms in _table("strong_verbs")["verbs"].items()}


def _table(name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        (files("akkoord.language") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    )
    return found


@cache
def _strong(place: int) -> dict[str, list[str]]:
    """Forms of strong verbs with the verbs, by what they are: 0 and 1 past, 2 participle, 3 present."""
    found: dict[str, list[str]] = {}
    for verb, forms in strong_verbs().items():
        for form in forms[3:] if place == 3 else forms[place : place + 1]:
            found.setdefault(form, []).append(verb)
    return found


@cache
def irregular(kind: str) -> dict[str, str]:
    """Forms that are no form by rule, with their lemmas: of `nouns`, `adjectives` or `numerals`."""
    return _table("irregular")[kind]


def lemmas(form: str, tag: str) -> tuple[str, ...]:
    """The lemmas that a form with this fine tag may have; none where the rules have no say."""
    word, *traits = tag.split("|")
    if word == "WW":
        found = _of_verb(form, traits)
    elif word == "N":
        found = _of_noun(form, traits)
    elif word == "ADJ":
        found = _of_adjective(form, traits)
    elif word == "TW" and "rang" in traits:
        found = _of_ordinal(form)
    else:
        return ()
    return tuple(dict.fromkeys(lemma for lemma in found if lemma))


def _of_verb(form: str, traits: list[str]) -> Iterator[str]:
    yield from _by_end(form, irregular("verbs"))
    if traits[0] == "inf":
        yield form.removesuffix("de")
        if form.endswith("ë"):
            yield form
    elif traits[0] in ("vd", "od"):
        present = [form[: found.start() + 1] for found in PRESENT.finditer(form)]
        past = [lemma for bare in _bare(form, traits) for lemma in _of_participle(bare)]
        yield from (past + present if traits[0] == "vd" else present or past)
    elif "verl" in traits:
        yield from _of_past(form, "mv" in traits)
    elif "mv" in traits:
        yield form
    else:
        yield from _of_present(form, "met-t" in traits)


def _bare(form: str, traits: list[str]) -> Iterator[str]:
    """A participle without the endings of an adjective."""
    if "mv-n" in traits and form.endswith("en"):
        form = form[:-1]
    if ("met-e" in traits or "mv-n" in traits) and form.endswith("e"):
        yield form[:-1]
        if DOUBLED.search(form[:-1]):
            yield form[:-2]
        if form[:-1].endswith(("d", "t")) and (long := OPEN.search(form[:-1])):
            yield form[:-2] + long[1] + long[2]
    else:
        yield form


def _after(form: str, ends: dict[str, list[str]], fronts: Iterable[str] | None = None) -> Iterator[str]:
    """Verbs of the longest known end of a form, after a prefix or particle."""
    for start in range(len(form) - 1):
        front = form[:start]
        if form[start:] in ends and start != 1 and (fronts is None or front.endswith(tuple(fronts))):
            yield from (front + verb for verb in ends[form[start:]])
            return


def _of_present(form: str, third: bool) -> Iterator[str]:
    yield from _after(form, _strong(3))
    if form.endswith("t") and (third or form.endswith("dt")):
        yield from infinitives(form[:-1])
    yield from infinitives(form)


def _of_past(form: str, plural: bool) -> Iterator[str]:
    yield from _after(form, _strong(int(plural)))
    stem = form.removesuffix("n") if plural else form
    if stem.endswith("te"):
        yield from infinitives(stem[:-2], voiced=False)
    elif stem.endswith("de"):
        yield from infinitives(stem[:-2], voiced=True)


def _of_participle(form: str) -> Iterator[str]:
    yield from _after(form, _strong(2))
    yield from _after(form, _bare_participles(), PREFIXES)
    for base in _without_ge(form):
        if base.endswith("en"):
            yield base
        elif base.endswith(("d", "t")):
            yield from infinitives(base[:-1], voiced=base.endswith("d"))
            if DENTAL.search(base):
                yield from infinitives(base)
        elif base.endswith(("aan", "ien")):
            yield base


@cache
def _bare_participles() -> dict[str, list[str]]:
    return {form[2:]: verbs for form, verbs in _strong(2).items() if form.startswith("ge")}


def _without_ge(form: str) -> Iterator[str]:
    """The participle without "ge", at its front or after a particle; as it is where a prefix stands for it."""
    for place in [found.start() for found in re.finditer("ge", form) if found.start() != 1]:
        rest = form[place + 2 :]
        if len(rest) > 2:
            yield form[:place] + rest[0].translate(TREMA) + rest[1:]
    yield form


def infinitives(stem: str, voiced: bool | None = None) -> Iterator[str]:
    """The infinitives of a stem as it is spelled alone: "zet", "leef"; `voiced` where its ending shows that."""
    if len(stem) < 2:
        return
    if stem[-1] in VOWELS:
        yield from _of_vowel(stem)
        return
    if stem.endswith("ieer"):
        yield stem[:-4] + "iëren"
    ends = [stem[-1]]
    if stem[-1] in VOICED and not DOUBLED.search(stem):
        usual = voiced if voiced is not None else bool(LONG.search(stem) or stem[-1] == "f")
        other = VOICED[stem[-1]]
        ends = [other, stem[-1]] if usual else [stem[-1], other]
        ends = ends if voiced is None else ends[:1]
    if LONG.search(stem):
        yield from (stem[:-2] + end + "en" for end in ends)
    elif SHORT.search(stem):
        doubled, single = stem + stem[-1] + "en", [stem[:-1] + end + "en" for end in ends]
        yield from (*single, doubled) if UNSTRESSED.search(stem) else [doubled]
    else:
        yield from (stem[:-1] + end + "en" for end in ends)


def _of_vowel(stem: str) -> tuple[str, ...]:
    if stem[-1] in "iy" and stem[-2] in VOWELS:
        return (stem + "en",)
    return stem + ("an" if stem.endswith("a") else "n"), stem + "ën"


def stems(base: str) -> Iterator[str]:
    """What a word was before an ending that begins with a vowel: "benen" without -en is of "been"."""
    if DOUBLED.search(base):
        yield base[:-1]
        return
    last = DEVOICED.get(base[-1:], base[-1:])
    short = base[:-1] + last
    if OPEN.search(base):
        long = base[:-1] + base[-2] + last
        yield from (short, long) if UNSTRESSED.search(base) else (long, short)
    elif HIATUS.search(base):
        yield from (base[:-2] + "ee" + last, base[:-1] + "e" + last)
    else:
        yield short


def _of_noun(form: str, traits: list[str]) -> Iterator[str]:
    if "dim" in traits:
        yield from _of_diminutive(form.removesuffix("s") if "mv" in traits else form)
    elif "mv" in traits:
        yield from _of_plural(form)
    else:
        yield form
        if "gen" in traits:
            yield form.removesuffix("s").removesuffix("'")
        if "dat" in traits and form.endswith("e"):
            yield from stems(form[:-1])


def _of_plural(form: str) -> Iterator[str]:
    yield from _by_end(form, irregular("nouns"))
    if form.endswith("heden"):
        yield form[:-5] + "heid"
    elif form.endswith("ën"):
        yield form[:-2]
        yield form[:-2] + "e"
    elif form.endswith("en"):
        base = form[:-2]
        yield from stems(base)
        yield base + "e"
        if base.endswith("er"):
            yield from stems(base[:-2])
    elif form.endswith("'s"):
        yield form[:-2]
    elif form.endswith("s"):
        yield form[:-1]
        if form.endswith("jes"):
            yield from _of_diminutive(form[:-1])
    for latin in LATIN.get(form[-1:], ()):
        yield form[:-1] + latin
    yield form


def _by_end(form: str, known: dict[str, str]) -> Iterator[str]:
    for start in range(len(form) - 1):
        if form[start:] in known and start != 1:
            yield form[:start] + known[form[start:]]
            return


def _of_diminutive(form: str) -> Iterator[str]:
    for end, instead in DIMINUTIVES:
        if form.endswith(end):
            base = form[: -len(end)] + instead
            if end == "etje":
                yield from stems(base)
            elif end == "tje" and re.search(r"(aa|ee|oo|uu)$", base):
                yield base[:-1]
            if base:
                yield base
    yield form


def _of_adjective(form: str, traits: list[str]) -> Iterator[str]:
    yield from _by_end(form, irregular("adjectives"))
    if "mv-n" in traits:
        form = form.removesuffix("n")
    if "met-s" in traits:
        form = form.removesuffix("s")
    if "sup" in traits:
        for end in ("ste", "st"):
            if form.endswith(end):
                yield form.removesuffix(end)
                yield form.removesuffix(end) + "s"
    elif "comp" in traits:
        form = form.removesuffix("e")
        if form.endswith("rder"):
            yield form[:-3]
        if form.endswith("er"):
            yield from stems(form[:-2])
    elif len(form) > 1 and form.endswith("e") and ("met-e" in traits or "mv-n" in traits):
        yield from _without_e(form[:-1])
        return
    yield form


def _without_e(base: str) -> Iterator[str]:
    """What an adjective was before its -e; one that has a short vowel in an open syllable has no stress on it."""
    found = list(stems(base))
    yield from found[:1] if OPEN.search(base) and not UNSTRESSED.search(base) else found


def _of_ordinal(form: str) -> Iterator[str]:
    yield from _by_end(form, irregular("numerals"))
    form = form.removesuffix("n")
    for end in ("ste", "de", "e"):
        if form.endswith(end):
            yield form.removesuffix(end)
            return
