"""The brief room: one page out of a dossier, and its sisters, each line with where it stands.

Takes a `Dossier`; gives pages and tables, in Dutch or English, for people (Markdown, terminal, plots) and programs
(JSON values). It says what reports say and who says it, never more. It knows nothing of how a dossier is made.
"""

from akkoord.brief.language import LANGUAGES, Language, LanguageCode
from akkoord.brief.markdown import brief_markdown, sheet_markdown
from akkoord.brief.page import LAYERS_OF_BRIEF, RECENT_REPORTS, make_brief
from akkoord.brief.sheet import Brief, Item, Row, Section, Sheet, brief_values, citation_values

__all__ = [
    "LANGUAGES",
    "LAYERS_OF_BRIEF",
    "RECENT_REPORTS",
    "Brief",
    "Item",
    "Language",
    "LanguageCode",
    "Row",
    "Section",
    "Sheet",
    "brief_markdown",
    "brief_values",
    "citation_values",
    "make_brief",
    "sheet_markdown",
]
