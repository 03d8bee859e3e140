"""Actors across reports: one actor under many spellings and roles, each joining explained and undoable.

Takes the mentions of many reports and people's decisions; gives `Known` actors. A party is known by its code. A
person is known by party and family name, told apart by given name, else by the portfolio of the office; a mention
that could be either of two stays apart with that note. It knows nothing of what actors do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from akkoord.codebook import Code
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.mentions import Naming, holder, naming
from akkoord.dossier.reason import Reason
from akkoord.reading import Actor
from akkoord.reading.actors import name_key
from akkoord.record import Merge
from akkoord.when import When

Key = tuple[str, str, str]
"""Party, family name and what tells namesakes apart; the last two empty for a party itself."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of an actor in one report."""

    text: str
    code: Code
    naming: Naming
    day: date
    citation: Citation


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description under which reports name an actor, with when the first and the last one came out."""

    words: str
    sector: str | None
    first: When
    last: When
    reports: int


@dataclass(eq=False)
class Known:
    """One actor: all its mentions by spelling, and why each spelling is of it."""

    party: str
    name: str | None
    mentions: list[Named]
    reasons: dict[str, Reason] = field(default_factory=dict)
    either: tuple[str, ...] = ()

    @property
    def spellings(self) -> Counter[str]:
        """The names under which reports give it, without offices; no pronouns, and of a party no descriptions."""
        if self.name is not None:
            return Counter(m.naming.name for m in self.mentions if m.naming.name)
        return Counter(m.text for m in self.mentions if not m.naming.office and not m.naming.pronoun)

    @property
    def roles(self) -> list[Role]:
        """The offices of a person, and the descriptions of a party, by the first day on which a report gives them."""
        found: dict[tuple[str, str | None], list[Named]] = {}
        for mention in sorted(self.mentions, key=lambda mention: mention.day):
            if words := _office(mention):
                found.setdefault((words.casefold(), mention.code.sector), []).append(mention)
        by_day = sorted(found.items(), key=lambda role: (role[1][0].day, role[0][0]))
        return [
            Role(_office(told[0]), sector, _published(told[0]), _published(told[-1]),
                 len({mention.citation.report for mention in told}))
            for (_, sector), told in by_day
        ]  # fmt: skip

    @property
    def reports(self) -> int:
        return len({mention.citation.report for mention in self.mentions})

    def is_called(self, text: str) -> bool:
        """Whether a code or a name is this actor's."""
        if text == self.party:
            return self.name is None
        keys = {name_key(spelling) for spelling in self.spellings}
        return name_key(text) in keys or (self.name is not None and name_key(text) == name_key(self.name))


def actors(contexts: Iterable[Context], decisions: Iterable[Merge] = ()) -> list[Known]:
    """All actors of these reports with people's decisions applied, the one of most reports first."""
    named = [
        _named(actor, context) for context in contexts for actor in context.reading.actors if _single(actor)
    ]
    parties: dict[str, Known] = {}
    families: dict[tuple[str, str], list[Named]] = {}
    for mention in named:
        if mention.naming.family and not _is_party(mention):
            families.setdefault((mention.code.party, mention.naming.family), []).append(mention)
        else:
            _join(parties.setdefault(mention.code.party, Known(mention.code.party, None, [])), mention)
    people = [known for (party, _), family in families.items() for known in _people(party, family)]
    found = _decided([*parties.values(), *people], decisions)
    return sorted(found, key=lambda known: (-known.reports, known.party, known.name or ""))


def _office(mention: Named) -> str:
    return mention.naming.office.removeprefix("de ").removeprefix("De ")


def _published(mention: Named) -> When:
    return When.parse(mention.citation.published)


def _single(actor: Actor) -> bool:
    return actor.code is not None and len(actor.code.texts) == 1


def _named(actor: Actor, context: Context) -> Named:
    assert actor.code is not None
    return Named(actor.text, actor.code, naming(actor.text), context.day, context.cite([actor]))


def _is_party(mention: Named) -> bool:
    """Whether the name is that of the party itself, as in `ORG:La Scala`."""
    return name_key(mention.naming.name) == name_key(mention.code.name or "")


def _join(known: Known, mention: Named) -> None:
    known.mentions.append(mention)
    rule = "same-code" if not mention.naming.office else "described"
    known.reasons.setdefault(mention.text, Reason(rule, (str(mention.code),)))


def _people(party: str, family: Sequence[Named]) -> list[Known]:
    """The persons of one party who share a family name."""
    tags = _tags(party, family)
    people: dict[str, Known] = {}
    for mention, (tag, reason) in zip(family, tags, strict=True):
        known = people.setdefault(tag, Known(party, "", []))
        known.mentions.append(mention)
        known.reasons.setdefault(mention.text, reason)
    for known in people.values():
        known.name = _full_name(known, party)
    for tag, known in people.items():
        if tag.startswith("?"):
            known.either = tuple(sorted({p.name or "" for t, p in people.items() if not t.startswith("?")}))
    return list(people.values())


def _full_name(known: Known, party: str) -> str:
    """The longest way in which a report or the table of office-holders names the person."""
    held = [holder(m.naming.name, party, m.day) for m in known.mentions]
    names = Counter(name for name in held if name) or Counter(m.naming.name for m in known.mentions)
    return max(names, key=lambda name: (len(name.split()), names[name], name))


def _tags(party: str, family: Sequence[Named]) -> list[tuple[str, Reason]]:
    """What tells each mention's person from namesakes, and by which rule.

    First a given name, written or of the one office-holder of that name; then the portfolio, of one whose given name
    is known or by itself; then the only namesake in the same report; then the only one that there is. A mention that
    none of these settles is told apart by its report, with a tag that begins with `?`.
    """
    given = [_given(party, mention) for mention in family]
    fields: dict[str, set[str]] = {}
    for mention, (name, _) in zip(family, given, strict=True):
        if name and mention.naming.portfolio:
            fields.setdefault(mention.naming.portfolio, set()).add(name)
    tags = [tag if tag[0] else _by_portfolio(m, fields) for m, tag in zip(family, given, strict=True)]
    everyone = {tag for tag, _ in tags if tag}
    here: dict[str, set[str]] = {}
    for mention, (tag, _) in zip(family, tags, strict=True):
        if tag:
            here.setdefault(mention.citation.report, set()).add(tag)
    return [
        tag if tag[0] else _by_others(mention, here.get(mention.citation.report, set()), everyone)
        for mention, tag in zip(family, tags, strict=True)
    ]


def _given(party: str, mention: Named) -> tuple[str, Reason]:
    """The given name's key, with the rule that gives it; empty where the mention tells none."""
    full = holder(mention.naming.name, party, mention.day)
    if full and len(full.split()) > len(mention.naming.name.split()):
        return name_key(full).split()[0], Reason("office-holder", (full,))
    if mention.naming.given:
        return mention.naming.given, Reason("full-name", (mention.naming.name,))
    return "", Reason("same-name", (mention.naming.family,))


def _by_portfolio(mention: Named, fields: dict[str, set[str]]) -> tuple[str, Reason]:
    """The one namesake of the same portfolio, else the portfolio itself; empty where the mention has none."""
    portfolio = mention.naming.portfolio
    holders = fields.get(portfolio, set())
    if len(holders) == 1:
        return min(holders), Reason("same-office", (portfolio,))
    return (portfolio if not holders else ""), Reason("other-office", (portfolio,))


def _by_others(mention: Named, here: set[str], everyone: set[str]) -> tuple[str, Reason]:
    if len(here) == 1:
        return min(here), Reason("named-in-report", (min(here),))
    if len(everyone) == 1:
        return min(everyone), Reason("only-one", (min(everyone),))
    if not everyone:
        return "", Reason("same-name", (mention.naming.family,))
    return f"?{mention.citation.report}", Reason("could-be", tuple(sorted(everyone)))


def _decided(found: list[Known], decisions: Iterable[Merge]) -> list[Known]:
    """People's decisions applied in order: what they join is one, what they split is told apart again."""
    for decision in decisions:
        named = [known for known in found if any(known.is_called(text) for text in decision.actors)]
        if decision.kind == "merge" and len(named) > 1:
            found = [known for known in found if known not in named]
            found.append(_merged(named, decision))
        elif decision.kind == "split":
            for known in named:
                found.remove(known)
                found.extend(_split(known, decision))
    return found


def _merged(named: Sequence[Known], decision: Merge) -> Known:
    reason = Reason("decision", (decision.by, *decision.actors))
    first = max(named, key=lambda known: len(known.mentions))
    joined = Known(first.party, first.name, [m for known in named for m in known.mentions])
    for known in named:
        joined.reasons |= known.reasons if known is first else dict.fromkeys(known.reasons, reason)
    return joined


def _split(known: Known, decision: Merge) -> list[Known]:
    """Mentions spelled as the decision names them go each to an actor of their own; the rest stays together."""
    keys = {name_key(text): text for text in decision.actors}
    parts: dict[str, list[Named]] = {}
    for mention in known.mentions:
        spelled = {name_key(mention.naming.name or mention.text), name_key(mention.text), mention.code.party}
        tag = next((text for key, text in keys.items() if key in spelled or text in spelled), "")
        parts.setdefault(tag, []).append(mention)
    reason = Reason("decision", (decision.by, *decision.actors))
    made = []
    for tag, mentions in parts.items():
        name = known.name if not tag else mentions[0].naming.name or None
        reasons = {m.text: known.reasons.get(m.text, reason) if not tag else reason for m in mentions}
        made.append(Known(mentions[0].code.party, name, mentions, reasons))
    return made
