"""What speaks for an antecedent, weighed on gold: the weights of `akkoord.reading.antecedents`.

Mentions are those that the reader finds, with the codes that gold gives them; what gold has not stays without one, and
those whose own words tell who they are teach nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from akkoord.codebook import Code, Span
from akkoord.reading.antecedents import likeliest
from akkoord.reading.candidates import candidates
from akkoord.reading.mention import Known, span_of
from akkoord.reading.mentions import Told, told_apart
from akkoord.reading.reader import read_mentions
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals
from akkoord.reading.weighing import Network, Weights, learned
from akkoord.when import When
from training.choices import Case
from training.network import fit
from training.parsed import Json, Parsed

NAME = "antecedents"
GOLD = 4  # times that a case of the gold counts for one that was written for training: these say more in fewer words


class Antecedents:
    """Whom a mention means, where it is known whom those before it mean."""

    def cases(self, reports: Sequence[Parsed], written: Sequence[Parsed]) -> dict[str, list[Case]]:
        """What the reports teach."""
        return {NAME: self._cases(reports) * GOLD + self._cases(written)}

    def learned(self, cases: Mapping[str, list[Case]]) -> dict[str, Network]:
        """The weights."""
        return {name: fit(some) for name, some in cases.items()}

    def _cases(self, reports: Sequence[Parsed]) -> list[Case]:
        return [case for report in reports for case in cases_of(report)]


class AmongRead(Antecedents):
    """Whom a mention means, where those before it are known, and where they are read and mostly right."""

    def _cases(self, reports: Sequence[Parsed]) -> list[Case]:
        guessed = [case for report in reports for case in cases_of(report, learned(NAME))]
        return super()._cases(reports) + guessed


def cases_of(report: Parsed, weights: Weights | None = None) -> list[Case]:
    """The candidates of each mention that must be resolved, and which of them is right.

    Earlier mentions mean whom gold says, or with `weights` whom these find likeliest.
    """
    head, signals, frames, reading = report
    published = When.parse(head.published).latest if head.published else None
    found, _ = read_mentions(signals, frames, published)
    mentions, told = told_apart(signals, [mention.stretch for mention in found], published), Told()
    codes, scene = gold_codes(signals, mentions, reading["actors"]), Scene.of(signals)
    cases: list[Case] = []
    for mention in mentions:
        told.learn(mention)
    for i, code in enumerate(codes):
        if mentions[i].code is None:
            mentions[i] = told.applied(mentions[i])
        if mentions[i].code is None:
            cases += _case(scene, mentions, i, code)
            mentions[i] = (
                likeliest(scene, mentions, i, weights) if weights else replace(mentions[i], code=code)
            )
            told.learn(mentions[i])
    return cases


def _case(scene: Scene, mentions: Sequence[Known], at: int, code: Code | None) -> Iterator[Case]:
    """What a mention teaches: nothing where gold has no code for it or none of the candidates is right."""
    features = candidates(scene, mentions, at) if code is not None else {}
    for i, party in enumerate(features):
        if code is not None and _same(party, code.party):
            yield Case(list(features.values()), [[i]])
            return


def gold_codes(signals: Signals, mentions: Sequence[Known], actors: list[Json]) -> list[Code | None]:
    """Whom each mention means by gold; nobody where gold has no such mention, or one without a code."""
    spans = [span_of(signals, mention) for mention in mentions]
    codes: list[Code | None] = [None] * len(spans)
    for actor in actors:
        shared = [
            _shared(span, actor) if code is None else 0 for span, code in zip(spans, codes, strict=True)
        ]
        best = max(range(len(spans)), key=shared.__getitem__, default=None)
        if (
            best is not None
            and actor["code"]
            and 2 * shared[best] >= min(len(spans[best]), _length(actor)) > 0
        ):
            codes[best] = Code.parse(actor["code"])
    return codes


def _same(party: str, other: str) -> bool:
    """Whether two parties are one, a person also by the family name alone."""
    persons = party.startswith("PER:") and other.startswith("PER:")
    return party == other or (persons and party.split()[-1].endswith(other.split()[-1].removeprefix("PER:")))


def _shared(span: Span, actor: Json) -> int:
    """How many characters both have."""
    return max(0, min(span.end, actor["end"]) - max(span.start, actor["start"]))


def _length(actor: Json) -> int:
    return int(actor["end"] - actor["start"])
