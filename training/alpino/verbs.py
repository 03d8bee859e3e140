"""Which verbs only help another word: auxiliaries of time, mood and the passive, and the copula.

Universal Dependencies for Dutch knows few: `zijn` is the only copula; `hebben`, `zijn`, `kunnen`, `moeten`,
`mogen` and `zullen` with a verbal complement are `aux`, `worden`, `zijn` and `krijgen` with a passive one
`aux:pass`.
"""

from training.alpino.tree import Node
from training.alpino.words import AUXILIARY_ROOTS

NONFINITE = frozenset({"ppart", "inf", "ti"})


def auxiliary(verb: Node) -> str:
    """`cop`, `aux`, `aux:pass`, or nothing for a word that stands on its own."""
    verb = spelled_out(verb)
    clause = verb.up
    if verb.pos != "verb" or verb.rel != "hd":
        return ""
    complement = _child(clause, "vc")
    if verb.root == "ben" and _child(clause, "predc") and not (complement or clause.has("obj1", "se")):
        return "cop"
    if complement is None or _child(clause, "predc"):
        return ""
    if _is_passive(verb, clause, complement):
        return "aux:pass"
    return "aux" if verb.root in AUXILIARY_ROOTS and _verbal(complement) else ""


def spelled_out(node: Node) -> Node:
    """The constituent that an empty node stands for, where the sentence has one."""
    if not node.index or not node.empty:
        return node
    top = node
    while top.parent:
        top = top.parent
    return next((n for n in top.walk() if n.index == node.index and not n.empty), node)


def is_passive_subject(subject: Node) -> bool:
    """Is it the subject of a passive, itself or by way of other auxiliaries (`moet worden gezien`)?"""
    clause: Node | None = subject.up
    while clause is not None:
        verb = _child(clause, "hd")
        kind = auxiliary(verb) if verb else ""
        if kind != "aux":
            return kind == "aux:pass"
        clause = next((c for c in _conjuncts(_child(clause, "vc")) if c.children), None)
    return False


def _child(clause: Node, rel: str) -> Node | None:
    return next((c for c in clause.children if c.rel == rel), None)


def _conjuncts(node: Node | None) -> list[Node]:
    """The clauses of a complement: its conjuncts, the infinitive after `te`, or itself."""
    if node is None:
        return []
    node = spelled_out(node)
    if node.cat == "conj":
        return [part for cnj in node.all("cnj") for part in _conjuncts(cnj)]
    if node.cat in ("ti", "oti"):
        return _conjuncts(_child(node, "body"))
    return [node]


def _verbal(complement: Node) -> bool:
    complement = spelled_out(complement)
    if complement.cat == "conj":
        return any(_verbal(cnj) for cnj in complement.all("cnj"))
    return complement.cat in NONFINITE or complement.pos == "verb" or complement.empty


def _is_passive(verb: Node, clause: Node, complement: Node) -> bool:
    role = {"ben": "obj1", "word": "obj1", "krijg": "obj2"}.get(verb.root)
    if role is None or not _verbal(complement):
        return False
    subject = _child(clause, "su")
    if verb.root == "word":
        return True
    if subject is None:
        return verb.root == "ben" and spelled_out(complement).cat == "ppart"
    clauses = _conjuncts(complement) if spelled_out(complement).cat != "ti" else []
    objects = [c for part in clauses for c in part.children if c.rel == role]
    return any(c.index and c.index == subject.index for c in objects)
