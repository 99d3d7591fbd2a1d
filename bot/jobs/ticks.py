"""What the clock makes fall due: nudges, misses, lapsing offers, reminders, digests, a look at channels, erasing.

One function each. A tick does all that is due now and answers when it is wanted again (None: nothing waits).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import inbox, outbox
from bot.database import Scope
from bot.errors import SlackRefused, told_shortly, trace_of
from bot.facts import ChannelFacts
from bot.jobs.loops import Shop
from bot.ledger import digests, nudging, people, promises, reminders, slots, workspaces
from bot.slack import calls, fetch

log = logging.getLogger(__name__)
ERASE_EVERY = timedelta(hours=1)
SEE_EVERY = timedelta(hours=1)
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
            except Exception as error:
                words = "promises of workspace %s could not be settled; they are tried again: %s"
                log.exception(words, team_id, told_shortly(error), exc_info=trace_of(error))
                went_well = False
        return went_well

    def _fire(self, session: Session) -> bool:
        return nudging.fire_due(session, lambda team_id: self._shop.scope_at(team_id)(session), self._shop.clock.now())

    async def remind(self) -> datetime | None:
        """Queue today's channel reminders and the week's digest, where they are due."""
        teams = await self._shop.database.read(workspaces.all_team_ids)
        return earliest([await self._remind_team(team_id) for team_id in teams])

    async def _remind_team(self, team_id: str) -> datetime:
        try:
            return await self._remind(team_id)
        except Exception as error:
            words = "workspace %s could not be reminded; it is tried again: %s"
            log.exception(words, team_id, told_shortly(error), exc_info=trace_of(error))
            return self._shop.clock.now() + PAUSE

    async def _remind(self, team_id: str) -> datetime:
        """A transaction for each busy channel: on SQLite acks wait for whatever writes."""
        run, scope = self._shop.database.run, self._shop.scope_at(team_id)
        for channel_id in await run(lambda session: reminders.decide_idle(scope(session))):
            await run(lambda session, where=channel_id: reminders.decide(scope(session), where))  # type: ignore[misc]
        await run(lambda session: digests.put_due(scope(session)))
        return await run(lambda session: _next_rhythm(scope(session)))

    async def see_channels(self) -> datetime | None:
        """Read again what the channels are that the bot is in: one may have turned private, and nobody wrote since."""
        teams = await self._shop.database.read(workspaces.all_team_ids)
        return earliest([await self._see_channels(team_id) for team_id in teams])

    async def _see_channels(self, team_id: str) -> datetime | None:
        scope_at, begun = self._shop.scope_at(team_id), self._shop.clock.now()
        due = await self._shop.database.read(lambda session: _channels_due(scope_at(session)))
        if due is None or due > begun:
            return due
        try:
            told = await fetch.own_channels(self._shop.client(team_id))
        except (SlackRefused, calls.SlackBusyError, calls.SlackUnknownError) as error:
            log.warning("the channels of workspace %s could not be seen: %s", team_id, error)
            until = begun + timedelta(seconds=getattr(error, "seconds", PAUSE.total_seconds()))
            return await self._shop.database.run(
                lambda session: outbox.block(scope_at(session), fetch.OWN_CHANNELS, until)
            )
        await self._shop.database.run(lambda session: _channels_seen(scope_at(session), told, begun))
        return self._shop.clock.now() + SEE_EVERY

    async def erase(self) -> datetime | None:
        """Erase what was kept long enough."""
        while await self._shop.database.run(lambda session: inbox.erase_old(session, self._shop.clock.now())):
            pass
        return self._shop.clock.now() + ERASE_EVERY


def _next_rhythm(scope: Scope) -> datetime:
    return min(reminders.next_moment(scope), digests.next_moment(scope))


def _next_nudge(session: Session) -> datetime | None:
    return earliest([slots.next_due(session), promises.next_due(session)])


def _channels_due(scope: Scope) -> datetime | None:
    since = people.channels_known_since(scope)
    if since is None:
        return None
    return outbox.blocked_until(scope, (fetch.OWN_CHANNELS,)) or since + SEE_EVERY


def _channels_seen(scope: Scope, told: Iterable[ChannelFacts], begun: datetime) -> None:
    """Write down what changed. Where others can read than before, its members are to be read again, by its lane."""
    by_id = {one.id: one for one in told}
    for channel in people.own_channels(scope):
        facts = by_id.get(channel.id)
        if channel.fetched_at >= begun:
            continue  # Slack told of it meanwhile: that is newer
        if facts is None:
            people.left_channel(scope, channel.id)
            continue
        before = (channel.is_private, channel.is_shared_outside)
        people.remember_channel(scope, facts)
        if (facts.is_private, facts.is_shared_outside) != before:
            event = {"type": "channel_turned", "channel": channel.id}
            envelope = {"team_id": scope.team_id, "event_id": f"turned:{channel.id}:{scope.new_id()}", "event": event}
            inbox.store(scope.session, [inbox.arrival(envelope)], scope.new_id, scope.now)


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
