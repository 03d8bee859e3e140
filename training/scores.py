"""Quick scores of a model while it learns: greedy heads, gold tokens and sentences. The real figures come from
`benchmarks/pipeline.py`, which runs the exported model as a user would."""

from collections import Counter
from collections.abc import Callable

import torch

from training.model import Model
from training.treebanks import NER
from training.windows import NONE, Example, Window, pad


@torch.no_grad()
def scores(model: Model, examples: list[Example], marks: tuple[int, int]) -> dict[str, float]:
    """Accuracies by task in percent, `uas`, `las`, and `names` (F1) where examples have them."""
    model.eval()
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    names = Counter[str]()
    for at in range(0, len(examples), 16):
        group = []
        for example in examples[at : at + 16]:
            window = Window()
            window.add(example)
            group.append(window)
        batch = pad(group, *marks)
        with torch.autocast("cpu", torch.bfloat16):
            words = model.words(model.encoder(batch.ids, batch.mask), batch.first, batch.last).float()
        gold = batch.labels
        arc = model.parser.arcs(words).masked_fill(~gold["reach"], -1e4).argmax(-1)
        rel = model.parser.labels(words, arc).argmax(-1)
        known = gold["rel"] != NONE
        attached = (arc == gold["arc"]) & known
        right.update(uas=int(attached.sum()), las=int((attached & (rel == gold["rel"])).sum()))
        seen.update(uas=int(known.sum()), las=int(known.sum()))
        for task, tagger in model.taggers.items():
            if task in gold and task not in ("start", "ner"):
                known = gold[task] != NONE
                right[task] += int(((tagger(words).argmax(-1) == gold[task]) & known).sum())
                seen[task] += int(known.sum())
        found = model.taggers["ner"](words).argmax(-1)
        for row, gold_row in zip(found.tolist(), gold["ner"].tolist(), strict=True):
            if gold_row[0] != NONE:
                size = gold_row.index(NONE) if NONE in gold_row else len(gold_row)
                a, b = spans(row[:size]), spans(gold_row[:size])
                names.update(both=len(a & b), read=len(a), gold=len(b))
    result = {task: 100 * right[task] / seen[task] for task in seen if seen[task]}
    if names["gold"]:
        result["names"] = 200 * names["both"] / max(1, names["read"] + names["gold"])
    return result


def spans(row: list[int]) -> set[tuple[int, int, str]]:
    """Names as (first, end, kind); a run that begins with I- counts as begun there."""
    found: set[tuple[int, int, str]] = set()
    begun, kind = 0, ""
    for i, label in enumerate([*row, 0]):
        mark, _, this = NER[label].partition("-")
        if kind and (mark != "I" or this != kind):
            found.add((begun, i, kind))
            kind = ""
        if this and not kind:
            begun, kind = i, this
    return found


def shown(report: Callable[[], dict[str, float]]) -> str:
    """One line of scores."""
    return " ".join(f"{k} {v:.2f}" for k, v in report().items())
