"""Articles read by the reader to be learned from; needs what only training installs (`make train`)."""

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment for training only")
pytest.importorskip("faker", reason="faker is in the environment for training only")

from training.gold import BIO
from training.secondhand import articles_read
from training.windows import NONE

import akkoord.language

MODEL = Path(akkoord.language.__file__).parent / "nl"
STORY = "Kiev zei dinsdag dat Moskou de haven beschoot. Het Kremlin ontkent dat. Parijs eist een staakt-het-vuren. "


def articles(path: Path, *texts: str) -> Path:
    rows = [
        {"id": i, "title": "Haven", "text": text, "published_at": "2019-02-26 10:00:00"}
        for i, text in enumerate(texts)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_only_articles_of_some_length_that_tell_something_and_are_no_gold_are_read(tmp_path: Path) -> None:
    dull = "De zon scheen en er stond bijna geen wind. " * 20
    path = articles(tmp_path / "a.jsonl", STORY * 12, STORY * 12, STORY, dull)
    (report,) = articles_read(path, MODEL, {"0"}, tmp_path / "read")
    assert report.tokens[:3] == ["Kiev", "zei", "dinsdag"]
    assert report.labels["actor"][0] == BIO.index("B")
    assert set(report.labels["position"]) == {NONE}, "what it would teach wrong is not taught"
    assert {file.stem for file in (tmp_path / "read").iterdir()} == {"1", "3"}


def test_what_was_read_before_is_not_read_again(tmp_path: Path) -> None:
    path = articles(tmp_path / "a.jsonl", STORY * 12)
    (report,) = articles_read(path, MODEL, (), tmp_path)
    kept = tmp_path / "0.json"
    kept.write_text(
        json.dumps(json.loads(kept.read_text(encoding="utf-8")) | {"actors": []}), encoding="utf-8"
    )
    (again,) = articles_read(path, MODEL, (), tmp_path)
    assert any(report.labels["actor"]) and not any(again.labels["actor"])
    assert report.labels["time"] == again.labels["time"]
