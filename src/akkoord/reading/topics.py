"""Which issue somebody's words are about, weighed: the words of what he wants, those around them, and the report's,
the first ones above all.

Takes signals and the words of a want; gives each issue that is in question its share. The weights are learned on gold
(`training/weigh.py`).
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from akkoord.codebook import ISSUES, Issue
from akkoord.reading.issues import hinted_in, issues_in
from akkoord.reading.signals import Signals
from akkoord.reading.weighing import learned, shares

FLOOR = 0.01
LEAD = 2  # sentences at the start, which say what a report is about
Zone = Sequence[int] | range


class Topics:
    """The issues of one report's words."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals
        forms = Counter(map(signals.form, range(len(signals.offsets))))
        self._report: Counter[Issue] = Counter()
        for form, times in forms.items():
            self._report.update(dict.fromkeys(issues_in([form]), times))
        self._known: dict[Zone, tuple[tuple[Issue, ...], tuple[Issue, ...]]] = {}
        self._lead = range(bisect_left(signals.sentences, LEAD))

    def shares(self, target: Zone, clause: range) -> dict[Issue, float]:
        """The share of each issue in question."""
        return shares(self.features(target, clause), learned("topics"))

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
            ("lead", self._lead),
        ):
            zones[name], zones[f"{name} hint"] = self._issues(words)
        zones["target first"] = zones["target"][:1]
        named = bool(zones["target"] or zones["clause"])
        found: dict[Issue, dict[str, float]] = defaultdict(dict)
        for name, issues in zones.items():
            for issue in issues:
                found[issue][name] = 1.0
        chances = self._signals.chances("issue", clause, within="position")
        beside = len(zones["target"]) > 1
        for issue in ISSUES:
            prominence = math.log(self.prominence(issue))
            found[issue] |= {
                "head": math.log(chances[issue] + FLOOR),
                "report": prominence,
                "report, none named": 0.0 if named else prominence,
                "before, none named": 0.0 if named else found[issue].get("before", 0.0),
                "lead, none named": 0.0 if named else found[issue].get("lead", 0.0),
                "talks": float(issue == "talks"),
                "talks beside": float(issue == "talks" and beside),
            }
        return found

    def _issues(self, words: Zone) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
        """The issues that some words name, and those that they hint at."""
        key = words if isinstance(words, range) else tuple(words)
        if key not in self._known:
            forms = [self._signals.form(word) for word in words]
            self._known[key] = issues_in(forms), hinted_in(forms)
        return self._known[key]
