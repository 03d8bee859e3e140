"""The sheets of who is who and of the saved dossiers."""

from collections.abc import Sequence

from akkoord.brief.language import Language
from akkoord.brief.sheet import Row, Sheet, citation_values, columns_of, reason_values
from akkoord.dossier import Dossier, Known, Role, Scope
from akkoord.when import When

MOST_SPELLINGS = 5


def actors(dossier: Dossier, language: Language) -> Sheet:
    """Who is who: spellings, roles with their days, and why each spelling is taken for the same."""
    columns = columns_of(language, "name", "party", "spellings", "roles", "joined", "reports", "sources")
    rows = [_actor_row(known, language) for known in dossier.actors]
    return Sheet(language.say("titles", "actors"), columns, rows)


def _actor_row(known: Known, language: Language) -> Row:
    roles = [_role_text(role, language) for role in known.roles[:MOST_SPELLINGS] if known.name]
    spellings = [text for text, _ in known.spellings.most_common(MOST_SPELLINGS)]
    joined = [f"{text}: {language.say('rules', r.rule)}" for text, r in known.reasons.items()][
        :MOST_SPELLINGS
    ]
    values = {
        "name": known.name,
        "party": known.party,
        "spellings": dict(known.spellings),
        "roles": [
            {"words": role.words, "sector": role.sector, "first": str(role.first), "last": str(role.last)}
            for role in known.roles
        ],
        "joined": {text: reason_values(reason) for text, reason in known.reasons.items()},
        "could_be": list(known.either),
        "reports": known.reports,
        "sources": citation_values(m.citation for m in known.mentions),
    }
    cells = (
        known.name or language.party(known.party), language.party(known.party), ", ".join(spellings),
        "\n".join(roles), "\n".join(joined), str(known.reports),
    )  # fmt: skip
    return Row(cells, tuple(m.citation for m in known.mentions), values)


def _role_text(role: Role, language: Language) -> str:
    """An office with when reports give it."""
    days = dict.fromkeys(language.when(when) for when in (role.first, role.last) if not when.is_unknown)
    return f"{role.words} ({' – '.join(days)})" if days else role.words


def dossiers(scopes: Sequence[Scope], language: Language) -> Sheet:
    """Saved dossiers: name, parties, issues, period."""
    columns = columns_of(language, "name", "parties", "issues", "period")
    rows = [
        Row(
            (
                scope.name,
                language.parties(scope.parties) or language.say("phrases", "everyone"),
                language.join(language.say("issues", issue) for issue in scope.issues),
                language.when(When.between(scope.since, scope.until)) if scope.since or scope.until else "",
            ),
            (),
            scope.as_json(),
        )
        for scope in scopes
    ]
    return Sheet(language.say("titles", "dossiers"), columns, rows)
