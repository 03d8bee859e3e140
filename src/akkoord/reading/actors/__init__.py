"""Who is who: states, bodies, organisations, groups, parties, media, regions, offices, office-holders.

Takes the words of one noun phrase, gives the actor code that the words themselves bear out, or none. What
is known of the world stands in `data/*.toml`, for analysts to read and to extend; `lint` names every entry
that cannot be right. It knows nothing of grammar, of the rest of the report or of what a phrase does in it.
"""

from akkoord.reading.actors.families import family_of
from akkoord.reading.actors.lexicon import Entry, Lexicon, Office, lexicon, party_entries, short_name
from akkoord.reading.actors.lint import lint
from akkoord.reading.actors.names import fold, name_key
from akkoord.reading.actors.phrase import Phrase, code_of, describe, known_in

__all__ = [
    "Entry",
    "Lexicon",
    "Office",
    "Phrase",
    "code_of",
    "describe",
    "family_of",
    "fold",
    "known_in",
    "lexicon",
    "lint",
    "name_key",
    "party_entries",
    "short_name",
]
