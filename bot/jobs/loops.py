"""The loop in which a worker does one unit after another, and sleeps until the next is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock, wait_for_event
from bot.database import Database, Scope
from bot.errors import DatabaseAway, DiskFull, is_told, told_shortly, trace_of
from bot.lanes import Box, Held, Moment, has_passed, next_due, take_lanes

log = logging.getLogger(__name__)
T = TypeVar("T")
POLL = timedelta(seconds=20)  # of the machine; wake-ups make it the exception
AFTER_ERROR = 1.0  # seconds of the machine: the database's trouble must not make anybody spin


@dataclass(frozen=True, slots=True)
class Shop:
    """What every worker needs, passed in by wiring. `client(team_id)` gives the workspace's client."""

    database: Database
    clock: Clock
    new_id: Callable[[], str]
    client: Callable[[str], AsyncWebClient]
    worker: str
    poll: timedelta = POLL
    after_error: float = AFTER_ERROR

    def scope_at(self, team_id: str) -> Callable[..., Scope]:
        """A scope of that workspace, given the session; its moment is the present one."""
        return lambda session: Scope(session, team_id, self.clock.now(), self.new_id)

    @property
    def moment(self) -> Moment:
        return Moment(self.clock.now(), self.clock.machine())


class Crew:
    """Works on several lanes at a time, so that a slow one delays no other."""

    def __init__(self, most: int = 8) -> None:
        self._most = most
        self.is_closing = False
        self._busy: set[asyncio.Task[None]] = set()

    async def room(self) -> int:
        """How many more lanes can be taken; waits until it is at least one."""
        while len(self._busy) >= self._most:
            await asyncio.wait(self._busy, return_when=asyncio.FIRST_COMPLETED)
        return self._most - len(self._busy)

    def start(self, unit: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(unit)
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for what is under way, at most so many of the machine's seconds; the rest is cut off. Who does one thing
        after another begins no more.
        """
        self.is_closing = True
        if not self._busy:
            return
        _, cut = await asyncio.wait(set(self._busy), timeout=seconds)
        for task in cut:
            task.cancel()
        await asyncio.gather(*cut, return_exceptions=True)


async def take(shop: Shop, box: Box, crew: Crew, step: Callable[[Held], Coroutine[Any, Any, None]]) -> bool:
    """Take lanes that are due, as many as the crew has room for, and begin a step in each; answers whether there were
    any.
    """
    room = await crew.room()
    moment, worker = shop.moment, shop.worker
    held = await shop.database.run(lambda session: take_lanes(session, box, worker, moment, room))
    for one in held:
        crew.start(step(one))
    return bool(held)


async def while_held(shop: Shop, held: Held, act: Callable[[], Awaitable[T]]) -> T:
    """Do what writes down something of a lane in hand; do it again when the database was away, as long as the lease
    lasts: a hiccup costs nobody a minute. Raises DatabaseAway or DiskFull when it did not come back in time.

    A transaction that failed may have taken effect all the same. If it gave the lane back, the next meets LeaseLost.
    """
    while True:
        try:
            return await act()
        except (DatabaseAway, DiskFull):
            if has_passed(held.until, shop.clock.machine()):
                raise
            await asyncio.sleep(shop.after_error)


async def work(shop: Shop, box: Box, wake: asyncio.Event, do_some: Callable[[], Awaitable[bool]]) -> None:
    """Do units of one box for ever: the broad except is this loop's edge."""
    while True:
        wake.clear()
        try:
            due = await _next_due(shop, box)
            if due is not None and due <= shop.clock.now():
                if await do_some():
                    continue
                due = await _next_due(shop, box)  # others were quicker
            most = shop.poll.total_seconds()
            seconds = most if due is None else max(0.01, min(most, shop.clock.machine_seconds_until(due)))
        except Exception as error:
            if not is_told(error):
                words = "the worker of box %r stumbled; it goes on: %s"
                log.exception(words, box, told_shortly(error), exc_info=trace_of(error))
            # Whatever wakes us meanwhile: an error that stays must not spin.
            await asyncio.sleep(shop.after_error)
        else:
            await wait_for_event(wake, seconds)


async def _next_due(shop: Shop, box: Box) -> datetime | None:
    return await shop.database.read(lambda session: next_due(session, box, shop.moment))
