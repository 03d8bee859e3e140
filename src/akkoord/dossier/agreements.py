"""Agreements across reports: one treaty, accord or truce with its parties, provisions and what became of it.

Takes the agreements of many reports; gives `Accord`s. Two tellings are of one accord where the conditions of
`_same` hold. A name in the plural ("de akkoorden van ...") with a time that covers several accords stands for all
of them: they become the parts of one entry. It knows nothing of positions or conditions.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache, reduce
from importlib.resources import files
from typing import Literal

from akkoord.codebook import AgreementStatus, Issue, parties_in
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.happenings import Telling, both, when_of
from akkoord.dossier.issues import breaks, keeps
from akkoord.dossier.nearby import Nearby, stretch_key, stretch_keys
from akkoord.dossier.reason import Reason
from akkoord.dossier.words import names, roots
from akkoord.reading import Agreement
from akkoord.reading.actors import fold, party_entries
from akkoord.reading.issues import issues_of
from akkoord.when import When

MEMORY = timedelta(days=31)  # between reports that may mean the same nameless, undated agreement

UNMADE: frozenset[AgreementStatus] = frozenset({"proposed", "rejected"})
COMPARED = 8  # tellings of an accord whose dates of publication are compared

Outcome = Literal["kept", "not kept", "broken", "rejected"]
_PLURAL = re.compile(
    r"\b\w*(?:akkoorden|afspraken|verdragen|overeenkomsten|bestanden|protocollen)\b", re.IGNORECASE
)
_NOUN = re.compile(r"(?:akkoord|afspra|verdrag|overeenkomst|bestand|protocol|pact|deal)")
_ADJECTIVE = re.compile(
    r"(?<=\w{4})(?:sche|se|s)$"
)  # the end of an adjective, or of the name that it is made from


class AgreementTelling:
    """One agreement as one report tells it."""

    def __init__(self, agreement: Agreement, context: Context) -> None:
        self.agreement = agreement
        self.context = context
        self.parties = parties_in(agreement.parties)
        self.third_parties = parties_in(agreement.third_parties)
        self.when = when_of(agreement.date)

    @cached_property
    def named(self) -> frozenset[str]:
        """The proper names in its name, names of its own parties left out: `minsk`, `doha`."""
        return label_of(self.agreement.name)

    @cached_property
    def label(self) -> frozenset[str]:
        """The same with its place; what is only proposed may be talked of anywhere."""
        placed = self.agreement.place if self.agreement.status != "proposed" else None
        return label_of(self.agreement.name, placed)

    @cached_property
    def plural(self) -> bool:
        return bool(_PLURAL.search(self.agreement.name))

    @cached_property
    def provisions(self) -> frozenset[Issue]:
        """The issues that the finding gives, else those that its name is about."""
        return frozenset(self.agreement.provisions or issues_of(self.agreement.name))

    def cite(self) -> Citation:
        evidence = self.agreement.evidence
        return self.context.cite(evidence, self.context.speaker(evidence[0]))


@dataclass(eq=False)
class Accord:
    """One agreement with all its tellings and why each after the first is of it; `parts` where it is several.

    `parts` are accords of their own that a plural name takes together.
    """

    tellings: list[AgreementTelling]
    reasons: list[Reason] = field(default_factory=list)
    parts: list["Accord"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The shortest name that has a proper name in it, else the shortest; empty where no report names it."""
        told = [name for t in self.tellings if is_name(name := t.agreement.name)]
        return min(told, key=lambda name: (not names(name), len(name), name), default="")

    @cached_property
    def named(self) -> frozenset[str]:
        """All whom some report names as parties."""
        return frozenset().union(*(t.parties for t in self.told()))

    @property
    def parties(self) -> tuple[str, ...]:
        """Whom at least half of the reports name as parties; where they agree on fewer than two, all that some name."""
        told = self.told()
        often = Counter(party for telling in told for party in telling.parties)
        most = [party for party, count in often.items() if 2 * count >= len(told)]
        return tuple(sorted(most if len(most) > 1 else often))

    @property
    def third_parties(self) -> tuple[str, ...]:
        third = frozenset[str]().union(*(t.third_parties for t in self.told()))
        return tuple(sorted(third - set(self.parties)))

    @cached_property
    def provisions(self) -> tuple[Issue, ...]:
        """All provisions that any report gives, in the order in which they were told."""
        return tuple(dict.fromkeys(issue for t in self.told() for issue in t.agreement.provisions))

    @property
    def place(self) -> str | None:
        return next((t.agreement.place for t in self.told() if t.agreement.place), None)

    @cached_property
    def when(self) -> When | None:
        """The days that all dated tellings allow."""
        return reduce(both, (telling.when for telling in self.tellings))

    @cached_property
    def label(self) -> frozenset[str]:
        return frozenset().union(*(t.label for t in self.tellings))

    @cached_property
    def history(self) -> list[tuple[date, AgreementStatus, Citation]]:
        """Its status as reports gave it, by the day of publication; each status once until another is given."""
        told = sorted(
            ((t.context.day, t.agreement.status, t.cite()) for t in self.told()), key=lambda s: (s[0], s[2])
        )
        return [step for i, step in enumerate(told) if i == 0 or step[1] != told[i - 1][1]]

    @property
    def status(self) -> AgreementStatus:
        return self.history[-1][1]

    def cite(self) -> list[Citation]:
        return list(dict.fromkeys(telling.cite() for telling in self.told()))

    def join(self, telling: AgreementTelling, reason: Reason) -> None:
        self.named |= telling.parties
        self.when = both(self.when, telling.when)
        self.label |= telling.label
        self.tellings.append(telling)
        self.reasons.append(reason)

    def take(self, parts: list["Accord"]) -> None:
        """Make these accords its parts."""
        self.parts = parts
        self.named = frozenset().union(*(t.parties for t in self.told()))

    def told(self) -> list[AgreementTelling]:
        """All tellings, those of its parts included."""
        return [*self.tellings, *(telling for part in self.parts for telling in part.tellings)]


def accords(contexts: Iterable[Context]) -> list[Accord]:
    """All agreements of these reports, merged, the one spoken of last first."""
    tellings = [
        AgreementTelling(agreement, context)
        for context in contexts
        for agreement in context.reading.agreements
    ]
    single, index = _merged(t for t in tellings if not t.plural)
    groups, _ = _merged(t for t in tellings if t.plural)
    for group in groups:
        near = index.find((party, word) for party in group.named for word in group.label)
        group.take([accord for accord in near if _is_part(accord, group)])
    inside = {part for group in groups for part in group.parts}
    found = [*groups, *(accord for accord in single if accord not in inside)]
    return sorted(found, key=lambda a: (a.history[-1][0], a.name), reverse=True)


def _merged(tellings: Iterable[AgreementTelling]) -> tuple[list[Accord], Nearby[Accord]]:
    """The accords of these tellings, each telling joined to the only one that it can be of."""
    found: list[Accord] = []
    index: Nearby[Accord] = Nearby()
    for telling in sorted(tellings, key=_from_exact_to_open):
        near = index.find(_looked_up(telling))
        fitting = [(accord, reason) for accord in near if (reason := _same(accord, telling))]
        if len(fitting) == 1:
            accord, reason = fitting[0]
            accord.join(telling, reason)
        else:
            accord = Accord([telling])
            found.append(accord)
        index.add(accord, _kept_under(telling))
    return found, index


def _kept_under(telling: AgreementTelling) -> Iterator[Hashable]:
    """Keys of a telling: its label, its years, and the stretch of its publication."""
    yield from keys_of(telling.parties, telling.when, telling.label)
    for party in telling.parties:
        yield party, "told", stretch_key(telling.context.last_day)


def _looked_up(telling: AgreementTelling) -> Iterator[Hashable]:
    """Keys of what it may be of: the same label, the same years, or reports of about the same time."""
    yield from keys_of(telling.parties, telling.when, telling.label)
    for party in telling.parties:
        yield from ((party, "told", s) for s in stretch_keys(telling.context.last_day, MEMORY, MEMORY))


def keys_of(parties: Iterable[str], when: When | None, label: frozenset[str]) -> Iterator[Hashable]:
    """Keys that two agreements share where their names or their dates make them one."""
    for party in parties:
        yield from ((party, word) for word in label)
        yield from ((party, year) for year in _years(when))


def _years(when: When | None) -> range:
    """The years of a time with both sides known."""
    if when is None or when.earliest is None or when.latest is None:
        return range(0)
    return range(when.earliest.year, when.latest.year + 1)


def _from_exact_to_open(telling: AgreementTelling) -> tuple[int, date, str, int]:
    days = date.max.toordinal()
    if telling.when and telling.when.earliest and telling.when.latest:
        days = (telling.when.latest - telling.when.earliest).days
    return days, telling.context.day, telling.context.id, telling.agreement.evidence[0].start


def _same(accord: Accord, telling: AgreementTelling) -> Reason | None:
    """Why the telling is of this accord; None where a condition fails.

    Conditions: parties in common, all that the shorter list names or two; dates that can be the same; labels
    (proper names) that share one where both have any. Beyond that they need a label or a date in common, or, for
    a nameless and undated one, a provision, in different reports published within a month; what is still to be
    concluded is none that an earlier report told to be.
    """
    sure = meant(accord, telling.parties, telling.when, telling.label)
    if sure is not None:
        return sure
    if not _can_be(accord, telling.parties, telling.when, telling.label):
        return None
    if _is_other(telling, accord) or any(t.context is telling.context for t in accord.tellings[:COMPARED]):
        return None
    near = any(
        abs(t.context.last_day - telling.context.last_day) <= MEMORY for t in accord.tellings[:COMPARED]
    )
    first = accord.tellings[0]
    provisions = first.provisions & telling.provisions
    words = roots(first.agreement.name) & roots(telling.agreement.name)
    if near and (provisions or words):
        return Reason("same-provision", tuple(sorted(provisions or words)))
    return None


def meant(accord: Accord, parties: frozenset[str], when: When | None, label: frozenset[str]) -> Reason | None:
    """Why whatever has these parties, this time and these names is of the accord; None where they do not tell."""
    if not _can_be(accord, parties, when, label):
        return None
    if shared := accord.label & label:
        return Reason("same-name", tuple(sorted(shared)))
    return Reason("same-date", (str(accord.when),)) if accord.when and when else None


def _can_be(accord: Accord, parties: frozenset[str], when: When | None, label: frozenset[str]) -> bool:
    shared = accord.named & parties
    if not shared or (len(shared) < 2 and not _nested(accord.named, parties)):
        return False
    if accord.when and when and not accord.when.overlaps(when):
        return False
    return not (accord.label and label and not accord.label & label)


def _is_other(telling: AgreementTelling, accord: Accord) -> bool:
    """Whether it is still to be concluded where an earlier report told the accord to be, or broken where all reports
    told the accord to be only proposed.
    """
    told = [(t.agreement.status, t.context.day) for t in accord.tellings[:COMPARED]]
    if telling.agreement.status == "violated":
        return all(status == "proposed" for status, _ in told)
    made = any(status != "proposed" and day < telling.context.day for status, day in told)
    return telling.agreement.status == "proposed" and made


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _is_part(accord: Accord, group: Accord) -> bool:
    """Whether a plural name takes this accord in: the same label or place, parties in common, in its time."""
    if not accord.label & group.label or not accord.named & group.named:
        return False
    return accord.when is None or group.when is None or accord.when.overlaps(group.when)


def outcomes(accord: Accord) -> dict[Issue, list[tuple[Outcome, Citation]]]:
    """Per provision what the reports that speak of the accord tell of its being kept.

    An event counts where all who take part are parties to the accord and its type carries out or breaks the provision;
    nothing keeps or breaks what is only proposed or was rejected.
    """
    found: dict[Issue, list[tuple[Outcome, Citation]]] = {issue: [] for issue in accord.provisions}
    since = accord.when.earliest if accord.when else None
    made = any(status not in UNMADE for _, status, _ in accord.history)
    for deed in _deeds(accord) if found and made else ():
        if not deed.participants or not deed.participants <= accord.named:
            continue
        if deed.exact and since and deed.exact < since:
            continue
        for issue in found:
            if outcome := _outcome(deed, issue):
                found[issue].append((outcome, deed.cite()))
    return found


def _deeds(accord: Accord) -> Iterator[Telling]:
    """What the reports that speak of an accord tell to have happened or not."""
    speaking = {telling.context.id: telling.context for telling in accord.told()}
    for context in sorted(speaking.values(), key=lambda context: (context.day, context.id)):
        for event in context.reading.events:
            if event.reality in ("actual", "negated"):
                yield Telling(event, context)


def _outcome(deed: Telling, issue: Issue) -> Outcome | None:
    """What an event says of a provision; only what one party does to another breaks it."""
    event = deed.event
    if keeps(event, issue):
        return "kept" if event.reality == "actual" else "not kept"
    between = bool(deed.actors and deed.recipients - deed.actors)
    return "broken" if between and event.reality == "actual" and breaks(event, issue) else None


@lru_cache(maxsize=1 << 14)
def label_of(name: str, place: str | None = None) -> frozenset[str]:
    """The proper names in the name and place of an agreement that name no party, in one form: "Minskse", "Minsk" and
    "Minsk-akkoorden" are one.
    """
    return frozenset(_proper(f"{name} {place or ''}"))


@lru_cache(maxsize=1 << 14)
def is_name(words: str) -> bool:
    """Whether these words of a report name an agreement: they hold a proper name or a noun for one. Where nothing names
    it they only tell that it was made: "afgesproken", "werden het eens".
    """
    return bool(names(words)) or any(
        form.endswith(_nouns()) for word in words.casefold().split() for form in (word, *_singulars(word))
    )


def _singulars(word: str) -> tuple[str, ...]:
    """What a noun in the plural can be the plural of: "bestanden", "afspraken", "regelingen", "deals"."""
    stem = word.removesuffix("en")
    return word.removesuffix("s"), stem, f"{stem[:-1]}a{stem[-1:]}"


@cache
def _nouns() -> tuple[str, ...]:
    """The nouns that name an agreement, of the reader's own data.

    Read from the file, since importing the frames takes longer than a brief may: they bring spaCy with them.
    """
    file = files("akkoord.reading") / "frames" / "data" / "agreements.toml"
    nouns = tomllib.loads(file.read_text(encoding="utf-8"))["nouns"]
    return tuple(noun for kind in nouns.values() for noun in kind)


def _proper(text: str) -> Iterator[str]:
    for word in names(text):
        parts = [part for part in word.split("-") if not _NOUN.search(part)] or [word]
        if _party_words().isdisjoint(parts):
            yield from (_ADJECTIVE.sub("", part) for part in parts)


@cache
def _party_words() -> frozenset[str]:
    """Names of states, of people and what is made of them: "Russisch-Turkse" tells of no place or occasion."""
    kinds = ("state", "adjective", "people")
    return frozenset(fold(text).casefold() for entry, text in party_entries() if entry.kind in kinds)
