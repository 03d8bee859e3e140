"""Which issue somebody's words are about, weighed: the words of what he wants, those around them, and the report's.

Takes signals and the words of a want; gives each issue that is in question its share. The weights are learned on gold
(`training/topics.py`).
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from akkoord.codebook import ISSUES, Issue
from akkoord.reading.issues import hinted_in, issues_in
from akkoord.reading.signals import Signals

FLOOR = 0.01
Zone = Sequence[int] | range


class Topics:
    """The issues of one report's words."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals
        self._report = Counter(
            issue for word in range(len(signals.offsets)) for issue in issues_in([signals.form(word)])
        )

    def shares(self, target: Zone, clause: range) -> dict[Issue, float]:
        """The share of each issue in question."""
        weights = _weights()
        scores = {
            issue: sum(weights.get(name, 0.0) * value for name, value in found.items())
            for issue, found in self.features(target, clause).items()
        }
        highest = max(scores.values(), default=0.0)
        total = sum(math.exp(score - highest) for score in scores.values())
        return {issue: math.exp(score - highest) / total for issue, score in scores.items()}

    def prominence(self, issue: Issue) -> float:
        """How much of what the report names is this issue."""
        return (self._report[issue] + FLOOR) / (self._report.total() + 1)

    def features(self, target: Zone, clause: range) -> dict[Issue, dict[str, float]]:
        """By issue what speaks for it: of those that words name or hint at, and of all by what the head says."""
        sentence = self._signals.sentence(clause.start)
        before = self._signals.sentence(sentence.start - 1) if sentence.start else range(0)
        zones: dict[str, tuple[Issue, ...]] = {}
        for name, words in (
            ("target", target),
            ("clause", clause),
            ("sentence", sentence),
            ("before", before),
        ):
            forms = self._forms(words)
            zones[name], zones[f"{name} hint"] = issues_in(forms), hinted_in(forms)
        zones["target first"] = zones["target"][:1]
        found: dict[Issue, dict[str, float]] = defaultdict(dict)
        for name, issues in zones.items():
            for issue in issues:
                found[issue][name] = 1.0
        chances = self._signals.chances("issue", clause)
        beside = len(zones["target"]) > 1
        for issue in ISSUES:
            found[issue] |= {
                "head": math.log(chances[issue] + FLOOR),
                "report": math.log(self.prominence(issue)),
                "talks": float(issue == "talks"),
                "talks beside": float(issue == "talks" and beside),
            }
        return found

    def _forms(self, words: Zone) -> list[str]:
        return [self._signals.form(word) for word in words]


@cache
def _weights() -> Mapping[str, float]:
    text = files("akkoord.reading").joinpath("data", "topics.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
