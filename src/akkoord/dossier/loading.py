"""A dossier out of a record: the saved scope by its name, and no more layers than are asked for."""

from collections.abc import Collection
from datetime import date, timedelta

from akkoord.dossier.dossier import Dossier
from akkoord.dossier.history import earlier
from akkoord.dossier.outline import DEALINGS, lasting, outline
from akkoord.dossier.sayings import Saying
from akkoord.dossier.scope import BadScope, Scope
from akkoord.reading import LAYERS
from akkoord.record import DEALING_KINDS, Record

FIRST_READ = 250  # reports that are read first where only the newest sayings are wanted
TOLD_AGAIN = timedelta(days=31)
ONE_DAY = timedelta(days=1)


def load_dossier(
    record: Record,
    name: str | None = None,
    as_of: date | None = None,
    layers: Collection[str] = LAYERS,
    newest: int = 0,
    since: date | None = None,
) -> Dossier:
    """What a record says as of a day, within the scope saved under a name; raises `BadScope`, `RecordError`.

    `layers` are those to load, `newest` so many of the newest reports alone, or those since a day where these are more.
    The agreements and talks are those that these tell of; what older ones tell of the same by name or day is with them.
    """
    scope = _scope(record, name)
    period = as_of, scope.since, scope.until
    first = _first_day(record.day_of_newest(newest, *period), since) if newest else None
    entries = list(record.entries(as_of=as_of, since=first or scope.since, layers=layers))
    if first is None:
        return Dossier(entries, record.merges(), scope, as_of)
    older = record.extent(as_of, scope.since, first - ONE_DAY).reports
    found = Dossier(entries, record.merges(), scope, as_of, older=older, first=first)
    kinds = [kind for kind in DEALING_KINDS if kind in layers]
    before = earlier(found.accords, found.rounds, record.dealings(first, *period, kinds)) if kinds else []
    if not before:
        return found
    entries += record.entries(as_of=as_of, layers=layers, ids=before)
    return Dossier(entries, record.merges(), scope, as_of, older=older, first=first)


def load_positions(
    record: Record, name: str | None = None, as_of: date | None = None, whole: bool = True
) -> Dossier:
    """The same with its positions alone, for which no report has to be loaded; not `whole`: with the last ones of each
    line and the last change.
    """
    scope = _scope(record, name)
    period = as_of, scope.since, scope.until
    stands = record.stands(*period) if whole else record.turns(*period)
    return Dossier((), scope=scope, as_of=as_of, outline=outline(scope, record.extent(*period), stands))


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
    period = as_of, scope.since, scope.until
    first = _first_day(record.day_of_newest(recent, *period), since)
    found = outline(
        scope,
        record.extent(*period),
        record.stands(*period, first),
        record.pairs(*period),
        record.terms(*period, first),
    )
    entries = list(
        record.entries(as_of=as_of, since=first or scope.since, layers=layers, parties=found.opponents)
    )
    older = found.reports - len(entries) if first else 0
    if first and (before := lasting(record.dealings(first, *period), found.opponents)):
        entries += record.entries(as_of=as_of, layers=DEALINGS, ids=before)
    return Dossier(entries, record.merges(), scope, as_of, found, older)


def _first_day(newest: date | None, since: date | None) -> date | None:
    """The first day of which reports are loaded; None where all are."""
    return min(newest, since) if newest and since else newest


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
