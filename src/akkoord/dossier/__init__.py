"""The dossier room: what holds across reports.

Takes entries of the record; gives a `Dossier`: actors, events, positions, conditions, agreements, talks, sayings and
contradictions, each told once with all reports that tell it, with the reason for every joining and narrowing. Pure
functions, the same for the same entries. It knows nothing of how entries are kept or shown.
"""

from akkoord.dossier.actors import Known, Role
from akkoord.dossier.agreements import Accord
from akkoord.dossier.conditions import Circle, Matter, Precondition
from akkoord.dossier.context import Citation
from akkoord.dossier.contradictions import Contradiction, Side
from akkoord.dossier.dossier import Dossier
from akkoord.dossier.happenings import Happening, deal_together
from akkoord.dossier.loading import (
    load_dossier,
    load_positions,
    load_recent,
    said_in,
    save_scope,
    saved_scope,
    saved_scopes,
)
from akkoord.dossier.narrowing import Clash, Narrowing, Step
from akkoord.dossier.positions import LIKELY, Change, Line, Stand
from akkoord.dossier.reason import Reason
from akkoord.dossier.sayings import Quote, Saying
from akkoord.dossier.scope import BadScope, Scope
from akkoord.dossier.talks import Round

__all__ = [
    "LIKELY",
    "Accord",
    "BadScope",
    "Change",
    "Circle",
    "Citation",
    "Clash",
    "Contradiction",
    "Dossier",
    "Happening",
    "Known",
    "Line",
    "Matter",
    "Narrowing",
    "Precondition",
    "Quote",
    "Reason",
    "Role",
    "Round",
    "Saying",
    "Scope",
    "Side",
    "Stand",
    "Step",
    "deal_together",
    "load_dossier",
    "load_positions",
    "load_recent",
    "said_in",
    "save_scope",
    "saved_scope",
    "saved_scopes",
]
