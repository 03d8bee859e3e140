"""Why the dossier took two things for one, or a day for the day: a rule by name and the words it rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule's name (docs/dossier.md lists them all) and the words, acts or names that it rests on."""

    rule: str
    words: tuple[str, ...] = ()
