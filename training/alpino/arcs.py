"""From a tree to the head and label of every word but the punctuation's."""

from dataclasses import dataclass

from training.alpino.heads import core, head
from training.alpino.relations import Labels
from training.alpino.tree import Node

ROOT = -1


@dataclass
class Arcs:
    """Head and label by the places of the words, which count from 0; the root's head is -1."""

    heads: dict[int, int]
    labels: dict[int, str]


def arcs(tree: Node, upos: dict[int, str]) -> Arcs:
    """The arcs of one sentence; `upos` gives every word's part of speech."""
    builder = _Builder(Labels(upos), upos)
    builder.top(tree)
    return Arcs(builder.heads, builder.labels)


class _Builder:
    def __init__(self, labels: Labels, upos: dict[int, str]) -> None:
        self.label = labels
        self.upos = upos
        self.heads: dict[int, int] = {}
        self.labels: dict[int, str] = {}

    def top(self, tree: Node) -> None:
        """The sentence: its main constituent is the root, what is loose next to it hangs from there."""
        parts = [c for c in tree.all("--") if not c.empty]
        loose = [c for c in parts if c.pos != "punct"] or parts[:1]
        phrases = [c for c in loose if c.cat not in ("", "mwu")] or [c for c in loose if self._can_lead(c)]
        main = (phrases or loose)[0]
        self.place(main, ROOT, "root")
        for part in loose:
            if part is not main:
                link = "cc" if part.word and self.upos[part.begin] == "CCONJ" else "parataxis"
                self.place(part, head(main).begin, link)

    def _can_lead(self, node: Node) -> bool:
        return self.upos[head(node).begin] in ("NOUN", "PROPN", "VERB", "ADJ")

    def place(self, node: Node, governor: int, label: str) -> None:
        """Hang a constituent below a word, and its parts below its own head."""
        if node.word:
            self.heads[node.begin], self.labels[node.begin] = governor, label
            return
        leading = core(node)
        self.place(leading, governor, label)
        for child in node.children:
            if child is not leading and not child.empty:
                self.place(child, self._governor(child, node), self.label.of(child))

    def _governor(self, child: Node, node: Node) -> int:
        """The head of the constituent, for conjunctions that of the conjunct that follows."""
        if child.rel == "crd":
            following = [head(c).begin for c in node.all("cnj") if not c.empty and c.start > child.start]
            if following:
                return following[0]
        return head(node).begin
