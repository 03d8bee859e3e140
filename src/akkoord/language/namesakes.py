"""The same word elsewhere in a text: what it is the name of there speaks for what it is here.

Takes the words of a text and the logits of their labels, gives what to add to these. One place may tell clearly what
another leaves open: "volgens premier Barak" and, in a headline, "Arafat en Barak". It knows nothing of other texts.
"""

from collections.abc import Sequence

import numpy as np

from akkoord.language.attachment import log_chances
from akkoord.language.decode import NAMELESS
from akkoord.language.network import Floats

WEIGHT = 0.6  # of the mean of all other places beside the place itself
SUREST = 8.0  # logarithm of odds that counts at most for one place
SHORTEST = 3  # letters of a word that is followed through a text; "De" and "In" are no names by themselves


def agreement(logits: Floats, forms: Sequence[str], labels: Sequence[str]) -> Floats:
    """What the other places of each capitalised word say of its kind: logits (words, labels)."""
    added = np.zeros_like(logits)
    places: dict[str, list[int]] = {}
    for i, form in enumerate(forms):
        if form[:1].isupper() and len(form) >= SHORTEST:
            places.setdefault(form, []).append(i)
    several = [own for own in places.values() if len(own) > 1]
    if not several:
        return added
    words = np.concatenate(several)
    word = np.repeat(np.arange(len(several)), [len(own) for own in several])
    others = np.array([len(own) - 1 for own in several])[word]
    kinds = sorted({label[2:] for label in labels if label != NAMELESS})
    of_kind = np.array([[label[2:] == kind for label in labels] for kind in kinds])
    odds = _odds(logits[words], of_kind, labels.index(NAMELESS))
    sums = np.zeros((len(several), len(kinds)), np.float32)
    np.add.at(sums, word, odds)
    elsewhere = (sums[word] - odds) / others[:, None]
    added[words] = WEIGHT * elsewhere @ of_kind
    return added


def _odds(logits: Floats, of_kind: np.ndarray, nameless: int) -> Floats:
    """Logarithms of the odds of each kind against no name, within limits: (words, kinds)."""
    chances = log_chances(logits, 1)
    kinds = np.stack([np.logaddexp.reduce(chances[:, own], axis=1) for own in of_kind], axis=1)
    found: Floats = (kinds - chances[:, [nameless]]).clip(-SUREST, SUREST)
    return found
