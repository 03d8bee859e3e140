"""Python's search for garbage, put off while many things are made of which none is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search() -> Iterator[None]:
    """Nothing is searched for circles; findings and what they are made from hold none, and looking through thousands of
    them again and again takes up to as long as making them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
