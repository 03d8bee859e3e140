"""What words have in common: their roots, the acts that they name, the names and numbers among them.

Takes words, gives keys to compare. It knows nothing of findings. Two words share a root where they begin with
the same letters after a participle's `ge-`: "erkende", "erkent" and "erkenning" all begin with "erken".
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from akkoord.reading.actors import fold

ROOT_LETTERS = 5
SHORTEST_ROOT = 4  # shorter words ("die", "van") tell nothing of what a sentence is about

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNITS = {"uur", "dagen", "dag", "weken", "week", "maanden", "maand", "jaar", "jaren", "minuten", "keer"}
_SMALL_NUMBERS = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "zeventig": 70, "tachtig": 80, "negentig": 90, "honderd": 100, "duizend": 1000,
}  # fmt: skip
_NUMBERED = re.compile(
    rf"(?<![\w.,-])(\d{{1,3}}(?:\.\d{{3}})+|\d+|{'|'.join(_SMALL_NUMBERS)})\s+(?:[a-z]+e\s+)?([a-zéëï]{{4,}})"
)
_ARTICLES = frozenset({"de", "het", "een"})


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """The first letters of a word, without accents and capitals, after a participle's `ge-`."""
    plain = fold(word).casefold()
    if plain.startswith("ge") and len(plain) > ROOT_LETTERS + 1:
        plain = plain[2:]
    return plain[:ROOT_LETTERS]


@lru_cache(maxsize=1 << 14)
def roots(text: str) -> frozenset[str]:
    """The roots of all words of a text that are long enough to tell what it is about; stop words left out."""
    found = (root(word) for word in _WORD.findall(text) if len(word) >= SHORTEST_ROOT)
    return frozenset(found) - stop_roots()


@lru_cache(maxsize=1 << 14)
def subject(text: str) -> frozenset[str]:
    """The roots of its words, and the acts that they name, without those that have a capital."""
    lower = [word for word in _WORD.findall(text) if word[0].islower() and len(word) >= SHORTEST_ROOT]
    named = frozenset(act for word in lower for act in acts(word))
    return (frozenset(map(root, lower)) | named) - stop_roots()


@lru_cache(maxsize=1 << 14)
def acts(trigger: str) -> frozenset[str]:
    """What the words of a trigger name: acts of `data/acts.toml` where they are known, else their roots."""
    found: set[str] = set()
    for word in _WORD.findall(trigger):
        named = _acts_of(fold(word).casefold())
        found |= named or ({root(word)} if len(word) >= SHORTEST_ROOT else set())
    return frozenset(found) - stop_roots()


def _acts_of(word: str) -> set[str]:
    """The acts of `data/acts.toml` that name a beginning of the word."""
    table, sizes = _act_table()
    return {act for size in sizes for act in table.get(word[:size], ())}


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without accents and case, in order."""
    return tuple((word if word.isascii() else fold(word)).casefold() for word in _WORD.findall(text))


def is_known(named: frozenset[str]) -> bool:
    """Whether some of these are acts of `data/acts.toml` and not mere roots."""
    return not named.isdisjoint(_data()["acts"])


def names(text: str) -> frozenset[str]:
    """The capitalised words of a text, articles left out, without accents and case."""
    return frozenset(fold(w).casefold() for w in _WORD.findall(text) if w[0].isupper()) - _ARTICLES


def numbers(text: str) -> dict[str, int]:
    """What a text counts: "zeventien doden" gives `{"doden": 17}`; of one thing counted twice, none."""
    found: dict[str, set[int]] = {}
    for count, noun in _NUMBERED.findall(text):
        value = _value(count)
        if value is not None and noun not in _UNITS:
            found.setdefault(noun, set()).add(value)
    return {noun: values.pop() for noun, values in found.items() if len(values) == 1}


def _value(count: str) -> int | None:
    digits = count.replace(".", "")
    return int(digits) if digits.isdigit() else _SMALL_NUMBERS.get(count)


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    text = (files("akkoord.dossier") / "data" / "acts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _act_table() -> tuple[dict[str, list[str]], tuple[int, ...]]:
    """The acts by the beginnings that name them, and the lengths of those."""
    table: dict[str, list[str]] = {}
    for act, starts in _data()["acts"].items():
        for start in starts:
            table.setdefault(start, []).append(act)
    return table, tuple(sorted(set(map(len, table))))


@cache
def stop_roots() -> frozenset[str]:
    """Roots of words that stand in any sentence."""
    return frozenset(word[:ROOT_LETTERS] for word in _data()["stop"]["words"])


@lru_cache(maxsize=1 << 14)
def denies(cue: str) -> bool:
    """Whether a cue of saying denies what follows: "ontkent", "sprak ... tegen", "weerspreekt"."""
    words = fold(cue).casefold().split()
    plain = " ".join(words)
    return any(
        plain.startswith(start) or any(word.startswith(start) for word in words)
        for start in _data()["deny"]["words"]
    ) or ("tegen" in words and any(word.startswith(("spr", "gespr")) for word in words))
