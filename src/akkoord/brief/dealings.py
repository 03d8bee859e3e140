"""The brief's sisters on what lasts: agreements and talks.

Takes a `Dossier`; gives `Sheet`s, as `sheets` does. It knows nothing of Markdown or terminals.
"""

from akkoord.brief.language import Language, mark, quoted
from akkoord.brief.sheet import Row, Sheet, citation_values, columns_of, reason_values
from akkoord.codebook import Code, parties_in
from akkoord.dossier import Accord, Dossier, Round


def agreements(dossier: Dossier, language: Language) -> Sheet:
    """Agreements with parties, day, provisions, and their status through time."""
    columns = columns_of(language, "name", "parties", "day", "provisions", "status", "sources")
    rows = [_accord_row(dossier, accord, language) for accord in dossier.accords]
    return Sheet(language.say("titles", "agreements"), columns, rows)


def _accord_row(dossier: Dossier, accord: Accord, language: Language) -> Row:
    third = accord.third_parties
    helping = language.say("phrases", "third_parties", who=language.parties(third)) if third else ""
    parties = "; ".join(filter(None, (language.parties(accord.parties), helping)))
    parts = [
        language.say("phrases", "part", name=f"{accord_name(p, language)}, {language.when(p.when)}")
        for p in accord.parts
    ]
    name = "\n".join([accord.name or language.say("phrases", "nameless"), *parts])
    cells = (
        name, parties, language.when(accord.when), provisions_text(dossier, accord, language),
        history_text(accord, language),
    )  # fmt: skip
    return Row(cells, tuple(accord.cite()), accord_values(dossier, accord))


def accord_name(accord: Accord, language: Language) -> str:
    """What reports call it; where none names it, whose agreement it is and of when."""
    if accord.name:
        return accord.name
    parties = f"{language.say('phrases', 'nameless')} ({language.parties(accord.parties)})"
    return f"{parties}, {language.when(accord.when)}" if accord.when else parties


def provisions_text(dossier: Dossier, accord: Accord, language: Language) -> str:
    """Each provision with what reports tell of its being kept."""
    told = dossier.outcomes(accord)
    texts = []
    for issue in accord.provisions:
        outcomes = ", ".join(
            f"{language.say('outcomes', outcome)}{language.voice(citation)} {mark(citation)}"
            for outcome, citation in {
                outcome: (outcome, citation) for outcome, citation in told[issue]
            }.values()
        )
        name = language.say("issues", issue)
        texts.append(f"{name}: {outcomes}" if outcomes else name)
    return "; ".join(texts)


def history_text(accord: Accord, language: Language) -> str:
    return " → ".join(
        f"{language.say('agreement', status)} {mark(citation)}" for _, status, citation in accord.history
    )


def accord_values(dossier: Dossier, accord: Accord) -> dict[str, object]:
    """An agreement as JSON values."""
    return {
        "name": accord.name or None,
        "parties": list(accord.parties),
        "third_parties": list(accord.third_parties),
        "when": str(accord.when) if accord.when else None,
        "place": accord.place,
        "status": accord.status,
        "history": [
            {"day": day.isoformat(), "status": status, "source": citation_values([citation])[0]}
            for day, status, citation in accord.history
        ],
        "provisions": {
            issue: [{"outcome": outcome, "source": citation_values([c])[0]} for outcome, c in told]
            for issue, told in dossier.outcomes(accord).items()
        },
        "parts": [accord_values(dossier, part) for part in accord.parts],
        "joined": [reason_values(reason) for reason in accord.reasons],
        "sources": citation_values(accord.cite()),
    }


def talks(dossier: Dossier, language: Language) -> Sheet:
    """Talks by day, from proposed to held or failed."""
    columns = columns_of(language, "day", "parties", "place", "status", "words", "sources")
    rows = [_round_row(dossier, found, language) for found in dossier.rounds]
    return Sheet(language.say("titles", "talks"), columns, rows)


def _round_row(dossier: Dossier, found: Round, language: Language) -> Row:
    when = dossier.when_held(found)
    values = {
        "parties": list(found.parties),
        "when": str(when) if when else None,
        "place": found.place,
        "host": found.host,
        "mediator": found.mediator,
        "channel": found.channel,
        "status": found.status,
        "history": [
            {"day": day.isoformat(), "status": status, "source": citation_values([citation])[0]}
            for day, status, citation in found.history
        ],
        "joined": [reason_values(reason) for reason in found.reasons],
        "could_be": len(found.either),
        "sources": citation_values(found.cite()),
    }
    cells = (
        language.when(when),
        f"{language.say('channels', found.channel or 'none')} {language.parties(found.parties)}",
        ", ".join(place_texts(found, language)),
        " → ".join(
            f"{language.say('talk', status)} {mark(citation)}" for _, status, citation in found.history
        ),
        quoted(found.history[-1][2].words),
    )
    return Row(cells, tuple(found.cite()), values)


def place_texts(found: Round, language: Language) -> list[str]:
    """Place, host and mediators of a round, those that are known."""
    told = [found.place] if found.place else []
    for role, code in (("host", found.host), ("mediator", found.mediator)):
        who = sorted(parties_in((Code.parse(code),))) if code else []
        if who:
            told.append(language.say("phrases", role, who=language.parties(who)))
    return told
