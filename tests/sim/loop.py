"""An event loop on virtual time: it waits for nothing, and runs what is ready in an order drawn from the seed."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable, Coroutine
from contextvars import Context
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
MOST_CANCELLED = 200


class Stuck(RuntimeError):
    """Nothing is ready and no timer runs: the loop would wait for real I/O, for ever."""


class VirtualLoop(asyncio.BaseEventLoop):
    """`time()` stands still while anything is ready; then it jumps to the next timer.

    `may_run`, where it is set, is asked before each callback: what may not run is put into the `graveyard` and stays
    there, since what nobody holds would be collected, and its `finally` run.
    """

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self._virtual = 0.0
        self._chance = chance
        self.may_run: Callable[[Context], bool] | None = None
        self.graveyard: list[object] = []
        self.steps = 0

    def time(self) -> float:
        return self._virtual

    def run_in_executor(self, *_: Any) -> Any:  # type: ignore[override]  # whatever is given
        raise Stuck("a thread was asked for: a simulation has one")

    def call_soon_threadsafe(self, *_: Any, **__: Any) -> Any:  # type: ignore[override]
        raise Stuck("another thread was thought of: a simulation has one")

    def start(self, work: Coroutine[Any, Any, T], context: Context | None = None) -> asyncio.Task[T]:
        """A task in a context of its own: what belongs to no process of the bot, unless it is said to."""
        return self.create_task(work, context=context if context is not None else Context())

    def raise_dead(self) -> None:
        """Have all run after all that was dropped: in the end, so that nothing is left behind."""
        self._ready.extend(handle for handle in self.graveyard if isinstance(handle, asyncio.Handle))  # type: ignore[attr-defined]
        self.graveyard = []

    def _run_once(self) -> None:
        """One turn; asyncio's own would ask the operating system's selector."""
        self._forget_cancelled()
        if not self._ready:  # type: ignore[attr-defined]  # asyncio's inside
            if not self._scheduled:
                raise Stuck("nothing is ready, and no timer runs")
            self._virtual = max(self._virtual, self._scheduled[0].when())
        while self._scheduled and self._scheduled[0].when() <= self._virtual:
            timer = heapq.heappop(self._scheduled)
            timer._scheduled = False
            self._ready.append(timer)  # type: ignore[attr-defined]
        batch = list(self._ready)  # type: ignore[attr-defined]
        self._ready.clear()  # type: ignore[attr-defined]
        if len(batch) > 1:
            self._chance.shuffle(batch)
        for handle in batch:
            if handle.cancelled():
                continue
            self.steps += 1
            if self.may_run is None or self.may_run(handle._context):
                handle._run()
            else:
                self.graveyard.append(handle)

    def _forget_cancelled(self) -> None:
        scheduled = self._scheduled  # type: ignore[has-type]
        if self._timer_cancelled_count > MOST_CANCELLED:  # type: ignore[has-type]
            kept = [timer for timer in scheduled if not timer.cancelled()]
            for timer in scheduled:
                timer._scheduled = not timer.cancelled()
            heapq.heapify(kept)
            self._scheduled = scheduled = kept
            self._timer_cancelled_count = 0
        while scheduled and scheduled[0].cancelled():
            self._timer_cancelled_count -= 1
            heapq.heappop(scheduled)._scheduled = False

    def _write_to_self(self) -> None:
        """Nobody waits in a selector."""

    def _process_events(self, event_list: Any) -> None:
        """There are none."""
