"""Who wants what, as the words of a report tell it: what positions are made of.

Four kinds of words tell of a want: a frame of wanting, a condition that somebody sets (what he requires he demands),
an event that is one (who refuses a thing rejects it), and words that a head takes for evidence. Who holds it, grammar
says, else the want that it stands in, else whose statement it is, else the subject of the sentence, else the head.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from akkoord.codebook import STANCES, Code, EventType, Span, Stance
from akkoord.reading.coordination import parts
from akkoord.reading.findings import Condition, Event, Statement
from akkoord.reading.frames.hits import WantHit
from akkoord.reading.hits import framed
from akkoord.reading.issues import issues_in
from akkoord.reading.mention import Known, pointed
from akkoord.reading.signals import Signals
from akkoord.reading.statements import innermost, trimmed

EVIDENCE = 0.2
SHORTEST = 3  # words that evidence has where nothing but the head finds it
SEVERAL = 2
HOLDER = 0.15  # share from which the one that the head points to holds a want
FIRST = frozenset({"ik", "we", "wij"})
HEAD = "head"  # the kind of a want that nothing but a head tells of
OWN_KINDS = frozenset({"willen", "moeten"})  # lemmas that say so much that they are weighed by themselves
MUST = frozenset({"moeten", "dienen"})  # their subject is who must, not who wants it
BY_EVENT: dict[EventType, tuple[Stance, ...]] = {
    "REQUEST": ("demands",),
    "REJECT": ("rejects",),
    "AGREE": ("open", "accepts", "proposes"),
    "CONCEDE": ("accepts",),
    "SUPPORT": ("accepts",),
    "THREATEN": ("demands",),
    "RETREAT": ("accepts",),
}
CONDITIONAL: dict[str, tuple[Stance, ...]] = {
    "requirement": ("demands",),
    "consequence": ("open", "proposes", "accepts"),
}
REFUSED: tuple[Stance, ...] = ("rejects", "open")  # where a refusal stands until a condition is met
REFUSING = frozenset({"niet", "geen", "nooit", "niets", "niemand", "evenmin", "nergens"})


@dataclass(frozen=True, slots=True)
class Want:
    """Somebody's want: those who hold it with their shares by the head, how they were found, the stances that it can
    be, the word that tells of it, the words of what is wanted, and the clause around them. `within` are stances of a
    want that it stands in, `around` those of one in what it wants: "eist af te zien van", "wil tekenen"."""

    holders: Mapping[Code, float]
    held_by: str
    stances: tuple[Stance, ...]
    anchor: int
    target: Sequence[int]
    clause: range
    span: Span
    kind: str
    why: tuple[str, ...] = ()
    within: tuple[Stance, ...] = ()
    around: tuple[Stance, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)


def read_wants(
    signals: Signals,
    mentions: Sequence[Known],
    statements: Sequence[Statement],
    events: Sequence[Event],
    conditions: Sequence[Condition],
    hits: Sequence[WantHit],
) -> Iterator[Want]:
    """All that tells of a want, in no order; what is wanted side by side apart."""
    reader = WantReader(signals, mentions, statements)
    for want in reader.wants(events, conditions, hits):
        yield from _each(signals, want)


def _each(signals: Signals, want: Want) -> Iterator[Want]:
    """A want of several things side by side as one of each, where what they are about has names of its own."""
    found = [(part, issues_in([signals.form(word) for word in part])) for part in parts(signals, want.target)]
    named = [(part, issues) for part, issues in found if issues]
    if len({issues[0] for _, issues in named}) < SEVERAL:
        yield want
        return
    for part, _ in named:
        yield replace(want, target=part, clause=range(part[0], part[-1] + 1))


class WantReader:
    """Makes wants of one report's words."""

    def __init__(self, signals: Signals, mentions: Sequence[Known], statements: Sequence[Statement]) -> None:
        self._signals, self._mentions, self._statements = signals, mentions, statements
        self._mention_of = {word: mention for mention in mentions for word in mention.stretch.words}

    def wants(
        self, events: Sequence[Event], conditions: Sequence[Condition], hits: Sequence[WantHit]
    ) -> Iterator[Want]:
        """All of them; events and heads count where no frame does."""
        by_frame = [want for hit in hits if (want := self.of_frame(hit, hits)) is not None]
        yield from by_frame
        for condition in conditions:
            yield from self.of_condition(condition, by_frame)
        told = {word for hit in hits for word in hit.cue}
        for event in events:
            words = self._signals.words(event.trigger)
            if event.type in BY_EVENT and event.reality == "actual" and told.isdisjoint(words):
                yield self.of_event(event)
                told.update(words)
        for stretch in self._signals.stretches("position", EVIDENCE):
            if len(stretch.words) >= SHORTEST and told.isdisjoint(stretch.words):
                yield from self.of_head(stretch.words)

    def of_frame(self, hit: WantHit, hits: Sequence[WantHit]) -> Want | None:
        """What a frame finds; one inside what another wants is seldom a want of its own, and none where that other
        demands it of who would hold it."""
        anchor = hit.cue[0] if hit.cue[0] in hit.clause else hit.clause.start
        span = trimmed(self._signals.text, self._signals.span(hit.clause))
        if span is None:
            return None
        others = [other for other in hits if other.cue != hit.cue]
        outer = [other for other in others if anchor in other.target]
        if any(_asks(other, hit) for other in outer):
            return None
        above = next((other.holders for other in outer if other.holders), ())
        lemma = hit.frame.partition(": ")[2]
        outside = max(0, hit.clause.start - 1) if lemma in MUST else anchor
        holders, held_by = self._holders(hit.holders or above, outside, span)
        return Want(
            holders=holders,
            held_by=held_by,
            stances=hit.stances,
            anchor=anchor,
            target=hit.target or hit.clause,
            clause=hit.clause,
            span=span,
            kind=lemma if lemma in OWN_KINDS else "frame",
            why=framed(hit),
            within=next((other.stances for other in outer), ()),
            around=next((other.stances for other in others if other.cue[0] in hit.target), ()),
            features={
                f"reality {hit.reality}": 1.0,
                "no target": float(not hit.target),
                "inside": float(bool(outer)),
            },
        )

    def of_condition(self, condition: Condition, by_frame: Sequence[Want]) -> Iterator[Want]:
        """What is required is demanded by whose want stands beside it; what would follow he may be willing to do."""
        follows = self._signals.words(condition.consequence)
        near = self._beside(condition, by_frame)
        for kind, span in (("requirement", condition.requirement), ("consequence", condition.consequence)):
            if kind == "consequence" and any(want.anchor in follows for want in by_frame):
                continue  # the frame says what he wants of it
            words = self._signals.words(span)
            before = max(0, words.start - 1) if kind == "requirement" else words.start
            holders, held_by = (near.holders, "beside") if near else self._holders((), before, span)
            why = (f"{kind} of a condition: {condition.cue.text}",)
            refused = kind == "consequence" and self._refuses(words)
            stances = REFUSED if refused else CONDITIONAL[kind]
            yield Want(holders, held_by, stances, words.start, words, words, span, kind, why)

    def _refuses(self, words: range) -> bool:
        return any(self._signals.form(word).lower() in REFUSING for word in words)

    def _beside(self, condition: Condition, by_frame: Sequence[Want]) -> Want | None:
        """The want in a condition's sentence that is nearest to it, one in the consequence before others."""
        signals = self._signals
        required, follows = signals.words(condition.requirement), signals.words(condition.consequence)
        sentence = signals.sentence(signals.words(condition.cue).start)
        return min(
            (w for w in by_frame if w.anchor in sentence and w.anchor not in required and w.holders),
            key=lambda want: (want.anchor not in follows, abs(want.anchor - required.start)),
            default=None,
        )

    def of_event(self, event: Event) -> Want:
        """What an event tells of who acts in it; it is about the rest of the sentence."""
        signals = self._signals
        trigger = signals.words(event.trigger)
        clause = range(trigger.start, max(signals.sentence(trigger.start).stop, trigger.stop))
        return Want(
            holders=dict.fromkeys(event.actors, 1.0),
            held_by="grammar",
            stances=BY_EVENT[event.type],
            anchor=trigger.start,
            target=clause,
            clause=clause,
            span=trimmed(signals.text, signals.span(clause)) or event.trigger,
            kind=f"event {event.type}",
            why=(f"event {event.type}: {event.trigger.text}",),
        )

    def of_head(self, words: range) -> Iterator[Want]:
        """What only the head takes for evidence."""
        span = trimmed(self._signals.text, self._signals.span(words))
        if span is not None:
            holders, held_by = self._holders((), words.start, span)
            why = (f"evidence by the head: {span.text}",)
            yield Want(holders, held_by, STANCES, words.start, words, words, span, HEAD, why)

    def _holders(self, words: Sequence[int], anchor: int, span: Span) -> tuple[Mapping[Code, float], str]:
        """Who holds a want, each with his share by the head, and what tells so."""
        shares: dict[Code, float] = defaultdict(float)
        for mention, share in pointed(self._signals, self._mentions, "holder", anchor):
            for part in mention.code.parts if mention.code is not None else ():
                shares[part] += share
        said = {part: shares[part] for part in self._source(anchor, span)}
        if said and any(self._signals.form(word).lower() in FIRST for word in words):
            return said, "source"
        known = [self._mention_of[word] for word in words if word in self._mention_of]
        named = {part for mention in known if mention.code is not None for part in mention.code.parts}
        if named:
            return {part: shares[part] for part in named}, "grammar"
        if said and not words:
            return said, "source"
        subject = self._subject(words, anchor)
        if subject:
            return {part: shares[part] for part in subject}, "subject"
        best = max(shares, key=lambda code: (shares[code], str(code)), default=None)
        if best is not None and shares[best] >= HOLDER:
            return {best: shares[best]}, "pointer"
        return said, "source" if said else "nobody"

    def _subject(self, words: Sequence[int], anchor: int) -> tuple[Code, ...]:
        """Whom the sentence is about up to there; of a pronoun that nobody is known for, in the one before too."""
        signals = self._signals
        first = signals.sentence(anchor).start
        if words and signals.upos[words[0]] == "PRON":
            anchor, first = words[0] - 1, signals.sentence(max(0, first - 1)).start
        for at in range(anchor, first - 1, -1):
            if signals.relations[at] == "nsubj" and at in self._mention_of:
                beside = [
                    w for w, to in enumerate(signals.governors) if to == at and signals.relations[w] == "conj"
                ]
                known = [self._mention_of[word] for word in (at, *beside) if word in self._mention_of]
                codes = [part for one in known if one.code is not None for part in one.code.parts]
                if codes:
                    return tuple(dict.fromkeys(codes))
        return ()

    def _source(self, anchor: int, span: Span) -> tuple[Code, ...]:
        """Whose statement holds the words, or at least the word that tells of the want."""
        cue = self._signals.span(range(anchor, anchor + 1))
        statement = innermost(self._statements, span) or innermost(self._statements, cue)
        code = statement.source.code if statement and statement.source else None
        return code.parts if code is not None else ()


def _asks(outer: WantHit, inner: WantHit) -> bool:
    """Whether somebody demands of another what the inner words say: "eist dat Oslo instemt" tells nothing of Oslo."""
    return (
        outer.stances[0] == "demands"
        and bool(outer.holders and inner.holders)
        and outer.holders != inner.holders
    )
