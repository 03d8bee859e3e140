"""How the record does with many reports: its size as it grows, what storing costs, how long questions take.

usage: python benchmarks/record.py [--reports N] [--articles FILE] [--record FILE|URL]

Reports are made of real articles: each with a day of its own and a third of its words changed, so that none is a
version of another. Their readings are drawn at random, as many findings a hundred words as careful readers find in
political reports, since what is measured is the record. What reading costs is measured with akkoord's reader on some
of the articles, where its pipeline is there. The record is made in a folder of its own and taken away, unless
`--record` names one.
"""

import argparse
import gc
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from akkoord.brief import LAYERS_OF_BRIEF, RECENT_REPORTS, Language, dealings, make_brief, people, sheets
from akkoord.cli import actors, agreements, conditions, contradictions, said, talks, timeline
from akkoord.codebook import FORMS, ISSUES, REALITIES, STANCES, Code, Span
from akkoord.dossier import Dossier, load_dossier, load_positions, load_recent, said_in
from akkoord.errors import AkkoordError
from akkoord.reader import Reader
from akkoord.reading import (
    LAYERS,
    Actor,
    Agreement,
    Condition,
    Event,
    Finding,
    Mention,
    Position,
    Reading,
    ReportHead,
    Statement,
    Talk,
    Time,
)
from akkoord.record import ReaderVersion, Record, take_in
from akkoord.reports import Report

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "dpg2019" / "articles.jsonl"
FIRST_DAY, DAYS = date(2014, 1, 1), 3650
CHANGED = 1 / 3  # of the words of an article
STEPS = 4  # sizes at which the record is measured
READ = 40  # articles that the reader is timed on
TIMES = 5  # that a question is asked; the middle one counts

# Findings per hundred words, over 79 reports that were read by hand.
PER_HUNDRED = {
    "actors": 9.0, "times": 1.5, "statements": 2.4, "events": 4.2,
    "conditions": 0.3, "positions": 0.9, "agreements": 0.25, "talks": 0.4,
}  # fmt: skip
CODES = [
    Code.parse(code)
    for code in ("RUS", "RUS/GOV", "UKR", "UKR/GOV", "ORG:EU", "USA/GOV", "ORG:NATO", "DEU/GOV")
]
MADE_BY = ReaderVersion("benchmark", "none", "none")


class RandomReader:
    """Draws the findings of a report; the same for the same report."""

    def __call__(self, report: Report) -> Reading:
        drawn = random.Random(report.id)
        words = [word.span() for word in re.finditer(r"\w+", report.text)]
        layers: dict[str, Any] = {
            layer: tuple(
                self._finding(layer, report.text, words, drawn)
                for _ in range(round(PER_HUNDRED[layer] * len(words) / 100 + drawn.random()))
            )
            for layer in LAYERS
        }
        return Reading(report=ReportHead(id=report.id, published=report.published), **layers)

    def _finding(self, layer: str, text: str, words: list[tuple[int, int]], drawn: random.Random) -> Finding:
        def span(most: int) -> Span:
            first = drawn.randrange(len(words))
            last = min(len(words) - 1, first + drawn.randrange(most))
            return Span.of(text, words[first][0], words[last][1])

        who, sure, why = drawn.choice(CODES), round(drawn.random(), 3), ("random", "drawn for the benchmark")
        told: dict[str, Any] = {"confidence": sure, "why": why}
        match layer:
            case "actors":
                return Actor(**span(3).model_dump(), code=who, **told)
            case "times":
                return Time(**span(3).model_dump(), value="2022-02", **told)
            case "statements":
                source = Mention(**span(3).model_dump(), code=who)
                return Statement(
                    source=source, cue=span(1), content=(span(20),), form=drawn.choice(FORMS), **told
                )
            case "events":
                reality = drawn.choice(REALITIES)
                return Event(
                    trigger=span(2),
                    type="REQUEST",
                    actors=(who,),
                    recipients=(drawn.choice(CODES),),
                    reality=reality,
                    **told,
                )
            case "conditions":
                return Condition(
                    imposed_by=who, requirement=span(12), consequence=span(12), cue=span(1), **told
                )
            case "positions":
                issue, stance = drawn.choice(ISSUES), drawn.choice(STANCES)
                return Position(party=who.whole, issue=issue, stance=stance, evidence=(span(10),), **told)
            case "agreements":
                return Agreement(
                    name="akkoord", parties=(who,), status="proposed", evidence=(span(6),), **told
                )
            case _:
                return Talk(parties=(who,), status="held", evidence=(span(6),), **told)


class Known:
    """Gives readings that were made before, so that only storing takes time."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}

    def __call__(self, report: Report) -> Reading:
        return self._readings[report.id]


def articles(path: Path) -> list[str]:
    """The texts of the articles, very short ones left out."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [text for text in texts if len(text) > 300]


def reports(texts: list[str], count: int) -> Iterator[Report]:
    """So many reports, each with other words and another day."""
    vocabulary = sorted({word for text in texts[:200] for word in text.split()})
    for number in range(count):
        drawn = random.Random(number)
        text = _changed(texts[number % len(texts)], vocabulary, drawn)
        day = FIRST_DAY + timedelta(drawn.randrange(DAYS))
        yield Report(id=f"r{number}", text=text, publisher=f"p{number % 20}", published=day.isoformat())


def _changed(text: str, vocabulary: list[str], drawn: random.Random) -> str:
    """The text with other words in some places, its white space as it was."""

    def change(word: re.Match[str]) -> str:
        return drawn.choice(vocabulary) if drawn.random() < CHANGED else word[0]

    return re.sub(r"\S+", change, text)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that something took: by the clock, and of this processor's time, which other programs do not lengthen."""

    clock: float
    own: float

    @classmethod
    def by(cls, work: Callable[[], object]) -> "Took":
        clock, own = time.perf_counter(), time.process_time()
        work()
        return cls(time.perf_counter() - clock, time.process_time() - own)

    @classmethod
    def middle(cls, work: Callable[[], object]) -> "Took":
        """The middle of several times."""
        times = [cls.by(work) for _ in range(TIMES)]
        return cls(
            statistics.median(took.clock for took in times), statistics.median(took.own for took in times)
        )

    def __sub__(self, other: "Took") -> "Took":
        return Took(self.clock - other.clock, self.own - other.own)

    def __add__(self, other: "Took") -> "Took":
        return Took(self.clock + other.clock, self.own + other.own)

    def __truediv__(self, count: int) -> "Took":
        return Took(self.clock / count, self.own / count)

    def __str__(self) -> str:
        return f"{self.clock * 1e3:>10.1f} {self.own * 1e3:>10.1f}"


def fill(record: Record, target: str, texts: list[str], count: int) -> Took:
    """Fills the record, tells of its size on the way, and gives what storing one report took."""
    print(f"{'reports':>9} {'MB':>8} {'kB a report':>12} {'ms to store one, by the clock and own':>40}")
    made, drawn = reports(texts, count), RandomReader()
    spent = Took(0.0, 0.0)
    for step in range(1, STEPS + 1):
        done, before = count * step // STEPS, count * (step - 1) // STEPS
        batch = [next(made) for _ in range(done - before)]
        took = Took.by(partial(take_in, record, batch, Known(map(drawn, batch)), MADE_BY))
        spent += took
        size = _size(target)
        print(
            f"{done:>9} {size / 1e6:>8.0f} {size / done / 1e3:>12.1f} {'':>18}{took / len(batch)}", flush=True
        )
    return spent / count


def _size(target: str) -> int:
    """Bytes of the file and its log; 0 for a database of PostgreSQL."""
    return sum(path.stat().st_size for path in (Path(target), Path(f"{target}-wal")) if path.is_file())


def ask(record: Record, target: str) -> None:
    """Prints how long questions take."""
    half, month = FIRST_DAY + timedelta(DAYS // 2), FIRST_DAY + timedelta(DAYS - 30)
    questions: dict[str, Callable[[], object]] = {
        "open the record": lambda: Record.open(target).close(),
        "one entry by its id": lambda: record.entry("r7"),
        "entries of the last month, all layers": lambda: list(record.entries(since=month)),
        "heads of all reports": lambda: list(record.entries(layers=())),
        "positions, all": lambda: list(record.entries(layers=("positions",))),
        "positions, as of the middle day": lambda: list(record.entries(as_of=half, layers=("positions",))),
        "search for two words": lambda: record.search("minister onderhandelingen", limit=50),
        "search for a common word": lambda: record.search("minister", limit=50),
        "search for a phrase in a month": lambda: record.search('"de minister"', since=month),
        "decisions": lambda: record.decisions(),
        "check the whole file": lambda: record.check(),
    }
    print(f"\n{'question':<40} {'ms, clock':>10} {'own':>10}")
    for name, question in questions.items():
        print(f"{name:<40} {Took.middle(question)}", flush=True)
    print(f"{'all entries, all layers (once)':<40} {Took.by(lambda: sum(1 for _ in record.entries()))}")


def view(record: Record, as_of: date) -> None:
    """Prints how long each view of the record takes as of a day, from the question to the page: once, by itself. The
    brief's sisters read the newest reports, as the commands do unless told otherwise, and then all.
    """
    language = Language("nl")
    quick: dict[str, Callable[[], object]] = {
        "brief": lambda: make_brief(
            load_recent(record, RECENT_REPORTS, None, as_of, LAYERS_OF_BRIEF), language
        ),
        "positions": lambda: sheets.positions(load_positions(record, None, as_of, whole=False), language),
        "said": lambda: sheets.said(
            said_in(record, "minister", as_of=as_of, limit=said.NEWEST), "minister", language
        ),
    }
    sisters: dict[str, tuple[Sequence[str], Callable[[Dossier, Language], object]]] = {
        "talks": (talks.LAYERS, dealings.talks),
        "agreements": (agreements.LAYERS, dealings.agreements),
        "conditions": (conditions.LAYERS, sheets.conditions),
        "contradictions": (contradictions.LAYERS, sheets.contradictions),
        "timeline": (timeline.LAYERS, sheets.timeline),
        "actors": (actors.LAYERS, people.actors),
    }
    count = record.extent(as_of).reports
    print(f"\n{f'view as of {as_of}, {count} reports':<40} {'ms, clock':>10} {'own':>10}")
    gc.disable()  # as the commands do
    for name, make in quick.items():
        print(f"{name:<40} {Took.by(make)}", flush=True)
    for newest, which in ((RECENT_REPORTS, ""), (0, ", all reports")):
        for name, (layers, sheet) in sisters.items():
            make = partial(_ask_sister, record, as_of, layers, newest, sheet)
            print(f"{name + which:<40} {Took.by(make)}", flush=True)
    gc.enable()


def _ask_sister(
    record: Record,
    as_of: date,
    layers: Sequence[str],
    newest: int,
    sheet: Callable[[Dossier, Language], object],
) -> None:
    sheet(load_dossier(record, None, as_of, layers, newest), Language("nl"))


def reading_cost(texts: list[str]) -> Took | None:
    """What akkoord's reader takes for one article; None where its pipeline is not there."""
    reader = Reader(any_language=True)
    chosen = [Report(id=str(number), text=text) for number, text in enumerate(texts[:READ])]
    try:
        reader(chosen[0])
    except (AkkoordError, OSError) as error:
        print(f"\nreading was not timed: {error}")
        return None
    return Took.by(lambda: [reader(report) for report in chosen]) / len(chosen)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--reports", type=int, default=20_000)
    options.add_argument("--articles", type=Path, default=ARTICLES)
    options.add_argument("--record")
    args = options.parse_args()
    if not args.articles.is_file():
        print(f"no articles in {args.articles}; name a file of them with --articles")
        return
    texts = articles(args.articles)
    with tempfile.TemporaryDirectory() as folder:
        target = args.record or f"{folder}/akkoord.db"
        with Record.open(target) as record:
            storing = fill(record, target, texts, args.reports)
            ask(record, target)
            for days in (DAYS // 2, DAYS):
                view(record, FIRST_DAY + timedelta(days))
    reading = reading_cost(texts)
    print(f"\nms a report, by the clock and own\nstoring {storing}")
    if reading is not None:
        print(f"reading {reading}\nstoring costs {storing.own / reading.own:.1%} of reading")


if __name__ == "__main__":
    main()
