"""Alpino trees made by hand, and what they become."""

from xml.etree.ElementTree import Element, SubElement

from akkoord.language.conllu import Sentence
from training import alpino

Shape = tuple[str, str, list["Shape"], dict[str, str]]


def phrase(rel: str, cat: str, *children: Shape, index: int = 0) -> Shape:
    return rel, cat, list(children), {"index": str(index)} if index else {}


def word(rel: str, pos: str, form: str, at: int, root: str = "", index: int = 0) -> Shape:
    attributes = {"pos": pos, "word": form, "root": root or form, "begin": str(at), "end": str(at + 1)}
    return rel, "", [], attributes | ({"index": str(index)} if index else {})


def gap(rel: str, index: int) -> Shape:
    return rel, "", [], {"index": str(index)}


def element(shape: Shape, parent: Element) -> None:
    rel, cat, children, attributes = shape
    node = SubElement(parent, "node", {"rel": rel, "begin": "0", "end": "0"} | attributes)
    if cat:
        node.set("cat", cat)
    for child in children:
        element(child, node)


def treebank(*tops: Shape) -> Element:
    root = Element("alpino")
    for number, top in enumerate(tops, 1):
        element(top, SubElement(root, "alpino_ds", {"id": f"{number:04}"}))
    return root


def sentence(*parts: Shape) -> Sentence:
    return next(iter(alpino.sentences(treebank(phrase("top", "top", *parts)))))


def arcs(*parts: Shape) -> dict[str, tuple[str, str, str]]:
    """By form: part of speech, form of the head, relation."""
    words = sentence(*parts).words
    return {w.form: (w.upos, words[w.head - 1].form if w.head else "", w.deprel) for w in words}


def np(rel: str, det: str, noun: str, at: int, root: str = "", index: int = 0) -> Shape:
    return phrase(rel, "np", word("det", "det", det, at), word("hd", "noun", noun, at + 1, root), index=index)
