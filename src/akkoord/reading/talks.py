"""The talks layer: meetings, calls and rounds of talks between parties, held or not.

Events that are meetings tell of talks; so do other words of meeting, what a head marks around them, and agreements that
parties made somewhere. What the text says of a noun or verb gives the status, else an event's reality does, else the
head; what is or would be on a day to come is planned. What is told with the same status, of no other place, time or
channel, and of parties that are all among the other's, is told once. What one side holds with its own is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from akkoord.codebook import Channel, Code, Reality, Span, TalkStatus, join_codes
from akkoord.reading.dealings import Dealing, codes_of, dealing_at, parties_at, tellings
from akkoord.reading.findings import Event, Talk, Time
from akkoord.reading.frames.hits import AgreementHit, TalkHit
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known
from akkoord.reading.occasions import day_of, place_of
from akkoord.reading.parties import MEDIATING, Around, owners
from akkoord.reading.signals import Signals
from akkoord.when import When

EVIDENCE = 0.3
SIGNED = "signed"  # that an agreement was made somewhere tells that the parties met
MANY = 3  # parties from which some are likely wrong
HELD: dict[Reality, tuple[TalkStatus, ...]] = {
    "actual": ("held",),
    "future": ("planned",),
    "hypothetical": ("proposed", "planned"),
    "negated": ("refused", "cancelled", "attempted"),
}
CHANNELS: dict[Channel, tuple[str, ...]] = {  # by how words begin
    "phone": ("belde", "bellen", "belt", "gebeld", "opbel", "telefon", "telefoon"),
    "video": ("video",),
    "letter": ("brief", "schriftelijk"),
}


def draft_talks(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    events: Sequence[Event],
    hits: Sequence[TalkHit] = (),
    day: date | None = None,
    agreements: Sequence[AgreementHit] = (),
) -> list[Draft[Talk]]:
    """The talks that the report may speak of, which came out on `day` at the latest."""
    found: list[Dealing] = []
    told = [
        *_told(signals, mentions, times, events, hits),
        *_signed(signals, mentions, times, agreements),
    ]
    for dealing in sorted((_on(day, dealing) for dealing in told), key=lambda d: d.evidence[0].start):
        _add(found, dealing)
    around = Around.of(signals, mentions, events)
    return [_draft(around, _between(around, dealing)) for dealing in found if dealing.parties]


def _add(found: list[Dealing], dealing: Dealing) -> None:
    """Adds what is told, joined with what is the same; the more parties it then has, the more may be the same."""
    same = next((i for i, old in enumerate(found) if _is_same(old, dealing)), None)
    if same is None:
        found.append(dealing)
    else:
        _add(found, found.pop(same).joined(dealing))


def _told(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    events: Sequence[Event],
    hits: Sequence[TalkHit],
) -> Iterator[Dealing]:
    """What events that are meetings tell, words of meeting that a head marks, and those that tell a status."""
    said = {hit.word: hit for hit in hits}
    own = {hit.word for hit in hits if _is_own(mentions, hit)}
    taken: set[int] = set()
    for event in events:
        if event.type == "CONSULT":
            words = signals.words(event.trigger)
            taken.update(words)
            if own.isdisjoint(words):
                yield _with_status(_of_event(signals, mentions, event), signals, said)
    alone = [signals.stretch("talk", range(hit.word, hit.word + 1)) for hit in hits]
    for stretch in (*tellings(signals, "talk", EVIDENCE), *alone):
        meets = not said.keys().isdisjoint(stretch.words)
        if meets and own.isdisjoint(stretch.words) and taken.isdisjoint(stretch.words):
            taken.update(stretch.words)
            status = signals.choice("talk_status", stretch.words)
            dealing = dealing_at(signals, mentions, times, stretch, status)
            if dealing is not None:
                yield _with_status(dealing, signals, said)


def _signed(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time], hits: Sequence[AgreementHit]
) -> Iterator[Dealing]:
    """Where parties made an agreement somewhere, they met there: "tekenden in Riga een bestand"."""
    for hit in hits:
        place = place_of(signals, hit, failed=True)
        if len(hit.scenes) < 2 or hit.status == "proposed" or place is None:
            continue
        dealing = dealing_at(signals, mentions, times, signals.stretch("talk", hit.words), ("held", 1.0))
        if dealing is not None:
            own, day = tuple(sorted(set(codes_of(mentions, hit.parties)))), day_of(signals, times, hit, True)
            yield replace(
                dealing,
                parties=own if len(own) > 1 else dealing.parties,
                place=place.text,
                date=day.text if day else None,
                told=SIGNED,
                named=True,
                met=len(own) > 1,
            )


def _is_own(mentions: Sequence[Known], hit: TalkHit) -> bool:
    """Whether all who meet are of one side."""
    sides = [m.code for word in hit.partners for m in mentions if word in m.stretch.words]
    return hit.own or (len(sides) > 1 and len(set(sides)) == 1 and None not in sides)


def _with_status(dealing: Dealing, signals: Signals, said: Mapping[int, TalkHit]) -> Dealing:
    """With the status that the text gives a noun in it, if it does; who only brings others together ("onder auspiciën
    van") does so for the talks beside.
    """
    words = signals.words(dealing.evidence[0])
    hits = [said[word] for word in words if word in said]
    if dealing.mediators and not hits:
        beside = (said[word] for word in signals.sentence(words.start) if word in said)
        hits = sorted(beside, key=lambda hit: abs(hit.word - words.start))[:1]
    named = replace(dealing, named=dealing.named or bool(hits))
    hit = next((hit for hit in hits if hit.status is not None), None)
    if hit is None or hit.status is None:
        return named
    told = "maybe" if hit.maybe else "verb" if hit.verb else "noun"
    day = dealing.date if hit.dated else None
    return replace(named, status=hit.status, told=told, why=(hit.arc,), date=day)


def _on(day: date | None, dealing: Dealing) -> Dealing:
    """With the status that its date allows: what is or would be on a day to come is planned."""
    when = When.parse(dealing.date) if dealing.date else When.unknown()
    if day is None or when.earliest is None or when.latest is None:
        return dealing
    would = dealing.status == "proposed" and dealing.told == "maybe" and when.latest >= day
    will = dealing.status == "held" and when.earliest > day
    return replace(dealing, status="planned") if would or will else dealing


def _of_event(signals: Signals, mentions: Sequence[Known], event: Event) -> Dealing:
    """A meeting or call as talks: who took part or brought them together, and the status that its reality gives it."""
    words = signals.words(event.trigger)
    status, sure = signals.choice("talk_status", words, HELD[event.reality])
    pointed_to, share = parties_at(signals, mentions, range(0), words.start)
    mediators = {code.whole for code in event.actors} if event.mode == MEDIATING else set()
    own = {code.whole for code in (*event.actors, *event.recipients)} - mediators
    among_own = bool(event.actors and event.recipients) and not mediators
    return Dealing(
        parties=tuple(sorted(own if len(own) > 1 or among_own else (own | set(pointed_to)) - mediators)),
        mediators=tuple(sorted(mediators)),
        status=status,
        evidence=(event.trigger,),
        chance=signals.stretch("talk", words).chance,
        sure=sure,
        share=share,
        date=event.time,
        place=event.place,
        named=True,
        event=event.confidence,
        met=len(own) > 1,
    )


def _is_same(old: Dealing, fresh: Dealing) -> bool:
    """Whether status, place, date and channel may be the same, and the parties of one are all among the other's."""
    one, other = set(old.parties), set(fresh.parties)
    return (
        (one <= other or other <= one)
        and old.status == fresh.status
        and all(None in pair or pair[0] == pair[1] for pair in zip(_where(old), _where(fresh), strict=True))
    )


def _where(dealing: Dealing) -> tuple[str | None, ...]:
    """What tells talks from others of the same parties: place, time and channel."""
    return dealing.place, dealing.date, _channel(dealing.evidence)


def _between(around: Around, dealing: Dealing) -> Dealing:
    """With its likely parties alone; who of the others goes between them."""
    likely = around.likely("talks", dealing.parties, dealing.evidence, dealing.place)
    others = around.go_betweens(set(dealing.parties) - set(likely), dealing.evidence)
    return replace(dealing, parties=likely, go_betweens=tuple(sorted(others)))


def _draft(around: Around, dealing: Dealing) -> Draft[Talk]:
    host = _host(around, dealing)
    return Draft(
        Talk(
            parties=dealing.parties,
            host=host,
            mediator=_mediator(dealing, host),
            channel=_channel(dealing.evidence),
            status=dealing.status,  # type: ignore[arg-type]
            evidence=dealing.evidence,
            why=(f"talk {dealing.chance:.2f}: {dealing.evidence[0].text}", *dealing.why),
            date=dealing.date,
            place=dealing.place,
        ),
        dealing.features()
        | {
            f"status {dealing.status}": 1.0,
            "told status": float(dealing.told == "noun"),
            "told verb": float(dealing.told in ("verb", "maybe")),
            "told signed": float(dealing.told == SIGNED),
            "event": logit(dealing.event) if dealing.event else 0.0,
            "no event": float(not dealing.event),
            "met": float(dealing.met),
            "mediated": float(bool(dealing.mediators)),
            "place": float(dealing.place is not None),
            "date": float(dealing.date is not None),
            "alone": float(len(dealing.parties) < 2),
            "many": float(len(dealing.parties) > MANY),
        },
    )


def _mediator(dealing: Dealing, host: Code | None) -> Code | None:
    """Who brings the parties together, several as one code."""
    found = {*dealing.mediators, *dealing.go_betweens} - {*dealing.parties, host}
    return join_codes(sorted(code for code in found if code is not None)) if found else None


def _host(around: Around, dealing: Dealing) -> Code | None:
    """Whose the place is, where he is no party and words around him tell of hosting: a place alone invites nobody."""
    asked = {owner for owner in owners(dealing.place) if owner not in dealing.parties}
    return min(around.go_betweens(asked, dealing.evidence), default=None)


def _channel(evidence: Sequence[Span]) -> Channel:
    words = [word for span in evidence for word in span.text.lower().split()]
    told = (channel for channel, starts in CHANNELS.items() if any(word.startswith(starts) for word in words))
    return next(told, "meeting")
