"""The gold readings with their texts, and the program that scores readings against them."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from akkoord.reports.stamp import split_stamp


def scorer(shared: Path) -> ModuleType:
    """SHARED/score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_texts(shared: Path, part: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Id, text that the offsets count in, and gold reading of each report of a part ("dev", "train")."""
    articles = (shared / "data" / "dpg2019" / "articles.jsonl").read_text(encoding="utf-8")
    texts = {str(article["id"]): str(article["text"]) for article in map(json.loads, articles.splitlines())}
    for path in (shared / "gold" / "train" / "texts").glob("*.txt"):
        texts[path.stem] = path.read_text(encoding="utf-8")
    texts["seed"] = split_stamp((shared / "reports" / "seed.txt").read_text(encoding="utf-8"))[1]
    for path in sorted((shared / "gold" / part).glob("*.json")):
        reading = json.loads(path.read_text(encoding="utf-8"))
        name = str(reading["report"]["id"])
        yield name, texts[name.removeprefix("dpg-")], reading
