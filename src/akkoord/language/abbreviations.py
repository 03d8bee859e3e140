"""The abbreviations of `abbreviations.toml`, as sets."""

import tomllib
from pathlib import Path

_LISTS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}
DOUBTFUL = _LISTS["doubtful"]
CAPITAL_TITLES = _LISTS["capital_titles"]
KNOWN = _LISTS["titles"] | _LISTS["general"] | DOUBTFUL
