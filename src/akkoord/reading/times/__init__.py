"""The times layer: expressions that place something in time, resolved against the date of publication.

Takes a report's text and its date of publication as `When`, of any precision, and for each clause its
tense; gives `Time` findings with EDTF values. Grammar is only needed for the tense, and `tense_by_words`
guesses that where there is no parse. It knows nothing of what happened at those times.

Published in a known month only, a weekday is the set of the days that it can be, and an expression that
shifts the day of publication is the month: a day is never made up.
"""

from akkoord.reading.times.reader import read_times
from akkoord.reading.times.tense import Tense, TenseOf, tense_by_words

__all__ = ["Tense", "TenseOf", "read_times", "tense_by_words"]
