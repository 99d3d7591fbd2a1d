"""One incarnation of a process of the bot. When it dies, nothing of it runs any more.

Cancelling its tasks would be no death: their `finally` would run. The loop drops whatever would run in the context of
a dead incarnation, and seams let nothing of it through.
"""

from __future__ import annotations

import asyncio
from contextvars import Context, ContextVar, copy_context
from random import Random

from tests.sim.loop import VirtualLoop
from tests.sim.trace import Trace

CURRENT: ContextVar[Life] = ContextVar("the incarnation whose code runs")


class Life:
    """`cross(where)` is called at every seam, before and after what it does."""

    def __init__(self, name: str, loop: VirtualLoop, trace: Trace, chance: Random) -> None:
        self.name = name
        self.chance = chance
        self.is_dead = False
        self.died: asyncio.Future[None] = loop.create_future()
        self._loop, self._trace = loop, trace
        self._asleep_until = 0.0
        self._crossings_left: int | None = None
        self._steps_left: int | None = None
        self.context: Context = copy_context()
        self.context.run(CURRENT.set, self)

    async def cross(self, where: str, most: float = 0.0) -> None:
        """Pass a seam, which takes `most` seconds at most: death may strike here, the machine may be asleep, and others
        may come first.
        """
        await self._go_on()
        if self._crossings_left is not None:
            self._crossings_left -= 1
            if self._crossings_left < 0:
                self.die(where)
                await self._go_on()
        await asyncio.sleep(self.chance.random() * most if most and self.chance.random() < 0.4 else 0)
        await self._go_on()

    async def _go_on(self) -> None:
        while self.is_dead or self._asleep_until > self._loop.time():
            if self.is_dead:
                await self._loop.create_future()
            await asyncio.sleep(self._asleep_until - self._loop.time())

    def die_at_crossing(self, number: int) -> None:
        """Death waits at the seam that is crossed so many crossings from now."""
        self._crossings_left = number

    def die_at_step(self, number: int) -> None:
        """Death waits at the await at which its code goes on so many times from now."""
        self._steps_left = number

    def calm(self) -> None:
        """Death waits no more."""
        self._crossings_left = self._steps_left = None

    def may_step(self) -> bool:
        """Asked by the loop before any code of this incarnation goes on."""
        if self._steps_left is not None:
            self._steps_left -= 1
            if self._steps_left < 0:
                self.die("at an await")
        return not self.is_dead

    def die(self, where: str) -> None:
        """It is killed."""
        if not self.is_dead:
            self._trace.fault("death", self.name, where)
            self.end()

    def end(self) -> None:
        """Nothing of it runs any more. (It may be stopped in order and fall over at the same time.)"""
        if self.is_dead:
            return
        self.is_dead = True
        self._loop.graveyard.append(asyncio.all_tasks(self._loop))
        self.died.set_result(None)

    def sleep(self, seconds: float) -> None:
        """The machine is suspended: nothing passes its seams for so long."""
        self._asleep_until = self._loop.time() + seconds
        self._trace.fault("suspend", self.name, f"{seconds:.0f} s")


def may_run(context: Context) -> bool:
    """Whether code in this context may go on: the dead do nothing."""
    life = context.get(CURRENT)
    return life is None or life.may_step()
