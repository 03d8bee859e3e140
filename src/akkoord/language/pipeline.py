"""Pipelines by name: our own Dutch one, which ships with the package, or another that spaCy can load."""

from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import registry

from akkoord.errors import AkkoordError
from akkoord.language.component import Grammar
from akkoord.language.words import Words

OWN = "nl"
COMPONENT, TOKENIZER = "akkoord", "akkoord.words"  # their names in spaCy
ASSIGNS = [f"token.{name}" for name in ("tag", "pos", "morph", "lemma", "head", "dep")] + [
    "doc.ents",
    "doc.sents",
]
SHIPPED = Path(__file__).parent / OWN
MOST = 20_000_000  # characters at once; spaCy's own limit is meant for parsers that need more memory
NEEDED = "obj"  # a relation that every parser with UD labels has and one with other labels hasn't


class NoPipeline(AkkoordError):
    """A name that leads to no pipeline that can be used here."""


@Language.factory(COMPONENT, assigns=ASSIGNS, default_config={"folder": str(SHIPPED), "threads": 1})
def grammar(nlp: Language, name: str, folder: str, threads: int) -> Grammar:
    """The component for spaCy, which asks for the name."""
    return Grammar(nlp.vocab, Path(folder), threads)


def _tokenizer() -> Callable[[Language], Words]:
    return lambda nlp: Words(nlp.vocab)


registry.tokenizers.register(TOKENIZER, func=_tokenizer)


def load(name: str = OWN, threads: int = 1) -> Language:
    """The pipeline `name`: `nl`, a model folder of ours, or a spaCy pipeline with UD labels (package, folder).

    `threads` is how many the network of our own pipeline may use. Raises `NoPipeline` where there is none.
    """
    folder = SHIPPED if name == OWN else Path(name)
    if name == OWN or (folder / "model.onnx").is_file():
        return _own(folder, threads)
    return _other(name)


def _own(folder: Path, threads: int) -> Language:
    nlp = spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = MOST
    nlp.add_pipe(COMPONENT, config={"folder": str(folder), "threads": threads})
    return nlp


def _other(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise NoPipeline(
            f"no pipeline {name!r} here; use nl, or get it first (one of spaCy's: python -m spacy download {name})"
        ) from error
    except (ValueError, ImportError) as error:
        reason = str(error).strip().split("\n")[0]
        raise NoPipeline(f"pipeline {name!r} doesn't load here ({reason}); use nl") from error
    if NEEDED not in nlp.pipe_labels.get("parser", []):
        raise NoPipeline(f"pipeline {name!r} has no parser with Universal Dependencies; use nl")
    return nlp
