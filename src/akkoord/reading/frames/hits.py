"""What frames find in a text (events, sayings, agreements and so on): numbers of words, and the arcs that show it."""

from dataclasses import dataclass
from typing import Literal

from akkoord.codebook import AgreementStatus, EventType, Form, Reality, Stance, TalkStatus


@dataclass(frozen=True, slots=True)
class EventHit:
    """An event: its words, what it is and whether it is real, and the head words of who plays a role in it.

    Words are numbered as `Signals` numbers them: the Doc's tokens without white space. `frame` names file and
    lemma of the frame that fits, `arcs` tells how the roles and the reality were found, `signs` what may make it less
    real.
    """

    trigger: range
    type: EventType
    mode: str | None
    reality: Reality
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    frame: str
    arcs: tuple[str, ...]
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SayingHit:
    """A statement: the cue, the head word of its source, the words said, the head word of who is spoken to.

    `by` is what found it: the kind of its cue, a `learned` cue that the lexicon lacks, a quotation without cue, or a
    headline; `marks` tell how the cue stands in its clause.
    """

    cue: range
    source: int | None
    content: tuple[range, ...]
    addressee: int | None
    form: Form
    by: Literal["saying", "thinking", "acting", "learned", "quotation", "headline"]
    frame: str
    arcs: tuple[str, ...]
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ConditionHit:
    """What must hold before, or in exchange for, what; the words that say so, and the marks that it is a condition."""

    requirement: range
    consequence: range
    cue: range
    marks: frozenset[str]
    frame: str
    arcs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementHit:
    """Where an agreement is told of: its `name`, the `words` up to the predicate, and whom these name.

    `kind` is `truce` or `pact`, `loose` for a noun that may name something else, `made` where a verb makes it without
    a noun, `back` where words only point back to one. `noun` is what a compound ends in, `marks` are words that tell
    which one it is; `status` is None where no predicate gives one. `scenes` are the words in which its own time and
    place stand, the surest first: its phrase, then the clause that tells how it was made. `several` is whether it is a
    plural, `bare` whether it stands in a heading without a verb, which tells nothing of it.
    """

    name: range
    words: range
    kind: str
    noun: str
    marks: frozenset[str]
    definite: bool
    status: AgreementStatus | None
    parties: tuple[int, ...]
    third_parties: tuple[int, ...]
    arcs: tuple[str, ...]
    scenes: tuple[frozenset[int], ...] = ()
    several: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class TalkHit:
    """A noun or `verb` of meeting, the status that the text gives it if it does, and why.

    `maybe` where the text says that it would be: planned if a day to come is named, else proposed. `partners` are the
    head words of who meets and with whom, where it says with whom; `own` where a side meets itself or visits a place.
    `dated` is false where a time beside it is of what did not happen to them: "dreigde dinsdag het overleg te staken".
    """

    word: int
    status: TalkStatus | None
    arc: str
    verb: bool = False
    maybe: bool = False
    partners: tuple[int, ...] = ()
    own: bool = False
    dated: bool = True


@dataclass(frozen=True, slots=True)
class WantHit:
    """What somebody wants: the words that say so, the stances that they can stand for, the head words of who wants
    it, the words of what is wanted, and the clause around them."""

    cue: tuple[int, ...]
    stances: tuple[Stance, ...]
    holders: tuple[int, ...]
    target: tuple[int, ...]
    clause: range
    reality: Reality
    frame: str
    arcs: tuple[str, ...]
