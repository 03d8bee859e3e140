"""An index of things by keys that two of them must share to be one, so that only those are compared.

Takes things with their keys; gives those that share some. It knows nothing of what makes two things one.
"""

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta
from typing import Generic, TypeVar

from akkoord.when import When

Thing = TypeVar("Thing", bound=Hashable)

COARSEST = 62  # days: a time wider than this ("2014") is a key by itself, not by its days
MONTH = 32  # days in a stretch of the calendar that is a key


class Nearby(Generic[Thing]):
    """Things by key, in the order in which they came."""

    def __init__(self) -> None:
        self._things: dict[Hashable, dict[Thing, None]] = {}

    def add(self, thing: Thing, keys: Iterable[Hashable]) -> None:
        for key in keys:
            self._things.setdefault(key, {})[thing] = None

    def find(self, keys: Iterable[Hashable]) -> Iterator[Thing]:
        """All things under any of these keys, each once."""
        found: dict[Thing, None] = {}
        for key in keys:
            found |= self._things.get(key, {})
        return iter(found)


def day_keys(when: When) -> Iterator[Hashable]:
    """Keys that two times share only if some day can be both: every day, or the time itself where it is wide.

    A wide time shares no key with the days that it covers: "2014" says too little to make two things one.
    """
    if is_wide(when):
        yield str(when)
    else:
        yield from when.days()


def is_wide(when: When) -> bool:
    """Whether a time is open or so wide that it is a key by itself."""
    return when.earliest is None or when.latest is None or (when.latest - when.earliest).days > COARSEST


def stretch_keys(day: date, before: timedelta, after: timedelta) -> range:
    """Keys that two days share if one is no more than so much before or after the other; far ones may too."""
    return range((day.toordinal() - before.days) // MONTH, (day.toordinal() + after.days) // MONTH + 1)


def stretch_key(day: date) -> int:
    """The key of one day among `stretch_keys`."""
    return day.toordinal() // MONTH
