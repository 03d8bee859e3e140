"""Words cut into the pieces that the encoder knows: a SentencePiece unigram vocabulary, over single words."""

import json
import unicodedata
from pathlib import Path

from tokenizers.models import Unigram

METASPACE = "▁"
LONGEST = 16  # pieces of one word that the encoder sees; a longer "word" is a table or a key, not language
CACHE = 200_000  # words kept with their pieces; a bound, so that reading for days does not fill the memory


class Pieces:
    """`pieces` are (piece, score) pairs in order of their ids, `unk` is the id of what is unknown."""

    def __init__(self, pieces: list[tuple[str, float]], unk: int) -> None:
        self._model = Unigram(pieces, unk_id=unk, byte_fallback=False)
        self._unk = unk
        self._cache: dict[tuple[str, bool], list[int]] = {}

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        """Read `pieces.json` of a model folder."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls([(piece, score) for piece, score in stored["pieces"]], stored["unk"])

    def encode(self, word: str, after_space: bool) -> list[int]:
        """Ids of a word's pieces, one at least. A word glued to the one before has other pieces."""
        key = (word, after_space)
        found = self._cache.get(key)
        if found is None:
            form = unicodedata.normalize("NFKC", word)[: LONGEST * 16]
            text = METASPACE + form if after_space else form
            found = [token.id for token in self._model.tokenize(text)][:LONGEST] or [self._unk]
            if len(self._cache) < CACHE:
                self._cache[key] = found
        return found
