"""From the words of one noun phrase to whose it is, from the words alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from akkoord.codebook import BadCode, Code, join_codes
from akkoord.codebook.code import NAMELESS
from akkoord.reading.actors.claims import SPEAKING_FOR_THEMSELVES, Claim, claims_in, in_role
from akkoord.reading.actors.lexicon import Lexicon, Office, lexicon
from akkoord.reading.actors.modifiers import core
from akkoord.reading.actors.part import Part
from akkoord.reading.actors.parts import parts_of
from akkoord.reading.actors.people import Person

OWNING = frozenset({"van", "uit", "in", "te", "namens", "bij", "voor", "binnen", "vanuit"})
PLACING = frozenset({"in", "te", "vanuit"})
ABROAD = PLACING | {"bij", "voor"}
SECTORS_OF_NOBODY = frozenset({"EDU", "NGO", "JRN", "REF", "BUS"})
POSSESSIVES = frozenset({"mijn", "zijn", "haar", "ons", "onze", "hun", "uw", "jullie"})
DEFINITE = frozenset({"de", "beide", "die", "deze", "elk", "hun", "zijn", "haar", "onze", "allebei"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the words of a noun phrase say.

    `code`, or none where they do not say whose it is; then `sector` and `name`, an unknown name in
    apposition, may still help. `why` are the words that decided, `person` the known office-holder among them.
    """

    code: Code | None = None
    sector: str | None = None
    name: str | None = None
    plural: bool = False
    person: Person | None = None
    why: tuple[str, ...] = ()


Inner = Callable[[Sequence[str]], Phrase]  # describes a phrase inside another


def code_of(words: Sequence[str], on: date | None = None, book: Lexicon | None = None) -> Code | None:
    """The actor code that the words of a noun phrase bear out, or none where they do not say whose it is.

    `words` are the phrase's tokens with determiner and modifiers; `on` is the day of the report, for offices.
    """
    return describe(words, on, book).code


def known_in(words: Sequence[str], on: date | None = None) -> bool:
    """Whether the lexicon knows any of some words: a name, a role, an office-holder."""
    return any(part.known for part in parts_of(words, lexicon(), on))


def describe(words: Sequence[str], on: date | None = None, book: Lexicon | None = None) -> Phrase:
    """As `code_of`, with what else the words say: sector, unknown name, number, reasons."""
    book = book or lexicon()
    known: dict[Sequence[str], Phrase] = {}

    def inner(words: Sequence[str]) -> Phrase:
        """A phrase inside this one, described once: each of a long chain ("de leider van de leider van")."""
        key = tuple(words)
        if key not in known:
            known[key] = _described(key, on, book, inner)
        return known[key]

    return inner(words)


def _described(words: Sequence[str], on: date | None, book: Lexicon, inner: Inner) -> Phrase:
    words = core(words, book)
    parts = parts_of(words, book, on)
    first = next((i for i, part in enumerate(parts) if i and part.is_preposition), len(parts))
    head, rest = parts[:first], parts[first:]
    role = next((part for part in reversed(head) if part.office), None)
    office = role.office if role else None
    former = any(part.former for part in head)
    named = _body_named(head, role)
    claims = claims_in(head, office, on)
    if named and all(claim.rank > 2 for claim in claims):
        found = Phrase(named)
    elif group := _members_of(claims, rest, words, inner):
        found = group
    elif claims:
        code = join_codes(claim.code for claim in claims)
        why = tuple(claim.part.text for claim in claims)
        found = Phrase(code, person=claims[0].part.person, why=why)
    elif owner := _owner_in(rest, words, office, on, book, inner):
        found = Phrase(_owned(owner, office, former, book), person=owner.person, why=owner.why)
    else:
        found = Phrase(_without_owner(head, role), sector=_led(role, rest, words, inner))
    return _with_role(found, role, former, _name_in(head))


def _with_role(found: Phrase, role: Part | None, former: bool, name: str | None) -> Phrase:
    if role is None or role.office is None:
        return replace(found, name=name)
    office = role.office
    own = None if office.is_whole else "ELI" if former else office.sector
    why = found.why if role.text in found.why else (role.text, *found.why)
    return replace(found, sector=found.sector or own, name=name, plural=office.plural, why=why)


def _led(role: Part | None, rest: Sequence[Part], words: Sequence[str], inner: Inner) -> str | None:
    """The sector of what somebody leads or speaks for: "het hoofd van het parlement"."""
    leads = role is not None and role.office is not None and role.office.head
    if not leads or not rest or rest[0].text != "van":
        return None
    return inner(words[rest[0].end :]).sector


def _name_in(head: Sequence[Part]) -> str | None:
    """The unknown name in apposition, to the end of the head: from its first capitalised word behind the last role, or
    from the first of all where none stands behind one ("de Valdoorse president Hanne Moor").
    """
    roles = (i for i, part in enumerate(head) if part.office and part.text[:1].islower())
    last = max(roles, default=-1)
    named = [i for i, part in enumerate(head) if part.is_name]
    start = next((i for i in named if i > last), next(iter(named), None))
    return None if start is None else " ".join(part.text for part in head[start:])


def _owner_in(
    rest: Sequence[Part],
    words: Sequence[str],
    role: Office | None,
    on: date | None,
    book: Lexicon,
    inner: Inner,
) -> Phrase | None:
    """Whose the phrase is by what follows a preposition: "van de Oekraïense regering", "in Teheran"."""
    for part in rest:
        if role is None and (part is not rest[0] or part.text != "van"):
            break
        if not part.is_preposition or part.text not in OWNING:
            continue
        if role and role.post and part.text in ABROAD:
            continue
        owner = words[part.end :]
        if role and role.is_foreign and part.text in PLACING and _is_city(owner, book):
            continue
        found = inner(owner)
        if found.code is None:
            found = _by_place(owner, on, book)
        if found.code is not None and not (role and _leaves_open_which(role, found)):
            return found
    return None


def _members_of(
    claims: Sequence[Claim], rest: Sequence[Part], words: Sequence[str], inner: Inner
) -> Phrase | None:
    """A group by its members of one people: "de Vlamingen van CD&V"."""
    kinds = {entry.kind for claim in claims for entry in claim.part.entries}
    if kinds != {"people"} or not rest or rest[0].text != "van":
        return None
    group = inner(words[rest[0].end :])
    return group if group.code is not None and group.code.party.startswith("ORG:") else None


def _leaves_open_which(role: Office, owner: Phrase) -> bool:
    """Whether one party's man or body is meant, of which the words say only in what land or parliament it is."""
    code = owner.code
    land = code is not None and (code.is_state or code.party.startswith("REG:")) and owner.person is None
    return land and role.sector == "PTY" and not role.plural


def _is_city(words: Sequence[str], book: Lexicon) -> bool:
    """Whether the words are a capital and no more: a foreigner may be there as well as an own official."""
    return any(entry.kind == "capital" for entry in book.find(words))


def _by_place(words: Sequence[str], on: date | None, book: Lexicon) -> Phrase:
    """A city tells whose somebody is, though it is nobody itself."""
    for part in parts_of(words, book, on):
        if part.is_preposition:
            break
        for entry in part.entries:
            if entry.kind == "place":
                return Phrase(entry.code, why=(part.text,))
    return Phrase()


def _owned(owner: Phrase, role: Office | None, former: bool, book: Lexicon) -> Code | None:
    """The code of one in this role with the party that a prepositional phrase names."""
    if owner.code is None or role is None:
        return owner.code
    if owner.person and owner.person.party and role.body and role.sector == "PTY":
        return owner.person.party
    codes = [in_role(part, role, book.states.get(part)) for part in owner.code.parts]
    return join_codes(code.with_sector("ELI") if former and code.is_state else code for code in codes)


def _body_named(head: Sequence[Part], role: Part | None) -> Code | None:
    """A body by the name that follows it: "de krant Ouest-France", "stichting Vluchteling"."""
    if role is None or role.office is None or not role.office.body:
        return None
    name = _name_in([part for part in head if part.start >= role.end])
    sector = None if role.office.is_whole else role.office.sector
    return _by_name("ORG", name, sector) if name else None


def _without_owner(head: Sequence[Part], role: Part | None) -> Code | None:
    """The code where no word names a party: a body by its own name, a named expert, an unnamed source."""
    if role is None or role.office is None:
        return None
    office = role.office
    if office.group:
        definite = any(part.text.casefold() in DEFINITE for part in head)
        return None if definite else Code.of(NAMELESS)
    name = _name_in([part for part in head if part.start >= role.end])
    if not name:
        owned = any(part.text.casefold() in POSSESSIVES for part in head)
        return _of_nobody(office) if office.nobody and not owned else None
    return _by_name("PER", name, office.sector) if office.sector in SPEAKING_FOR_THEMSELVES else None


def _of_nobody(office: Office) -> Code:
    """Unnamed people of no state; experts and helpers are told apart, diplomats and sources are not."""
    return Code.of(NAMELESS, office.sector if office.sector in SECTORS_OF_NOBODY else None)


def _by_name(kind: str, name: str, sector: str | None) -> Code | None:
    """A code of the report's own words; none where they cannot stand in one ("A+B")."""
    try:
        code = Code.of(f"{kind}:{name}", sector)
    except BadCode:
        return None
    return code if len(code.parts) == 1 else None
