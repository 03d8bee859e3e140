"""`python -m training.alone`: how well reports are read by the heads alone, by the frames alone and by both together.

Gold reports as `training.weigh` reads them: with heads that have not learned from them, and with weights that the other
half of the reports taught. Alone, the frames find sayings, events, conditions, wants, agreements and talks in trees;
which words are mentions, they take from the heads all the same. How likely a finding is right is learned anew for each,
so that none is judged by what holds for another; the other weights are those of both together. The readings go to
`BUILD/folds/heads`, `frames` and `both`; `benchmarks/reading.py --part train dev --readings FOLDER` scores them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from akkoord.reading.hits import Hits
from akkoord.reading.signals import Scores, Signals
from training.judge import Judging
from training.options import options
from training.parsed import Parsed, parsed, scorer
from training.weigh import Found, fitted, held_out, taken

MENTIONS = frozenset({"actor"})  # heads that the frames alone have as well
LEAST = 1e-6  # chance of what is not there


def main() -> None:
    """Parse the command line, learn, read."""
    arguments = options(__doc__, trains=False).parse_args()
    reports, written = parsed(arguments.gold, arguments.data, arguments.build)
    score = scorer(arguments.gold.parent / "score.py")
    _, apart = fitted(reports, written, score)
    for name, part in (("heads", heads_alone), ("frames", frames_alone), ("both", together)):
        told, also = [part(one) for one in reports], [part(one) for one in written]
        own: Sequence[Found] = [dict(weights) for weights in apart]
        taken(Judging(score), told, also, own)
        held_out(told, own, arguments.build / "folds" / name)


def heads_alone(report: Parsed) -> Parsed:
    """A report of which no frame says anything."""
    head, signals, _, reading = report
    return head, signals, lambda _parties, _cues: Hits(), reading


def frames_alone(report: Parsed) -> Parsed:
    """A report of which the heads know the mentions only."""
    head, signals, frames, reading = report
    return head, muted(signals), frames, reading


def together(report: Parsed) -> Parsed:
    """A report as it is."""
    return report


def muted(signals: Signals) -> Signals:
    """Signals in which the heads find nothing but mentions, and everything points everywhere alike."""
    tags: Mapping[str, Scores] = {
        name: chances if name in MENTIONS else _nothing(chances) for name, chances in signals.tags.items()
    }
    return replace(
        signals, tags=tags, member=np.zeros_like(signals.member), anchor=np.zeros_like(signals.anchor)
    )


def _nothing(chances: Scores) -> Scores:
    """As many rows, all of them as good as sure of the first label, which is none."""
    found = np.full_like(chances, LEAST)
    found[:, 0] = 1 - LEAST * (chances.shape[1] - 1)
    return found


if __name__ == "__main__":
    main()
