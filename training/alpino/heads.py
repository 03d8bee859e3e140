"""Which word heads a constituent, as Universal Dependencies sees it: content before function."""

from training.alpino.tree import CLAUSES, Node
from training.alpino.verbs import auxiliary

# what heads a phrase without a head, first choice first
PROMOTED = (
    *("hd", "body", "dp", "nucl", "cnj"),
    *("su", "obj1", "predc", "vc", "pc", "ld", "obj2", "se", "me", "mod", "predm", "app", "det", "svp"),
    *("obcomp", "sat", "tag", "pobj1", "sup", "cmp", "crd", "dlink", "hdf", "mwp", "rhd", "whd"),
)


def head(node: Node) -> Node:
    """The word that heads a constituent with words."""
    while not node.word:
        node = core(node)
    return node


def core(node: Node) -> Node:
    """The child that heads a constituent with words."""
    if node.cat == "conj" and node.has("cnj"):
        return min((c for c in node.all("cnj") if not c.empty), key=lambda c: head(c).begin)
    if node.cat == "pp":
        return _core_of_pp(node)
    governed = governed_by_auxiliary(node)
    if governed is not None:
        return governed
    if node.cat == "np" and not node.has("hd"):
        describing = [
            c for c in node.all("mod") if not c.empty and (c.cat == "ap" or c.pos in ("adj", "num"))
        ]
        if describing:
            return describing[-1]
    return node.get(*PROMOTED) or next(c for c in node.children if not c.empty)


def _core_of_pp(node: Node) -> Node:
    absolute = node.get("predc")
    if absolute is not None:
        return absolute
    return node.get("obj1", "se", "me", "vc", "hd", *PROMOTED) or node.children[0]


def governed_by_auxiliary(node: Node) -> Node | None:
    """The complement that takes over a clause whose verb, even one left out, only helps."""
    verb = next((c for c in node.children if c.rel == "hd"), None)
    if verb is None:
        return node.get("predc") if node.cat in CLAUSES else None
    kind = auxiliary(verb)
    if kind == "cop":
        return node.get("predc")
    return node.get("vc") if kind else None


def is_elliptical(node: Node) -> bool:
    """Is it a clause without a verb, so that one of its parts heads it?"""
    return node.cat in CLAUSES and not node.has("hd") and governed_by_auxiliary(node) is None
