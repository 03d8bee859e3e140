"""Words, sentences and trees against a treebank, as the script of the CoNLL 2018 shared task does it.

Words are the same where they cover the same characters, white space not counted; each score is the F of precision
and recall over words, so that with gold tokens it is the accuracy. Punctuation counts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from akkoord.language.conllu import Sentence, Word

Place = tuple[int, int]  # first character and the one after the last


@dataclass(frozen=True)
class Row:
    """One word with its grammar; `head` is the place of its head, none for a root."""

    upos: str
    xpos: str
    feats: frozenset[str]
    lemma: str
    head: Place | None
    deprel: str


@dataclass
class Found:
    """Words by their places, and the places of sentences."""

    words: dict[Place, Row] = field(default_factory=dict)
    sentences: set[Place] = field(default_factory=set)


@dataclass(frozen=True)
class Scores:
    """F by measure, in per cent."""

    tokens: float
    sentences: float
    upos: float
    xpos: float
    feats: float
    lemma: float
    uas: float
    las: float
    universal_las: float


def of_sentences(sentences: Iterable[Sentence]) -> Found:
    """A treebank's sentences, one behind the other."""
    found, at = Found(), 0
    for sentence in sentences:
        places, start = [], at
        for word in sentence.words:
            places.append((at, at + _size(word.form)))
            at = places[-1][1]
        found.sentences.add((start, at))
        found.words |= {place: _row(word, places) for place, word in zip(places, sentence.words, strict=True)}
    return found


def _row(word: Word, places: list[Place]) -> Row:
    head = places[word.head - 1] if word.head else None
    return Row(word.upos, word.xpos, _features(word.feats), word.lemma, head, word.deprel)


def of_docs(docs: Iterable[Doc]) -> Found:
    """What a pipeline found in texts, one behind the other."""
    found, at = Found(), 0
    for doc in docs:
        places: dict[int, Place] = {}
        for token in doc:
            if not token.is_space:
                places[token.i] = (at, at + _size(token.text))
                at = places[token.i][1]
        for sentence in doc.sents:
            inside = [places[token.i] for token in sentence if token.i in places]
            if inside:
                found.sentences.add((inside[0][0], inside[-1][1]))
        found.words |= {place: _token_row(doc[i], places) for i, place in places.items()}
    return found


def _token_row(token: Token, places: dict[int, Place]) -> Row:
    root = token.head.i == token.i
    deprel = "root" if root else token.dep_
    head = None if root else places.get(token.head.i)
    return Row(token.pos_, token.tag_, _features(str(token.morph)), token.lemma_, head, deprel)


def _size(form: str) -> int:
    return len("".join(form.split()))


def _features(feats: str) -> frozenset[str]:
    return frozenset(feats.split("|")) - {"", "_"}


def compare(gold: Found, read: Found, keep: Callable[[Row], bool] = lambda row: True) -> Scores:
    """Scores over the gold words that `keep` wants (precision over all words found at the same places or nowhere)."""
    wanted = {place for place, row in gold.words.items() if keep(row)}
    unwanted = gold.words.keys() - wanted
    total = len(wanted) + len(read.words.keys() - unwanted)
    both = [(gold.words[place], read.words[place]) for place in wanted if place in read.words]

    def share(right: Callable[[Row, Row], bool]) -> float:
        return 200 * sum(right(a, b) for a, b in both) / total

    return Scores(
        tokens=200 * len(both) / total,
        sentences=200 * len(gold.sentences & read.sentences) / (len(gold.sentences) + len(read.sentences)),
        upos=share(lambda a, b: a.upos == b.upos),
        xpos=share(lambda a, b: a.xpos == b.xpos),
        feats=share(lambda a, b: a.feats == b.feats),
        lemma=share(lambda a, b: a.lemma == b.lemma),
        uas=share(lambda a, b: a.head == b.head),
        las=share(lambda a, b: a.head == b.head and a.deprel == b.deprel),
        universal_las=share(lambda a, b: a.head == b.head and _universal(a) == _universal(b)),
    )


def _universal(row: Row) -> str:
    return row.deprel.split(":")[0]
