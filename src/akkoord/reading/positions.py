"""The positions layer: what each party wants of the dealings, once per report."""

from collections.abc import Sequence
from dataclasses import dataclass

from akkoord.codebook import Code, Issue, Span, Stance
from akkoord.reading.findings import Position
from akkoord.reading.issues import issues_in
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, party_shares
from akkoord.reading.signals import Signals
from akkoord.reading.statements import trimmed

EVIDENCE = 0.2
NAMED = 6.0  # how much likelier an issue is whose words are there
HOLDER = 0.15  # share from which a party holds the position


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that tell of a position: how sure it is that they do, whose it is, and what it is."""

    span: Span
    chance: float
    holder: float
    what: float


def draft_positions(signals: Signals, mentions: Sequence[Known]) -> list[Draft[Position]]:
    """Positions with all their evidence; of several stances of a party on one issue each stays."""
    found: dict[tuple[Code, Issue, Stance], list[Evidence]] = {}
    for stretch in signals.stretches("position", EVIDENCE):
        span = trimmed(signals.text, signals.span(stretch.words))
        shares = party_shares(signals, mentions, "holder", stretch.first)
        party = max(shares, key=lambda code: (shares[code], str(code)), default=None)
        if span is not None and party is not None and shares[party] >= HOLDER:
            issue, sure_issue = _issue(signals, stretch.words)
            stance, sure_stance = signals.choice("stance", stretch.words)
            key: tuple[Code, Issue, Stance] = (party, issue, stance)  # type: ignore[assignment]
            found.setdefault(key, []).append(
                Evidence(span, stretch.chance, shares[party], sure_issue * sure_stance)
            )
    return [_draft(key, evidence) for key, evidence in found.items()]


def _issue(signals: Signals, words: range) -> tuple[str, float]:
    """The likeliest issue by head and words: gold has too few of most issues for a head to know their words."""
    chances = signals.chances("issue", words)
    for issue in issues_in([signals.form(word) for word in words]):
        chances[issue] *= NAMED
    best = max(chances, key=lambda issue: chances[issue])
    return best, chances[best] / sum(chances.values())


def _draft(key: tuple[Code, Issue, Stance], evidence: Sequence[Evidence]) -> Draft[Position]:
    party, issue, stance = key
    best = max(evidence, key=lambda e: e.chance)
    return Draft(
        Position(
            party=party,
            issue=issue,
            stance=stance,
            evidence=tuple(e.span for e in evidence),
            why=(f"position {best.chance:.2f}: {best.span.text}",),
        ),
        {
            "position": logit(best.chance),
            "holder": logit(best.holder),
            "what": logit(best.what),
            "again": float(len(evidence) > 1),
        },
    )
