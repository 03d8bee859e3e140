"""From the signals of one report to its reading: the layers in the order in which they build on each other."""

from spacy.tokens import Doc

from akkoord.reading.conditions import read_conditions
from akkoord.reading.dealings import read_agreements, read_talks
from akkoord.reading.events import read_events
from akkoord.reading.findings import Reading, ReportHead
from akkoord.reading.mentions import findings, read_mentions
from akkoord.reading.positions import read_positions
from akkoord.reading.signals import Signals
from akkoord.reading.statements import read_statements
from akkoord.reading.times import read_times
from akkoord.reports import Report
from akkoord.when import When


def read_doc(report: Report, doc: Doc) -> Reading:
    """The reading of a report whose text the pipeline has parsed; raises `NoSignals` where it found grammar only."""
    return read_signals(
        ReportHead(
            id=report.id,
            title=report.title,
            published=report.published,
            publisher=report.publisher,
            language=report.language,
        ),
        Signals.of(doc),
    )


def read_signals(head: ReportHead, signals: Signals) -> Reading:
    """The reading of one report. Mentions and times come first, since all that follows points to them."""
    published = When.parse(head.published) if head.published else None
    mentions = read_mentions(signals, published.latest if published else None)
    times = read_times(signals.text, published)
    statements = read_statements(signals, mentions)
    return Reading(
        report=head,
        actors=tuple(findings(signals, mentions)),
        times=tuple(times),
        statements=tuple(statements),
        events=tuple(read_events(signals, mentions, times, statements)),
        conditions=tuple(read_conditions(signals, statements)),
        positions=tuple(read_positions(signals, mentions)),
        agreements=tuple(read_agreements(signals, mentions)),
        talks=tuple(read_talks(signals, mentions)),
    ).in_order()
