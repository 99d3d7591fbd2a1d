"""The control API over HTTP: its shapes stay, its errors name a remedy."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import Receiver

Control = Callable[..., Coroutine[None, None, tuple[int, Json]]]


@pytest.fixture
async def control(slack: Playground) -> AsyncIterator[Control]:
    async with aiohttp.ClientSession(slack.url) as session:

        async def do(path: str, verb: str = "POST", **body: Any) -> tuple[int, Json]:
            async with session.request(verb, f"/control/{path}", json=body if verb == "POST" else None) as response:
                return response.status, await response.json()

        yield do


async def test_say_edit_react_and_delete_answer_ok(control: Control) -> None:
    status, said = await control("say", channel="#support", user="@maria", text="hello")
    assert (status, said["ok"], set(said) >= {"ok", "ts"}) == (200, True, True)
    message = {"channel": "#support", "user": "@maria", "ts": said["ts"]}
    assert (await control("edit", **message, text="bye"))[1] == {"ok": True}
    assert (await control("react", **message, name="eyes"))[1] == {"ok": True}
    assert (await control("unreact", **message, name="eyes"))[1] == {"ok": True}
    assert (await control("delete", **message))[1] == {"ok": True}


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("say", {"channel": "#nowhere", "user": "@maria", "text": "x"}, "no channel '#nowhere'"),
        ("say", {"channel": "#support", "user": "@nobody", "text": "x"}, "no user '@nobody'"),
        ("say", {"channel": "#support", "text": "x"}, "say lacks user"),
        ("say", {"channel": "#support", "user": "@maria"}, "nothing to say"),
        ("edit", {"channel": "#support", "user": "@maria", "ts": "1.1", "text": "x"}, "no message '1.1' in support"),
        ("edit", {"channel": "#support", "user": "@maria", "ts": "1", "txt": ""}, "edit lacks text"),
        ("click", {"user": "@maria", "action_id": "x"}, "no channel given"),
        ("submit", {"user": "@maria", "view_id": "V1"}, "no view 'V1' is open for maria"),
        ("time", {"set": "tomorrow"}, "Invalid isoformat string: 'tomorrow'"),
        ("time", {"speed": 0}, "speed must be greater than 0: this clock never freezes"),
        ("fault", {"kind": "quake"}, "no fault of kind 'quake'"),
        ("world", {"channels": [{"name": "c", "members": ["ghost"]}]}, "no user 'ghost'"),
    ],
)
async def test_a_wrong_request_is_a_400_with_a_remedy(control: Control, path: str, body: Json, error: str) -> None:
    status, answer = await control(path, **body)
    assert (status, answer["ok"], answer["error"]) == (400, False, error)
    assert len(answer["remedy"]) > 5


async def test_state_shows_everything_that_section_eleven_names(
    slack: Playground, control: Control, client: AsyncWebClient
) -> None:
    _, parent = await control("say", channel="#support", user="@maria", text="p")
    await control("say", channel="#support", user="@tom", text="r", thread_ts=parent["ts"])
    await control("react", channel="#support", user="@tom", ts=parent["ts"], name="eyes")
    metadata = {"event_type": "card", "event_payload": {"id": "1"}}
    await client.chat_postMessage(channel="C0SUPPORT00", text="c", metadata=metadata)
    await slack.engine.settle(quiet=0.05)
    status, state = await control("state", "GET")
    assert status == 200
    keys = {"now", "teams", "users", "channels", "views", "homes", "calls", "deliveries", "usergroups"}
    assert keys <= set(state)
    (support,) = [c for c in state["channels"] if c["name"] == "support"]
    first, reply, card = support["messages"]
    assert (first["reactions"][0]["name"], first["replies"][0]["ts"]) == ("eyes", reply["ts"])
    assert (reply["thread_ts"], card["metadata"]) == (parent["ts"], metadata)
    (call,) = state["calls"]
    assert (call["method"], call["args"]["text"], call["reply"]["ok"]) == ("chat.postMessage", "c", True)
    assert call["at"].startswith("2026-11-23T15:00")
    assert {a["status"] for d in state["deliveries"] for a in d["attempts"]} == {200}
    _, part = await control("state?only=channels,now", "GET")
    assert set(part) == {"channels", "now"}


async def test_a_state_can_be_started_from_again(control: Control) -> None:
    await control("say", channel="#support", user="@maria", text="kept", files=[{"name": "a.txt", "content": "x"}])
    _, before = await control("state", "GET")
    assert (await control("world", **before)) == (200, {"ok": True})
    _, after = await control("state", "GET")
    for part in ("teams", "users", "channels", "usergroups"):
        assert after[part] == before[part]
    assert (after["calls"], after["deliveries"]) == ([], [])


async def test_a_world_may_be_written_with_names_only(slack: Playground, control: Control) -> None:
    world = {
        "teams": [{"name": "Acme Care"}],
        "users": [{"name": "ada", "tz": "Europe/Paris", "is_admin": True}, {"name": "bob", "is_restricted": True}],
        "channels": [{"name": "care", "members": ["ada", "@bob", "@ours"]}, {"name": "vip", "is_private": True}],
        "usergroups": [{"handle": "care-team", "users": ["@ada"]}],
    }
    assert (await control("world", **world))[0] == 200
    _, state = await control("state", "GET")
    users = {u["name"]: u for u in state["users"]}
    assert (users["ada"]["tz"], users["ada"]["is_admin"], users["bob"]["is_restricted"]) == ("Europe/Paris", True, True)
    assert users["ours"]["is_bot"] is True
    assert state["channels"][0]["members"] == [users["ada"]["id"], users["bob"]["id"], users["ours"]["id"]]
    assert state["teams"][0]["bot"]["token"] == slack.settings.bot_token
    assert state["usergroups"][0]["users"] == [users["ada"]["id"]]


async def test_time_jumps_runs_faster_and_says_its_version(control: Control) -> None:
    _, start = await control("time", "GET")
    _, later = await control("time", advance=3600)
    assert (start["now"][:16], later["now"][:16]) == ("2026-11-23T15:00", "2026-11-23T16:00")
    assert later["version"] == start["version"] + 1
    _, moved = await control("time", set="2026-12-24T09:00:00+01:00")
    assert moved["now"].startswith("2026-12-24T08:00:0")
    assert (await control("time", speed=60))[1]["speed"] == 60


async def test_a_follower_is_told_of_a_jump_at_once(control: Control) -> None:
    _, start = await control("time", "GET")
    following = asyncio.create_task(control(f"time?after={start['version']}&wait=10", "GET"))
    await asyncio.sleep(0.05)
    assert not following.done()
    await control("time", advance=60)
    _, told = await asyncio.wait_for(following, 2)
    assert told["version"] == start["version"] + 1
    assert (await control("time?after=x", "GET"))[0] == 400


async def test_settle_says_whether_it_settled(control: Control, receiver: Receiver) -> None:
    assert (await control("settle", quiet=0.05))[1] == {"ok": True, "settled": True}
    receiver.pauses = [0.25]
    await control("say", channel="#support", user="@maria", text="x")
    assert (await control("settle", timeout=0.1, quiet=0.05))[1] == {"ok": True, "settled": False}


async def test_people_join_and_leave_over_control(slack: Playground, control: Control, receiver: Receiver) -> None:
    assert (await control("join", channel="#random", user="@ours"))[1]["ok"]
    await slack.engine.settle(quiet=0.05)
    assert receiver.events("member_joined_channel")[0]["channel"] == "C0RANDOM000"
    assert (await control("leave", channel="#random", user="@ours"))[1]["ok"]
    assert (await control("leave", channel="#random", user="@ours"))[0] == 400


async def test_faults_are_ordered_and_ended(control: Control) -> None:
    _, fault = await control("fault", kind="ratelimit", method="chat.update", times=2)
    assert (await control("state?only=faults", "GET"))[1]["faults"][0]["id"] == fault["id"]
    assert (await control(f"fault/{fault['id']}", "DELETE"))[1] == {"ok": True}
    assert (await control(f"fault/{fault['id']}", "DELETE"))[0] == 400


async def test_any_event_can_be_sent(slack: Playground, control: Control, receiver: Receiver) -> None:
    event = {"type": "channel_id_changed", "old_channel_id": "G1", "new_channel_id": "C1"}
    assert (await control("event", event=event))[1]["ok"]
    await slack.engine.settle(quiet=0.05)
    assert receiver.events("channel_id_changed")[0]["new_channel_id"] == "C1"
    status, refused = await control("event", event={"type": "call_rejected"})
    assert (status, refused["error"]) == (400, "the app does not get this event")


async def test_a_scheduled_message_appears_when_its_moment_comes(
    slack: Playground, control: Control, client: AsyncWebClient
) -> None:
    soon = slack.core.seconds() + 600
    await client.chat_scheduleMessage(channel="C0SUPPORT00", text="later", post_at=soon)
    await control("time", advance=601)
    await slack.engine.settle(quiet=0.05)
    (message,) = slack.core.channel("#support").messages.values()
    assert message.text == "later"


async def test_a_page_can_follow_the_state(slack: Playground, control: Control) -> None:
    await slack.engine.settle(quiet=0.05)
    _, state = await control("state?only=version", "GET")
    following = asyncio.create_task(control(f"state?only=version&after={state['version']}&wait=10", "GET"))
    await asyncio.sleep(0.05)
    assert not following.done()
    await control("say", channel="#support", user="@maria", text="news")
    _, told = await asyncio.wait_for(following, 2)
    assert told["version"] > state["version"]


async def test_it_runs_as_a_process_of_its_own_and_stops_when_told(tmp_path: Path) -> None:
    world = tmp_path / "world.json"
    world.write_text('{"teams": [{"name": "Mini"}], "users": [{"name": "ada"}], "channels": []}')
    options = ["--port", "0", "--start", "2026-11-23T09:00:00", "--world", str(world), "--bot-token", "xoxb-mine"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "playground", *options, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    lines = [(await asyncio.wait_for(process.stdout.readline(), 10)).decode().split() for _ in range(8)]
    told = {" ".join(line[:-1]): line[-1] for line in lines}
    assert told["SLACK_BOT_TOKEN"] == "xoxb-mine"
    async with aiohttp.ClientSession() as session, session.get(told["Control"]) as response:
        state = await response.json()
    assert state["now"].startswith("2026-11-23T09:00")
    assert state["teams"][0]["name"] == "Mini"
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_a_revoked_token_is_given_back(slack: Playground, control: Control, client: AsyncWebClient) -> None:
    await control("fault", kind="revoke")
    assert (await control("restore")) == (200, {"ok": True, "restored": ["T0PLAYGRND0"]})
    assert (await client.auth_test())["ok"]
    status, refused = await control("restore", team="Nobody")
    assert (status, refused["error"]) == (400, "no team 'Nobody'")
    assert (await control("restore", channel="#support"))[0] == 400
