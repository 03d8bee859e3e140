"""Exit codes of the commands."""

BAD_INPUT = 2  # something given cannot be read or used; also what a wrong option gives
