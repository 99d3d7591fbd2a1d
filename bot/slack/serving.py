"""Slack's events over HTTP: the listening socket, uvicorn, and the routes it serves."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.database import Database
from bot.errors import AddressTaken, DatabaseAway

log = logging.getLogger(__name__)
EVENTS_PATH = "/slack/events"


Stop = Callable[[], Awaitable[None]]


async def serve(
    app: AsyncApp | None, database: Database, address: tuple[str, int], more: Sequence[BaseRoute] = ()
) -> tuple[int, Stop]:
    """Listen at (host, port); answers the port (0 takes any) and what ends it. Raises AddressTaken."""
    listener = open_listener(*address)
    routes = make_routes(app, database, more)
    # Nobody talks WebSocket to us; without the word uvicorn loads what would answer.
    config = uvicorn.Config(routes, ws="none", lifespan="off", access_log=False, log_config=None)
    server = Server(config)
    task = asyncio.create_task(server.serve([listener]))
    while not (server.started or task.done()):  # noqa: ASYNC110 - uvicorn has no event
        await asyncio.sleep(0.01)
    port = listener.getsockname()[1]
    log.info("listening on %s:%s", address[0], port)

    async def stop() -> None:
        server.should_exit = True
        await task

    return port, stop


def open_listener(host: str, port: int) -> socket.socket:
    """The listening socket; raises AddressTaken (uvicorn would end the process with a traceback)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise AddressTaken(address=f"{host}:{port}", why=error.strerror or error) from error
    # What connects to it inherits this: asyncio sets it only on sockets whose protocol is named (uvloop on all), and
    # without it each answer of two writes waits 40 ms for the client's delayed acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


class Server(uvicorn.Server):
    """uvicorn without its signal handlers: the command line has its own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def make_routes(app: AsyncApp | None, database: Database, more: Sequence[BaseRoute] = ()) -> Starlette:
    """Slack's one request URL (where Slack calls us), a word for load balancers, and what is served besides."""

    async def health(request: Request) -> Response:
        try:
            await database.read(lambda session: session.execute(text("SELECT 1")).scalar())
        except DatabaseAway:
            return JSONResponse({"ok": False}, 503)
        return JSONResponse({"ok": True})

    async def hello(request: Request) -> Response:
        return PlainTextResponse("Ours is here. Slack talks to it at /slack/events.\n")

    routes: list[BaseRoute] = [Route("/", hello), Route("/health", health), *more]
    if app is not None:
        slack: Any = AsyncSlackRequestHandler(app, path=EVENTS_PATH)
        routes.append(Mount("/", app=slack))
    return Starlette(routes=routes)
