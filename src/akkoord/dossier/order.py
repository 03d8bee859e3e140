"""The order of events as a report's words give it: "kort voordat", "nadat", "een dag voor de erkenning".

Takes one report and its tellings; gives `Link`s, how many days may lie between two of them. It reads the words
between two triggers of one sentence, and the first words of a sentence that follows another. It knows no dates.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from akkoord.dossier.context import Context
from akkoord.dossier.happenings import Telling

Side = Literal["before", "after"]

REACH = 60  # characters from a preposition ("na de inval") to the event that it points to

_COUNT = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "tien": 10}
_UNIT_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_DISTANCE = rf"(?:(?P<count>{'|'.join(_COUNT)})\s+(?P<unit>{'|'.join(_UNIT_DAYS)})\s+)?"
_CLAUSE = re.compile(rf"\b{_DISTANCE}(?P<cue>voordat|alvorens|nadat)\b", re.IGNORECASE)
_PHRASE = re.compile(
    rf"\b{_DISTANCE}(?P<cue>vóór|voorafgaand aan|aan de vooravond van|na|sinds)\s+(?=(?:de|het|die|dat|deze)\b)",
    re.IGNORECASE,
)
_COUNTED_VOOR = re.compile(
    rf"\b{_DISTANCE.rstrip('?')}(?P<cue>voor)\s+(?=(?:de|het|die|dat)\b)", re.IGNORECASE
)
_ANY_CUE = re.compile(r"voordat|alvorens|nadat|v[oó]{2}r|na\s|sinds\s", re.IGNORECASE)  # quick to look for
_FOLLOWS = re.compile(
    r"[\"'“‘]?(?:kort |vlak |meteen |direct )?(?:daarna|vervolgens|hierna)\b", re.IGNORECASE
)
_SIDES: dict[str, Side] = {
    "voordat": "before", "alvorens": "before", "vóór": "before", "voor": "before",
    "voorafgaand aan": "before", "aan de vooravond van": "before",
    "nadat": "after", "na": "after", "sinds": "after",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """`later` is `least` to `most` days after `earlier`; no `most` where the report gives none."""

    earlier: Telling
    later: Telling
    least: int
    most: int | None
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue of order with the characters in which the event that it points to must stand.

    All that a `clause` tells stands together; a phrase ("na de inval") points to the first event in it alone.
    """

    side: Side
    days: int | None
    words: str
    start: int
    begin: int
    end: int
    clause: bool


def links(context: Context, tellings: Sequence[Telling]) -> Iterator[Link]:
    """Every order of two of these tellings that the report's words give."""
    by_sentence: dict[int, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: t.start):
        by_sentence.setdefault(context.sentence_number(telling.start), []).append(telling)
    for number, here in by_sentence.items():
        begin, end = context.sentence(here[0].start)
        for cue in _cues(context.text[begin:end], begin) if len(here) > 1 else ():
            yield from _around(cue, here)
        if previous := by_sentence.get(number - 1):
            yield from _following(context.text[begin:end], begin, previous, here)


def _around(cue: _Cue, here: Sequence[Telling]) -> Iterator[Link]:
    """Each event outside the clause or phrase of the cue stands before or after the first one in it."""
    inside = [t for t in here if cue.begin <= t.start < cue.end]
    if not inside:
        return
    anchor = inside[0]
    inside = inside if cue.clause else [anchor]
    for telling in here:
        if telling in inside or not _told_as_done(telling):
            continue
        earlier, later = (telling, anchor) if cue.side == "before" else (anchor, telling)
        yield Link(earlier, later, cue.days or 0, cue.days, cue.words, cue.start)


def _following(text: str, begin: int, previous: Sequence[Telling], here: Sequence[Telling]) -> Iterator[Link]:
    """`Daarna ...`: not before what the sentence before it tells last."""
    if match := _FOLLOWS.match(text):
        yield Link(previous[-1], here[0], 0, None, match.group(), begin)


def _told_as_done(telling: Telling) -> bool:
    return telling.event.reality in ("actual", "negated")


def _cues(sentence: str, begin: int) -> Iterator[_Cue]:
    if not _ANY_CUE.search(sentence):
        return
    for match in _CLAUSE.finditer(sentence):
        comma = sentence.find(",", match.end())
        yield _cue(match, begin, comma if comma > 0 else len(sentence), clause=True)
    for pattern in (_PHRASE, _COUNTED_VOOR):
        for match in pattern.finditer(sentence):
            comma = sentence.find(",", match.end())
            stop = comma if 0 < comma < match.end() + REACH else match.end() + REACH
            yield _cue(match, begin, stop, clause=False)


def _cue(match: re.Match[str], begin: int, end: int, clause: bool) -> _Cue:
    count, unit = match["count"], match["unit"]
    days = _COUNT[count.casefold()] * _UNIT_DAYS[unit.casefold()] if count else None
    return _Cue(
        side=_SIDES[match["cue"].casefold()],
        days=days,
        words=match.group().strip(),
        start=begin + match.start(),
        begin=begin + match.end(),
        end=begin + end,
        clause=clause,
    )
