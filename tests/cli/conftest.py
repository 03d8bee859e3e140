import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from akkoord.cli import main


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
