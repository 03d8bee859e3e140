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
from os import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING

from akkoord.reading import Reading
from akkoord.reports import Report, make_report, require_dutch

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OWN_PIPELINE = "nl"
MODEL = "model.onnx"  # in the folder of a pipeline of ours
ROOMS = ("codebook", "language", "reading", "reports", "when")  # whose code and data make a reading
DIGITS = 12  # of a hash that names a version
LARGE, BLOCKS, BLOCK = (
    1 << 22,
    32,
    1 << 14,
)  # of a file larger than this so many blocks of so many bytes are hashed


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
        """Which reader, lexicon and pipeline this is: the version of the package with a hash of the code that reads,
        and hashes of its data and of the pipeline's files. What changes any of them reads anew.
        """
        own = files("akkoord.language") / OWN_PIPELINE
        model = own if self._name == OWN_PIPELINE else Path(self._name)
        made_of = [path for room in ROOMS for path in _within(files(f"akkoord.{room}"))]
        code = [path for path in made_of if path.name.endswith(".py")]
        lexicon = [path for path in made_of if not path.name.endswith(".py")]
        pipeline = _digest(_within(model)) if (model / MODEL).is_file() else self._name
        return f"{version('akkoord')}+{_digest(code)}", _digest(lexicon), pipeline


def _within(folder: Traversable) -> Iterator[Traversable]:
    """The files in a folder and the folders in it, by name; pipelines in it and what Python makes there left out."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_file():
            yield path
        elif path.name != "__pycache__" and not (path / MODEL).is_file():
            yield from _within(path)


def _digest(paths: Iterable[Traversable]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode())
        for part in _parts(path):
            found.update(part)
    return found.hexdigest()[:DIGITS]


def _parts(path: Traversable) -> Iterator[bytes]:
    """All that is in a file; of a large one, which would take a second, its size and blocks all over it.

    That tells two models apart: training changes the weights everywhere.
    """
    with path.open("rb") as file:
        size = file.seek(0, SEEK_END)
        yield str(size).encode()
        for start in range(0, size, size // BLOCKS) if size > LARGE else (0,):
            file.seek(start)
            yield file.read(BLOCK if size > LARGE else size)


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
