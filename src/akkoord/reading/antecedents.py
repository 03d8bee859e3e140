"""Whom a mention means that does not say so itself: "de premier", "het land", "hij".

Each party that the report names is weighed by what speaks for it; the weights are learned on gold
(`training/antecedents.py`). The likeliest party gives its code, where it is likely enough.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from akkoord.codebook import Code
from akkoord.reading.mention import Known, pointed
from akkoord.reading.signals import Signals

LEAST = 0.3  # chance from which a party is taken
PERSONS = frozenset({"hij", "zij", "ze", "hem", "haar", "ik", "hijzelf", "zijzelf", "hemzelf", "mij", "me"})
FLOOR = 0.01


def antecedent(signals: Signals, mentions: Sequence[Known], at: int) -> Known:
    """The mention with the code of the party that it most likely means; unchanged where none is likely enough."""
    mention = mentions[at]
    features = candidates(signals, mentions, at)
    if not features:
        return mention
    weights = _weights()
    scores = {party: sum(weights[k] * v for k, v in found.items()) for party, found in features.items()}
    total = sum(math.exp(score) for score in scores.values())
    best = max(scores, key=lambda party: (scores[party], party))
    if math.exp(scores[best]) / total < LEAST:
        return mention
    code = _in_sector(signals, mentions, at, best)
    return replace(mention, code=code, known_by="pointing", why=(f"means {code}",))


def candidates(signals: Signals, mentions: Sequence[Known], at: int) -> dict[str, dict[str, float]]:
    """By party, what speaks for it: numbers by name of the feature."""
    mention, shares = mentions[at], pointed(signals, mentions, "same", mentions[at].stretch.first)
    pointers: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    nearest: dict[str, int] = {}
    fits: Counter[str] = Counter()
    sector = mention.phrase.sector
    for i, other in enumerate(mentions):
        if other.code is None or i == at:
            continue
        party = other.code.party
        pointers[party] += shares[i]
        counts[party] += 1
        fits[party] += sector is not None and other.code.sector == sector
        if i < at or party not in nearest:
            nearest[party] = abs(at - i)
    total = sum(counts.values())
    return {
        party: {
            "pointer": math.log(pointers[party] + FLOOR),
            "count": math.log(counts[party] / total),
            "near": -math.log(nearest[party]),
            "sector": float(fits[party] > 0),
            "joined": float("+" in party),
            "joined plural": float("+" in party and mention.phrase.plural),
            "person person": float(party.startswith("PER:") and mention.words[0].lower() in PERSONS),
            "nameless": float(party == "INT"),
            "state office": float(Code.parse(party).is_state and sector is not None),
        }
        for party in counts
    }


def _in_sector(signals: Signals, mentions: Sequence[Known], at: int, party: str) -> Code:
    """The party in the sector that the mention's words give, else in that of the mentions pointed to most."""
    code, mention = Code.parse(party), mentions[at]
    if mention.phrase.sector is not None and code.is_state:
        return code.with_sector(mention.phrase.sector)
    shares: dict[Code, float] = defaultdict(float)
    for share, other in zip(pointed(signals, mentions, "same", mention.stretch.first), mentions, strict=True):
        if other.code is not None and other.code.party == party:
            shares[other.code] += share
    return max(shares, key=lambda own: (shares[own], str(own)))


@cache
def _weights() -> dict[str, float]:
    text = files("akkoord.reading").joinpath("data", "antecedents.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
