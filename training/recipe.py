"""The steps of training, in order, and what each leaves behind in the build folder."""

import copy
import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import torch

from akkoord.language.conllu import Sentence, read_conllu
from akkoord.language.pieces import Pieces
from training import alpino, export, lexicon, vocabulary
from training.gold import HEADS, LINKS, GoldReport, gold_readings, gold_reports
from training.learn import Learner, Pace, learn
from training.model import Encoder, Model, ReadingModel
from training.reading import FORK, SECONDHAND, fresh_reading, learned_reading
from training.retelling import Retelling
from training.scores import scores
from training.secondhand import articles_read
from training.treebanks import Labels, examples, read_names
from training.variation import Variation
from training.weights import Weights, packaged_file, read_weights
from training.windows import Example, Window, cut, encoded

MARKS = (0, 2)  # ids of <s> and </s>, the marks around a window
RATE = 1.5e-4  # of the encoder, the highest
SETTLING, SETTLING_RATE = 6, 1e-4  # passes and rate
SETTLERS = 2  # times that the upper layers settle, each by a chance of its own
GOLD = 2  # times that a gold report is in a pass of the heads for reading
FINISH = Pace(6, encoder=7e-5, heads=3e-4, average=0.99)
NEWSPAPER, CONVERTED = (
    3,
    0.6,
)  # of a finishing pass: times that the newspaper gold is in it, share of converted trees


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
        grammar = copy.deepcopy(model)
        self.settle(labels, grammar)
        self.finish(labels, grammar, self.newspaper, "finished")
        reports = dict(gold_reports(self.gold, self.data, ("train", "written")))
        reading = self.reading(labels, model, grammar, reports)
        self.export(labels, grammar, reading, out, [*self.trees, *self.newspaper])

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
        for line in self.articles.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
        for sentence in self.convert():
            yield " ".join(w.form for w in sentence.words)

    @property
    def articles(self) -> Path:
        """Newspaper articles without any notes, a JSON object a line."""
        return self.data / "dpg2019" / "articles.jsonl"

    @cached_property
    def _gold_ids(self) -> set[str]:
        """Ids of the articles that were read by hand, to learn or to measure."""
        names = (name for name, _, _ in gold_readings(self.gold, self.data, ("train", "dev")))
        return {name.removeprefix("dpg-") for name in names}

    @cached_property
    def trees(self) -> list[Sentence]:
        """All that trains from the start: gold and converted.

        The converted trees have no features and fine tags: those are learned from gold alone.
        """
        return [*self.wikipedia, *self.convert()]

    @cached_property
    def wikipedia(self) -> list[Sentence]:
        """Gold trees of LassySmall."""
        return list(read_conllu(self.data / "ud" / "nl_lassysmall-ud-dev.conllu"))

    @cached_property
    def newspaper(self) -> list[Sentence]:
        """Gold trees that choose and measure; what is shipped learns from them in the last step."""
        return list(read_conllu(self.data / "ud" / "nl_alpino-ud-dev.conllu"))

    @cached_property
    def names(self) -> dict[str, list[int]]:
        """Names of all sentences, but the held part."""
        path = self.data / "names" / "names.jsonl"
        sources = ("ud-lassysmall-dev", "alpino", "ud-alpino-dev")
        return {key: row for source in sources for key, row in read_names(path, source, "train").items()}

    def encode(self, word: str, after_space: bool) -> list[int]:
        """Piece ids of one word, as the run time makes them."""
        return self.pieces.encode(word, after_space)

    @cached_property
    def vary(self) -> Variation:
        """How sentences are told anew in each pass."""
        return Variation(self.encode, vocabulary.SPECIAL - 1)

    @cached_property
    def retell(self) -> Retelling:
        """How reports are told anew in each pass."""
        return Retelling(self.encode, vocabulary.SPECIAL - 1)

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
        coded = self._coded(self.trees, labels)
        self._learn(labels, model, folder, Pace(self.passes, encoder=RATE), lambda rng: coded)
        return labels, model

    def settle(self, labels: Labels, model: Model) -> None:
        """Step 3: more passes in the layers alone that the reader does not share, more than once from where they were.

        The mean of the weights is kept: better than each (model soups, Wortsman et al. 2022).
        """
        begun, settled = copy.deepcopy(model.state_dict()), []
        coded = self._coded(self.trees, labels)
        _free_upper_layers(model)
        for seed in range(1, SETTLERS + 1):
            model.load_state_dict(begun)
            pace = Pace(SETTLING, encoder=SETTLING_RATE, seed=seed)
            self._learn(labels, model, self.build / f"settled-{seed}", pace, lambda rng: coded)
            settled.append(copy.deepcopy(model.state_dict()))
        model.load_state_dict({name: sum(state[name] for state in settled) / SETTLERS for name in begun})

    def finish(self, labels: Labels, model: Model, newspaper: list[Sentence], name: str) -> None:
        """Step 4: few passes in which gold weighs most, gold trees of newspapers among it."""
        wikipedia, converted, own = (
            self._coded(t, labels) for t in (self.wikipedia, self.convert(), newspaper)
        )

        def drawn(rng: random.Random) -> list[Example]:
            size = round(CONVERTED * len(converted))
            begin = rng.randrange(len(converted) - size)
            return [*wikipedia, *NEWSPAPER * own, *converted[begin : begin + size]]

        _free_upper_layers(model)
        self._learn(labels, model, self.build / name, FINISH, drawn)

    def _learn(
        self,
        labels: Labels,
        model: Model,
        folder: Path,
        pace: Pace,
        drawn: Callable[[random.Random], list[Example]],
    ) -> None:
        """Train on the sentences `drawn` for each pass, or take what `folder` holds of that."""
        final = folder / "model.pt"
        if final.exists():
            model.load_state_dict(torch.load(final, weights_only=True))
            return
        choosing = self._coded(self.newspaper, labels)

        def after_pass(number: int, learning: Learner) -> None:
            assert isinstance(learning, Model)
            found = scores(learning, choosing, MARKS)
            print(f"pass {number}:", *(f"{task} {value:.2f}" for task, value in found.items()), flush=True)

        def windows(rng: random.Random) -> list[Window]:
            return list(cut(drawn(rng), rng, self.vary))

        learn(model, windows, pace, folder / "checkpoint.pt", after_pass, MARKS)
        torch.save(model.state_dict(), final)

    def _coded(self, trees: list[Sentence], labels: Labels) -> list[Example]:
        return [encoded(example, self.encode) for example in examples(trees, labels, self.names)]

    def reading(
        self,
        labels: Labels,
        base: Model,
        grammar: Model,
        reports: dict[str, GoldReport],
        name: str = "reading",
    ) -> ReadingModel:
        """Step 5: the heads for reading, on reports read by hand; what the pipeline learned stays as it is.

        First heads learn from them alone and read articles; second ones learn from these articles, then from the
        reports. `grammar` is what the first ones read by.
        """
        model, own = fresh_reading(base), self._weighed(reports)
        if not (self.build / name / "model.pt").exists():
            first = learned_reading(
                fresh_reading(base), own, self.retell, self.build / f"{name}-first", MARKS
            )
            folder = self.build / f"{name}-first.model"
            self.export(labels, grammar, first, folder, [*self.trees, *self.newspaper])
            read = articles_read(self.articles, folder, self._gold_ids, self.build / f"{name}-articles")
            learned_reading(model, list(read), self.retell, self.build / f"{name}-second", MARKS, SECONDHAND)
        return learned_reading(model, own, self.retell, self.build / name, MARKS)

    def _weighed(self, reports: dict[str, GoldReport]) -> list[GoldReport]:
        """All reports, those of the gold more than once: they are what reports are like, and fewer."""
        gold = [report for name, report in reports.items() if name.removeprefix("dpg-") in self._gold_ids]
        return [*reports.values(), *gold * (GOLD - 1)]

    def export(
        self, labels: Labels, model: Model, reading: ReadingModel, out: Path, trees: list[Sentence]
    ) -> None:
        """Step 6: the model folder that `akkoord.language` runs; its lexicon knows the words of `trees`."""
        made = export.export(model, reading, self.build / "export", *MARKS)
        out.mkdir(parents=True, exist_ok=True)
        shutil.copy(made, out)
        vocabulary.write(out / "pieces.json", self.weights.pieces, self.kept)
        labels.save(out / "labels.json", reading=HEADS, links=LINKS, together=labels.together(trees))
        lexicon.build(trees, self.articles, out / "lexicon.json")

    def _fresh(self, labels: Labels) -> Model:
        layers = [round(i * (self.weights.shape.layers - 1) / (self.layers - 1)) for i in range(self.layers)]
        encoder = Encoder.from_weights(self.weights, self.kept, layers)
        sizes = {task: len(rows) for task, rows in asdict(labels).items() if task != "deprel"} | {"start": 1}
        return Model(encoder, sizes, len(labels.deprel))


def _free_upper_layers(model: Model) -> None:
    """What may still learn: all but the layers that the reader shares."""
    model.requires_grad_(True)
    model.encoder.requires_grad_(False)
    model.encoder.layers[FORK:].requires_grad_(True)
    model.encoder.mix.requires_grad_(True)
