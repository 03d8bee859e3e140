"""Saved views: a name for what somebody looks at (parties, issues, a period). What is in one is for its maker
to say; the record keeps every state of it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from akkoord.record.tables import views


@dataclass(frozen=True, slots=True)
class View:
    """A saved view as it was last saved: JSON values, who saved it and when (UTC)."""

    name: str
    content: Mapping[str, Any]
    by: str
    at: datetime


def saved_views(connection: Connection) -> list[View]:
    """All views that were not taken away, by name."""
    last = select(func.max(views.c.number)).group_by(views.c.name)
    asked = select(views).where(views.c.number.in_(last), views.c.content.is_not(None)).order_by(views.c.name)
    return [View(row.name, json.loads(row.content), row.by, row.at) for row in connection.execute(asked)]


def save_view(connection: Connection, name: str, content: Mapping[str, Any] | None, by: str) -> None:
    """Saves a view under this name; without content it is taken away."""
    text = None if content is None else json.dumps(content, ensure_ascii=False, sort_keys=True)
    row = {"name": name, "content": text, "by": by, "at": datetime.now(UTC)}
    connection.execute(insert(views), row)
