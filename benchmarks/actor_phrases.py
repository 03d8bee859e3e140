"""How well the actor lexicon codes single mentions, by their words alone: no context, no grammar.

usage: python benchmarks/actor_phrases.py GOLD_DIR [--misses]

Over all mentions that are no pronouns: how many get a code, and of those how many the right party and the
right full code. Mentions that name nobody ("de partij", "het leger") need the report and should get none.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from akkoord.codebook import Code
from akkoord.reading.actors import describe

PRONOUN = re.compile(
    r"(?:hij|zij|ze|hem|haar|hen|hun|het|die|dat|deze|dit|zijn|wij|we|ons|ik|men|beiden?|hemzelf|elkaar|diens|wie)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W_]+(?:[-'’.&/+][^\W_]+)*(?:['’]s)?|[^\w\s]")


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def day_of(published: str) -> date:
    """The day, or the last of the month, that the report is from."""
    return date.fromisoformat(published if len(published) == 10 else published[:7] + "-28")


def mentions(folder: Path) -> Iterator[tuple[dict[str, Any], date]]:
    for file in sorted(folder.glob("*.json")):
        reading = json.loads(file.read_text(encoding="utf-8"))
        for actor in reading["actors"]:
            if not PRONOUN.fullmatch(actor["text"]):
                yield actor, day_of(reading["report"]["published"])


def party(code: object) -> str:
    return str(code).split("/")[0].casefold()


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("gold", type=Path)
    options.add_argument("--misses", action="store_true", help="list wrong codes and mentions without code")
    args = options.parse_args()
    total = answered = right_party = right_code = 0
    for actor, day in mentions(args.gold):
        found = describe(words_of(actor["text"]), day)
        total += 1
        if found.code is None:
            if args.misses:
                print(f"NONE   {actor['text']} -> {actor['code']} (sector {found.sector}, name {found.name})")
            continue
        answered += 1
        same = party(found.code) == party(actor["code"])
        right_party += same
        right_code += found.code == Code.parse(actor["code"])
        if args.misses and not same:
            print(f"WRONG  {actor['text']} -> {actor['code']}, read {found.code} {found.why}")
    if not total:
        sys.exit(f"{args.gold} holds no gold readings: name a folder of them, such as gold/train")
    print(
        f"mentions {total}, coded {answered / total:.3f}; of these party right {right_party / answered:.3f}, "
        f"full code right {right_code / answered:.3f}; party right of all {right_party / total:.3f}"
    )


if __name__ == "__main__":
    main()
