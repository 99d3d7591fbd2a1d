"""Socket Mode, seen from a bare WebSocket client."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import until

WebSocket = aiohttp.ClientWebSocketResponse


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as made:
        yield made


async def new_url(slack: Playground) -> str:
    client = AsyncWebClient(base_url=f"{slack.url}/api/")
    url = (await client.apps_connections_open(app_token=slack.settings.app_token))["url"]
    assert isinstance(url, str)
    return url


async def connect(slack: Playground, session: aiohttp.ClientSession) -> WebSocket:
    """A connection that has been greeted."""
    socket = await session.ws_connect(await new_url(slack))
    assert (await receive(socket))["type"] == "hello"
    return socket


async def receive(socket: WebSocket) -> Json:
    found = json.loads(await socket.receive_str(timeout=2))
    assert isinstance(found, dict)
    return found


async def settle(slack: Playground) -> None:
    assert (await slack.engine.settle(timeout=5, quiet=0.05))["settled"]


def say(slack: Playground) -> None:
    slack.engine.say(channel="#support", user="@maria", text="hello")


async def test_only_an_app_token_opens_connections(slack: Playground, client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.apps_connections_open(app_token=slack.settings.bot_token)
    assert caught.value.response["error"] == "not_allowed_token_type"


async def test_a_ticket_opens_one_connection(slack: Playground, session: aiohttp.ClientSession) -> None:
    url = await new_url(slack)
    async with session.ws_connect(url) as socket:
        hello = await receive(socket)
        assert (hello["num_connections"], hello["connection_info"]) == (1, {"app_id": slack.settings.id})
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_a_connection_switches_http_off_and_events_are_acked(
    slack: Playground, session: aiohttp.ClientSession
) -> None:
    socket = await connect(slack, session)
    say(slack)
    envelope = await receive(socket)
    assert (envelope["type"], envelope["accepts_response_payload"], envelope["retry_attempt"]) == (
        "events_api",
        False,
        0,
    )
    assert envelope["payload"]["event"]["text"] == "hello"
    await socket.send_json({"envelope_id": envelope["envelope_id"]})
    await settle(slack)
    (attempt,) = slack.core.deliveries[0].attempts
    assert (attempt["transport"], attempt["status"]) == ("socket", 200)
    await socket.close()


async def test_an_unacked_event_comes_again_in_a_new_envelope(
    slack: Playground, session: aiohttp.ClientSession
) -> None:
    socket = await connect(slack, session)
    say(slack)
    first, second = await receive(socket), await receive(socket)
    await socket.send_json({"envelope_id": second["envelope_id"]})
    await settle(slack)
    assert (second["retry_attempt"], second["retry_reason"]) == (1, "timeout")
    assert first["envelope_id"] != second["envelope_id"]
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    await socket.close()


async def test_a_command_takes_its_answer_from_the_ack(slack: Playground, session: aiohttp.ClientSession) -> None:
    socket = await connect(slack, session)
    typing = asyncio.create_task(slack.engine.command(channel="#support", user="@tom", command="/ours", text="hi"))
    envelope = await receive(socket)
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert envelope["payload"]["command"] == "/ours"
    await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {"text": "yes"}})
    assert (await typing)["response"] == {"text": "yes"}
    await socket.close()


async def test_ten_connections_are_served_and_an_eleventh_is_sent_away(
    slack: Playground, session: aiohttp.ClientSession
) -> None:
    sockets = [await connect(slack, session) for _ in range(10)]
    extra = await session.ws_connect(slack.hub.new_url())
    assert (await receive(extra))["reason"] == "too_many_websockets"
    got: set[int] = set()

    async def answer(number: int, socket: WebSocket) -> None:
        async for message in socket:
            got.add(number)
            await socket.send_json({"envelope_id": json.loads(message.data)["envelope_id"]})

    readers = [asyncio.create_task(answer(n, s)) for n, s in enumerate(sockets)]
    for _ in range(30):
        say(slack)
    await settle(slack)
    assert all(d.state == "delivered" for d in slack.core.deliveries)
    assert len(got) > 1
    for reader, socket in zip(readers, sockets, strict=True):
        await socket.close()
        await reader


@pytest.mark.parametrize("reason", ["refresh_requested", "link_disabled", "too_many_websockets"])
async def test_a_disconnect_says_why_and_closes(slack: Playground, session: aiohttp.ClientSession, reason: str) -> None:
    socket = await connect(slack, session)
    slack.engine.fault(kind="disconnect", error=reason)
    assert await receive(socket) == {
        "type": "disconnect",
        "reason": reason,
        "debug_info": {"host": "applink-playground"},
    }
    assert (await socket.receive(timeout=2)).type is aiohttp.WSMsgType.CLOSE
    assert slack.hub.connections == []


async def test_a_warning_leaves_the_connection_open_for_its_seconds(
    slack: Playground, session: aiohttp.ClientSession
) -> None:
    socket = await connect(slack, session)
    slack.engine.fault(kind="disconnect", error="warning", seconds=0.1)
    assert (await receive(socket))["reason"] == "warning"
    assert slack.hub.connected
    assert (await socket.receive(timeout=2)).type is aiohttp.WSMsgType.CLOSE


async def test_an_event_that_a_dying_connection_swallowed_comes_again(
    slack: Playground, session: aiohttp.ClientSession
) -> None:
    first = await connect(slack, session)
    say(slack)
    lost = await receive(first)
    second = await connect(slack, session)
    await first.close()
    again = await receive(second)
    await second.send_json({"envelope_id": again["envelope_id"]})
    await settle(slack)
    assert again["payload"]["event_id"] == lost["payload"]["event_id"]
    reasons: list[Any] = [a["reason"] for a in slack.core.deliveries[0].attempts]
    assert reasons == ["connection_failed", ""]
    await second.close()


async def test_an_event_waits_for_an_app_that_is_reconnecting(
    slack: Playground, session: aiohttp.ClientSession
) -> None:
    first = await connect(slack, session)
    await first.close()
    await until(lambda: not slack.hub.connected)
    say(slack)
    second = await connect(slack, session)
    envelope = await receive(second)
    await second.send_json({"envelope_id": envelope["envelope_id"]})
    await settle(slack)
    (attempt,) = slack.core.deliveries[0].attempts
    assert (attempt["transport"], attempt["status"]) == ("socket", 200)
    await second.close()
