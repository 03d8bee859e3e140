"""The command line: stands before all rooms and holds no logic.

Takes words from the shell, calls the rooms, prints for people or programs. Data go to standard output,
errors to standard error, one line each. Exit code 0: all done; 1: `explain` finds nothing at its place; 2: something
given cannot be read or used.
"""

import gc


def main() -> None:
    """The `akkoord` program."""
    gc.disable()  # nothing that is loaded is garbage, and looking for some takes a tenth of the time
    from akkoord.cli.app import run

    gc.enable()
    run()


__all__ = ["main"]
