"""The list of what the clock does, and the scheduler that only ticks.

No job per reminder and no state in the scheduler: each tick sleeps until the next due row, is woken when a nearer
one is written or the clock jumps, and comes anyway after a while.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.database import Topic, Topics
from bot.errors import is_told, told_shortly, trace_of
from bot.jobs.passes import Passes
from bot.jobs.proposing import Proposing
from bot.jobs.telling import Telling
from bot.jobs.ticks import Ticks

log = logging.getLogger(__name__)
FALLBACK = timedelta(seconds=30)  # of the machine
AFTER_ERROR = 5.0

Do = Callable[[], Awaitable[datetime | None]]


@dataclass
class Tick:
    """One line of the timetable. What is announced on the topic that it `hears` may bring its next moment nearer.

    `is_wanted` says that something changed while it ran.
    """

    name: str
    do: Do
    hears: Topic | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_wanted: bool = False


def lines(ticks: Ticks, passes: Passes, proposing: Proposing, telling: Telling | None = None) -> list[Tick]:
    """The whole timetable."""
    return [
        Tick("nudge", ticks.nudge, hears="nudges"),
        Tick("remind", ticks.remind, hears="reminders"),
        Tick("history", passes.look, hears="passes"),
        Tick("propose", proposing.propose, hears="rules"),
        Tick("zones", ticks.follow_zones),
        Tick("erase", ticks.erase),
        *([Tick("tell", telling.tell, hears="out")] if telling is not None else []),
    ]


class Scheduler(Protocol):
    """What drives the ticks."""

    def start(self) -> None: ...

    async def stop(self) -> None: ...

    def written(self, topics: Topics) -> None: ...

    def jumped(self) -> None: ...


class Timetable:
    """Drives ticks with APScheduler: memory store, UTC, coalescing, no misfire limit."""

    def __init__(self, clock: Clock, ticks: list[Tick]) -> None:
        self._clock = clock
        self._ticks = ticks
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 2}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)

    def start(self) -> None:
        """Begin to tick, at once."""
        for tick in self._ticks:
            self._scheduler.add_job(
                self._run,
                "interval",
                args=[tick],
                id=tick.name,
                seconds=FALLBACK.total_seconds(),
                next_run_time=self._clock.machine(),
            )
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin no more ticks, and finish those under way: shutting down would cut them off."""
        self._scheduler.pause()
        await asyncio.sleep(0)  # what was handed out already begins
        for tick in self._ticks:
            async with tick.lock:
                pass
        await asyncio.sleep(0)  # the scheduler hears that they ended
        self._scheduler.shutdown(wait=False)

    def written(self, topics: Topics) -> None:
        """Something was written: a nearer moment may be among it."""
        self._want([tick for tick in self._ticks if tick.hears in topics])

    def jumped(self) -> None:
        """The clock jumped: anything may be due."""
        self._want(self._ticks)

    def _want(self, ticks: list[Tick]) -> None:
        for tick in ticks:
            if not tick.is_wanted:
                tick.is_wanted = True
                if not tick.lock.locked():
                    self._plan(tick, 0.0)

    async def _run(self, tick: Tick) -> None:
        if tick.lock.locked():
            tick.is_wanted = True
            return
        async with tick.lock:
            tick.is_wanted = False
            seconds = await self._seconds_after(tick)
        if seconds is None:
            tick.is_wanted = True  # so that nobody's wish brings it nearer: an error that stays must not spin
            self._plan(tick, AFTER_ERROR)
        else:
            self._plan(tick, 0.0 if tick.is_wanted else seconds)

    async def _seconds_after(self, tick: Tick) -> float | None:
        """Until when it may sleep; None when it stumbled."""
        try:
            due = await tick.do()
        except Exception as error:
            if not is_told(error):
                words = told_shortly(error)
                log.exception("the tick %r stumbled; it comes again: %s", tick.name, words, exc_info=trace_of(error))
            return None
        most = FALLBACK.total_seconds()
        return most if due is None else max(0.05, min(most, self._clock.machine_seconds_until(due)))

    def _plan(self, tick: Tick, seconds: float) -> None:
        job = self._scheduler.get_job(tick.name)
        if job is not None:
            job.modify(next_run_time=self._clock.machine() + timedelta(seconds=seconds))
