"""Worlds from JSON: what a state shows can be started from, and what can't be changes nothing."""

import json
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.errors import ControlError, Json
from tests.playground.conftest import START, Call, Receiver

SUPPORT = "C0SUPPORT00"
TS = "1700000000.000100"


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def room(*messages: Json, **more: Any) -> Json:
    """A world with ada in one channel."""
    channel = {"name": "c", "members": ["ada", "ours"], "messages": list(messages), **more}
    return {"users": [{"name": "ada"}], "channels": [channel]}


def message(**more: Any) -> Json:
    return {"ts": TS, "user": "ada", "text": "x", **more}


WRONG: list[Json] = [
    {"users": [{"name": "a"}], "channels": [{"is_im": True}]},
    {"users": [{"name": n} for n in "abc"], "channels": [{"is_im": True, "members": ["a", "b", "c"]}]},
    {"users": [{"name": "a", "tz": "Mars/Base"}]},
    {"users": [{"name": "a", "tz": 5}]},
    {"users": [{"name": "a", "tz": "America"}]},
    {"users": [{"name": "a", "is_admin": "yes"}]},
    {"users": [{"name": "a", "updated": "x"}]},
    {"users": [{"name": "a", "team": "nope"}]},
    {"users": [{"id": "U1", "name": "a"}, {"id": "U1", "name": "b"}]},
    {"users": [{"id": 5, "name": "a"}]},
    {"users": [{}]},
    {"users": "x"},
    {"users": [5]},
    {"teams": [{"id": "T1", "name": "a"}, {"id": "T1", "name": "b"}]},
    {"teams": [{"name": "a", "bot": 5}]},
    {"teams": [{"name": "a", "bot": {"scopes": "x"}}]},
    {"teams": [{"name": "a", "bot": {"scopes": ["chat:write", "\u2603"]}}]},
    {"teams": 5},
    {"app": 5},
    {"app": {"commands": 5}},
    {"bogus": 1},
    {"usergroups": [{}]},
    {"usergroups": [{"handle": "g", "users": ["zz"]}]},
    {"channels": [{"id": "C1", "name": "a"}, {"id": "C1", "name": "b"}]},
    {"channels": [{"name": "a", "members": 5}]},
    {"channels": [{"name": "a", "members": [5]}]},
    room(members=["zz"]),
    room(5),  # type: ignore[arg-type]
    room({}),
    room(message(), message()),
    room(message(user="zz")),
    room(message(ts="abc")),
    room(message(ts=1700000000.5)),
    room(message(thread_ts="abc")),
    room(message(visible_to="zz")),
    room(message(reactions=[{"name": "eyes", "users": ["zz"]}])),
    room(message(reactions=5)),
    room(message(text=5)),
    room(message(metadata={"a": 1})),
    room(message(team={"a": 1})),
    room(message(blocks=[{"type": "bogus"}])),
    room(message(attachments="abc")),
    room(message(files=["F1"])),
    room(message(replies=[{"ts": "1700000001.000100", "user": "ada"}])),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda w: json.dumps(w)[:60])
async def test_a_world_that_cannot_be_leaves_all_as_it_was(quiet: Playground, wrong: Json) -> None:
    quiet.engine.say(channel="#support", user="@maria", text="kept")
    quiet.engine.fault(kind="error", method="auth.test")
    before, version = quiet.engine.state(), quiet.clock.version
    with pytest.raises(ControlError) as caught:
        quiet.engine.world(**wrong)
    assert caught.value.remedy
    after = quiet.engine.state()
    assert {k: v for k, v in after.items() if k != "now"} == {k: v for k, v in before.items() if k != "now"}
    assert quiet.clock.version == version


async def test_a_failed_world_gives_up_no_delivery(slack: Playground, receiver: Receiver) -> None:
    slack.engine.fault(kind="delay", method="message", seconds=30)
    slack.engine.say(channel="#support", user="@maria", text="under way")
    await slack.engine.settle(quiet=0.05)
    with pytest.raises(ControlError):
        slack.engine.world(users=[{"name": "a", "team": "nope"}])
    slack.clock.advance(31)
    await slack.engine.settle(quiet=0.05)
    assert [e["text"] for e in receiver.events()] == ["under way"]


async def test_a_user_keeps_a_zone_that_exists(quiet: Playground) -> None:
    for changes in ({"tz": "Mars/Base"}, {"deleted": "yes"}, {"real_name": 5}):
        with pytest.raises(ControlError):
            quiet.engine.user(user="@tom", **changes)
    assert quiet.core.user("@tom").tz == "Europe/Berlin"


async def test_faults_blocks_and_buckets_do_not_survive_a_new_world(quiet: Playground, call: Call) -> None:
    quiet.clock.set_speed(0.001)
    quiet.engine.fault(kind="error", method="auth.test", error="fatal_error", times=5)
    quiet.engine.fault(kind="ratelimit", method="team.info", seconds=1000)
    assert (await call("team.info"))["error"] == "ratelimited"
    assert [(await call("users.list"))["ok"] for _ in range(21)][-1] is False
    quiet.engine.world(users=[{"name": "ada"}])
    assert quiet.engine.state(["faults"])["faults"] == []
    assert [(await call(method))["ok"] for method in ("auth.test", "team.info", "users.list")] == [True] * 3


async def test_what_a_world_gives_as_null_counts_as_not_given(quiet: Playground) -> None:
    quiet.engine.world(
        teams=[{"name": "Acme", "domain": None}],
        users=[{"name": "ada", "tz": None}],
        usergroups=[{"handle": "g", "name": None, "users": None}],
        channels=[{"name": "c", "topic": None, "members": None, "messages": None}],
    )
    assert quiet.engine.state(["usergroups"])["usergroups"][0]["name"] == "g"
    assert quiet.engine.state(["teams"])["teams"][0]["domain"] == "acme"


async def test_files_and_pins_come_back_from_the_four_parts_of_a_state(slack: Playground) -> None:
    file = {"name": "a.txt", "content": "abc"}
    ts = slack.engine.say(channel="#support", user="@maria", text="see", files=[file])["ts"]
    person = slack.core.user("@maria").token
    await slack.web.api.call("pins.add", person, {"channel": SUPPORT, "timestamp": ts})
    await slack.web.api.call("chat.postMessage", slack.settings.bot_token, {"channel": "U0TOM000000", "text": "hi"})
    before = slack.engine.state()
    slack.engine.world(**{k: before[k] for k in ("teams", "users", "channels", "usergroups")})
    after = slack.engine.state()
    for part in ("teams", "users", "channels", "usergroups", "files"):
        assert after[part] == before[part]
    (held,) = slack.core.channel("#support").messages[ts].files
    shown = await slack.web.api.call("files.info", slack.settings.bot_token, {"file": held["id"]})
    assert shown.body["file"]["name"] == "a.txt"
    pins = await slack.web.api.call("pins.list", person, {"channel": SUPPORT})
    assert [pin["message"]["ts"] for pin in pins.body["items"]] == [ts]
    headers = {"authorization": f"Bearer {person}"}
    async with aiohttp.ClientSession(headers=headers) as session, session.get(held["url_private"]) as answer:
        assert await answer.text() == "abc"


async def test_another_playground_starts_from_a_saved_state_with_its_files(quiet: Playground) -> None:
    other = Playground(start=START)
    file = {"name": "a.bin", "content": "abc"}
    quiet.engine.say(channel="#support", user="@maria", files=[file])
    other.engine.world(**json.loads(json.dumps(quiet.engine.state())))
    assert [f.content for f in other.core.world.files.values()] == [b"abc"]
    await other.stop()


async def test_a_world_may_list_files_as_people_send_them(quiet: Playground) -> None:
    quiet.engine.world(**room(message(files=[{"name": "q.txt", "content": "hi"}])))
    (record,) = quiet.core.world.files.values()
    (held,) = quiet.core.channel("#c").messages[TS].files
    assert (record.content, held["id"], record.user) == (b"hi", record.id, quiet.core.user("ada").id)


async def test_readers_and_reactions_of_a_world_may_be_names(quiet: Playground) -> None:
    eyes = [{"name": "eyes", "users": ["@ada"], "count": 1}]
    quiet.engine.world(**room(message(reactions=eyes), message(ts="1700000001.000100", visible_to="@ada")))
    ada = quiet.core.user("ada").id
    first, second = quiet.engine.state(["channels"])["channels"][0]["messages"]
    assert (first["reactions"][0]["users"], second["visible_to"]) == ([ada], ada)
    assert quiet.engine.unreact(channel="#c", user="@ada", ts=TS, name="eyes") == {"ok": True}


async def test_whole_replies_may_stand_inside_their_parent(quiet: Playground) -> None:
    reply = {"ts": "1700000001.000100", "user": "ada", "text": "r"}
    quiet.engine.world(**room(message(replies=[reply])))
    parent, child = quiet.engine.state(["channels"])["channels"][0]["messages"]
    assert (parent["reply_count"], child["text"], child["thread_ts"]) == (1, "r", TS)


async def test_a_worlds_blocks_get_the_names_that_clicks_need(slack: Playground, receiver: Receiver) -> None:
    go = {"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": plain("Go")}]}
    options = [{"text": plain("A"), "value": "1"}]
    tier = {"type": "actions", "elements": [{"type": "static_select", "action_id": "tier", "options": options}]}
    slack.engine.world(**room(message(blocks=[go, tier], attachments=[{"blocks": [tier, go]}])))
    held = slack.core.channel("#c").messages[TS]
    names = [b["block_id"] for b in (*held.blocks, *held.attachments[0]["blocks"])]
    assert len(set(names)) == 4
    for action, given in (("go", {}), ("tier", {"value": "1"})):
        for block in (names[0], names[3]) if action == "go" else names[1:3]:
            where = {"channel": "#c", "ts": TS, "block_id": block}
            assert (await slack.engine.click(user="@ada", action_id=action, **where, **given))["ok"]


async def test_blocks_in_attachments_get_names_that_an_update_keeps(quiet: Playground, call: Call) -> None:
    go = {"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": plain("Go")}]}
    posted = await call("chat.postMessage", channel=SUPPORT, text="x", attachments=[{"blocks": [go]}])
    name = posted["message"]["attachments"][0]["blocks"][0]["block_id"]
    before = len(quiet.core.deliveries)
    again = await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="x", attachments=[{"blocks": [go]}])
    assert again["message"]["attachments"][0]["blocks"][0]["block_id"] == name
    assert len(quiet.core.deliveries) == before
