"""The reader as people and programs use it: a report in, its reading out.

Puts the rooms `reports`, `language` and `reading` together and holds the loaded pipeline. It knows no storage.
What needs spaCy is imported where it is used: it takes a second, which those who only look at readings need not wait.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from akkoord.reading import Reading
from akkoord.reports import Report, make_report, require_dutch

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OWN_PIPELINE = "nl"
MODEL = "model.onnx"  # in the folder of a pipeline of ours
DIGITS = 12  # of a hash that names a version


class Reader:
    """Reads reports with one loaded pipeline: akkoord's own (`nl`), or a model folder of the same kind.

    `any_language`: read what is not in Dutch too. The pipeline is loaded with the first report.
    """

    def __init__(self, pipeline: str = OWN_PIPELINE, *, any_language: bool = False) -> None:
        self._name, self._any_language = pipeline, any_language

    def __call__(self, report: Report) -> Reading:
        """The reading of a report; raises `ReportError` where its text is not Dutch."""
        from akkoord.reading.reader import read_doc

        return read_doc(report, self.parsed(report))

    def pipe(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, one after the other."""
        return map(self, reports)

    def parsed(self, report: Report) -> "Doc":
        """The report's words with their grammar, on which its reading rests; raises `ReportError` as above."""
        if not self._any_language:
            require_dutch(report)
        return self.pipeline(report.text)

    @cached_property
    def pipeline(self) -> "Language":
        """The loaded pipeline; raises `NoPipeline` where there is none, `NoSignals` where it cannot be read with."""
        from akkoord import language
        from akkoord.reading.signals import Signals

        pipeline = language.load(self._name)
        Signals.of(pipeline("Ja."))
        return pipeline

    @cached_property
    def versions(self) -> tuple[str, str, str]:
        """Which reader, lexicon and pipeline this is: the version of the package, hashes of what the others hold."""
        model = files("akkoord.language") / OWN_PIPELINE if self._name == OWN_PIPELINE else Path(self._name)
        is_ours = (model / MODEL).is_file()
        return version("akkoord"), _digest(_lexicon()), _digest(_in(model)) if is_ours else self._name


def _lexicon() -> list[Traversable]:
    room = files("akkoord.reading")
    return [path for part in ("actors", "frames", ".") for path in _in(room / part / "data")]


def _in(folder: Traversable) -> list[Traversable]:
    return sorted((path for path in folder.iterdir() if path.is_file()), key=lambda path: path.name)


def _digest(paths: list[Traversable]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:DIGITS]


def read(
    text: str, *, published: str | None = None, title: str | None = None, publisher: str | None = None
) -> Reading:
    """What a Dutch report says: the eight layers of findings, each with its exact words.

    `text` may begin with a stamp ("date 2022-02 ..."); `published` is EDTF, such as "2022-02" or "2022-02-25".
    Offsets count in the body: what follows a stamp. Raises `ReportError` for a text that cannot be read or is not
    in Dutch; `Reader(any_language=True)` reads that all the same.
    """
    return _reader()(make_report(text, published=published, title=title, publisher=publisher))


@cache
def _reader() -> Reader:
    return Reader()
