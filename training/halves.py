"""`python -m training.halves`: two pipelines to measure the last step of training by.

What is shipped has learned from all gold trees. To measure on the newspaper part nevertheless, two models take the
last step with a half of it each, every second document: `benchmarks/pipeline.py --halves BUILD/halves/0
BUILD/halves/1` reads each half with the model that has not seen it.
"""

import copy
from itertools import groupby

import torch

from akkoord.language.conllu import Sentence
from training.options import options
from training.recipe import Recipe


def main() -> None:
    """Parse the command line, finish and export both."""
    parser = options(__doc__)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(arguments.data, arguments.gold, arguments.build, arguments.layers, passes=0)
    labels, model = recipe.pipeline()
    reading = recipe.reading(labels, model, model, {})
    recipe.settle(labels, model)
    settled = copy.deepcopy(model.state_dict())
    for number, half in enumerate(halves(recipe.newspaper)):
        model.load_state_dict(settled)
        recipe.finish(labels, model, half, f"finished-{number}")
        recipe.export(
            labels, model, reading, arguments.build / "halves" / str(number), [*recipe.trees, *half]
        )


def halves(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Every second document from the first on, and the others."""
    documents = [list(group) for _, group in groupby(sentences, lambda s: s.sent_id.split("\\")[0])]
    return [[sentence for document in documents[half::2] for sentence in document] for half in (0, 1)]


if __name__ == "__main__":
    main()
