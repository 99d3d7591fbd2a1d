"""Socket Mode, the server's side: tickets, up to ten connections, envelopes and their acks.

Nothing here needs a network: ``serve`` runs over any Wire, ``connect`` over one in memory. All waiting is the running
loop's.
"""

import asyncio
import contextlib
import json
import math
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from playground.core import Core
from playground.deliver import ACK_SECONDS, Reply
from playground.errors import Json
from playground.memory import MemorySocket
from playground.strict import read_json

MAX_CONNECTIONS = 10
CONNECTION_SECONDS, DEBUG_SECONDS = 3600, 360
"""How long Slack says a connection will last; the shorter one with debug_reconnects."""
TICKET_SECONDS = 60.0


class Wire(Protocol):
    """One WebSocket. ``receive`` gives the next text, or None when the other side has gone; ``send`` raises
    ConnectionError then."""

    async def send(self, text: str) -> None: ...

    async def receive(self) -> str | None: ...

    async def close(self) -> None: ...


class Connection:
    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.waiting: dict[str, asyncio.Future[Reply]] = {}

    def answer(self, envelope_id: str, reply: Reply) -> None:
        waiter = self.waiting.pop(envelope_id, None)
        if waiter and not waiter.done():
            waiter.set_result(reply)


class SocketHub:
    """All open connections of the app."""

    def __init__(self, core: Core, ack_seconds: float = ACK_SECONDS) -> None:
        self.core = core
        self.ack_seconds = ack_seconds
        self.connections: list[Connection] = []
        self._tickets: dict[str, float] = {}
        self._left_at = -math.inf
        self._arrival = asyncio.Event()
        # Dicts, for they keep their order: sets of tasks have another one in each run.
        self._closing: dict[asyncio.Task[None], None] = {}
        self._serving: dict[asyncio.Task[None], None] = {}

    @property
    def connected(self) -> bool:
        return bool(self.connections)

    @property
    def expected(self) -> bool:
        """Whether the app is reconnecting: a connection ended a moment ago."""
        return self.core.machine() - self._left_at < self.ack_seconds

    def new_url(self) -> str:
        """What apps.connections.open answers: single use, short lived."""
        ticket = self.core.ids.uuid()
        self._tickets[ticket] = self.core.machine()
        base = self.core.url.replace("http", "ws", 1)
        return f"{base}/link/?ticket={ticket}&app_id={self.core.app.id}"

    def admit(self, ticket: str) -> bool:
        """Whether this ticket opens a connection; it does so once. None does while the app is down."""
        if self.core.is_down():
            return False
        made = self._tickets.pop(ticket, None)
        return made is not None and self.core.machine() - made <= TICKET_SECONDS

    def connect(self, url: str) -> MemorySocket:
        """Open a connection in memory, by a URL of apps.connections.open; its first text is the hello.

        ConnectionError when the URL's ticket was used before, or is too old, or while the app is down.
        """
        query = parse_qs(urlsplit(url).query)
        if not self.admit(query.get("ticket", [""])[0]):
            raise ConnectionError("this URL opens no connection: ask apps.connections.open for another")
        socket = MemorySocket()
        seconds = DEBUG_SECONDS if query.get("debug_reconnects") == ["true"] else CONNECTION_SECONDS
        _keep(self._serving, asyncio.ensure_future(self.serve(socket.wire, seconds)))
        return socket

    async def serve(self, wire: Wire, seconds: int = CONNECTION_SECONDS) -> None:
        """Run one connection until it ends."""
        if len(self.connections) >= MAX_CONNECTIONS:
            with contextlib.suppress(ConnectionError):
                await wire.send(json.dumps(self._goodbye("too_many_websockets")))
            await wire.close()
            return
        connection = Connection(wire)
        self.connections.append(connection)
        self._arrival.set()
        self.core.activity.touch()
        try:
            with contextlib.suppress(ConnectionError):
                await wire.send(json.dumps(self._hello(seconds)))
            while (text := await wire.receive()) is not None:
                self._ack(connection, text)
        finally:
            self._forget(connection)

    def _ack(self, connection: Connection, text: str) -> None:
        try:
            message = read_json(text)
        except ValueError:
            return
        if isinstance(message, dict) and isinstance(message.get("envelope_id"), str):
            payload = message.get("payload")
            body = "" if payload is None else payload if isinstance(payload, str) else json.dumps(payload)
            connection.answer(message["envelope_id"], Reply(200, body))

    def _forget(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
            self._left_at = self.core.machine()
            if not self.connections:
                self._arrival.clear()
            self.core.activity.touch()
        for envelope_id in list(connection.waiting):
            connection.answer(envelope_id, Reply(0, reason="connection_failed"))

    async def send(self, envelope: Json) -> Reply:
        """To any one connection, as Slack does; the ack is waited for at most three seconds.

        Between two connections of the app it waits as long for the next one.
        """
        if not self.connections and self.expected:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.ack_seconds):
                    await self._arrival.wait()
        if not self.connections:
            return Reply(0, reason="connection_failed")
        connection = self.connections[self.core.ids.pick(len(self.connections))]
        envelope_id = self.core.ids.uuid()
        waiter: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope_id] = waiter
        try:
            await connection.wire.send(json.dumps({"envelope_id": envelope_id, **envelope}))
            async with asyncio.timeout(self.ack_seconds):
                return await waiter
        except TimeoutError:
            return Reply(0, reason="http_timeout")
        except ConnectionError:
            return Reply(0, reason="connection_failed")
        finally:
            connection.waiting.pop(envelope_id, None)

    def disconnect(self, reason: str, seconds: float | None) -> None:
        """Ask every connection to go. ``abort`` cuts without a word; a warning leaves about ten seconds."""
        for connection in list(self.connections):
            wait = seconds if seconds is not None else (10.0 if reason == "warning" else 0.0)
            _keep(self._closing, asyncio.ensure_future(self._disconnect(connection, reason, wait)))

    async def _disconnect(self, connection: Connection, reason: str, wait: float) -> None:
        if reason != "abort":
            with contextlib.suppress(ConnectionError):
                await connection.wire.send(json.dumps(self._goodbye(reason)))
        if wait:
            await asyncio.sleep(wait)
        self._forget(connection)
        await connection.wire.close()

    async def stop(self) -> None:
        for task in list(self._closing):
            task.cancel()
        for connection in list(self.connections):
            self._forget(connection)
            await connection.wire.close()
        await asyncio.gather(*self._closing, *self._serving, return_exceptions=True)

    def _hello(self, seconds: int) -> Json:
        debug = {
            "host": "applink-playground",
            "started": self.core.stamp(),
            "build_number": 1,
            "approximate_connection_time": seconds,
        }
        return {
            "type": "hello",
            "connection_info": {"app_id": self.core.app.id},
            "num_connections": len(self.connections),
            "debug_info": debug,
        }

    def _goodbye(self, reason: str) -> Json:
        return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-playground"}}


def _keep(tasks: "dict[asyncio.Task[None], None]", task: "asyncio.Task[None]") -> None:
    """Hold a task as long as it runs."""
    tasks[task] = None
    task.add_done_callback(lambda done: tasks.pop(done, None))
