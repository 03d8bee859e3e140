"""The agreements layer: treaties, accords, deals and truces that the report speaks of, each told once.

Frames find where one is told of; so do words that a head marks. Tellings of one agreement are joined: by the kind of
noun, by what names it, and by its parties. Its status is the last one that its predicates give.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from akkoord.codebook import AgreementStatus, Code, Issue
from akkoord.reading.dealings import Dealing, codes_of, dealing_at, tellings
from akkoord.reading.findings import Agreement, Event, Time
from akkoord.reading.frames.agreement_words import agreement_words, default_status
from akkoord.reading.frames.hits import AgreementHit
from akkoord.reading.hits import meet
from akkoord.reading.issues import issues_in
from akkoord.reading.judge import Draft
from akkoord.reading.mention import Known
from akkoord.reading.occasions import Found, day_of, place_of, surest
from akkoord.reading.parties import Around
from akkoord.reading.signals import Signals

EVIDENCE = 0.3
REACH = 3  # sentences after a telling in which what has no name of its own points back to it
SETTLED: frozenset[AgreementStatus] = frozenset({"concluded", "in-force", "violated", "ended"})
FAILED: frozenset[AgreementStatus | None] = frozenset({"violated", "ended", "rejected"})
PROCESS = frozenset({"talks", "timing"})  # what no agreement provides for
ALIKE = 0.3  # share of common parties from which two tellings may be of one agreement
NAMING = frozenset({"NOUN", "PROPN"})
BEFORE = frozenset({"ADJ", "NUM"})
STEM = 4  # letters in which two names are the same: "Minsk", "Minskse"
AGREED = frozenset(
    {
        "afgesproken",
        "overeengekomen",
        "daarin",
        "erin",
        "vastgelegd",
        "bepaalt",
        "bepaald",
        "voorziet",
        "regelt",
    }
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One agreement in the making."""

    dealing: Dealing
    name: str
    kind: str
    noun: str = ""
    nouns: frozenset[str] = frozenset()  # all that it was called
    definite: bool = False
    known: bool = False  # whether the first telling takes it for known: "het akkoord", not "een akkoord"
    marks: frozenset[str] = frozenset()
    parties: frozenset[Code] = frozenset()  # those that grammar names
    third_parties: frozenset[Code] = frozenset()
    status: AgreementStatus | None = None  # the last one that a predicate gives
    date: Found | None = None
    place: Found | None = None
    content: tuple[Sequence[int], ...] = ()  # the words in which what was agreed may stand
    last: int = 0  # the number of the sentence that told of it last
    why: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether its name has a proper name in it."""
        return any(word[:1].isupper() for word in self.name.split()[1:])

    def joined(self, later: "Gathered") -> "Gathered":
        """The same told again: whom the first telling points to holds, if these are several."""
        first, second = self.dealing.parties, later.dealing.parties
        parties = first if len(first) > 1 else tuple(sorted({*first, *second}))
        return Gathered(
            dealing=replace(self.dealing.joined(later.dealing), parties=parties),
            name=later.name if later.is_named and not self.is_named else self.name,
            kind=self.kind,
            noun=self.noun,
            known=self.known,
            nouns=self.nouns | later.nouns,
            marks=self.marks | later.marks,
            date=surest(self.date, later.date),
            place=surest(self.place, later.place),
            parties=self.parties | later.parties,
            third_parties=self.third_parties | later.third_parties,
            definite=self.definite or later.definite,
            status=_last(self.status, later.status),
            content=(*self.content, *later.content),
            last=later.last,
            why=(*self.why, *later.why),
        )


def _last(old: AgreementStatus | None, new: AgreementStatus | None) -> AgreementStatus | None:
    """The later status; what is settled is not proposed again, and that it was concluded is told afterwards too."""
    if new is None or (old in SETTLED and new in ("proposed", "concluded")):
        return old
    return new


def draft_agreements(
    signals: Signals,
    mentions: Sequence[Known],
    times: Sequence[Time],
    hits: Sequence[AgreementHit] = (),
    events: Sequence[Event] = (),
) -> list[Draft[Agreement]]:
    """The agreements that the report may speak of."""
    found: list[Gathered] = []
    for hit in hits:
        told = _told(signals, mentions, times, hit)
        if told is not None:
            _add(found, told, hit)
    found += _marked(signals, mentions, times, found)
    around = Around.of(signals, mentions, events)
    return [_draft(around, one) for one in found if _named(one)]


def _told(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time], hit: AgreementHit
) -> Gathered | None:
    """What a hit tells."""
    words = signals.stretch("agreement", hit.words)
    status = signals.choice("agreement_status", hit.words)
    dealing = dealing_at(signals, mentions, times, words, status)
    if dealing is None:
        return None
    return Gathered(
        dealing=replace(dealing, named=True),
        name=signals.span(hit.name).text,
        kind=hit.kind,
        noun=hit.noun,
        nouns=frozenset({hit.noun}),
        definite=hit.definite,
        known=hit.definite,
        marks=hit.marks | ({dealing.place.lower()} if dealing.place and hit.status else set()),
        parties=frozenset(codes_of(mentions, hit.parties)),
        third_parties=frozenset(codes_of(mentions, hit.third_parties)),
        status=hit.status,
        date=day_of(signals, times, hit, hit.status in FAILED),
        place=place_of(signals, hit, hit.status in ("violated", "ended")),
        content=tuple(_content(signals, hit)),
        last=signals.sentences[hit.words.start],
        why=hit.arcs,
    )


def _add(found: list[Gathered], told: Gathered, hit: AgreementHit) -> None:
    """Join a telling to the agreement that it is of, or begin a new one; what only points back needs one."""
    same = [i for i in reversed(range(len(found))) if _is_same(found[i], told, hit)]
    if same:
        firm = [i for i in same if found[i].definite or found[i].status in SETTLED]
        called = [i for i in firm if found[i].definite and hit.noun in found[i].nouns]
        at = (called or firm or same)[0]
        joins = replace(told, status=None) if hit.kind in ("loose", "made") else told
        found[at] = found[at].joined(joins)
    elif (hit.kind in ("truce", "pact") and not hit.bare) or (
        hit.kind in ("made", "back") and len(told.parties) > 1
    ):
        found.append(told)


def _is_same(old: Gathered, told: Gathered, hit: AgreementHit) -> bool:
    """Whether a telling may be of an agreement told of before."""
    if _differ(old.parties, told.parties):
        return False
    if hit.kind in ("made", "back"):
        return (hit.kind == "back" or len(told.parties) < 2) and told.last - old.last <= REACH
    if old.marks and told.marks and not _share(old.marks, told.marks):
        return False
    if _is_signed(old, told, hit):
        return True
    if (hit.kind == "truce" and old.kind != "truce") or not _may_name(told, hit, old):
        return False
    if hit.definite:
        return True
    if old.definite or (old.marks and not told.marks):
        return False
    return old.kind == hit.kind and old.status not in SETTLED and hit.status not in SETTLED


def _is_signed(old: Gathered, told: Gathered, hit: AgreementHit) -> bool:
    """Whether parties are told to sign what the sentence before told to be agreed, by another name and without them:
    "Er is een bestand gesloten. A en B tekenden een protocol."
    """
    open_ended = old.kind == "truce" and old.status == "concluded" and len(old.parties) < 2
    signed = hit.kind == "pact" and hit.status == "concluded" and not hit.definite and bool(hit.parties)
    return open_ended and signed and told.last - old.last == 1


def _may_name(told: Gathered, hit: AgreementHit, old: Gathered) -> bool:
    """Whether its noun is as general as to stand for the other's; one with a name of its own stands for itself."""
    own = bool(told.marks) and not old.marks
    return hit.kind == "truce" or hit.noun in old.nouns or (hit.noun in agreement_words().general and not own)


def _differ(one: frozenset[Code], other: frozenset[Code]) -> bool:
    """Whether both name parties, and mostly others."""
    return len(one) > 1 < len(other) and len(one & other) / len(one | other) < ALIKE


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a[:STEM] == b[:STEM] for a in one for b in other)


def _marked(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time], beside: Sequence[Gathered]
) -> Iterator[Gathered]:
    """What the head alone marks with a noun in it that names nobody, apart from what was found."""
    people = {word for mention in mentions for word in mention.stretch.words}
    taken = [signals.words(span) for one in beside for span in one.dealing.evidence]
    for stretch in tellings(signals, "agreement", EVIDENCE):
        if any(meet(stretch.words, words) for words in taken):
            continue
        name = _name(signals, [word for word in stretch.words if word not in people])
        if name is None:
            continue
        dealing = dealing_at(
            signals, mentions, times, stretch, signals.choice("agreement_status", stretch.words)
        )
        if dealing is not None:
            yield Gathered(
                dealing,
                signals.span(name).text,
                "marked",
                date=Found(False, dealing.date) if dealing.date else None,
                place=Found(False, dealing.place) if dealing.place else None,
                content=(signals.sentence(stretch.first),),
                last=signals.sentences[stretch.first],
            )


def _name(signals: Signals, words: Sequence[int]) -> range | None:
    """The first noun among some words, with the adjectives and numbers before it."""
    noun = next((word for word in words if signals.upos[word] in NAMING), None)
    if noun is None:
        return None
    first = noun
    while first - 1 in words and signals.upos[first - 1] in BEFORE:
        first -= 1
    return range(first, noun + 1)


def _parties(around: Around, one: Gathered) -> tuple[Code, ...]:
    """The likely ones."""
    dealing = one.dealing
    return around.likely("agreements", _named(one), dealing.evidence, dealing.place, one.parties)


def _named(one: Gathered) -> tuple[Code, ...]:
    """Those that grammar names where these are several, else all that may be."""
    named = one.parties - one.third_parties
    chosen = named if len(named) > 1 else {*named, *one.dealing.parties} - one.third_parties
    return tuple(sorted(chosen))


def _status(one: Gathered) -> AgreementStatus:
    """The last that is told; else of what has a noun as its kind has it, of what the head marks as the head says."""
    if one.kind == "marked":
        return one.dealing.status  # type: ignore[return-value]
    return one.status or default_status(one.noun, one.known, one.marks)


def _draft(around: Around, one: Gathered) -> Draft[Agreement]:
    dealing, provisions = one.dealing, _provisions(around.signals, one.content)
    parties, status = _parties(around, one), _status(one)
    helpers = around.go_betweens(set(_named(one)) - set(parties), dealing.evidence)
    return Draft(
        Agreement(
            name=one.name,
            parties=parties,
            third_parties=tuple(sorted(one.third_parties | helpers)),
            provisions=provisions,
            status=status,
            evidence=dealing.evidence,
            why=(f"agreement {dealing.chance:.2f}: {one.name}", *one.why),
            date=one.date.text if one.date else None,
            place=one.place.text if one.place else None,
        ),
        dealing.features()
        | {
            f"kind {one.kind}": 1.0,
            f"status {status}": 1.0,
            "told status": float(one.status is not None),
            "same status": float(one.status == dealing.status),
            "marks": float(bool(one.marks)),
            "named parties": float(len(one.parties) > 1),
            "alone": float(len(parties) < 2),
            "own time": float(one.date is not None and one.date.own),
            "own place": float(one.place is not None and one.place.own),
            "helped": float(bool(one.third_parties)),
            "provisions": float(bool(provisions)),
        },
    )


def _content(signals: Signals, hit: AgreementHit) -> Iterator[Sequence[int]]:
    """The words in which a telling may say what was agreed: its own phrase, the clause that tells how it was made, the
    whole sentence where a verb alone tells of it, and what follows as long as that tells what was agreed."""
    made = hit.status not in FAILED
    sentence = signals.sentence(hit.words.start)
    yield from (
        [sentence] if hit.kind in ("made", "back") else [sorted(scene) for scene in hit.scenes[: 1 + made]]
    )
    while made and sentence.stop < len(signals.upos):
        sentence = signals.sentence(sentence.stop)
        if AGREED.isdisjoint(signals.form(word).casefold() for word in sentence):
            return
        yield sentence


def _provisions(signals: Signals, content: Sequence[Sequence[int]]) -> tuple[Issue, ...]:
    """The issues that some words name, but those of how a dealing goes."""
    named = [issue for words in content for issue in issues_in([signals.form(word) for word in words])]
    return tuple(dict.fromkeys(issue for issue in named if issue not in PROCESS))
