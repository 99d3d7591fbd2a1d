"""What the clock makes fall due: nudges, misses, lapsing offers, reminders, digests, erasing. One function each.

A tick does all that is due now and answers when it is wanted again (None: nothing waits).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import inbox
from bot.database import Scope
from bot.jobs.loops import Shop
from bot.ledger import digests, nudging, promises, reminders, slots, workspaces

log = logging.getLogger(__name__)
ERASE_EVERY = timedelta(hours=1)
PAUSE = timedelta(minutes=1)


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
        settled = [await self._settle(team_id) for team_id in await database.read(workspaces.all_team_ids)]
        while await database.run(self._fire):
            pass
        due = await database.read(_next_nudge)
        # What could not be settled is due still: it is tried again, but not without a pause.
        return due if all(settled) or due is None else max(due, self._shop.clock.now() + PAUSE)

    async def _settle(self, team_id: str) -> bool:
        """Answers whether all went well: one workspace's trouble is nobody else's."""
        went_well = True
        for settle in (promises.note_misses, promises.expire_due):
            try:
                await self._shop.database.run(lambda s, do=settle: do(self._shop.scope_at(team_id)(s)))  # type: ignore[misc]
            except Exception:
                log.exception("promises of workspace %s could not be settled; they are tried again", team_id)
                went_well = False
        return went_well

    def _fire(self, session: Session) -> bool:
        return nudging.fire_due(session, lambda team_id: self._shop.scope_at(team_id)(session), self._shop.clock.now())

    async def remind(self) -> datetime | None:
        """Queue today's channel reminders and the week's digest, where they are due."""
        database = self._shop.database
        found = [
            await database.run(lambda session, team=team_id: self._remind(session, team))  # type: ignore[misc]
            for team_id in await database.read(workspaces.all_team_ids)
        ]
        return earliest(found)

    def _remind(self, session: Session, team_id: str) -> datetime:
        scope: Scope = self._shop.scope_at(team_id)(session)
        reminders.put_due(scope)
        digests.put_due(scope)
        return min(reminders.next_moment(scope), digests.next_moment(scope))

    async def erase(self) -> datetime | None:
        """Erase what was kept long enough."""
        while await self._shop.database.run(lambda session: inbox.erase_old(session, self._shop.clock.now())):
            pass
        return self._shop.clock.now() + ERASE_EVERY


def _next_nudge(session: Session) -> datetime | None:
    return earliest([slots.next_due(session), promises.next_due(session)])


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
