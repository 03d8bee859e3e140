"""Where reports come from: files, folders, patterns and standard input."""

import glob
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Any

from akkoord.reports.articles import Head, head_of, report_of_article
from akkoord.reports.problem import ReportError
from akkoord.reports.report import Report, make_report
from akkoord.reports.text import MOST_BYTES, check_size, decode

STANDARD_INPUT = "-"
LINES = (".jsonl", ".ndjson")
ARTICLES = ".json"
SIDECAR = ".meta.json"
SUFFIXES = (".txt", ".md", ".html", ".htm", ARTICLES, *LINES)  # what is read of a folder


def read_report(source: str | Path) -> Report:
    """The one report of a file or of standard input (`-`); raises `ReportError`."""
    reports = read_reports([source])
    report = next(reports)
    if isinstance(report, ReportError):
        raise report
    if next(reports, None) is not None:
        raise ReportError("holds several reports; give a file with one", str(source))
    return report


def read_reports(sources: Iterable[str | Path]) -> Iterator[Report | ReportError]:
    """Every report of files, folders with all below them, patterns (`news/*.txt`) and standard input (`-`).

    In the order given, within a folder or pattern by name. One that cannot be read does not stop the rest:
    its `ReportError` takes its place, as it does that of a source that holds none.
    """
    for source in map(str, sources):
        is_empty = True
        for report in (report for path in _paths(source) for report in _reports_of(path)):
            is_empty = False
            yield report.at(_shown(report.source)) if isinstance(report, ReportError) else report
        if is_empty:
            yield ReportError(_why_empty(source), _shown(source))


def _why_empty(source: str) -> str:
    if Path(source).is_dir():
        return f"holds no report; a folder's reports end in {', '.join(SUFFIXES)}"
    return "holds no report"


def count_reports(sources: Iterable[str | Path]) -> int:
    """How many reports, or problems in place of one, `read_reports` gives of these; standard input counts as one."""
    return sum(max(1, sum(map(_count_of, _paths(str(source))))) for source in sources)


def _count_of(source: str) -> int:
    suffix = Path(source).suffix.lower()
    try:
        if suffix in LINES:
            with Path(source).open("rb") as lines:
                return sum(1 for line in lines if line.strip())
        articles = _json(Path(source).read_bytes()) if suffix == ARTICLES else None
    except (ReportError, OSError):
        return 1
    return len(articles) if isinstance(articles, list) else 1


def _paths(source: str) -> Iterator[str]:
    """The files that a source stands for; what cannot be looked at stands for itself, to be told of when read."""
    try:
        is_file, is_folder = Path(source).is_file(), Path(source).is_dir()
    except PermissionError:
        is_file, is_folder = True, False
    if source in ("", STANDARD_INPUT) or is_file:
        yield source
    elif is_folder:
        yield from _in_folder(source)
    else:
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207  Path.glob takes no absolute pattern
        yield from [path for path in matches if Path(path).is_file() and not path.endswith(SIDECAR)] or [
            source
        ]


def _in_folder(folder: str) -> Iterator[str]:
    """The files with reports in a folder and all below it, and the folders that may not be looked into, by name."""
    closed: list[OSError] = []
    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [path for path in (Path(place, name) for name in names) if _is_report(path)]
    return map(str, sorted([*files, *(Path(error.filename) for error in closed)]))


def _is_report(path: Path) -> bool:
    """Whether a file of a folder is read, by its name; a pipe is not, one that cannot be looked at is told of."""
    if path.suffix.lower() not in SUFFIXES or path.name.startswith(".") or path.name.endswith(SIDECAR):
        return False
    try:
        return S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _reports_of(source: str) -> Iterator[Report | ReportError]:
    suffix = Path(source).suffix.lower()
    try:
        if not source:
            raise ReportError("the name of a file or folder is empty")
        if source == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
            check_size(len(data))
            yield make_report(decode(data))
        elif suffix in LINES:
            yield from _reports_of_lines(source)
        elif suffix == ARTICLES:
            yield from _reports_of_articles(source)
        else:
            yield _report_of_file(Path(source))
    except ReportError as error:
        yield error.at(source)
    except OSError as error:
        yield ReportError(f"cannot be read: {error.strerror or error}", source)


def _report_of_file(path: Path) -> Report:
    check_size(path.stat().st_size)
    sidecar = path.with_name(path.stem + SIDECAR)
    head = head_of(_json(sidecar.read_bytes(), sidecar.name)) if sidecar.is_file() else Head()
    return head.report(decode(path.read_bytes()), name=_shown(path.stem))


def _shown(name: str) -> str:
    """The name of a file as text: what is no UTF-8 in it could be neither printed nor kept."""
    return os.fsencode(name).decode(errors="replace")


def _reports_of_articles(source: str) -> Iterator[Report | ReportError]:
    articles = _json(Path(source).read_bytes())
    if not isinstance(articles, list):
        yield report_of_article(articles)
        return
    for number, article in enumerate(articles, start=1):
        try:
            yield report_of_article(article)
        except ReportError as error:
            yield error.at(f"{source}, article {number}")


def _reports_of_lines(source: str) -> Iterator[Report | ReportError]:
    with Path(source).open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                if line.strip():
                    yield report_of_article(_json(line))
            except ReportError as error:
                yield error.at(f"{source}, line {number}")


def _json(data: bytes, name: str = "") -> Any:
    try:
        return json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{name} is no JSON: {error}".lstrip()) from error
