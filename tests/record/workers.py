"""What the processes of the tests run. Each is a process of its own, forked from one that has all imports done."""

import json
import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from tests.record.sample import ONE, read

from akkoord.reading import Reading
from akkoord.record import Record, take_in
from akkoord.reports import Report, read_reports


def start(work: Callable[..., None], *args: Any) -> ForkServerProcess:
    context: ForkServerContext = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.record.workers"])
    process = context.Process(target=work, args=args)
    process.start()
    return process


def open_and_close(target: str) -> None:
    Record.open(target).close()


def gate(many: int) -> Barrier:
    """Where so many processes wait for each other."""
    return multiprocessing.get_context("forkserver").Barrier(many, timeout=60)


def take_in_files(
    target: str, paths: list[str], tally: str | None = None, together: Barrier | None = None
) -> None:
    """Takes these files in, beginning with others at the gate; writes what became of them to the file `tally`."""
    with Record.open(target) as record:
        if together:
            together.wait()
        counts = take_in(record, read_reports(paths), read_slowly, ONE)
    if tally:
        Path(tally).write_text(json.dumps(counts))


def read_slowly(report: Report) -> Reading:
    time.sleep(0.001)
    return read(report)
