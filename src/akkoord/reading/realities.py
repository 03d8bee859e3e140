"""Whether an event is real: what grammar shows, what the heads say and how it is told are weighed.

The weights are learned on gold (`training/weigh.py`).
"""

import math
from collections.abc import Iterator, Mapping

from akkoord.codebook import REALITIES, Reality
from akkoord.reading.casting import Scene
from akkoord.reading.weighing import Features, learned, shares

FLOOR = 0.01


def reality_of(scene: Scene) -> tuple[Reality, float]:
    """The likeliest reality of an event, and its chance."""
    found = shares(options(scene), learned("reality"))
    reality = max(REALITIES, key=lambda each: found[each])
    return reality, found[reality]


def options(scene: Scene) -> Mapping[Reality, Features]:
    """What speaks for each reality."""
    chances = scene.signals.chances("reality", scene.words)
    labels = list(_labels(scene))
    return {
        reality: {f"{label} {reality}": 1.0 for label in labels}
        | {reality: 1.0, "heads": math.log(chances[reality] + FLOOR)}
        for reality in REALITIES
    }


def _labels(scene: Scene) -> Iterator[str]:
    """What an event is like: what its frame says of it, what it is, and how it is told."""
    yield from (f"type {scene.type}", f"shape {scene.shape}", "told" if scene.statement else "untold")
    if scene.hit is None:
        yield "no frame"
        return
    yield f"{'frame' if scene.hit.type == scene.type else 'other frame'} {scene.hit.reality}"
    yield from {f"sign {sign}" for sign in scene.hit.signs}
