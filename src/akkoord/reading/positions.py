"""The positions layer: what each party wants of the dealings, once per report.

What tells of a want (`wanting.py`) gives a party, an issue by its words (`topics.py`) and a stance. The same position
told again is one with more evidence; how much speaks for it, the judge weighs.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from akkoord.codebook import Code, Issue, Span, Stance
from akkoord.codebook.code import NAMELESS
from akkoord.reading.findings import Condition, Event, Position, Statement
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known
from akkoord.reading.signals import Signals
from akkoord.reading.stances import stance_shares
from akkoord.reading.topics import Topics
from akkoord.reading.wanting import Want, read_wants

YEAR = re.compile(r"(?:19|20)\d\d")
REST = 3  # words of a clause beside what is wanted, where that is no part of its own
ABOUT = 0.5  # share of all mentions from which a report is about a party's own affairs
SECOND = 0.25  # share from which the second likeliest issue may be what a want is about, too
DEALING = 2  # events between two sides of a party from which they are at odds
RULING = "GOV"
TELLING = "JRN"  # who reports of dealings has no part in them
OTHERS = frozenset(
    {"LEG", "MIL", "OPP", "CVL", "BUS", "REB", "PTY", "LAB"}
)  # who may be a side against the rulers
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
    named = Counter(part.whole for m in mentions if m.code is not None for part in m.code.parts)
    split = _split({code for want in wants for code in want.holders}, named, _at_odds(events))
    found: dict[Key, list[tuple[Want, Features]]] = defaultdict(list)
    for want in wants:
        for issue, stance, features in _meant(signals, topics, want):
            for code in want.holders:
                if code.sector != TELLING:
                    found[_side(code, split), issue, stance].append((want, features))
    marked = 1 - signals.tags["position"][:, 0]
    dense = logit(float(marked.mean()))  # how much of the report tells of positions
    return [
        _draft(key, evidence, {"dense": dense, **_around(key, named, topics)})
        for key, evidence in found.items()
    ]


def _meant(signals: Signals, topics: Topics, want: Want) -> Iterator[tuple[Issue, Stance, dict[str, float]]]:
    """The issue and the stance that a want most likely is, with what speaks for them; a second issue may be meant."""
    issues = topics.shares(want.target, want.clause)
    first, second, *_ = sorted(issues, key=lambda issue: (issues[issue], issue), reverse=True)
    for issue in (first, second) if issues[second] >= SECOND else (first,):
        stances = stance_shares(signals, want, issue)
        stance = max(stances, key=lambda stance: stances[stance])
        yield issue, stance, {
            f"kind {want.kind}": 1.0,
            f"held by {want.held_by}": 1.0,
            "issue and stance": math.log(issues[issue] * stances[stance]),
            "second": float(issue == second),
            "head": logit(signals.stretch("position", want.clause).chance),
            **_told(signals, want),
            **want.features,
        }  # fmt: skip


def _told(signals: Signals, want: Want) -> dict[str, float]:
    """How a want is told: by a noun, in a question, as what was before what the report is about."""
    sentence = signals.sentence(want.anchor)
    return {
        "noun": float(signals.upos[want.anchor] == "NOUN"),
        "question": float(signals.form(sentence[-1]) == "?"),
        "year": float(any(YEAR.fullmatch(signals.form(word)) for word in sentence)),
        "unspecific": float(len(want.target) >= len(want.clause) - REST),
    }


def _at_odds(events: Sequence[Event]) -> Counter[Code]:
    """How often each party's rulers and another side of it do something to each other."""
    found: Counter[Code] = Counter()
    for event in events:
        pairs = {(one.whole, frozenset((one.sector, other.sector))) for one in event.actors
                 for other in event.recipients if one.whole == other.whole}  # fmt: skip
        found.update(party for party, sides in pairs if RULING in sides and sides & OTHERS)
    return found


def _split(holders: Collection[Code], named: Counter[Code], at_odds: Counter[Code]) -> frozenset[Code]:
    """The parties of which two sides hold positions, where the report is about them or the sides deal with each other:
    there a position is a side's.
    """
    sectors: dict[Code, set[str | None]] = defaultdict(set)
    for code in holders:
        sectors[code.whole].add(code.sector)
    return frozenset(
        party
        for party, own in sectors.items()
        if RULING in own
        and own & OTHERS
        and (named[party] >= ABOUT * named.total() or at_odds[party] >= DEALING)
    )


def _side(code: Code, split: Collection[Code]) -> Code:
    return code if code.whole in split and code.sector in {RULING, *OTHERS} else code.whole


def _around(key: Key, named: Counter[Code], topics: Topics) -> Features:
    """What the report as a whole says for a position."""
    party, issue, stance = key
    return {
        f"stance {stance}": 1.0,
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
            evidence=_outermost(tuple(dict.fromkeys(want.span for want, _ in evidence))),
            why=tuple(dict.fromkeys(reason for want, _ in evidence for reason in want.why)),
        ),
        features,
    )


def _outermost(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans that lie in no other: whoever reads the evidence should read each word once."""
    kept, furthest = set(), 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > furthest:
            kept.add(span)
            furthest = span.end
    return tuple(span for span in spans if span in kept)
