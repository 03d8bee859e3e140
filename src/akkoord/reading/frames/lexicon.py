"""The frame lexicon: all data files read once, indexed by lemma."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from akkoord.codebook import EVENT_TYPES, EventType
from akkoord.reading.frames.frame import WORD_LISTS, ConditionCue, Frame, Pos, Saying, Want

SHORTEST_PREFIX = 3  # letters of a compound's first half
SHORTEST_END = 5  # letters of the noun that a compound ends in: "top" and "rel" end too many other words

EVENT_FILES: dict[str, EventType] = {event_type.lower(): event_type for event_type in EVENT_TYPES}


@dataclass(frozen=True)
class FrameLexicon:
    """Frames by lemma; those of phrases by their last lemma, which is the verb."""

    frames: dict[str, tuple[Frame, ...]]
    sayings: dict[str, tuple[Saying, ...]]
    conditions: tuple[ConditionCue, ...]
    wants: tuple[Want, ...]

    def frames_of(self, lemma: str, pos: Pos | None = None) -> tuple[Frame, ...]:
        """The frames that a lemma may open, single words and phrases that it is the head of.

        A compound noun opens those of the longest noun that it ends in: `vredesoverleg`, `slotoverleg`.
        """
        own = tuple(f for f in self.frames.get(lemma, ()) if pos is None or f.pos in (pos, "phrase"))
        return own or (self._frames_of_end(lemma) if pos == "noun" else ())

    def _frames_of_end(self, noun: str) -> tuple[Frame, ...]:
        for cut in range(SHORTEST_PREFIX, len(noun) - SHORTEST_END + 1):
            if found := tuple(f for f in self.frames.get(noun[cut:], ()) if f.pos == "noun"):
                return found
        return ()

    def sayings_of(self, lemma: str, pos: Pos | None = None) -> tuple[Saying, ...]:
        """The ways in which a lemma may be a cue of saying."""
        return tuple(s for s in self.sayings.get(lemma, ()) if pos is None or s.pos in (pos, "phrase"))


def read(name: str) -> list[dict[str, Any]]:
    """The groups of one data file; raises `tomllib.TOMLDecodeError` with line and column."""
    groups: list[dict[str, Any]] = read_tables(name)["group"]
    return groups


def read_tables(name: str) -> dict[str, Any]:
    """All tables of one data file; raises `tomllib.TOMLDecodeError` with line and column."""
    text = (files("akkoord.reading.frames") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def frame_lexicon() -> FrameLexicon:
    """The lexicon of all data files, read on the first call."""
    frames: dict[str, tuple[Frame, ...]] = {}
    for frame in _all_frames():
        frames[head(frame.lemma)] = (*frames.get(head(frame.lemma), ()), frame)
    sayings: dict[str, tuple[Saying, ...]] = {}
    for group in read("sayings"):
        for saying in _sayings(group):
            sayings[head(saying.lemma)] = (*sayings.get(head(saying.lemma), ()), saying)
    return FrameLexicon(
        frames,
        sayings,
        tuple(cue for group in read("conditions") for cue in _cues(group)),
        tuple(want for group in read("wants") for want in _wants(group)),
    )


def head(lemma: str) -> str:
    """The lemma that a phrase is found by, its last."""
    return lemma.split()[-1]


def _all_frames() -> Iterator[Frame]:
    for name, event_type in EVENT_FILES.items():
        for group in read(name):
            for lemma, pos in words_of(group):
                yield Frame(
                    lemma=lemma,
                    pos=pos,
                    type=event_type,
                    mode=group.get("mode"),
                    actor=tuple(group["actor"]),
                    recipient=tuple(group["recipient"]),
                    complement=group.get("complement"),
                    objects=tuple(group.get("objects", ())),
                    needs=tuple(group.get("needs", ())),
                    source=f"{name}.toml",
                )


def words_of(group: dict[str, Any]) -> Iterator[tuple[str, Pos]]:
    """The predicates of a group and what they are."""
    for field, pos in WORD_LISTS.items():
        yield from ((lemma, pos) for lemma in group.get(field, ()))


def _sayings(group: dict[str, Any]) -> Iterator[Saying]:
    for lemma, pos in words_of(group):
        roles, content = tuple(group["source"]), tuple(group["content"])
        yield Saying(lemma, pos, group["kind"], roles, content, tuple(group.get("addressee", ())))


def _cues(group: dict[str, Any]) -> Iterator[ConditionCue]:
    requirement, consequence = tuple(group["requirement"]), tuple(group["consequence"])
    for cue in group["cues"]:
        yield ConditionCue(cue, group["shape"], requirement, consequence, group.get("strong", False))


def _wants(group: dict[str, Any]) -> Iterator[Want]:
    stances, needs = tuple(group["stances"]), tuple(group.get("needs", ()))
    for lemma, pos in words_of(group):
        holder, target = tuple(group["holder"]), tuple(group["target"])
        yield Want(lemma, pos, stances, tuple(group.get("denied", stances)), holder, target, needs)
