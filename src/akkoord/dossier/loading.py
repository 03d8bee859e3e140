"""A dossier out of a record: the saved scope by its name, and no more layers than are asked for."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from akkoord.dossier.dossier import Dossier
from akkoord.dossier.outline import DEALINGS, lasting, outline
from akkoord.dossier.sayings import Saying
from akkoord.dossier.scope import BadScope, Scope
from akkoord.reading import LAYERS
from akkoord.record import KeptReport, Record

FIRST_READ = 250  # reports that are read first where only the newest sayings are wanted
TOLD_AGAIN = timedelta(days=31)


def load_dossier(
    record: Record, name: str | None = None, as_of: date | None = None, layers: Collection[str] = LAYERS
) -> Dossier:
    """What a record says as of a day, within the scope saved under a name; raises `BadScope`, `RecordError`.

    `layers` are those to load.
    """
    scope = _scope(record, name)
    entries = record.entries(as_of=as_of, since=scope.since, layers=layers)
    return Dossier(entries, record.merges(), scope, as_of)


def load_positions(record: Record, name: str | None = None, as_of: date | None = None) -> Dossier:
    """The same with its positions alone, for which no report has to be loaded."""
    scope = _scope(record, name)
    reports, stands = record.reports(as_of, scope.since), record.stands(as_of, scope.since, scope.until)
    return Dossier((), scope=scope, as_of=as_of, outline=outline(reports, stands, (), scope))


def load_recent(
    record: Record,
    recent: int,
    name: str | None = None,
    as_of: date | None = None,
    layers: Collection[str] = LAYERS,
    since: date | None = None,
) -> Dossier:
    """The same with only so many of the newest reports loaded, or those since a day where these are more.

    Of those before them it has what still stands: the last positions of each party, the reports that tell of the last
    agreements and talks of the main opponents by day or name, and who the main opponents are.
    """
    scope = _scope(record, name)
    reports = [
        report for report in record.reports(as_of, scope.since) if scope.holds(report.latest or date.min)
    ]
    first = _first_day(reports, recent, since)
    stands = record.stands(as_of, scope.since, scope.until, first)
    dealings = [
        dealing
        for dealing in record.dealings(as_of, scope.since)
        if scope.holds(dealing[0].latest or date.min)
    ]
    found = outline(reports, stands, dealings, scope)
    entries = list(
        record.entries(as_of=as_of, since=first or scope.since, layers=layers, parties=found.opponents)
    )
    if first and (before := lasting(dealings, found.opponents, first)):
        entries += record.entries(as_of=as_of, layers=DEALINGS, ids=before)
    return Dossier(entries, record.merges(), scope, as_of, found)


def _first_day(reports: Sequence[KeptReport], recent: int, since: date | None) -> date | None:
    """The first day of which reports are loaded; None where all are."""
    days = [report.latest for report in reports if report.latest]
    if len(days) <= recent:
        return None
    return min(days[-recent], since) if since else days[-recent]


def _scope(record: Record, name: str | None) -> Scope:
    return saved_scope(record, name) if name else Scope()


def saved_scope(record: Record, name: str) -> Scope:
    """The scope saved under a name; raises `BadScope` where there is none."""
    scopes = {scope.name: scope for scope in saved_scopes(record)}
    if name not in scopes:
        known = f"there are: {', '.join(scopes)}" if scopes else "there is none yet"
        raise BadScope(f"no dossier is called {name!r}; {known}; make one with: akkoord dossier new {name}")
    return scopes[name]


def saved_scopes(record: Record) -> list[Scope]:
    """All scopes that were saved, by name."""
    return [Scope.from_json(dict(view.content) | {"name": view.name}) for view in record.views()]


def save_scope(record: Record, scope: Scope, by: str) -> None:
    """Saves a scope under its name; one that has the name already is superseded, and stays in the record."""
    if not scope.name.strip():
        raise BadScope("a dossier needs a name")
    record.save_view(scope.name, scope.as_json(), by)


def said_in(
    record: Record,
    query: str,
    speaker: str | None = None,
    since: date | None = None,
    as_of: date | None = None,
    limit: int | None = None,
) -> list[Saying]:
    """Who said what about something in a record, the newest first; the record's search finds the reports.

    With a limit, so many or a few more: it reads back from the newest report until it has them, and a month further,
    so that what is told again is one with what was told first.
    """
    hits = record.reports_with(query, as_of=as_of, since=since)
    count = len(hits) if limit is None else FIRST_READ
    while True:
        ids = [hit.id for hit in hits[-count:]]
        entries = record.entries(as_of=as_of, since=since, layers=("statements",), ids=ids)
        found = Dossier(entries, as_of=as_of).said(query, speaker, since, as_of)
        if limit is None or count >= len(hits):
            return found
        whole = (hits[-count].latest or date.min) + TOLD_AGAIN
        sure = [saying for saying in found if saying.day > whole]
        if len(sure) >= limit:
            return sure
        count *= 4
