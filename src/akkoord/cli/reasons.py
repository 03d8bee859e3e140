"""Why a finding was made, in plain words: what the learned heads see in its words, the frame, the arcs, the rule."""

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

from akkoord.cli.arcs import hanging
from akkoord.codebook import Span
from akkoord.reading import Actor, Finding, Time

if TYPE_CHECKING:  # spaCy comes with it, which takes a second that other commands need not wait for
    from akkoord.reading.signals import Signals

NOTHING = "O"  # the label of a head that sees nothing in a word
FAINT = 0.05  # a chance below it is not worth telling
_HEAD = re.compile(r"(?P<head>\w+) (?P<chance>[01]\.\d+): (?P<words>.+)", re.DOTALL)
_ARC = re.compile(r"(?P<label>[\w:]+) (?P<head>\S+) -> (?P<word>\S+)")
_FRAME = re.compile(r"frame (?P<file>\S+): (?P<lemma>.+)")


def seen(signals: "Signals", at: int) -> list[str]:
    """What the learned heads see in the word at a place of the text, with chances, the surest first."""
    words = signals.words(Span.of(signals.text, at, at + 1))
    return [told for _, told in sorted(_seen(signals, words.start), reverse=True)] if words else []


def _seen(signals: "Signals", word: int) -> Iterator[tuple[float, str]]:
    for head, names in signals.labels.items():
        chances = dict(zip(names, signals.tags[head][word].tolist(), strict=True))
        if NOTHING not in chances:
            continue  # it chooses among labels for words that another head has marked
        chance = 1 - chances.pop(NOTHING)
        label = max(chances, key=lambda name: chances[name]).removeprefix("B").removeprefix("I").lstrip("-")
        if chance >= FAINT:
            yield chance, " ".join(f"{head} {label} {chance:.2f}".split())


@singledispatch
def reasons(finding: Finding) -> list[str]:
    """The finding's `why`, a sentence for each part of it."""
    return [_in_words(part) for part in finding.why]


@reasons.register
def _(actor: Actor) -> list[str]:
    if not actor.why:
        return ["only the name itself is known" if actor.code else "nothing tells who that is"]
    [first, *_] = actor.why
    if first.startswith("means "):
        return [f"of all that the report names it most likely {first}"]
    if first.startswith("named as "):
        return [f'the report says who that is: "{first.removeprefix("named as ")}"']
    return ["the lexicon knows " + ", ".join(f'"{word}"' for word in actor.why)]


@reasons.register
def _(time: Time) -> list[str]:
    rule, *tense = time.why
    return [f"the rule for times named {rule!r}" + (f", with a verb in the {tense[0]}" if tense else "")]


def _in_words(part: str) -> str:
    """One part of a `why` as a sentence; one in no known form as it is."""
    if found := _HEAD.fullmatch(part):
        return f'the learned head for {found["head"]} marks "{found["words"]}" with a chance of {found["chance"]}'
    if found := _FRAME.fullmatch(part):
        return f'the frame of "{found["lemma"]}" in {found["file"]} fits'
    if found := _ARC.fullmatch(part):
        return f'"{found["word"]}" is {hanging(found["label"], found["head"])}'
    return part
