"""The machines: processes of the bot that start, die, and start again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextvars import Context
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any, cast

from bot.slack.ears import Ears
from bot.wiring import House, Part, Seams
from config.settings import Settings
from playground import Playground
from tests.sim.clock import SimClock
from tests.sim.database import Disk, SimDatabase
from tests.sim.ears import SimHttpEars, SimSocketEars
from tests.sim.life import Life
from tests.sim.loop import VirtualLoop
from tests.sim.network import WIRES, Ear, SimSession, SimTransport, Wires
from tests.sim.ticking import SimTimetable

log = logging.getLogger(__name__)
POLL = timedelta(hours=6)
"""Wake-ups make it the exception. What a dead worker held is found by it: so all are woken when a lease has ended."""
BEAT = timedelta(minutes=50)
AFTER_LEASE = (61.0, 85.0)
RESTART = (1.0, 120.0)
ALONE: tuple[Sequence[Part], ...] = (("receive", "work"),)
MANY: tuple[Sequence[Part], ...] = (("receive",), ("work",), ("work",))


@dataclass
class Process:
    """One place where the bot runs: `life` is its present incarnation."""

    name: str
    parts: Sequence[Part]
    life: Life | None = None
    house: House | None = None
    clock: SimClock | None = None
    incarnations: int = 0


@dataclass
class Room:
    """All processes of the bot. `stop` keeps them down until `start` is called."""

    slack: Playground
    loop: VirtualLoop
    disk: Disk
    wires: Wires
    transport: SimTransport
    settings: Settings
    chance: Random
    processes: list[Process] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.is_up = asyncio.Event()

    def open(self, layout: Sequence[Sequence[Part]]) -> None:
        """Have processes with these parts run from now on."""
        self.is_up.set()
        for number, parts in enumerate(layout):
            process = Process(f"{'+'.join(parts)}{number}", parts)
            self.processes.append(process)
            self.loop.start(self._keep_running(process))

    @property
    def living(self) -> list[Process]:
        return [process for process in self.processes if process.life is not None and not process.life.is_dead]

    def stop(self, *, is_orderly: bool) -> None:
        """Take all processes down: as an operator does, or by pulling the plug. They stay down until `is_up` is set."""
        self.is_up.clear()
        for process in self.living:
            life, house = process.life, process.house
            assert life is not None
            if is_orderly and house is not None:
                self.loop.start(self._end(life, house), life.context.copy())
            else:
                life.die("by the operator")

    async def _end(self, life: Life, house: House) -> None:
        await house.stop()
        self.wires.trace.note("stopped", life.name)
        life.end()

    async def _keep_running(self, process: Process) -> None:
        trace = self.wires.trace
        while True:
            await self.is_up.wait()
            process.incarnations += 1
            life = Life(f"{process.name}.{process.incarnations}", self.loop, trace, self.chance)
            process.life, process.house = life, None
            trace.note("starts", life.name)
            started = self.loop.start(self._start(process, life), life.context.copy())
            await asyncio.wait([started, life.died], return_when=asyncio.FIRST_COMPLETED)
            if started.done() and (error := started.exception()) is not None:
                trace.note("ends", life.name, type(error).__name__)
                life.end()
            await asyncio.wait([life.died])
            self.poll_soon()
            await asyncio.sleep(self.chance.uniform(*RESTART))

    def poll_soon(self) -> None:
        """What somebody held, and will not give back, is free when its lease has ended: as if a poll came then."""
        for number in range(3):
            self.loop.call_later(self.chance.uniform(*AFTER_LEASE) * (1 + number), self.disk.wake, context=Context())

    async def _start(self, process: Process, life: Life) -> None:
        WIRES.set(self.wires)
        life.context.run(WIRES.set, self.wires)
        process.clock = clock = SimClock(self.slack.clock)
        seams = Seams(
            open_database=lambda url: SimDatabase(self.disk, life),
            open_session=lambda: cast(Any, SimSession(self.wires, life)),
            open_ears=lambda house: self._open_ears(house, life),
            clock=clock,
            chance=lambda count: f"{self.chance.getrandbits(8 * count):0{2 * count}x}",
            make_timetable=SimTimetable,
            poll=POLL,
            beat=BEAT,
        )
        house = House(self.settings, process.parts, seams)
        await house.start()
        process.house = house
        self.wires.trace.note("runs", life.name)

    async def _open_ears(self, house: House, life: Life) -> Ears:
        if self.settings.slack_app_token is not None:
            return await SimSocketEars.open(house, self.slack, life, self.loop)
        return SimHttpEars(self.transport, Ear(house.app, life), lambda: self.slack.clock.now().timestamp())
