"""Which of e5's 250,002 pieces the Dutch pipeline keeps: all that Dutch text uses, then the likeliest Latin ones."""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tokenizers.models import Unigram

SIZE = 40_000
METASPACE = "▁"
SCRIPTS = ("LATIN", "DIGIT")
FIRST_IDEOGRAPH = "\u2e80"
SPECIAL = 4  # <s>, <pad>, </s>, <unk>: their ids stay as they are


def choose(pieces: list[tuple[str, float]], texts: Iterable[str], size: int = SIZE) -> list[int]:
    """Ids to keep, in their old order, given Dutch `texts`. Single characters stay, so that little is unknown."""
    kept = set(range(SPECIAL)) | used(pieces, texts)
    kept |= {i for i, (piece, _) in enumerate(pieces) if is_character(piece)}
    for i, (piece, _) in enumerate(pieces):
        if len(kept) >= size:
            break
        if is_latin(piece):
            kept.add(i)
    return sorted(kept)


def used(pieces: list[tuple[str, float]], texts: Iterable[str]) -> set[int]:
    """Ids of the pieces that the words of `texts` fall into, at the start of a word and glued to another."""
    model = Unigram(pieces, unk_id=SPECIAL - 1, byte_fallback=False)
    words = {word for text in texts for word in unicodedata.normalize("NFKC", text).split()}
    return {token.id for word in words for form in (METASPACE + word, word) for token in model.tokenize(form)}


def is_character(piece: str) -> bool:
    """One character of an alphabet or a sign; those of Chinese and its neighbours are not worth their space here."""
    letter = piece.removeprefix(METASPACE)
    return len(letter) == 1 and letter < FIRST_IDEOGRAPH


def is_latin(piece: str) -> bool:
    """Letters of the Latin script, digits and common signs only."""
    letters = piece.removeprefix(METASPACE)
    return all(ord(c) < 0x250 or unicodedata.name(c, "").startswith(SCRIPTS) for c in letters)


def write(path: Path, pieces: list[tuple[str, float]], kept: list[int]) -> None:
    """Write `pieces.json` as `akkoord.language.pieces` reads it."""
    chosen = [[pieces[i][0], round(pieces[i][1], 4)] for i in kept]
    path.write_text(json.dumps({"pieces": chosen, "unk": SPECIAL - 1}, ensure_ascii=False), encoding="utf-8")
