"""From what a person gives to a finding: fields as JSON, with words where spans are due."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from akkoord.codebook import Span
from akkoord.reading import Finding
from akkoord.record.decision import CLASSES
from akkoord.record.problem import RecordError

WORDS = ("cue", "trigger", "requirement", "consequence")
MENTIONS = ("source", "addressee")
SEVERAL = ("content", "evidence")
LISTS = ("actors", "recipients", "parties", "third_parties", "provisions")


def finding_of(layer: str, fields: Mapping[str, Any], text: str) -> Finding:
    """The finding of this layer with these fields, in a report with this text.

    Words that stand once in the text are given as they are, others as `{"text", "start", "end"}`; one value
    does where a list is due. Raises `RecordError` for an unknown layer, unfit fields, and words that do not stand
    in the text.
    """
    if layer not in CLASSES:
        raise RecordError(f"{layer!r} is no layer; give one of {', '.join(CLASSES)}")
    try:
        finding = CLASSES[layer].model_validate(_placed(fields, text))
    except ValidationError as error:
        raise RecordError(f"this is no finding of the layer {layer}: {_first(error)}") from error
    wrong = next((span for span in finding.spans() if not span.stands_in(text)), None)
    if wrong is not None:
        raise RecordError(f"{wrong.text!r} does not stand at {wrong.start} to {wrong.end} of the report")
    return finding


def _placed(fields: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The fields with the places of words that were given without one."""
    placed = _span(dict(fields), text) if "text" in fields else dict(fields)
    for name in WORDS:
        if name in placed:
            placed[name] = _span(placed[name], text)
    for name in MENTIONS:
        if placed.get(name) is not None:
            placed[name] = _mention(placed[name], text)
    for name in (*SEVERAL, *LISTS):
        if name in placed and not isinstance(placed[name], list | tuple):
            placed[name] = [placed[name]]
    for name in SEVERAL:
        if name in placed:
            placed[name] = [_span(words, text) for words in placed[name]]
    return placed


def _span(words: Any, text: str) -> Any:
    """Words, or an object with words as `text`, with their place where they lack it."""
    if isinstance(words, str):
        return _only(words, text)
    if isinstance(words, dict) and isinstance(words.get("text"), str) and "start" not in words:
        return words | _only(words["text"], text)
    return words


def _mention(words: Any, text: str) -> Any:
    """The same for a mention; its code is unknown where none is given."""
    placed = _span(words, text)
    return {"code": None} | placed if isinstance(placed, dict) else placed


def _only(words: str, text: str) -> dict[str, Any]:
    count = text.count(words) if words else 0
    if count != 1:
        place = "not in the report" if not count else f"{count} times in the report"
        raise RecordError(f'{words!r} stands {place}; give {{"text": ..., "start": ..., "end": ...}}')
    start = text.index(words)
    return Span.of(text, start, start + len(words)).model_dump()


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    return " ".join(f"{'.'.join(map(str, first['loc']))} {first['msg']}".split())
