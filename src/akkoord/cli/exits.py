"""Exit codes of the commands."""

NOTHING_FOUND = 1  # all is well, but there is nothing to show
BAD_INPUT = 2  # something given cannot be read or used; also what a wrong option gives
