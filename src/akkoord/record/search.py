"""Full-text search over the bodies of reports: stems of words, phrases in quotation marks, `or`, `-not`.

SQLite's FTS5 keeps the stems that are made here; PostgreSQL makes its own in its Dutch configuration. Both
stem with Martin Porter's Dutch rules, by which the words that matched are found again in the body.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, text

from akkoord.codebook import Span
from akkoord.record.problem import RecordError

MOST_STEMS = 1 << 17  # kept in memory; the words of a large newspaper corpus

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')

_KEEP = {
    "sqlite": text("INSERT INTO search (rowid, stems) VALUES (:number, :words)"),
    "postgresql": text("INSERT INTO search (text, words) VALUES (:number, to_tsvector('dutch', :words))"),
}
_FIND = {
    "sqlite": text("SELECT rowid FROM search WHERE search MATCH :query"),
    "postgresql": text("SELECT text FROM search WHERE words @@ websearch_to_tsquery('dutch', :query)"),
}
_RANK = {
    "sqlite": text("SELECT rowid FROM search WHERE search MATCH :query ORDER BY rank, rowid"),
    "postgresql": text(
        "SELECT text FROM search, websearch_to_tsquery('dutch', :query) query WHERE words @@ query "
        "ORDER BY ts_rank_cd(words, query) DESC, text"
    ),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word, or words in a row, that must be there (`wanted`) or must not."""

    words: str
    stems: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all phrases of one of the alternatives."""

    alternatives: tuple[tuple[Phrase, ...], ...]

    @classmethod
    def parse(cls, words: str) -> "Query":
        """Raises `RecordError` where nothing is looked for."""
        alternatives: list[list[Phrase]] = [[]]
        for part in _PART.finditer(words):
            if part[0].casefold() == "or":
                alternatives.append([])
                continue
            said = part["phrase"] or part["word"] or ""
            if stems := tuple(stems_of(said)):
                alternatives[-1].append(Phrase(said, stems, wanted=not part["minus"]))
        looked_for = [tuple(phrases) for phrases in alternatives if any(phrase.wanted for phrase in phrases)]
        if not looked_for:
            raise RecordError(f"{words!r} looks for no word; give one or more words")
        return cls(tuple(looked_for))

    def matches_in(self, body: str) -> tuple[Span, ...]:
        """The words of a body that are looked for, in order; a phrase is one span."""
        words = list(_WORD.finditer(body))
        stems = tuple(_stem(word[0]) for word in words)
        wanted = {phrase.stems for phrases in self.alternatives for phrase in phrases if phrase.wanted}
        found = {
            (words[first].start(), words[first + len(phrase) - 1].end())
            for phrase in wanted
            for first in range(len(stems) - len(phrase) + 1)
            if stems[first : first + len(phrase)] == phrase
        }
        return tuple(Span.of(body, start, end) for start, end in sorted(found))


def stems_of(body: str) -> list[str]:
    """The stems of all words, in order."""
    return [_stem(word) for word in _WORD.findall(body)]


def keep(connection: Connection, number: int, body: str) -> None:
    """Makes the text of this number findable."""
    database = connection.dialect.name
    words = " ".join(stems_of(body)) if database == "sqlite" else body
    connection.execute(_KEEP[database], {"number": number, "words": words})


def find(connection: Connection, query: Query, ranked: bool = True) -> list[int]:
    """The numbers of the texts that match; the best first, or in no order, which is quicker."""
    database = connection.dialect.name
    alternatives = map(_fts5 if database == "sqlite" else _websearch, query.alternatives)
    asked = (_RANK if ranked else _FIND)[database]
    return list(connection.execute(asked, {"query": " OR ".join(alternatives)}).scalars())


def _fts5(phrases: tuple[Phrase, ...]) -> str:
    wanted = " AND ".join(f'"{" ".join(phrase.stems)}"' for phrase in phrases if phrase.wanted)
    unwanted = "".join(f' NOT "{" ".join(phrase.stems)}"' for phrase in phrases if not phrase.wanted)
    return f"(({wanted}){unwanted})"


def _websearch(phrases: tuple[Phrase, ...]) -> str:
    return " ".join(f'{"" if phrase.wanted else "-"}"{phrase.words}"' for phrase in phrases)


@lru_cache(maxsize=MOST_STEMS)
def _stem(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return str(_stemmer().stemWord(bare))


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]  # most questions search for nothing

    return snowballstemmer.stemmer("dutch_porter")
