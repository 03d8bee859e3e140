"""`python -m training.names`: the names of annotated sentences, for `akkoord.language.known_names`.

Counts how often each name that the training part has stands in it as a name of each kind, and how often as none.
Writes `names.json` beside what is shipped.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from akkoord.language.decode import NAMELESS
from akkoord.language.known_names import FILE
from training.options import options

Name = tuple[int, int, str]  # first word, end, kind
Named = tuple[list[str], list[Name]]


def main() -> None:
    """Parse the command line, count, write."""
    parser = options(__doc__, trains=False)
    parser.add_argument("--out", type=Path, default=Path("src/akkoord/language/nl"))
    arguments = parser.parse_args()
    found = counted([*training_part(arguments.data / "names" / "names.jsonl")])
    lines = (json.dumps({name: found[name]}, ensure_ascii=False)[1:-1] for name in sorted(found))
    (arguments.out / FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def training_part(path: Path) -> Iterator[Named]:
    """The sentences of `names.jsonl` that may be learned from."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["part"] == "train":
            yield record["tokens"], [(first, end, kind) for first, end, kind in record["names"]]


def counted(sentences: Iterable[Named]) -> dict[str, dict[str, int]]:
    """By name, how often it is one of each kind, and how often its words are none, or not all of one."""
    known = list(sentences)
    found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for words, names in known:
        for first, end, kind in names:
            found[tuple(words[first:end])][kind] += 1
    longest = max(map(len, found), default=0)
    for words, names in known:
        told = {(first, end) for first, end, _ in names}
        for first in range(len(words)):
            for end in range(first + 1, min(first + longest, len(words)) + 1):
                name = tuple(words[first:end])
                if name in found and (first, end) not in told:
                    found[name][NAMELESS] += 1
    return {
        " ".join(name): dict(sorted(kinds.items())) for name, kinds in found.items() if _has_capital(name)
    }


def _has_capital(words: tuple[str, ...]) -> bool:
    """Whether a word begins with a capital or a digit, as in all but a few old spellings."""
    return any(word[0].isupper() or word[0].isdigit() for word in words)


if __name__ == "__main__":
    main()
