"""A loop whose time costs nothing, an app in memory, and a day of theirs that is the same in every run."""

import asyncio
import json
import selectors
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar

from playground import Playground
from playground.deliver import Reply
from playground.errors import Json
from playground.memory import MemorySocket
from tests.playground.conftest import START

T = TypeVar("T")


class _Leaping(selectors.SelectSelector):
    """Instead of waiting for the next timer, time leaps there."""

    loop: "VirtualLoop"

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("everybody waits and nothing will ever happen")
        self.loop.elapsed += max(0.0, timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.elapsed = 0.0
        selector = _Leaping()
        selector.loop = self
        super().__init__(selector)

    def time(self) -> float:
        return self.elapsed


def simulated(work: Callable[[], Awaitable[T]]) -> T:
    """Run a coroutine function in virtual time."""

    async def run() -> T:
        return await work()

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(run())


def playground(**given: Any) -> Playground:
    """One that lives on the running loop's time."""
    loop = asyncio.get_running_loop()
    return Playground(
        **{"start": START, "monotonic": loop.time, "epoch": lambda: 1_795_000_000.0 + loop.time(), **given}
    )


async def dial(slack: Playground) -> MemorySocket:
    """A new connection, not yet greeted."""
    opened = await slack.api.call("apps.connections.open", slack.settings.app_token, {})
    return slack.connect(opened.body["url"])


class SocketApp:
    """An app with some connections: keeps what comes, acks after ``slowness`` seconds, dials again when one ends."""

    def __init__(self, slack: Playground, slowness: float = 0.2) -> None:
        self.slack = slack
        self.slowness = slowness
        self.log: list[Json] = []
        self.tasks: list[asyncio.Task[None]] = []

    def connect(self, connections: int = 1) -> None:
        for number in range(connections):
            self.tasks.append(asyncio.ensure_future(self._follow(number)))

    async def _follow(self, number: int) -> None:
        while True:
            socket = await dial(self.slack)
            while (message := await socket.receive_json()) is not None:
                self.log.append({"socket": number, "at": asyncio.get_running_loop().time(), **message})
                if "envelope_id" in message:
                    self.tasks.append(asyncio.ensure_future(self._answer(socket, message)))
            await asyncio.sleep(1)

    async def _answer(self, socket: MemorySocket, envelope: Json) -> None:
        await asyncio.sleep(self.slowness)
        if envelope["payload"].get("event", {}).get("text") == "post":
            args = {"channel": "C0SUPPORT00", "text": "posted"}
            await self.slack.api.call("chat.postMessage", self.slack.settings.bot_token, args)
        answer = {"text": "done"} if envelope["type"] == "slash_commands" else None
        if not socket.closed:
            await socket.ack(envelope, answer)

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


class HttpApp:
    """An app behind a URL: a transport that answers in memory, slowly when told so."""

    def __init__(self) -> None:
        self.log: list[Any] = []
        self.slowness = 0.1

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        self.log.append([url, headers, body.decode()])
        await asyncio.sleep(self.slowness)
        return Reply(200)


async def a_day() -> str:
    """A day with everything that could come in another order: all of it as text."""
    http = HttpApp()
    slack = playground(events_url="http://app.example/slack/events", transport=http, seed=7)
    say = {"channel": "#support", "user": "@maria"}
    slack.engine.say(**say, text="over HTTP")
    await asyncio.sleep(1)
    app = SocketApp(slack)
    app.connect(3)
    await asyncio.sleep(1)
    for hour, reason in enumerate(["warning", "refresh_requested", "link_disabled", "too_many_websockets", "abort"]):
        later = {"channel": "C0SUPPORT00", "text": "later", "post_at": slack.core.seconds() + 5400 - 600 * hour}
        await slack.api.call("chat.scheduleMessage", slack.settings.bot_token, later)
        slack.engine.fault(kind=("delay", "duplicate", "reorder", "drop_event")[hour % 4], method="message", seconds=40)
        for _ in range(3):
            slack.engine.say(**say, text="post")
        slack.engine.fault(kind="disconnect", error=reason)
        await asyncio.sleep(3600)
        app.slowness = 4.0 if hour == 2 else 0.2
        await slack.engine.command(channel="#support", user="@tom", command="/ours", text="mine")
    slack.clock.advance(timedelta(hours=8).total_seconds())
    await slack.engine.settle(timeout=30)
    await app.stop()
    await slack.stop()
    return json.dumps([slack.engine.state(), app.log, http.log], indent=1)


if __name__ == "__main__":
    print(simulated(a_day))
