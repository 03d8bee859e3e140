"""Why a record cannot be used."""

from akkoord.errors import AkkoordError


class RecordError(AkkoordError):
    """A record that cannot be opened, or a question that it cannot answer; one line says what to do."""


class BadReading(RecordError):
    """A reading that points to words which do not stand in the report; a fault of the reader."""
