"""The Alpino treebank as Universal Dependencies.

Takes the archive of the Alpino treebank as distributed with NLTK: constituents and grammatical relations by
hand over Dutch newspaper text. Gives trees of Universal Dependencies in CoNLL-U: form, part of speech, head
and relation of every word, the lemma where it is certain. Detailed tags and features aren't in the source,
and aren't given (`_`).
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from akkoord.language import punctuation
from akkoord.language.conllu import Sentence, Word, write_conllu
from training.alpino.arcs import arcs
from training.alpino.lemmas import Lemmas
from training.alpino.parts import PartsOfSpeech
from training.alpino.spacing import spaced
from training.alpino.tree import Node, read

MEMBER = "alpino/alpino.xml"


def convert(zip_path: Path, out: Path) -> None:
    """Write the treebank as CoNLL-U.

    Raises FileNotFoundError without the archive, KeyError where it hasn't `alpino/alpino.xml`.
    """
    with zipfile.ZipFile(zip_path) as archive, archive.open(MEMBER) as file:
        treebank = ElementTree.parse(file).getroot()
    aside = out.with_suffix(".new")
    aside.write_text(write_conllu(sentences(treebank)), encoding="utf-8")
    aside.replace(out)


def sentences(treebank: ElementTree.Element) -> Iterator[Sentence]:
    """The sentences of a treebank, converted, in its order."""
    trees = {element.get("id", ""): read(element) for element in treebank.iter("alpino_ds")}
    parts, lemmas = PartsOfSpeech(trees.values()), Lemmas(trees.values())
    for sent_id, tree in trees.items():
        yield _sentence(sent_id, tree, parts, lemmas)


def _sentence(sent_id: str, tree: Node, parts: PartsOfSpeech, lemmas: Lemmas) -> Sentence:
    leaves = tree.words()
    upos = {leaf.begin: parts.tag(leaf) for leaf in leaves}
    found = arcs(tree, upos)
    places = {leaf.begin: i for i, leaf in enumerate(leaves)}
    heads = {places[i]: places.get(h, -1) for i, h in found.heads.items()}
    forms = [leaf.word for leaf in leaves]
    punctuation.attach(forms, [leaf.pos == "punct" for leaf in leaves], heads)
    spaces = spaced(forms)
    words = [
        Word(
            leaf.word,
            lemmas.of(leaf, upos[leaf.begin]),
            upos[leaf.begin],
            head=heads[i] + 1,
            deprel=found.labels.get(leaf.begin, "punct"),
            misc="_" if spaces[i] else "SpaceAfter=No",
        )
        for i, leaf in enumerate(leaves)
    ]
    text = "".join(form + " " * space for form, space in zip(forms, spaces, strict=True)).strip()
    return Sentence(sent_id, words, text)
