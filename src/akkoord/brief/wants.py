"""What each party wants, as a table: a row for each issue, a column for each party.

Takes a `Dossier`; gives a `Sheet` of the last stances with their days and where they stand, and how many are left out
as too faint. It knows nothing of the rest of the brief.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from akkoord.brief.language import Language, mark
from akkoord.brief.sheet import Row, Sheet, citation_values
from akkoord.brief.sheets import stances_text
from akkoord.codebook import Issue
from akkoord.dossier import Citation, Dossier, Line, Stand

MOST_PARTIES = 4
MOST_ISSUES = 10
FAINT = 0.25  # chance below which four in five stances are misread: too many for a page that is read as one


class Wants(NamedTuple):
    """The table, none where nothing is sure enough for it; whether anything in it may be misread; and how many pairs
    of a party and an issue do not stand in it."""

    sheet: Sheet | None
    unsure: bool
    left: int


def wants_of(dossier: Dossier, language: Language) -> Wants:
    """A row for each issue, a column for each party: the last stance with its day and where it stands."""
    told = [(line, shown) for line in dossier.lines if (shown := _shown(line))]
    parties = _columns_of(dossier, [line for line, _ in told])
    issues: dict[Issue, int] = {}
    for line, _ in told:
        if _party(line) in parties:
            issues[line.issue] = issues.get(line.issue, 0) + line.told
    wanted = sorted(issues, key=lambda issue: (-issues[issue], issue))[:MOST_ISSUES]
    known = {(_party(line), line.issue): shown for line, shown in reversed(told)}
    cells = {key: known[key] for issue in wanted for party in parties if (key := (party, issue)) in known}
    left = sum(bool(line.latest) for line in dossier.lines) - len(cells)
    if not wanted:
        return Wants(None, False, left)
    rows = [_row(issue, [cells.get((party, issue), ()) for party in parties], language) for issue in wanted]
    columns = (language.say("columns", "issue"), *(language.party(party) for party in parties))
    sheet = Sheet(language.say("sections", "wants"), (*columns, language.say("columns", "sources")), rows)
    return Wants(sheet, any(not stand.likely for shown in cells.values() for stand in shown), left)


def _shown(line: Line) -> Sequence[Stand]:
    """What reports last said that is not too faint: on their own or the party's account where some do, else on
    somebody else's word."""
    told = [stand for stand in line.stands if stand.chance >= FAINT]
    last = [stand for stand in told if stand.day == told[-1].day]
    return [stand for stand in last if stand.own] or last


def _party(line: Line) -> str:
    return line.party.partition("/")[0]


def _columns_of(dossier: Dossier, lines: Sequence[Line]) -> list[str]:
    """The main opponents, then the parties with most positions."""
    others: dict[str, int] = {}
    for line in lines:
        others[_party(line)] = others.get(_party(line), 0) + line.told
    ranked = sorted(others, key=lambda party: (party not in dossier.opponents, -others[party], party))
    return ranked[:MOST_PARTIES]


def _row(issue: Issue, cells: Sequence[Sequence[Stand]], language: Language) -> Row:
    stands = [stand for cell in cells for stand in cell]
    values: list[dict[str, Any]] = [
        {
            "party": stand.party,
            "stance": stand.stance,
            "chance": round(stand.chance, 3),
            "published": stand.citation.published,
            "source": citation_values([stand.citation])[0],
        }
        for stand in stands
    ]
    return Row(
        (language.say("issues", issue), *(_last_stances(cell, language) for cell in cells)),
        tuple(stand.citation for stand in stands),
        {"issue": issue, "stances": values},
    )


def _last_stances(stands: Sequence[Stand], language: Language) -> str:
    """The stance of the last day; of several, each with where it stands."""
    if not stands:
        return ""
    found: dict[str, Citation] = {}
    for stand in stands:
        found.setdefault(stances_text([stand], language), stand.citation)
    single = len(found) == 1
    texts = [text if single else f"{text} {mark(citation)}" for text, citation in found.items()]
    return f"{'; '.join(texts)} ({language.when(stands[0].published)})"
