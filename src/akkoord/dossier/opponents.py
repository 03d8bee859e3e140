"""The main opponents: the two parties whose dealings the record is most about.

Takes readings; gives the pair of parties that most reports tell to talk or to have an agreement with each other, or,
where there are none, to contend with each other. It knows nothing of what they want.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations

from akkoord.codebook import EventType, parties_in
from akkoord.dossier.context import Context

Pair = tuple[str, str]

MOST_PARTIES = 6  # in one list: a summit of twenty says nothing of who is whose opponent
CONTENDING: frozenset[EventType] = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)


def main_opponents(contexts: Iterable[Context]) -> Pair | None:
    """The pair of the most reports, the first by name among equals; None where no two parties deal."""
    told = list(contexts)
    return most_told(map(dealing, told)) or most_told(map(contending, told))


def most_told(pairs: Iterable[Collection[Pair]]) -> Pair | None:
    """The pair that is in most of these, the first by name among equals; None where there is none."""
    found = Counter(pair for told in pairs for pair in told)
    return min(found, key=lambda pair: (-found[pair], pair)) if found else None


def dealing(context: Context) -> set[Pair]:
    """The pairs of parties that one report tells to talk or to have an agreement with each other."""
    reading = context.reading
    lists = [talk.parties for talk in reading.talks] + [pact.parties for pact in reading.agreements]
    return pairs_in(map(parties_in, lists))


def pairs_in(lists: Iterable[Collection[str]]) -> set[Pair]:
    """The pairs of parties that lists which are not too long name together."""
    few = (sorted(parties) for parties in lists if len(parties) <= MOST_PARTIES)
    return _of_somebody(pair for parties in few for pair in combinations(parties, 2))


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
