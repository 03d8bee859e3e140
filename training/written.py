"""Reports written for training, with their readings marked by hand: `training/written/*.txt`.

Takes files that a person can write and check; gives texts and readings in the form of the gold. A file is

    title: Kiev wil praten
    published: 2022-03-30

    [Oekraïne|UKR] wil praten, zei [een woordvoerder|UKR/GOV] {dinsdag|2022-03-29}.

    ---
    S indirect | een woordvoerder | zei | Oekraïne wil praten
    E AGREE | wil praten | UKR | - | actual | - | - | UKR/GOV

with mentions of actors as `[words|CODE]` and times as `{words|EDTF}` in the text, and below the line a finding a line,
its parts between bars as in `PARTS`. A part that lies in the text is given by its words; `first ... last` is all from
one to the other, `a < b > c` the words b where they stand between a and c, `x // y` more than one stretch, `-` nothing.
Parts left out at the end are nothing. Words that stand there more than once need what stands around them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from akkoord.codebook import (
    CHANNELS,
    EVENT_TYPES,
    FORMS,
    ISSUES,
    MODES,
    REALITIES,
    STANCES,
    AgreementStatus,
    Code,
    TalkStatus,
)
from akkoord.when import When

FOLDER = Path(__file__).parent / "written"
LAYERS = ("actors", "times", "statements", "events", "conditions", "positions", "agreements", "talks")
PARTS = {
    "S": ("form", "source", "cue", "content", "addressee"),
    "E": ("type", "trigger", "actors", "recipients", "reality", "time", "place", "claimed_by"),
    "C": ("imposed_by", "requirement", "consequence", "cue"),
    "P": ("party", "issue", "stance", "evidence"),
    "A": ("name", "parties", "third_parties", "date", "place", "provisions", "status", "evidence"),
    "T": ("parties", "place", "host", "mediator", "date", "channel", "status", "evidence"),
}
LAYER = {
    "S": "statements",
    "E": "events",
    "C": "conditions",
    "P": "positions",
    "A": "agreements",
    "T": "talks",
}
SPAN, MENTION = {"cue", "trigger", "requirement", "consequence"}, {"source", "addressee"}
SPANS, CODES = {"content", "evidence"}, {"actors", "recipients", "parties", "third_parties", "provisions"}
ALLOWED: dict[tuple[str, str], tuple[str, ...]] = {
    ("S", "form"): FORMS,
    ("E", "reality"): REALITIES,
    ("P", "issue"): ISSUES,
    ("P", "stance"): STANCES,
    ("A", "status"): get_args(AgreementStatus),
    ("T", "channel"): (*CHANNELS, "-"),
    ("T", "status"): get_args(TalkStatus),
}
_MARKED = re.compile(r"\[([^\[\]{}|]+)\|([^\[\]{}|]+)\]|\{([^\[\]{}|]+)\|([^{}|]+)\}")

Json = dict[str, Any]


def written(folder: Path = FOLDER) -> Iterator[tuple[str, str, Json]]:
    """Id, text and reading of each report. Raises ValueError with file and line for what cannot be understood."""
    for path in sorted(folder.glob("*.txt")):
        try:
            text, reading = parse(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error
        reading["report"]["id"] = path.stem
        yield path.stem, text, reading


def parse(source: str) -> tuple[str, Json]:
    """Text and reading of one file."""
    top, _, rest = source.partition("\n\n")
    marked, line, findings = rest.rpartition("\n---\n")
    if not line:
        raise ValueError("a line --- parts the text from its findings")
    head = dict(re.split(r":\s*", entry, maxsplit=1) for entry in top.splitlines())
    text, actors, times = _unmarked(marked.strip())
    reading: Json = {layer: [] for layer in LAYERS}
    reading |= {"actors": actors, "times": times}
    reading["report"] = {
        "title": head["title"],
        "published": head["published"],
        "publisher": "akkoord",
        "language": "nl",
    }
    for number, entry in enumerate(findings.strip().splitlines(), start=1):
        if entry.strip():
            try:
                kind, finding = _finding(entry, text, actors)
            except ValueError as error:
                raise ValueError(f"finding {number} ({entry[:60]}): {error}") from error
            reading[LAYER[kind]].append(finding)
    return text, reading


def _unmarked(marked: str) -> tuple[str, list[Json], list[Json]]:
    text, at = "", 0
    actors: list[Json] = []
    times: list[Json] = []
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        words, value = [group for group in found.groups() if group]
        span = {"text": words, "start": len(text), "end": len(text) + len(words)}
        if found.group().startswith("["):
            actors.append(span | {"code": _code(value)})
        else:
            times.append(span | {"value": str(When.parse(value))})
        text, at = text + words, found.end()
    text += marked[at:]
    if re.search(r"[\[\]{}|]", text):
        raise ValueError("a mark in the text has no words or no value, or stands within another")
    return text, actors, times


def _finding(entry: str, text: str, actors: list[Json]) -> tuple[str, Json]:
    kind, *rest = entry.split(maxsplit=1)
    if kind not in PARTS or not rest:
        raise ValueError(f"begin with one of {', '.join(PARTS)}")
    names, values = PARTS[kind], [value.strip() for value in rest[0].split(" | ")]
    if len(values) > len(names):
        raise ValueError(f"more parts than {', '.join(names)}")
    given = dict(zip(names, [*values, *["-"] * (len(names) - len(values))], strict=True))
    finding = {name: _part(kind, name, value, text, actors) for name, value in given.items()}
    if kind == "E":
        finding["type"], _, mode = given["type"].partition(":")
        finding["mode"] = mode or None
        if finding["type"] not in EVENT_TYPES or (mode and mode not in MODES.get(finding["type"], ())):
            raise ValueError(f"{given['type']} is no type of event with its mode")
    return kind, finding


def _part(kind: str, name: str, value: str, text: str, actors: list[Json]) -> Any:
    if allowed := ALLOWED.get((kind, name)):
        if value not in allowed:
            raise ValueError(f"{name} {value} is none of {', '.join(allowed)}")
        return None if value == "-" else value
    if name in SPAN:
        return _span(value, text)
    if name in SPANS:
        return [_span(stretch, text) for stretch in value.split(" // ")]
    if name in MENTION:
        return None if value == "-" else _mention(_span(value, text), actors)
    if name == "provisions":
        return [_issue(issue) for issue in _many(value)]
    if name in CODES:
        return [_code(code) for code in _many(value)]
    if value == "-":
        return None
    if name in ("party", "imposed_by", "claimed_by", "host", "mediator"):
        return _code(value)
    return str(When.parse(value)) if name in ("time", "date") else value


def _many(value: str) -> list[str]:
    return [] if value == "-" else [part.strip() for part in value.split(",")]


def _issue(issue: str) -> str:
    if issue not in ISSUES:
        raise ValueError(f"{issue} is no issue")
    return issue


def _code(value: str) -> str:
    return str(Code.parse(value))


def _mention(span: Json, actors: list[Json]) -> Json:
    for actor in actors:
        if (actor["start"], actor["end"]) == (span["start"], span["end"]):
            return actor
    raise ValueError(f"“{span['text']}” is not marked as an actor")


def _span(value: str, text: str) -> Json:
    around = re.fullmatch(r"(.*?)<\s*(.+?)\s*>(.*)", value, re.DOTALL)
    before, wanted, after = (around[1].strip(), around[2], around[3].strip()) if around else ("", value, "")
    first, dots, last = wanted.partition(" ... ")
    inner = f"{re.escape(first)}.*?{re.escape(last)}" if dots else re.escape(wanted)
    edges = (
        (rf"{re.escape(before)}\s*" if before else r"(?<!\w)"),
        (rf"\s*{re.escape(after)}" if after else r"(?!\w)"),
    )
    found = [(m.start(1), m.end(1)) for m in re.finditer(f"{edges[0]}({inner}){edges[1]}", text, re.DOTALL)]
    if len(found) != 1:
        raise ValueError(
            f"“{value}” stands in the text {len(found)} times; it must be once: give words around it"
        )
    start, end = found[0]
    return {"text": text[start:end], "start": start, "end": end}
