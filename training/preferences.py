"""`python -m training.preferences`: which of a word's likeliest arcs is preferred, for `akkoord.language.preferences`.

Takes the two models of `python -m training.halves`, each of which reads the newspaper trees that it has not learned
from: there the network errs as it does on new text. Writes `preferences.json` beside what is shipped, learned from all
of these trees, and into each half's folder, learned from those that its model has learned from: what it is measured on
has taught it nothing. Prints what to expect of the shipped ones: trees read with preferences from other parts.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
from spacy.tokens import Doc
from spacy.vocab import Vocab
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence

from akkoord import language
from akkoord.language.attachment import Attachment, Calls, Words, best_tree
from akkoord.language.component import Grammar
from akkoord.language.conllu import Sentence
from akkoord.language.network import Floats
from akkoord.language.pipeline import COMPONENT
from akkoord.language.preferences import FILE, Preferences, Tree, wavering
from training.options import options
from training.recipe import Recipe
from training.sparse import table, times

DECAY = 0.03  # of each weight's square
RARE = 3  # arcs that a feature must stand in to be weighed
PARTS = 8
STEPS = 40


@dataclass
class Scored:
    """A sentence as the parser scores it, with its gold heads (0 the root) and relations."""

    scores: Floats
    tree: Tree
    gold: list[tuple[int, str]]


def main() -> None:
    """Parse the command line, fit, write."""
    parser = options(__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/language/nl"), help="the model folder")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(arguments.data, arguments.gold, arguments.build, arguments.layers, passes=0)
    documents = [list(group) for _, group in groupby(recipe.newspaper, lambda s: s.sent_id.split("\\")[0])]
    folders = [arguments.build / "halves" / str(half) for half in (0, 1)]
    deprel = json.loads((folders[0] / "labels.json").read_text(encoding="utf-8"))["deprel"]
    read = [list(scored(folders[1 - half], documents[half::2])) for half in (0, 1)]
    for half, folder in enumerate(folders):
        _write(folder, fit([one for document in read[half] for one in document], deprel))
    whole = [*read[0], *read[1]]
    right, words = expected(whole, deprel)
    print(f"LAS with preferences from {PARTS - 1} of {PARTS} parts: {100 * right / words:.2f}")
    _write(arguments.out, fit([one for document in whole for one in document], deprel))


def scored(folder: Path, documents: Sequence[list[Sentence]]) -> Iterator[list[Scored]]:
    """The sentences of each document as the model in a folder scores them, without preferences."""
    nlp = language.load(str(folder))
    grammar = nlp.get_pipe(COMPONENT)
    assert isinstance(grammar, Grammar)
    grammar.attachment = listening = Listening(
        grammar.network.labels["deprel"], grammar.network.lexicon.calls_for
    )
    for document in documents:
        listening.heard.clear()
        nlp(_given(nlp.vocab, document))
        yield list(_with_gold(listening.heard, document))


def _with_gold(heard: Sequence[tuple[Floats, Tree]], document: Sequence[Sentence]) -> Iterator[Scored]:
    """What was scored together with its gold; a head in another part of a long sentence is out of reach."""
    heads: list[int] = []
    relations: list[str] = []
    for sentence in document:
        start = len(heads)
        heads += [word.head + start if word.head else 0 for word in sentence.words]
        relations += [word.deprel for word in sentence.words]
    start = 0
    for scores, tree in heard:
        rows = range(start, start + len(tree.forms))
        gold = [(heads[row] - start if heads[row] else 0, relations[row]) for row in rows]
        yield Scored(scores, tree, gold)
        start = rows.stop


class Listening(Attachment):
    """An attachment without preferences that keeps what it chose between, and the tree that it chose."""

    def __init__(self, deprel: list[str], calls: Calls) -> None:
        super().__init__(deprel, calls)
        self._relations = deprel
        self.heard: list[tuple[Floats, Tree]] = []

    def scores(self, arcs: Floats, relations: Floats, words: Words) -> Floats:
        found = super().scores(arcs, relations, words)
        heads, numbers = best_tree(found)
        named = [self._relations[number] for number in numbers.tolist()]
        self.heard.append((found, Tree(words.forms, words.upos, heads.tolist(), named)))
        return found


def _given(vocab: Vocab, document: Sequence[Sentence]) -> Doc:
    """The words, blanks and sentences of a document, and nothing else."""
    words = [word for sentence in document for word in sentence.words]
    starts: list[bool | int | None] = [i == 0 for sentence in document for i in range(len(sentence.words))]
    blanks = [word.space_after for word in words]
    return Doc(vocab, words=[word.form for word in words], spaces=blanks, sent_starts=starts)


def expected(documents: Sequence[list[Scored]], deprel: list[str]) -> tuple[int, int]:
    """Words with the right head and relation, and all words: each part read with preferences from the others."""
    right = words = 0
    for part in range(PARTS):
        others = [one for i, document in enumerate(documents) if i % PARTS != part for one in document]
        preferences = Preferences(**fit(others, deprel))
        for one in (one for document in documents[part::PARTS] for one in document):
            heads, relations = best_tree(preferences.weighed(one.scores, one.tree, deprel))
            named = [deprel[number] for number in relations.tolist()]
            found = zip(heads.tolist(), named, strict=True)
            right += sum(ours == gold for ours, gold in zip(found, one.gold, strict=True))
            words += len(one.gold)
    return right, words


@dataclass
class Case:
    """A word's arcs that are nearly as likely as its best: their scores and features, and which is right."""

    scores: list[float]
    features: list[list[str]]
    right: int


def cases(sentences: Sequence[Scored], deprel: list[str]) -> Iterator[Case]:
    """All words that waver between arcs of which one is right."""
    for one in sentences:
        for word, arcs in enumerate(wavering(one.scores)):
            named = [(head, deprel[relation]) for relation, head in arcs]
            if len(arcs) > 1 and one.gold[word] in named:
                scores = [float(one.scores[word, relation, head]) for relation, head in arcs]
                told = [one.tree.features(word, relation, head) for head, relation in named]
                yield Case(scores, told, named.index(one.gold[word]))


def fit(sentences: Sequence[Scored], deprel: list[str]) -> dict[str, Any]:
    """Weights of a softmax over the arcs of each case, with how much the network counts: of maximum likelihood."""
    known = list(cases(sentences, deprel))
    seen = Counter(name for case in known for names in case.features for name in names)
    place = {name: i for i, name in enumerate(sorted(name for name, times in seen.items() if times >= RARE))}
    told = table([dict.fromkeys(names, 1.0) for case in known for names in case.features], place)
    scores = torch.tensor([score for case in known for score in case.scores])
    sizes = [len(case.scores) for case in known]
    right = torch.tensor([case.right for case in known])
    weights, trust = torch.zeros(len(place), requires_grad=True), torch.ones(1, requires_grad=True)
    optim = torch.optim.LBFGS([weights, trust], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optim.zero_grad()
        weighed = times(told, weights) + trust * scores
        logits = pad_sequence(list(weighed.split(sizes)), batch_first=True, padding_value=-1e9)
        total = F.cross_entropy(logits, right) + DECAY * weights.square().sum()
        total.backward()
        return total

    optim.step(loss)
    learned = zip(place, weights.detach().tolist(), strict=True)
    kept = {name: round(weight, 3) for name, weight in learned if round(weight, 3)}
    return {"weights": kept, "trust": round(float(trust.detach()), 3)}


def _write(folder: Path, found: dict[str, Any]) -> None:
    (folder / FILE).write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
