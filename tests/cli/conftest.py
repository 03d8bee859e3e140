import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from akkoord import language
from akkoord.cli import main

LOAD = cache(language.load)
REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@dataclass(frozen=True)
class Run:
    """What one call of the program gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def akkoord(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Runs the program with these words behind its name."""

    def run(*words: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["akkoord", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        code = stop.value.code
        assert code is None or isinstance(code, int)
        return Run(code or 0, captured.out, captured.err)

    return run


@pytest.fixture
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each run of the program loads its pipeline anew; here they share one."""
    monkeypatch.setattr(language, "load", LOAD)


@pytest.fixture
def report() -> Path:
    """One of the sample reports."""
    return REPORTS / "2022-02-25-inval.txt"
