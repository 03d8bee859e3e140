"""The record room: what is kept.

Takes reports and their readings, keeps every report once, every reading with the versions that made it, every
finding with its spans and every decision of a person, and overwrites none of them. Gives entries as of a day,
search, what could not be read. It knows nothing of how a finding was found or of what holds across reports.
"""

from akkoord.record.decision import Adrift, Decision
from akkoord.record.entry import Entry, Merge, ReaderVersion
from akkoord.record.gleaned import Pair, Stood, Term, any_right, likeliest, paired, required, stood
from akkoord.record.heads import Extent, KeptReport
from akkoord.record.intake import Taken, read_again, retry, take_in
from akkoord.record.opened import default_record
from akkoord.record.page import Page
from akkoord.record.person import Person
from akkoord.record.problem import RecordError
from akkoord.record.problems import Problem
from akkoord.record.record import Hit, MadeReading, Record
from akkoord.record.told import DEALING_KINDS, Dealing, Stands, Told
from akkoord.record.views import View

__all__ = [
    "DEALING_KINDS",
    "Adrift",
    "Dealing",
    "Decision",
    "Entry",
    "Extent",
    "Hit",
    "KeptReport",
    "MadeReading",
    "Merge",
    "Page",
    "Pair",
    "Person",
    "Problem",
    "ReaderVersion",
    "Record",
    "RecordError",
    "Stands",
    "Stood",
    "Taken",
    "Term",
    "Told",
    "View",
    "any_right",
    "default_record",
    "likeliest",
    "paired",
    "read_again",
    "required",
    "retry",
    "stood",
    "take_in",
]
