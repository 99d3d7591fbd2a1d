"""What was not said: rows of the outbox that failed, or are tried again. For `doctor` and `retry`: all workspaces."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import case, exists, func, select, update
from sqlalchemy.orm import Session, aliased

from bot.lanes import wake_lanes
from bot.outbox import IS_UNSETTLED, OutboxRow

MOST = 50


def failed(session: Session, most: int = MOST) -> list[OutboxRow]:
    """Rows that Slack refused for good, or that wait for certainty, each oldest first: for `doctor`."""
    statement = select(OutboxRow).order_by(OutboxRow.id).limit(most)
    refused = session.execute(statement.where(OutboxRow.state == "failed")).scalars()
    unsure = session.execute(statement.where(IS_UNSETTLED, OutboxRow.state == "uncertain")).scalars()
    return [*refused, *unsure][:most]


def count_failed(session: Session) -> int:
    number = select(func.count()).select_from(OutboxRow)
    refused = session.execute(number.where(OutboxRow.state == "failed")).scalar_one()
    return refused + session.execute(number.where(IS_UNSETTLED, OutboxRow.state == "uncertain")).scalar_one()


def retry(session: Session, row_id: str, now: datetime) -> bool:
    """Put a failed row back into its lane; answers whether there was one (that no newer row says already).

    One that Slack may have is looked up before it is sent again.
    """
    newer = aliased(OutboxRow)
    twin = exists(
        select(newer.id).where(newer.team_id == OutboxRow.team_id, newer.key == OutboxRow.key, newer.state == "waiting")
    )
    found = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.state == "failed", ~twin)
        .values(
            state=case((OutboxRow.started_at.is_(None), "waiting"), else_="uncertain"),
            tries=0,
            failing_since=None,
            ended_at=None,
            not_before=now,
        )
        .returning(OutboxRow.team_id, OutboxRow.lane_id)
    ).first()
    if found is not None:
        wake_lanes(session, "out", [(found.team_id, found.lane_id, now)])
    return found is not None


def waiting_with_error(session: Session, most: int = MOST) -> list[OutboxRow]:
    """Rows that were tried and wait to be tried again, oldest first."""
    statement = select(OutboxRow).where(IS_UNSETTLED, OutboxRow.state == "waiting", OutboxRow.error.is_not(None))
    return list(session.execute(statement.order_by(OutboxRow.id).limit(most)).scalars())


def count_waiting(session: Session) -> int:
    statement = select(func.count()).select_from(OutboxRow)
    return session.execute(statement.where(IS_UNSETTLED, OutboxRow.state.in_(("waiting", "started")))).scalar_one()
