"""Playgrounds to test: one without network (quiet, synchronous), one that listens, and an app that receives."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import Json

START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""A Monday, 10:00 in New York."""

Call = Callable[..., Awaitable[Json]]


@dataclass
class Request:
    headers: dict[str, str]
    body: bytes
    form: dict[str, str]
    json: Json


@dataclass
class Receiver:
    """A tiny app: keeps what comes, answers what ``answers`` says (status, headers, body), else an empty 200;
    ``pauses`` are seconds to wait first, ``raw`` whole responses that go before ``answers``."""

    url: str = ""
    requests: list[Request] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    raw: list[web.Response] = field(default_factory=list)

    def events(self, kind: str = "") -> list[Json]:
        found = [r.json["event"] for r in self.requests if "event" in r.json]
        return [e for e in found if not kind or e["type"] == kind]

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.read()
        is_json = request.content_type == "application/json"
        form = {} if is_json else {k: str(v) for k, v in (await request.post()).items()}
        parsed = await request.json() if is_json else {}
        self.requests.append(Request({k.lower(): v for k, v in request.headers.items()}, body, form, parsed))
        answer = self.raw.pop(0) if self.raw else self._answer()
        await asyncio.sleep(self.pauses.pop(0) if self.pauses else 0)
        return answer

    def _answer(self) -> web.Response:
        status, headers, text = self.answers.pop(0) if self.answers else (200, {}, "")
        kind = "application/json" if text.startswith("{") else "text/plain"
        return web.Response(status=status, headers=headers, text=text, content_type=kind)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """A receiver that listens."""
    made = Receiver()
    app = web.Application()
    app.router.add_post("/slack/events", made.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    yield made
    await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as made:
        yield made


@pytest.fixture
async def quiet() -> AsyncIterator[Playground]:
    """A playground that never delivers: events are only recorded, in ``core.deliveries``."""
    made = Playground(start=START)
    made.core.deliver = lambda delivery: None
    yield made
    await made.stop()


@pytest.fixture
async def slack(receiver: Receiver) -> AsyncIterator[Playground]:
    """A playground that listens, and delivers to ``receiver``."""
    made = Playground(start=START, events_url=receiver.url, ack_seconds=0.45)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def client(slack: Playground) -> AsyncWebClient:
    """The app's client."""
    return AsyncWebClient(slack.settings.bot_token, base_url=f"{slack.url}/api/", retry_handlers=[])


@pytest.fixture
def call(quiet: Playground) -> Call:
    """Call a method of the quiet playground: ``await call("chat.postMessage", channel=…)``; ``as_user`` is a name."""

    async def do(method: str, *, as_user: str = "", token: str = "", **args: Any) -> Json:
        value = token or quiet.settings.bot_token
        if as_user:
            value = quiet.core.user(as_user).token
        answer = await quiet.web.api.call(method, value, args)
        return answer.body

    return do


def events_of(playground: Playground, kind: str = "") -> list[Json]:
    """The events recorded so far, of one type or all."""
    return [d.event for d in playground.core.deliveries if not kind or d.event["type"] == kind]


async def until(fact: Callable[[], bool]) -> None:
    """Wait for something that becomes true soon."""
    async with asyncio.timeout(5):
        while not fact():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.005)
