"""The main opponents: the two parties whose dealings the record is most about.

Takes readings; gives the pair of parties that most reports tell to talk or to have an agreement with each other, or,
where there are none, to contend with each other. It knows nothing of what they want.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from akkoord.codebook import EventType, parties_in
from akkoord.dossier.context import Context
from akkoord.record import Pair, paired

CONTENDING: frozenset[EventType] = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)


def main_opponents(contexts: Iterable[Context]) -> Pair | None:
    """The pair of the most reports, the first by name among equals; None where no two parties deal."""
    told = list(contexts)
    return most_told(Counter(pair for context in told for pair in paired(context.reading))) or most_told(
        Counter(pair for context in told for pair in contending(context))
    )


def most_told(pairs: Mapping[Pair, int]) -> Pair | None:
    """The pair of most reports, the first by name among equals; None where there is none."""
    return min(pairs, key=lambda pair: (-pairs[pair], pair)) if pairs else None


def contending(context: Context) -> set[Pair]:
    """The pairs of parties of which one report tells that one presses, blames, refuses or attacks the other;
    persons who act for nobody left out.
    """
    return {
        (min(actor, other), max(actor, other))
        for event in context.reading.events
        if event.type in CONTENDING
        for actor in parties_in(event.actors)
        for other in parties_in(event.recipients)
        if actor != other and not any(party.startswith("PER:") for party in (actor, other))
    }
