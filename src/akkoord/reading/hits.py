"""What the frames of a text say, beside what the heads say: all hits of one report."""

from dataclasses import dataclass

from spacy.tokens import Doc

from akkoord.reading.frames.agreements import find_agreements
from akkoord.reading.frames.conditions import find_conditions
from akkoord.reading.frames.events import find_events
from akkoord.reading.frames.hits import AgreementHit, ConditionHit, EventHit, SayingHit, TalkHit, WantHit
from akkoord.reading.frames.sayings import find_sayings
from akkoord.reading.frames.talks import find_talks
from akkoord.reading.frames.wants import find_wants


@dataclass(frozen=True, slots=True)
class Hits:
    """The events, sayings, conditions, agreements, talks and wants that frames find."""

    events: tuple[EventHit, ...] = ()
    sayings: tuple[SayingHit, ...] = ()
    conditions: tuple[ConditionHit, ...] = ()
    agreements: tuple[AgreementHit, ...] = ()
    talks: tuple[TalkHit, ...] = ()
    wants: tuple[WantHit, ...] = ()


def find_hits(doc: Doc, parties: frozenset[int], cues: frozenset[int] = frozenset()) -> Hits:
    """All that frames find in a parsed text.

    `parties` are the words of its mentions, `cues` those that are likely cues, as `Signals` numbers them.
    """
    return Hits(
        tuple(find_events(doc, parties)),
        tuple(find_sayings(doc, cues)),
        tuple(find_conditions(doc, parties)),
        tuple(find_agreements(doc, parties)),
        tuple(find_talks(doc, parties)),
        tuple(find_wants(doc)),
    )


def meet(one: range, other: range) -> bool:
    """Whether two stretches share a word."""
    return one.start < other.stop and other.start < one.stop


def framed(hit: EventHit | SayingHit | ConditionHit | WantHit | None) -> tuple[str, ...]:
    """Why a frame fits: its name and the arcs that fill its roles."""
    return (f"frame {hit.frame}", *hit.arcs) if hit is not None else ()
