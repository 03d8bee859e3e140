"""The closed lists of the codebook, as types for the checker and as tuples for the program."""

from typing import Literal, get_args

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Sector = Literal[
    "GOV", "LEG", "MIL", "COP", "JUD", "SPY", "OPP", "PTY", "REB", "UAF", "CVL", "JRN",
    "BUS", "NGO", "EDU", "REL", "LAB", "ELI", "REF",
]  # fmt: skip
Reality = Literal["actual", "future", "hypothetical", "negated"]
Form = Literal["direct", "indirect"]
Stance = Literal["demands", "proposes", "open", "accepts", "rejects"]
Issue = Literal[
    "talks", "venue", "mediation", "ceasefire", "withdrawal", "disarmament", "nuclear", "neutrality",
    "eu-membership", "recognition", "territory", "autonomy", "elections", "power-sharing", "leadership",
    "prisoners", "humanitarian", "refugees", "sanctions", "trade", "security-guarantees", "peacekeeping",
    "accountability", "reconstruction", "rights", "borders", "constitution", "energy", "timing",
]  # fmt: skip
AgreementStatus = Literal["proposed", "concluded", "in-force", "violated", "ended", "rejected"]
TalkStatus = Literal["proposed", "planned", "held", "attempted", "cancelled", "refused"]
Channel = Literal["meeting", "phone", "video", "letter"]

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
SECTORS: tuple[Sector, ...] = get_args(Sector)
REALITIES: tuple[Reality, ...] = get_args(Reality)
FORMS: tuple[Form, ...] = get_args(Form)
STANCES: tuple[Stance, ...] = get_args(Stance)
ISSUES: tuple[Issue, ...] = get_args(Issue)
CHANNELS: tuple[Channel, ...] = get_args(Channel)

_ANSWERS = ("assist", "change", "yield", "meet")

MODES: dict[EventType, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": _ANSWERS,
    "REJECT": _ANSWERS,
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip


def modes_of(event_type: EventType) -> tuple[str, ...]:
    """The modes that an event of this type can have; none for the types that PLOVER leaves whole."""
    return MODES.get(event_type, ())
