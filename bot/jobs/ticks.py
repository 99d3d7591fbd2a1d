"""What the clock makes fall due: nudges, misses, lapsing offers, reminders, digests, erasing. One function each.

A tick does all that is due now and answers when it is wanted again (None: nothing waits).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import inbox
from bot.database import Scope
from bot.jobs.loops import Shop
from bot.ledger import digests, nudging, promises, reminders, slots, workspaces

ERASE_EVERY = timedelta(hours=1)


class Ticks:
    """The clock's work, over all workspaces."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def nudge(self) -> datetime | None:
        """Write down misses, let offers lapse, queue the nudges that are due."""
        database = self._shop.database
        due = await database.read(_next_nudge)
        if due is None or due > self._shop.clock.now():
            return due
        for team_id in await database.read(workspaces.all_team_ids):
            await database.run(lambda session, team=team_id: self._settle(session, team))  # type: ignore[misc]
        while await database.run(self._fire):
            pass
        return await database.read(_next_nudge)

    def _settle(self, session: Session, team_id: str) -> None:
        scope = self._shop.scope_at(team_id)(session)
        promises.note_misses(scope)
        promises.expire_due(scope)

    def _fire(self, session: Session) -> bool:
        return nudging.fire_due(session, lambda team_id: self._shop.scope_at(team_id)(session), self._shop.clock.now())

    async def remind(self) -> datetime | None:
        """Queue today's channel reminders and the week's digest, where they are due."""
        database = self._shop.database
        found = [await self._remind(team_id) for team_id in await database.read(workspaces.all_team_ids)]
        return earliest(found)

    async def _remind(self, team_id: str) -> datetime:
        """A transaction for each busy channel: on SQLite acks wait for whatever writes."""
        run, scope = self._shop.database.run, self._shop.scope_at(team_id)
        for channel_id in await run(lambda session: reminders.decide_idle(scope(session))):
            await run(lambda session, where=channel_id: reminders.decide(scope(session), where))  # type: ignore[misc]
        await run(lambda session: digests.put_due(scope(session)))
        return await run(lambda session: _next_rhythm(scope(session)))

    async def erase(self) -> datetime | None:
        """Erase what was kept long enough."""
        while await self._shop.database.run(lambda session: inbox.erase_old(session, self._shop.clock.now())):
            pass
        return self._shop.clock.now() + ERASE_EVERY


def _next_rhythm(scope: Scope) -> datetime:
    return min(reminders.next_moment(scope), digests.next_moment(scope))


def _next_nudge(session: Session) -> datetime | None:
    return earliest([slots.next_due(session), promises.next_due(session)])


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
