"""Which mentions are told as actors, and how surely with this code: what speaks for each.

Takes the mentions of a report and its statements; gives findings in the making, which the judge weighs. What plays a
part in the report, as a source or in a deed, is likelier an actor than what is only mentioned.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from akkoord.reading.candidates import kind_of
from akkoord.reading.findings import Actor, Statement
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, pointed, span_of
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals

Part = Literal["agent", "recipient", "source", "addressee"]
PARTS: Mapping[str, tuple[Part, ...]] = {
    "trigger": ("agent", "recipient"),
    "cue": ("source", "addressee"),
}
ANCHOR = 0.15  # chance from which a word may say a deed or a saying
FLOOR = 0.01
LONG = 5  # words from which a phrase is often more than a mention


def draft_actors(
    signals: Signals, mentions: Sequence[Known], statements: Sequence[Statement]
) -> list[Draft[Actor]]:
    """The mentions as findings in the making, with what speaks for their being mentions and having this code."""
    scene, parts = Scene.of(signals), _parts(signals, mentions)
    counts = Counter(mention.code.party for mention in mentions if mention.code is not None)
    taken = {word: i for i, mention in enumerate(mentions) for word in mention.stretch.words}
    found = []
    for i, mention in enumerate(mentions):
        actor = Actor(**span_of(signals, mention).model_dump(), code=mention.code, why=mention.why)
        marks = [
            *_of_itself(scene, mention),
            *_of_code(mention),
            *_of_place(scene, mention, i, taken),
            *_of_statements(actor, statements),
        ]
        found.append(Draft(actor, dict.fromkeys(marks, 1.0) | _sizes(mention, parts[i], counts)))
    return found


def _sizes(mention: Known, parts: Mapping[Part, float], counts: Counter[str]) -> dict[str, float]:
    """What is more or less so: how sure mention and code are, what part it plays, how much its party is named."""
    count = counts[mention.code.party] if mention.code is not None else 0
    return {
        "actor": logit(mention.stretch.chance),
        "sure": logit(mention.sure) if mention.known_by in ("pointing", "itself") else 0.0,
        "count": math.log(max(1, count)),
        "share": math.log((count + 0.5) / (counts.total() + 0.5)) if count else 0.0,
    } | {part: math.log(share + FLOOR) - math.log(FLOOR) for part, share in parts.items()}


def _of_itself(scene: Scene, mention: Known) -> Iterator[str]:
    """What sort of mention it is, and what its own words say."""
    sort = scene.shape(mention).sort
    yield sort
    yield f"by {mention.known_by}"
    yield f"{sort} by {mention.known_by}"
    yield f"name {mention.name}"
    if mention.phrase.sector is not None:
        yield "sector"
    if len(mention.words) > LONG:
        yield "long"


def _of_code(mention: Known) -> Iterator[str]:
    """The kind and the sector of who is meant."""
    if mention.code is None:
        return
    yield "coded"
    yield f"kind {kind_of(mention.code.party)}"
    if len(mention.code.parts) == 1:
        yield f"sector {mention.code.sector}"


def _of_place(scene: Scene, mention: Known, at: int, taken: Mapping[int, int]) -> Iterator[str]:
    """Where it stands: behind a preposition, as a place, inside or right beside another mention."""
    signals, stretch = scene.signals, mention.stretch
    before = stretch.first - 1
    if before >= 0 and signals.upos[before] == "ADP":
        yield f"behind {signals.form(before).lower()}"
    if not signals.placed.isdisjoint(stretch.words):
        yield "placed"
    if taken.get(signals.governors[scene.shape(mention).word], at) != at:
        yield "inside"
    if before in taken:
        yield "right behind"
    if stretch.end in taken:
        yield "right before"


def _of_statements(actor: Actor, statements: Sequence[Statement]) -> Iterator[str]:
    """Whether somebody told speaks in it, or is spoken to."""
    if any(one.source is not None and one.source.start == actor.start for one in statements):
        yield "speaks"
    if any(one.addressee is not None and one.addressee.start == actor.start for one in statements):
        yield "is told"


def _parts(signals: Signals, mentions: Sequence[Known]) -> list[dict[Part, float]]:
    """For each mention, the chance at most of its playing a part in what some word says."""
    found: dict[tuple[int, Part], float] = defaultdict(float)
    for head, parts in PARTS.items():
        for anchor in signals.stretches(head, ANCHOR):
            for part in parts:
                for mention, share in pointed(signals, mentions, part, anchor.first):
                    key = (mention.stretch.first, part)
                    found[key] = max(found[key], anchor.chance * share)
    every = [part for parts in PARTS.values() for part in parts]
    return [{part: found[mention.stretch.first, part] for part in every} for mention in mentions]
