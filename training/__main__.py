"""`python -m training --data DIR`: everything from the treebanks to `src/akkoord/language/nl`, a step at a time.

Each step leaves its result in the build folder and is passed over when that is there, so that a broken run is taken
up where it stopped. Steps: convert (Alpino to UD), pipeline (grammar and names), settle (grammar again, in layers of
its own), finish (gold trees of newspapers too), reading (heads for findings, on a branch of the pipeline), export
(ONNX, int8, lexicon).
"""

from pathlib import Path

import torch

from training.options import options
from training.recipe import Recipe


def main() -> None:
    """Parse the command line and run the steps that are still to be done."""
    parser = options(__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/language/nl"), help="the model folder")
    parser.add_argument("--passes", type=int, default=8, help="passes over the treebanks")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(arguments.data, arguments.gold, arguments.build, arguments.layers, arguments.passes)
    recipe.run(arguments.out)


if __name__ == "__main__":
    main()
