"""Who a mention may mean, and what speaks for each: the parties that the report names, alone and together.

Gives numbers by name of the feature. What each counts for depends on the sort of mention ("hij", "de" with a singular,
a name) too, since what tells whom a pronoun means is not what tells it of a description (`antecedents`).
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from akkoord.codebook import BadCode, Code, join_codes
from akkoord.codebook.code import NAMELESS
from akkoord.reading.actors import family_of
from akkoord.reading.mention import GROUP, PERSON, Known
from akkoord.reading.namings import homes
from akkoord.reading.scene import SHORTEST, Scene, Shape, chains
from akkoord.reading.signals import Pointer
from akkoord.reading.whereabouts import HOME, Whereabouts

FLOOR = 0.01
NEARBY = 300  # mentions on either side that are looked at: more than a report has
FAR = 60  # mentions back: where no fitting one is nearer
MOST = 8  # parties joined at most
LEAD = 2  # sentences that a report opens with
FADING = 6  # mentions over which a party that was named goes out of mind
FOREIGN = ("buitenlands", "internationa", "onafhankelijk")
MARKS = {"(": "in brackets", ",": "after comma"}  # between a mention and one right behind it
OWNERS = {"zijn": PERSON, "haar": PERSON, "hun": GROUP}  # whom a possessive stands for
# ends of words for several states
STATES = ("landen", "staten", "naties", "republieken", "mogendheden", "grootmachten", "wereldmachten")
# and for several regions that act for themselves, where the report names such
REGIONS = ("republieken", "republiekjes", "regio's", "gebieden", "enclaves")
SURE = 0.5  # chance of its code from which a mention is evidence of whom others mean
Features = dict[str, float]


def candidates(scene: Scene, mentions: Sequence[Known], at: int) -> dict[str, Features]:
    """By party, what speaks for its being meant by the mention: numbers by name, those that are 0 left out."""
    mention = mentions[at]
    seen = _seen(mentions, at)
    view = _View(scene, mentions, at, seen)
    found = {party: view.features(party, where) for party, where in seen.items()}
    for state in _states(scene, seen):
        found.setdefault(state, view.features(state, []))
    if view.near is not None:
        found.setdefault(HOME, view.features(HOME, []))
    for party in _of_family(scene, view.family):
        found.setdefault(party, view.features(party, []))
    for party, by in _joined(scene, mentions, at, seen).items():
        found[party] = _weakest(party, by, found)
    own = itself(mention)
    for other in (own.party if own else None, None if mention.pronoun else NAMELESS):
        if other is not None:
            found.setdefault(other, view.features(other, []))
    found = _plurals(scene, mentions, at, found)
    return {
        party: {name: value for name, value in (features | view.fit(party)).items() if value}
        for party, features in found.items()
    }


def itself(mention: Known) -> Code | None:
    """A name as a code of its own, also behind a role ("tv-zender ABC"): somebody of whom nothing else is known."""
    if not mention.name:
        return None
    first = mention.words[0].lower() in ("de", "het")
    role = mention.phrase.sector is not None
    name = " ".join(mention.words[first:]) if mention.is_name and not role else mention.phrase.name
    if not name:
        return None
    kind = "PER" if mention.name == "PER" else "ORG"
    try:
        code = Code.of(f"{kind}:{name}", mention.phrase.sector)
    except BadCode:
        return None
    return code if len(code.parts) == 1 else None


def _plurals(
    scene: Scene, mentions: Sequence[Known], at: int, found: Mapping[str, Features]
) -> dict[str, Features]:
    """Those that a plural of states or of regions may mean; for other mentions all of them."""
    mention, near = mentions[at], mentions[max(0, at - NEARBY) : at + NEARBY]
    fitting: list[Callable[[str], bool]] = []
    if _is_of_regions(scene, mention) and any(map(_are_regions, found)):
        fitting.append(_are_regions)
    if _is_of_states(mention):
        fitting.append(lambda party: _may_be_states(party, near))
    return {
        party: features
        for party, features in found.items()
        if not fitting or any(may(party) for may in fitting)
    }


def _is_of_states(mention: Known) -> bool:
    """Whether its words mean several states: "de landen", "buurlanden"."""
    return not mention.pronoun and mention.words[-1].lower().endswith(STATES)


def _is_of_regions(scene: Scene, mention: Known) -> bool:
    """Whether its words may mean several regions told of: "beide gebieden", but not "veel regio's"."""
    shape = scene.shape(mention)
    told = shape.number is not None or shape.sort.startswith(("the", "owned"))
    return told and not mention.pronoun and mention.words[-1].lower().endswith(REGIONS)


def _are_regions(party: str) -> bool:
    """Whether a party is several regions."""
    parts = party.split("+")
    return len(parts) > 1 and {kind_of(part) for part in parts} == {"REG"}


def _may_be_states(party: str, mentions: Sequence[Known]) -> bool:
    """Whether a party may be several states: these together, a union of states, or states that nobody names."""
    if "+" in party:
        return ":" not in party
    sectors = {one.code.sector for one in mentions if one.code is not None and one.code.party == party}
    return kind_of(party) == NAMELESS or (kind_of(party) == "ORG" and None in sectors)


def _seen(mentions: Sequence[Known], at: int) -> dict[str, list[int]]:
    """The places of each party among the other mentions."""
    seen: dict[str, list[int]] = defaultdict(list)
    first = max(0, at - NEARBY)
    for i, near in enumerate(mentions[first : at + NEARBY], start=first):
        if near.code is not None and i != at and near.sure >= SURE:
            seen[near.code.party].append(i)
    return dict(seen)


def _states(scene: Scene, seen: Mapping[str, Sequence[int]]) -> list[str]:
    """States that the report names, or that its parties are of, though no mention means them so far."""
    named = [*scene.namings.counts, *(homes().get(p, "") for p in seen)]
    return [state for state in dict.fromkeys(named) if state]


def _of_family(scene: Scene, family: frozenset[str]) -> Iterator[str]:
    """The parties of a family that are of a state that the report names."""
    known = {*scene.namings.counts, HOME}
    yield from (party for party in sorted(family) if homes().get(party) in known)


def _joined(
    scene: Scene, mentions: Sequence[Known], at: int, seen: Mapping[str, Sequence[int]]
) -> dict[str, set[str]]:
    """For a plural, parties that it may mean together, and why these."""
    shape = scene.shape(mentions[at])
    found: dict[str, set[str]] = defaultdict(set)
    if not (shape.plural or shape.number or shape.sort in ("they", "that", "we", "she")):
        return found
    for run in chains(scene.signals, mentions[max(0, at - NEARBY) : at + NEARBY]):
        _together(found, [near.code for near in run], "chain")
    before = [
        near.code.whole for near in mentions[max(0, at - FAR) : at] if near.code and len(near.code.parts) == 1
    ]
    if _is_of_states(mentions[at]):
        before = [code for code in before if code.is_state]
    recent = list(dict.fromkeys(reversed(before)))[:2]
    _together(found, recent, "last two")
    most = Counter(
        {party: len(where) for party, where in seen.items() if "+" not in party and party != NAMELESS}
    )
    number = min(shape.number or 2, MOST)
    _together(found, [Code.parse(party) for party, _ in most.most_common(number)], "most named")
    states = [party for party, _ in most.most_common() if ":" not in party]
    _together(found, [Code.parse(party) for party in states[:number]], "most named states")
    if _is_of_regions(scene, mentions[at]):
        regions = scene.namings.regions.most_common(number)
        _together(found, [Code.parse(party) for party, _ in regions], "most named regions")
    return found


def _together(found: dict[str, set[str]], codes: Sequence[Code | None], reason: str) -> None:
    known = [code.whole for code in codes if code is not None]
    if len(known) == len(codes) and 1 < len(set(known)) <= MOST:
        found[join_codes(known).party].add(reason)


def _weakest(party: str, by: set[str], found: Mapping[str, Features]) -> Features:
    """What speaks for several parties together: what speaks for the one of which least does."""
    parts = [found[party]] if party in found else [found[part] for part in party.split("+") if part in found]
    names = sorted({name for features in parts for name in features})
    least = {name: min(features.get(name, 0.0) for features in parts) for name in names}
    return least | dict.fromkeys(sorted(by), 1.0)


class _View:
    """The parties of a report as seen from one mention."""

    def __init__(
        self, scene: Scene, mentions: Sequence[Known], at: int, seen: Mapping[str, Sequence[int]]
    ) -> None:
        self.scene, self.mentions, self.at, self.seen = scene, mentions, at, seen
        self.mention, self.shape, self.own = mentions[at], scene.shape(mentions[at]), itself(mentions[at])
        self.shapes = {i: scene.shape(mentions[i]) for where in seen.values() for i in where}
        self.paragraph = scene.paragraphs[self.mention.stretch.first]
        self.total = sum(map(len, seen.values()))
        self.same = scene.signals.pointer("same", self.mention.stretch.first + (self.shape.owner or 0))
        cue = scene.signals.pointer("said", self.shape.word)
        self.most_same = self.same.first + int(self.same.shares.argmax())
        self.said = 1 - cue.nothing
        self.source = scene.signals.pointer("source", cue.first + int(cue.shares.argmax()))
        self.spoke, self.speaks = scene.spoke_before(self.mention), scene.speaks(self.mention)
        before = [i for i in range(max(0, at - NEARBY), at) if mentions[i].code and mentions[i].sure >= SURE]
        fits = [i for i in before if self.mention.kinds & mentions[i].kinds]
        self.last, self.last_fit = (places[-1] if places else None for places in (before, fits))
        self.last_alike = [self._last(before, alike) for alike in (self._in_sector, self._same_head)]
        self.family = frozenset() if self.mention.pronoun else family_of(self.mention.words)
        self.last_owner = self._last(before, self._may_own)
        end = self.mention.stretch.end
        self.mark = MARKS.get(scene.signals.form(end)) if end < len(scene.signals.offsets) else None
        self.sole = self._sole()
        bare = self.mention.is_name and self.mention.phrase.sector is None
        self.near = None if self.mention.pronoun or bare else Whereabouts.of(scene, self.mention)

    def features(self, party: str, where: Sequence[int]) -> Features:
        """What speaks for a party that the mentions `where` mean."""
        near = [self.mentions[i] for i in where]
        before = where[: bisect_left(where, self.at)]
        fits = [i for i in before if self.mention.kinds & self.mentions[i].kinds]
        nearest = self.at - before[-1] if before else min((i - self.at for i in where), default=FAR)
        share = _share(self.same, near) if where else self.same.nothing if self._is_own(party) else 0.0
        spoke = _share(self.spoke, near) if self.spoke else 0.0
        found = {
            "pointer": math.log(share + FLOOR),
            "spoke before": spoke,
            "speaks on": spoke * self.speaks,
            "speaker": self.said * (math.log(_share(self.source, near) + FLOOR) - math.log(FLOOR)),
            "fit": float(bool(fits)),
            "last": float(self.last in where),
            "last fit": float(self.last_fit in where and self.last_fit is not None),
            "only later": float(bool(where) and not before),
            "unseen": float(not where),
            "sector": float(any(self._in_sector(one) for one in near)),
        }
        if where:
            found |= {
                "count": math.log((len(where) + 0.5) / (self.total + 0.5)),
                "near": -math.log(nearest),
                "fit near": -math.log(self.at - fits[-1] if fits else FAR),
                "salience": math.log(sum(math.exp((i - self.at) / FADING) for i in before) + FLOOR),
            }
        if kind_of(party) == "state":
            found["about"] = math.log(self.scene.namings.share(party) + FLOOR)
            found |= self.near.features(party) if self.near else {}
        elif party in self.family and self.near:
            there = self.near.features(homes().get(party, ""))
            found |= {f"family {name}": value for name, value in there.items()}
        return found | dict.fromkeys(self._marks(where, before), 1.0)

    def _marks(self, where: Sequence[int], before: Sequence[int]) -> Iterator[str]:
        """Features that are there or not."""
        near, shapes = [self.mentions[i] for i in where], [self.shapes[i] for i in where]
        if not self.mention.pronoun:
            yield from self._likeness(shapes)
        back = {self.shape.sentence - shape.sentence for shape in shapes[: len(before)]}
        if 0 in back:
            yield "same sentence"
        if 1 in back:
            yield "sentence before"
        if any(
            self.shape.sentence - shape.sentence <= 1 and shape.subject for shape in shapes[: len(before)]
        ):
            yield "subject"
        if 0 in where:
            yield "first"
        for last, name in zip(self.last_alike, ("last of sector", "last of head"), strict=True):
            if last in where:
                yield name
        if self.last_owner is not None and self.last_owner in where:
            yield "owner"
        if self.sole is not None and self.sole in where:
            yield "sole of sector"
        if any(self.mentions[i].stretch.first in self.paragraph for i in before):
            yield "in paragraph"
        if any(shape.sentence < LEAD for shape in shapes):
            yield "lead"
        if any(self.most_same in one.stretch for one in near):
            yield "pointed most"
        if self.shape.verb is not None and any(shape.verb == self.shape.verb for shape in shapes):
            yield "beside"
        if self.mark and any(one.stretch.first == self.mention.stretch.end + 1 for one in near):
            yield self.mark
        if any(self._appositive(one, shape) for one, shape in zip(near, shapes, strict=True)):
            yield "apposition"

    def _likeness(self, shapes: Sequence[Shape]) -> Iterator[str]:
        """How the mention's words are those of others."""
        heads = {shape.head for shape in shapes}
        if self.shape.head in heads:
            yield "same head"
        elif any(_part_of(head, self.shape.head) for head in heads):
            yield "like head"
        if any(not self.shape.telling.isdisjoint(shape.telling) for shape in shapes):
            yield "shared word"

    def _last(self, before: Sequence[int], alike: Callable[[Known], bool]) -> int | None:
        return next((i for i in reversed(before) if alike(self.mentions[i])), None)

    def _may_own(self, near: Known) -> bool:
        """Whether a possessive in the mention may stand for another: "zijn" for one, "hun" for several."""
        at = self.shape.owner
        return at is not None and OWNERS.get(self.mention.words[at].lower()) in near.kinds

    def _sole(self) -> int | None:
        """A mention of the only party other than a state that is named in the mention's sector: "het concern"."""
        places = {
            party: place
            for party, where in self.seen.items()
            if kind_of(party) in ("ORG", "REG")
            and (place := next((i for i in where if self._in_sector(self.mentions[i])), None)) is not None
        }
        return next(iter(places.values())) if len(places) == 1 else None

    def _same_head(self, near: Known) -> bool:
        return not self.mention.pronoun and self.scene.shape(near).head == self.shape.head

    def _in_sector(self, near: Known) -> bool:
        sector = self.mention.phrase.sector
        return sector is not None and near.code is not None and near.code.sector == sector

    def _appositive(self, near: Known, shape: Shape) -> bool:
        """Whether one of the two is said in apposition to the other."""
        mine, other = self.shape.apposed, shape.apposed
        return (mine is not None and mine in near.stretch) or (
            other is not None and other in self.mention.stretch
        )

    def _is_own(self, party: str) -> bool:
        return party == NAMELESS or (self.own is not None and self.own.party == party)

    def fit(self, party: str) -> Features:
        """How sort, sector and kind of party go together."""
        return dict.fromkeys(self._fit(party), 1.0)

    def _fit(self, party: str) -> Iterator[str]:
        kind, sector, number = self._kind(party), self.mention.phrase.sector, self.shape.number
        yield from (kind, self.shape.sort)
        if not self.mention.pronoun:
            yield f"{self.shape.head} {kind}"
            if party == HOME:
                yield f"{self.shape.head} home"
        if any(word.lower().startswith(FOREIGN) for word in self.mention.words):
            yield f"foreign {kind}"
        if sector is not None:
            yield f"{sector} {kind}"
        if self.family:
            yield "family" if party in self.family else "no family"
        if self.own is not None:
            yield "itself" if party == self.own.party else "other name"
        if number is not None:
            yield "as many" if number == party.count("+") + 1 else "not as many"

    def _kind(self, party: str) -> str:
        """The kind of a party, with the sector in which an organisation is mostly named."""
        kind = kind_of(party)
        if kind != "ORG":
            return kind
        codes = [self.mentions[i].code for i in self.seen.get(party, ())]
        sectors = Counter(code.sector or "" for code in codes if code is not None)
        return f"ORG {sectors.most_common(1)[0][0]}".strip() if sectors else kind


def kind_of(party: str) -> str:
    """The kind of a party: `state`, `joined`, `INT`, `ORG`, `REG` or `PER`."""
    if "+" in party:
        return "joined"
    kind, colon, _ = party.partition(":")
    return kind if colon or party == NAMELESS else "state"


def _share(pointer: Pointer, mentions: Sequence[Known]) -> float:
    return sum([pointer.between(one.stretch.first, one.stretch.end) for one in mentions])


def _part_of(one: str, other: str) -> bool:
    """Whether one noun is a compound of the other: `inspectie`, `onderwijsinspectie`."""
    return min(len(one), len(other)) >= SHORTEST and (one.endswith(other) or other.endswith(one))
