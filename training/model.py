"""The multi-task model: one encoder, one head a task, over windows of running text.

A window is a stretch of text of several sentences. The encoder sees its pieces, the heads see its words (the first
and the last piece of each, from a learned mix of all layers). Which arcs are possible, sentence limits aside, is
decided at run time.
"""

import copy
import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.weights import Shape, Weights


class Layer(nn.Module):
    """One transformer layer as BERT has it: attention, then feed-forward, normalised after each."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query_key_value = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attended = nn.Linear(shape.hidden, shape.hidden)
        self.attended_norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.inner = nn.Linear(shape.hidden, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.hidden)
        self.outer_norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, hidden = x.shape
        split = self.query_key_value(x).view(batch, length, 3, self.heads, hidden // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        found = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        found = self.attended(found.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attended_norm(x + self.dropout(found))
        return self.outer_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """The first `layers` layers of multilingual-e5-small over a cut vocabulary; the piece vectors stay frozen."""

    def __init__(self, shape: Shape, vocabulary: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, shape.hidden)
        self.positions = nn.Parameter(torch.zeros(shape.positions, shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(layers))
        self.mix = nn.Parameter(torch.zeros(layers + 1))
        self.dropout = nn.Dropout(dropout)
        self.pieces.weight.requires_grad = False

    @classmethod
    def from_weights(cls, weights: Weights, kept: list[int], layers: list[int]) -> "Encoder":
        """Start from e5's weights, with the pieces `kept` and the layers named (a subset, in order)."""
        shape, tensors = weights.shape, {k: torch.from_numpy(v.copy()) for k, v in weights.tensors.items()}
        encoder = cls(shape, len(kept), len(layers))
        encoder.pieces.weight.data = tensors["emb.word"].view(-1, shape.hidden)[kept].clone()
        types = tensors["emb.type"].view(-1, shape.hidden)[0]
        encoder.positions.data = tensors["emb.pos"].view(-1, shape.hidden) + types
        encoder.norm.load_state_dict({"weight": tensors["emb.ln.w"], "bias": tensors["emb.ln.b"]})
        for layer, source in zip(encoder.layers, layers, strict=True):
            layer.load_state_dict(_layer_state(tensors, f"l{source}.", shape))
        return encoder

    def forward(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """Piece vectors (batch, pieces, hidden) of piece ids; `mask` is additive, (batch, 1, 1, pieces)."""
        return self.run(self.embedded(ids), mask)

    def embedded(self, ids: Tensor) -> Tensor:
        """Pieces and positions, before any layer."""
        return self.dropout(self.norm(self.pieces(ids) + self.positions[: ids.shape[1]]))

    def run(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """The mix of all layers, from `embedded` pieces."""
        return mixed(self.mix, self.states(x, mask, len(self.layers)))

    def states(self, x: Tensor, mask: Tensor | None, layers: int) -> list[Tensor]:
        """What goes into the first layer and comes out of each of the first `layers`."""
        states = [x]
        for layer in self.layers[:layers]:
            states.append(layer(states[-1], mask))
        return states


def mixed(mix: Tensor, states: list[Tensor]) -> Tensor:
    """One vector a piece: the states weighed by a learned softmax."""
    return torch.stack([share * state for share, state in zip(mix.softmax(0), states, strict=True)]).sum(0)


def _layer_state(tensors: dict[str, Tensor], at: str, shape: Shape) -> dict[str, Tensor]:
    hidden, inner = shape.hidden, shape.inner
    joined = [torch.cat([tensors[f"{at}{n}.{kind}"] for n in "qkv"]) for kind in "wb"]
    return {
        "query_key_value.weight": joined[0].view(3 * hidden, hidden),
        "query_key_value.bias": joined[1],
        "attended.weight": tensors[f"{at}ao.w"].view(hidden, hidden),
        "attended.bias": tensors[f"{at}ao.b"],
        "attended_norm.weight": tensors[f"{at}aln.w"],
        "attended_norm.bias": tensors[f"{at}aln.b"],
        "inner.weight": tensors[f"{at}fi.w"].view(inner, hidden),
        "inner.bias": tensors[f"{at}fi.b"],
        "outer.weight": tensors[f"{at}fo.w"].view(hidden, inner),
        "outer.bias": tensors[f"{at}fo.b"],
        "outer_norm.weight": tensors[f"{at}oln.w"],
        "outer_norm.bias": tensors[f"{at}oln.b"],
    }


class Perceptron(nn.Sequential):
    """A projection with a bend, as the biaffine parser of Dozat and Manning (2017) has it."""

    def __init__(self, size_in: int, size_out: int, dropout: float) -> None:
        super().__init__(nn.Linear(size_in, size_out), nn.GELU(), nn.Dropout(dropout))


class Parser(nn.Module):
    """Biaffine arcs and relations: `arcs` scores every head of every word, `relations` labels given or all arcs."""

    def __init__(
        self, size: int, relations: int, arc: int = 256, relation: int = 96, dropout: float = 0.25
    ) -> None:
        super().__init__()
        self.arc_dependent, self.arc_head = Perceptron(size, arc, dropout), Perceptron(size, arc, dropout)
        self.relation_dependent = Perceptron(size, relation, dropout)
        self.relation_head = Perceptron(size, relation, dropout)
        self.root = nn.Parameter(torch.zeros(1, 1, size))
        self.arc = nn.Linear(arc + 1, arc, bias=False)
        self.relation = nn.Linear(relation + 1, relations * (relation + 1), bias=False)
        self.relations, self.scale = relations, 1 / math.sqrt(arc)

    def heads(self, words: Tensor) -> Tensor:
        """The root and then the words, as possible heads."""
        return torch.cat([self.root.expand(words.shape[0], -1, -1), words], 1)

    def arcs(self, words: Tensor) -> Tensor:
        """(batch, words, words + 1): column 0 is the root."""
        dependent = self.arc(_with_one(self.arc_dependent(words)))
        return dependent @ self.arc_head(self.heads(words)).transpose(1, 2) * self.scale

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, relations) for one head a word, `heads` as columns of `arcs`."""
        dependent = self._labelled(words)
        head = _with_one(self.relation_head(self.heads(words)))
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return (dependent @ chosen.unsqueeze(-1)).squeeze(-1)

    def parts(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Dependents (batch, words, relations, r) and heads (batch, words + 1, r), to be multiplied for any arc."""
        return self._labelled(words), _with_one(self.relation_head(self.heads(words)))

    def _labelled(self, words: Tensor) -> Tensor:
        vectors = self.relation(_with_one(self.relation_dependent(words)))
        return vectors.reshape(vectors.shape[0], vectors.shape[1], self.relations, -1)


def _with_one(x: Tensor) -> Tensor:
    return F.pad(x, (0, 1), value=1.0)


class Links(nn.Module):
    """Which words belong to which anchor: `said` links a cue to the words it reports, and so on, one map a kind."""

    def __init__(self, size: int, kinds: list[str], link: int = 96, dropout: float = 0.25) -> None:
        super().__init__()
        self.kinds = kinds
        self.member = Perceptron(size, link * len(kinds), dropout)
        self.anchor = Perceptron(size, link * len(kinds), dropout)
        self.bias = nn.Parameter(torch.zeros(len(kinds)))
        self.scale = 1 / math.sqrt(link)

    def forward(self, words: Tensor) -> dict[str, Tensor]:
        """By kind, logits (batch, words, words): row a member, column its anchor."""
        member, anchor = self.vectors(words)
        scores = torch.einsum("bmkd,bakd->kbma", member, anchor)
        return dict(zip(self.kinds, scores, strict=True))

    def vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, words, kinds, link + 1) of members and of anchors: the logit is their inner product."""
        member = self._by_kind(self.member(words)) * self.scale
        anchor = self._by_kind(self.anchor(words))
        bias = self.bias[:, None] + torch.zeros_like(anchor[..., :1])
        return _with_one(member), torch.cat([anchor, bias], -1)

    def _by_kind(self, vectors: Tensor) -> Tensor:
        return vectors.reshape(vectors.shape[0], vectors.shape[1], len(self.kinds), -1)


@dataclass
class Batch:
    """Windows as padded tensors; labels are -100 where there is none. `first` and `last` are piece positions."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    labels: dict[str, Tensor]


class Model(nn.Module):
    """The pipeline: encoder, taggers by name and parser. `taggers` maps a task to its number of labels."""

    def __init__(
        self, encoder: Encoder, taggers: dict[str, int], relations: int, dropout: float = 0.2
    ) -> None:
        super().__init__()
        hidden = encoder.positions.shape[1]
        self.encoder = encoder
        self.taggers = nn.ModuleDict({name: nn.Linear(2 * hidden, size) for name, size in taggers.items()})
        self.parser = Parser(2 * hidden, relations)
        self.dropout = nn.Dropout(dropout)

    def words(self, pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors (batch, words, 2 * hidden) from piece vectors."""
        return self.dropout(ends(pieces, first, last))

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Logits by task; `arc` over all heads and `rel` for the gold heads."""
        words = self.words(self.encoder(batch.ids, batch.mask), batch.first, batch.last).float()
        out = {name: tagger(words) for name, tagger in self.taggers.items()}
        out["arc"] = self.parser.arcs(words)
        out["rel"] = self.parser.labels(words, batch.labels["arc"].clamp(min=0))
        return out


class Branch(nn.Module):
    """Layers of the reader's own above the first `fork` of the encoder, which they begin as copies of."""

    def __init__(self, encoder: Encoder, fork: int) -> None:
        super().__init__()
        self.fork = fork
        self.layers = copy.deepcopy(encoder.layers[fork:])
        self.mix = nn.Parameter(torch.zeros(len(self.layers) + 1))

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Piece vectors from what comes out of the shared layers."""
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return mixed(self.mix, states)


class ReadingModel(nn.Module):
    """Heads for reading on a branch of a learned pipeline, which stays as it is."""

    def __init__(
        self, base: Model, fork: int, taggers: dict[str, int], links: list[str], dropout: float = 0.25
    ) -> None:
        super().__init__()
        hidden = base.encoder.positions.shape[1]
        self.base = base.requires_grad_(False)
        self.encoder = Branch(base.encoder, fork).requires_grad_(True)
        self.taggers = nn.ModuleDict({name: nn.Linear(2 * hidden, size) for name, size in taggers.items()})
        self.links = Links(2 * hidden, links)
        self.dropout = nn.Dropout(dropout)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Logits by head and kind of link."""
        shared = self.base.encoder
        states = shared.states(shared.embedded(batch.ids), batch.mask, self.encoder.fork)
        words = self.words(self.encoder(states[-1], batch.mask), batch.first, batch.last).float()
        out: dict[str, Tensor] = {name: tagger(words) for name, tagger in self.taggers.items()}
        return out | self.links(words)

    def words(self, pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors (batch, words, 2 * hidden) from piece vectors."""
        return self.dropout(ends(pieces, first, last))


def ends(pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The vectors of the first and the last piece of each word, side by side."""
    return torch.cat([_at(pieces, first), _at(pieces, last)], -1)


def _at(pieces: Tensor, index: Tensor) -> Tensor:
    return pieces.gather(1, index.unsqueeze(-1).expand(-1, -1, pieces.shape[-1]))
