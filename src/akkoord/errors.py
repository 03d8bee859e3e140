"""The root of the errors that akkoord raises for what a user can mend; it knows nothing of any room."""


class AkkoordError(Exception):
    """Something that the user can mend. The message is one line that says what is wrong and what to do."""
