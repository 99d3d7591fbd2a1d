"""After the last kill: time goes on until nothing is left to do."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bot.database import transact
from bot.inbox import InboxRow
from bot.models import Promise, Slot
from bot.outbox import IS_UNSETTLED, OutboxRow
from playground import Playground

POLL = 0.3
AT_LEAST = timedelta(minutes=5)
PATIENCE = 200.0
"""A lease that nobody ended takes a minute, and a row that met trouble some more."""


async def drain(slack: Playground, engine: Engine) -> list[str]:
    """Jump from one due moment to the next. Answers what is still not done when patience is over."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        await asyncio.sleep(POLL)
        if slack.deliverer.tasks:
            continue
        if await asyncio.to_thread(transact, engine, _under_way):
            continue
        next_moment = await asyncio.to_thread(transact, engine, _next_moment)
        now = slack.clock.now()
        if next_moment is None:
            await slack.engine.settle(quiet=1.0)
            if not await asyncio.to_thread(transact, engine, _under_way):
                return []
        elif next_moment > now:
            slack.clock.set(max(next_moment + timedelta(seconds=5), now + AT_LEAST))
            end += POLL  # days may pass: only standing still wears patience out
    left = await asyncio.to_thread(transact, engine, _under_way)
    return [f"not drained after {PATIENCE:g} s: {left} rows are under way, and {len(slack.deliverer.tasks)} deliveries"]


def _under_way(session: Session) -> int:
    waiting = select(func.count()).select_from(InboxRow).where(InboxRow.state == "waiting")
    unsent = select(func.count()).select_from(OutboxRow).where(IS_UNSETTLED)
    return session.execute(waiting).scalar_one() + session.execute(unsent).scalar_one()


def _next_moment(session: Session) -> datetime | None:
    """When the next slot falls due, an offer lapses, or a promise is missed."""
    moments = [
        session.execute(select(func.min(Slot.fire_at, type_=Slot.fire_at.type)).where(Slot.state == "waiting")),
        session.execute(
            select(func.min(Promise.expires_at, type_=Slot.fire_at.type)).where(Promise.state == "offered")
        ),
        session.execute(
            select(func.min(Promise.due_at, type_=Slot.fire_at.type)).where(
                Promise.state == "open", Promise.missed_at.is_(None) | (Promise.missed_at < Promise.due_at)
            )
        ),
    ]
    return min((found for one in moments if (found := one.scalar()) is not None), default=None)
