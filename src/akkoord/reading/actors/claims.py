"""Which words of a noun phrase say whose it is, and which of them go first.

Ranks: 1 a name ("Oekraïne", "Zelensky"), 2 the first half of a compound ("Kremlinwoordvoerder"), 3 an
adjective ("Russische"), 4 a possessor ("Haftars troepen"). The best rank decides; several claims of one rank
count together only where the words join them ("Rusland en Oekraïne").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from akkoord.codebook import Code
from akkoord.codebook.code import NAMELESS
from akkoord.reading.actors.lexicon import Entry, Office
from akkoord.reading.actors.part import Part
from akkoord.reading.actors.people import Person

SPEAKING_FOR_THEMSELVES = frozenset({"JRN", "EDU"})  # a named one of these acts for nobody
OF_MEMBERS = frozenset({"LEG", "MIL", "COP", "JRN", "EDU", "NGO", "BUS", "JUD", "CVL", "REF"})
READING_ORDER = ("name", "state", "region", "people", "capital", "adjective")
INDEFINITE = re.compile(
    r"een|geen|veel|vele|weinig|enkele|sommige|alle|meeste|meer|ruim|bijna|zeker|(?:tien|hon)?-?tallen"
    r"|(?:tien|honderd)?(?:tallen|duizenden)|honderden|elke|iedere|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
    r"|\d[\d.]*",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One part's word on whose the phrase is."""

    code: Code
    part: Part
    rank: int


def claims_in(head: Sequence[Part], role: Office | None, on: date | None) -> list[Claim]:
    """The claims of the best rank among the parts before the first preposition."""
    claims = [claim for part in head for claim in _claims_of(part, head, role, on)]
    best = min((claim.rank for claim in claims), default=0)
    chosen = [claim for claim in claims if claim.rank == best]
    adjectives = [claim for claim in claims if claim.rank == 3]
    if adjectives and (_is_namesake(chosen[0], adjectives[0]) or _is_posted(chosen[0])):
        chosen = adjectives
    if best == 1 and adjectives and _is_another_states(chosen[0], adjectives[0]):
        chosen = [replace(adjectives[0], code=adjectives[0].code.with_sector(chosen[0].code.sector))]
    joined = any(part.is_conjunction for part in head) or len({claim.part for claim in chosen}) == 1
    return chosen if joined else chosen[:1]


def in_role(code: Code, role: Office | None, state: str | None = None) -> Code:
    """The code of one in this role with a party that other words name.

    Leaders and members carry their group's code; `state` is a political party's, whose ministers and voters
    are that state's.
    """
    if role is None:
        return code
    if role.is_whole:
        return code if code.name or role.head else code.whole
    if code.name is None or code.party.startswith("REG:"):
        return code if role.head and code.sector else code.with_sector(role.sector)
    if state and code.sector == "PTY" and role.sector in {"CVL", "GOV"} and not role.head:
        return Code.of(state, role.sector)
    member = role.sector in OF_MEMBERS and not role.head
    return code.with_sector(role.sector) if code.sector is None and member else code


def _is_namesake(person: Claim, adjective: Claim) -> bool:
    """A surname that an office-holder of another state shares: the report's own adjective goes first.

    So it does of a state's former official who came to lead an organisation.
    """
    known = person.rank == 1 and person.part.person is not None and not person.part.entries
    other = person.code.is_state or adjective.code.sector == "ELI"
    return known and other and person.code.party != adjective.code.party


def _is_another_states(body: Claim, adjective: Claim) -> bool:
    """A state's body whose name another's has too: `het Colombiaanse Congres`."""
    named = bool(body.part.entries) and body.part.entries[0].source == "bodies"
    return (
        named and adjective.code.is_state and body.code.is_state and adjective.code.party != body.code.party
    )


def _is_posted(claim: Claim) -> bool:
    """At a post with an organisation ("VN-ambassadeur") somebody is of the state that an adjective names."""
    posted = claim.rank == 2 and claim.part.office is not None and claim.part.office.post
    return posted and not claim.code.is_state


def _claims_of(part: Part, head: Sequence[Part], role: Office | None, on: date | None) -> list[Claim]:
    own = part.office if part.compound and part.office else role
    entries = _readings(part, head)
    codes = [code for entry in entries if (code := _of_entry(entry, part, head, own))]
    if part.person and not entries:
        codes = [_of_person(part.person, own, on)]
    former = any(other.former for other in head)
    return [
        Claim(code.with_sector("ELI") if former and code.is_state else code, part, _rank(part, head, entries))
        for code in codes
        if not _is_in_a_name(part, head)
    ]


def _rank(part: Part, head: Sequence[Part], entries: Sequence[Entry]) -> int:
    if part.genitive and part is not head[-1]:
        return 4
    if part.compound:
        return 2
    return 3 if entries and all(entry.kind == "adjective" for entry in entries) else 1


def _is_in_a_name(part: Part, head: Sequence[Part]) -> bool:
    """A state, its adjective or people may be a word of an unknown name.

    So at its end (`Luchtvaart Platform Nederland`, `Piet Engels`) and behind a role (`raadslid Noor Haverkamp`).
    """
    kinds = {entry.kind for entry in part.entries}
    before = next((other for other in head if other.end == part.start), None)
    if before is None or not kinds:
        return False
    if before.is_name:
        return "state" in kinds or (part is head[-1] and "adjective" in kinds)
    after = _behind(part, head)
    return (
        kinds <= {"people", "adjective"} and before.office is not None and after is not None and after.is_name
    )


def _behind(part: Part, head: Sequence[Part]) -> Part | None:
    return next((other for other in head if other.start == part.end), None)


def _readings(part: Part, head: Sequence[Part]) -> list[Entry]:
    """The entry that counts of several with the same words; both halves of a double adjective.

    Words that may be a surname too ("Albanese") are the adjective where a role follows, else the person.
    """
    if len({entry.code for entry in part.entries}) > 1 and part.double:
        return list(part.entries)
    ranked = sorted(
        (entry for entry in part.entries if entry.kind in READING_ORDER),
        key=lambda entry: READING_ORDER.index(entry.kind),
    )
    modifies = any(other.office and other.start >= part.end for other in head)
    surname = part.person and not modifies and ranked and ranked[0].kind == "adjective"
    after = _behind(part, head)
    if after is not None and not after.is_conjunction:
        # `Franse`: a woman, but in front of a noun the adjective
        ranked.sort(key=lambda entry: entry.kind == "people" and entry.code.is_state)
    return [] if surname else ranked[:1]


def _of_entry(entry: Entry, part: Part, head: Sequence[Part], role: Office | None) -> Code | None:
    if role and role.sector in SPEAKING_FOR_THEMSELVES and part.compound and not entry.code.sector:
        return None  # a "Koreakenner" knows Korea and is not of it
    if entry.kind == "adjective" and role and role.group:
        return Code.of(NAMELESS) if entry.code.party == "ORG:EU" else in_role(entry.code, role)
    if entry.kind == "people" and role is None and entry.code.is_state:
        return entry.code.with_sector("CVL") if _are_some(part, head) else entry.code
    return in_role(entry.code, role, entry.state)


def _are_some(part: Part, head: Sequence[Part]) -> bool:
    """Some inhabitants, not the state by its people: a number or an indefinite word in front, or one only."""
    counted = any(INDEFINITE.fullmatch(other.text.casefold()) for other in head if other.start < part.start)
    paired = any(other.is_conjunction for other in head)
    return counted or (part is head[0] and not paired) or not part.text.endswith(("en", "s"))


def _of_person(person: Person, role: Office | None, on: date | None) -> Code:
    """Whose an office-holder is in this role: `Erdogans partij` is the one that he leads."""
    if role and role.body and role.sector == "PTY" and person.party:
        return person.party
    return in_role(person.code_on(on), role)
