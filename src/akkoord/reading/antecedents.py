"""Whom a mention means that does not say so itself: "de premier", "het land", "hij".

Each party that the report names is weighed by what speaks for it; the weights are learned on gold
(`training/weigh.py`). The likeliest party gives its code; whether it is likely enough, the judge weighs.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from akkoord.codebook import Code, join_codes
from akkoord.reading.candidates import NEARBY, candidates, itself
from akkoord.reading.mention import STATE, Known, pointed
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals
from akkoord.reading.weighing import Weights, learned, shares

SIDES = frozenset({None, "PTY"})  # sectors of words for a state as a side: "landen", "partijen"
RULERS = frozenset({"leiders", "presidenten", "premiers"})  # who stand for a state as a whole
BRANCHES = frozenset({"LEG", "JUD", "MIL", "COP", "CVL", "EDU", "NGO"})  # of unions of states
UNLIKE = 0.3  # what counts of a share of a mention that can't be the same sort: a person, a state


def antecedent(scene: Scene, mentions: Sequence[Known], at: int) -> Known:
    """The mention with the code of the party that it most likely means; unchanged where none is possible."""
    return likeliest(scene, mentions, at, learned("antecedents"))


def likeliest(scene: Scene, mentions: Sequence[Known], at: int, weights: Weights) -> Known:
    """As `antecedent`, by these weights."""
    mention, features = mentions[at], candidates(scene, mentions, at)
    chances = shares(features, weights)
    if not chances:
        return mention
    best = max(chances, key=lambda party: (chances[party], party))
    sure = chances[best]
    own = itself(mention)
    if own is not None and own.party == best:
        return replace(mention, code=own, known_by="itself", sure=sure, why=("a name of its own",))
    code = _in_sector(scene.signals, mentions, at, best)
    return replace(mention, code=code, known_by="pointing", sure=sure, why=(f"means {code}",))


def _in_sector(signals: Signals, mentions: Sequence[Known], at: int, party: str) -> Code:
    """The party in the sector that the mention's words give, else in that of the mentions pointed to most."""
    code, mention = Code.parse(party), mentions[at]
    if len(code.parts) > 1:
        return _together(mentions, code, mention)
    if mention.kinds == {STATE} and code.is_state:
        return code
    if mention.phrase.sector is not None and (code.is_state or _has_branches(mentions, at, code)):
        return code.with_sector(mention.phrase.sector)
    shares: dict[Code, float] = defaultdict(float)
    for other, share in pointed(signals, mentions, "same", mention.stretch.first):
        if other.code is not None and other.code.party == party:
            shares[other.code] += share if other.kinds & mention.kinds else share * UNLIKE
    if not shares:  # nobody's party, which no mention has yet
        return code.with_sector(mention.phrase.sector)
    return max(shares, key=lambda own: (shares[own], str(own)))


def _has_branches(mentions: Sequence[Known], at: int, code: Code) -> bool:
    """Whether an organisation has such branches as a state has: one that is named without a sector."""
    near = mentions[max(0, at - NEARBY) : at + NEARBY]
    return mentions[at].phrase.sector in BRANCHES and any(other.code == code for other in near)


def _together(mentions: Sequence[Known], code: Code, mention: Known) -> Code:
    """Several parties: states in the sector of the words, unless these speak of sides; parties as named before."""
    sector = mention.phrase.sector
    if all(part.is_state for part in code.parts):
        sides = sector in SIDES or not RULERS.isdisjoint(mention.words)
        return code if sides else code.with_sector(sector)
    if any(part.is_state for part in code.parts):
        return code
    own = {one.code.party: one.code for one in reversed(mentions) if one.code is not None}
    return join_codes(own.get(part.party, part) for part in code.parts)
