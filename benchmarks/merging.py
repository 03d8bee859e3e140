"""How well the dossier puts reports together, on the report sets with known answers in tests/dossier/sets.

usage: python benchmarks/merging.py [--misses]

A set has short reports in our own words with findings made by hand, and what holds across them: which tellings are
of one event, which mentions of one actor, which days are left, what contradicts what. Joining is scored by pairs:
two things joined that belong together are right. Dates and contradictions are right where they are the ones given.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from akkoord.dossier import Dossier
from akkoord.reading import Reading, ReportHead
from akkoord.record import Entry

SETS = Path(__file__).parent.parent / "tests" / "dossier" / "sets"
SINGLE = ("requirement", "consequence", "cue", "trigger", "source", "addressee")
SEVERAL = ("evidence", "content")


@dataclass
class Score:
    """What was found against what is so."""

    found: set[Hashable] = field(default_factory=set)
    so: set[Hashable] = field(default_factory=set)

    @property
    def right(self) -> int:
        return len(self.found & self.so)

    @property
    def precision(self) -> float:
        return self.right / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / len(self.so) if self.so else 1.0


@dataclass(frozen=True)
class ReportSet:
    """Some reports with findings made by hand, and what is expected of the dossier."""

    name: str
    entries: list[Entry]
    expected: dict[str, Any]


def load_sets(folder: Path = SETS) -> list[ReportSet]:
    return [load_set(path) for path in sorted(folder.glob("*.toml"))]


def load_set(path: Path) -> ReportSet:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return ReportSet(path.stem, [entry_of(report) for report in data["report"]], data.get("expected", {}))


def entry_of(row: dict[str, Any]) -> Entry:
    """The entry that a report with findings by words is; words that stand twice are given as `words#2`."""
    text: str = row["text"].strip()
    layers = {
        layer: [_finding(layer, finding, text) for finding in row.get(layer, [])]
        for layer in (
            "actors",
            "times",
            "statements",
            "events",
            "conditions",
            "positions",
            "agreements",
            "talks",
        )
    }
    head = ReportHead(id=row["id"], published=row.get("published"), title=row.get("title"))
    reading = Reading.model_validate({"report": head, **layers})
    return Entry(head, text, reading, datetime(2025, 1, 1, tzinfo=UTC))


def _finding(layer: str, finding: dict[str, Any], text: str) -> dict[str, Any]:
    made = dict(finding)
    if layer in ("actors", "times"):
        made |= span(text, made.pop("text"))
    for name in SINGLE:
        if name in made:
            made[name] = span(text, made[name])
    for name in SEVERAL:
        if name in made:
            made[name] = [span(text, words) for words in made[name]]
    if layer == "statements":
        made["source"] |= {"code": made.pop("code", None)}
        made.setdefault("form", "indirect")
    return made


def span(text: str, words: str) -> dict[str, Any]:
    """The span of some words in a text; raises `ValueError` where they do not stand there."""
    words, _, number = words.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words)}


def scores_of(found: ReportSet) -> dict[str, Score]:
    """The scores of one set, by kind, for the kinds that it has answers to."""
    dossier = Dossier(found.entries)
    answers = {
        "same event": (_event_groups(dossier), "events"),
        "same actor": (_actor_groups(dossier), "actors"),
        "same talk": (_talk_groups(dossier), "talks"),
        "same agreement": (_agreement_groups(dossier), "agreements"),
    }
    scores = {}
    for kind, (groups, key) in answers.items():
        if key in found.expected:
            scores[kind] = _pair_score(groups, found.expected[key])
    if "days" in found.expected:
        scores["date"] = _date_score(dossier, found.expected["days"])
    if "contradictions" in found.expected:
        so = {(c["kind"], frozenset(c["reports"])) for c in found.expected["contradictions"]}
        told = {(c.kind, frozenset(s.citation.report for s in c.sides)) for c in dossier.contradictions}
        scores["contradiction"] = Score(set(told), set(so))
    return scores


def _pair_score(groups: Iterable[list[str]], expected: list[list[str]]) -> Score:
    """Pairs within the groups, of those things alone that the answers speak of."""
    known = {name for group in expected for name in group}
    found = {p for group in groups for p in _pairs(name for name in group if name in known)}
    return Score(set(found), {p for group in expected for p in _pairs(group)})


def _pairs(names: Iterable[str]) -> Iterator[frozenset[str]]:
    return (frozenset(pair) for pair in combinations(sorted(set(names)), 2))


def _event_groups(dossier: Dossier) -> Iterator[list[str]]:
    for happening in dossier.happenings:
        yield [f"{t.context.id}: {_numbered(t.event.trigger, t.context.text)}" for t in happening.tellings]


def _numbered(span: Any, text: str) -> str:
    """The words of a span as a set names them: with a number where they stand earlier as well."""
    before = text[: span.start].count(span.text)
    return span.text if not before else f"{span.text}#{before + 1}"


def _actor_groups(dossier: Dossier) -> Iterator[list[str]]:
    texts = {context.id: context.text for context in dossier.contexts}
    for known in dossier.actors:
        yield [
            f"{m.citation.report}: {m.text}{_number_at(m.text, m.citation.start, texts[m.citation.report])}"
            for m in known.mentions
        ]


def _number_at(words: str, start: int, text: str) -> str:
    before = text[:start].count(words)
    return f"#{before + 1}" if before else ""


def _talk_groups(dossier: Dossier) -> Iterator[list[str]]:
    for found in dossier.rounds:
        yield [f"{t.context.id}: {t.talk.evidence[0].text}" for t in found.tellings]


def _agreement_groups(dossier: Dossier) -> Iterator[list[str]]:
    for accord in dossier.accords:
        for one in (accord, *accord.parts):
            yield [f"{t.context.id}: {t.agreement.name}" for t in one.tellings]


def _date_score(dossier: Dossier, expected: dict[str, str]) -> Score:
    found = set()
    for happening in dossier.happenings:
        for telling in happening.tellings:
            name = f"{telling.context.id}: {_numbered(telling.event.trigger, telling.context.text)}"
            if name in expected:
                found.add((name, str(dossier.when(happening))))
    return Score(set(found), set(expected.items()))


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--misses", action="store_true", help="list what is wrong or missing")
    args = options.parse_args()
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    so: Counter[str] = Counter()
    sets = load_sets()
    for one in sets:
        for kind, score in scores_of(one).items():
            right[kind] += score.right
            found[kind] += len(score.found)
            so[kind] += len(score.so)
            if args.misses and score.found != score.so:
                print(f"{one.name}, {kind}: wrong {score.found - score.so}, missing {score.so - score.found}")
    print(f"{len(sets)} sets, {sum(len(one.entries) for one in sets)} reports")
    for kind in so:
        print(
            f"{kind:15} precision {right[kind] / max(found[kind], 1):.3f}  recall {right[kind] / so[kind]:.3f}"
            f"  ({right[kind]} right, {found[kind]} found, {so[kind]} so)"
        )


if __name__ == "__main__":
    main()
