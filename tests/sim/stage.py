"""Everything of one week, built and joined: the only file of the simulation that knows all its parts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

from config.settings import Settings, load
from playground import Options, Playground
from playground.api import WebApi
from playground.errors import Json
from playground.methods.registry import Method
from playground.world import Token
from tests.sim.database import Disk
from tests.sim.loop import VirtualLoop
from tests.sim.network import SimTransport, Wires
from tests.sim.room import Room
from tests.sim.town import Town, found
from tests.sim.trace import Trace

URL = "https://slack.sim"
MONDAYS = (
    datetime(2026, 3, 2, 5, tzinfo=UTC),  # clocks go forward in the United States
    datetime(2026, 3, 23, 5, tzinfo=UTC),  # … and in Europe
    datetime(2026, 6, 15, 5, tzinfo=UTC),
    datetime(2026, 9, 28, 5, tzinfo=UTC),  # … and in Sydney
    datetime(2026, 10, 19, 5, tzinfo=UTC),  # clocks go back in Europe
    datetime(2026, 10, 26, 5, tzinfo=UTC),  # … and in the United States
    datetime(2026, 11, 16, 5, tzinfo=UTC),
)
Act = Callable[[str, Json, Json], None]
"""Called with the method, the arguments and the answer of each call that Slack did."""


class SeenApi(WebApi):
    """The playground's Web API; `on_act` hears of each act when it happens, however late that is."""

    def __init__(self, core: Any) -> None:
        super().__init__(core)
        self.on_act: list[Act] = []

    def _perform(self, known: Method, who: Token, args: Json) -> Json:
        body = super()._perform(known, who, args)
        for callback in self.on_act:
            callback(known.name, args, body)
        return body


@dataclass
class Stage:
    """One week's world. `chance(name)` is a stream of its own for each part, so that none disturbs another."""

    seed: int
    loop: VirtualLoop
    trace: Trace
    town: Town
    slack: Playground
    api: SeenApi
    disk: Disk
    wires: Wires
    transport: SimTransport
    room: Room
    is_socket: bool
    start: datetime
    violations: list[str] = field(default_factory=list)
    blamed: asyncio.Event = field(default_factory=asyncio.Event)

    def chance(self, name: str) -> Random:
        return stream(self.seed, name)

    def blame(self, *words: object) -> None:
        """An invariant is violated."""
        told = " ".join(map(str, words))
        self.trace.note("VIOLATED", told)
        self.violations.append(f"{self.slack.clock.now():%a %H:%M:%S} {told}")
        self.blamed.set()


def stream(seed: int, name: str) -> Random:
    return Random(f"{seed}/{name}")


def build(seed: int, loop: VirtualLoop) -> Stage:
    """Must run within the loop."""
    chance = stream(seed, "stage")
    trace = Trace(loop.time)
    town = found(chance)
    is_socket = chance.random() < 0.4
    start = chance.choice(MONDAYS)
    transport = SimTransport(loop, stream(seed, "transport"))
    options = Options(
        events_url="" if is_socket else f"{URL}/slack/events",
        socket_mode=is_socket,
        start=start,
        world=town.as_world(),
        seed=seed,
    )
    slack = Playground(options, transport=transport, monotonic=loop.time, epoch=lambda: slack.clock.now().timestamp())
    slack.core.url = URL
    slack.api = api = SeenApi(slack.core)
    town.ids = {user.name: user.id for user in slack.core.world.users.values()}
    disk = Disk(trace)
    wires = Wires(slack, loop, trace, stream(seed, "wires"))
    room = Room(slack, loop, disk, wires, transport, _settings(slack, town, is_socket), stream(seed, "room"))
    return Stage(seed, loop, trace, town, slack, api, disk, wires, transport, room, is_socket, start)


def _settings(slack: Playground, town: Town, is_socket: bool) -> Settings:
    app = slack.settings
    token = {"slack_app_token": app.app_token} if is_socket else {"slack_signing_secret": app.signing_secret}
    return load(
        slack_bot_token=app.bot_token,
        slack_api_url=f"{URL}/api/",
        database_url="sqlite://",
        workspace_zone=town.zone,
        **token,
    )


async def tear_down(stage: Stage) -> None:
    """End all that still runs, without a trace."""
    stage.loop.may_run = None
    stage.disk.on_commit.clear()
    stage.disk.next_error = lambda: ""
    stage.wires.next_error = lambda method: ""
    me = asyncio.current_task()
    ended = [task for task in asyncio.all_tasks() if task is not me]
    for task in ended:
        task.cancel()
    stage.loop.raise_dead()
    for _ in range(50):
        left = [task for task in asyncio.all_tasks() if task is not me]
        if not left:
            break
        for task in left:
            task.cancel()
        await asyncio.sleep(0)
    for task in ended:
        if task.done() and not task.cancelled():
            task.exception()  # what an end like this one brings about is nobody's fault, nor another week's
