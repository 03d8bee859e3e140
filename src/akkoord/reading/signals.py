"""What the learned heads say of a report's words: chances of labels and of links between words.

Takes the raw scores that the language room hands through; gives stretches of words and what they point to, with
chances. It does not know what the findings are: each layer's module puts them together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from akkoord.codebook import Span
from akkoord.errors import AkkoordError
from akkoord.language import heads

Scores = NDArray[np.float32]
EVEN = 0.5
REACH = 240  # words on either side that a pointer is shared among: what the encoder saw at once in training
PLACING = frozenset({"in", "te", "bij", "nabij", "op", "rond"})
KEPT = 256  # pointers that are kept at most: those asked for again soon
BLOCK = 256  # words whose pointers are summed at once


class NoSignals(AkkoordError):
    """The pipeline has no heads for reading."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` up to `end` of a report with the label that they bear and how sure that is (0 to 1)."""

    first: int
    end: int
    label: str
    chance: float

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.end

    @property
    def words(self) -> range:
        return range(self.first, self.end)


@dataclass(frozen=True)
class Pointer:
    """How an anchor shares one among the words from `first` on; what it keeps for itself points to nothing."""

    anchor: int
    first: int
    shares: Scores

    def at(self, words: range) -> float:
        """The share of some words together."""
        return self.between(words.start, words.stop)

    def between(self, start: int, stop: int) -> float:
        """The share of the words from `start` up to `stop`, of which some may be out of reach."""
        sums = self._sums
        start, stop, last = start - self.first, stop - self.first, len(sums) - 1
        if start < 0 or stop > last:  # seldom: most that is asked for stands near
            start, stop = min(max(start, 0), last), min(max(stop, 0), last)
        return sums[stop] - sums[start]

    @cached_property
    def _sums(self) -> list[float]:
        """The share of all words before each, as Python's own numbers: mentions are asked for by the thousand."""
        return [0.0, *accumulate(self.shares.tolist())]

    @property
    def nothing(self) -> float:
        return self.at(range(self.anchor, self.anchor + 1))


@dataclass(frozen=True, eq=False)
class Signals:
    """Words of a report with what the heads say of them; white space is no word.

    `offsets` places each word in the text, `sentences` numbers its sentence, `upos` is its part of speech, `governors`
    the word that it depends on (itself for a root), `relations` how, `plural` whether it is a plural and `names` the
    kind of name that it belongs to, if any; `places` are the names of places that something is said to be in, at or
    near. `tags` holds (words, labels) chances by head, `labels` the names of its columns. `member` and `anchor` are
    (words, kinds, k): the inner product of a member's and an anchor's vector of one of `kinds` is the logit that they
    belong together.
    """

    text: str
    offsets: Sequence[tuple[int, int]]
    sentences: Sequence[int]
    upos: Sequence[str]
    governors: Sequence[int]
    relations: Sequence[str]
    plural: Sequence[bool]
    names: Sequence[str]
    places: Sequence[range]
    tags: Mapping[str, Scores]
    labels: Mapping[str, Sequence[str]]
    kinds: Sequence[str]
    member: Scores
    anchor: Scores

    @classmethod
    def of(cls, doc: Doc) -> "Signals":
        """The signals of a parsed text; raises `NoSignals` where its pipeline has no heads for reading."""
        found = heads(doc)
        if found is None or "actor" not in found.tags:
            raise NoSignals("this pipeline finds grammar only; read reports with akkoord's own (nl)")
        tokens = [token for token in doc if not token.is_space]
        words = [token.i for token in tokens]
        number = {
            word: n for n, sentence in enumerate(doc.sents) for word in range(sentence.start, sentence.end)
        }
        place = {token: n for n, token in enumerate(words)}
        return cls(
            text=doc.text,
            offsets=[(token.idx, token.idx + len(token)) for token in tokens],
            sentences=[number[i] for i in words],
            upos=[token.pos_ for token in tokens],
            governors=[place.get(token.head.i, n) for n, token in enumerate(tokens)],
            relations=[token.dep_ for token in tokens],
            plural=["Number=Plur" in str(token.morph) for token in tokens],
            names=[token.ent_type_ for token in tokens],
            places=_places(doc, words),
            tags={head: softmax(logits[words]) for head, logits in found.tags.items()},
            labels=found.labels,
            kinds=found.kinds,
            member=found.member[words].astype(np.float32),
            anchor=found.anchor[words].astype(np.float32),
        )

    def stretches(self, head: str, least: float = EVEN) -> list[Stretch]:
        """Runs of words with one label and a chance of `least` at least; begin-inside marks are respected."""
        names, chances = self.labels[head], self.tags[head]
        best = chances[:, 1:].argmax(1) + 1
        found: list[Stretch] = []
        for word in np.flatnonzero(1 - chances[:, 0] >= least).tolist():
            mark, label = _marked(names[best[word]])
            chance = float(1 - chances[word, 0])
            last = found[-1] if found else None
            if last and last.end == word and last.label == label and mark != "B":
                found[-1] = Stretch(last.first, word + 1, label, max(last.chance, chance))
            else:
                found.append(Stretch(word, word + 1, label, chance))
        return found

    def stretch(self, head: str, words: range, *labels: str) -> Stretch:
        """Some words as a stretch: with the chance that they bear one of the labels, or any where none is given."""
        names, rows = self.labels[head], self.tags[head][words.start : words.stop]
        columns = [i for i, name in enumerate(names) if (name in labels if labels else i > 0)]
        return Stretch(
            words.start, words.stop, labels[0] if labels else "", float(rows[:, columns].sum(1).max())
        )

    def choice(self, head: str, words: range, allowed: Sequence[str] | None = None) -> tuple[str, float]:
        """The likeliest label of some words together, among those allowed, and its chance."""
        chances = self.chances(head, words)
        kept = {name: chances[name] for name in (allowed or chances)}
        best = max(kept, key=lambda name: kept[name])
        return best, kept[best] / sum(kept.values())

    def chances(self, head: str, words: range, within: str | None = None) -> dict[str, float]:
        """The chance of each label for some words together; those count most that the head `within` marks."""
        rows = self.tags[head][words.start : words.stop]
        if len(rows) == 1:  # mostly, and numpy takes its time for a mean
            mean = rows[0]
        else:
            marked = None if within is None else 1 - self.tags[within][words.start : words.stop, 0]
            sure = marked is not None and not marked.any()  # that no word is marked
            mean = np.average(rows, axis=0, weights=None if sure else marked)
        return dict(zip(self.labels[head], mean.tolist(), strict=True))

    def density(self, head: str) -> float:
        """The share of a report's words that bear a label of a head."""
        return self._densities[head]

    @cached_property
    def _densities(self) -> dict[str, float]:
        return {head: float(1 - chances[:, 0].mean()) for head, chances in self.tags.items()}

    def pointer(self, kind: str, anchor: int) -> Pointer:
        """What an anchor points to: its share of each word around it."""
        found = self._pointers.get((kind, anchor))
        if found is None:
            first, end = self._around(anchor, anchor + 1)
            logits = self._logits(kind, slice(anchor, anchor + 1), slice(first, end))[0]
            found = Pointer(anchor, first, softmax(logits))
            if len(self._pointers) == KEPT:
                self._pointers.clear()
            self._pointers[kind, anchor] = found
        return found

    @cached_property
    def _pointers(self) -> dict[tuple[str, int], Pointer]:
        """The pointers made last: one is asked for many times, and those of a long text are too many to keep."""
        return {}

    def pointing(self, kind: str, member: int) -> Scores:
        """The share that each word, as an anchor, gives to one member; 0 for words that it is out of reach of."""
        first, end = self._around(member, member + 1)
        logits = self._logits(kind, slice(first, end), slice(member, member + 1))[:, 0]
        shares = np.zeros(len(self.offsets), np.float32)
        shares[first:end] = np.exp(logits - self._totals(kind)[first:end])
        return shares

    def _totals(self, kind: str) -> Scores:
        """For each word as an anchor, the logarithm of the sum over all that it may point to."""
        if kind not in self._known_totals:
            totals = np.zeros(len(self.offsets), np.float32)
            for start in range(0, len(totals), BLOCK):
                stop = min(start + BLOCK, len(totals))
                logits = self._logits(kind, slice(start, stop), slice(*self._around(start, stop)))
                highest = logits.max(1)
                totals[start:stop] = highest + np.log(np.exp(logits - highest[:, None]).sum(1))
            self._known_totals[kind] = totals
        return self._known_totals[kind]

    @cached_property
    def _known_totals(self) -> dict[str, Scores]:
        return {}

    def _around(self, first: int, end: int) -> tuple[int, int]:
        return max(0, first - REACH), min(len(self.offsets), end + REACH)

    def _logits(self, kind: str, anchors: slice, members: slice) -> Scores:
        column = self.kinds.index(kind)
        logits: Scores = self.anchor[anchors, column] @ self.member[members, column].T
        return logits

    def span(self, words: range) -> Span:
        """The characters of some words."""
        return Span.of(self.text, self.offsets[words.start][0], self.offsets[words.stop - 1][1])

    def words(self, span: Span) -> range:
        """The words that a span covers, wholly or in part."""
        first = int(np.searchsorted(self._ends, span.start, side="right"))
        end = int(np.searchsorted(self._starts, span.end, side="left"))
        return range(first, max(first, end))

    @cached_property
    def placed(self) -> frozenset[int]:
        """The words that the names of `places` begin with."""
        return frozenset(place.start for place in self.places)

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        return np.array([start for start, _ in self.offsets], np.int64)

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        return np.array([end for _, end in self.offsets], np.int64)

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


def _places(doc: Doc, words: Sequence[int]) -> list[range]:
    """Names of places with a preposition of place before them, as numbers of words without white space."""
    number = {token: n for n, token in enumerate(words)}
    named = [ent for ent in doc.ents if ent.label_ == "LOC" and ent.start in number and ent.end - 1 in number]
    return [
        range(number[ent.start], number[ent.end - 1] + 1)
        for ent in named
        if ent.start > 0 and doc[ent.start - 1].lower_ in PLACING
    ]


def _marked(name: str) -> tuple[str, str]:
    """Begin-inside mark and label; a label without a mark has none of its own."""
    if name in ("B", "I"):
        return name, ""
    return (name[0], name[2:]) if name.startswith(("B-", "I-")) else ("", name)


def runs(words: Iterable[int], gap: int = 0) -> list[range]:
    """Sorted word numbers as ranges; gaps of up to `gap` words are filled."""
    found: list[range] = []
    for word in sorted(words):
        if found and word - found[-1].stop <= gap:
            found[-1] = range(found[-1].start, word + 1)
        else:
            found.append(range(word, word + 1))
    return found


def softmax(logits: Scores) -> Scores:
    """Chances over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Scores = (raised / raised.sum(-1, keepdims=True)).astype(np.float32)
    return shares
