"""What the record gives to those who ask: entries, and what people decided on actors."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from akkoord.reading import Reading, ReportHead


@dataclass(frozen=True, slots=True)
class ReaderVersion:
    """What made a reading: the versions of the reader, of its lexicon and of the pipeline under it."""

    reader: str
    lexicon: str
    pipeline: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as the record has it on some day: its head, its body, and its reading with people's
    decisions applied.

    `text` is the body that offsets count in, `entered` the moment (UTC) that the report came into the record.
    `versions` are the heads of the same report from other publishers or lightly edited, which are no entries
    of their own.
    """

    report: ReportHead
    text: str
    reading: Reading
    entered: datetime
    versions: tuple[ReportHead, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A person's decision that some actors are one (`merge`), or that they are not (`split`).

    `actors` are codes (`ORG:LNA`) or names as reports write them; a later decision on the same actors undoes
    an earlier one. `at` is UTC.
    """

    number: int
    kind: Literal["merge", "split"]
    actors: tuple[str, ...]
    by: str
    at: datetime
    note: str | None = None
