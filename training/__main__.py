"""`python -m training --data DIR`: everything from the treebanks to `src/akkoord/language/nl`, a step at a time.

Each step leaves its result in the build folder and is passed over when that is there, so that a broken run is taken
up where it stopped. Steps: convert (Alpino to UD), pipeline (grammar and names), reading (heads for findings, on a
branch of the pipeline), settle (grammar again, in layers of its own), finish (gold trees of newspapers too), export
(ONNX, int8, lexicon).
"""

import argparse
from pathlib import Path

import torch

from training.recipe import Recipe


def main() -> None:
    """Parse the command line and run the steps that are still to be done."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="treebanks, names and articles"
    )
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="reports read by hand")
    parser.add_argument(
        "--build", type=Path, default=Path(".build/training"), help="checkpoints and steps done"
    )
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/language/nl"), help="the model folder")
    parser.add_argument("--layers", type=int, default=12, help="encoder layers to keep")
    parser.add_argument("--passes", type=int, default=8, help="passes over the treebanks")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(arguments.data, arguments.gold, arguments.build, arguments.layers, arguments.passes)
    recipe.run(arguments.out)


if __name__ == "__main__":
    main()
