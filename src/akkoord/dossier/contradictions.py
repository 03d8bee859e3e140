"""Contradictions: what cannot all be true, or what somebody said and then unsaid, with who says which.

Takes happenings with their narrowed days, positions and the reports; gives `Contradiction`s. It decides for
nobody: both sides stand with their words. It knows nothing of pages.

Kinds: `denial` (a claim and its denial), `dates` and `numbers` (two for one thing), `order` (days that do not fit
a stated order), `blame` (two parties name each other for one deed), `reversal` (a party against its own earlier
words).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Literal

from akkoord.codebook import Code, EventType, Span
from akkoord.dossier.context import Citation, Context
from akkoord.dossier.happenings import Happening, same_place
from akkoord.dossier.narrowing import Narrowing
from akkoord.dossier.positions import Line
from akkoord.dossier.words import denies, numbers, roots
from akkoord.reading import Statement

Kind = Literal["denial", "dates", "numbers", "order", "blame", "reversal"]

ONCE: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "SANCTION", "AGREE"})
"""Types of events that the same parties do not do again within days in one place and in one way."""
CLOSE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the sides of a contradiction: who says it (None: the report itself), and where."""

    who: Code | None
    says: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides or more that contradict each other; `parties` are those whom it is about."""

    kind: Kind
    parties: frozenset[str]
    sides: tuple[Side, ...]

    @property
    def day(self) -> date:
        """The day of publication of the last side."""
        return max((side.citation.day or date.min) for side in self.sides)


def contradictions(
    happenings: Sequence[Happening], narrowing: Narrowing, lines: Sequence[Line], contexts: Sequence[Context]
) -> list[Contradiction]:
    """All contradictions, the newest first."""
    found = [
        *_denied_events(happenings),
        *_denied_statements(contexts),
        *_two_dates(happenings),
        *_clashes(narrowing),
        *_two_numbers(happenings),
        *_blame(happenings),
        *_reversals(lines),
    ]
    return sorted(_once(found), key=lambda c: (c.day, c.sides[0].citation), reverse=True)


def _once(found: Iterable[Contradiction]) -> list[Contradiction]:
    """Each contradiction of the same paragraphs once, as it was found first."""
    kept: dict[frozenset[tuple[str, int, str]], Contradiction] = {}
    for one in found:
        key = frozenset((s.citation.report, s.citation.paragraph, str(s.who)) for s in one.sides)
        kept.setdefault(key, one)
    return list(kept.values())


def _denied_events(happenings: Iterable[Happening]) -> Iterator[Contradiction]:
    for happening in happenings:
        if not happening.denials:
            continue
        first = happening.first
        told = Side(first.event.claimed_by, first.event.trigger.text, first.cite())
        denials = [Side(t.event.claimed_by, t.event.trigger.text, t.cite()) for t, _ in happening.denials]
        yield Contradiction("denial", happening.parties, (told, *denials))


def _denied_statements(contexts: Iterable[Context]) -> Iterator[Contradiction]:
    """A saying whose cue denies: against who claims the same words, else against the words themselves."""
    for context in contexts:
        for statement in context.reading.statements:
            if statement.source and denies(statement.cue.text):
                denied = _denied(context, statement.content[0])
                claim = _claim(context, statement, denied)
                who = claim.source.code if claim and claim.source else None
                told = context.cite([statement.cue, *statement.content])
                denial = Side(statement.source.code, statement.cue.text, told)
                sides = (Side(who, denied.text, context.cite([denied], who)), denial)
                yield Contradiction("denial", _parties(who, statement.source.code), sides)


def _denied(context: Context, content: Span) -> Span:
    """The words that a denial is about: its content, or the sentence before where that only points back ("dat")."""
    begin, _ = context.sentence(content.start)
    if roots(content.text) or begin == 0:
        return content
    begin, end = context.sentence(begin - 1)
    words = context.text[begin:end].rstrip()
    return Span.of(context.text, begin, begin + len(words)) if words else content


def _claim(context: Context, denial: Statement, denied: Span) -> Statement | None:
    """The statement of somebody else that says what is denied."""
    source = denial.source.code if denial.source else None
    others = (
        s for s in context.reading.statements if s is not denial and s.source and s.source.code != source
    )
    return next((s for s in others if any(part.overlap(denied) > len(part) // 2 for part in s.content)), None)


def _parties(*codes: Code | None) -> frozenset[str]:
    return frozenset(part.party for code in codes if code for part in code.parts)


def _two_dates(happenings: Sequence[Happening]) -> Iterator[Contradiction]:
    """One thing told with days a few apart: same type, parties and act, in one place, in no report twice."""
    groups: dict[tuple[EventType, frozenset[str], str], list[Happening]] = {}
    for happening in happenings:
        if happening.type in ONCE and happening.reality == "actual" and happening.day:
            groups.setdefault((happening.type, happening.parties, happening.mode or ""), []).append(happening)
    for group in groups.values():
        group.sort(key=lambda h: (h.day or date.min, h.first.cite()))
        for one, other in pairwise(group):
            if _is_one_thing(one, other):
                sides = tuple(
                    Side(h.first.event.claimed_by, str(h.day), h.first.cite()) for h in (one, other)
                )
                yield Contradiction("dates", one.parties, sides)


def _is_one_thing(one: Happening, other: Happening) -> bool:
    if not one.day or not other.day or other.day - one.day > CLOSE or not one.acts & other.acts:
        return False
    reports = {t.context.id for t in one.tellings} & {t.context.id for t in other.tellings}
    placed = one.place and other.place and same_place(one.place, other.place)
    alike = len(one.first.about & other.first.about) >= 2
    return not reports and bool(placed or (alike and not (one.place or other.place)))


def _clashes(narrowing: Narrowing) -> Iterator[Contradiction]:
    for clash in narrowing.clashes:
        first = clash.happening.first
        sides = (
            Side(first.event.claimed_by, str(clash.stands), first.cite()),
            Side(None, str(clash.against), clash.citation),
        )
        yield Contradiction("order", clash.happening.parties, sides)


def _two_numbers(happenings: Iterable[Happening]) -> Iterator[Contradiction]:
    """Of one happening, two reports that count the same thing differently in the sentence that tells it."""
    for happening in happenings:
        if len({telling.context.id for telling in happening.tellings}) < 2:
            continue
        counted: dict[str, dict[int, Side]] = {}
        for telling in happening.tellings:
            sentence = telling.context.sentence_text(telling.start)
            for noun, number in numbers(sentence).items():
                side = Side(telling.event.claimed_by, f"{number} {noun}", telling.cite())
                counted.setdefault(noun, {}).setdefault(number, side)
        for sides in counted.values():
            told = tuple(sides[number] for number in sorted(sides))
            if len({side.citation.report for side in told}) > 1:
                yield Contradiction("numbers", happening.parties, told)


def _blame(happenings: Sequence[Happening]) -> Iterator[Contradiction]:
    """One deed, on one day and in one place, of which two parties each name the other as the doer."""
    groups: dict[tuple[EventType, str], list[Happening]] = {}
    for happening in happenings:
        if happening.claimed_by and happening.reality == "actual":
            when = happening.first.when
            key = str(when) if when else happening.reported.isoformat()
            groups.setdefault((happening.type, key), []).append(happening)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _blame_each_other(one, other):
                sides = tuple(
                    Side(h.first.event.claimed_by, h.first.event.trigger.text, h.first.cite())
                    for h in (one, other)
                )
                yield Contradiction("blame", one.parties | other.parties, sides)


def _blame_each_other(one: Happening, other: Happening) -> bool:
    claims = [_parties(*happening.claimed_by) for happening in (one, other)]
    doers = [_parties(*happening.actors) for happening in (one, other)]
    same_act = bool(one.acts & other.acts) and (
        not one.place or not other.place or same_place(one.place, other.place)
    )
    crossed = bool(claims[0] & doers[1]) and bool(claims[1] & doers[0])
    return same_act and crossed and not claims[0] & doers[0] and not claims[1] & doers[1]


def _reversals(lines: Iterable[Line]) -> Iterator[Contradiction]:
    for line in lines:
        for change in line.changes():
            if change.reversal:
                sides = tuple(Side(None, stand.stance, stand.citation) for stand in change.reversal)
                yield Contradiction("reversal", frozenset({line.party}), sides)
