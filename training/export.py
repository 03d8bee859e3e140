"""From a trained model to `model.onnx`: one window, no batch dimension, int8 weights.

Inputs `ids` (pieces), `first` and `last` (words): positions in `ids`. The start and end marks that e5 expects are
added inside. Outputs: one array of logits a task, `arc` (words, words + 1), and vectors whose inner products are the
logits of relations (`rel_dependent`, `rel_head`) and of links (`member`, `anchor`), so that only those asked for are
computed.
"""

import copy
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from training.model import Model, ReadingModel, mixed

OPSET = 17


class ByRow(nn.Module):
    """A linear layer that brings each row to the same size first and back after.

    In int8 all rows share one scale, and a single piece that is far larger than the others would cost them theirs.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = linear.weight, linear.bias

    def forward(self, x: Tensor) -> Tensor:
        most = x.abs().amax(-1, keepdim=True).clamp(min=1e-6)
        found = F.linear(x / most, self.weight) * most
        return found if self.bias is None else found + self.bias


def by_row(module: nn.Module) -> nn.Module:
    """The module with all its linear layers `ByRow`, in place."""
    for name, child in module.named_children():
        setattr(module, name, ByRow(child) if isinstance(child, nn.Linear) else by_row(child))
    return module


class Window(nn.Module):
    """Pipeline and reader as the run time sees them. Piece vectors are kept as bytes, one scale a piece."""

    def __init__(self, model: Model, reading: ReadingModel | None, begin: int, end: int) -> None:
        super().__init__()
        self.model, self.reading, self.begin, self.end = model, reading, begin, end
        vectors = model.encoder.pieces.weight.detach()
        scale = vectors.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("vectors", (vectors / scale).round().to(torch.int8))

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        ids = torch.cat([torch.full_like(ids[:1], self.begin), ids, torch.full_like(ids[:1], self.end)])
        first, last = first.unsqueeze(0) + 1, last.unsqueeze(0) + 1
        encoder = self.model.encoder
        x = self.vectors[ids].float() * self.scale[ids] + encoder.positions[: ids.shape[0]]
        states = encoder.states(encoder.norm(x).unsqueeze(0), None, len(encoder.layers))
        words = self.model.words(mixed(encoder.mix, states), first, last)
        out = [tagger(words) for tagger in self.model.taggers.values()]
        out += [self.model.parser.arcs(words), *self.model.parser.parts(words)]
        if self.reading is not None:
            branch = self.reading.encoder
            words = self.reading.words(branch(states[branch.fork], None), first, last)
            out += [tagger(words) for tagger in self.reading.taggers.values()]
            out += self.reading.links.vectors(words)
        return tuple(x[0] for x in out)

    def names(self) -> list[str]:
        """The outputs in their order."""
        names = [*self.model.taggers, "arc", "rel_dependent", "rel_head"]
        return [*names, *self.reading.taggers, "member", "anchor"] if self.reading is not None else names


def export(model: Model, reading: ReadingModel | None, folder: Path, begin: int, end: int) -> Path:
    """Write `model.onnx` (int8) into `folder`; beside it `model.fp32.onnx`, to compare with."""
    folder.mkdir(parents=True, exist_ok=True)
    exact, path = folder / "model.fp32.onnx", folder / "model.onnx"
    window = by_row(copy.deepcopy(Window(model, reading, begin, end))).eval()
    example = (torch.arange(4, 20), torch.tensor([0, 3, 9]), torch.tensor([2, 8, 15]))
    axes = {"ids": {0: "pieces"}, "first": {0: "words"}, "last": {0: "words"}}
    axes |= {name: {0: "words"} for name in window.names()}
    axes |= {"arc": {0: "words", 1: "heads"}, "rel_head": {0: "heads"}}
    torch.onnx.export(
        window,
        example,
        str(exact),
        input_names=["ids", "first", "last"],
        output_names=window.names(),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    quantize(exact, path)
    return path


def quantize(exact: Path, path: Path) -> None:
    """Dynamic int8: weights a channel at a time, activations as they come, brought to one size by `ByRow`."""
    quantize_dynamic(
        exact, path, op_types_to_quantize=["MatMul", "Gemm"], weight_type=QuantType.QInt8, per_channel=True
    )
