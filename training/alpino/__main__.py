"""usage: python -m training.alpino ZIP OUT"""

import argparse
from pathlib import Path

from training.alpino import convert


def main() -> None:
    """Convert the treebank named on the command line."""
    options = argparse.ArgumentParser(prog="training.alpino", description="Alpino treebank to CoNLL-U")
    options.add_argument("zip", type=Path, help="the archive alpino.zip")
    options.add_argument("out", type=Path, help="the CoNLL-U file to write")
    args = options.parse_args()
    convert(args.zip, args.out)


if __name__ == "__main__":
    main()
