"""From bytes to text that can be read."""

import re

from akkoord.reports.problem import ReportError

MOST_BYTES = 5_000_000  # no report is near this long; more is an archive

_FORMATS = {
    b"%PDF": "is a PDF; save its text as UTF-8, with pdftotext for one",
    b"PK\x03\x04": "is a zip or office file; save its text as UTF-8",
    b"\x1f\x8b": "is compressed; unpack it with gunzip",
    b"\xff\xfe": "is UTF-16; convert it with: iconv -f UTF-16 -t UTF-8",
    b"\xfe\xff": "is UTF-16; convert it with: iconv -f UTF-16 -t UTF-8",
}
_BINARY = "is binary; give text in UTF-8"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_MOST_CONTROLS = 0.01  # of all characters; newspaper archives hold a stray one now and then


def decode(data: bytes) -> str:
    """UTF-8 as text, with line ends as newlines; raises `ReportError` for what is no text in UTF-8."""
    for beginning, reason in _FORMATS.items():
        if data.startswith(beginning):
            raise ReportError(reason)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise ReportError(_BINARY) from error
        raise ReportError(
            f"is not UTF-8 (byte {error.start}); convert it with: iconv -f WINDOWS-1252 -t UTF-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_size(size: int) -> None:
    """Raises `ReportError` for more bytes than one report has."""
    if size > MOST_BYTES:
        raise ReportError(
            f"is {size / 1e6:.1f} MB, more than the {MOST_BYTES / 1e6:.0f} MB of one report; "
            "split it into its articles"
        )


def check_text(text: str) -> None:
    """Raises `ReportError` for a text that is empty, too long or holds what no text holds."""
    if not text.strip():
        raise ReportError("is empty; give the text of a report")
    try:
        check_size(len(text.encode()))
    except UnicodeEncodeError as error:
        raise ReportError(
            f"holds half a character (at {error.start}); give whole Unicode characters"
        ) from error
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise ReportError(_BINARY)
