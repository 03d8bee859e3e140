"""Which stance somebody's want is, weighed: what its words can stand for, what it stands in or around, the head.

Takes signals, a want and the issue that it is about; gives each stance its share. The weights are learned on gold
(`training/weigh.py`).
"""

import math

from akkoord.codebook import STANCES, Issue, Stance
from akkoord.reading.signals import Signals
from akkoord.reading.wanting import HEAD, Want
from akkoord.reading.weighing import learned, shares

FLOOR = 0.01
TELLING: frozenset[Issue] = frozenset({"talks", "ceasefire"})  # frequent issues with stances of their own


def stance_shares(signals: Signals, want: Want, issue: Issue) -> dict[Stance, float]:
    """The share of each stance."""
    return shares(stance_features(signals, want, issue), learned("stances"))


def stance_features(signals: Signals, want: Want, issue: Issue) -> dict[Stance, dict[str, float]]:
    """By stance what speaks for it."""
    chances = signals.chances("stance", want.clause)
    marks = [want.kind, *(name for name in want.features if name.startswith("reality"))]
    marks += [f"like {want.stances[0]}"] if want.kind != HEAD else []
    marks += [f"within {want.within[0]}"] if want.within else []
    marks += [f"around {want.around[0]}"] if want.around else []
    marks += [issue] if issue in TELLING else []
    return {
        stance: {
            stance: 1.0,
            "head": math.log(chances[stance] + FLOOR),
            **_allowed(want, stance),
            **{f"{mark}: {stance}": 1.0 for mark in marks},
        }
        for stance in STANCES
    }


def _allowed(want: Want, stance: Stance) -> dict[str, float]:
    """What the words that tell of the want say of a stance; a head's evidence says nothing."""
    named = want.kind != HEAD
    return {
        "allowed": float(named and stance in want.stances),
        "first": float(named and stance == want.stances[0]),
        "only": float(want.stances == (stance,)),
    }
