"""The bot's processes: started, killed without a word, and started again at once."""

from __future__ import annotations

import asyncio
import random
import socket
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import update

from bot.database import transact
from bot.errors import DiskFull
from bot.lanes import Lane
from tests.chaos.balancer import Balancer
from tests.process.conftest import Process, Site

POLL = 0.05
MINUTE = 2.0
"""After so many of the machine's seconds most dead workers' leases are ended by hand: by then Slack has long done what
they had asked. In truth it takes a minute, and one lease in `WHOLE` takes it."""
WHOLE = 5
EXCUSES = ("The database cannot be opened", "The database's disk is full")
"""A process that says so may end: whoever runs it starts it again."""


@dataclass
class Role:
    """What one process is for; whoever is killed in it is followed by another."""

    name: str
    command: str
    process: Process | None = None
    is_ready: bool = False
    port: int | None = None


@dataclass
class Fleet:
    """`kills` counts by command, `young` those that were killed before they were ready; `trouble` tells of processes
    that ended by themselves; `away` counts starts that ended in words, since the database could not be had.
    """

    site: Site
    balancer: Balancer
    rng: random.Random
    roles: list[Role]
    kills: Counter[str] = field(default_factory=Counter)
    young: int = 0
    away: int = 0
    whole_leases: int = 0
    trouble: list[str] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _is_ending: bool = False

    async def start(self) -> None:
        """Until all are ready."""
        for role in self.roles:
            await self._begin(role)
        await self.ready()

    async def ready(self, seconds: float = 60) -> None:
        async with asyncio.timeout(seconds):
            while not all(role.is_ready for role in self.roles):  # noqa: ASYNC110 - they tell it in their logs
                await asyncio.sleep(POLL)

    async def some_ready(self) -> None:
        """Until somebody receives and somebody works."""
        while not ({"run"} <= self._ready() or {"web", "worker"} <= self._ready()):  # noqa: ASYNC110 - as above
            await asyncio.sleep(POLL)

    def _ready(self) -> set[str]:
        return {role.command for role in self.roles if role.is_ready}

    async def kill(self, roles: list[Role]) -> None:
        """kill -9, all of them at once; then each is started again."""
        dead = [(role, role.process) for role in roles if role.process is not None]
        for role, process in dead:
            self.kills[role.command] += 1
            self.young += not role.is_ready
            self._forget(role)
            if process.running.returncode is None:
                process.running.kill()
        for role, process in dead:
            await process.running.wait()
            self._spawn(self._end_leases(process.pid))
            await self._begin(role)

    async def close(self) -> None:
        self._is_ending = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.site.close()

    def words(self) -> str:
        """All that all processes have said."""
        return "\n".join(process.words for process in self.site.processes)

    def _forget(self, role: Role) -> None:
        if role.port is not None:
            self.balancer.ports.discard(role.port)
        role.process, role.port, role.is_ready = None, None, False

    async def _begin(self, role: Role) -> None:
        process = await self.site.start(role.command)
        role.process = process
        self._spawn(self._watch(role, process))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watch(self, role: Role, process: Process) -> None:
        """Notice where it listens, that it is ready, and that it ended without having been killed."""
        while role.process is process and process.running.returncode is None and not role.is_ready:
            if role.port is None and role.command != "worker" and process.port is not None:
                role.port = process.port
                self.balancer.ports.add(role.port)
            role.is_ready = "Ours is ready" in process.words
            await asyncio.sleep(POLL)
        was_ready = role.is_ready
        await process.running.wait()
        if role.process is not process or self._is_ending:
            return
        self._forget(role)
        if not was_ready and any(words in process.words for words in EXCUSES):
            self.away += 1
            await asyncio.sleep(1)
        else:
            self.trouble.append(f"{role.name} ended by itself:\n{process.words[-2000:]}")
        await self._begin(role)

    async def _end_leases(self, pid: int) -> None:
        """What a minute does after a kill -9, sooner; of some it is left to the minute."""
        if self.rng.randrange(WHOLE) == 0:
            self.whole_leases += 1
            return
        await asyncio.sleep(MINUTE)
        try:
            await asyncio.to_thread(self._end_leases_of, f"{socket.gethostname()}:{pid}:")
        except DiskFull:
            self.whole_leases += 1

    def _end_leases_of(self, worker: str) -> None:
        engine = self.site.engine()
        ended = datetime.now(UTC) - timedelta(seconds=1)
        dead = update(Lane).where(Lane.taken_by.startswith(worker, autoescape=True)).values(taken_until=ended)
        try:
            transact(engine, lambda session: session.execute(dead))
        finally:
            engine.dispose()
