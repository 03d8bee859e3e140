"""A text of any length through a network that sees some hundred pieces at once.

Takes words, gives their logits in parts. A window keeps the sentences that end in it; the next one begins
with the sentence that was cut. A sentence longer than a window comes in
several parts, cut where it would most likely begin anew. It doesn't know what the logits mean, except where
a sentence starts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from akkoord.language.network import Floats, Network, Places, sizes

ROOM = (
    200  # pieces in a window, about as many as in training: with more, sentences are found in too many places
)
MOST = 510  # pieces that the network takes at all, without its marks
CONTEXT = 48  # pieces shown again where a window goes on with a sentence that was too long for the one before
LOOKAHEAD = 4  # words behind a limit that make it sure

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Part:
    """Words `start` up to `end` with the logits of their window, in which they begin at `shift`.

    `starts` marks the sentences that begin; where the first word isn't marked the part goes on with the
    sentence of the part before.
    """

    start: int
    end: int
    shift: int
    starts: Flags
    logits: dict[str, Floats]

    def rows(self, task: str) -> Floats:
        """The logits of a task for the words of this part."""
        return self.logits[task][self.shift : self.shift + self.end - self.start]


def parts(network: Network, pieces: list[list[int]], must: Flags, may: Flags) -> Iterator[Part]:
    """The words in order, each in one part. `must` and `may` say where sentences have to and can start."""
    counts = sizes(pieces)
    ends = np.cumsum(counts)
    at, whole = 0, True
    while at < len(pieces):
        begin = at if whole else _context(at, ends)
        end = _fill(begin, at, ROOM if whole else MOST, ends)
        part = _look(network, pieces, counts, begin, at, end)
        limit = _limit(part, must, may)
        if limit is None and whole and (roomier := _fill(at, at, MOST, ends)) > end:
            part = _look(network, pieces, counts, at, at, roomier)
            limit = _limit(part, must, may)
        sure = limit is not None
        stop = limit if limit is not None else _weakest(part)
        starts = _starts(part, must, may)[: stop - at]
        starts[0] = whole
        yield Part(at, stop, part.shift, starts, part.logits)
        at, whole = stop, sure


def _context(at: int, ends: Places) -> int:
    """Where a window begins that is to keep the words from `at` on and shows some of what is before them."""
    return int(np.searchsorted(ends, ends[at - 1] - CONTEXT, side="right"))


def _fill(begin: int, at: int, room: int, ends: Places) -> int:
    """The end of the window from `begin` on: as many words as there is room for, one at least."""
    before = ends[begin - 1] if begin else 0
    return max(at + 1, int(np.searchsorted(ends, before + room, side="right")))


def _look(network: Network, pieces: list[list[int]], counts: Places, begin: int, at: int, end: int) -> Part:
    ids = np.array([i for word in pieces[begin:end] for i in word], np.int64)
    last = np.cumsum(counts[begin:end]) - 1
    logits = network.run(ids, last - counts[begin:end] + 1, last)
    return Part(at, end, at - begin, np.zeros(0, bool), logits)


def _starts(part: Part, must: Flags, may: Flags) -> Flags:
    likely = part.rows("start")[:, 0] > 0
    found: Flags = must[part.start : part.end] | (may[part.start : part.end] & likely)
    return found


def _limit(part: Part, must: Flags, may: Flags) -> int | None:
    """Where the last sentence that is surely whole ends; none where no sentence ends."""
    if part.end == len(must):
        return part.end
    if must[part.end]:
        return part.end
    found = np.flatnonzero(_starts(part, must, may)[1:]) + part.start + 1
    if not len(found):
        return None
    sure = found[(found <= part.end - LOOKAHEAD) | must[found]]
    return int(sure[-1] if len(sure) else found[-1])


def _weakest(part: Part) -> int:
    """Where to cut a sentence that is longer than a window: the likeliest start in its second half."""
    size = part.end - part.start
    half = max(1, size // 2)
    if half >= size:
        return part.end
    return part.start + half + int(part.rows("start")[half:, 0].argmax())
