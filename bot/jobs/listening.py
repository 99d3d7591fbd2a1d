"""While a process listens to Slack it says so, again and again: what lies between two times is an absence."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from bot.clock import wait_for_event
from bot.database import Scope
from bot.errors import is_told, told_shortly, trace_of
from bot.jobs.loops import Shop
from bot.ledger import presence
from bot.slack.ears import Ears

log = logging.getLogger(__name__)
BEAT = timedelta(minutes=1)
QUICKEST = 0.5  # of the machine's seconds, where a playground's clock runs fast
MISSED_BEATS = 3
"""So many beats left out are an absence: one may be late. Slack's own retries cover what is shorter."""
AFTER_ERROR = 1.0


class Listening:
    """Keeps the presence of the workspaces that `teams()` names, as long as the ears are open."""

    def __init__(self, shop: Shop, ears: Ears, teams: Callable[[], Iterable[str]], beat: timedelta = BEAT) -> None:
        self._shop = shop
        self._ears = ears
        self._teams = teams
        self._beat = beat
        self._alarm_at: datetime | None = None
        self._wake = asyncio.Event()
        self._is_back = True
        self._has_jumped = False
        ears.on_connect.append(self.connected)
        shop.clock.on_jump(self.jumped)

    def connected(self) -> None:
        """A connection was made anew."""
        self._is_back = True
        self._wake.set()

    def jumped(self) -> None:
        """The clock jumped while we listened."""
        self._has_jumped = True
        self._wake.set()

    async def keep(self) -> None:
        """Say that we listen, for ever: the broad except is this loop's edge."""
        while True:
            self._wake.clear()
            seconds = self._shop.clock.machine_seconds_until(self._shop.clock.now() + self._beat)
            try:
                await self.say()
            except Exception as error:
                if not is_told(error):
                    words = "that somebody listens could not be written down; it is tried again: %s"
                    log.exception(words, told_shortly(error), exc_info=trace_of(error))
                seconds = AFTER_ERROR
            await wait_for_event(self._wake, max(QUICKEST, seconds))

    async def say(self) -> None:
        """Write down that we listen, if we do; and connect anew if a watchdog wants it."""
        if not await self._ears.is_open():
            return
        is_back, has_jumped = self._is_back, self._has_jumped
        self._is_back = self._has_jumped = False
        try:
            alarms = [await self._say_of(team_id, is_back, has_jumped) for team_id in self._teams()]
        except Exception:
            self._is_back, self._has_jumped = self._is_back or is_back, self._has_jumped or has_jumped
            raise
        await self._heed(max((one for one in alarms if one is not None), default=None), is_back)

    async def _say_of(self, team_id: str, is_back: bool, has_jumped: bool) -> datetime | None:
        scope_at = self._shop.scope_at(team_id)

        def write(scope: Scope) -> datetime | None:
            if has_jumped:
                presence.clock_moved(scope)
            here = presence.listens(scope, self._tolerance())
            if is_back:
                presence.want_pass(scope, here)
            return here.alarm_at

        return await self._shop.database.run(lambda session: write(scope_at(session)))

    def _tolerance(self) -> timedelta:
        """How long we may be silent, on a clock that runs as fast as it does now."""
        seconds = self._shop.clock.machine_seconds_until(self._shop.clock.now() + self._beat)
        return self._beat * MISSED_BEATS * max(1.0, QUICKEST / max(seconds, 1e-6))

    async def _heed(self, alarm_at: datetime | None, is_back: bool) -> None:
        """An alarm from before this connection was made is none of ours; ours stands until a new one is made."""
        if alarm_at is None or alarm_at == self._alarm_at:
            return
        if is_back or await self._ears.reconnect():
            self._alarm_at = alarm_at
