"""History: one entry per act."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.database import Scope
from bot.ledger import homes
from bot.models import Entry

BOT = "ours"
OPERATOR = "operator"
"""Whoever runs the command line."""


def write(scope: Scope, act: str, subject_id: str, by: str, **details: Any) -> None:
    """Add a line of history; the Homes of those it concerns follow. Details hold ids, moments (ISO) and reasons that
    people gave, no customers' text.
    """
    scope.session.add(
        Entry(
            team_id=scope.team_id,
            id=scope.new_id(),
            at=scope.now,
            by=by,
            act=act,
            subject_id=subject_id,
            details=details,
        )
    )
    homes.touched(scope, subject_id, by, details)


def history(scope: Scope, subject_id: str) -> list[Entry]:
    """All entries of a subject, oldest first."""
    statement = select(Entry).where(Entry.team_id == scope.team_id, Entry.subject_id == subject_id)
    return list(scope.session.execute(statement.order_by(Entry.id)).scalars())


def latest(scope: Scope, subject_id: str, most: int) -> list[Entry]:
    """The last entries of a subject, the newest first."""
    statement = select(Entry).where(Entry.team_id == scope.team_id, Entry.subject_id == subject_id)
    return list(scope.session.execute(statement.order_by(Entry.id.desc()).limit(most)).scalars())


def has_since(scope: Scope, subject_id: str, moment: datetime) -> bool:
    """Whether anything was done about a subject after that moment."""
    statement = select(Entry.id).where(
        Entry.team_id == scope.team_id, Entry.subject_id == subject_id, Entry.at > moment
    )
    return scope.session.execute(statement.limit(1)).first() is not None
