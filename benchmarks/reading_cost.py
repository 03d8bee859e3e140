"""What reading costs on top of grammar and names: processor time of both, in one run on one core.

usage: python benchmarks/reading_cost.py [ARTICLES] [--articles 60]

Reads articles (a JSON object a line, as `akkoord read` takes them) once each, the pipeline and the reading timed apart.
A few others are read before, so that what is loaded once (the network, the dictionaries) is not counted.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import json
import sys
import time
from itertools import islice
from pathlib import Path

from akkoord import Reader
from akkoord.reading.reader import read_doc
from akkoord.reports.articles import report_of_article

WARMING = 10  # articles that are read before the clock starts


def main() -> None:
    """Read, print one line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?", default=Path("../shared/data/dpg2019/articles.jsonl"))
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    if not options.file.is_file():
        sys.exit(f"{options.file} is not here: name a file of articles, a JSON object a line")
    with options.file.open(encoding="utf-8") as lines:
        told = (article for article in map(json.loads, lines) if article["text"].strip())
        reports = [report_of_article(article) for article in islice(told, WARMING + options.articles)]
    pipeline = Reader().pipeline
    for report in reports[:WARMING]:
        read_doc(report, pipeline(report.text))
    parsing = reading = 0.0
    words = 0
    for report in reports[WARMING:]:
        start = time.process_time()
        doc = pipeline(report.text)
        parsed = time.process_time()
        read_doc(report, doc)
        parsing, reading = parsing + parsed - start, reading + time.process_time() - parsed
        words += sum(not token.is_space for token in doc)
    print(
        f"{words} words: pipeline {parsing:.2f} s, reading {reading:.2f} s, {reading / parsing:.1%} on top of it"
    )


if __name__ == "__main__":
    main()
