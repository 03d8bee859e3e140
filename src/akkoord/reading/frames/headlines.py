"""Headlines that put words in somebody's mouth without quotation marks: "Vakbond: eerst praten over loon".

Takes the grammar of a text; gives hits whose cue is the colon. Whether who stands before it is somebody is not known
here.
"""

from collections.abc import Iterator

from akkoord.reading.frames.grammar import ROOT, VERBAL, Grammar
from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.frames.stretches import trim

NAMED = 5  # words before the colon at most
LONGEST = 25  # words of a sentence that begins with a headline
DASHES = frozenset({"-", "–", "—"})
NOMINAL = frozenset({"NOUN", "PROPN"})


def headlines(grammar: Grammar) -> Iterator[SayingHit]:
    """The sentences that begin with a name or a noun and a colon, small letters after it."""
    for start in grammar.starts:
        sentence = grammar.sentence(start)
        colon = next((i for i in sentence[: 2 * NAMED] if grammar.forms[i] == ":"), sentence.start)
        first = max((i + 1 for i in range(start, colon) if grammar.forms[i] in DASHES), default=start)
        source, said = _named(grammar, range(first, colon)), range(colon + 1, sentence.stop)
        if source is None or not said or len(sentence) > LONGEST:
            continue
        if grammar.forms[said.start][0].islower():
            cue, content = range(colon, colon + 1), trim(grammar, said)
            yield SayingHit(cue, source, (content,), None, "indirect", "headline", "headline", ("before :",))


def _named(grammar: Grammar, words: range) -> int | None:
    """The head of the few words before a colon, if they are a noun or a name with what belongs to it."""
    if not 0 < len(words) <= NAMED or not grammar.forms[words.start][0].isupper():
        return None
    if any(grammar.tags[i] in VERBAL | {"PUNCT", "SCONJ", "ADV"} for i in words):
        return None
    inside = {i for i in words if grammar.heads[i] in words}
    tops = [i for i in words if i not in inside and grammar.tags[i] in NOMINAL]
    return tops[0] if tops and (grammar.heads[tops[0]] == ROOT or len(tops) == 1) else None
