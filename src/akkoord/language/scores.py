"""What the network's heads for reading think of a Doc's tokens: kept on the Doc, handed on as it came."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from akkoord.language.network import Floats, Places
from akkoord.language.windows import Part

KEY = "akkoord"  # where a Doc keeps them: plain lists and arrays, so that Docs can be stored and pickled


@dataclass(frozen=True)
class Heads:
    """Logits of a Doc's tokens; those of white space are 0.

    `tags` holds (tokens, labels) by head, `labels` the names of its columns. `member` and `anchor` are
    (tokens, kinds, k): the inner product of a member's and an anchor's vector of one of `kinds` is the
    logit that the first belongs to the second. They are kept in half precision, which costs three digits.
    """

    tags: dict[str, Floats]
    labels: dict[str, list[str]]
    member: Floats
    anchor: Floats
    kinds: list[str]


def heads(doc: Doc) -> Heads | None:
    """What the heads for reading think of a Doc; none where no such heads ran or its tokens changed since."""
    stored: dict[str, Any] | None = doc.user_data.get(KEY)
    if stored is None or len(stored["member"]) != len(doc):
        return None
    return Heads(
        tags={name: np.asarray(logits, np.float32) for name, logits in stored["tags"].items()},
        labels={name: list(labels) for name, labels in stored["labels"].items()},
        member=np.asarray(stored["member"], np.float32),
        anchor=np.asarray(stored["anchor"], np.float32),
        kinds=list(stored["kinds"]),
    )


class Keeping:
    """Fills a Doc's rows as the words come; half precision, for a book has many words."""

    def __init__(self, doc: Doc, places: Places, labels: dict[str, list[str]], kinds: list[str]) -> None:
        self._doc, self._places = doc, places
        self._labels, self._kinds = labels, kinds
        self._rows: dict[str, NDArray[np.float16]] = {}

    def add(self, part: Part) -> None:
        """Take the scores of one part."""
        for name in (*self._labels, "member", "anchor"):
            found = part.rows(name)
            if name not in self._rows:
                self._rows[name] = np.zeros((len(self._doc), *found.shape[1:]), np.float16)
            self._rows[name][self._places[part.start : part.end]] = found

    def close(self) -> None:
        """Put what came on the Doc."""
        if self._rows:
            self._doc.user_data[KEY] = {
                "tags": {name: self._rows[name] for name in self._labels},
                "labels": self._labels,
                "member": self._rows["member"],
                "anchor": self._rows["anchor"],
                "kinds": self._kinds,
            }
