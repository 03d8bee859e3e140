"""The statements layer: who says what, in which words.

A statement begins with its cue. Where a frame fits, grammar says which words it reports and who says them, else the
heads do. Its content is kept as the words go on, without the quotation marks around it, its cue and its source.
"""

from collections.abc import Sequence

import numpy as np

from akkoord.codebook import Span, join_codes
from akkoord.reading.findings import Mention, Statement
from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.hits import framed, meet
from akkoord.reading.judge import Draft, logit
from akkoord.reading.mention import Known, pointed, span_of
from akkoord.reading.phrases import head_of
from akkoord.reading.scene import LINKS
from akkoord.reading.signals import Scores, Signals, Stretch, runs

CUE = 0.15
SAID = 0.35  # share from which a word is said by a cue; one said twice over gives each cue its half
GAP = 2  # words that may be missing inside what is said
SOURCE = 0.1  # share from which a mention counts as the source; below it nobody is said to speak
ADDRESSEE = 0.5
CRUMB = 12  # a stretch this many times shorter than the longest is noise; two halves around a cue are not
FIRST = frozenset({"ik", "we", "wij"})
OPENING, CLOSING = "\"'“‘„«‚`", "\"'”’»“‘"
EDGES = " \n\t,.;:–—-" + OPENING + CLOSING


def draft_statements(
    signals: Signals, mentions: Sequence[Known], hits: Sequence[SayingHit]
) -> list[Draft[Statement]]:
    """All that may be statements, in the order of their cues: what the heads find, and what frames find beside it."""
    cues = [(cue, _hit_at(hits, cue.words)) for cue in signals.stretches("cue", CUE)]
    told = {word for cue, _ in cues for word in cue.words}
    for hit in hits:
        if not told & set(hit.cue):
            cues.append((signals.stretch("cue", hit.cue), hit))
    quoted = {word for hit in hits if hit.form == "direct" for part in hit.content for word in part}
    drafts = [
        _draft(signals, mentions, cue, hit, cue.first in quoted)
        for cue, hit in sorted(cues, key=lambda pair: pair[0].first)
    ]
    return [draft for draft in drafts if draft is not None]


def _hit_at(hits: Sequence[SayingHit], words: range) -> SayingHit | None:
    return next((hit for hit in hits if meet(hit.cue, words)), None)


def _draft(
    signals: Signals, mentions: Sequence[Known], cue: Stretch, hit: SayingHit | None, quoted: bool
) -> Draft[Statement] | None:
    shares = signals.pointing("said", cue.first)
    framed_content = _framed(signals, hit)
    content = framed_content or _content(signals, cue, shares)
    if not content:
        return None
    pointed_at, sure = _linked(signals, mentions, cue, "source", SOURCE)
    framed_source = _mention_at(signals, mentions, hit.source) if hit else None
    if hit is not None and hit.by == "headline" and framed_source is None:
        return None
    source = framed_source or pointed_at
    addressee, _ = _linked(signals, mentions, cue, "addressee", ADDRESSEE)
    words = [word for span in content for word in signals.words(span)]
    span = signals.span(cue.words)
    return Draft(
        Statement(
            source=source,
            cue=span,
            content=tuple(content),
            form="direct" if all(_quoted(signals.text, part) for part in content) else "indirect",
            addressee=addressee,
            why=(f"cue {cue.chance:.2f}: {span.text}", *framed(hit)),
        ),
        {
            "cue": logit(cue.chance),
            "said": logit(float(shares[words].mean())),
            "source": logit(sure),
            "coded": float(source is not None and source.code is not None),
            "same source": float(source is not None and source == pointed_at),
            "frame": float(hit is not None),
            "framed source": float(framed_source is not None),
            "quoted": float(quoted),
            "first person": float(source is not None and source.text.lower() in FIRST),
            **(dict.fromkeys((f"by {hit.by}", *sorted(hit.marks)), 1.0) if hit else {}),
            "framed content": float(bool(framed_content)),
        },
    )


def _framed(signals: Signals, hit: SayingHit | None) -> list[Span]:
    spans = [trimmed(signals.text, signals.span(words)) for words in hit.content] if hit else []
    return [span for span in spans if span is not None]


def _mention_at(signals: Signals, mentions: Sequence[Known], word: int | None) -> Mention | None:
    at = next((i for i, m in enumerate(mentions) if word is not None and word in m.stretch.words), None)
    return _with_others(signals, mentions, at) if at is not None else None


def _with_others(signals: Signals, mentions: Sequence[Known], at: int) -> Mention:
    """A mention with those that are coordinated with it right before or behind: "de bond en de gemeente"."""
    first = last = at
    while first and _joined(signals, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and _joined(signals, mentions[last], mentions[last + 1]):
        last += 1
    codes = [mention.code for mention in mentions[first : last + 1]]
    known = [code for code in codes if code is not None]
    if len(known) < len(codes):
        return Mention(**span_of(signals, mentions[at]).model_dump(), code=mentions[at].code)
    words = range(mentions[first].stretch.first, mentions[last].stretch.end)
    return Mention(**signals.span(words).model_dump(), code=join_codes(known) if last > first else known[0])


def _joined(signals: Signals, one: Known, other: Known) -> bool:
    """Whether one mention is coordinated with the next, only commas and conjunctions between them."""
    word, governor = head_of(signals, other.stretch.words), head_of(signals, one.stretch.words)
    between = range(one.stretch.end, other.stretch.first)
    linked = bool(between) and all(signals.form(i) in LINKS for i in between)
    same = signals.governors[word] in (governor, signals.governors[governor])
    return linked and signals.relations[word] == "conj" and same


def _content(signals: Signals, cue: Stretch, shares: Scores) -> list[Span]:
    """The words said: what stands on both sides of the cue is not joined over it."""
    members = np.flatnonzero(shares > SAID).tolist()
    before = [word for word in members if word < cue.first]
    after = [word for word in members if word >= cue.end]
    spans = [
        trimmed(signals.text, signals.span(run)) for part in (before, after) for run in runs(part, gap=GAP)
    ]
    return _main([span for span in spans if span is not None])


def _main(spans: list[Span]) -> list[Span]:
    longest = max((len(span) for span in spans), default=0)
    return [span for span in spans if len(span) * CRUMB >= longest]


def trimmed(text: str, span: Span) -> Span | None:
    """The span without marks, commas and full stops at its edges; none if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span.of(text, start, end) if start < end else None


def _linked(
    signals: Signals, mentions: Sequence[Known], cue: Stretch, kind: str, least: float
) -> tuple[Mention | None, float]:
    """The mention most likely linked to the cue, and how likely."""
    found = pointed(signals, mentions, kind, cue.first)
    mention, share = max(found, key=lambda pair: pair[1], default=(None, 0.0))
    if mention is None or share < least:
        return None, 0.0
    return _mention_at(signals, mentions, mention.stretch.first), min(1.0, share)


def _quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand right around the words, or a colon opens them and a mark closes them."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip(" .,!?;")
    return before[-1:] in OPENING + CLOSING + ":" and before != "" and (after[:1] in CLOSING and after != "")


def innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement with the shortest content that holds all of the span."""
    holding = [
        (sum(map(len, statement.content)), i)
        for i, statement in enumerate(statements)
        if any(part.covers(span) for part in statement.content)
    ]
    return statements[min(holding)[1]] if holding else None
