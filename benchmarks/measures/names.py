"""Names against those marked by hand: exact words and label."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Name = tuple[int, int, str]  # first word, the word after the last, label
NOT_AFTER_BLANK = frozenset(".,;:?!)]}%»”’…") | {"''"}
NO_BLANK_AFTER = frozenset("([{«„“‘") | {",,", "``"}


@dataclass(frozen=True)
class Named:
    """A sentence or several: words, whether a blank follows each, names, where sentences start."""

    sent_id: str
    words: list[str]
    spaces: list[bool]
    names: set[Name]
    starts: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class NameScore:
    """Precision, recall and their F, in per cent."""

    precision: float
    recall: float
    f: float


def held_names(path: Path) -> Iterator[Named]:
    """The sentences of `names.jsonl` that nothing was trained on."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["part"] == "dev":
            words, names = record["tokens"], {(a, b, label) for a, b, label in record["names"]}
            yield Named(record["sent_id"], words, natural_spaces(words), names)


def testa(path: Path) -> Iterator[list[Named]]:
    """CoNLL-2002 testa, the sentences of one article after another. Its letters went through UTF-8 twice; that is
    undone."""
    words: list[str] = []
    labels: list[str] = []
    article: list[Named] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        columns = line.split(" ")
        if line.startswith("-DOCSTART-"):
            if article:
                yield article
            article = []
        elif len(columns) == 3:
            words.append(_mended(columns[0]))
            labels.append(columns[2])
        elif words:
            article.append(Named(f"testa-{number}", words, natural_spaces(words), set(_names(labels))))
            words, labels = [], []
    yield article


def joined(sentences: list[Named]) -> Named:
    """Sentences as one text."""
    words: list[str] = []
    spaces: list[bool] = []
    names: set[Name] = set()
    starts: list[int] = []
    for sentence in sentences:
        first = len(words)
        starts.append(first)
        names |= {(first + start, first + end, label) for start, end, label in sentence.names}
        words += sentence.words
        spaces += sentence.spaces
    return Named(sentences[0].sent_id, words, spaces, names, tuple(starts))


def _mended(word: str) -> str:
    try:
        return word.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return word


def _names(labels: list[str]) -> Iterator[Name]:
    start = 0
    for i, label in enumerate(labels):
        if label.startswith("B-"):
            start = i
        following = labels[i + 1] if i + 1 < len(labels) else "O"
        if label != "O" and not following.startswith("I-"):
            yield start, i + 1, label[2:]


def natural_spaces(words: list[str]) -> list[bool]:
    """Where a newspaper has blanks, for words of which only the order is known; straight quotes come in pairs."""
    spaces = [True] * len(words)
    opened = False
    for i, word in enumerate(words):
        closing = word in NOT_AFTER_BLANK
        if word in ("'", '"'):
            closing, opened = opened, not opened
        if closing and i:
            spaces[i - 1] = False
        elif word in NO_BLANK_AFTER or word in ("'", '"'):
            spaces[i] = False
    return spaces


def name_score(pairs: Iterable[tuple[set[Name], set[Name]]]) -> NameScore:
    """Over pairs of gold names and names read."""
    both = gold = read = 0
    for wanted, found in pairs:
        both, gold, read = both + len(wanted & found), gold + len(wanted), read + len(found)
    return NameScore(100 * both / max(1, read), 100 * both / max(1, gold), 200 * both / max(1, gold + read))
