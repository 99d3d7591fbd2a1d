"""How a simulated incarnation hears Slack: over HTTP, or over Socket Mode, both in memory."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.middleware.request_verification.async_request_verification import AsyncRequestVerification
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock as SignatureClock

from bot.slack import calls
from bot.wiring import House
from playground import Playground
from tests.sim.life import Life
from tests.sim.loop import VirtualLoop
from tests.sim.network import Ear, SimTransport

log = logging.getLogger(__name__)
FIRST_TRY_AGAIN, LAST_TRY_AGAIN = 1.0, 30.0
SLOW = 0.1


class _Epoch(SignatureClock):
    """The machine's time of day, for signatures."""

    def __init__(self, epoch: Callable[[], float]) -> None:
        self._epoch = epoch

    def now(self) -> float:
        return self._epoch()


class SimHttpEars:
    """Slack calls us."""

    port: int | None = None

    def __init__(self, transport: SimTransport, ear: Ear, epoch: Callable[[], float]) -> None:
        self.on_connect: list[Callable[[], None]] = []
        self._transport, self._ear = transport, ear
        for middleware in ear.app._async_middleware_list:
            if isinstance(middleware, AsyncRequestVerification):
                middleware.verifier.clock = _Epoch(epoch)
        transport.ears.append(ear)

    async def is_open(self) -> bool:
        return True

    async def reconnect(self) -> bool:
        return True

    async def close(self) -> None:
        self._transport.ears.remove(self._ear)


class SimSocketEars:
    """We call Slack, as slack_sdk's client does: on a `disconnect` a new connection is made, then the old one goes."""

    port: int | None = None

    def __init__(self, house: House, slack: Playground, life: Life, loop: VirtualLoop) -> None:
        self.on_connect: list[Callable[[], None]] = []
        self._app: AsyncApp = house.app
        session = house._client.session
        assert session is not None
        self._client = calls.new_client(slack.settings.app_token, house.settings.slack_api_url, session)
        self._slack, self._life, self._loop = slack, life, loop
        self._wire: SimWire | None = None
        self._hellos = 0
        self._tasks: set[asyncio.Task[None]] = set()

    @classmethod
    async def open(cls, house: House, slack: Playground, life: Life, loop: VirtualLoop) -> SimSocketEars:
        ears = cls(house, slack, life, loop)
        ears._spawn(ears._stay_connected())
        return ears

    async def is_open(self) -> bool:
        return self._wire is not None and not self._wire.is_closed

    async def reconnect(self) -> bool:
        if self._wire is not None:
            await self._wire.close()
        return True

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        if self._wire is not None:
            await self._wire.close()

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _stay_connected(self) -> None:
        pause = FIRST_TRY_AGAIN
        while True:
            try:
                wire = await self._connect()
            except (calls.SlackBusyError, calls.SlackUnknownError):
                await asyncio.sleep(pause)
                pause = min(LAST_TRY_AGAIN, pause * 2)
                continue
            pause = FIRST_TRY_AGAIN
            before, self._wire = self._wire, wire
            if before is not None:
                await before.close()
            await wire.must_go.wait()

    async def _connect(self) -> SimWire:
        told = await calls.call(self._client, "apps.connections.open", {})
        await self._life.cross("before a connection", SLOW)
        wire = SimWire(self._life)
        if not self._slack.hub.admit(str(told["url"]).split("ticket=")[1].split("&")[0]):
            raise calls.SlackUnknownError("the ticket is too old")
        self._loop.start(self._slack.hub.serve(wire))
        self._loop.start(_closed_by_death(wire, self._life))
        self._spawn(self._hear(wire))
        return wire

    async def _hear(self, wire: SimWire) -> None:
        while (text := await wire.to_bot.get()) is not None:
            await self._life.cross("a frame comes in", SLOW)
            message = json.loads(text)
            if message["type"] == "hello":
                self._greeted()
            elif message["type"] == "disconnect":
                wire.must_go.set()
            else:
                self._spawn(self._answer(wire, message))
        wire.must_go.set()

    def _greeted(self) -> None:
        self._hellos += 1
        if self._hellos > 1:
            for callback in self.on_connect:
                callback()

    async def _answer(self, wire: SimWire, message: dict[str, Any]) -> None:
        headers: dict[str, str | Sequence[str]] = {"x-slack-retry-num": str(message.get("retry_attempt", 0))}
        asked = AsyncBoltRequest(mode="socket_mode", body=message["payload"], headers=headers)
        told = await self._app.async_dispatch(asked)
        await self._life.cross("a frame is answered", SLOW)
        if told.status != 200:
            return
        ack: dict[str, Any] = {"envelope_id": message["envelope_id"]}
        if told.body:
            is_json = told.headers.get("content-type", [""])[0].startswith("application/json")
            ack["payload"] = json.loads(told.body) if is_json else {"text": told.body}
        current = self._wire if self._wire is not None and not self._wire.is_closed else wire
        current.to_slack.put_nowait(json.dumps(ack))


class SimWire:
    """Both ends of one connection; Slack's end is a playground.sockets.Wire."""

    def __init__(self, life: Life) -> None:
        self.to_bot: asyncio.Queue[str | None] = asyncio.Queue()
        self.to_slack: asyncio.Queue[str | None] = asyncio.Queue()
        self.must_go = asyncio.Event()
        self.is_closed = False
        self._life = life

    async def send(self, text: str) -> None:
        if self.is_closed or self._life.is_dead:
            raise ConnectionError("closed")
        self.to_bot.put_nowait(text)

    async def receive(self) -> str | None:
        return None if self.is_closed else await self.to_slack.get()

    async def close(self) -> None:
        if not self.is_closed:
            self.is_closed = True
            self.to_bot.put_nowait(None)
            self.to_slack.put_nowait(None)


async def _closed_by_death(wire: SimWire, life: Life) -> None:
    await asyncio.wait([life.died])
    await wire.close()
