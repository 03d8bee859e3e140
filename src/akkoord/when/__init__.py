"""Times that are not exactly known, in EDTF (Extended Date/Time Format, ISO 8601-2).

Takes EDTF text or days, gives `When`: a frozen value that knows which days it can be, prints itself as EDTF
and in Dutch or English, and can be shifted, compared and narrowed by another. It knows nothing of reports,
words or findings.

Forms: a day, month, year, season (`2022-21`), decade (`199X`) or century (`19XX`); an interval between two
of these (`2014/2016`), open at an end (`2022-03/..`); one of a set (`[2022-02-07,2022-02-14]`); unknown
(`XXXX`); each with `~` (about), `?` (perhaps) or `%` (perhaps about). Times of day and years outside 1 to
9999 are refused.
"""

from akkoord.when.point import BadWhen, Precision
from akkoord.when.value import When

__all__ = ["BadWhen", "Precision", "When"]
