"""Which texts are versions of one report.

The condition: of each of the two texts at least nine tenths of the runs of three words stand in the other,
whatever their case and punctuation. An excerpt, or a report that was much added to, is a report of its own.

Which texts to compare is found with MinHash (Broder 1997) cut into bands, so that the work for one report
does not grow with the record. Two texts that just meet the condition have 82 of 100 of all their runs in
common and share a band in all but one case of ten thousand: 1 - (1 - 0.82 ** ROWS) ** BANDS.
"""

import hashlib
import re
from functools import cache
from typing import Any

RUN = 3  # words
LEAST_SHARE = 0.9  # the least share of either text's runs that the other must have
BANDS = 20
ROWS = 5  # hashes a band

_WORD = re.compile(r"[^\W_]+")
_PRIME = (1 << 31) - 1
_SEED = 20220224  # any number, but always the same: the bands are kept

Runs = frozenset[int]


def runs_of(text: str) -> Runs:
    """The runs of words of a text, as numbers under 2 ** 31; a text of fewer words is one run."""
    words = [word.casefold() for word in _WORD.findall(text)]
    last = max(1, len(words) - RUN + 1)
    return frozenset(_number(" ".join(words[first : first + RUN])) for first in range(last))


def bands_of(runs: Runs) -> list[int]:
    """What texts to compare share at least one of: signed 64-bit numbers."""
    import numpy as np  # here, since those who only ask need not wait for it

    factors, terms = _drawn()
    numbers = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    least = ((factors * numbers + terms) % np.uint64(_PRIME)).min(axis=1).reshape(BANDS, ROWS)
    return [_signed(bytes([place]) + band.astype("<u8").tobytes()) for place, band in enumerate(least)]


def share(one: Runs, other: Runs) -> float:
    """The share of its runs that the text with more of them has in common with the other, 0 to 1."""
    return len(one & other) / max(len(one), len(other))


@cache
def _drawn() -> Any:
    """Factors and terms of the hashes, drawn once."""
    import numpy as np

    return np.random.default_rng(_SEED).integers(1, _PRIME, (2, BANDS * ROWS, 1), dtype=np.uint64)


def _number(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=4).digest()) >> 1


def _signed(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), signed=True)
