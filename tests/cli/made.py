"""A report with a reading made by hand, every layer in it, for tests of what people see of a reading."""

from akkoord.codebook import Code, Span
from akkoord.reading import (
    Actor,
    Agreement,
    Condition,
    Event,
    Mention,
    Position,
    Reading,
    ReportHead,
    Statement,
    Talk,
    Time,
)

TEXT = (
    'Moskou eist dat Kiev zondag de wapens neerlegt. "Pas als de Russen weg zijn, praten wij", '
    "zegt minister De Boer [sic].\n\nHet Verdrag van Riga is geschonden. De ministers belden in Genève."
)
RUSSIA, UKRAINE = Code.of("RUS", "GOV"), Code.of("UKR", "GOV")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def mention(words: str, code: Code | None) -> Mention:
    return Mention(**span(words).model_dump(), code=code)


def actor(words: str, code: Code | None, confidence: float, *why: str) -> Actor:
    return Actor(**span(words).model_dump(), code=code, confidence=confidence, why=why)


READING = Reading(
    report=ReportHead(id="riga", title="Wapens en woorden", published="2022-03", publisher="Proefkrant"),
    actors=(
        actor("Moskou", RUSSIA, 0.9, "Moskou"),
        actor("Kiev", UKRAINE, 0.8, "Kiev"),
        actor("minister De Boer", UKRAINE, 0.7, "named as de Oekraïense minister De Boer"),
        actor("wij", UKRAINE, 0.4, "means UKR/GOV"),
        actor("De ministers", None, 0.3),
    ),
    times=(Time(**span("zondag").model_dump(), value="2022-03-06", why=("weekday", "future")),),
    statements=(
        Statement(
            source=mention("Moskou", RUSSIA),
            cue=span("eist"),
            content=(span("dat Kiev zondag de wapens neerlegt"),),
            form="indirect",
            addressee=mention("Kiev", UKRAINE),
            confidence=0.9,
            why=("cue 0.90: eist",),
        ),
        Statement(
            source=mention("minister De Boer", UKRAINE),
            cue=span("zegt"),
            content=(span("Pas als de Russen weg zijn, praten wij"),),
            form="direct",
            confidence=0.6,
            why=("cue 0.60: zegt",),
        ),
    ),
    events=(
        Event(
            trigger=span("eist"),
            type="REQUEST",
            mode="yield",
            actors=(RUSSIA,),
            recipients=(UKRAINE,),
            reality="actual",
            time="2022-03-06",
            place="Riga",
            claimed_by=RUSSIA,
            confidence=0.85,
            why=("trigger 0.85: eist", "frame request.toml: eisen", "nsubj eist -> Moskou"),
        ),
    ),
    conditions=(
        Condition(
            imposed_by=UKRAINE,
            requirement=span("de Russen weg zijn"),
            consequence=span("praten wij"),
            cue=span("Pas als"),
            confidence=0.5,
            why=("condition 0.50: Pas als",),
        ),
    ),
    positions=(
        Position(
            party=Code.of("RUS"),
            issue="disarmament",
            stance="demands",
            evidence=(span("eist dat Kiev zondag de wapens neerlegt"),),
            confidence=0.65,
            why=("position 0.65: eist dat Kiev zondag de wapens neerlegt",),
        ),
    ),
    agreements=(
        Agreement(
            name="Verdrag van Riga",
            parties=(Code.of("RUS"), Code.of("UKR")),
            third_parties=(Code.of("ORG:OSCE"),),
            provisions=("ceasefire", "withdrawal"),
            status="violated",
            evidence=(span("Verdrag van Riga"),),
            confidence=0.75,
            why=("agreement 0.75: Verdrag van Riga",),
        ),
    ),
    talks=(
        Talk(
            parties=(Code.of("RUS"), Code.of("UKR")),
            place="Genève",
            host=Code.of("CHE"),
            channel="phone",
            status="held",
            evidence=(span("De ministers belden in Genève"),),
            confidence=0.55,
            why=("talk 0.55: De ministers belden in Genève",),
        ),
    ),
)
