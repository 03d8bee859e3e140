"""A dossier out of a record: the saved scope by its name, and no more layers than are asked for."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from akkoord.dossier.dossier import Dossier
from akkoord.dossier.sayings import Saying
from akkoord.dossier.scope import BadScope, Scope
from akkoord.reading import LAYERS, Reading
from akkoord.reading.findings import Layer
from akkoord.record import Entry, Record
from akkoord.when import When

MANY: tuple[Layer, ...] = ("actors", "events")


def load_dossier(
    record: Record,
    name: str | None = None,
    as_of: date | None = None,
    layers: Collection[str] = LAYERS,
    recent: int | None = None,
) -> Dossier:
    """What a record says as of a day, within the scope saved under a name; raises `BadScope`, `RecordError`.

    `layers` are those to load. With `recent`, the layers with most findings (`MANY`) are loaded for so many of the
    newest reports only, and the dossier is focused: what stands, holds and is wanted comes from all reports, what
    happened from the recent ones.
    """
    scope = saved_scope(record, name) if name else Scope()
    if recent is None:
        entries = list(record.entries(as_of=as_of, since=scope.since, layers=layers))
    else:
        entries = _recent_in_full(record, scope.since, as_of, layers, recent)
    return Dossier(entries, record.merges(), scope, as_of, focused=recent is not None)


def _recent_in_full(
    record: Record, since: date | None, as_of: date | None, layers: Collection[str], recent: int
) -> list[Entry]:
    """All entries, with the layers of many findings for the newest ones alone."""
    few = [layer for layer in layers if layer not in MANY]
    entries = list(record.entries(as_of=as_of, since=since, layers=few))
    days = [day for entry in entries if (day := _last_day(entry))]
    first = days[-recent] if len(days) > recent else since
    newest = {e.report.id: e.reading for e in record.entries(as_of=as_of, since=first, layers=MANY)}
    return [_with_layers(entry, newest.get(entry.report.id)) for entry in entries]


def _last_day(entry: Entry) -> date | None:
    return When.parse(entry.report.published).latest if entry.report.published else None


def _with_layers(entry: Entry, more: Reading | None) -> Entry:
    """The entry with the layers of many findings out of another reading of it."""
    if more is None:
        return entry
    reading = entry.reading.model_copy(update={layer: more.layer(layer) for layer in MANY})
    return replace(entry, reading=reading)


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
    ids = [hit.report.id for hit in hits]
    entries = record.entries(as_of=as_of, since=since, layers=("statements",), ids=ids)
    return Dossier(entries, as_of=as_of).said(query, speaker, since, as_of)
