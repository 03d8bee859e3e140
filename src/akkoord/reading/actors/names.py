"""Names as they are spelled: forms of Dutch nouns, and one key for all spellings of a transliterated name."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
)
_GENITIVE = re.compile(r"(?<=\w)(?:['’]s?|s)$")

# One sound, several transliterations: Dutch, English, German and French habits to one letter. Order matters.
_SOUNDS = (
    (re.compile(r"shch|sjtsj|schtsch"), "sc"),
    (re.compile(r"tsj|tsch|tch"), "c"),
    (re.compile(r"sch|sj|sh"), "s"),
    (re.compile(r"ch|kh"), "c"),
    (re.compile(r"zj|zh"), "z"),
    (re.compile(r"oe|ou"), "u"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"ie|i{2,}"), "i"),
    (re.compile(r"([b-df-hj-np-tv-z])\1+"), r"\1"),
)
_NOT_KEY = re.compile(r"[^\w\s]|_")
_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an"})  # of Arabic names, left out as often as written


def fold(text: str) -> str:
    """The text without accents and other marks, case kept: `Élysée` is `Elysee`."""
    if text.isascii():  # nearly all words, and the lexicon folds tens of thousands
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'")


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """What all spellings of one name have in common: `Zelensky`, `Zelenskyy` and `Zelenski` have one key."""
    spelled = fold(fold(name.casefold()).casefold()).replace("-", " ").replace("'", "")
    words = [_sounds(word) for word in _NOT_KEY.sub(" ", spelled).split()]
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


def without_genitive(word: str) -> str:
    """`Trumps` and `Netanyahu's` without their s; a word that ends in no s stays as it is."""
    return _GENITIVE.sub("", word)


def plurals(noun: str) -> tuple[str, ...]:
    """All forms that can be the plural of a Dutch noun; one of them is, the others are no words."""
    forms = [noun + "s", noun + "en", noun + "'s", noun + "n"]
    if noun.endswith("e"):
        forms += [noun[:-1] + "ën"]
    if doubled := re.search(r"[^aeiou][aeiou]([bcdfgklmnprst])$", noun):
        forms.append(noun + doubled[1] + "en")
    if long := re.search(r"(aa|ee|oo|uu)([b-df-hj-np-tv-z])$", noun):
        forms.append(noun[: long.start()] + long[1][0] + _voiced(long[2]) + "en")
    if noun.endswith(("f", "s")):
        forms.append(noun[:-1] + _voiced(noun[-1]) + "en")
    if noun.endswith("heid"):
        forms.append(noun[:-3] + "eden")
    return tuple(dict.fromkeys(forms))


def inflected(adjective: str) -> tuple[str, ...]:
    """The forms of an adjective in front of a noun: `Russisch`, `Russische`; `Chinees`, `Chinese`."""
    if adjective.endswith("e"):
        return (adjective,)
    long = re.search(r"(aa|ee|oo|uu)([lmnrs])$", adjective)
    return (adjective, f"{adjective[: long.start() + 1]}{long[2]}e" if long else adjective + "e")


def _voiced(consonant: str) -> str:
    return {"f": "v", "s": "z"}.get(consonant, consonant)


def _sounds(word: str) -> str:
    """All replacements again and again until none applies, so that a key is the key of itself."""
    while True:
        before = word
        for pattern, letter in _SOUNDS:
            word = pattern.sub(letter, word)
        if word == before:
            return word
