"""The agreements and the talks layer: each told once per report, by the words that tell of it.

Both are found alike: stretches of words that tell of one, the parties these point to, and the last status given.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from akkoord.codebook import Channel, Code, Span
from akkoord.reading.findings import Agreement, Talk
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, party_shares
from akkoord.reading.signals import Signals
from akkoord.reading.statements import trimmed

EVIDENCE = 0.25
PARTY = 0.12  # share from which a party takes part
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

    def features(self) -> dict[str, float]:
        """What speaks for it."""
        return {
            "evidence": logit(self.chance),
            "status": logit(self.sure),
            "parties": logit(self.share),
            "several": float(len(self.parties) > 1),
            "again": float(len(self.evidence) > 1),
        }


def draft_agreements(signals: Signals, mentions: Sequence[Known]) -> list[Draft[Agreement]]:
    """The agreements that the report may speak of."""
    return [
        Draft(
            Agreement(
                name=dealing.evidence[0].text,
                parties=dealing.parties,
                status=dealing.status,  # type: ignore[arg-type]
                evidence=dealing.evidence,
                why=(f"agreement {dealing.chance:.2f}: {dealing.evidence[0].text}",),
            ),
            dealing.features(),
        )
        for dealing in _dealings(signals, mentions, "agreement")
    ]


def draft_talks(signals: Signals, mentions: Sequence[Known]) -> list[Draft[Talk]]:
    """The talks, held or not, that the report may speak of."""
    return [
        Draft(
            Talk(
                parties=dealing.parties,
                channel=_channel(dealing.evidence),
                status=dealing.status,  # type: ignore[arg-type]
                evidence=dealing.evidence,
                why=(f"talk {dealing.chance:.2f}: {dealing.evidence[0].text}",),
            ),
            dealing.features(),
        )
        for dealing in _dealings(signals, mentions, "talk")
    ]


def _dealings(signals: Signals, mentions: Sequence[Known], head: str) -> list[Dealing]:
    found: list[Dealing] = []
    for stretch in signals.stretches(head, EVIDENCE):
        span = trimmed(signals.text, signals.span(stretch.words))
        if span is None:
            continue
        status, sure = signals.choice(f"{head}_status", stretch.words)
        shares = party_shares(signals, mentions, "parties", stretch.first)
        parties = tuple(sorted(party for party, share in shares.items() if share >= PARTY))
        fresh = Dealing(parties, status, (span,), stretch.chance, sure, sum(shares[p] for p in parties))
        same = next((i for i, old in enumerate(found) if _is_same(old, fresh)), None)
        if same is None:
            found.append(fresh)
        else:
            found[same] = _joined(found[same], fresh)
    return [dealing for dealing in found if dealing.parties]


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
    )


def _channel(evidence: Sequence[Span]) -> Channel:
    words = " ".join(span.text.lower() for span in evidence)
    return next((channel for channel, marks in CHANNELS.items() if any(m in words for m in marks)), "meeting")
