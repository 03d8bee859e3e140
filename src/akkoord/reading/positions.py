"""The positions layer: what each party wants of the dealings, once per report.

What tells of a want (`wanting.py`) gives a party, an issue by its words (`topics.py`) and a stance. The same position
told again is one with more evidence; how much speaks for it, the judge weighs.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from akkoord.codebook import Code, Issue, Stance
from akkoord.codebook.code import NAMELESS
from akkoord.reading.findings import Condition, Event, Position, Statement
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known
from akkoord.reading.signals import Signals
from akkoord.reading.topics import Topics
from akkoord.reading.wanting import Want, read_wants

RULING = "GOV"
OTHERS = frozenset({"LEG", "OPP", "CVL", "BUS", "REB", "PTY", "LAB"})  # who may be a side against the rulers
Key = tuple[Code, Issue, Stance]
Features = Mapping[str, float]


def draft_positions(
    signals: Signals,
    mentions: Sequence[Known],
    statements: Sequence[Statement],
    events: Sequence[Event],
    conditions: Sequence[Condition],
    hits: Sequence[WantHit],
) -> list[Draft[Position]]:
    """Positions with all their evidence; of several stances of a party on one issue each stays."""
    topics = Topics(signals)
    wants = list(read_wants(signals, mentions, statements, events, conditions, hits))
    split = _split({code for want in wants for code in want.holders})
    found: dict[Key, list[tuple[Want, Features]]] = defaultdict(list)
    for want in wants:
        issue, stance, features = _meant(signals, topics, want)
        for code, share in want.holders.items():
            whose = features | {"holder": logit(share)}
            found[_side(code, split), issue, stance].append((want, whose))
    rivals = Counter((party, issue) for party, issue, _ in found)
    named = Counter(part.whole for m in mentions if m.code is not None for part in m.code.parts)
    return [_draft(key, evidence, _around(key, rivals, named, topics)) for key, evidence in found.items()]


def _meant(signals: Signals, topics: Topics, want: Want) -> tuple[Issue, Stance, dict[str, float]]:
    """The issue and the stance that a want most likely is, and what speaks for them."""
    shares = topics.shares(want.target, want.clause)
    second, best = sorted(shares, key=lambda issue: (shares[issue], issue))[-2:]
    stance, sure = signals.choice("stance", want.clause, want.stances)
    cue = range(want.anchor, want.anchor + 1)
    return best, stance, {  # type: ignore[return-value]
        f"kind {want.kind}": 1.0,
        f"held by {want.held_by}": 1.0,
        "issue": logit(shares[best]),
        "margin": shares[best] - shares[second],
        "stance": logit(sure),
        "head": logit(signals.stretch("position", want.clause).chance),
        "head cue": logit(signals.stretch("position", cue).chance),
        **want.features,
    }  # fmt: skip


def _split(holders: Collection[Code]) -> frozenset[Code]:
    """The parties of which two sides hold positions: there a position is a side's."""
    sectors: dict[Code, set[str | None]] = defaultdict(set)
    for code in holders:
        sectors[code.whole].add(code.sector)
    return frozenset(party for party, own in sectors.items() if RULING in own and own & OTHERS)


def _side(code: Code, split: Collection[Code]) -> Code:
    return code if code.whole in split and code.sector in {RULING, *OTHERS} else code.whole


def _around(
    key: Key, rivals: Mapping[tuple[Code, Issue], int], named: Counter[Code], topics: Topics
) -> Features:
    """What the report as a whole says for a position."""
    party, issue, stance = key
    return {
        f"stance {stance}": 1.0,
        "rivals": float(rivals[party, issue] > 1),
        "party": logit(named[party.whole] / max(1, named.total())),
        "report": logit(topics.prominence(issue)),
        "person": float(str(party).startswith("PER:")),
        "nobody": float(str(party) == NAMELESS),
    }


def _draft(key: Key, evidence: Sequence[tuple[Want, Features]], around: Features) -> Draft[Position]:
    party, issue, stance = key
    features = {"again": float(len(evidence) > 1), **around}
    for _, found in evidence:
        features |= {name: max(value, features.get(name, value)) for name, value in found.items()}
    return Draft(
        Position(
            party=party,
            issue=issue,
            stance=stance,
            evidence=tuple(dict.fromkeys(want.span for want, _ in evidence)),
            why=tuple(dict.fromkeys(reason for want, _ in evidence for reason in want.why)),
        ),
        features,
    )
