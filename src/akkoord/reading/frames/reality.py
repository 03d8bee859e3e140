"""Whether what a predicate tells is real: codebook section 4.

Takes grammar and a predicate; gives its reality and the arcs that show it. Words on the predicate speak first
("niet", "zou", "mogelijke"), then what it hangs on ("eist", "wil", "als"), up to the clause that reports it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from akkoord.codebook import Reality
from akkoord.reading.frames.explained import explained
from akkoord.reading.frames.frame import Frame
from akkoord.reading.frames.grammar import ROOT, VERBAL, Grammar
from akkoord.reading.frames.matching import frame_index
from akkoord.reading.frames.operators import operators

HIGHEST = 5  # governors up which unreality is looked for
CARRIED = frozenset({
    "xcomp", "ccomp", "obj", "obl", "obl:arg", "nmod", "advcl", "acl", "nsubj:pass", "csubj", "iobj", "nsubj",
})  # fmt: skip
ARGUMENTS = frozenset({"voor", "tot", "op", "om", "van", "met", "naar", "over", "in", "aan"})
MODALS = frozenset({"kunnen", "moeten", "mogen", "dienen", "hoeven"})
PLANS = frozenset({"gaan", "zullen", "plan", "voornemens", "besluiten"})
AFTER = frozenset({"als", "indien", "wanneer", "nadat", "zodra"})
RANKS: dict[Reality, int] = {"actual": 0, "future": 1, "hypothetical": 2, "negated": 3}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a predicate stands in its clause: its reality, the arcs that show it, and what its own auxiliaries say.

    `signs` are all words that make it less real, by where they stand: on it, over it, at the head of its clause.
    `planned` is what somebody will do ("zal praten"), `willed` what he wants to do ("wil praten").
    """

    reality: Reality = "actual"
    arcs: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    planned: bool = False
    willed: bool = False

    def or_less(self, reality: Reality, arc: str, where: str) -> "Standing":
        """The less real of both."""
        found = replace(self, signs=(*self.signs, f"{where} {reality}"))
        if RANKS[reality] <= RANKS[self.reality]:
            return found
        return replace(found, reality=reality, arcs=(*self.arcs, arc))


def standing(grammar: Grammar, predicate: int, frame: Collection[int] = ()) -> Standing:
    """The reality of a predicate and why; words of its `frame` itself deny nothing ("geen gehoor geven")."""
    found = _own(grammar, predicate, Standing(), frame)
    if awaited := _awaited(grammar, predicate):
        found = found.or_less("hypothetical", grammar.arc(predicate, awaited[0]), "awaits")
    at = predicate
    for _ in range(HIGHEST):
        governor, dep = grammar.heads[at], grammar.deps[at]
        if governor == ROOT:
            break
        found = _opened(grammar, at, found)
        if dep == "conj":
            found = _shared(grammar, at, governor, found)
            at = governor
            continue
        if dep not in CARRIED or not _is_argument(grammar, at):
            break
        found = _governed(grammar, at, governor, found)
        if dep == "ccomp" and grammar.has(governor, "nsubj"):
            break
        at = governor
    return found


def denied(grammar: Grammar, predicate: int, frame: Collection[int] = ()) -> bool:
    """Whether words on the predicate itself deny it, other than those of its `frame`."""
    return _own(grammar, predicate, Standing(), frame).reality == "negated"


def _own(
    grammar: Grammar, word: int, found: Standing, frame: Collection[int] = (), where: str = ""
) -> Standing:
    """What hangs on a predicate: auxiliaries, negation, adjectives; `where` is how the event hangs on it."""
    known = operators()
    for child in grammar.children[word]:
        if child in frame and grammar.tags[child] not in VERBAL and not grammar.children[child]:
            continue
        dep, lemma = grammar.deps[child], grammar.lemmas[child]
        arc = grammar.arc(word, child)
        if dep in ("aux", "cop"):
            found = _auxiliary(grammar, child, arc, found, where)
        elif dep in ("advmod", "amod", "det", "obl") or (dep == "obj" and lemma in ("niets", "niks")):
            reality = known.modifiers.get(lemma) or known.modifiers.get(grammar.low[child])
            if reality is None and dep == "obl" and _is_to_come(grammar, word, child):
                reality = "future"
            if reality and not (grammar.low[child] == "niet" and _only(grammar, child)):
                found = found.or_less(reality, arc, f"{where}by")
                planned = reality == "future" and grammar.tags[word] in VERBAL
                found = replace(found, planned=found.planned or planned)
        elif dep in ("obj", "nsubj", "nsubj:pass"):
            for det in grammar.children[child]:
                if grammar.low[det] in ("geen", "niemand", "geenszins") and det not in frame:
                    found = found.or_less("negated", grammar.arc(child, det), f"{where}by")
            if grammar.low[child] == "niemand":
                found = found.or_less("negated", arc, f"{where}by")
        elif dep == "case" and grammar.low[child] == "zonder":
            found = found.or_less("negated", arc, f"{where}by")
    return found


def _is_to_come(grammar: Grammar, verb: int, time: int) -> bool:
    """Whether an adverbial of a verb in the present names a time to come: "geeft de komende drie jaar"."""
    if not grammar.is_finite(verb) or grammar.is_past(verb):
        return False
    adjectives = (grammar.low[child].removesuffix("e") for child in grammar.has(time, "amod"))
    return any(operators().modifiers.get(adjective) == "future" for adjective in adjectives)


def _awaited(grammar: Grammar, predicate: int) -> list[int]:
    """What a predicate of the present waits for: "praat pas na excuses", "pas als dat is gebeurd, praten wij"."""
    if grammar.is_past(predicate) or any(map(grammar.is_past, grammar.has(predicate, "aux"))):
        return []
    after = [c for c in grammar.has(predicate, "obl") if grammar.case(c) == "na"]
    after += [
        c for c in grammar.has(predicate, "advcl") if AFTER & {grammar.low[m] for m in grammar.marks(c)}
    ]
    near = [predicate, *after]
    only = any(grammar.low[child] == "pas" for word in near for child in grammar.children[word])
    return after if only else []


def _only(grammar: Grammar, word: int) -> bool:
    """Whether "niet" is that of "niet alleen" or "al dan niet", which denies nothing."""
    if grammar.low[max(0, word - 2) : word] == ["al", "dan"]:
        return True
    return word + 1 < grammar.size and grammar.low[word + 1] in ("alleen", "slechts", "enkel", "langer")


def _auxiliary(grammar: Grammar, child: int, arc: str, found: Standing, where: str = "") -> Standing:
    lemma = grammar.lemmas[child]
    sign = f"{where}{lemma}"
    if lemma == "zullen":
        if grammar.low[child] in ("zou", "zouden"):
            return found.or_less("hypothetical", arc, sign)
        return replace(found.or_less("future", arc, sign), planned=True)
    if lemma == "gaan":
        return replace(found.or_less("future", arc, sign), planned=True)
    if lemma == "willen":
        return replace(found.or_less("hypothetical", arc, sign), willed=True)
    return found.or_less("hypothetical", arc, sign) if lemma in MODALS else found


def _opened(grammar: Grammar, word: int, found: Standing) -> Standing:
    """What the conjunction says that opens the predicate's clause."""
    known = operators().conjunctions
    for mark in grammar.marks(word):
        reality = known.get(grammar.low[mark])
        if reality and not (grammar.low[mark] in ("om", "of") and grammar.deps[word] == "conj"):
            found = found.or_less(reality, grammar.arc(word, mark), "opened")
    return found


def _shared(grammar: Grammar, word: int, first: int, found: Standing) -> Standing:
    """A coordinated predicate without auxiliaries of its own shares those of the first."""
    if grammar.is_finite(word) or grammar.tags[word] not in VERBAL:
        return found
    for child in grammar.children[first]:
        if grammar.deps[child] == "aux" and child < word:
            found = _auxiliary(grammar, child, grammar.arc(first, child), found)
    return found


def _is_argument(grammar: Grammar, word: int) -> bool:
    if grammar.deps[word] in ("obl", "nmod", "obl:arg"):
        return grammar.case(word) in ARGUMENTS and not grammar.tells_fact(word)
    return True


def _governed(grammar: Grammar, word: int, governor: int, found: Standing) -> Standing:
    """What the governor says of its argument, and its own standing where it is one that only modifies."""
    meant = explained(grammar, governor)
    lemma = grammar.lemmas[governor if meant is None else meant]
    arc = grammar.arc(governor, word)
    dep = grammar.deps[word]
    where = f"{dep} {'carried' if lemma in operators().light else 'under'} "
    if dep in ("nsubj", "nsubj:pass") and grammar.tags[governor] in VERBAL:
        return _own(grammar, governor, found, where=where)
    reality = operators().governors.get(lemma)
    if reality:
        found = found.or_less(reality, arc, f"{dep} of")
        own = dep == "xcomp" and grammar.is_infinitive(word)
        found = replace(found, willed=found.willed or (own and lemma == "willen"))
        found = replace(found, planned=found.planned or (own and lemma in PLANS))
        return _own(grammar, governor, found, where=where)
    complement = _complement(lemma)
    if complement and complement != "actual":
        return found.or_less(complement, arc, f"{dep} in")
    if dep in ("obj", "xcomp", "obl", "obl:arg"):
        return _own(grammar, governor, found, where=where)
    return found


def _complement(lemma: str) -> Reality | None:
    frames: list[Frame] = [
        *frame_index().single.get((lemma, "verb"), ()),
        *frame_index().single.get((lemma, "adjective"), ()),
        *frame_index().single.get((lemma, "noun"), ()),
    ]
    return next((frame.complement for frame in frames if frame.complement), None)
