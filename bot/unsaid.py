"""What was not said: rows of the outbox that failed, or are tried again. For `doctor` and `retry`: all workspaces."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, exists, func, select, update
from sqlalchemy.orm import Session, aliased

from bot.lanes import wake_lanes
from bot.outbox import IS_UNSETTLED, OutboxRow

MOST = 50
UNSURE_FOR = timedelta(minutes=5)
"""So long a message without a reply may wait until it is looked up; then something is amiss."""


def failed(session: Session, now: datetime, most: int = MOST) -> list[OutboxRow]:
    """Rows that Slack refused for good, or that have waited long for certainty, each oldest first: for `doctor`."""
    statement = select(OutboxRow).order_by(OutboxRow.id).limit(most)
    refused = session.execute(statement.where(OutboxRow.state == "failed")).scalars()
    unsure = session.execute(statement.where(*_unsure(now, is_long=True))).scalars()
    return [*refused, *unsure][:most]


def count_failed(session: Session, now: datetime) -> int:
    number = select(func.count()).select_from(OutboxRow)
    refused = session.execute(number.where(OutboxRow.state == "failed")).scalar_one()
    return refused + session.execute(number.where(*_unsure(now, is_long=True))).scalar_one()


def unsure_of_late(session: Session, now: datetime, most: int = MOST) -> list[OutboxRow]:
    """Rows that have just begun to wait for certainty, as is usual, oldest first."""
    statement = select(OutboxRow).where(*_unsure(now, is_long=False)).order_by(OutboxRow.id).limit(most)
    return list(session.execute(statement).scalars())


def _unsure(now: datetime, *, is_long: bool) -> tuple[ColumnElement[bool], ...]:
    # One that an operator tries again begins anew: its `not_before` says when.
    is_old = (OutboxRow.started_at <= now - UNSURE_FOR) & (OutboxRow.not_before <= now - UNSURE_FOR)
    return IS_UNSETTLED, OutboxRow.state == "uncertain", is_old if is_long else ~is_old


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
    return session.execute(select(func.count()).select_from(OutboxRow).where(IS_UNSETTLED)).scalar_one()
