"""Why a report could not be read."""

from akkoord.errors import AkkoordError


class ReportError(AkkoordError):
    """A report that cannot be read: `source` says which one, `reason` in one line why and what to do."""

    def __init__(self, reason: str, source: str = "") -> None:
        self.reason = " ".join(reason.split())
        self.source = source
        super().__init__(f"{source}: {self.reason}" if source else self.reason)

    def at(self, source: str) -> "ReportError":
        """The same problem, told of this source."""
        return ReportError(self.reason, source)
