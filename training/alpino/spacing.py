"""Which words had a space after them in print: the treebank parts words and punctuation by spaces throughout."""

from collections.abc import Sequence

JOINED_LEFT = frozenset((".", ",", ";", ":", "?", "!", ")", "]", "...", "..", "...."))
JOINED_RIGHT = frozenset("([")
QUOTES = frozenset("\"'")


def spaced(forms: Sequence[str]) -> list[bool]:
    """For each word of a sentence whether a space follows; quotes open and close in turn."""
    after = [True] * len(forms)
    opened: set[str] = set()
    for place, form in enumerate(forms):
        closes = form in opened or not any(f[0].isalnum() for f in forms[place:])
        if form in QUOTES:
            opened ^= {form}
        if place and (form in JOINED_LEFT or closes):
            after[place - 1] = False
        if form in JOINED_RIGHT or (form in QUOTES and not closes):
            after[place] = False
    return after
