"""The talks layer: meetings, calls and rounds of talks between parties, held or not.

Events that are meetings tell of talks; so do words that a head marks. What the text says of a noun gives the status,
else an event's reality does, else the head. What is told with the same status, of no other place, and of parties that
are all among the other's, is told once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from akkoord.codebook import Channel, Code, Reality, Span, TalkStatus
from akkoord.reading.actors import lexicon
from akkoord.reading.dealings import Dealing, dealing_at, parties_at, tellings
from akkoord.reading.findings import Event, Talk, Time
from akkoord.reading.frames.hits import TalkHit
from akkoord.reading.judge import Draft
from akkoord.reading.mention import Known
from akkoord.reading.signals import Signals

EVIDENCE = 0.3
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
) -> list[Draft[Talk]]:
    """The talks that the report may speak of."""
    found: list[Dealing] = []
    for dealing in sorted(_told(signals, mentions, times, events, hits), key=lambda d: d.evidence[0].start):
        same = next((i for i, old in enumerate(found) if _is_same(old, dealing)), None)
        if same is None:
            found.append(dealing)
        else:
            found[same] = found[same].joined(dealing)
    return [_draft(dealing, mentions) for dealing in found if dealing.parties]


def _told(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    events: Sequence[Event],
    hits: Sequence[TalkHit],
) -> Iterator[Dealing]:
    """What events that are meetings tell, and what words tell that a head marks; with the status of nouns in them."""
    said = {hit.word: hit for hit in hits}
    meetings = [
        _with_status(_of_event(signals, mentions, event), signals, said)
        for event in events
        if event.type == "CONSULT"
    ]
    yield from meetings
    taken = [span for meeting in meetings for span in meeting.evidence]
    for stretch in tellings(signals, "talk", EVIDENCE):
        span = signals.span(stretch.words)
        if not any(span.overlap(other) for other in taken):
            status = signals.choice("talk_status", stretch.words)
            dealing = dealing_at(signals, mentions, times, stretch, status)
            if dealing is not None:
                yield _with_status(dealing, signals, said)


def _with_status(dealing: Dealing, signals: Signals, said: Mapping[int, TalkHit]) -> Dealing:
    """With the status that the text gives a noun in it, if it does."""
    hit = next((said[word] for word in signals.words(dealing.evidence[0]) if word in said), None)
    return dealing if hit is None else replace(dealing, status=hit.status, told=True, why=(hit.arc,))


def _of_event(signals: Signals, mentions: Sequence[Known], event: Event) -> Dealing:
    """A meeting or call as talks: who took part, and the status that its reality gives it."""
    words = signals.words(event.trigger)
    status, sure = signals.choice("talk_status", words, HELD[event.reality])
    pointed_to, share = parties_at(signals, mentions, range(0), words.start)
    own = tuple(sorted({code.whole for code in (*event.actors, *event.recipients)}))
    return Dealing(
        parties=own if len(own) > 1 else tuple(sorted({*own, *pointed_to})),
        status=status,
        evidence=(event.trigger,),
        chance=signals.stretch("talk", words).chance,
        sure=sure,
        share=share,
        date=event.time,
        place=event.place,
        named=True,
    )


def _is_same(old: Dealing, fresh: Dealing) -> bool:
    """Whether the status is the same, the place may be, and the parties of one are all among the other's."""
    places = {place for place in (old.place, fresh.place) if place is not None}
    one, other = set(old.parties), set(fresh.parties)
    return (one <= other or other <= one) and old.status == fresh.status and len(places) < 2


def _draft(dealing: Dealing, mentions: Sequence[Known]) -> Draft[Talk]:
    return Draft(
        Talk(
            parties=dealing.parties,
            host=_host(dealing, mentions),
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
            "told status": float(dealing.told),
            "place": float(dealing.place is not None),
            "date": float(dealing.date is not None),
            "alone": float(len(dealing.parties) < 2),
            "many": float(len(dealing.parties) > MANY),
        },
    )


def _host(dealing: Dealing, mentions: Sequence[Known]) -> Code | None:
    """Whose the place is, where the report names them too and they are no party: a place alone invites nobody."""
    named = {part.whole for m in mentions if m.code is not None for part in m.code.parts}
    entries = lexicon().find(dealing.place.split()) if dealing.place else []
    owners = [entry.code.whole for entry in entries if entry.kind in ("capital", "place")]
    return next((owner for owner in owners if owner in named and owner not in dealing.parties), None)


def _channel(evidence: Sequence[Span]) -> Channel:
    words = [word for span in evidence for word in span.text.lower().split()]
    told = (channel for channel, starts in CHANNELS.items() if any(word.startswith(starts) for word in words))
    return next(told, "meeting")
