import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version

from tests.cli.conftest import Run


def test_version(akkoord: Callable[..., Run]) -> None:
    run = akkoord("--version")
    assert (run.code, run.out) == (0, f"akkoord {version('akkoord')}\n")


def test_help_names_every_command(akkoord: Callable[..., Run]) -> None:
    run = akkoord("--help")
    assert run.code == 0
    assert "annotate" in run.out


def test_a_wrong_option_is_told_and_exits_with_2(akkoord: Callable[..., Run]) -> None:
    run = akkoord("annotate", "--nonsense", "x.txt")
    assert run.code == 2
    assert "No such option" in run.err


def test_what_is_written_is_utf_8_whatever_the_machine_prefers() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, akkoord.cli; sys.argv = ['akkoord', 'read', '→.txt']; akkoord.cli.main()",
        ],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
    )
    assert run.returncode == 2
    assert run.stderr.decode() == "akkoord: →.txt: cannot be read: No such file or directory\n"
