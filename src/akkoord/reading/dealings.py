"""The agreements and the talks layer: each told once per report, by the words that tell of it.

Both are found alike: stretches of words that tell of one, the parties these point to, and the last status given.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from akkoord.codebook import Channel, Code, Issue, Reality, Span, TalkStatus
from akkoord.reading.actors import lexicon
from akkoord.reading.findings import Agreement, Event, Talk, Time
from akkoord.reading.issues import issues_in
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, party_shares
from akkoord.reading.setting import place_at, time_at
from akkoord.reading.signals import Signals
from akkoord.reading.statements import trimmed

EVIDENCE = 0.25
PARTY = 0.12  # share from which a party takes part
KINDS = (
    "akkoord", "verdrag", "overeenkomst", "bestand", "wapenstilstand", "staakt-het-vuren", "deal", "pact", "protocol",
    "afspra", "compromis", "memorandum", "regeling", "verklaring",
)  # fmt: skip
AGREED = frozenset(
    {
        "afgesproken",
        "overeengekomen",
        "daarin",
        "erin",
        "vastgelegd",
        "bepaalt",
        "bepaald",
        "voorziet",
        "regelt",
    }
)
HELD: dict[Reality, tuple[TalkStatus, ...]] = {
    "actual": ("held",),
    "future": ("planned",),
    "hypothetical": ("proposed", "planned"),
    "negated": ("refused", "cancelled", "attempted"),
}
CHANNELS: dict[Channel, tuple[str, ...]] = {
    "phone": ("bel", "telefoon", "telefonisch"),
    "video": ("video",),
    "letter": ("brief", "schriftelijk"),
}


@dataclass(frozen=True, slots=True)
class Dealing:
    """One agreement or one round of talks in the making; `chance`, `sure` and `share` are those of its words."""

    parties: tuple[Code, ...]
    status: str
    evidence: tuple[Span, ...]
    chance: float
    sure: float
    share: float
    date: str | None
    place: str | None
    by_event: bool = False

    def features(self) -> dict[str, float]:
        """What speaks for it."""
        return {
            "evidence": logit(self.chance),
            "status": logit(self.sure),
            "parties": logit(self.share),
            "several": float(len(self.parties) > 1),
            "again": float(len(self.evidence) > 1),
        }


def draft_agreements(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time]
) -> list[Draft[Agreement]]:
    """The agreements that the report may speak of."""
    return [
        Draft(
            Agreement(
                name=_name(signals, dealing),
                parties=dealing.parties,
                provisions=_provisions(signals, dealing),
                status=dealing.status,  # type: ignore[arg-type]
                evidence=dealing.evidence,
                why=(f"agreement {dealing.chance:.2f}: {dealing.evidence[0].text}",),
                date=dealing.date,
                place=dealing.place,
            ),
            dealing.features(),
        )
        for dealing in _dealings(signals, mentions, times, "agreement")
    ]


def draft_talks(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time], events: Sequence[Event]
) -> list[Draft[Talk]]:
    """The talks, held or not, that the report may speak of: by the heads, and by events that are talks."""
    dealings = _dealings(signals, mentions, times, "talk")
    for event in events:
        if event.type == "CONSULT" and not any(
            event.trigger.overlap(s) for d in dealings for s in d.evidence
        ):
            fresh = _of_event(signals, mentions, event)
            if len(fresh.parties) > 1:
                _add(dealings, fresh)
    return [
        Draft(
            Talk(
                parties=dealing.parties,
                host=_host(dealing, mentions),
                channel=_channel(dealing.evidence),
                status=dealing.status,  # type: ignore[arg-type]
                evidence=dealing.evidence,
                why=(f"talk {dealing.chance:.2f}: {dealing.evidence[0].text}",),
                date=dealing.date,
                place=dealing.place,
            ),
            dealing.features() | {"meeting": float(dealing.by_event)},
        )
        for dealing in dealings
    ]


def _of_event(signals: Signals, mentions: Sequence[Known], event: Event) -> Dealing:
    """A meeting or call as talks: who took part, and the status that its reality gives it."""
    words = signals.words(event.trigger)
    status, sure = signals.choice("talk_status", words, HELD[event.reality])
    shares = party_shares(signals, mentions, "parties", words.start)
    parties = tuple(sorted({code.whole for code in (*event.actors, *event.recipients)}))
    return Dealing(
        parties=parties,
        status=status,
        evidence=(event.trigger,),
        chance=signals.stretch("talk", words).chance,
        sure=sure,
        share=sum(shares.get(party, 0.0) for party in parties),
        date=event.time,
        place=event.place,
        by_event=True,
    )


def _dealings(signals: Signals, mentions: Sequence[Known], times: Sequence[Time], head: str) -> list[Dealing]:
    found: list[Dealing] = []
    for stretch in signals.stretches(head, EVIDENCE):
        span = trimmed(signals.text, signals.span(stretch.words))
        if span is None:
            continue
        status, sure = signals.choice(f"{head}_status", stretch.words)
        shares = party_shares(signals, mentions, "parties", stretch.first)
        parties = tuple(sorted(party for party, share in shares.items() if share >= PARTY))
        fresh = Dealing(
            parties=parties,
            status=status,
            evidence=(span,),
            chance=stretch.chance,
            sure=sure,
            share=sum(shares[party] for party in parties),
            date=time_at(signals, times, stretch.words),
            place=place_at(signals, stretch.words),
        )
        _add(found, fresh)
    return [dealing for dealing in found if dealing.parties]


def _add(found: list[Dealing], fresh: Dealing) -> None:
    """Join what is told again to what was told before."""
    same = next((i for i, old in enumerate(found) if _is_same(old, fresh)), None)
    if same is None:
        found.append(fresh)
    else:
        found[same] = _joined(found[same], fresh)


def _is_same(old: Dealing, fresh: Dealing) -> bool:
    return (
        not fresh.parties or set(fresh.parties) <= set(old.parties) or set(old.parties) <= set(fresh.parties)
    )


def _joined(old: Dealing, fresh: Dealing) -> Dealing:
    return Dealing(
        tuple(sorted(set(old.parties) | set(fresh.parties))),
        fresh.status,
        (*old.evidence, *fresh.evidence),
        max(old.chance, fresh.chance),
        fresh.sure,
        max(old.share, fresh.share),
        old.date or fresh.date,
        old.place or fresh.place,
        old.by_event or fresh.by_event,
    )


def _name(signals: Signals, dealing: Dealing) -> str:
    """What the report calls it: the first word for a kind of agreement, with adjectives and names before it."""
    for span in dealing.evidence:
        words = signals.words(span)
        for word in words:
            if any(kind in signals.form(word).casefold() for kind in KINDS):
                return signals.span(range(_first(signals, word, words.start), word + 1)).text
    return dealing.evidence[0].text


def _first(signals: Signals, word: int, least: int) -> int:
    """Where adjectives, numbers and names before a word begin."""
    while word > least and signals.upos[word - 1] in ("ADJ", "NUM", "PROPN"):
        word -= 1
    return word


def _provisions(signals: Signals, dealing: Dealing) -> tuple[Issue, ...]:
    """The issues named where it is told of, and in what follows as long as that tells what was agreed."""
    found: dict[Issue, None] = {}
    for span in dealing.evidence:
        sentence = signals.sentence(signals.words(span).start)
        while sentence:
            forms = [signals.form(word) for word in sentence]
            found |= dict.fromkeys(issue for issue in issues_in(forms) if issue != "talks")
            following = sentence.stop
            sentence = signals.sentence(following) if following < len(signals.upos) else range(0)
            if not AGREED & {signals.form(word).casefold() for word in sentence}:
                break
    return tuple(found)


def _host(dealing: Dealing, mentions: Sequence[Known]) -> Code | None:
    """Whose the place is, where the report names them too and they are no party: a place alone invites nobody."""
    named = {part.whole for m in mentions if m.code is not None for part in m.code.parts}
    entries = lexicon().find(dealing.place.split()) if dealing.place else []
    owners = [entry.code.whole for entry in entries if entry.kind in ("capital", "place")]
    return next((owner for owner in owners if owner in named and owner not in dealing.parties), None)


def _channel(evidence: Sequence[Span]) -> Channel:
    words = " ".join(span.text.lower() for span in evidence)
    return next((channel for channel, marks in CHANNELS.items() if any(m in words for m in marks)), "meeting")
