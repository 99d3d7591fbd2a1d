"""What the clock makes fall due: nudges, misses, lapsing offers, reminders, digests, erasing.

One function each. A tick does all that is due now and answers when it is wanted again (None: nothing waits).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import inbox
from bot.clock import reload_zones
from bot.database import Scope
from bot.errors import DatabaseAway, DiskFull, is_told, told_shortly, trace_of
from bot.jobs.loops import Shop
from bot.ledger import (
    corrections,
    digests,
    firing,
    intakes,
    leads,
    offers,
    presence,
    promises,
    reminders,
    slots,
    workspaces,
    zones,
)
from bot.outages import is_of_database

log = logging.getLogger(__name__)
ERASE_EVERY = timedelta(hours=1)
ZONES_EVERY = timedelta(hours=1)
PAUSE = timedelta(minutes=1)
PUT_OFF = timedelta(minutes=10)
ASLEEP = timedelta(minutes=3)
"""Of the machine: a tick comes much sooner, unless the machine slept."""


class Ticks:
    """The clock's work, over all workspaces."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._knows_zones = False
        self._rests_until: datetime | None = None
        self._holding: list[str] = []
        self._awake_at: datetime | None = None
        self._waking = asyncio.Lock()

    async def nudge(self) -> datetime | None:
        """Write down misses, let offers lapse, queue the nudges that are due.

        After an absence they wait until what was said meanwhile is understood: it may have settled them.
        """
        database = self._shop.database
        await self._wake_up()
        if not self._knows_zones:
            await self.follow_zones()
        due = await database.read(next_nudge)
        if due is None or due > self._shop.clock.now():
            return due
        held, until = await database.read(self._held), self._rests()
        if until is not None and held == self._holding:
            return until
        teams = await database.read(workspaces.all_team_ids)
        settled = [await self._settle(team_id) for team_id in teams if team_id not in held]
        while await database.run(lambda session: self._fire(session, held)):
            pass
        due = await database.read(next_nudge)
        if due is None or (all(settled) and not held):
            return due
        # What could not be settled is due still: it is tried again, but not without a pause.
        self._rests_until, self._holding = self._shop.clock.now() + PAUSE, held
        return max(due, self._rests_until)

    async def _wake_up(self) -> None:
        """A machine that slept finds out first what was settled meanwhile, like a process that starts."""
        async with self._waking:
            machine, before = self._shop.clock.machine(), self._awake_at
            if before is not None and machine - before > ASLEEP:
                for team_id in await self._shop.database.read(workspaces.all_team_ids):
                    scope_at = self._shop.scope_at(team_id)
                    await self._shop.database.run(lambda session, at=scope_at: presence.notice(at(session)))  # type: ignore[misc]
            self._awake_at = machine

    def _rests(self) -> datetime | None:
        """Until when a pause lasts, if nothing else is held than at its beginning. What this tick writes may wake it
        again: without a pause, it would never sleep.
        """
        now, until = self._shop.clock.now(), self._rests_until
        return until if until is not None and now < until <= now + PAUSE else None

    def _held(self, session: Session) -> list[str]:
        return presence.held_teams(session, self._shop.clock.now())

    async def _settle(self, team_id: str) -> bool:
        """Answers whether all went well: one workspace's trouble is nobody else's."""
        went_well = True
        settling = ((promises, firing.note_misses), (offers, offers.expire_due), (leads, leads.lapse_due))
        for room, settle in settling:
            due = await self._shop.database.read(room.next_due)
            if due is None or due > self._shop.clock.now():
                continue
            try:
                await self._shop.database.run(lambda s, do=settle: do(self._shop.scope_at(team_id)(s)))  # type: ignore[misc]
            except Exception as error:
                if not is_told(error):
                    words = "promises of workspace %s could not be settled; they are tried again: %s"
                    log.exception(words, team_id, told_shortly(error), exc_info=trace_of(error))
                went_well = False
        return went_well

    def _fire(self, session: Session, held: list[str]) -> bool:
        """Take what is due in any workspace and queue its nudges, person by person. What cannot be queued is put off,
        and holds up nobody else's. Answers whether there may be more.
        """
        taken = slots.take_due(session, self._shop.clock.now(), held)
        for team_id, waiting in slots.by_person(taken):
            scope = self._shop.scope_at(team_id)(session)
            if _fires(scope, waiting):
                continue
            for slot in waiting:
                if not _fires(scope, [slot]):
                    slots.postpone(scope, slot, scope.now + PUT_OFF)
        return len(taken) >= slots.BATCH

    async def remind(self) -> datetime | None:
        """Queue today's channel reminders and the week's digest, where they are due; after an absence as `nudge`."""
        await self._wake_up()
        held = await self._shop.database.read(self._held)
        teams = await self._shop.database.read(workspaces.all_team_ids)
        later = [self._shop.clock.now() + PAUSE] if held else []
        return earliest([*later, *[await self._remind_team(team_id) for team_id in teams if team_id not in held]])

    async def _remind_team(self, team_id: str) -> datetime:
        try:
            return await self._remind(team_id)
        except Exception as error:
            if not is_told(error):
                words = "workspace %s could not be reminded; it is tried again: %s"
                log.exception(words, team_id, told_shortly(error), exc_info=trace_of(error))
            return self._shop.clock.now() + PAUSE

    async def _remind(self, team_id: str) -> datetime:
        """A transaction for each busy channel: on SQLite acks wait for whatever writes."""
        run, scope = self._shop.database.run, self._shop.scope_at(team_id)
        busy, later = await run(lambda session: _rhythm(scope(session)))
        for channel_id in busy:
            await run(lambda session, where=channel_id: reminders.decide(scope(session), where))  # type: ignore[misc]
        return later

    async def follow_zones(self) -> datetime | None:
        """Have promises keep their wall time where a zone's rules have changed; at start before anything is due."""
        reload_zones()
        for team_id in await self._shop.database.read(workspaces.all_team_ids):
            scope = self._shop.scope_at(team_id)
            for promise_id in await self._shop.database.read(lambda s, at=scope: zones.astray(at(s))):  # type: ignore[misc]
                await self._follow_zone(team_id, promise_id)
        self._knows_zones = True
        return self._shop.clock.now() + ZONES_EVERY

    async def _follow_zone(self, team_id: str, promise_id: str) -> None:
        scope = self._shop.scope_at(team_id)
        try:
            await self._shop.database.run(lambda session: zones.follow(scope(session), promise_id))
        except (DatabaseAway, DiskFull):
            raise  # nor could any other: the tick comes again soon
        except Exception:
            log.exception("the due moment of promise %s could not be moved; it is tried again", promise_id)

    async def erase(self) -> datetime | None:
        """Erase what was kept long enough."""
        for erase in (inbox.erase_old, intakes.erase_old):
            while await self._shop.database.run(lambda s, some=erase: some(s, self._shop.clock.now())):  # type: ignore[misc]
                pass
        for team_id in await self._shop.database.read(workspaces.all_team_ids):
            scope = self._shop.scope_at(team_id)
            await self._shop.database.run(lambda session, at=scope: corrections.forget_old(at(session)))  # type: ignore[misc]
        return self._shop.clock.now() + ERASE_EVERY


def _fires(scope: Scope, waiting: slots.Taken) -> bool:
    """Queue these nudges in a savepoint of their own; answers whether it went well."""
    ids = ", ".join(slot.id for slot in waiting)
    try:
        with scope.session.begin_nested():
            firing.fire(scope, waiting)
    except Exception as error:
        if is_of_database(error):
            raise
        log.exception("slots %s could not be queued", ids)
        return False
    return True


def next_nudge(session: Session) -> datetime | None:
    """When the next nudge, miss or lapse is due, in any workspace."""
    rooms = (slots, promises, offers, leads)
    return earliest(room.next_due(session) for room in rooms)


def _rhythm(scope: Scope) -> tuple[list[str], datetime]:
    """Answers the channels whose reminder is still to be decided, and when there is something to decide again."""
    digests.put_due(scope)
    return reminders.decide_idle(scope), min(reminders.next_moment(scope), digests.next_moment(scope))


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
