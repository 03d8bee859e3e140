"""The main opponents: the two parties whose dealings the record is most about.

Takes readings; gives the pair of parties that most reports tell to talk or to have an agreement with each other, or,
where there are none, to contend with each other. It knows nothing of what they want.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from akkoord.codebook import EventType
from akkoord.dossier.context import Context
from akkoord.dossier.happenings import parties_in

Pair = tuple[str, str]

MOST_PARTIES = 6  # in one list: a summit of twenty says nothing of who is whose opponent
CONTENDING: frozenset[EventType] = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)


def main_opponents(contexts: Iterable[Context]) -> Pair | None:
    """The pair of the most reports, the first by name among equals; None where no two parties deal."""
    told = list(contexts)
    for pairs_in in (dealing, contending):
        found = Counter(pair for context in told for pair in pairs_in(context))
        if found:
            return min(found, key=lambda pair: (-found[pair], pair))
    return None


def dealing(context: Context) -> set[Pair]:
    """The pairs of parties that one report tells to talk or to have an agreement with each other."""
    reading = context.reading
    lists = [talk.parties for talk in reading.talks] + [pact.parties for pact in reading.agreements]
    parties = [sorted(parties_in(codes)) for codes in lists]
    return _of_somebody(pair for few in parties if len(few) <= MOST_PARTIES for pair in combinations(few, 2))


def contending(context: Context) -> set[Pair]:
    """The pairs of parties of which one report tells that one presses, blames, refuses or attacks the other."""
    return _of_somebody(
        (min(actor, other), max(actor, other))
        for event in context.reading.events
        if event.type in CONTENDING
        for actor in parties_in(event.actors)
        for other in parties_in(event.recipients)
        if actor != other
    )


def _of_somebody(pairs: Iterable[Pair]) -> set[Pair]:
    """Without persons who act for nobody."""
    return {pair for pair in pairs if not any(party.startswith("PER:") for party in pair)}
