"""The reading room: from a report and its grammar to what it says, with proof.

Takes a report's text with its grammar, gives a `Reading`: the eight layers of the codebook, every finding
with the exact words that say it, a confidence, and why. Pure functions, no input or output; the same text
gives the same reading. It knows nothing of how readings are stored or what other reports say.

What makes a reading is `akkoord.reading.reader`; it needs spaCy, which those who look at readings do not.
"""

from akkoord.reading.findings import (
    LAYERS,
    Actor,
    Agreement,
    Condition,
    Event,
    Finding,
    Mention,
    Position,
    Reading,
    ReportHead,
    Statement,
    Talk,
    Time,
)

__all__ = [
    "LAYERS",
    "Actor",
    "Agreement",
    "Condition",
    "Event",
    "Finding",
    "Mention",
    "Position",
    "Reading",
    "ReportHead",
    "Statement",
    "Talk",
    "Time",
]
