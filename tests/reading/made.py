"""Signals made by hand: what the heads would say of a few words, without a network."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from akkoord.codebook import EVENT_TYPES, ISSUES, MODES, REALITIES, STANCES
from akkoord.reading.mention import Known
from akkoord.reading.mentions import find_mentions, resolve
from akkoord.reading.signals import Signals

BIO = ("O", "B", "I")
PARTS = ("requirement", "consequence", "cue")
LABELS: dict[str, tuple[str, ...]] = {
    "actor": BIO,
    "cue": BIO,
    "trigger": ("O", *EVENT_TYPES),
    "reality": REALITIES,
    "mode": ("-", *(f"{kind}:{mode}" for kind, modes in MODES.items() for mode in modes)),
    "condition": ("O", *(f"{mark}-{part}" for part in PARTS for mark in "BI")),
    "position": BIO,
    "issue": ISSUES,
    "stance": STANCES,
    "agreement": BIO,
    "agreement_status": ("proposed", "concluded", "in-force", "violated", "ended", "rejected"),
    "talk": BIO,
    "talk_status": ("proposed", "planned", "held", "attempted", "cancelled", "refused"),
}
KINDS = ("said", "source", "addressee", "agent", "recipient", "same", "holder", "parties")
SURE = 0.96
CLEAR = 8.0  # a logit that leaves nothing to the others
WORD = re.compile(r"[\w'-]+|[^\w\s]")
END = (".", "?", "!")
PLACES = ("Minsk", "Wenen")
PRONOUNS = ("hij", "die")
COMMON = ("De", "Er", "Gastheer", "Het", "Later", "Volgens")  # what begins a sentence and is no name

Tags = Mapping[str, Mapping[str, str]]
Links = Mapping[str, Mapping[str, Sequence[str]]]


def made(text: str, tags: Tags, links: Links | None = None, chance: float = SURE) -> Signals:
    """Signals of a text: `tags` by head give words (as written) a label, `links` by kind an anchor its members.

    "a b" tags or links all the words of a phrase; a phrase stands for its first place in the text.
    """
    offsets = [match.span() for match in WORD.finditer(text)]
    numbers, sentences = 0, []
    for start, end in offsets:
        sentences.append(numbers)
        numbers += text[start:end] in END
    size = len(offsets)
    upos = [_upos(text[a:b]) for a, b in offsets]
    chances = {head: _chances(text, offsets, head, tags.get(head, {}), chance) for head in LABELS}
    anchor = np.zeros((size, len(KINDS), size), np.float32)
    anchor[np.arange(size), :, np.arange(size)] = CLEAR / 2
    for kind, anchors in (links or {}).items():
        for phrase, members in anchors.items():
            rows = places(text, offsets, phrase)
            for row in rows if kind == "said" else rows[:1]:
                for member in members:
                    anchor[row, KINDS.index(kind), places(text, offsets, member)] = CLEAR
    member = np.repeat(np.eye(size, dtype=np.float32)[:, None, :], len(KINDS), 1)
    placed = [i for i, (a, b) in enumerate(offsets) if i and text[a:b] in PLACES]
    where = [range(i, i + 1) for i in placed]
    names = [
        ("LOC" if text[a:b] in PLACES else "PER") if tag == "PROPN" else ""
        for tag, (a, b) in zip(upos, offsets, strict=True)
    ]
    governors, roots = list(range(size)), ["ROOT"] * size
    return Signals(
        text=text,
        offsets=offsets,
        sentences=sentences,
        upos=upos,
        governors=governors,
        relations=roots,
        plural=[False] * size,
        names=names,
        places=where,
        tags=chances,
        labels=LABELS,
        kinds=KINDS,
        member=member,
        anchor=anchor,
    )


def _upos(word: str) -> str:
    if word.lower() in PRONOUNS:
        return "PRON"
    return "PROPN" if word[0].isupper() and word not in COMMON else "NOUN"


def places(text: str, offsets: Sequence[tuple[int, int]], phrase: str) -> list[int]:
    """The numbers of the words of a phrase, where it stands first."""
    start = text.index(phrase)
    return [i for i, (a, b) in enumerate(offsets) if a >= start and b <= start + len(phrase)]


def _chances(
    text: str, offsets: Sequence[tuple[int, int]], head: str, marked: Mapping[str, str], chance: float
) -> np.ndarray:
    names = LABELS[head]
    found = np.full((len(offsets), len(names)), (1 - chance) / (len(names) - 1), np.float32)
    if names[0] in ("O", "-"):
        found[:, 0] = chance
    else:  # there is no "none of these": nothing is known of unmarked words
        found[:] = 1 / len(names)
    for phrase, label in marked.items():
        for i, word in enumerate(places(text, offsets, phrase)):
            name = label if label in names else f"{'I' if i else 'B'}{'-' if label else ''}{label}"
            found[word] = (1 - chance) / (len(names) - 1)
            found[word, names.index(name)] = chance
    return found


def read_mentions(signals: Signals, published: date | None) -> list[Known]:
    """All mentions that the heads mark, with codes where these can be told."""
    return resolve(signals, find_mentions(signals, published))
