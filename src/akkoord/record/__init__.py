"""The record room: what is kept.

Takes reports and their readings, keeps every report once, every reading with the versions that made it, every
finding with its spans and every decision of a person, and overwrites none of them. Gives entries as of a day,
search, what could not be read. It knows nothing of how a finding was found or of what holds across reports.
"""

from akkoord.record.entry import Entry, Merge, ReaderVersion

__all__ = ["Entry", "Merge", "ReaderVersion"]
