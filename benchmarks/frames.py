"""What the frame lexicon alone finds: events, statements and conditions, and event types in single sentences.

usage: python benchmarks/frames.py [SHARED] [--part dev train] [--pipeline NAME]

Scores by SHARED/score.py's rules. Who is who is not the frames' part: the gold's mentions give the code of the words
that fill a role, and words that no mention covers have the code that they bear themselves ("Russische"). Pace is the
frames' share of the time of the parse, on one core.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from akkoord import language
from akkoord.reading.actors import describe
from akkoord.reading.frames import find_conditions, find_events, find_sayings
from measures.gold import gold_texts, scorer

Json = dict[str, Any]
ROWS = ("events found", "events typed", "events with actors", "events with reality",
        "statements found", "statements attributed", "conditions")  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """A parsed report with who its gold says is who; words are numbered without white space."""

    doc: Doc
    offsets: list[tuple[int, int]]
    actors: list[Json]

    @classmethod
    def of(cls, doc: Doc, actors: list[Json]) -> "Coded":
        offsets = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
        return cls(doc, offsets, [actor for actor in actors if actor["code"]])

    def covering(self, word: int) -> list[Json]:
        start = self.offsets[word][0]
        return [actor for actor in self.actors if actor["start"] <= start < actor["end"]]

    @property
    def parties(self) -> set[int]:
        return {word for word in range(len(self.offsets)) if self.covering(word)}

    def codes(self, words: tuple[int, ...]) -> list[str]:
        """The codes of the shortest mentions that cover the words, joined ones apart."""
        return sorted({code for word in words for code in self._code(word)})

    def _code(self, word: int) -> list[str]:
        if covering := self.covering(word):
            code: str = min(covering, key=lambda actor: int(actor["end"] - actor["start"]))["code"]
            return code.split("+")
        start, end = self.offsets[word]
        form = self.doc.text[start:end]
        own = describe((form,), None).code if form[:1].isupper() else None
        return [str(part) for part in own.parts] if own is not None else []

    def span(self, words: range) -> Json:
        start, end = self.offsets[words.start][0], self.offsets[words.stop - 1][1]
        return {"text": self.doc.text[start:end], "start": start, "end": end}


def main() -> None:
    """Parse, find, score, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--part", nargs="+", default=["dev", "train"])
    parser.add_argument("--pipeline", default="nl")
    options = parser.parse_args()
    if not options.shared.is_dir():
        sys.exit(f"{options.shared} is not here: these figures need the gold")
    nlp = language.load(options.pipeline)
    print("| part | measure | P | R | F1 | gold | read |\n| --- | --- | --- | --- | --- | --- | --- |")
    for part in options.part:
        for row in _rows(nlp, options.shared, part):
            print(f"| {part} | {row} |", flush=True)
    print(_plover(nlp, options.shared / "gold" / "plover" / "dev.jsonl"))


def _rows(nlp: Language, shared: Path, part: str) -> Iterator[str]:
    score = scorer(shared)
    gold, read, parsing, finding = {}, {}, 0.0, 0.0
    for name, text, reading in gold_texts(shared, part):
        start = time.process_time()
        doc = nlp(text)
        parsed = time.process_time()
        find_events(doc), find_sayings(doc), find_conditions(doc)
        parsing, finding = parsing + parsed - start, finding + time.process_time() - parsed
        gold[name], read[name] = reading, _reading(Coded.of(doc, reading["actors"]))
    result = score.score(gold, read)
    found = [
        len(
            score.pair(
                gold[n]["events"], read[n]["events"], lambda a, b: score.overlap(a["trigger"], b["trigger"])
            )
        )
        for n in gold
    ]
    events = result["events typed"]
    result["events found"] = score.f1(sum(found), events["read"], events["gold"])
    for name in ROWS:
        m = result[name]
        yield f"{name} | {m['p']:.3f} | {m['r']:.3f} | {m['f1']:.3f} | {m['gold']} | {m['read']}"
    yield f"time as a share of the parse | | | {finding / parsing:.3f} | |"


def _reading(report: Coded) -> Json:
    """What the frames find, in the form of a reading; events in which nobody known takes part are left out."""
    parties = report.parties
    events = []
    for hit in find_events(report.doc, parties):
        actors, recipients = report.codes(hit.actors), report.codes(hit.recipients)
        if actors or recipients:
            events.append({
                "trigger": report.span(hit.trigger), "type": hit.type, "reality": hit.reality,
                "actors": actors, "recipients": [code for code in recipients if code not in actors],
            })  # fmt: skip
    statements = [
        {
            "cue": report.span(hit.cue), "content": [report.span(part) for part in hit.content], "form": hit.form,
            "source": {"code": "+".join(report.codes((hit.source,)) if hit.source is not None else ())},
        }
        for hit in find_sayings(report.doc)
    ]  # fmt: skip
    conditions = [
        {
            "cue": report.span(hit.cue), "requirement": report.span(hit.requirement),
            "consequence": report.span(hit.consequence),
        }
        for hit in find_conditions(report.doc, parties)
    ]  # fmt: skip
    return {"events": events, "statements": statements, "conditions": conditions}


def _plover(nlp: Language, path: Path) -> str:
    """In how many sentences an event of the marked type is found, by type."""
    by_type: dict[str, list[bool]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        types = {hit.type for hit in find_events(nlp(record["text"]))}
        by_type.setdefault(record["type"], []).append(record["type"] in types)
    seen = [right for rights in by_type.values() for right in rights]
    rows = [f"| {kind} | {sum(rights)} of {len(rights)} |" for kind, rights in sorted(by_type.items())]
    total = f"| all | {sum(seen)} of {len(seen)} ({sum(seen) / len(seen):.1%}) |"
    return "\n".join(["\n| PLOVER type | found |", "| --- | --- |", *rows, total])


if __name__ == "__main__":
    main()
