"""From the signals of one report to its reading: the layers in the order in which they build on each other."""

from collections.abc import Callable
from datetime import date
from functools import partial

from spacy.tokens import Doc

from akkoord.garbage import no_search
from akkoord.reading.agreements import draft_agreements
from akkoord.reading.conditions import draft_conditions
from akkoord.reading.events import draft_events, find_scenes
from akkoord.reading.findings import Reading, ReportHead
from akkoord.reading.hits import Hits, find_hits
from akkoord.reading.judge import Judge, apart, judge
from akkoord.reading.mention import Known
from akkoord.reading.mentions import find_mentions, resolve
from akkoord.reading.positions import draft_positions
from akkoord.reading.signals import Signals
from akkoord.reading.speakers import with_speakers
from akkoord.reading.statements import draft_statements
from akkoord.reading.talks import draft_talks
from akkoord.reading.telling import draft_actors
from akkoord.reading.times import read_times
from akkoord.reports import Report
from akkoord.when import When

Frames = Callable[[frozenset[int], frozenset[int]], Hits]
CUE = 0.5  # chance from which a word is a cue that the lexicon need not have


def read_doc(report: Report, doc: Doc) -> Reading:
    """The reading of a report whose text the pipeline has parsed; raises `NoSignals` where it found grammar only."""
    head = ReportHead(
        id=report.id,
        title=report.title,
        published=report.published,
        publisher=report.publisher,
        language=report.language,
    )
    with no_search():
        return read_signals(head, Signals.of(doc), partial(find_hits, doc), judge())


def read_signals(head: ReportHead, signals: Signals, frames: Frames, judge: Judge) -> Reading:
    """The reading of one report. Mentions and times come first, since all that follows points to them."""
    published = When.parse(head.published) if head.published else None
    day = published.latest if published else None
    mentions, hits = read_mentions(signals, frames, day)
    times = read_times(signals.text, published)
    statements = judge.judged("statements", draft_statements(signals, mentions, hits.sayings))
    scenes = find_scenes(signals, mentions, statements, hits.events)
    drafts = draft_events(scenes, times, partial(judge.may_tell, "events"))
    events = apart(judge.judged("events", drafts), lambda event: event.trigger)
    conditions = apart(
        judge.judged(
            "conditions", draft_conditions(signals, mentions, statements, hits.wants, hits.conditions)
        ),
        lambda condition: condition.cue,
    )
    positions = draft_positions(signals, mentions, statements, events, conditions, hits.wants)
    return Reading(
        report=head,
        actors=tuple(judge.judged("actors", draft_actors(signals, mentions, statements))),
        times=tuple(times),
        statements=tuple(statements),
        events=tuple(events),
        conditions=tuple(conditions),
        positions=tuple(judge.judged("positions", positions)),
        agreements=tuple(
            judge.judged("agreements", draft_agreements(signals, mentions, times, hits.agreements, events))
        ),
        talks=tuple(
            judge.judged(
                "talks",
                draft_talks(signals, mentions, times, events, hits.talks, day, hits.agreements),
            )
        ),
    ).in_order()


def read_mentions(signals: Signals, frames: Frames, published: date | None) -> tuple[list[Known], Hits]:
    """All mentions, speakers included, and what the frames find around their words and around likely cues."""
    mentions = find_mentions(signals, published)
    hits = frames(
        frozenset(word for mention in mentions for word in mention.stretch.words),
        frozenset(cue.first for cue in signals.stretches("cue", CUE)),
    )
    return resolve(signals, with_speakers(signals, mentions, hits.sayings, published)), hits
