"""Everything between an app and the playground in memory and in virtual time: no socket, no second that passes."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable

import pytest

from playground import Playground
from playground.errors import Json
from playground.memory import MemorySocket
from tests.playground.virtual import HttpApp, SocketApp, a_day, dial, playground, simulated

GOODBYES = ["warning", "refresh_requested", "link_disabled", "too_many_websockets"]


def say(slack: Playground, text: str = "hello") -> None:
    slack.engine.say(channel="#support", user="@maria", text=text)


async def greeted(slack: Playground) -> MemorySocket:
    socket = await dial(slack)
    hello = await socket.receive_json()
    assert hello is not None
    assert hello["type"] == "hello"
    return socket


async def envelope(socket: MemorySocket) -> Json:
    found = await socket.receive_json()
    assert found is not None
    return found


def in_memory(test: Callable[[Playground], Awaitable[None]]) -> None:
    async def run() -> None:
        slack = playground()
        await test(slack)
        await slack.stop()

    simulated(run)


def test_a_ticket_opens_one_connection_and_none_after_a_minute() -> None:
    async def test(slack: Playground) -> None:
        opened = await slack.api.call("apps.connections.open", slack.settings.app_token, {"debug_reconnects": True})
        socket = slack.connect(opened.body["url"])
        hello = await envelope(socket)
        assert (hello["num_connections"], hello["debug_info"]["approximate_connection_time"]) == (1, 360)
        with pytest.raises(ConnectionError):
            slack.connect(opened.body["url"])
        late = slack.hub.new_url()
        await asyncio.sleep(61)
        with pytest.raises(ConnectionError):
            slack.connect(late)

    in_memory(test)


def test_an_event_is_acked_and_a_command_answered() -> None:
    async def test(slack: Playground) -> None:
        socket = await greeted(slack)
        say(slack)
        event = await envelope(socket)
        assert (event["type"], event["payload"]["event"]["text"]) == ("events_api", "hello")
        await socket.ack(event)
        typed = asyncio.ensure_future(slack.engine.command(channel="#support", user="@tom", command="/ours"))
        command = await envelope(socket)
        await socket.ack(command, {"text": "yes"})
        assert (await typed)["response"] == {"text": "yes"}
        assert slack.respond(command["payload"]["response_url"], {"text": "more"}).text == "ok"
        (delivery,) = [d for d in slack.core.deliveries if d.event.get("text") == "hello"]
        assert [(a["transport"], a["status"]) for a in delivery.attempts] == [("socket", 200)]

    in_memory(test)


def test_an_ack_is_waited_for_three_seconds_of_the_loop() -> None:
    async def test(slack: Playground) -> None:
        loop = asyncio.get_running_loop()
        socket = await greeted(slack)
        say(slack)
        await envelope(socket)
        begun = loop.time()
        again = await envelope(socket)
        assert loop.time() - begun == pytest.approx(3.0)
        assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")
        await envelope(socket)
        assert loop.time() - begun == pytest.approx(66.0)
        last = await envelope(socket)
        assert loop.time() - begun == pytest.approx(369.0)
        await socket.ack(last)
        await asyncio.sleep(0.1)
        assert slack.core.deliveries[0].state == "delivered"

    in_memory(test)


@pytest.mark.parametrize("reason", GOODBYES)
def test_slack_says_goodbye_in_four_ways(reason: str) -> None:
    async def test(slack: Playground) -> None:
        loop = asyncio.get_running_loop()
        socket = await greeted(slack)
        begun = loop.time()
        slack.engine.fault(kind="disconnect", error=reason)
        assert (await envelope(socket))["reason"] == reason
        assert await socket.receive_json() is None
        assert loop.time() - begun == pytest.approx(10.0 if reason == "warning" else 0.0)
        with pytest.raises(ConnectionError):
            await socket.send("{}")

    in_memory(test)


def test_an_aborted_connection_ends_without_a_word_and_its_event_comes_again() -> None:
    async def test(slack: Playground) -> None:
        first = await greeted(slack)
        say(slack)
        lost = await envelope(first)
        slack.engine.fault(kind="disconnect", error="abort")
        assert await first.receive() is None
        second = await greeted(slack)
        again = await envelope(second)
        assert again["payload"]["event_id"] == lost["payload"]["event_id"]
        assert again["retry_attempt"] == 1
        await second.ack(again)

    in_memory(test)


def test_an_app_may_hang_up_at_any_moment() -> None:
    async def test(slack: Playground) -> None:
        for wait in (0.0, 0.1):
            socket = await dial(slack)
            slack.engine.fault(kind="disconnect", error="warning", seconds=1)
            await asyncio.sleep(wait)
            await socket.close()
            say(slack)
            await asyncio.sleep(5)
        assert not slack.hub.connected

    in_memory(test)


def test_the_eleventh_connection_is_sent_away() -> None:
    async def test(slack: Playground) -> None:
        for _ in range(10):
            await greeted(slack)
        extra = await dial_unlimited(slack)
        assert (await envelope(extra))["reason"] == "too_many_websockets"
        assert await extra.receive() is None

    in_memory(test)


async def dial_unlimited(slack: Playground) -> MemorySocket:
    return slack.connect(slack.hub.new_url())


def test_a_transport_in_memory_has_three_seconds_of_the_loop() -> None:
    async def run() -> None:
        http = HttpApp()
        slack = playground(events_url="http://app.example/events", transport=http)
        http.slowness = 4
        say(slack)
        await asyncio.sleep(1)
        http.slowness = 0
        await asyncio.sleep(3)
        first, second = slack.core.deliveries[0].attempts
        assert (first["status"], first["reason"], second["status"]) == (0, "http_timeout", 200)
        assert http.log[1][1]["x-slack-retry-reason"] == "http_timeout"
        await slack.stop()

    simulated(run)


def test_sleepers_wake_in_the_order_of_their_moments() -> None:
    async def test(slack: Playground) -> None:
        woken: list[int] = []

        async def sleeper(seconds: int) -> None:
            await slack.clock.sleep(seconds)
            woken.append(seconds)

        tasks = [asyncio.ensure_future(sleeper(seconds)) for seconds in (300, 10, 60, 5, 200)]
        await asyncio.sleep(0)
        slack.clock.advance(1000)
        await asyncio.gather(*tasks)
        assert woken == [5, 10, 60, 200, 300]

    in_memory(test)


def test_a_week_passes_in_no_time() -> None:
    async def test(slack: Playground) -> None:
        app = SocketApp(slack)
        app.connect()
        for _ in range(7 * 24):
            say(slack)
            await asyncio.sleep(3600)
        assert [d.state for d in slack.core.deliveries] == ["delivered"] * 168
        await app.stop()

    begun = time.monotonic()
    in_memory(test)
    assert time.monotonic() - begun < 5


def test_a_day_is_the_same_in_every_run() -> None:
    first, second = simulated(a_day), simulated(a_day)
    assert first == second
    state, log, http = json.loads(first)
    assert len(http) == 1
    assert {d["reason"] for d in log if d["type"] == "disconnect"} == set(GOODBYES)
    states = {d["state"] for d in state["deliveries"]}
    assert {"delivered", "dropped"} <= states
    other = {**os.environ, "PYTHONHASHSEED": "4"}
    command = [sys.executable, "-m", "tests.playground.virtual"]
    elsewhere = subprocess.run(command, env=other, capture_output=True, text=True, check=True)
    assert elsewhere.stdout == first + "\n"
