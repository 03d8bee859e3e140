"""The main opponents: the two parties whose dealings the record is most about.

Takes readings; gives pairs of parties by the number of reports in which they deal with each other. It knows nothing
of what they want.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from akkoord.dossier.context import Context
from akkoord.dossier.happenings import parties_in

Pair = tuple[str, str]

MOST_PARTIES = 6  # in one list: a summit of twenty says nothing of who is whose opponent


def pairs(contexts: Iterable[Context]) -> Counter[Pair]:
    """In how many reports two parties deal with each other: an event from one to the other, talks, an agreement."""
    found: Counter[Pair] = Counter()
    for context in contexts:
        found.update(dealing(context))
    return found


def dealing(context: Context) -> set[Pair]:
    """The pairs of parties that deal with each other in one report."""
    reading = context.reading
    found: set[Pair] = set()
    for event in reading.events:
        for actor in parties_in(event.actors):
            found |= {_sorted(actor, other) for other in parties_in(event.recipients) if other != actor}
    lists = [talk.parties for talk in reading.talks] + [pact.parties for pact in reading.agreements]
    for codes in lists:
        parties = sorted(parties_in(codes))
        if len(parties) <= MOST_PARTIES:
            found |= set(combinations(parties, 2))
    return {pair for pair in found if not any(party.startswith("PER:") for party in pair)}


def _sorted(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def main_opponents(contexts: Iterable[Context]) -> Pair | None:
    """The pair of the most reports, the first by name among equals; None where no two parties deal."""
    found = pairs(contexts)
    return min(found, key=lambda pair: (-found[pair], pair), default=None)
