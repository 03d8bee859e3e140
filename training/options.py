"""The command line that the steps of training share."""

import argparse
from pathlib import Path


def options(description: str | None, trains: bool = True) -> argparse.ArgumentParser:
    """Where things lie; for what `trains`, also the size of the network and the threads to use."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="treebanks, names and articles"
    )
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="reports read by hand")
    parser.add_argument(
        "--build", type=Path, default=Path(".build/training"), help="what the steps leave behind"
    )
    if trains:
        parser.add_argument("--layers", type=int, default=12, help="encoder layers to keep")
        parser.add_argument("--threads", type=int, default=2)
    return parser
