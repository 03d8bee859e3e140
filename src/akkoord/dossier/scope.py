"""A scope: which parties, issues and period a dossier is about, under a name.

The record keeps it as a saved view, as JSON.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from akkoord.codebook import Code, Issue
from akkoord.errors import AkkoordError

_ISSUES: tuple[str, ...] = get_args(Issue)


class BadScope(AkkoordError, ValueError):
    """A scope with a party that has a sector, an unknown issue or a period that ends before it begins."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a dossier is about; empty parties or issues stand for all. Raises `BadScope` or `BadCode`."""

    name: str = ""
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        for party in self.parties:
            if Code.parse(party).whole != Code.parse(party):
                raise BadScope(
                    f"{party} has a sector; give the party alone, such as {Code.parse(party).party}"
                )
        for issue in self.issues:
            if issue not in _ISSUES:
                raise BadScope(f"{issue!r} is no issue; give one of: {', '.join(_ISSUES)}")
        if self.since and self.until and self.until < self.since:
            raise BadScope(
                f"the period ends on {self.until}, before it begins on {self.since}; turn them round"
            )

    def holds(self, day: date) -> bool:
        """Whether a day is in its period."""
        return (not self.since or day >= self.since) and (not self.until or day <= self.until)

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "parties": list(self.parties),
            "issues": list(self.issues),
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
        }

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> "Scope":
        """The scope that `as_json` gave; raises `BadScope` where it is none."""
        try:
            since, until = (
                date.fromisoformat(d) if d else None for d in (content["since"], content["until"])
            )
            return cls(content["name"], tuple(content["parties"]), tuple(content["issues"]), since, until)
        except (KeyError, TypeError) as error:
            raise BadScope(f"the dossier stored as {content!r} lacks {error}; make it anew") from error
