"""The relation of a constituent to the head of the one around it, in labels of Universal Dependencies.

Takes a child with words that doesn't head its parent, in a tree as `tree.read` gives it. Follows Bouma and
van Noord 2017, "Increasing return on annotation investment", as far as the coarse treebank says enough, and
the habits of the Dutch treebanks since.
"""

from collections.abc import Mapping

from training.alpino.heads import core, head, is_elliptical
from training.alpino.tree import CLAUSES, Node
from training.alpino.verbs import auxiliary, is_passive_subject
from training.alpino.words import listed

FIXED_RELATIONS = {
    "cmp": "mark",
    "dlink": "mark",
    "sup": "expl",
    "pobj1": "expl",
    "se": "expl:pv",
    "svp": "compound:prt",
    "obcomp": "advcl",
    "predc": "xcomp",
    "app": "appos",
    "hdf": "case",
    "tag": "parataxis",
    "sat": "parataxis",
    "dp": "parataxis",
    "cnj": "conj",
    "nucl": "parataxis",
    "body": "parataxis",
}
CORRELATIVES = listed("zowel niet respectievelijk noch hetzij of van zo")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X", "SYM", "PUNCT"})
CLAUSAL = CLAUSES | {"cp", "ti", "oti", "du", "whq", "whsub", "whrel", "rel", "ahi", "svan"}
SUBJECT_CLAUSES = frozenset({"whsub", "ssub", "ti", "cp", "oti"})
WEATHER = listed("dooi hagel mist regen sneeuw stort_regen vries waai onweer")
DEPENDENTS = listed("su obj1 obj2 predc vc pc ld mod predm me")


class Labels:
    """Labels within one sentence whose parts of speech are known by the places of the words."""

    def __init__(self, upos: Mapping[int, str]) -> None:
        self.upos = upos

    def of(self, node: Node) -> str:
        """The label of a child that doesn't head its parent."""
        if is_elliptical(node.up) and node.rel in DEPENDENTS:
            return "orphan"
        if node.rel in FIXED_RELATIONS:
            return FIXED_RELATIONS[node.rel]
        special = getattr(self, f"_{node.rel}", None)
        label = special(node) if special else self._modifier(node)
        return str(label)

    def _tag(self, node: Node) -> str:
        return self.upos[head(node).begin]

    def _leaf(self, node: Node) -> str:
        return self.upos[node.begin] if node.word else ""

    def _hd(self, node: Node) -> str:
        if node.up.cat == "pp":
            verb_like = node.up.has("predc") or head(node).root == "als"
            return "mark" if verb_like else "case"
        return auxiliary(node) or "parataxis"

    def _crd(self, node: Node) -> str:
        conjuncts = [c for c in node.up.all("cnj") if not c.empty]
        before_all = bool(conjuncts) and node.start < conjuncts[0].start
        return "cc:preconj" if before_all and head(node).word.lower() in CORRELATIVES else "cc"

    def _su(self, node: Node) -> str:
        voice = ":pass" if is_passive_subject(node) else ""
        if node.index and any(n.rel == "sup" and n.index == node.index for n in node.up.walk()):
            return "expl"
        predicate = node.up.get("predc")
        if predicate is not None and predicate.cat == "whrel":
            voice = ":outer"
        kinds = {c.cat for c in node.children} if node.cat == "conj" else {node.cat}
        if kinds & SUBJECT_CLAUSES:
            return "csubj" + voice
        verb = node.up.get("hd")
        if node.root == "het" and verb is not None and verb.root in WEATHER:
            return "expl"
        return "nsubj" + voice

    def _obj1(self, node: Node) -> str:
        if node.up.cat == "pp":
            return "nsubj" if node.up.has("predc") else "nmod"
        return "obj"

    def _obj2(self, node: Node) -> str:
        return "obl" if node.cat == "pp" else "iobj"

    def _vc(self, node: Node) -> str:
        if node.up.cat == "np":
            return "acl"
        return "xcomp" if _is_controlled(node) else "ccomp"

    def _predm(self, node: Node) -> str:
        by_tag = {"NOUN": "obl", "PRON": "obl", "PROPN": "obl", "VERB": "advcl", "ADJ": "advcl"}
        return by_tag.get(self._leaf(node), "advmod" if node.word else "advcl")

    def _me(self, node: Node) -> str:
        return "obl" if self._tag(node.up) in ("VERB", "ADJ") else "nmod"

    def _mwp(self, node: Node) -> str:
        names = any(self.upos[c.begin] == "PROPN" for c in node.up.children if c.word)
        return "flat" if names else "fixed"

    def _rhd(self, node: Node) -> str:
        if node.cat == "pp":
            return "nmod"
        return "obl" if self._leaf(node) == "PRON" else "advmod"

    _whd = _rhd

    def _det(self, node: Node) -> str:
        tag = self._tag(node)
        if node.cat == "conj":
            return self._det(next(c for c in node.all("cnj") if not c.empty))
        if self._is_possessor(node, tag):
            return "nmod:poss"
        if tag in ("NUM", "SYM") or node.cat == "pp":
            return "nummod"
        if node.cat in ("detp", "mwu") or not node.cat:
            return "nmod" if tag in ("NOUN", "ADJ", "ADV", "VERB") else "det"
        return "nmod"

    def _is_possessor(self, node: Node, tag: str) -> bool:
        if node.word:
            return tag in ("PRON", "PROPN", "NOUN")
        last = node.words()[-1].word
        return (tag in ("PRON", "PROPN") and node.cat != "pp") or (node.cat == "np" and last.endswith("s"))

    def _modifier(self, node: Node) -> str:
        around = node.up.cat
        if node.cat == "conj" and core(node).cat in CLAUSAL:
            if around != "np":
                return "advcl"
            return "acl:relcl" if core(node).cat in ("rel", "whrel") else "acl"
        of_noun = around == "advp" and self._tag(node.up) == "NOUN"
        if around in ("np", "detp") or of_noun or (around == "conj" and node.rel == "mod"):
            return self._in_noun_phrase(node)
        if around == "pp":
            return self._in_prepositional_phrase(node)
        if around == "advp" or (around == "cp" and not node.up.has("body")):
            return (
                "amod"
                if node.word and self._leaf(node) == "ADV" and around == "cp"
                else self._in_clause(node)
            )
        return self._in_clause(node)

    def _in_prepositional_phrase(self, node: Node) -> str:
        if node.rel == "pc":
            return "nmod"
        if node.up.has("obj1", "se", "vc", "me"):
            return "amod"
        return "advmod" if self._tag(node) in ("ADV", "ADJ") else "obl"

    def _in_noun_phrase(self, node: Node) -> str:
        tag = self._tag(node)
        if _is_clause_in_pp(node):
            return "acl"
        if node.up.cat == "detp":
            return "nummod" if tag == "NUM" else "advmod" if self._tag(node.up) == "DET" else "amod"
        if node.cat == "ap" or self._leaf(node) == "ADJ":
            return "amod"
        if node.cat in ("pp", "np", "conj", "mwu") or self._leaf(node) in NOMINAL | {"INTJ"}:
            return "nmod"
        if node.cat in ("", "detp"):
            return {"NUM": "nummod"}.get(tag, "det" if node.cat or node.rel == "det" else "amod")
        if node.cat in ("rel", "whrel", "ssub"):
            return "acl:relcl"
        body = node.get("body")
        if node.cat == "cp" and body is not None and body.cat not in CLAUSAL and tag in NOMINAL:
            return "nmod"
        return "acl" if node.cat in CLAUSAL else "amod"

    def _in_clause(self, node: Node) -> str:
        if _is_clause_in_pp(node):
            return "obl:arg" if node.rel == "pc" else "advcl"
        if _is_agent(node):
            return "obl:agent"
        if node.cat == "pp" and head(node.get("hd") or node).root == "als":
            return "advcl"
        tag = self._tag(node)
        if node.rel == "pc" and (node.cat or tag != "ADV"):
            return "obl:arg"
        has_adverb = any(self._leaf(c) == "ADV" for c in node.children)
        if node.cat in ("pp", "np", "mwu") or (node.cat == "conj" and not has_adverb):
            return "obl"
        if self._leaf(node) in NOMINAL | {"VERB", "ADP"}:
            return "obl"
        if node.cat in ("ap", "advp"):
            measured = any(c.cat == "np" or self._leaf(c) in ("NOUN", "ADP") for c in node.children)
            return (
                "obl"
                if measured or tag in ("NOUN", "ADP", "PRON")
                else "advcl"
                if tag == "VERB"
                else "advmod"
            )
        if node.cat in CLAUSAL:
            return "advcl"
        return "nummod" if tag == "NUM" else "advmod"


def _is_clause_in_pp(node: Node) -> bool:
    return node.cat == "pp" and node.has("vc") and not node.has("obj1", "se", "me")


def _is_agent(node: Node) -> bool:
    """`door` with the participle of a passive that has a subject."""
    clause = node.up
    preposition = node.get("hd") if node.cat == "pp" else node
    if preposition is None or not preposition.root.endswith("door") or clause.cat != "ppart":
        return False
    outer = clause.up if clause.rel != "cnj" else clause.up.up
    verb = outer.get("hd")
    return verb is not None and auxiliary(verb) == "aux:pass"


def _is_controlled(node: Node) -> bool:
    """Is the subject of a verbal complement understood from outside?"""
    if node.pos == "verb":
        return True
    if node.cat == "conj":
        return any(_is_controlled(c) for c in node.all("cnj"))
    if node.cat in ("ti", "oti", "ahi"):
        return any(_is_controlled(c) for c in node.all("body"))
    return any(c.rel == "su" and c.index and c.empty for c in node.children)
