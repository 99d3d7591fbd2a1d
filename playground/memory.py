"""Socket Mode without a network: the two ends of a connection in one process. See SocketHub.connect."""

import asyncio
import json
from typing import Any

from playground.errors import Json


class MemorySocket:
    """The app's end. What was sent before the connection ended is still received, then ``receive`` gives None."""

    def __init__(self) -> None:
        self._to_app: asyncio.Queue[str | None] = asyncio.Queue()
        self._to_slack: asyncio.Queue[str | None] = asyncio.Queue()
        self.closed = False
        self.wire = MemoryWire(self)

    async def receive(self) -> str | None:
        """The next text; None when the connection has ended."""
        return await _next(self._to_app)

    async def receive_json(self) -> Json | None:
        """The next text, read: hello, an envelope or a disconnect."""
        text = await self.receive()
        found: Json | None = None if text is None else json.loads(text)
        return found

    async def send(self, text: str) -> None:
        """ConnectionError when the connection has ended."""
        self._put(self._to_slack, text)

    async def ack(self, envelope: Json, payload: Any = None) -> None:
        """Acknowledge an envelope, with what a command, a form or a select answers."""
        more = {} if payload is None else {"payload": payload}
        await self.send(json.dumps({"envelope_id": envelope["envelope_id"], **more}))

    async def close(self) -> None:
        if not self.closed:
            self.closed = True
            self._to_app.put_nowait(None)
            self._to_slack.put_nowait(None)

    def _put(self, queue: "asyncio.Queue[str | None]", text: str) -> None:
        if self.closed:
            raise ConnectionError("the connection has ended")
        queue.put_nowait(text)


class MemoryWire:
    """sockets.Wire: the playground's end of a MemorySocket."""

    def __init__(self, socket: MemorySocket) -> None:
        self._socket = socket

    async def send(self, text: str) -> None:
        self._socket._put(self._socket._to_app, text)

    async def receive(self) -> str | None:
        return await _next(self._socket._to_slack)

    async def close(self) -> None:
        await self._socket.close()


async def _next(queue: "asyncio.Queue[str | None]") -> str | None:
    text = await queue.get()
    if text is None:
        queue.put_nowait(None)
    return text
