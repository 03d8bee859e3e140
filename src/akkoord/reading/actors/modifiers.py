"""A noun phrase without the words that only modify its noun: "de door de VN erkende regering" is "de regering"."""

import re
from collections.abc import Sequence

from akkoord.reading.actors.lexicon import Lexicon
from akkoord.reading.actors.part import PREPOSITIONS

DETERMINERS = frozenset({"de", "het", "een", "die", "dat", "deze", "dit", "enkele", "beide", "alle"})
PARTICIPLE = re.compile(r"\w*(?:ge|be|ver|ont|her|er)\w+(?:de|te|en|ne)|\w{2,}ende")
PARTITIVE = frozenset({"een", "één", "enkele", "sommige", "geen"})


def core(words: Sequence[str], book: Lexicon) -> Sequence[str]:
    """The words that tell who is meant. Of "een van zijn adviseurs" those behind "van"."""
    if len(words) > 2 and words[0].lower() in PARTITIVE and words[1] == "van":
        words = words[2:]
    first = bool(words) and words[0].lower() in DETERMINERS
    if len(words) > first + 2 and words[first] in PREPOSITIONS:
        behind = range(first + 2, len(words) - 1)
        end = next((i + 1 for i in behind if PARTICIPLE.fullmatch(words[i])), first)
    else:
        end = first + 2 if len(words) > first + 2 and _is_adverb(words, first, book) else first
    return [*words[:first], *words[end:]]


def _is_adverb(words: Sequence[str], at: int, book: Lexicon) -> bool:
    """Whether an adjective without an ending says how: "internationaal erkende"."""
    word = words[at]
    adjective = any(entry.kind == "adjective" for entry in book.find([word]))
    return adjective and not word.endswith("e") and bool(PARTICIPLE.fullmatch(words[at + 1]))
