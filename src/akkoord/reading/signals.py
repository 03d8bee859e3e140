"""What the learned heads say of a report's words: probabilities of tags and of links between words.

Takes the raw scores that the language room hands through; gives spans with their probability. It does not know
what the findings are: each layer's module puts them together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from akkoord.codebook import Span

Scores = NDArray[np.float32]
EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` up to `end` of a report with the label that they bear and how sure that is (0 to 1)."""

    first: int
    end: int
    label: str
    chance: float

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.end


@dataclass(frozen=True)
class Signals:
    """Words of a report with what the heads say of them.

    `offsets` places each word in the text, `sentences` numbers its sentence. `tags` holds (words, labels)
    probabilities by head, `labels` the names of its columns, the first being "none of these". `links` maps a kind
    and an anchor to the chances of the words that may belong to it.
    """

    text: str
    offsets: Sequence[tuple[int, int]]
    sentences: Sequence[int]
    tags: Mapping[str, Scores]
    labels: Mapping[str, Sequence[str]]
    links: Mapping[str, Mapping[int, Mapping[int, float]]]

    def stretches(self, head: str) -> list[Stretch]:
        """Runs of words with one label, begin-inside marks respected where the head has them."""
        names = self.labels[head]
        best = self.tags[head].argmax(1)
        found: list[Stretch] = []
        for word, number in enumerate(best.tolist()):
            mark, _, label = names[number].rpartition("-")
            if names[number] in ("B", "I"):
                mark, label = names[number], ""
            if number == 0:
                continue
            chance = float(1 - self.tags[head][word, 0])
            last = found[-1] if found else None
            if last and last.end == word and last.label == label and mark != "B":
                found[-1] = Stretch(last.first, word + 1, label, max(last.chance, chance))
            else:
                found.append(Stretch(word, word + 1, label, chance))
        return found

    def choice(self, head: str, words: range, allowed: Sequence[str] | None = None) -> tuple[str, float]:
        """The likeliest label of some words together, among those allowed, and its probability."""
        mean = self.tags[head][words.start : words.stop].mean(0)
        names = self.labels[head]
        columns = [i for i, name in enumerate(names) if allowed is None or name in allowed]
        best = max(columns, key=lambda i: float(mean[i]))
        return names[best], float(mean[best])

    def linked(self, kind: str, anchor: int) -> Mapping[int, float]:
        """The words that may belong to an anchor, with their chances."""
        return self.links.get(kind, {}).get(anchor, {})

    def link(self, kind: str, anchor: int, words: range) -> float:
        """How far some words belong to an anchor: the best of them decides."""
        linked = self.linked(kind, anchor)
        return max((linked.get(word, 0.0) for word in words), default=0.0)

    def span(self, first: int, end: int) -> Span:
        """The characters of words `first` up to `end`."""
        return Span.of(self.text, self.offsets[first][0], self.offsets[end - 1][1])

    def words(self, span: Span) -> range:
        """The words that a span covers, wholly or in part."""
        inside = [i for i, (a, b) in enumerate(self.offsets) if a < span.end and b > span.start]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def form(self, word: int) -> str:
        """The word as written."""
        start, end = self.offsets[word]
        return self.text[start:end]

    def sentence(self, word: int) -> range:
        """The words of the sentence that `word` stands in."""
        number, first, end = self.sentences[word], word, word + 1
        while first > 0 and self.sentences[first - 1] == number:
            first -= 1
        while end < len(self.sentences) and self.sentences[end] == number:
            end += 1
        return range(first, end)


def runs(words: Iterator[int] | Sequence[int], gap: int = 0) -> list[range]:
    """Sorted word numbers as ranges; gaps of up to `gap` words are filled."""
    found: list[range] = []
    for word in sorted(words):
        if found and word - found[-1].stop <= gap:
            found[-1] = range(found[-1].start, word + 1)
        else:
            found.append(range(word, word + 1))
    return found


def probabilities(logits: Any) -> Scores:
    """Softmax over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Scores = (raised / raised.sum(-1, keepdims=True)).astype(np.float32)
    return shares
