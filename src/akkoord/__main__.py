"""`python -m akkoord`: the same as `akkoord`."""

from akkoord.cli import main

main()
