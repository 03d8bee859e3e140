"""Where a report is when it mentions somebody: which states the words around the mention name, and which last.

"In Niamey gingen inwoners de straat op. De politie greep in": whose police, only the place tells.
"""

import math
from collections import Counter
from dataclasses import dataclass

from akkoord.reading.mention import Known
from akkoord.reading.namings import Namings
from akkoord.reading.scene import Scene

HOME = "NLD"  # the state that a Dutch report means where it says no other
FAR = 200  # words back: where a state was not named before
FEW = 0.1  # times that a state counts that a paragraph does not name


@dataclass(frozen=True)
class Whereabouts:
    """The states named before and around one mention."""

    namings: Namings
    word: int
    paragraph: Counter[str]
    sentence: Counter[str]
    sentence_before: Counter[str]
    last: str | None
    last_place: str | None

    @classmethod
    def of(cls, scene: Scene, mention: Known) -> "Whereabouts":
        """As a mention in a report sees them."""
        word, namings = mention.stretch.first, scene.namings
        sentence = scene.signals.sentence(word)
        before = scene.signals.sentence(sentence.start - 1) if sentence.start else range(0)
        return cls(
            namings=namings,
            word=word,
            paragraph=namings.among(range(scene.paragraphs[word].start, word)),
            sentence=namings.among(sentence),
            sentence_before=namings.among(before),
            last=namings.last(word),
            last_place=scene.place_before(word),
        )

    def features(self, state: str) -> dict[str, float]:
        """What speaks for a state, as numbers by name."""
        marks = {
            "named in sentence": state in self.sentence,
            "named sentence before": state in self.sentence_before,
            "named last": state == self.last,
            "placed last": state == self.last_place,
            "home": state == HOME,
        }
        return {
            "named near": -math.log(min(self.namings.back(state, self.word) or FAR, FAR)),
            "local": math.log((self.paragraph[state] + FEW) / (self.paragraph.total() + 5 * FEW)),
        } | {name: 1.0 for name, holds in marks.items() if holds}
