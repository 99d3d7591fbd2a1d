"""What was not read: rows of the inbox that failed, or are tried again. For `doctor` and `retry`: all workspaces."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, defer

from bot.inbox import InboxRow
from bot.lanes import wake_lanes

MOST = 50


def failed(session: Session, most: int = MOST) -> list[InboxRow]:
    """Rows that failed for good, oldest first, without what they hold: for `doctor`."""
    statement = select(InboxRow).options(defer(InboxRow.payload)).where(*_FAILED)
    return list(session.execute(statement.order_by(InboxRow.done_at, InboxRow.id).limit(most)).scalars())


def count_failed(session: Session) -> int:
    return session.execute(select(func.count()).select_from(InboxRow).where(*_FAILED)).scalar_one()


_FAILED = (InboxRow.state == "failed", InboxRow.done_at.is_not(None))


def waiting_with_error(session: Session, most: int = MOST) -> list[InboxRow]:
    """Rows that stumbled and are tried again, oldest first, without what they hold."""
    statement = select(InboxRow).options(defer(InboxRow.payload)).where(InboxRow.state == "waiting", InboxRow.tries > 0)
    return list(session.execute(statement.order_by(InboxRow.id).limit(most)).scalars())


def count_waiting(session: Session) -> int:
    statement = select(func.count()).select_from(InboxRow).where(InboxRow.state == "waiting")
    return session.execute(statement).scalar_one()


def retry(session: Session, row_id: str, now: datetime) -> bool:
    """Put a failed row back into its lane; answers whether there was one."""
    found = session.execute(
        update(InboxRow)
        .where(InboxRow.id == row_id, InboxRow.state == "failed", InboxRow.payload.is_not(None))
        .values(state="waiting", tries=0, failing_since=None, next_at=None, done_at=None)
        .returning(InboxRow.team_id, InboxRow.lane_id)
    ).first()
    if found is not None:
        wake_lanes(session, "in", [(found.team_id, found.lane_id, now)])
    return found is not None
