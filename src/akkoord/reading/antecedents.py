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

from akkoord.codebook import BadCode, Code
from akkoord.codebook.code import NAMELESS
from akkoord.reading.mention import Known, pointed
from akkoord.reading.signals import Signals

LEAST = 0.25  # chance from which a party is taken
PERSONS = frozenset({"hij", "zij", "ze", "hem", "haar", "ik", "hijzelf", "zijzelf", "hemzelf", "mij", "me"})
DEFINITE = frozenset(
    {"de", "het", "die", "dat", "deze", "dit", "beide", "zijn", "haar", "hun", "onze", "ons", "mijn", "elke"}
)
FLOOR = 0.01
NEARBY = 300  # mentions on either side that are looked at: more than a report has
FAR = 60  # mentions back: where no fitting one is nearer
FEATURES = (
    "pointer", "count", "near", "fit", "fit near", "sector", "joined", "joined plural", "person person", "nameless",
    "nameless indefinite", "state office", "itself", "itself body", "other name",
)  # fmt: skip


def antecedent(signals: Signals, mentions: Sequence[Known], at: int) -> Known:
    """The mention with the code of the party that it most likely means; unchanged where none is likely enough."""
    mention, weights = mentions[at], _weights()
    features = candidates(signals, mentions, at)
    scores = {party: sum(weights[k] * v for k, v in found.items()) for party, found in features.items()}
    if not scores:
        return mention
    best = max(scores, key=lambda party: (scores[party], party))
    if math.exp(scores[best]) / sum(map(math.exp, scores.values())) < LEAST:
        return mention
    own = itself(mention)
    if own is not None and own.party == best:
        return replace(mention, code=own, known_by="itself", why=("a name of its own",))
    code = _in_sector(signals, mentions, at, best)
    return replace(mention, code=code, known_by="pointing", why=(f"means {code}",))


def candidates(signals: Signals, mentions: Sequence[Known], at: int) -> dict[str, dict[str, float]]:
    """By party, what speaks for it: numbers by name of the feature, those that are 0 left out.

    Candidates are the parties of the other mentions, for a name itself, and for a description nobody's party.
    """
    mention, pointer = mentions[at], signals.pointer("same", mentions[at].stretch.first)
    pointers: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    nearest: dict[str, int] = {}
    sectors: dict[str, set[str | None]] = defaultdict(set)
    fitting: dict[str, int] = {}
    kinds = mention.kinds
    first = max(0, at - NEARBY)
    for i, near in enumerate(mentions[first : at + NEARBY], start=first):
        if near.code is not None and i != at:
            party = near.code.party
            pointers[party] += pointer.at(near.stretch.words)
            counts[party] += 1
            sectors[party].add(near.code.sector)
            if i < at or party not in nearest:
                nearest[party] = abs(at - i)
            if i < at and kinds & near.kinds:
                fitting[party] = at - i
    total = counts.total()
    found = {
        party: _features(mention, party, sectors[party])
        | {
            "pointer": math.log(pointers[party] + FLOOR),
            "count": math.log(counts[party] / total),
            "near": -math.log(nearest[party]),
            "fit": float(party in fitting),
            "fit near": -math.log(fitting.get(party, FAR)),
        }
        for party in counts
    }
    own = itself(mention)
    other = own.party if own else None if mention.pronoun else NAMELESS
    if other is not None and other not in found:
        found[other] = _features(mention, other, set()) | {"pointer": math.log(pointer.nothing + FLOOR)}
    return found


def _features(mention: Known, party: str, sectors: set[str | None]) -> dict[str, float]:
    sector, own = mention.phrase.sector, itself(mention)
    first, joined = mention.words[0].lower(), "+" in party
    is_own = own is not None and own.party == party
    return {
        "sector": float(sector is not None and sector in sectors),
        "joined": float(joined),
        "joined plural": float(joined and mention.phrase.plural),
        "person person": float(party.startswith("PER:") and first in PERSONS),
        "nameless": float(party == NAMELESS),
        "nameless indefinite": float(party == NAMELESS and first not in DEFINITE | PERSONS),
        "state office": float(sector is not None and not joined and Code.parse(party).is_state),
        "itself": float(is_own),
        "itself body": float(is_own and party.startswith("ORG:")),
        "other name": float(own is not None and not is_own),
    }


def itself(mention: Known) -> Code | None:
    """A name as a code of its own, also behind a role ("tv-zender ABC"): somebody of whom nothing else is known."""
    if not mention.name:
        return None
    first = mention.words[0].lower() in ("de", "het")
    name = " ".join(mention.words[first:]) if mention.is_name else mention.phrase.name
    if not name:
        return None
    kind = "PER" if mention.name == "PER" else "ORG"
    try:
        code = Code.of(f"{kind}:{name}", mention.phrase.sector)
    except BadCode:
        return None
    return code if len(code.parts) == 1 else None


def _in_sector(signals: Signals, mentions: Sequence[Known], at: int, party: str) -> Code:
    """The party in the sector that the mention's words give, else in that of the mentions pointed to most."""
    code, mention = Code.parse(party), mentions[at]
    if mention.phrase.sector is not None and code.is_state:
        return code.with_sector(mention.phrase.sector)
    shares: dict[Code, float] = defaultdict(float)
    for other, share in pointed(signals, mentions, "same", mention.stretch.first):
        if other.code is not None and other.code.party == party:
            shares[other.code] += share
    if not shares:  # nobody's party, which no mention has yet
        return code.with_sector(mention.phrase.sector)
    return max(shares, key=lambda own: (shares[own], str(own)))


@cache
def _weights() -> dict[str, float]:
    text = files("akkoord.reading").joinpath("data", "antecedents.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
