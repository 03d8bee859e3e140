"""Who speaks is somebody: a mention for each source of a saying that the heads did not take for one.

Takes the mentions of a report and what the frames say of its sayings; gives the mentions with those of speakers added.
What a frame takes for a source but neither the heads nor its own words take for an actor is left out.
"""

from collections.abc import Sequence
from datetime import date

from akkoord.reading.frames.hits import SayingHit
from akkoord.reading.mention import Known
from akkoord.reading.mentions import told_apart
from akkoord.reading.phrases import phrase_at
from akkoord.reading.signals import Signals

LIKELY = 0.02  # chance of being an actor from which a noun that says nothing itself is one


def with_speakers(
    signals: Signals, mentions: Sequence[Known], sayings: Sequence[SayingHit], published: date | None
) -> list[Known]:
    """The mentions in order, with those of sources that none of them covers."""
    taken = {word for mention in mentions for word in mention.stretch.words}
    heads = sorted({hit.source for hit in sayings if hit.source is not None} - taken)
    phrases = [phrase for head in heads if not taken & set(phrase := phrase_at(signals, head))]
    stretches = [signals.stretch("actor", phrase) for phrase in phrases]
    added = [known for known in told_apart(signals, stretches, published) if _is_somebody(known)]
    return sorted((*mentions, *added), key=lambda known: known.stretch.first)


def _is_somebody(known: Known) -> bool:
    said = known.pronoun or known.code is not None or known.phrase.sector is not None
    return said or known.stretch.chance >= LIKELY
