"""An app that is down: nobody reaches it and it reaches nobody, until its time is over."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import ControlError
from tests.playground.conftest import Receiver, until

SUPPORT = "C0SUPPORT00"


async def settle(slack: Playground) -> None:
    assert (await slack.engine.settle(timeout=5, quiet=0.05))["settled"]


def texts(slack: Playground) -> list[str]:
    return [message.text for message in slack.core.channel("#support").messages.values()]


async def test_events_fail_and_come_with_their_retries_afterwards(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="down", seconds=30)
    slack.engine.say(channel="#support", user="@maria", text="hello")
    await settle(slack)
    (delivery,) = slack.core.deliveries
    assert receiver.requests == []
    assert [attempt["reason"] for attempt in delivery.attempts] == ["connection_failed"] * 2
    slack.clock.advance(61)
    await settle(slack)
    assert delivery.state == "delivered"
    assert [attempt["status"] for attempt in delivery.attempts] == [0, 0, 200]
    assert receiver.requests[0].headers["x-slack-retry-reason"] == "connection_failed"


async def test_an_event_is_lost_when_all_its_retries_fall_into_that_time(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="down")
    slack.engine.say(channel="#support", user="@maria", text="hello")
    for _ in range(2):
        await settle(slack)
        slack.clock.advance(301)
    await settle(slack)
    assert (slack.core.deliveries[0].state, len(slack.core.deliveries[0].attempts)) == ("failed", 4)
    assert receiver.requests == []


async def test_commands_and_clicks_fail_as_they_do_for_people(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="down")
    answer = await slack.engine.command(channel="#support", user="@maria", command="/ours")
    assert (answer["ok"], answer["status"], answer["error"]) == (False, 0, "connection_failed")
    assert (await slack.engine.shortcut(user="@maria", callback_id="x"))["error"] == "connection_failed"
    assert (await slack.engine.verify())["ok"] is False
    assert receiver.requests == []


async def test_the_apps_calls_are_cut_and_nothing_is_done(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="down")
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.chat_postMessage(channel=SUPPORT, text="lost")
    with pytest.raises(aiohttp.ClientConnectionError):
        await AsyncWebClient(slack.settings.app_token, base_url=client.base_url).apps_connections_open(
            app_token=slack.settings.app_token
        )
    assert texts(slack) == []
    assert slack.core.calls[0]["dropped"] is True


async def test_people_go_on_as_before(slack: Playground) -> None:
    slack.engine.fault(kind="down")
    person = AsyncWebClient(slack.core.user("@maria").token, base_url=f"{slack.url}/api/")
    assert (await person.chat_postMessage(channel=SUPPORT, text="still here"))["ok"]
    slack.engine.say(channel="#support", user="@tom", text="me too")
    assert texts(slack) == ["still here", "me too"]


async def test_response_urls_and_files_are_cut_as_well(slack: Playground, receiver: Receiver) -> None:
    slack.engine.say(channel="#support", user="@maria", files=[{"name": "a.txt", "content": "x"}])
    (file,) = slack.core.world.files.values()
    await slack.engine.command(channel="#support", user="@maria", command="/ours")
    (url,) = (request.form["response_url"] for request in receiver.requests if "response_url" in request.form)
    slack.engine.fault(kind="down")
    headers = {"authorization": f"Bearer {slack.settings.bot_token}"}
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.post(url, json={"text": "late"})
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get(file.info["url_private"], headers=headers)
        headers["authorization"] = f"Bearer {slack.core.user('@tom').token}"
        async with session.get(file.info["url_private"], headers=headers) as answer:
            assert await answer.read() == b"x"
    with pytest.raises(ConnectionError):
        slack.respond(url, {"text": "late"})


async def test_sockets_are_cut_without_a_word_and_refused() -> None:
    async with Playground() as slack:
        opened = [await slack.api.call("apps.connections.open", slack.settings.app_token, {}) for _ in range(3)]
        urls = [answer.body["url"] for answer in opened]
        memory = slack.connect(urls[0])
        assert (await memory.receive_json() or {})["type"] == "hello"
        async with aiohttp.ClientSession() as session, session.ws_connect(urls[1]) as wire:
            assert (await wire.receive_json())["type"] == "hello"
            fault = slack.engine.fault(kind="down")
            assert await memory.receive() is None
            assert (await wire.receive()).type is aiohttp.WSMsgType.CLOSE
            with pytest.raises(ConnectionError):
                slack.connect(urls[2])
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(urls[2])
        slack.engine.end_fault(fault["id"])
        assert (await slack.connect(urls[2]).receive_json() or {})["type"] == "hello"


async def test_it_ends_by_itself_or_when_it_is_told_to(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="down")
    (shown,) = slack.engine.state()["faults"]
    assert (shown["kind"], shown["until"][:17]) == ("down", "2026-11-23T18:00:")
    slack.clock.advance(3 * 3600 + 1)
    assert slack.engine.state()["faults"] == []
    assert (await client.auth_test())["ok"]
    fault = slack.engine.fault(kind="down", seconds=100)
    slack.engine.end_fault(fault["id"])
    assert (await client.auth_test())["ok"]


async def test_a_page_hears_when_it_is_over(slack: Playground) -> None:
    slack.engine.fault(kind="down", seconds=60)
    before = slack.core.activity.version
    slack.clock.advance(61)
    await until(lambda: slack.core.activity.version > before + 1)
    assert slack.core.faults.as_json() == []


def test_it_cannot_last_beyond_the_clock(quiet: Playground) -> None:
    quiet.engine.time(set="2199-12-31T00:00:00Z")
    with pytest.raises(ControlError, match="the clock goes"):
        quiet.engine.fault(kind="down", seconds=1e7)
    assert quiet.engine.state(["faults"])["faults"] == []
