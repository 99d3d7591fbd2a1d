"""The playground as a server: an engine with its shells, started and stopped as one."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp

from playground.api import WebApi
from playground.clock import PlayClock, machine_epoch
from playground.core import Core
from playground.deliver import ACK_SECONDS, Deliverer, Reply, Transport
from playground.engine import Engine
from playground.errors import Json
from playground.files import rehome_files
from playground.gate import Gate, is_loopback, listen
from playground.hooks import HookAnswer, respond
from playground.ids import Ids
from playground.manifest import declare
from playground.memory import MemorySocket
from playground.pages import Inspector, Pages
from playground.serving import Server
from playground.sockets import SocketHub
from playground.web import Web
from playground.world import App

MOST_REDIRECTS = 2
REDIRECTS = (301, 302, 307, 308)


@dataclass
class Options:
    """How a playground starts. ``world`` is JSON as for /control/world, ``manifest`` an app's as Slack takes it; tests
    shorten ``ack_seconds``, and ``ping_seconds``, which pass between two pings of a Socket Mode connection."""

    events_url: str = ""
    interactivity_url: str = ""
    socket_mode: bool = False
    signing_secret: str = ""
    bot_token: str = ""
    app_token: str = ""
    start: datetime | None = None
    speed: float = 1.0
    world: Json | None = None
    seed: int = 1
    ack_seconds: float = ACK_SECONDS
    ping_seconds: float = 10.0
    tight_history: bool = False
    manifest: Json | None = None


class Playground:
    """A local Slack in this process.

    ``engine`` has a method for each control call; ``core`` everything below it; ``app`` is the ASGI application, which
    also works without ``start`` (then set ``core.url`` yourself). ``inspect`` is a coroutine function: given a message
    as ``{team, channel, ts, user}`` it answers ``{"sections": [{"title", "rows": [[label, value], …]}, …]}``, which
    the page shows when that person looks into the message. ``landing`` is the conversation, as ``#name``, in which a
    newcomer to the page begins.

    A simulation never calls ``start``. It passes ``start`` (a moment), ``seed``, its loop's ``time`` as ``monotonic``,
    an ``epoch`` for signatures and, for delivery over HTTP, a ``transport``; and it calls ``api.call`` for the Web API,
    ``connect`` for Socket Mode, ``respond`` for response URLs. All waiting then is the running loop's, and the same
    calls in the same order give the same bytes.
    """

    def __init__(
        self,
        options: Options | None = None,
        *,
        transport: Transport | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        epoch: Callable[[], float] = machine_epoch,
        inspect: Inspector | None = None,
        landing: str = "",
        **given: Any,
    ) -> None:
        options = options or Options(**given)
        self.clock = PlayClock(options.start, options.speed, monotonic)
        self.core = Core(self.clock, Ids(options.seed), _app(options), monotonic)
        self.hub = SocketHub(self.core, options.ack_seconds)
        self._http = HttpTransport()
        self.deliverer = Deliverer(self.core, transport or self._http, self.hub, epoch)
        self.deliverer.ack_seconds = options.ack_seconds
        self.deliverer.events_url = options.events_url
        self.deliverer.interactivity_url = options.interactivity_url
        self.deliverer.socket_only = options.socket_mode
        self.engine = Engine(self.core, self.deliverer, self.hub.disconnect)
        self._timers = Timers(self.core)
        self.core.landing = landing
        self.core.deliver, self.core.later = self.deliverer.start, self._timers.at
        self.core.new_socket_url, self.core.forget = self.hub.new_url, self._forget
        if options.world:
            self.core.reset(options.world)
        self.api = WebApi(self.core)
        self.pages = Pages(self.core, self.deliverer.connection, inspect)
        self.web = Web(self.core, self.engine, self.hub, self.api, self.pages)
        self.app = Gate(self.web.app(), self.core)
        self._ping_seconds = options.ping_seconds
        self._server: Server | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where the server listens; the Web API is at ``url + "/api/"``."""
        return self.core.url

    @property
    def is_open(self) -> bool:
        """Whether others than this machine may ask."""
        return self.app.names is None

    @property
    def settings(self) -> App:
        """The app's tokens and secrets."""
        return self.core.app

    @property
    def notice(self) -> str:
        """A line that the page shows to everybody, as long as it is not empty."""
        return self.core.notice

    @notice.setter
    def notice(self, words: str) -> None:
        self.core.notice = words
        self.core.activity.touch()

    @property
    def closed(self) -> str:
        """Why nobody may act just now, in a line that the page shows; "" when all may. What acts in this process goes
        on, and so does the app; ``/control`` and the page only tell."""
        return self.core.closed

    @closed.setter
    def closed(self, words: str) -> None:
        self.core.closed = words
        self.core.activity.touch()

    def connect(self, url: str) -> MemorySocket:
        """A Socket Mode connection in memory, by a URL of apps.connections.open. ConnectionError when it is used up."""
        return self.hub.connect(url)

    def respond(self, url: str, body: Json) -> HookAnswer:
        """Post to a response URL without a network. ConnectionError while the app is down."""
        if self.core.is_down():
            raise ConnectionError("the app is down")
        key = urlsplit(url).path.removeprefix("/actions/")
        return respond(self.core, key, "application/json", json.dumps(body).encode())

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen; port 0 takes any free one. OSError when that can't be.

        On a loopback address only this machine asks: for localhost, or ``host``. On any other everybody does.
        """
        listener, url = listen(host, port)
        if is_loopback(listener.getsockname()[0]):
            self.app.names = {host.lower()}
        before, self.core.url = self.core.url, url
        rehome_files(self.core.world, before, url)
        self._server = Server(self.app, self._ping_seconds)
        self._task = asyncio.create_task(self._server.serve([listener]))
        while not (self._server.started or self._task.done()):  # noqa: ASYNC110 - uvicorn has no event
            await asyncio.sleep(0.005)

    def _forget(self) -> None:
        self.deliverer.forget()
        self._timers.forget()

    async def wait(self) -> None:
        """Until the server ends."""
        if self._task:
            await self._task

    async def stop(self) -> None:
        """Stop delivering, close the sockets, stop listening."""
        await self._timers.stop()
        await self.deliverer.stop()
        await self.hub.stop()
        self.clock.close()
        self.pages.live.close()
        if self._server and self._task:
            self._server.leave.set()
            await self._task
        await self._http.close()

    async def __aenter__(self) -> "Playground":
        await self.start()
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.stop()


def _app(options: Options) -> App:
    app = App()
    if options.manifest is not None:
        declare(app, options.manifest)
    app.signing_secret = options.signing_secret or app.signing_secret
    app.bot_token = options.bot_token or app.bot_token
    app.app_token = options.app_token or app.app_token
    app.tight_history = options.tight_history
    return app


class Timers:
    """Does things at moments of the playground's clock."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._tasks: dict[asyncio.Task[None], None] = {}

    def at(self, when: datetime, act: Callable[[], object]) -> Callable[[], object]:
        """Call ``act`` then. Returns what cancels it."""
        task = asyncio.ensure_future(self._wait(when, act))
        self._tasks[task] = None
        task.add_done_callback(lambda done: self._tasks.pop(done, None))
        return task.cancel

    async def _wait(self, when: datetime, act: Callable[[], object]) -> None:
        await self._core.clock.sleep_until(when)
        with self._core.activity.busy():
            act()

    def forget(self) -> None:
        for task in list(self._tasks):
            task.cancel()

    async def stop(self) -> None:
        self.forget()
        await asyncio.gather(*self._tasks, return_exceptions=True)


class HttpTransport:
    """deliver.Transport over aiohttp: at most two redirects."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))
        try:
            return await self._follow(self._session, url, headers, body)
        except (aiohttp.ClientSSLError, aiohttp.ServerFingerprintMismatch):
            return Reply(0, reason="ssl_error")
        except (aiohttp.ClientConnectionError, OSError):
            return Reply(0, reason="connection_failed")
        except (aiohttp.ClientError, ValueError):
            return Reply(0, reason="unknown_error")

    async def _follow(self, session: aiohttp.ClientSession, url: str, headers: dict[str, str], body: bytes) -> Reply:
        """The answer behind up to two redirects. By hand: aiohttp makes a GET without body of a POST sent elsewhere."""
        for _ in range(MOST_REDIRECTS + 1):
            async with session.post(url, headers=headers, data=body, allow_redirects=False) as response:
                text = (await response.read()).decode(errors="replace")
                found = {k.lower(): v for k, v in response.headers.items()}
            if response.status not in REDIRECTS or "location" not in found:
                reason = "" if 200 <= response.status < 300 else "http_error"
                return Reply(response.status, text, found, reason)
            url = urljoin(url, found["location"])
        return Reply(0, reason="too_many_redirects")

    async def close(self) -> None:
        if self._session:
            await self._session.close()
