"""The history of what recent reports tell of: which older ones tell of the same agreements and talks.

Takes agreements and talks of some reports and the dealings that others tell of; gives the ids of those others. It loads
nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from akkoord.dossier.agreements import Accord, keys_of, label_of, meant
from akkoord.dossier.happenings import same_place, when_of
from akkoord.dossier.nearby import Nearby, day_keys, is_wide
from akkoord.dossier.talks import Round
from akkoord.record import Dealing

MOST_EARLIER = 400  # reports that are loaded for the history of what is shown

Thing = Accord | Round


def earlier(accords: Iterable[Accord], rounds: Iterable[Round], dealings: Iterable[Dealing]) -> list[str]:
    """The reports that tell something new of these agreements, by name or date, or of these talks, by day: the first of
    all, and each that gives another status than the one before or one more provision. The dealings come newest first.
    """
    pacts, meetings = _by_name_or_date(accords), _by_day(rounds)
    found: dict[Thing, list[Dealing]] = {}
    for dealing in dealings:
        things: Iterator[Thing] = _pacts_of(dealing, pacts) if dealing.name else _talks_of(dealing, meetings)
        for thing in things:
            found.setdefault(thing, []).append(dealing)
    told = (dealing.report for several in found.values() for dealing in _telling_news(several[::-1]))
    return list(islice(dict.fromkeys(told), MOST_EARLIER))


def _by_name_or_date(accords: Iterable[Accord]) -> Nearby[Accord]:
    pacts: Nearby[Accord] = Nearby()
    for accord in accords:
        for one in (accord, *accord.parts):
            pacts.add(one, keys_of(one.named, one.when, one.label))
    return pacts


def _by_day(rounds: Iterable[Round]) -> Nearby[Round]:
    meetings: Nearby[Round] = Nearby()
    for found in rounds:
        if found.when is not None and not is_wide(found.when):
            meetings.add(found, ((found.parties, day) for day in day_keys(found.when)))
    return meetings


def _pacts_of(dealing: Dealing, pacts: Nearby[Accord]) -> Iterator[Accord]:
    """The agreements that a dealing can be of."""
    when, label = when_of(dealing.date), label_of(dealing.name or "", dealing.place)
    near = pacts.find(keys_of(dealing.parties, when, label))
    return (accord for accord in near if meant(accord, dealing.parties, when, label))


def _talks_of(dealing: Dealing, meetings: Nearby[Round]) -> Iterator[Round]:
    """The talks that a dealing can be of."""
    when = when_of(dealing.date)
    parties = tuple(sorted(dealing.parties))
    near = meetings.find((parties, day) for day in day_keys(when)) if when else ()
    return (one for one in near if not (dealing.place and one.place) or same_place(dealing.place, one.place))


def _telling_news(dealings: Iterable[Dealing]) -> Iterator[Dealing]:
    """Those of the dealings with one thing, in the order of time, that tell something which the one before did not."""
    status, agreed = "", set[str]()
    for dealing in dealings:
        provisions = set(dealing.provisions.split("+")) - {""}
        if dealing.status != status or provisions - agreed:
            yield dealing
        status = dealing.status
        agreed |= provisions
