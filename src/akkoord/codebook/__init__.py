"""The codebook: the terms that findings are told in.

Takes nothing, gives the closed lists (event types and their modes, sectors, issues, stances, statuses) and
the two values that every finding is made of: `Code`, who, and `Span`, which words. It knows nothing of
language, of how findings are found or where they are kept; every room may import it.

Event types, modes and sectors are PLOVER's (Open Event Data Alliance, manual 2.0 draft), issues follow the
top categories of the PA-X peace agreements codebook, spans are those of the W3C Web Annotation model.
"""

from akkoord.codebook.code import BadCode, Code, join_codes, parties_in
from akkoord.codebook.span import Span
from akkoord.codebook.terms import (
    CHANNELS,
    EVENT_TYPES,
    FORMS,
    ISSUES,
    MODES,
    REALITIES,
    SECTORS,
    STANCES,
    AgreementStatus,
    Channel,
    EventType,
    Form,
    Issue,
    Reality,
    Sector,
    Stance,
    TalkStatus,
    modes_of,
)

__all__ = [
    "CHANNELS",
    "EVENT_TYPES",
    "FORMS",
    "ISSUES",
    "MODES",
    "REALITIES",
    "SECTORS",
    "STANCES",
    "AgreementStatus",
    "BadCode",
    "Channel",
    "Code",
    "EventType",
    "Form",
    "Issue",
    "Reality",
    "Sector",
    "Span",
    "Stance",
    "TalkStatus",
    "join_codes",
    "modes_of",
    "parties_in",
]
