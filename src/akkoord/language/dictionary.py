"""A dictionary of Dutch forms with their lemmas, whatever their part of speech: that of `simplemma`.

Takes forms in small letters; knows nothing of sentences. It speaks for a lemma that rules give, it doesn't give one:
what it says of a form that is both noun and verb is one of the two.
"""

from collections.abc import Mapping
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

FRONT, END = 2, 5  # letters of a first part at least, and of a last part that is sure to be one


@cache
def dictionary() -> Mapping[str, str]:
    """Lemma by form; read from the package once, in a quarter of a second."""
    return DefaultDictionaryFactory().get_dictionary("nl")


def lemma_of(form: str) -> str | None:
    """The lemma of a form or, where the form isn't listed, of the longest end of it that is: "racebanen" as "banen"."""
    for start in (0, *range(FRONT, len(form) - END + 1)):
        if found := dictionary().get(form[start:]):
            return form[:start] + found
    return None


def is_word(form: str) -> bool:
    """Whether a form in small letters is listed."""
    return form in dictionary()
