"""The network of a model folder: what it thinks of the words of one window.

Takes numbers of pieces and the places of words among them, gives arrays of logits. It knows neither text
nor Docs; `training/export.py` makes the folder and says what its inputs and outputs are.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from akkoord.errors import AkkoordError
from akkoord.language.lexicon import Lexicon
from akkoord.language.pieces import Pieces

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
FILES = ("model.onnx", "pieces.json", "labels.json", "lexicon.json")
REMEDY = "install akkoord again, or train a model"
GRAMMAR = ("upos", "feats", "xpos", "lemma", "deprel", "ner")


class BrokenModel(AkkoordError):
    """A model folder that lacks a file or holds another format."""


@contextmanager
def sound(folder: Path) -> Iterator[None]:
    """Files of a model folder are read inside; raises `BrokenModel` where one holds another format."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenModel(f"{folder}: is of another version or damaged ({_line(error)}); {REMEDY}") from error


class Network:
    """A loaded model folder: `labels` by task, `reading` by head, `links` the kinds of links.

    `together` are the parts of speech, features and fine tags that go with each other: a row of their numbers each.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise BrokenModel(f"{folder}: lacks {', '.join(missing)}; {REMEDY}")
        with sound(folder):
            stored = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self.labels: dict[str, list[str]] = {task: stored[task] for task in GRAMMAR}
            self.together: Places = np.array(stored["together"], np.int64)
            self.pieces = Pieces.load(folder / "pieces.json")
            self.lexicon = Lexicon.load(folder / "lexicon.json")
        self.reading: dict[str, list[str]] = stored.get("reading", {})
        self.links: list[str] = stored.get("links", [])
        self._session = _session(folder / "model.onnx", threads)
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, ids: Places, first: Places, last: Places) -> dict[str, Floats]:
        """Logits by output for a window; `first` and `last` are the places in `ids` of each word's end pieces."""
        found = self._session.run(self._outputs, {"ids": ids, "first": first, "last": last})
        return dict(zip(self._outputs, found, strict=True))


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no public root of its errors
        raise BrokenModel(f"{path}: is no model that onnxruntime reads ({_line(error)})") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def sizes(pieces: Sequence[Sequence[int]]) -> Places:
    """How many pieces each word has."""
    return np.fromiter(map(len, pieces), np.int64, len(pieces))
