"""The agreements layer: treaties, accords, deals and pacts that the report speaks of, each told once.

A noun that names a kind of agreement tells of one; so do words that a head marks. What is told of the same parties,
or again without any, is the same agreement; its status is the last one given.
"""

from collections.abc import Sequence
from dataclasses import replace

from akkoord.codebook import Issue
from akkoord.reading.dealings import Dealing, dealing_at, tellings
from akkoord.reading.findings import Agreement, Time
from akkoord.reading.issues import issues_in
from akkoord.reading.judge import Draft
from akkoord.reading.mention import Known
from akkoord.reading.signals import Signals, Stretch

EVIDENCE = 0.3
KINDS = (
    "akkoord", "akkoorden", "verdrag", "verdragen", "overeenkomst", "overeenkomsten", "bestand", "wapenstilstand",
    "staakt-het-vuren", "deal", "pact", "protocol", "memorandum", "coalitie",
)  # fmt: skip
AGREED = frozenset(
    {
        "afgesproken",
        "overeengekomen",
        "daarin",
        "erin",
        "vastgelegd",
        "bepaalt",
        "bepaald",
        "voorziet",
        "regelt",
    }
)


def draft_agreements(
    signals: Signals, mentions: Sequence[Known], times: Sequence[Time]
) -> list[Draft[Agreement]]:
    """The agreements that the report may speak of."""
    found: list[Dealing] = []
    for told, is_named in _told(signals):
        status = signals.choice("agreement_status", told.words)
        fresh = dealing_at(signals, mentions, times, told, status)
        if fresh is not None:
            _add(found, replace(fresh, named=is_named))
    return [_draft(signals, dealing) for dealing in found if dealing.parties]


def _told(signals: Signals) -> list[tuple[Stretch, bool]]:
    """Where an agreement is told of: the clause around a noun, or words that the head marks."""
    marked = tellings(signals, "agreement", EVIDENCE)
    found = [(stretch, any(_is_kind(signals, word) for word in stretch.words)) for stretch in marked]
    taken = {word for stretch in marked for word in stretch.words}
    for word in range(len(signals.upos)):
        if word not in taken and _is_kind(signals, word):
            words = range(_first(signals, word, 0), word + 1)
            found.append((signals.stretch("agreement", words), True))
    return sorted(found, key=lambda pair: pair[0].first)


def _is_kind(signals: Signals, word: int) -> bool:
    return signals.upos[word] in ("NOUN", "PROPN") and signals.form(word).casefold().endswith(KINDS)


def _add(found: list[Dealing], fresh: Dealing) -> None:
    for i, old in enumerate(found):
        if not fresh.parties or set(fresh.parties) <= set(old.parties):
            found[i] = replace(old.joined(fresh), parties=old.parties)
            return
    found.append(fresh)


def _draft(signals: Signals, dealing: Dealing) -> Draft[Agreement]:
    name = _name(signals, dealing)
    return Draft(
        Agreement(
            name=name,
            parties=dealing.parties,
            provisions=_provisions(signals, dealing),
            status=dealing.status,  # type: ignore[arg-type]
            evidence=dealing.evidence,
            why=(f"agreement {dealing.chance:.2f}: {name}",),
            date=dealing.date,
            place=dealing.place,
        ),
        dealing.features(),
    )


def _name(signals: Signals, dealing: Dealing) -> str:
    """What the report calls it: the first word for a kind of agreement, with adjectives and names before it."""
    for span in dealing.evidence:
        words = signals.words(span)
        for word in words:
            if _is_kind(signals, word):
                return signals.span(range(_first(signals, word, words.start), word + 1)).text
    return dealing.evidence[0].text


def _first(signals: Signals, word: int, least: int) -> int:
    """Where adjectives, numbers and names before a word begin."""
    while word > least and signals.upos[word - 1] in ("ADJ", "NUM", "PROPN"):
        word -= 1
    return word


def _provisions(signals: Signals, dealing: Dealing) -> tuple[Issue, ...]:
    """The issues named where it is told of, and in what follows as long as that tells what was agreed."""
    found: dict[Issue, None] = {}
    for span in dealing.evidence:
        sentence = signals.sentence(signals.words(span).start)
        while sentence:
            forms = [signals.form(word) for word in sentence]
            found |= dict.fromkeys(issue for issue in issues_in(forms) if issue != "talks")
            following = sentence.stop
            sentence = signals.sentence(following) if following < len(signals.upos) else range(0)
            if not AGREED & {signals.form(word).casefold() for word in sentence}:
                break
    return tuple(found)
