"""The stamp at the head of a text file, `date 2022-02 `, that gives its date of publication."""

import re

from akkoord.reports.problem import ReportError
from akkoord.when import BadWhen, When

# Only what begins like EDTF makes it a stamp: "date met een ..." is a report that begins so.
_STAMP = re.compile(r"\s*date[ \t]+((?:[\[\d]|\.\.|XXXX)\S*)(?:\s|$)")


def split_stamp(text: str) -> tuple[When | None, str]:
    """The date that the stamp gives and the body: what follows the stamp and one space.

    None and the whole text where there is no stamp. Raises `ReportError` for an impossible date.
    """
    stamp = _STAMP.match(text)
    if stamp is None:
        return None, text
    try:
        return When.parse(stamp[1]), text[stamp.end() :]
    except BadWhen as error:
        raise ReportError(f"the stamp 'date {stamp[1]}' is impossible: {error}") from error
