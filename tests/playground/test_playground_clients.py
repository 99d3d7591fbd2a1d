"""What clients of all kinds send and expect on the wire."""

from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import START, Receiver

SUPPORT = "C0SUPPORT00"


async def ask(slack: Playground, method: str, *, headers: dict[str, str] | None = None, **sent: Any) -> Json:
    token = {"authorization": f"Bearer {slack.settings.bot_token}"}
    async with (
        aiohttp.ClientSession(slack.url, headers=token) as session,
        session.post(f"/api/{method}", headers=headers, **sent) as answer,
    ):
        found = await answer.json()
        assert isinstance(found, dict)
        return found


async def test_a_socket_is_pinged_as_long_as_it_lives() -> None:
    slack = Playground(start=START, socket_mode=True, ping_seconds=0.05)
    await slack.start()
    token = {"authorization": f"Bearer {slack.settings.app_token}"}
    async with aiohttp.ClientSession(slack.url, headers=token) as session:
        async with session.post("/api/apps.connections.open") as answer:
            url = (await answer.json())["url"]
        async with session.ws_connect(url, autoping=False) as socket:
            assert (await socket.receive_json())["type"] == "hello"
            for _ in range(2):
                message = await socket.receive(timeout=5)
                assert message.type == aiohttp.WSMsgType.PING
                await socket.pong(message.data)
            await socket.ping(b"are you there?")
            while (message := await socket.receive(timeout=5)).type == aiohttp.WSMsgType.PING:
                await socket.pong(message.data)
            assert (message.type, bytes(message.data)) == (aiohttp.WSMsgType.PONG, b"are you there?")
    await slack.stop()


@pytest.mark.parametrize("status", [401, 404, 500])
async def test_whoever_commands_is_told_the_status_that_the_app_gave(
    slack: Playground, receiver: Receiver, status: int
) -> None:
    receiver.answers = [(status, {}, "no")]
    answer = await slack.engine.command(channel="#support", user="@tom", command="/ours")
    assert (answer["ok"], answer["status"], answer["error"]) == (False, status, f"http_{status}")


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"]
)
async def test_json_is_json_whatever_its_charset_is_called(slack: Playground, kind: str) -> None:
    body, headers = '{"channel": "C0SUPPORT00", "text": "ä"}'.encode(), {"content-type": kind}
    answer = await ask(slack, "chat.postMessage", data=body, headers=headers)
    assert answer["message"]["text"] == "ä"


async def test_booleans_numbers_and_nested_values_of_forms_are_read_as_what_they_mean(slack: Playground) -> None:
    parent = (await ask(slack, "chat.postMessage", json={"channel": SUPPORT, "text": "parent"}))["ts"]
    form = aiohttp.FormData()
    for name, value in {
        "channel": SUPPORT,
        "text": "reply",
        "thread_ts": parent,
        "reply_broadcast": "true",
        "blocks": '[{"type": "divider"}]',
        "metadata": '{"event_type": "made", "event_payload": {"deep": {"a": [1, null]}}}',
    }.items():
        form.add_field(name, value)
    as_form = await ask(slack, "chat.postMessage", data=form)
    assert as_form["message"]["subtype"] == "thread_broadcast"
    parts = aiohttp.FormData(default_to_multipart=True)
    for name, value in {"channel": SUPPORT, "limit": "1", "include_all_metadata": "1", "inclusive": "false"}.items():
        parts.add_field(name, value)
    found = await ask(slack, "conversations.history", data=parts)
    (message,) = found["messages"]
    assert message["metadata"]["event_payload"] == {"deep": {"a": [1, None]}}
    assert [block["type"] for block in message["blocks"]] == ["divider"]


async def test_the_header_wins_over_a_token_in_the_body_and_the_body_over_the_query(slack: Playground) -> None:
    other = slack.core.user("@maria").token
    answer = await ask(slack, "auth.test", data={"token": other})
    assert answer["user"] == "ours"
    answer = await ask(slack, "chat.postMessage?text=query&channel=C0SUPPORT00", data={"text": "body"})
    assert answer["message"]["text"] == "body"


async def test_one_connection_serves_many_calls(slack: Playground) -> None:
    opened: list[object] = []

    async def count(*about: object) -> None:
        opened.append(about)

    trace = aiohttp.TraceConfig()
    trace.on_connection_create_start.append(count)
    async with aiohttp.ClientSession(slack.url, trace_configs=[trace]) as session:
        for size in (1, 100_000, 1):
            async with session.post("/api/api.test", data={"a": "b" * size}) as answer:
                assert len((await answer.json())["args"]["a"]) == size
    assert len(opened) == 1
