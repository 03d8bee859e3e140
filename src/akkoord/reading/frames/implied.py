"""Acts that no word names: what is said with a demand or a threat in it is itself one.

Takes grammar; gives hits of events. "Riga vindt dat Vilnius moet betalen" demands, "Riga gaat, tenzij ..." threatens.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from akkoord.codebook import EventType
from akkoord.reading.frames.grammar import ROOT, Grammar
from akkoord.reading.frames.hits import EventHit
from akkoord.reading.frames.matching import saying_index
from akkoord.reading.frames.reality import denied
from akkoord.reading.frames.roles import Roles

DUTIES = frozenset({"moeten", "dienen"})
DEMANDING = frozenset({"vinden", "menen", "oordelen"})  # of thinking: "vreest dat X moet" demands nothing
SELVES = frozenset({"ik", "we", "wij"})  # who says "wij moeten" demands of nobody else
HOSTILE: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION"})
LEAVING = frozenset({("RETREAT", "withdraw"), ("RETREAT", "resign")})
IF = frozenset({"als", "indien", "wanneer"})
SAID = frozenset({"ccomp", "xcomp"})


def demands(grammar: Grammar, roles: Roles, is_party: Callable[[int], bool]) -> Iterator[EventHit]:
    """What somebody says that another has to do: "vindt dat Vilnius moet betalen"."""
    for word in range(grammar.size):
        if not _tells(grammar, word):
            continue
        speakers = [f.word for f in roles.fill(word, "nsubj")]
        for clause in grammar.has(word, "ccomp"):
            others = (w for w in roles.subjects(clause) if grammar.low[w] not in SELVES and w not in speakers)
            asked = [w for w in others if is_party(w)]
            if asked and any(map(is_party, speakers)) and _is_duty(grammar, clause, word):
                yield EventHit(
                    trigger=range(word, word + 1),
                    type="REQUEST",
                    mode=None,
                    reality="actual",
                    actors=tuple(speakers),
                    recipients=tuple(asked),
                    frame="implied: moeten",
                    arcs=(grammar.arc(word, clause),),
                )
                break


def _tells(grammar: Grammar, word: int) -> bool:
    if grammar.tags[word] != "VERB" or denied(grammar, word):
        return False
    entries = saying_index().single.get((grammar.lemmas[word], "verb"), ())
    return any(entry.kind == "saying" for entry in entries) or grammar.lemmas[word] in DEMANDING


def _is_duty(grammar: Grammar, clause: int, told: int) -> bool:
    """Whether a clause tells a duty: its verb is a modal of it, or has one, no more past than the telling."""
    duties = [w for w in (clause, *grammar.has(clause, "aux")) if grammar.lemmas[w] in DUTIES]
    past = any(map(grammar.is_past, duties)) and not grammar.is_past(told)
    return bool(duties) and not past and not denied(grammar, clause)


def as_threat(grammar: Grammar, hit: EventHit) -> EventHit:
    """A hostile act that is to come unless something is done is a threat now; any other event is as it was."""
    hostile = hit.type in HOSTILE or (hit.type, hit.mode) in LEAVING
    if not hostile or hit.reality == "negated" or not _has_unless(grammar, hit.trigger):
        return hit
    return replace(hit, type="THREATEN", mode=None, reality="actual", frame=f"{hit.frame} (tenzij)")


def _has_unless(grammar: Grammar, trigger: range) -> bool:
    """Whether "tenzij", or "als" with a denial, opens a clause on some words or on who tells them."""
    for word in trigger:
        governor = grammar.heads[word]
        told = governor != ROOT and grammar.deps[word] in SAID
        for above in (word, governor) if told else (word,):
            for clause in grammar.has(above, "advcl"):
                marks = {grammar.low[mark] for mark in grammar.marks(clause)}
                if "tenzij" in marks or (marks & IF and denied(grammar, clause)):
                    return grammar.lemmas[governor] != "dreigen"
    return False
