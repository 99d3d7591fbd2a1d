"""The Node SDK's Socket Mode client: its pings and ours, and how it comes back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from playground import Playground
from playground.faults import DISCONNECTS
from tests.node.apps import JsApp, settings_of
from tests.playground.conftest import START, until

pytestmark = pytest.mark.node


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    async with Playground(start=START, socket_mode=True, ping_seconds=0.1) as made:
        yield made


@asynccontextmanager
async def connected(slack: Playground, pongs_within: int, pings_within: int) -> AsyncIterator[JsApp]:
    """A client that gives its connection up when no pong or no ping comes for so many milliseconds, and comes back
    after as long as it waits for pongs."""
    waits = {"PONGS_WITHIN": str(pongs_within), "PINGS_WITHIN": str(pings_within)}
    client = await JsApp.start("sockets.mjs", {**settings_of(slack), **waits})
    try:
        await client.told("connected")
        yield client
    finally:
        await client.stop()


async def test_each_side_pings_and_hears_of_the_other(slack: Playground) -> None:
    async with connected(slack, 1000, 5000) as client:
        (connection,) = slack.hub.connections
        for _ in range(2):
            await client.told("ping")
            await client.told("pong")
        assert slack.hub.connections == [connection]
        slack.engine.say(channel="#support", user="@tom", text="still here")
        assert await client.told("message") == "still here"


async def test_the_client_comes_back_whatever_ended_its_connection(slack: Playground) -> None:
    async with connected(slack, 200, 5000) as client:
        for reason in DISCONNECTS:
            slack.engine.fault(kind="disconnect", error=reason, seconds=0)
            await client.told("reconnecting")
            await client.told("connected")
            await until(lambda: slack.hub.connections != [])
            slack.engine.say(channel="#support", user="@tom", text=f"after {reason}")
            assert await client.told("message") == f"after {reason}"
    assert {call["method"] for call in slack.core.calls} == {"apps.connections.open"}
