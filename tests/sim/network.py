"""The network of a simulation: the bot's calls reach the playground in memory, and the playground's reach the bot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from random import Random
from types import TracebackType
from typing import Any

import aiohttp
from aiohttp.client_reqrep import ConnectionKey
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.webhook.webhook_response import WebhookResponse

from playground import Playground
from playground.api import Answer
from playground.deliver import ACK_SECONDS, Reply
from playground.world import Channel
from tests.sim.life import CURRENT, Life
from tests.sim.loop import VirtualLoop
from tests.sim.trace import Trace

SLOW = 0.25  # seconds of one way, at most
TIMEOUT = 10.0  # as of bot.slack.calls.TIMEOUT


@dataclass
class Wires:
    """What lies between. `next_error` is asked for each call: "unreachable", "reset", "silence" or "gateway", or ""."""

    slack: Playground
    loop: VirtualLoop
    trace: Trace
    chance: Random
    next_error: Callable[[str], str] = lambda method: ""
    on_answer: list[Callable[[str, Channel, dict[str, Any]], None]] = field(default_factory=list)

    async def call(self, method: str, token: str, args: dict[str, Any]) -> Answer:
        """One Web API call, done by Slack even if the caller is gone meanwhile."""
        await asyncio.sleep(self.chance.random() * SLOW)
        answer = await self.slack.api.call(method, token, args)
        self.trace.note("call", method, args.get("channel", ""), answer.status, answer.body.get("error", ""))
        await asyncio.sleep(self.chance.random() * SLOW)
        return answer


class Response:
    """As much of an aiohttp.ClientResponse as slack_sdk looks at."""

    def __init__(self, status: int, body: Any, headers: dict[str, str]) -> None:
        """`body` is what JSON says, and nobody else's: the playground has copied it; or text, which is no JSON."""
        self.status, self.headers = status, headers
        self.content_type = "text/html" if isinstance(body, str) else "application/json"
        self._body = body

    async def json(self) -> Any:
        if isinstance(self._body, str):
            raise aiohttp.ContentTypeError(None, ())  # type: ignore[arg-type]  # nobody looks at the request
        return self._body

    async def text(self) -> str:
        return self._body if isinstance(self._body, str) else json.dumps(self._body)

    async def read(self) -> bytes:
        return (await self.text()).encode()


class SimSession:
    """An aiohttp.ClientSession in the eyes of slack_sdk: `request` leads to the playground."""

    closed = False

    def __init__(self, wires: Wires, life: Life) -> None:
        self._wires, self._life = wires, life

    def request(self, verb: str, url: str, **given: Any) -> _Calling:
        del verb
        return _Calling(self, url, given)

    async def close(self) -> None:
        self.closed = True

    async def ask(self, url: str, given: dict[str, Any]) -> Response:
        method = url.rsplit("/", 1)[-1]
        wires, life = self._wires, self._life
        await life.cross("before a call")
        error = wires.next_error(method)
        if error:
            wires.trace.fault(error, method)
        if error == "unreachable":
            key = ConnectionKey("slack", 443, True, True, None, None, None)
            raise aiohttp.ClientConnectorError(key, OSError(111, "refused"))
        token = str(given.get("headers", {}).get("Authorization", "")).removeprefix("Bearer ")
        args = {**_text(given.get("params")), **(given.get("json") or {})}  # the playground copies what is in them
        calling = wires.loop.start(wires.call(method, token, args))
        done, _ = await asyncio.wait([calling], timeout=TIMEOUT)
        await life.cross("after a call")
        if not done:
            raise TimeoutError
        return await self._heard(calling.result(), error)

    async def _heard(self, answer: Answer, error: str) -> Response:
        """What comes back of an answer: all of it, or nothing, or a gateway's word."""
        if error == "silence":
            await asyncio.sleep(TIMEOUT)
            raise TimeoutError
        if error == "reset":
            raise aiohttp.ClientOSError(104, "reset")
        if answer.dropped:
            raise aiohttp.ServerDisconnectedError
        if error == "gateway":
            return Response(502, "<html>Bad Gateway</html>", {})
        return Response(answer.status, answer.body, dict(answer.headers))


def _text(params: dict[str, Any] | None) -> dict[str, str]:
    return {key: str(value) for key, value in (params or {}).items()}


class _Calling:
    def __init__(self, session: SimSession, url: str, given: dict[str, Any]) -> None:
        self._session, self._url, self._given = session, url, given

    async def __aenter__(self) -> Response:
        return await self._session.ask(self._url, self._given)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


async def respond(webhook: Any, *, body: dict[str, Any], headers: dict[str, str]) -> WebhookResponse:
    """Takes the place of AsyncWebhookClient's HTTP request: answers to a response_url."""
    del headers
    life = CURRENT.get()
    wires = WIRES.get()
    await life.cross("before a call", SLOW)
    _tell(wires, str(webhook.url), body)
    answer = wires.slack.respond(str(webhook.url), body)
    wires.trace.note("respond", answer.status, answer.text)
    await life.cross("after a call", SLOW)
    return WebhookResponse(url=webhook.url, status_code=answer.status, body=answer.text, headers=dict(answer.headers))


def _tell(wires: Wires, url: str, body: dict[str, Any]) -> None:
    core = wires.slack.core
    hook = core.response_urls[url.split("/actions/", 1)[1]]
    for callback in wires.on_answer:
        callback(core.world.users[hook.user].name, core.world.channels[hook.channel], body)


WIRES: ContextVar[Wires] = ContextVar("what lies between the running incarnation and Slack")


@dataclass
class Ear:
    """Where one incarnation hears Slack over HTTP."""

    app: AsyncApp
    life: Life


class SimTransport:
    """A playground.deliver.Transport: posts into any one of the living incarnations that listen."""

    def __init__(self, loop: VirtualLoop, chance: Random) -> None:
        self.ears: list[Ear] = []
        self._loop = loop
        self._chance = chance

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        await asyncio.sleep(self._chance.random() * SLOW)
        living = [ear for ear in self.ears if not ear.life.is_dead]
        if not living:
            return Reply(0, reason="connection_failed")
        ear = living[self._chance.randrange(len(living))]
        listened = self._loop.start(listen(ear, headers, body.decode()), ear.life.context.copy())
        either: list[asyncio.Future[Any]] = [listened, ear.life.died]
        await asyncio.wait(either, timeout=ACK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if not listened.done():
            return Reply(0, reason="connection_failed" if ear.life.is_dead else "http_timeout")
        return listened.result()


async def listen(ear: Ear, headers: dict[str, str], body: str) -> Reply:
    """What Bolt's adapters do: a request in, its answer out."""
    await ear.life.cross("a request comes in")
    told = await ear.app.async_dispatch(AsyncBoltRequest(body=body, headers=dict(headers)))
    await ear.life.cross("a request is answered")
    found = {str(key).lower(): str(value[0]) for key, value in told.headers.items()}
    return Reply(told.status, str(told.body or ""), found, "" if 200 <= told.status < 300 else "http_error")
