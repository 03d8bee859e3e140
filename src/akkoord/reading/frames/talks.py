"""The status of talks that a parsed text tells of: what is said of a noun of meeting, what a verb of meeting hangs on.

Takes a Doc; gives a hit for each noun and verb of meeting. Who takes part is told by the events.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from akkoord.codebook import Reality, TalkStatus
from akkoord.reading.frames.frame import is_role
from akkoord.reading.frames.grammar import ROOT, Grammar, grammar_of, key_of
from akkoord.reading.frames.hits import TalkHit
from akkoord.reading.frames.lexicon import read_tables
from akkoord.reading.frames.matching import frame_index
from akkoord.reading.frames.predicates import Predicates
from akkoord.reading.frames.reality import denied, standing
from akkoord.reading.frames.roles import Roles

WITH = "obl:met"  # the role of whom somebody meets
VISIT = "visit"  # the mode of frames of visiting
UNDERGONE = frozenset({"obj", "van"})  # roles of talks with which something is done
HIGHEST = 3  # words up which a verb's status is looked for
DEFINITE = frozenset({"de", "het", "die", "dat", "deze", "dit"})
GOVERNED = frozenset({"xcomp", "ccomp", "acl", "obl", "obl:arg", "obj", "advcl", "csubj"})
REAL: dict[Reality, TalkStatus] = {"actual": "held", "future": "planned", "negated": "refused"}
TURNED: dict[tuple[TalkStatus, Reality], TalkStatus] = {
    ("held", "future"): "planned",
    ("held", "hypothetical"): "proposed",
    ("held", "negated"): "cancelled",
    ("planned", "negated"): "cancelled",
    ("proposed", "negated"): "refused",
    ("cancelled", "future"): "planned",
    ("cancelled", "hypothetical"): "planned",
    ("cancelled", "negated"): "planned",
    ("refused", "hypothetical"): "proposed",
    ("refused", "negated"): "proposed",
}  # what a status becomes where its predicate is not real


@dataclass(frozen=True)
class TalkWords:
    """The status that a predicate gives, by role and lemma, and whether even if denied; that of words beside a noun;
    that of what a verb hangs on; the words that say that nobody answered; how nouns of one side's own begin."""

    done: dict[tuple[str, str], tuple[TalkStatus, bool]]
    modifiers: dict[str, TalkStatus]
    governed: dict[str, TalkStatus]
    unanswered: tuple[frozenset[str], ...]
    own: tuple[str, ...]


@cache
def talk_words() -> TalkWords:
    """The words of talks, read on the first call; raises `tomllib.TOMLDecodeError` with line and column."""
    data = read_tables("talks")
    return TalkWords(
        done={
            (role, key_of(word)): (group["status"], group.get("anyway", False))
            for group in data["done"]
            for role in group["roles"]
            for word in group["words"]
        },
        governed={key_of(word): group["status"] for group in data["governed"] for word in group["words"]},
        unanswered=tuple(frozenset(map(key_of, words.split())) for words in data["unanswered"]["words"]),
        own=tuple(data["own"]["words"]),
        modifiers={word: group["status"] for group in data["modifier"] for word in group["words"]},
    )


def find_talks(doc: Doc, parties: Iterable[int] = ()) -> list[TalkHit]:
    """The nouns and verbs of meeting in a parsed text, with the status that it tells of them."""
    grammar = grammar_of(doc)
    return talks_in(grammar, Predicates(grammar, Roles(grammar, frozenset(parties))))


def talks_in(grammar: Grammar, predicates: Predicates) -> list[TalkHit]:
    """The same, of a text whose grammar is known; a noun that points back meets with whom it met before."""
    found: list[TalkHit] = []
    met: dict[str, tuple[int, ...]] = {}
    for word in range(grammar.size):
        lemma = grammar.lemmas[word]
        if grammar.tags[word] == "NOUN" and _is_meeting(lemma):
            hit = _of_noun(grammar, predicates, word)
        elif grammar.tags[word] == "VERB" and _meets(grammar, predicates.roles, word):
            hit = replace(_of_verb(grammar, word), own=_only_looks(grammar, predicates.roles, word))
        else:
            continue
        partners = _partners(grammar, predicates.roles, word)
        if partners or not any(grammar.low[c] in DEFINITE for c in grammar.children[word]):
            met[lemma] = partners
        own = hit.own or lemma.startswith(talk_words().own)
        found.append(replace(hit, partners=met.get(lemma, ()), own=own))
    return found


def _partners(grammar: Grammar, roles: Roles, word: int) -> tuple[int, ...]:
    """Who meets and with whom, where it says with whom."""
    beside = [c for c in grammar.children[word] if grammar.case(c) == "met"]
    clause = word if grammar.tags[word] == "VERB" else grammar.heads[word]
    return (*beside, *roles.subjects(clause)) if beside and clause != ROOT else ()


def _is_meeting(noun: str) -> bool:
    return any(frame.type == "CONSULT" for frame in frame_index().of_noun(noun))


def _meets(grammar: Grammar, roles: Roles, word: int) -> bool:
    """Whether a verb is one of meeting by itself, not by its object or its end as "leiden" and "reizen" are; what it
    needs must be there: "sprak met X", not "sprak van zuivering".
    """
    opened = (found.entry for found in frame_index().opened(grammar, word))
    return any(
        f.type == "CONSULT" and not f.objects and all(_has(grammar, roles, word, need) for need in f.needs)
        for f in opened
    )


def _has(grammar: Grammar, roles: Roles, word: int, need: str) -> bool:
    """Whether a verb has what it needs; several who do it have each other."""
    if need == WITH:
        subjects = roles.subjects(word)
        several = len(subjects) > 1 or any("Number=Plur" in grammar.feats[one] for one in subjects)
        return several or bool(roles.fill(word, need))
    return bool(roles.fill(word, need)) if is_role(need) else need != "recipient"


def _only_looks(grammar: Grammar, roles: Roles, verb: int) -> bool:
    """Whether somebody visits what is no party and no meeting: "bezocht de stad"."""
    visits = any(found.entry.mode == VISIT for found in frame_index().opened(grammar, verb))
    seen = [child for child in grammar.children[verb] if grammar.deps[child] == "obj"]
    return visits and any(not roles.is_party(word) and not _is_meeting(grammar.lemmas[word]) for word in seen)


def _of_verb(grammar: Grammar, word: int) -> TalkHit:
    """The status of a verb: by what it hangs on and its auxiliaries, else by whether it is real."""
    form = grammar.forms[word]
    if _is_unanswered(grammar, word):
        return TalkHit(word, "attempted", f"{form}, unanswered", verb=True)
    for governor in _governors(grammar, word):
        maybe = grammar.low[governor] in ("zou", "zouden")
        status = "proposed" if maybe else talk_words().governed.get(grammar.lemmas[governor])
        if status is not None:
            if denied(grammar, word) or denied(grammar, governor):
                status = "proposed" if status == "refused" else "refused"
            return TalkHit(word, status, f"{form} under {grammar.forms[governor]}", verb=True, maybe=maybe)
    return TalkHit(word, _by_itself(grammar, word), f"{form} by itself", verb=True)


def _by_itself(grammar: Grammar, word: int) -> TalkStatus | None:
    """The status of a verb that hangs on nothing that gives one: of what is denied only if that still holds."""
    reality = standing(grammar, word).reality
    if reality == "negated" and not (denied(grammar, word) and _is_present(grammar, word)):
        return None
    return REAL.get(reality)


def _is_present(grammar: Grammar, word: int) -> bool:
    return grammar.is_finite(word) and "Tense=Past" not in grammar.feats[word]


def _governors(grammar: Grammar, word: int) -> Iterator[int]:
    """The auxiliaries of a verb, then what it hangs on as an argument, with its auxiliaries."""
    at = word
    for _ in range(HIGHEST):
        yield from (c for c in grammar.children[at] if grammar.deps[c] == "aux")
        if grammar.heads[at] == ROOT or grammar.deps[at] not in GOVERNED or grammar.tells_fact(at):
            return
        at = grammar.heads[at]
        yield at


def _is_unanswered(grammar: Grammar, word: int) -> bool:
    """Whether its sentence says that nobody answered."""
    after = grammar.sentence(word)
    lemmas = {grammar.lemmas[w] for w in after} | {grammar.low[w] for w in after}
    return any(words <= lemmas for words in talk_words().unanswered)


def _of_noun(grammar: Grammar, predicates: Predicates, word: int) -> TalkHit:
    """The status of a noun: by the first predicate that tells one, else by what stands with the noun."""
    words = talk_words()
    for role, predicate in predicates.relations(word):
        keys = [*predicates.keys(role, predicate, word), (role, "")]
        told = next((words.done[key] for key in keys if key in words.done), None)
        if told is not None:
            status, anyway = told
            real = predicates.reality(predicate) if predicates.is_verb(predicate) else "actual"
            reality = "actual" if anyway else real
            why = f"{role} of {grammar.forms[predicate]}, {reality}"
            dated = not anyway or role not in UNDERGONE or real in ("actual", "future")
            return TalkHit(word, TURNED.get((status, reality), status), why, dated=dated)
    beside = (words.modifiers.get(grammar.lemmas[c].rstrip("e")) for c in grammar.children[word])
    return TalkHit(word, next(filter(None, beside), None), f"with {grammar.forms[word]}")
