"""The clock's part in catching up: when all history is read again, and when an absence is over.

A pass looks at the channels that the bot is in (one may have turned private, and nobody wrote since), and wants every
place read. It comes at the start, when a connection was made anew, when Slack is silent for longer than is usual, and
within every hour.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from bot import inbox, pace
from bot.database import Scope
from bot.errors import SlackRefused, is_told, told_shortly, trace_of
from bot.facts import ChannelFacts
from bot.jobs.loops import Shop
from bot.jobs.ticks import earliest
from bot.lanes import FAR
from bot.ledger import cards, newcomers, people, presence, watermarks, workspaces
from bot.ledger.presence import Away, Here, stamp
from bot.slack import calls, fetch, history

log = logging.getLogger(__name__)
PAUSE = timedelta(minutes=1)
LEAST_SILENCE = timedelta(minutes=15)
UNREAD = ", as far as could be read so far"
TIMES = 3
"""A silence that is so many times as long as nearly all before it is not usual."""


@dataclass(frozen=True, slots=True)
class View:
    """A workspace: when its next pass is due (None: nobody listens to it yet), whether an absence may be closed, and
    when its last pass began.
    """

    team_id: str
    due: datetime | None
    is_over: bool = False
    last: datetime | None = None


class Passes:
    """The clock's work on history, over all workspaces."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._silent: dict[str, datetime] = {}
        self._bookmarks = fetch.Bookmarks()

    async def look(self) -> datetime | None:
        """Begin the passes that are due, and end the absences of which all was understood. Quick: it is asked after
        each write.
        """
        views = await self._shop.database.read(self._views)
        return earliest([await self._act(view) for view in views])

    def _views(self, session: Session) -> list[View]:
        return [self._view(self._shop.scope_at(team_id)(session)) for team_id in workspaces.all_team_ids(session)]

    def _view(self, scope: Scope) -> View:
        here = presence.find(scope)
        if here is None:
            return View(scope.team_id, None)
        # What comes meanwhile only puts off when a silence is unusual.
        if self._silent.get(scope.team_id, scope.now) <= scope.now:
            self._silent[scope.team_id] = _silence_ends(scope, here)
        due = _due(scope, here, self._silent[scope.team_id])
        return View(scope.team_id, due, _is_over(scope, here), here.pass_at)

    async def _act(self, view: View) -> datetime | None:
        try:
            if view.is_over:
                await self._close_absence(view.team_id)
            if view.due is None or view.due > self._shop.clock.now():
                return view.due
            return await self._begin_pass(view.team_id, view.last)
        except Exception as error:
            if not is_told(error):
                words = "workspace %s could not be caught up with; it is tried again: %s"
                log.exception(words, view.team_id, told_shortly(error), exc_info=trace_of(error))
            return self._shop.clock.now() + PAUSE

    async def _close_absence(self, team_id: str) -> None:
        scope_at = self._shop.scope_at(team_id)
        words = await self._shop.database.run(lambda session: _close(scope_at(session)))
        if words is not None:
            log.warning("%s", words)

    async def _begin_pass(self, team_id: str, last: datetime | None) -> datetime:
        scope_at, begun = self._shop.scope_at(team_id), self._shop.clock.now()
        client = self._shop.client(team_id)
        is_new = await self._shop.database.read(lambda session: newcomers.is_new(scope_at(session)))
        try:
            told = await fetch.own_channels(client)
            admins = await fetch.admins(client, self._bookmarks) if is_new else []
        except (SlackRefused, calls.SlackBusyError, calls.SlackUnknownError) as error:
            log.warning("the channels of workspace %s could not be seen: %s", team_id, error)
            until = begun + timedelta(seconds=getattr(error, "seconds", PAUSE.total_seconds()))
            return await self._shop.database.run(
                lambda session: pace.block(scope_at(session), fetch.OWN_CHANNELS, until)
            )

        def begin(session: Session) -> None:
            if is_new:
                newcomers.installed(scope_at(session), admins)
            _begin(scope_at(session), told, begun, last)

        await self._shop.database.run(begin)
        return begun + presence.EVERY


def _due(scope: Scope, here: Here, silent: datetime) -> datetime:
    """When the next pass is due."""
    if here.pass_due_at > scope.now + presence.EVERY + FAR:
        return scope.now  # the clock went back, by more than those of two machines differ
    due = min(here.pass_due_at, silent)
    if due > scope.now:
        return due
    return pace.blocked_until(scope, fetch.OWN_CHANNELS) or due


def _silence_ends(scope: Scope, here: Here) -> datetime:
    """When no event has come for longer than is usual. Each look doubles the patience: at night nobody writes."""
    came = inbox.latest_events(scope)
    if not came:
        return scope.now + LEAST_SILENCE
    gaps = sorted(newer - older for newer, older in pairwise(came))
    usual = gaps[len(gaps) * 19 // 20] if gaps else LEAST_SILENCE
    looked = here.pass_at - came[0] if here.pass_at is not None else timedelta(0)
    return came[0] + max(LEAST_SILENCE, TIMES * usual, 2 * looked)


def _begin(scope: Scope, told: Iterable[ChannelFacts], begun: datetime, last: datetime | None) -> None:
    """`last` is when the pass before began, as far as was known when this one was found to be due: no clock decides who
    was quicker, since it may have gone back.
    """
    here = presence.find(scope)
    if here is None or here.pass_at != last:
        return  # another worker was quicker
    by_id = {one.id: one for one in told}
    _channels_seen(scope, by_id, begun, here)
    watermarks.want_all(scope, (one.id for one in by_id.values() if not one.is_archived))
    watermarks.forget_old(scope)
    here.pass_at, here.pass_due_at = scope.now, scope.now + presence.EVERY


def _channels_seen(scope: Scope, by_id: dict[str, ChannelFacts], begun: datetime, here: Here) -> None:
    """Write down what changed. Where others can read than before, its members are to be read again, by its lane."""
    for channel in people.own_channels(scope):
        if begun <= channel.fetched_at <= scope.now + FAR:
            continue  # Slack told of it meanwhile: that is newer
        facts = by_id.get(channel.id)
        if facts is None:
            people.left_channel(scope, channel.id)
        elif _turns(scope, facts, (channel.is_private, channel.is_shared_outside)):
            _read_members(scope, channel.id)
    known = {one.id for one in people.own_channels(scope)}
    for channel_id in sorted(set(by_id) - known):
        _joined(scope, by_id[channel_id], here)


def _turns(scope: Scope, facts: ChannelFacts, before: tuple[bool, bool]) -> bool:
    """Remember it as it is; answers whether others can read there than before."""
    cards.channel_seen(scope, facts)
    return (facts.is_private, facts.is_shared_outside) != before


def _read_members(scope: Scope, channel_id: str) -> None:
    event = {"type": "channel_turned", "channel": channel_id}
    envelope = {"team_id": scope.team_id, "event_id": f"turned:{channel_id}:{scope.new_id()}", "event": event}
    inbox.store(scope.session, [inbox.arrival(envelope)], scope.new_id, scope.now)


def _joined(scope: Scope, facts: ChannelFacts, here: Here) -> None:
    """Slack says that the bot is in a channel of which no event told: it is met now, as if it had. Where it was before
    it was installed it says nothing, and what was said before is not its business.
    """
    channel_id = facts.id
    is_unmet = channel_id in watermarks.begun(scope) and people.find_channel(scope, channel_id) is None
    if here.pass_at is None or is_unmet:
        if not facts.is_archived:
            _read_members(scope, channel_id)
        return
    # It was not among those of the last pass; where in between it came in, its history shows.
    event = history.joined(channel_id, workspaces.bot_ids(scope)[0], stamp(here.pass_at or scope.now))
    name = f"{inbox.FROM_HISTORY}{channel_id}:joined:{scope.new_id()}"
    envelope = {"team_id": scope.team_id, "event_id": name, "event": event}
    inbox.store(scope.session, [inbox.arrival(envelope)], scope.new_id, scope.now)


def _is_over(scope: Scope, here: Here) -> bool:
    """Whether an absence stands open that need not: all that nudges wait for is understood, or they wait no longer."""
    absence = presence.open_absence(scope)
    if absence is None:
        return False
    return absence.ended_at <= scope.now - presence.HOLD or _is_understood(scope, here, absence)


def _is_understood(scope: Scope, here: Here, absence: Away) -> bool:
    """Whether all that nudges wait for was read and understood."""
    has_looked = here.pass_at is not None and here.pass_at >= absence.ended_at
    return has_looked and not watermarks.is_behind(scope) and not inbox.has_unread_history(scope)


def _close(scope: Scope) -> str | None:
    """Answers what operators read; None when another worker was quicker, or somebody was away again meanwhile."""
    here, absence = presence.find(scope), presence.open_absence(scope)
    if here is None or absence is None or not _is_over(scope, here):
        return None
    presence.close_absence(scope, absence)
    return presence.words(absence) + ("" if _is_understood(scope, here, absence) else UNREAD)
