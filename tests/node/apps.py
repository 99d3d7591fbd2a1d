"""Apps in JavaScript as processes of their own: where Node is, and how a test speaks with such an app."""

import asyncio
import contextlib
import itertools
import json
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

import pytest

from playground import Playground
from playground.errors import Json

HERE = Path(__file__).parent
NODE = HERE / "node_modules" / ".bin" / "node"
MISSING = "Node packages are not installed: npm ci --prefix tests/node"
PATIENCE = 10.0
"""Seconds until an app that says nothing is given up."""


def settings_of(slack: Playground) -> dict[str, str]:
    """What any app in JavaScript is told of the playground: its tokens and secrets, and where Slack is."""
    app = slack.settings
    return {
        "SLACK_API_URL": f"{slack.url}/api/",
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_APP_TOKEN": app.app_token,
        "SLACK_SIGNING_SECRET": app.signing_secret,
    }


class Refused(Exception):
    """What the Node SDK threw: its ``code``, Slack's answer as ``data``, ``retryAfter``."""

    def __init__(self, failure: Json) -> None:
        super().__init__(json.dumps(failure))
        self.failure = failure

    @property
    def data(self) -> Json:
        found: Json = self.failure["data"]
        return found


class JsApp:
    """A running app that speaks JSON lines; see app.mjs."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Json]] = {}
        self._heard: list[Json] = []
        self._news = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(cls, script: str, env: dict[str, str]) -> "JsApp":
        """Run ``script`` of this folder with nothing but ``env`` around it."""
        process = await asyncio.create_subprocess_exec(NODE, HERE / script, env=env, stdin=PIPE, stdout=PIPE)
        return cls(process)

    async def _read(self) -> None:
        assert self._process.stdout
        while line := await self._process.stdout.readline():
            if not line.startswith(b"{"):  # the SDK's own log
                continue
            heard = json.loads(line)
            if "id" in heard:
                self._answers.pop(heard["id"]).set_result(heard)
            else:
                self._heard.append(heard)
                self._news.set()

    async def told(self, key: str) -> Any:
        """What the app tells under this key, now or soon."""
        async with asyncio.timeout(PATIENCE):
            while not (found := [heard for heard in self._heard if key in heard]):
                self._news.clear()
                await self._news.wait()
        self._heard.remove(found[0])
        return found[0][key]

    def forget(self) -> None:
        self._heard.clear()

    async def perform(self, method: str, **args: Any) -> Json:
        """Have the app's client do something; its result and how long that ``took``. Refused when it threw."""
        number, answer = next(self._numbers), asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"id": number, "method": method, "args": args}).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            heard: Json = await answer
        if "failure" in heard:
            raise Refused(heard["failure"])
        return heard

    async def call(self, method: str, **args: Any) -> Any:
        """The same, only the result."""
        return (await self.perform(method, **args))["result"]

    async def refusal(self, method: str, **args: Any) -> Refused:
        """What the app's client throws at this call."""
        with pytest.raises(Refused) as caught:
            await self.perform(method, **args)
        return caught.value

    async def stop(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        await self._reading
