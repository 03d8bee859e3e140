"""The findings of one report: a class a layer, and the `Reading` that holds all eight.

The JSON form is that of the codebook's reading file. Three fields are added to each finding: `id`, computed
from its content, so that reading the same words again gives the same finding; `confidence`, the chance that
it is right; `why`, the rule or the learned head that made it and the words that it rests on.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from akkoord.codebook import (
    AgreementStatus,
    Channel,
    Code,
    EventType,
    Form,
    Issue,
    Reality,
    Span,
    Stance,
    TalkStatus,
    modes_of,
)
from akkoord.when import When

Layer = Literal["actors", "times", "statements", "events", "conditions", "positions", "agreements", "talks"]
LAYERS: tuple[Layer, ...] = (
    "actors", "times", "statements", "events", "conditions", "positions", "agreements", "talks",
)  # fmt: skip

ID_DIGITS = 12  # 48 bits: two of a million findings share an id in one case of five hundred
KEPT = {"kept": True}  # marks the validation of findings that were findings before
NOT_CONTENT = frozenset({"id", "confidence", "why"})


def _check_party(code: Code) -> Code:
    if code != code.whole:
        raise ValueError(f"{code} has a sector; this field takes parties without one")
    return code


def _check_date(text: str) -> str:
    When.parse(text)
    return text


Edtf = Annotated[str, AfterValidator(_check_date), Field(description="EDTF (ISO 8601-2)")]
Party = Annotated[Code, AfterValidator(_check_party)]
Evidence = Annotated[tuple[Span, ...], Field(min_length=1)]


class Mention(Span):
    """Words that name or point to an actor, and whose they are; no code where that cannot be told."""

    code: Code | None


class Finding(BaseModel):
    """What all findings have beside their content."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    confidence: float = Field(default=1.0, ge=0, le=1)
    why: tuple[str, ...] = ()
    id: str = ""

    @model_validator(mode="after")
    def _identify(self, info: ValidationInfo) -> Self:
        if self.id and info.context is KEPT:
            return self
        object.__setattr__(self, "id", f"{type(self).__name__.lower()}-{self._digest()}")
        return self

    def bare(self) -> dict[str, Any]:
        """What the finding says, as JSON values, without id, confidence and reasons."""
        return self.model_dump(mode="json", exclude=set(NOT_CONTENT))

    def changed(self, **values: Any) -> Self:
        """The finding with other content and its own id (`model_copy` would keep the old one)."""
        return type(self).model_validate(dict(self) | values)

    def spans(self) -> tuple[Span, ...]:
        """All words that the finding points to, in the order of its fields."""
        return tuple(_spans_in([getattr(self, name) for name in type(self).model_fields]))

    def _digest(self) -> str:
        text = json.dumps(self.bare(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:ID_DIGITS]


class Actor(Finding, Mention):
    """A mention of somebody who can act, speak or be acted on."""

    def spans(self) -> tuple[Span, ...]:
        return (self,)


class Time(Finding, Span):
    """An expression that places something in time, resolved against the date of publication."""

    value: Edtf

    def spans(self) -> tuple[Span, ...]:
        return (self,)


class Statement(Finding):
    """Who says what."""

    source: Mention | None
    cue: Span
    content: Evidence
    form: Form
    addressee: Mention | None = None


class Event(Finding):
    """Who does what to whom."""

    trigger: Span
    type: EventType
    mode: str | None = None
    actors: tuple[Code, ...] = ()
    recipients: tuple[Code, ...] = ()
    reality: Reality
    time: Edtf | None = None
    place: str | None = None
    claimed_by: Code | None = None

    @model_validator(mode="after")
    def _mode_fits(self) -> Self:
        if self.mode is not None and self.mode not in modes_of(self.type):
            raise ValueError(f"{self.type} has no mode {self.mode!r}; it has {modes_of(self.type) or 'none'}")
        return self


class Condition(Finding):
    """What must hold before or in exchange for what."""

    imposed_by: Code | None
    requirement: Span
    consequence: Span
    cue: Span


class Position(Finding):
    """What a party wants of the dealings on one issue."""

    party: Code
    issue: Issue
    stance: Stance
    evidence: Evidence


class Agreement(Finding):
    """A treaty, accord, deal, ceasefire or pact that the report speaks of."""

    name: str
    parties: tuple[Code, ...]
    third_parties: tuple[Code, ...] = ()
    date: Edtf | None = None
    place: str | None = None
    provisions: tuple[Issue, ...] = ()
    status: AgreementStatus
    evidence: Evidence


class Talk(Finding):
    """A meeting, call or round of talks between parties, held or not."""

    parties: tuple[Code, ...]
    place: str | None = None
    host: Party | None = None
    mediator: Party | None = None
    date: Edtf | None = None
    channel: Channel | None = None
    status: TalkStatus
    evidence: Evidence


class ReportHead(BaseModel):
    """Which report it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str | None = None
    published: Edtf | None = None
    publisher: str | None = None
    language: str = "nl"


class Reading(BaseModel):
    """All that was found in one report, layer by layer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    report: ReportHead
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    conditions: tuple[Condition, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    talks: tuple[Talk, ...] = ()

    @classmethod
    def from_json(cls, text: str | bytes, *, kept: bool = False) -> "Reading":
        """The reading in a reading file; raises `pydantic.ValidationError`, which names field and value.

        `kept`: the text is as a reading gave it, so that the identifiers in it hold and need not be computed again.
        """
        return cls.model_validate_json(text, context=KEPT if kept else None)

    def to_json(self) -> str:
        """The reading file: findings in the order of their words, the same bytes for the same reading."""
        return json.dumps(self.in_order().model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"

    def layer(self, layer: Layer) -> tuple[Finding, ...]:
        findings: tuple[Finding, ...] = getattr(self, layer)
        return findings

    def findings(self) -> Iterator[Finding]:
        """All findings, layer after layer."""
        for layer in LAYERS:
            yield from self.layer(layer)

    def in_order(self) -> "Reading":
        """The same reading with each layer in the order in which its words stand in the report."""
        return self._with_layers({layer: tuple(sorted(self.layer(layer), key=_place)) for layer in LAYERS})

    def at_least(self, confidence: float) -> "Reading":
        """The reading without findings below this confidence."""
        return self._with_layers(
            {layer: tuple(f for f in self.layer(layer) if f.confidence >= confidence) for layer in LAYERS}
        )

    def misplaced(self, text: str) -> list[Span]:
        """The spans whose words do not stand in this place of the text; a sound reading has none."""
        return [span for finding in self.findings() for span in finding.spans() if not span.stands_in(text)]

    def _with_layers(self, layers: dict[Layer, tuple[Finding, ...]]) -> "Reading":
        return self.model_copy(update={str(layer): findings for layer, findings in layers.items()})


def _place(finding: Finding) -> tuple[int, int, str]:
    first = min(finding.spans(), key=lambda span: (span.start, span.end))
    return first.start, first.end, finding.id


def _spans_in(values: list[Any]) -> Iterator[Span]:
    for value in values:
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from _spans_in(list(value))
