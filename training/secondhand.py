"""Articles that nobody read by hand, read by the reader: what heads learn from before they learn from people.

Takes the articles, a model folder whose heads have learned from people, and the ids that are gold; gives reports with
labels. What the frames, the dictionary of actors and the weights add to the heads is in them, so a second learner is
taught more than the first one knew (self-training; Yarowsky 1995). Readings are kept, one file an article.
"""

import json
from collections.abc import Container, Iterator
from pathlib import Path

from spacy.vocab import Vocab

from akkoord import Reader
from akkoord.language.words import Words
from akkoord.reports.articles import report_of_article
from training.gold import GoldReport, labelled

ARTICLES = 700
LENGTH = range(150, 900)  # words: of the length of reports that people read
LEAST = 3  # events and statements in an article that is learned from
UNTAUGHT = (
    "positions",
    "agreements",
)  # so seldom right that they would teach more wrong than right (docs/decisions.md)


def articles_read(path: Path, model: Path, leave: Container[str], out: Path) -> Iterator[GoldReport]:
    """The first articles of a file (a JSON object a line) that are not to be left out, with what is read in them."""
    out.mkdir(parents=True, exist_ok=True)
    reader, tokenizer, used = Reader(str(model)), Words(Vocab()), 0
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if str(article["id"]) in leave or len(article["text"].split()) not in LENGTH:
            continue
        reading = _reading(article, reader, out / f"{article['id']}.json")
        if len(reading["events"]) + len(reading["statements"]) >= LEAST:
            taught = {layer: found for layer, found in reading.items() if layer not in UNTAUGHT}
            yield labelled(tokenizer(article["text"]), taught)
            used += 1
        if used == ARTICLES:
            return


def _reading(article: dict[str, str], reader: Reader, kept: Path) -> dict[str, list[object]]:
    """What `kept` holds, or else what the reader finds, which is kept."""
    if not kept.exists():
        kept.write_text(reader(report_of_article(article)).to_json(), encoding="utf-8")
    found: dict[str, list[object]] = json.loads(kept.read_text(encoding="utf-8"))
    return found
