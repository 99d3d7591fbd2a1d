"""What stumbles again and again pauses, however often it is woken meanwhile."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.database import Topics
from bot.jobs.loops import Shop, work
from bot.jobs.timetable import Tick, Timetable
from tests.support.waiting import until

T = TypeVar("T")
A_WHILE = 0.3
"""Of the machine's seconds: less than the shortest pause, and enough to spin hundreds of times."""


class Away:
    """A database that is away, and whose users are woken each time."""

    is_sqlite = True

    def __init__(self, wake: asyncio.Event) -> None:
        self.on_write: list[Callable[[Topics], None]] = []
        self._wake = wake
        self.tries = 0

    async def read(self, fn: Callable[[Session], T]) -> T:
        self.tries += 1
        self._wake.set()
        await asyncio.sleep(0)
        raise ConnectionError("the database is away")

    async def run(self, fn: Callable[[Session], T], *, first: bool = False) -> T:
        return await self.read(fn)

    async def close(self) -> None: ...


async def test_a_worker_that_stumbles_pauses() -> None:
    wake = asyncio.Event()
    database = Away(wake)
    shop = Shop(database, SystemClock(), str, lambda _: AsyncWebClient(), "worker")

    async def never() -> bool:
        raise AssertionError("nothing is due")

    working = asyncio.create_task(work(shop, "in", wake, never))
    await asyncio.wait({working}, timeout=A_WHILE)
    assert database.tries == 1
    await until(lambda: database.tries == 2)
    working.cancel()


async def test_a_tick_that_stumbles_pauses() -> None:
    counter = itertools.count()

    async def stumble() -> datetime | None:
        next(counter)
        timetable.written(frozenset({"nudges"}))
        raise ConnectionError("the database is away")

    timetable = Timetable(SystemClock(), [Tick("nudge", stumble, hears="nudges")])
    timetable.start()
    waking: Any = asyncio.get_running_loop().create_task(_wake(timetable))
    await asyncio.wait({waking}, timeout=A_WHILE)
    waking.cancel()
    await timetable.stop()
    assert next(counter) == 1


async def _wake(timetable: Timetable) -> None:
    while True:
        timetable.written(frozenset({"nudges"}))
        timetable.jumped()
        await asyncio.sleep(0.01)
