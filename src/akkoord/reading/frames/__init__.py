"""Frames: what Dutch predicates do, and what they are found to do in a parsed text.

Takes a Doc with Universal Dependencies; gives events, sayings, conditions, agreements and talks as numbers of words,
each with the frame and the arcs that made it. What a lemma may say, and which grammatical roles hold who says, does or
suffers it, is data in `data/*.toml`, described in `docs/frames.md`. It knows nothing of actors' codes, of times or of
other reports.
"""

from akkoord.reading.frames.agreements import find_agreements
from akkoord.reading.frames.conditions import find_conditions
from akkoord.reading.frames.events import find_events
from akkoord.reading.frames.frame import ConditionCue, Frame, Saying
from akkoord.reading.frames.hits import AgreementHit, ConditionHit, EventHit, SayingHit, TalkHit
from akkoord.reading.frames.lexicon import FrameLexicon, frame_lexicon
from akkoord.reading.frames.lint import lint
from akkoord.reading.frames.sayings import find_sayings
from akkoord.reading.frames.talks import find_talks

__all__ = [
    "AgreementHit",
    "ConditionCue",
    "ConditionHit",
    "EventHit",
    "Frame",
    "FrameLexicon",
    "Saying",
    "SayingHit",
    "TalkHit",
    "find_agreements",
    "find_conditions",
    "find_events",
    "find_sayings",
    "find_talks",
    "frame_lexicon",
    "lint",
]
