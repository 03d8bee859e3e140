"""The frame lexicon: what Dutch predicates do, for events, statements and conditions.

Takes nothing, gives for a lemma the frames that it may open: which event it codes and which grammatical
roles hold actor and recipient; which saying it is and where source, content and addressee stand; which
condition it marks. All of it is data in `data/*.toml`, described in `docs/frames.md`. It knows nothing of
sentences: reading the roles off a parse is not done here.
"""

from akkoord.reading.frames.frame import ConditionCue, Frame, Saying
from akkoord.reading.frames.lexicon import FrameLexicon, frame_lexicon
from akkoord.reading.frames.lint import lint

__all__ = ["ConditionCue", "Frame", "FrameLexicon", "Saying", "frame_lexicon", "lint"]
