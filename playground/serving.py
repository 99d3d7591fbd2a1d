"""How uvicorn serves the playground: started and stopped at a word, with connections that can be cut."""

import asyncio
import contextlib
import socket
import time
from collections.abc import Iterator
from typing import Any

import uvicorn

KEEP_ALIVE = 75
"""Seconds that an idle HTTP connection stays open: longer than any client keeps one for its next call."""


class Server(uvicorn.Server):
    """Leaves the process's signals alone: whoever started the playground handles them. Stops without delay."""

    def __init__(self, app: Any, ping_seconds: float) -> None:
        config = uvicorn.Config(
            dropping(app),
            log_level="warning",
            lifespan="off",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
            ws_ping_interval=ping_seconds,
            timeout_keep_alive=KEEP_ALIVE,
        )
        super().__init__(config)
        self.leave = asyncio.Event()

    async def main_loop(self) -> None:
        ticks = 0
        while not self.leave.is_set():
            await self.on_tick(ticks)
            ticks += 1
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(0.1):
                    await self.leave.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        end = time.monotonic() + 1.0
        while (self.server_state.connections or self.server_state.tasks) and time.monotonic() < end:  # noqa: ASYNC110 - nor for this
            await asyncio.sleep(0.005)
        for task in list(self.server_state.tasks):
            task.cancel()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def dropping(app: Any) -> Any:
    """The application, with connections that can be cut without a reply (uvicorn has no word for that)."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        async def cutting(message: Any) -> None:
            if message["type"] != "playground.drop":
                await send(message)
                return
            send.__self__.transport.abort()
            while (await receive())["type"] != "http.disconnect":
                pass

        await app(scope, receive, cutting if scope["type"] == "http" else send)

    return wrapped
