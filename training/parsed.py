"""Reports read by hand as the models see them that have not learned from them."""

import importlib.util
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from akkoord import language
from akkoord.reading.findings import ReportHead
from akkoord.reading.hits import find_hits
from akkoord.reading.reader import Frames
from akkoord.reading.signals import Signals
from training.gold import gold_readings

Json = dict[str, Any]
Parsed = tuple[ReportHead, Signals, Frames, Json]


def parsed(gold: Path, data: Path, build: Path) -> tuple[list[Parsed], list[Parsed]]:
    """The gold reports and the written ones, each as the model of the fold that left it out sees it."""
    readings = sorted(gold_readings(gold, data, ("train", "dev")), key=lambda found: found[0])
    several = len(readings)
    readings += gold_readings(gold, data, ("written",))
    models = sorted((build / "folds").glob("cross-*.model"))
    found: tuple[list[Parsed], list[Parsed]] = ([], [])
    for fold, folder in enumerate(models):
        nlp = language.load(str(folder))
        for i in range(fold, len(readings), len(models)):
            name, text, reading = readings[i]
            doc = nlp(text)
            head = ReportHead(id=name, published=reading["report"].get("published"))
            found[i >= several].append((head, Signals.of(doc), partial(find_hits, doc), reading))
    return found


def scorer(path: Path) -> ModuleType:
    """The module that compares readings with gold."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
