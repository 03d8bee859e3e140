"""What is told in one breath: "eist erkenning van de Krim en vrijlating van gevangenen" holds two demands.

Takes words of one report, gives the parts that the grammar puts side by side in them.
"""

from collections.abc import Sequence
from itertools import pairwise

from akkoord.reading.signals import Signals


def parts(signals: Signals, words: Sequence[int]) -> list[Sequence[int]]:
    """Some words in as many parts as there are side by side at their top; all in one where nothing is."""
    inside = set(words)
    above = signals.governors
    tops = {word for word in words if above[word] == word or above[word] not in inside}
    beside = [word for word in words if signals.relations[word] == "conj" and above[word] in tops]
    starts = sorted({min(word for word in words if _hangs_on(signals, word, top)) for top in beside})
    limits = [0, *(words.index(start) for start in starts), len(words)]
    return [words[a:b] for a, b in pairwise(limits) if a < b]


def _hangs_on(signals: Signals, word: int, top: int) -> bool:
    """Whether a word is `top` or stands below it."""
    while word != top:
        if signals.governors[word] == word:
            return False
        word = signals.governors[word]
    return True
