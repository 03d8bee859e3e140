"""Alpino trees: reading them and undoing their co-indexing, so that every word stands where it is understood.

Takes one `alpino_ds` element of the treebank as distributed with NLTK (categories `cat`, relations `rel`,
coarse parts of speech `pos`, stems `root`; https://www.let.rug.nl/vannoord/trees/). Gives a tree of
`Node`s. An empty node only has an `index`: the constituent that carries the same index is understood there
as well. Which words head which isn't known here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

CLAUSES = frozenset({"smain", "ssub", "sv1", "inf", "ppart", "ppres"})


@dataclass(eq=False)
class Node:
    """A constituent, a word (`word` isn't empty) or an empty node, from word `begin` up to `end`."""

    begin: int
    end: int
    rel: str
    cat: str = ""
    pos: str = ""
    root: str = ""
    word: str = ""
    index: str = ""
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None

    @property
    def empty(self) -> bool:
        """Is there no word under it?"""
        return not self.word and all(child.empty for child in self.children)

    @property
    def start(self) -> int:
        """The place of the first word under it; empty nodes come last."""
        if self.word:
            return self.begin
        return min((child.start for child in self.children), default=10_000)

    @property
    def up(self) -> "Node":
        """The parent; the root's is the root itself."""
        return self.parent or self

    def all(self, *rels: str) -> list["Node"]:
        """The children with one of the relations, in the order of their words."""
        return sorted((c for c in self.children if c.rel in rels), key=lambda c: c.start)

    def get(self, *rels: str) -> "Node | None":
        """The first child with words that has one of the relations, the relations in the order given."""
        for rel in rels:
            for child in self.all(rel):
                if not child.empty:
                    return child
        return None

    def has(self, *rels: str) -> bool:
        """Is there a child with words that has one of the relations?"""
        return self.get(*rels) is not None

    def walk(self) -> Iterator["Node"]:
        """The node and everything under it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def words(self) -> list["Node"]:
        """The words under it, in their order."""
        return sorted((n for n in self.walk() if n.word), key=lambda n: n.begin)


def read(element: Element) -> Node:
    """The tree of a sentence, its words at the places where they are understood."""
    top = element.find("node")
    if top is None:
        raise ValueError(f"sentence {element.get('id')} has no tree")
    tree = _node(top)
    _fill_gaps(tree)
    _raise_subjects(tree)
    _share(tree)
    _let_numbers_lead(tree)
    return tree


def _node(element: Element) -> Node:
    get = element.get
    node = Node(
        int(get("begin", "0")),
        int(get("end", "0")),
        get("rel", ""),
        get("cat", ""),
        get("pos", ""),
        get("root", ""),
        get("word", ""),
        get("index", ""),
    )
    node.children = [_node(child) for child in element.findall("node")]
    for child in node.children:
        child.parent = node
    return node


def _exchange(one: Node, other: Node) -> None:
    """Let two constituents change places; each gets the relation of its new place."""
    parents = one.up, other.up
    places = parents[0].children.index(one), parents[1].children.index(other)
    parents[0].children[places[0]], parents[1].children[places[1]] = other, one
    one.parent, other.parent = parents[1], parents[0]
    one.rel, other.rel = other.rel, one.rel


def _fill_gaps(tree: Node) -> None:
    """Put question words and relative pronouns into the gap of their clause."""
    for front in [n for n in tree.walk() if n.rel in ("rhd", "whd") and n.index]:
        body = front.up.get("body")
        gaps = [n for n in body.walk() if n.index == front.index and n.empty] if body else []
        if gaps:
            _exchange(front, gaps[0])


def _raise_subjects(tree: Node) -> None:
    """Put subjects that are spelled out with a lower verb with the higher one, where most are."""
    for gap in [n for n in tree.walk() if n.rel == "su" and n.index and n.empty]:
        for node in gap.up.walk():
            if node.index == gap.index and not node.empty and node.rel in ("su", "obj1", "obj2"):
                _exchange(gap, node)
                break


def _share(tree: Node) -> None:
    """Put what conjuncts share with the one that it stands by.

    What comes before all of them goes to the first, heads and the like that come late to the last.
    """
    for conj in [n for n in tree.walk() if n.cat == "conj"]:
        links = [n.begin for n in conj.all("crd")]
        conjuncts = conj.all("cnj")
        if not links or len(conjuncts) < 2:
            continue
        for later in conjuncts[1:]:
            for node in _shared(later):
                if node.start < min(links):
                    _move(node, conjuncts[0])
        for earlier in conjuncts[:-1]:
            for node in _shared(earlier):
                if node.start > max(links) and _may_come_late(node):
                    _move(node, conjuncts[-1])


def _shared(conjunct: Node) -> list[Node]:
    """The constituents of a conjunct that carry an index."""
    return [n for n in conjunct.walk() if n.index and not n.empty and n is not conjunct]


def _may_come_late(node: Node) -> bool:
    return node.rel in ("hd", "ld") or (node.rel == "obj1" and node.up.cat == "pp")


def _move(node: Node, conjunct: Node) -> None:
    """Let a constituent change places with the gap in a conjunct that stands for it, where there is one."""
    gap = next((n for n in conjunct.walk() if n.index == node.index and n.empty), None)
    if gap is not None:
        _exchange(gap, node)


def _let_numbers_lead(tree: Node) -> None:
    """Make `meer dan` and `minder dan` before a number an expression that modifies it."""
    for phrase in [n for n in tree.walk() if n.cat in ("np", "detp")]:
        quantity, comparison = phrase.get("hd"), phrase.get("obcomp")
        if (
            comparison is None
            or quantity is None
            or quantity.root not in ("veel", "meer", "weinig", "minder")
        ):
            continue
        link, body = comparison.get("cmp"), comparison.get("body")
        number = _number(body)
        if link is None or body is None or number is None or len(comparison.children) != 2:
            continue
        mwu = Node(quantity.begin, link.end, "mod", "mwu")
        _adopt(mwu, quantity, "mwp")
        _adopt(mwu, link, "mwp")
        phrase.children.remove(comparison)
        if body is number:
            _adopt(phrase, mwu, "mod")
            _adopt(phrase, body, "hd")
        else:
            _wrap(number, mwu)
            _adopt(phrase, body, "hd")


def _number(body: Node | None) -> Node | None:
    """The number of a phrase, or that the phrase is."""
    if body is None or body.pos == "num":
        return body
    determiner = body.get("det") if body.cat == "np" else None
    return determiner if determiner is not None and determiner.pos == "num" else None


def _adopt(parent: Node, child: Node, rel: str) -> None:
    if child.parent is not None and child in child.parent.children:
        child.parent.children.remove(child)
    child.rel, child.parent = rel, parent
    parent.children.append(child)


def _wrap(number: Node, modifier: Node) -> None:
    """Put a determiner with a modifier of its own in its place."""
    phrase = number.up
    whole = Node(modifier.begin, number.end, "det", "detp")
    _adopt(whole, number, "hd")
    _adopt(whole, modifier, "mod")
    _adopt(phrase, whole, "det")
