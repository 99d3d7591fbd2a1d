"""Faults strike where they were ordered, as often as ordered."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import ControlError
from tests.playground.conftest import Receiver

SUPPORT = "C0SUPPORT00"


async def settle(slack: Playground) -> None:
    assert (await slack.engine.settle(timeout=5, quiet=0.05))["settled"]


def texts(slack: Playground) -> list[str]:
    channel = slack.core.channel("#support")
    return [channel.messages[ts].text for ts in channel.order]


def say(slack: Playground, text: str) -> None:
    slack.engine.say(channel="#support", user="@maria", text=text)


async def test_ratelimit_answers_429_with_retry_after(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="ratelimit", method="chat.postMessage", seconds=7)
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=SUPPORT, text="x")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"


async def test_error_answers_a_status_or_slacks_word(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="error", method="chat.postMessage", error="503")
    slack.engine.fault(kind="error", method="chat.postMessage", error="restricted_action")
    with pytest.raises(SlackApiError) as first:
        await client.chat_postMessage(channel=SUPPORT, text="x")
    with pytest.raises(SlackApiError) as second:
        await client.chat_postMessage(channel=SUPPORT, text="x")
    assert first.value.response.status_code == 503
    assert second.value.response["error"] == "restricted_action"
    assert texts(slack) == []


async def test_drop_reply_acts_and_closes_the_connection(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.chat_postMessage(channel=SUPPORT, text="once")
    assert texts(slack) == ["once"]
    assert slack.core.calls[-1]["dropped"] is True


async def test_a_client_that_retries_a_dropped_reply_posts_twice(slack: Playground, client: AsyncWebClient) -> None:
    client.retry_handlers = [AsyncConnectionErrorRetryHandler()]
    slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    await client.chat_postMessage(channel=SUPPORT, text="twice")
    assert texts(slack) == ["twice", "twice"]


async def test_late_act_takes_effect_after_its_seconds(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="late_act", method="chat.postMessage", seconds=20)
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.chat_postMessage(channel=SUPPORT, text="late")
    assert texts(slack) == []
    slack.clock.advance(21)
    await settle(slack)
    assert texts(slack) == ["late"]


async def test_times_counts_down_and_an_ended_fault_strikes_no_more(slack: Playground, client: AsyncWebClient) -> None:
    fault = slack.engine.fault(kind="error", method="auth.test", error="internal_error", times=3)
    for _ in range(2):
        with pytest.raises(SlackApiError):
            await client.auth_test()
    assert slack.engine.state()["faults"][0]["times"] == 1
    slack.engine.end_fault(fault["id"])
    assert (await client.auth_test())["ok"]
    with pytest.raises(ControlError, match="no fault"):
        slack.engine.end_fault(fault["id"])


async def test_duplicate_brings_an_event_twice_with_the_same_id_or_another(
    slack: Playground, receiver: Receiver
) -> None:
    slack.engine.fault(kind="duplicate", method="message")
    say(slack, "a")
    await settle(slack)
    assert len({r.json["event_id"] for r in receiver.requests}) == 1
    assert len(receiver.requests) == 2
    slack.engine.fault(kind="duplicate", method="message", error="new_id")
    say(slack, "b")
    await settle(slack)
    assert len({r.json["event_id"] for r in receiver.requests}) == 3


async def test_delay_brings_an_event_later_on_the_clock(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="delay", method="message", seconds=30)
    say(slack, "slow")
    say(slack, "fast")
    await settle(slack)
    assert [e["text"] for e in receiver.events()] == ["fast"]
    slack.clock.advance(31)
    await settle(slack)
    assert [e["text"] for e in receiver.events()] == ["fast", "slow"]


async def test_reorder_lets_the_next_event_overtake(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="reorder", method="message", seconds=60)
    say(slack, "first")
    say(slack, "second")
    await settle(slack)
    assert [e["text"] for e in receiver.events()] == ["second", "first"]


async def test_a_dropped_event_never_comes(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="drop_event", method="message")
    say(slack, "lost")
    await settle(slack)
    assert receiver.requests == []
    assert slack.core.deliveries[0].state == "dropped"


async def test_revoke_kills_the_token_and_tells_the_app(
    slack: Playground, client: AsyncWebClient, receiver: Receiver
) -> None:
    slack.engine.fault(kind="revoke", error="app_uninstalled")
    await settle(slack)
    assert {e["type"] for e in receiver.events()} == {"tokens_revoked", "app_uninstalled"}
    assert receiver.events("tokens_revoked")[0]["tokens"]["bot"] == ["U0OURS00000"]
    with pytest.raises(SlackApiError) as caught:
        await client.auth_test()
    assert caught.value.response["error"] == "account_inactive"


@pytest.mark.parametrize(
    ("ordered", "refusal"),
    [("", "token_revoked"), ("account_inactive", "account_inactive"), ("app_uninstalled", "account_inactive")],
)
async def test_a_revoked_token_comes_back_with_the_same_value(
    slack: Playground, client: AsyncWebClient, receiver: Receiver, ordered: str, refusal: str
) -> None:
    slack.engine.fault(kind="revoke", error=ordered)
    await settle(slack)
    told = len(receiver.requests)
    with pytest.raises(SlackApiError) as caught:
        await client.auth_test()
    assert caught.value.response["error"] == refusal
    say(slack, "nobody hears this")
    assert slack.engine.restore() == {"ok": True, "restored": ["T0PLAYGRND0"]}
    assert (await client.auth_test())["user_id"] == "U0OURS00000"
    say(slack, "back again")
    await settle(slack)
    assert [r.json["event"]["text"] for r in receiver.requests[told:]] == ["back again"]
    assert slack.engine.restore() == {"ok": True, "restored": []}


async def test_a_revoked_app_loses_every_rotated_token_and_gets_the_last_one_back(quiet: Playground) -> None:
    old = quiet.settings.bot_token
    args = {"client_id": quiet.settings.client_id, "client_secret": quiet.settings.client_secret, "token": old}
    new = (await quiet.web.api.call("oauth.v2.exchange", old, args)).body["access_token"]

    async def alive() -> list[bool]:
        return [(await quiet.web.api.call("auth.test", token, {})).body["ok"] for token in (old, new)]

    assert await alive() == [True, True]
    quiet.engine.fault(kind="revoke")
    assert await alive() == [False, False]
    quiet.engine.restore(team="Playground")
    assert await alive() == [False, True]


def test_an_app_that_never_was_there_cannot_be_restored(quiet: Playground) -> None:
    quiet.engine.world(teams=[{"name": "Us"}, {"name": "Them", "installed": False}])
    with pytest.raises(ControlError, match="never installed in Them"):
        quiet.engine.restore(team="Them")
    with pytest.raises(ControlError, match="no team"):
        quiet.engine.restore(team="Nobody")


def test_an_unknown_fault_is_refused_with_the_list(quiet: Playground) -> None:
    with pytest.raises(ControlError) as caught:
        quiet.engine.fault(kind="earthquake")
    assert "drop_reply" in caught.value.remedy


@pytest.mark.parametrize(("seconds", "shown"), [(0, "1"), (0.5, "1"), (5.2, "6"), (30, "30")])
async def test_a_ratelimit_lasts_whole_seconds_and_at_least_one(
    slack: Playground, client: AsyncWebClient, seconds: float, shown: str
) -> None:
    slack.engine.fault(kind="ratelimit", method="auth.test", seconds=seconds)
    with pytest.raises(SlackApiError) as caught:
        await client.auth_test()
    assert caught.value.response.headers["Retry-After"] == shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "ratelimit", "seconds": -5},
        {"kind": "delay", "seconds": float("nan")},
        {"kind": "delay", "seconds": float("inf")},
        {"kind": "delay", "seconds": 1e300},
        {"kind": "delay", "seconds": "x"},
        {"kind": "error", "times": 0},
        {"kind": "error", "times": "x"},
        {"kind": "error", "times": 1.5},
        {"kind": "error", "error": "99"},
        {"kind": "error", "error": "304"},
        {"kind": "error", "error": "1000"},
        {"kind": "error", "error": "what is this"},
        {"kind": "error", "method": "chat.nope"},
        {"kind": "drop_event", "method": "message.nope"},
        {"kind": "disconnect", "error": "foo"},
        {"kind": "error", "bogus": 1},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(quiet: Playground, wrong: dict[str, Any]) -> None:
    with pytest.raises(ControlError) as caught:
        quiet.engine.fault(**wrong)
    assert caught.value.remedy
    assert quiet.engine.state(["faults"])["faults"] == []


async def test_an_error_429_says_when_to_come_back(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="error", method="auth.test", error="429", seconds=4)
    with pytest.raises(SlackApiError) as caught:
        await client.auth_test()
    assert (caught.value.response.status_code, caught.value.response.headers["Retry-After"]) == (429, "4")


async def test_the_reply_to_a_failing_call_is_dropped_as_well(slack: Playground, client: AsyncWebClient) -> None:
    slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.chat_postMessage(channel="CNOPE", text="x")
    assert slack.engine.state(["faults"])["faults"] == []


async def test_a_fault_for_private_messages_leaves_public_ones_alone(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="drop_event", method="message.groups")
    say(slack, "public")
    slack.engine.say(channel="#deals", user="@maria", text="private")
    await settle(slack)
    assert [e["text"] for e in receiver.events("message")] == ["public"]


async def test_after_uninstalling_nothing_that_people_do_reaches_the_app(slack: Playground, receiver: Receiver) -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    args = {"channel": SUPPORT, "text": "x", "blocks": [{"type": "actions", "elements": [button]}]}
    ts = (await slack.web.api.call("chat.postMessage", slack.settings.bot_token, args)).body["ts"]
    slack.engine.fault(kind="revoke", error="app_uninstalled")
    await settle(slack)
    before = len(receiver.requests)
    where = {"channel": "#support", "user": "@tom"}
    for act in (
        slack.engine.command(**where, command="/ours"),
        slack.engine.click(**where, ts=ts, action_id="go"),
        slack.engine.shortcut(**where, callback_id="x", ts=ts),
        slack.engine.shortcut(user="@tom", callback_id="x"),
        slack.engine.open_home(user="@tom"),
    ):
        with pytest.raises(ControlError, match="not installed"):
            await act
    await settle(slack)
    assert len(receiver.requests) == before
