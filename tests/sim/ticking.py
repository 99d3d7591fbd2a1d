"""What drives the clock's ticks without APScheduler: each sleeps until its next moment, or is woken."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from bot.clock import Clock, wait_for_event
from bot.database import Topics
from bot.jobs.timetable import AFTER_ERROR, Tick

log = logging.getLogger(__name__)
FALLBACK = timedelta(hours=6)


class SimTimetable:
    """A bot.jobs.timetable.Scheduler."""

    def __init__(self, clock: Clock, ticks: list[Tick]) -> None:
        self._clock = clock
        self._ticks = ticks
        self._wakes = {tick.name: asyncio.Event() for tick in ticks}
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self._drive(tick)) for tick in self._ticks]

    async def stop(self) -> None:
        for tick, task in zip(self._ticks, self._tasks, strict=True):
            async with tick.lock:
                task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def written(self, topics: Topics) -> None:
        for tick in self._ticks:
            if tick.hears in topics:
                self._wakes[tick.name].set()

    def jumped(self) -> None:
        for wake in self._wakes.values():
            wake.set()

    async def _drive(self, tick: Tick) -> None:
        wake = self._wakes[tick.name]
        while True:
            wake.clear()
            async with tick.lock:
                seconds = await self._seconds_after(tick)
            await wait_for_event(wake, seconds)

    async def _seconds_after(self, tick: Tick) -> float:
        try:
            due = await tick.do()
        except Exception:
            log.exception("the tick %r stumbled; it comes again", tick.name)
            return AFTER_ERROR
        most = FALLBACK.total_seconds()
        return most if due is None else max(0.05, min(most, self._clock.machine_seconds_until(due)))
