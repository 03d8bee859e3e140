"""The steps of training, in order, and what each leaves behind in the build folder."""

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import torch

from akkoord.language.conllu import Sentence, read_conllu
from akkoord.language.pieces import Pieces
from training import alpino, export, lexicon, vocabulary
from training.gold import HEADS, LINKS, GoldReport, gold_reports
from training.learn import Learner, Pace, learn
from training.model import Encoder, Model, ReadingModel
from training.reading import FORK, fresh_reading, learned_reading
from training.scores import scores
from training.treebanks import Labels, examples, read_names
from training.weights import Weights, packaged_file, read_weights
from training.windows import Example, Window, cut, encoded

MARKS = (0, 2)  # ids of <s> and </s>, the marks around a window
RATE = 1.5e-4  # of the encoder, the highest
SETTLING, SETTLING_RATE = 6, 1e-4  # passes and rate of the last step


@dataclass
class Recipe:
    """Paths and sizes of one training; `run` does the steps that are not done yet."""

    data: Path
    gold: Path
    build: Path
    layers: int
    passes: int

    def run(self, out: Path) -> None:
        """All steps, then the model folder `out`."""
        self.build.mkdir(parents=True, exist_ok=True)
        labels, model = self.pipeline()
        reports = dict(gold_reports(self.gold, self.data, ("train",)))
        reading = self.reading(model, reports)
        self.settle(labels, model)
        self.export(labels, model, reading, out)

    @cached_property
    def weights(self) -> Weights:
        """e5 as it came."""
        return read_weights(packaged_file())

    @cached_property
    def kept(self) -> list[int]:
        """The pieces kept, chosen by the articles and the treebank."""
        path = self.build / "kept.json"
        if not path.exists():
            chosen = vocabulary.choose(self.weights.pieces, self._texts())
            path.write_text(json.dumps(chosen))
        kept: list[int] = json.loads(path.read_text())
        return kept

    @cached_property
    def pieces(self) -> Pieces:
        """Words to pieces, as the run time does it."""
        return Pieces([self.weights.pieces[i] for i in self.kept], vocabulary.SPECIAL - 1)

    def _texts(self) -> Iterator[str]:
        for line in (self.data / "dpg2019" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
        for sentence in self.convert():
            yield " ".join(w.form for w in sentence.words)

    @cached_property
    def trees(self) -> list[Sentence]:
        """All that trains: gold and converted; the newspaper part of gold is for choosing only.

        The converted trees have no features and fine tags: those are learned from gold alone.
        """
        return [*read_conllu(self.data / "ud" / "nl_lassysmall-ud-dev.conllu"), *self.convert()]

    @cached_property
    def names(self) -> dict[str, list[int]]:
        """Names of all sentences that train, but the held part."""
        path = self.data / "names" / "names.jsonl"
        return read_names(path, "ud-lassysmall-dev", "train") | read_names(path, "alpino", "train")

    def encode(self, word: str, after_space: bool) -> list[int]:
        """Piece ids of one word, as the run time makes them."""
        return self.pieces.encode(word, after_space)

    def convert(self) -> list[Sentence]:
        """Step 1: the Alpino treebank as Universal Dependencies."""
        path = self.build / "alpino.conllu"
        if not path.exists():
            alpino.convert(self.data / "alpino" / "alpino.zip", path)
        return list(read_conllu(path))

    def pipeline(self) -> tuple[Labels, Model]:
        """Step 2: grammar and names, on gold and converted trees and all names."""
        folder = self.build / "pipeline"
        if not (folder / "labels.json").exists():
            folder.mkdir(parents=True, exist_ok=True)
            Labels.of(self.trees).save(folder / "labels.json")
        labels = Labels.load(folder / "labels.json")
        model = self._fresh(labels)
        self._learn_trees(labels, model, folder, Pace(self.passes, encoder=RATE))
        return labels, model

    def settle(self, labels: Labels, model: Model) -> None:
        """Step 4: more passes over the same trees, in the layers alone that the reader does not share."""
        encoder = model.encoder
        model.requires_grad_(True)
        encoder.requires_grad_(False)
        encoder.layers[FORK:].requires_grad_(True)
        encoder.mix.requires_grad_(True)
        self._learn_trees(labels, model, self.build / "settled", Pace(SETTLING, encoder=SETTLING_RATE))

    def _learn_trees(self, labels: Labels, model: Model, folder: Path, pace: Pace) -> None:
        """Train on trees and names, or take what `folder` holds of that."""
        final = folder / "model.pt"
        if final.exists():
            model.load_state_dict(torch.load(final, weights_only=True))
            return
        coded = [encoded(e, self.encode) for e in examples(self.trees, labels, self.names)]
        choosing = self._choosing(labels)

        def after_pass(number: int, learning: Learner) -> None:
            assert isinstance(learning, Model)
            found = scores(learning, choosing, MARKS)
            print(f"pass {number}:", *(f"{task} {value:.2f}" for task, value in found.items()), flush=True)

        def drawn(rng: random.Random) -> list[Window]:
            return list(cut(coded, rng, self.encode))

        learn(model, drawn, pace, folder / "checkpoint.pt", after_pass, MARKS)
        torch.save(model.state_dict(), final)

    def reading(self, base: Model, reports: dict[str, GoldReport], name: str = "reading") -> ReadingModel:
        """Step 3: the heads for reading, on reports read by hand; what the pipeline learned stays as it is."""
        model = fresh_reading(base)
        return learned_reading(model, list(reports.values()), self.encode, self.build / name, MARKS)

    def export(self, labels: Labels, model: Model, reading: ReadingModel, out: Path) -> None:
        """Step 5: the model folder that `akkoord.language` runs."""
        made = export.export(model, reading, self.build / "export", *MARKS)
        out.mkdir(parents=True, exist_ok=True)
        shutil.copy(made, out)
        vocabulary.write(out / "pieces.json", self.weights.pieces, self.kept)
        labels.save(out / "labels.json", reading=HEADS, links=LINKS)
        lexicon.build(self.trees, self.data / "dpg2019" / "articles.jsonl", out / "lexicon.json")

    def _fresh(self, labels: Labels) -> Model:
        layers = [round(i * (self.weights.shape.layers - 1) / (self.layers - 1)) for i in range(self.layers)]
        encoder = Encoder.from_weights(self.weights, self.kept, layers)
        sizes = {task: len(rows) for task, rows in asdict(labels).items() if task != "deprel"} | {"start": 1}
        return Model(encoder, sizes, len(labels.deprel))

    def _choosing(self, labels: Labels) -> list[Example]:
        """Gold newspaper sentences, never trained on, with their names."""
        path = self.data / "names" / "names.jsonl"
        names = read_names(path, "ud-alpino-dev", "train") | read_names(path, "ud-alpino-dev", "dev")
        trees = read_conllu(self.data / "ud" / "nl_alpino-ud-dev.conllu")
        return [encoded(e, self.encode) for e in examples(trees, labels, names)]
