"""The positions layer: what each party wants of the dealings, once per report."""

from collections.abc import Sequence

from akkoord.codebook import Code, Issue, Span, Stance
from akkoord.reading.findings import Position
from akkoord.reading.mention import Known, party_shares
from akkoord.reading.signals import Signals
from akkoord.reading.statements import trimmed

EVIDENCE = 0.4
HOLDER = 0.2  # share from which a party holds the position


def read_positions(signals: Signals, mentions: Sequence[Known]) -> list[Position]:
    """Positions with all their evidence; of several stances of a party on one issue each stays."""
    found: dict[tuple[Code, Issue, Stance], list[tuple[Span, float]]] = {}
    for stretch in signals.stretches("position", EVIDENCE):
        span = trimmed(signals.text, signals.span(stretch.words))
        party, share = max(
            party_shares(signals, mentions, "holder", stretch.first).items(),
            key=lambda pair: pair[1],
            default=(None, 0.0),
        )
        if span is not None and party is not None and share >= HOLDER:
            issue: Issue = signals.choice("issue", stretch.words)[0]  # type: ignore[assignment]
            stance: Stance = signals.choice("stance", stretch.words)[0]  # type: ignore[assignment]
            found.setdefault((party, issue, stance), []).append((span, stretch.chance))
    return [
        Position(
            party=party,
            issue=issue,
            stance=stance,
            evidence=tuple(span for span, _ in evidence),
            confidence=max(chance for _, chance in evidence),
            why=("position", *(span.text for span, _ in evidence)),
        )
        for (party, issue, stance), evidence in found.items()
    ]
