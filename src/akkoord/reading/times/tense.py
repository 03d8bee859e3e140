"""Whether a clause looks back or ahead, guessed from its words; a parse tells it better."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Literal

Tense = Literal["past", "future"]
TenseOf = Callable[[int, int], Tense | None]
"""The tense of the clause around the characters from start to end of the report; none where it has none."""

COMMA_COSTS = 4  # words: what stands behind a comma is likelier another clause
FARTHEST = 400  # characters: in text without sentences nobody looks farther for a verb

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?](?=[\s'\"”’]|$)|\n")
_AHEAD = re.compile(
    r"zal|zullen|gaat|gaan|wil|willen|moet|moeten|wordt|worden|komt|komen|begint|beginnen|volgt|volgen|staat"
    r"|staan|vindt|vinden|hoopt|hopen|gepland|geplande|bespreekt|bespreken|praat|praten|ontmoet|bezoekt|spreekt"
    r"|vertrekt|reist|beslist|stemt|kiest|buigen|buigt|debatteert|debatteren|overlegt|hervat|hervatten|treedt"
    r"|voorzien|uiterlijk|vanaf|opnieuw bijeen|loopt|verwacht|verwachte",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"was|waren|werd|werden|had|hadden|heeft|hebben|zei|zeiden|kwam|kwamen|ging|gingen|gaf|gaven|nam|namen|sprak"
    r"|spraken|begon|begonnen|vroeg|vroegen|riep|riepen|liet|lieten|bleek|bleken|schreef|schreven|sloot|sloten"
    r"|hield|hielden|stond|stonden|zag|zagen|bracht|brachten|dacht|trok|trokken|viel|vielen|blies|koos|kozen"
    r"|besloot|besloten|verliet|bood|wees|wezen|ontstond|zweeg|zwegen|stak|vond|vonden|kreeg|kregen|won|verloor"
    r"|ge\w{3,}[dtn]|be\w{3,}(?:d|den)|ver\w{3,}(?:de|den|d)|ont\w{3,}(?:te|ten)|\w{2,}(?:[bdgjlmnrvwz]den?)"
    r"|\w{2,}(?:[kfspcht]ten?)|op\w+ge\w+|uit\w*ge\w+|aan\w*ge\w+|sinds",
    re.IGNORECASE,
)
_NO_VERBS = frozenset({
    "de", "beide", "eerste", "tweede", "derde", "vierde", "vijfde", "laatste", "grote", "oude",
    "goede", "brede", "rode", "vrede", "schade", "einde", "ronde", "bende", "aarde", "orde",
    "waarde", "mede", "gemeente", "geld", "gemeenten", "geweld", "gebied", "getal", "gesprek",
    "verleden", "beneden", "steden", "leden", "tijden", "sprake", "honderden", "duizenden",
    "gronden", "bonden", "landen", "vrienden", "belofte", "beste", "grootste", "hoogste",
    "belangrijkste", "kosten", "posten", "lasten", "wetten", "punten", "Verenigde", "Staten",
    "bereid", "beleid", "besluit", "verbod", "verband", "bestand", "verstand", "gebeurtenissen",
    "president", "presidenten",
})  # fmt: skip
_WORD = re.compile(r"\w+|,")


def tense_by_words(text: str) -> TenseOf:
    """Reads the tense off the verb nearest to the expression in its sentence."""

    ends = [match.end() for match in _SENTENCE_END.finditer(text)]

    def tense_of(start: int, end: int) -> Tense | None:
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        before = _WORD.findall(text, max(ends[first - 1] if first else 0, start - FARTHEST), start)
        after = _WORD.findall(text, end, min(ends[last] if last < len(ends) else len(text), end + FARTHEST))
        votes = sorted(_votes(before[::-1], after))
        return votes[0][1] if votes else None

    return tense_of


def _votes(*sides: list[str]) -> Iterator[tuple[int, Tense]]:
    """How far each verb stands from the expression, and where it looks; each side's nearest word first."""
    for words in sides:
        distance = 0
        for word in words:
            distance += COMMA_COSTS if word == "," else 1
            if tense := _tense_of_word(word):
                yield distance, tense


def _tense_of_word(word: str) -> Tense | None:
    if _AHEAD.fullmatch(word):
        return "future"
    return "past" if _BACK.fullmatch(word) and word not in _NO_VERBS else None
