"""A dossier out of a record: the saved scope by its name, and no more layers than are asked for."""

from collections.abc import Collection
from datetime import date

from akkoord.dossier.dossier import Dossier
from akkoord.dossier.sayings import Saying
from akkoord.dossier.scope import BadScope, Scope
from akkoord.reading import LAYERS
from akkoord.record import Record


def load_dossier(
    record: Record, name: str | None = None, as_of: date | None = None, layers: Collection[str] = LAYERS
) -> Dossier:
    """What a record says as of a day, within the scope saved under a name; raises `BadScope`, `RecordError`."""
    scope = saved_scope(record, name) if name else Scope()
    entries = record.entries(as_of=as_of, since=scope.since, layers=layers)
    return Dossier(entries, record.merges(), scope, as_of)


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
) -> list[Saying]:
    """Who said what about something in a record, the newest first; the record's search finds the reports."""
    hits = record.search(query, as_of=as_of, since=since)
    entries = [record.entry(hit.report.id) for hit in hits]
    return Dossier(entries, as_of=as_of).said(query, speaker, since, as_of)
