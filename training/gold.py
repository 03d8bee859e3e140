"""Gold readings as labels for the reading heads: tags of single words and links between words.

Takes reading files (`CODEBOOK.md`) with their texts; gives windows for `training.learn`. A head learns from the words
alone; what codes mean and how findings are put together is the reading room's part.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from spacy.tokens import Doc
from spacy.vocab import Vocab

from akkoord.codebook import EVENT_TYPES, ISSUES, MODES, REALITIES, STANCES, AgreementStatus, TalkStatus
from akkoord.language.words import Words
from akkoord.reports.stamp import split_stamp
from training.windows import NONE, Encode, Window
from training.written import LAYERS, written

BIO = ("O", "B", "I")
PARTS = ("requirement", "consequence", "cue")
HEADS: dict[str, tuple[str, ...]] = {
    "actor": BIO,
    "time": BIO,
    "cue": BIO,
    "trigger": ("O", *EVENT_TYPES),
    "reality": REALITIES,
    "mode": ("-", *(f"{kind}:{mode}" for kind, modes in MODES.items() for mode in modes)),
    "condition": ("O", *(f"{mark}-{part}" for part in PARTS for mark in "BI")),
    "position": BIO,
    "issue": ISSUES,
    "stance": STANCES,
    "agreement": BIO,
    "agreement_status": get_args(AgreementStatus),
    "talk": BIO,
    "talk_status": get_args(TalkStatus),
}
WITHIN = frozenset(
    {"reality", "mode", "issue", "stance", "agreement_status", "talk_status"}
)  # no "none of these"
LINKS = ("said", "source", "addressee", "agent", "recipient", "same", "holder", "parties")
ROOM = 380  # pieces in a window of a report: as much of it as the encoder sees at once at run time
ENDS = frozenset(".?!”’\"'…")


@dataclass
class GoldReport:
    """A report's words with their offsets, labels of each, and links: kind -> anchor word -> member word -> group.

    The anchor of `said` is a word that is said, and its member the cue; the others' anchors are cues, triggers and
    so on, and their members mentions.

    A group holds the mentions of one party or person; which of them a finding means, the gold does not always tell.
    """

    tokens: list[str]
    spaces: list[bool]
    offsets: list[tuple[int, int]]
    labels: dict[str, list[int]] = field(default_factory=dict)
    links: dict[str, dict[int, dict[int, int]]] = field(default_factory=dict)

    def words(self, span: dict[str, Any]) -> list[int]:
        """Numbers of the words that a span covers, wholly or in part."""
        return [i for i, (a, b) in enumerate(self.offsets) if a < span["end"] and b > span["start"]]


def labelled(doc: Doc, reading: dict[str, Any]) -> GoldReport:
    """The words of a report with all labels and links that its reading gives them."""
    words = [token for token in doc if not token.is_space]
    offsets = [(word.idx, word.idx + len(word)) for word in words]
    gaps = [after[0] > before[1] for before, after in pairwise(offsets)]
    report = GoldReport([word.text for word in words], [*gaps, True], offsets)
    label(report, reading)
    return report


def label(report: GoldReport, reading: dict[str, Any]) -> None:
    """Fill in all labels and links of one report. A reading without positions, agreements or talks teaches none."""
    size = len(report.tokens)
    untold = {layer.removesuffix("s") for layer in LAYERS if layer not in reading}
    for head in HEADS:
        report.labels[head] = [NONE if head in WITHIN | untold else 0] * size
    report.links = {kind: {} for kind in LINKS}
    report.links["said"] = {i: {} for i in range(size)}
    mentions = Mentions(report, reading["actors"])
    for actor in reading["actors"]:
        _mark(report, "actor", actor)
    for time in reading["times"]:
        _mark(report, "time", time)
    _label_statements(report, reading, mentions)
    _label_events(report, reading, mentions)
    for words, code in mentions.known:
        report.links["same"][words[0]] = mentions.groups([code], apart_from=words)
    for condition in reading["conditions"]:
        for part in PARTS:
            _mark(report, "condition", condition[part], part)
    for position in reading.get("positions", ()):
        _label_evidence(report, "position", position, {"issue": "issue", "stance": "stance"})
        _point(report, "holder", position["evidence"], mentions.of_parties([position["party"]]))
    for layer in ("agreement", "talk"):
        for finding in reading.get(f"{layer}s", ()):
            _label_evidence(report, layer, finding, {f"{layer}_status": "status"})
            _point(report, "parties", finding["evidence"], mentions.of_parties(finding["parties"]))


class Mentions:
    """The mentions of a report by who they stand for."""

    def __init__(self, report: GoldReport, actors: list[dict[str, Any]]) -> None:
        found = [(report.words(a), a["code"]) for a in actors if a["code"]]
        self.known = [(words, code) for words, code in found if words]

    def groups(self, codes: list[str], apart_from: list[int] | None = None) -> dict[int, int]:
        """Words of all mentions that stand for a code, numbered by code; `RUS+UKR` stands for each of both too."""
        return self._groups(codes, lambda code, its: its == code or code in its.split("+"), apart_from)

    def of_parties(self, codes: list[str]) -> dict[int, int]:
        """The same by party, sectors left aside where the code has none."""
        return self._groups(codes, lambda code, its: code in its.split("+") or code in parties_of(its), None)

    def _groups(
        self, codes: list[str], fits: Callable[[str, str], bool], apart_from: list[int] | None
    ) -> dict[int, int]:
        found: dict[int, int] = {}
        for number, code in enumerate(codes, start=1):
            for words, its in self.known:
                if words != apart_from and fits(code, its):
                    found |= {i: number for i in words if i not in found}
        return found


def parties_of(code: str) -> list[str]:
    """The parties of a code, sectors left out."""
    return [part.partition("/")[0] for part in code.split("+")]


def _mark(report: GoldReport, head: str, span: dict[str, Any], part: str = "") -> None:
    """Begin-inside marks; the first mention of overlapping ones stays."""
    words, row = report.words(span), report.labels[head]
    if words and not any(row[i] for i in words):
        suffix = f"-{part}" if part else ""
        for i in words:
            row[i] = HEADS[head].index(f"I{suffix}")
        row[words[0]] = HEADS[head].index(f"B{suffix}")


def _label_statements(report: GoldReport, reading: dict[str, Any], mentions: Mentions) -> None:
    for statement in reading["statements"]:
        cue = report.words(statement["cue"])
        if not cue:
            continue
        _mark(report, "cue", statement["cue"])
        for i in {i for span in statement["content"] for i in report.words(span)} - set(cue):
            cues = report.links["said"][i]
            cues.setdefault(cue[0], len(cues) + 1)
        for kind in ("source", "addressee"):
            members = report.words(statement[kind]) if statement[kind] else []
            report.links[kind].setdefault(cue[0], {}).update(dict.fromkeys(members, 1))


def _label_events(report: GoldReport, reading: dict[str, Any], mentions: Mentions) -> None:
    for event in reading["events"]:
        words = report.words(event["trigger"])
        if not words:
            continue
        mode = f"{event['type']}:{event['mode']}" if event["mode"] else "-"
        for i in words:
            report.labels["trigger"][i] = HEADS["trigger"].index(event["type"])
            report.labels["reality"][i] = HEADS["reality"].index(event["reality"])
            report.labels["mode"][i] = HEADS["mode"].index(mode)
        for kind, codes in (("agent", event["actors"]), ("recipient", event["recipients"])):
            report.links[kind].setdefault(words[0], mentions.groups(codes))


def _label_evidence(report: GoldReport, head: str, finding: dict[str, Any], values: dict[str, str]) -> None:
    for span in finding["evidence"]:
        _mark(report, head, span)
        for row, name in values.items():
            for i in report.words(span):
                report.labels[row][i] = HEADS[row].index(finding[name])


def _point(report: GoldReport, kind: str, evidence: list[dict[str, Any]], members: dict[int, int]) -> None:
    for span in evidence:
        for first in report.words(span)[:1]:
            report.links[kind].setdefault(first, members)


def windows(reports: list[GoldReport], rng: random.Random, encode: Encode) -> Iterator[Window]:
    """Each report in stretches that begin where a sentence may begin; where the first one ends is drawn anew."""
    for report in reports:
        at, size = 0, len(report.tokens)
        room = rng.randint(ROOM // 2, ROOM)
        while at < size:
            end = _end(report, at, room, encode)
            yield _window(report, at, end, encode)
            at, room = end, ROOM


def _end(report: GoldReport, at: int, room: int, encode: Encode) -> int:
    used, best = 0, at
    for i in range(at, len(report.tokens)):
        used += len(encode(report.tokens[i], i == 0 or report.spaces[i - 1]))
        if used > room:
            return best if best > at else max(i, at + 1)
        if report.tokens[i][-1] in ENDS:
            best = i + 1
    return len(report.tokens)


def _window(report: GoldReport, start: int, end: int, encode: Encode) -> Window:
    window = Window(sentence=[0] * (end - start))
    for i in range(start, end):
        window.first.append(len(window.ids))
        window.ids.extend(encode(report.tokens[i], i == 0 or report.spaces[i - 1]))
        window.last.append(len(window.ids) - 1)
    window.labels = {head: row[start:end] for head, row in report.labels.items()}
    window.links = {
        kind: {a - start: {m - start: n for m, n in members.items() if start <= m < end}
               for a, members in anchors.items() if start <= a < end}
        for kind, anchors in report.links.items()
    }  # fmt: skip
    return window


def gold_reports(gold: Path, data: Path, parts: Sequence[str]) -> Iterator[tuple[str, GoldReport]]:
    """Id and labelled words of each report in some parts of the gold ("train", "dev", "written")."""
    tokenizer = Words(Vocab())
    for name, text, reading in gold_readings(gold, data, parts):
        yield name, labelled(tokenizer(text), reading)


def gold_readings(gold: Path, data: Path, parts: Sequence[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Id, text and reading of each report; the part "written" are those in `training/written`."""
    texts = _texts(gold, data)
    for part in parts:
        if part == "written":
            yield from written()
        for path in sorted((gold / part).glob("*.json")):
            reading = json.loads(path.read_text(encoding="utf-8"))
            name = str(reading["report"]["id"])
            yield name, texts[name.removeprefix("dpg-")], reading


def _texts(gold: Path, data: Path) -> dict[str, str]:
    """The texts that offsets count in, by report id."""
    lines = (data / "dpg2019" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {str(article["id"]): str(article["text"]) for article in map(json.loads, lines)}
    for path in (gold / "train" / "texts").glob("*.txt"):
        texts[path.stem] = path.read_text(encoding="utf-8")
    _, texts["seed"] = split_stamp((gold.parent / "reports" / "seed.txt").read_text(encoding="utf-8"))
    return texts
