"""What makes tellings of events one: conditions, each with its name, never a sum of likenesses.

Takes the events of many reports; gives `Happening`s. Two tellings are of one event where every condition of
`same_event` holds. An event that could be either of two is told apart, with the note that it could be. It knows
nothing of how dates are narrowed further or of what contradicts what.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date, timedelta

from akkoord.codebook import EventType, Reality
from akkoord.dossier.context import Context
from akkoord.dossier.happenings import MUTUAL, Happening, Telling, same_place
from akkoord.dossier.nearby import Nearby, day_keys, stretch_key, stretch_keys
from akkoord.dossier.reason import Reason
from akkoord.dossier.words import is_known

SPOKEN: frozenset[EventType] = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "AID"}
)
"""Types of which a party does several to the same other on one day: the words about them must agree too."""
VARIED = SPOKEN | frozenset[EventType]({"SUPPORT", "ASSAULT", "SANCTION", "COERCE"})
"""Types that hold acts too different to be one on the strength of day and sides: the act must be the same."""
MEMORY = timedelta(
    days=31
)  # how long before its publication a report may mean an event without giving its date
FRESH = timedelta(days=3)  # reports published so near each other may tell of the same undated event
ENOUGH = 2  # words that two undated tellings must share besides their act
COMPARED = 8  # tellings of a happening, the most exact ones, whose words are compared


def happenings(contexts: Iterable[Context], parties: Collection[str] = ()) -> list[Happening]:
    """All events of these reports that happened, are planned or are said not to have happened, merged.

    With `parties`, only those in which one of them acts or is acted on. Hypothetical events (demanded, wished,
    possible) are no happenings and stay in their readings. Time grows with the number of events times those of the
    same type, parties and act within the same days or the month before.
    """
    told = (
        Telling(event, context)
        for context in contexts
        for event in context.reading.events
        if event.reality != "hypothetical" and (event.actors or event.recipients)
    )
    wanted = frozenset(parties)
    tellings = [telling for telling in told if not wanted or telling.participants & wanted]
    merged: list[Happening] = []
    index: Nearby[Happening] = Nearby()
    for telling in sorted(tellings, key=_from_exact_to_open):
        _add(telling, merged, index)
    for happening in merged:
        if happening.reality == "negated":
            _deny(happening, index)
    return merged


def _from_exact_to_open(telling: Telling) -> tuple[int, date, str, int]:
    return telling.width, telling.context.last_day, telling.context.id, telling.start


def _add(telling: Telling, merged: list[Happening], index: Nearby[Happening]) -> None:
    """Join the telling to the only happening that it can be of, else begin a new one.

    Of several, those in the place that it names go first.
    """
    near = index.find(_looked_up(telling, telling.event.reality))
    found = [(h, reason) for h in near if (reason := same_event(h, telling))]
    found = [(h, reason) for h, reason in found if h.place and telling.event.place] or found
    if len(found) == 1 or (found and telling.exact):
        happening, reason = found[0]
        happening.join(telling, reason)
    else:
        happening = Happening([telling], either=[h for h, _ in found])
        merged.append(happening)
    index.add(happening, _kept_under(happening, telling))


def _deny(happening: Happening, index: Nearby[Happening]) -> None:
    """Denials beside what they deny; they stay happenings of their own as well ("did not happen")."""
    for telling in happening.tellings:
        for other in index.find(_looked_up(telling, "actual")):
            if reason := contrary(other, telling):
                other.denials.append((telling, reason))


def _kept_under(happening: Happening, telling: Telling) -> Iterator[Hashable]:
    """Keys of a happening after one more telling: its days; and by act its report and the stretch of its day or else of
    its publication.
    """
    kind = telling.event.type, happening.reality
    for party in _doers(happening.first) | _doers(telling):
        if telling.when is not None:
            for key in day_keys(telling.when):
                yield kind, party, key
        for act in telling.acts:
            yield kind, party, act, telling.context.id
            if telling.when is None or telling.exact:
                yield kind, party, act, stretch_key(telling.exact or telling.context.last_day)


def _looked_up(telling: Telling, reality: Reality) -> Iterator[Hashable]:
    """Keys of what it may be of: the same days; without a date, the same act in its report or the month before."""
    kind, last = (telling.event.type, reality), telling.context.last_day
    for party in _doers(telling):
        if telling.when is not None:
            for key in day_keys(telling.when):
                yield kind, party, key
            continue
        for act in telling.acts:
            yield kind, party, act, telling.context.id
            for stretch in stretch_keys(last, MEMORY, FRESH):
                yield kind, party, act, stretch


def _doers(telling: Telling) -> frozenset[str]:
    """Parties of whom two tellings of one event share one: those who act, where nobody does those acted on."""
    return telling.participants if telling.event.type in MUTUAL else telling.actors or telling.recipients


def same_event(happening: Happening, telling: Telling) -> Reason | None:
    """Why the telling is of this happening, None where one of the conditions fails.

    Conditions: the same type; no different mode; the same sides, or one names only some of them; no different
    places; dates that can be the same day; and, where the type or an open date asks for it, the same act.
    """
    if not _sides_fit(happening, telling):
        return None
    mode, place = telling.event.mode, telling.event.place
    if mode and happening.mode and mode != happening.mode:
        return None
    if place and any(not same_place(place, other) for other in happening.places):
        return None
    if happening.when and telling.when and not happening.when.overlaps(telling.when):
        return None
    return _same_time(happening, telling)


def _same_time(happening: Happening, telling: Telling) -> Reason | None:
    """The rule for the dates that both have, none where the type asks for more than they share."""
    act = _shared_act(happening, telling)
    if not act and (happening.type in VARIED or not telling.exact or not happening.day):
        return None
    about = _shared_subject(happening, telling) if happening.type in SPOKEN else ()
    if happening.type in SPOKEN and not about:
        return None
    if telling.exact and happening.day:
        return Reason("same-day", (*act, *about))
    if telling.when is not None and happening.when is not None:
        return Reason("can-be-that-day", (*act, *about))
    if telling.context is happening.first.context:
        return Reason("told-again", (*act, *about))
    if telling.when is None and happening.day and _lately(happening.day, telling):
        return Reason("only-one-lately", (*act, *about))
    return _alike(happening, telling)


def _lately(day: date, telling: Telling) -> bool:
    return timedelta() <= telling.context.last_day - day <= MEMORY


def _alike(happening: Happening, telling: Telling) -> Reason | None:
    """For two of which one has no date: published at one time, and much the same words about it."""
    near = any(
        abs(t.context.last_day - telling.context.last_day) <= FRESH for t in happening.tellings[:COMPARED]
    )
    shared = _shared_subject(happening, telling) if near else ()
    return Reason("same-words", shared) if len(shared) >= ENOUGH else None


def _shared_subject(happening: Happening, telling: Telling) -> tuple[str, ...]:
    """What the sentences of both are about; what one's trigger names may stand anywhere in the other's."""
    mine = telling.about
    shared = [
        (mine & t.about) | (telling.acts & t.about) | (t.acts & mine) for t in happening.tellings[:COMPARED]
    ]
    return max((tuple(sorted(words)) for words in shared), key=len)


def contrary(happening: Happening, telling: Telling) -> Reason | None:
    """Why the telling, that something did not happen, is of this happening; None where it is not.

    Conditions: the same sides; triggers that name the same act; no different places; and either dates that can be
    the same, or, where the denial has none, that somebody else makes it in words about the same thing, and no sooner
    than it can have happened: who refuses to meet does not deny a meeting of later. Nor does he deny one of the many
    meetings who says of neither day nor place that there was none.
    """
    act = tuple(sorted(happening.acts & telling.acts))
    if not act or not _sides_fit(happening, telling):
        return None
    if telling.when is None and happening.day and telling.context.last_day < happening.day:
        return None
    place = telling.event.place
    if happening.type in MUTUAL and telling.when is None and place is None:
        return None
    if place and any(not same_place(place, other) for other in happening.places):
        return None
    if telling.when is not None:
        fits = happening.when is not None and happening.when.overlaps(telling.when)
        return Reason("denied-that-day", act) if fits else None
    claimed = telling.event.claimed_by
    about = _shared_subject(happening, telling)
    return (
        Reason("denied", (*act, *about))
        if claimed and about and claimed not in happening.claimed_by
        else None
    )


def _shared_act(happening: Happening, telling: Telling) -> tuple[str, ...]:
    """The act that both triggers name; else one that a trigger names and, where the other's is a word of no known
    act ("kondigde ... af"), the other's sentence.
    """
    named = set(happening.acts & telling.acts)
    for other in happening.tellings[:COMPARED] if not named else ():
        named |= telling.acts & other.about if not is_known(other.acts) else frozenset()
        named |= other.acts & telling.about if not is_known(telling.acts) else frozenset()
    return tuple(sorted(named))


def _sides_fit(happening: Happening, telling: Telling) -> bool:
    """The same sides, or one telling names only some of them; a party alone is not yet a pair that meets.

    One that names nobody acted on needs a trigger of the same act.
    """
    first = happening.first
    if happening.type in MUTUAL:
        fewer = min(len(happening.parties), len(telling.participants))
        return happening.parties == telling.participants or (
            fewer > 1 and _nested(happening.parties, telling.participants)
        )
    if not first.actors or not telling.actors:
        return first.actors == telling.actors and first.recipients == telling.recipients
    if not first.recipients or not telling.recipients:
        named = bool(happening.acts & telling.acts)
        return (named or first.recipients == telling.recipients) and _nested(first.actors, telling.actors)
    return _nested(first.actors, telling.actors) and (
        _nested(first.recipients, telling.recipients) or _same_thing(happening, telling)
    )


def _same_thing(happening: Happening, telling: Telling) -> bool:
    """Whether what is supported or recognised is told in the same words: of a republic that breaks away one report
    names itself as acted on, another the state that it leaves.
    """
    same_act = bool(happening.acts & telling.acts)
    return happening.type == "SUPPORT" and same_act and len(_shared_subject(happening, telling)) > ENOUGH


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
