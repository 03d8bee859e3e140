"""Looks through the frame files for entries that cannot be right, and names file, group and word of each."""

import re
from collections.abc import Collection, Iterator
from typing import Any, get_args

from akkoord.codebook import REALITIES, STANCES, AgreementStatus, TalkStatus, modes_of
from akkoord.reading.frames.frame import NEEDS, PREPOSITIONS, WORD_LISTS, Kind, Shape, is_role
from akkoord.reading.frames.lexicon import EVENT_FILES, read, read_tables, words_of

Groups = list[dict[str, Any]]

PARTICLES = frozenset({
    "aan", "achter", "af", "bekend", "bij", "bijeen", "binnen", "dank", "deel", "dicht", "door",
    "dwars", "eens", "gevangen", "goed", "groot", "hand", "in", "kapot", "klaar", "kwijt", "langs", "lastig",
    "leeg", "los", "mede", "mee", "na", "neer", "om", "onder", "op", "open", "over", "overeen", "plaats",
    "plat", "prijs", "samen", "schoon", "stand", "stil", "stop", "tegemoet", "tegen", "tekeer",
    "teleur", "tentoon", "terecht", "terug", "toe", "uit", "uiteen", "vast", "verder", "vol",
    "voor", "voort", "vrij", "waar", "weg", "zwart",
})  # fmt: skip
EVENT_FIELDS = frozenset({"mode", "actor", "recipient", "complement", "objects", "needs", *WORD_LISTS})
SAYING_FIELDS = frozenset({"kind", "source", "content", "addressee", *WORD_LISTS})
WANT_FIELDS = frozenset({"stances", "denied", "holder", "target", "needs", *WORD_LISTS})
CONDITION_FIELDS = frozenset({"shape", "cues", "requirement", "consequence", "strong"})

DEALINGS = {"agreements": get_args(AgreementStatus), "talks": get_args(TalkStatus)}

_LETTERS = r"[^\W\d_]"
_VERB = re.compile(rf"(?:({_LETTERS}+)_)?{_LETTERS}+n")
_NOUN = re.compile(rf"{_LETTERS}[\w-]*{_LETTERS}|{_LETTERS}")


def lint(files: dict[str, Groups] | None = None, known: Collection[str] | None = None) -> list[str]:
    """Every fault as `file.toml: group N: what is wrong`; without `files`, of the package's own.

    `known` are the lemmas of a Dutch lexicon; where given, a single word that it lacks is a fault.
    """
    names = (*EVENT_FILES, "sayings", "conditions", "wants")
    data = files if files is not None else {name: read(name) for name in names}
    faults = _dealings() if files is None else []
    for name, groups in data.items():
        for number, group in enumerate(groups, 1):
            faults += [f"{name}.toml: group {number}: {fault}" for fault in _group(name, group)]
            faults += [f"{name}.toml: group {number}: {fault}" for fault in _words(group, known)]
        faults += [f"{name}.toml: {fault}" for fault in _doubles(groups)]
    return faults


def _dealings() -> list[str]:
    """The faults of the files of agreements and talks, whose tables differ from those of the others."""
    faults: list[str] = []
    for name, statuses in DEALINGS.items():
        tables = read_tables(name)
        faults += [f"{name}.toml: {fault}" for fault in dealing_faults(tables, statuses)]
    return faults


def dealing_faults(tables: dict[str, Any], statuses: Collection[str]) -> Iterator[str]:
    """The faults of one such file: statuses that there are not, and words that stand twice in one role."""
    for table, groups in tables.items():
        for number, group in enumerate(groups if isinstance(groups, list) else (), 1):
            told = (group.get("status"), group.get("past"))
            yield from (f"{table} {number}: unknown status {s!r}" for s in told if s not in (None, *statuses))
    seen: dict[tuple[str, str], int] = {}
    for number, group in enumerate(tables["done"], 1):
        for key in ((role, word) for role in group["roles"] for word in group["words"]):
            if key in seen:
                yield f"done {number}: {key[1]!r} as {key[0]!r} stands already in done {seen[key]}"
            seen.setdefault(key, number)


def _group(name: str, group: dict[str, Any]) -> Iterator[str]:
    if name == "sayings":
        yield from _saying(group)
    elif name == "conditions":
        yield from _condition(group)
    elif name == "wants":
        yield from _want(group)
    elif name in EVENT_FILES:
        yield from _event(name, group)
    else:
        yield f"no event type is called {name.upper()}"


def _event(name: str, group: dict[str, Any]) -> Iterator[str]:
    yield from _fields(group, EVENT_FIELDS, ("actor", "recipient"))
    modes = modes_of(EVENT_FILES[name])
    if "mode" in group and group["mode"] not in modes:
        yield f"unknown mode {group['mode']!r}; {name.upper()} has {', '.join(modes) or 'none'}"
    if group.get("complement", "actual") not in REALITIES:
        yield f"unknown reality {group['complement']!r} of the complement"
    yield from _roles(group, "actor", "recipient")
    yield from (f"unknown need {n!r}" for n in group.get("needs", ()) if n not in NEEDS and not is_role(n))


def _saying(group: dict[str, Any]) -> Iterator[str]:
    yield from _fields(group, SAYING_FIELDS, ("kind", "source", "content"))
    if group.get("kind", "saying") not in get_args(Kind):
        yield f"unknown kind {group['kind']!r}"
    yield from _roles(group, "source", "content", "addressee")


def _want(group: dict[str, Any]) -> Iterator[str]:
    yield from _fields(group, WANT_FIELDS, ("stances", "holder", "target"))
    for field in ("stances", "denied"):
        yield from (f"{field}: unknown stance {s!r}" for s in group.get(field, ()) if s not in STANCES)
    yield from _roles(group, "holder", "target")
    yield from (
        f"unknown need {need!r}" for need in group.get("needs", ()) if need not in ("target", "denied")
    )


def _condition(group: dict[str, Any]) -> Iterator[str]:
    yield from _fields(group, CONDITION_FIELDS, ("shape", "cues", "requirement", "consequence"))
    if group.get("shape", "mark") not in get_args(Shape):
        yield f"unknown shape {group['shape']!r}"
    yield from _roles(group, "requirement", "consequence")


def _fields(group: dict[str, Any], allowed: Collection[str], required: Collection[str]) -> Iterator[str]:
    yield from (f"unknown field {field!r}" for field in sorted(set(group) - set(allowed)))
    yield from (f"{field} is missing" for field in required if field not in group)
    if "cues" not in allowed and not any(True for _ in words_of(group)):
        yield "has no words"


def _roles(group: dict[str, Any], *fields: str) -> Iterator[str]:
    for field in fields:
        yield from (f"{field}: unknown role {role!r}" for role in group.get(field, ()) if not is_role(role))


def _words(group: dict[str, Any], known: Collection[str] | None) -> Iterator[str]:
    for lemma, pos in words_of(group):
        if pos == "phrase":
            yield from _phrase(lemma)
        elif pos == "verb":
            yield from _verb(lemma)
        elif not _NOUN.fullmatch(lemma):
            yield f"{lemma!r} is not one word; a phrase stands under phrases"
        if known is not None and pos in {"verb", "noun", "adjective"} and lemma not in known:
            yield f"{lemma!r} is no lemma that the Dutch lexicon knows"


def _verb(lemma: str) -> Iterator[str]:
    match = _VERB.fullmatch(lemma)
    if not match:
        yield f"{lemma!r} is no infinitive; a particle verb is written op_nemen"
    elif match[1] and match[1] not in PARTICLES:
        yield f"{lemma!r} begins with no particle; a phrase stands under phrases"


def _phrase(lemma: str) -> Iterator[str]:
    words = lemma.split()
    if len(words) < 2:
        yield f"{lemma!r} is a phrase of one word"
    elif words[-1] not in PREPOSITIONS and any(_verb(words[-1])):
        yield f"{lemma!r} does not end in a verb or a preposition"


def _doubles(groups: Groups) -> Iterator[str]:
    """The same word with the same demands on its object and surroundings in two groups of a file."""
    seen: dict[tuple[object, ...], int] = {}
    for number, group in enumerate(groups, 1):
        words = [*words_of(group), *((cue, "cue") for cue in group.get("cues", ()))]
        for lemma, pos in words:
            key = (lemma, pos, frozenset(group.get("objects", ())), frozenset(group.get("needs", ())))
            if key in seen:
                yield f"group {number}: {lemma!r} stands already in group {seen[key]}"
            seen.setdefault(key, number)
