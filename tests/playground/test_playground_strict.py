"""As strict as Slack: where tokens stand, what another workspace sees, paces, cursors, uploads, where OAuth returns."""

import base64
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import START, Call
from tests.playground.test_playground_interactions import FORM
from tests.playground.test_playground_people import TWO_TEAMS

SUPPORT = "C0SUPPORT00"


async def post(slack: Playground, path: str, token: str = "", **body: Any) -> Json:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    async with aiohttp.ClientSession(slack.url, headers=headers) as session, session.post(path, **body) as answer:
        found = await answer.json()
        assert isinstance(found, dict)
        return found


async def test_a_token_stands_in_the_header_the_query_or_a_form_but_not_in_json(slack: Playground) -> None:
    token = slack.settings.bot_token
    assert (await post(slack, "/api/auth.test", json={"token": token}))["error"] == "not_authed"
    assert (await post(slack, "/api/auth.test", data={"token": token}))["ok"]
    assert (await post(slack, f"/api/auth.test?token={token}", json={}))["ok"]
    assert (await post(slack, "/api/auth.test", token, json={}))["ok"]


async def test_an_app_level_token_stands_in_the_header_only(slack: Playground) -> None:
    token = slack.settings.app_token
    assert (await post(slack, "/api/apps.connections.open", data={"token": token}))["error"] == "not_authed"
    assert (await post(slack, f"/api/apps.connections.open?token={token}"))["error"] == "not_authed"
    assert (await post(slack, "/api/apps.connections.open", token))["ok"]


# other workspaces


@pytest.fixture
def second(quiet: Playground) -> str:
    """Two workspaces that share nothing; gives the token of the second."""
    quiet.engine.world(**TWO_TEAMS)
    token: str = quiet.engine.state(["teams"])["teams"][1]["bot"]["token"]
    return token


@pytest.mark.parametrize(
    ("method", "key", "error"),
    [
        ("users.info", "user", "user_not_found"),
        ("conversations.open", "users", "user_not_found"),
        ("chat.postMessage", "channel", "channel_not_found"),
        ("views.publish", "user_id", "invalid_arguments"),
        ("users.getPresence", "user", "user_not_found"),
    ],
)
async def test_a_workspaces_token_does_not_reach_anothers_people(
    quiet: Playground, call: Call, second: str, method: str, key: str, error: str
) -> None:
    stranger = quiet.core.user("@maria", "T1").id
    before = set(quiet.core.world.channels)
    more = {"text": "x", "view": {"type": "home", "blocks": []}}
    assert (await call(method, token=second, **{key: stranger}, **more))["error"] == error
    assert set(quiet.core.world.channels) == before
    assert (await call(method, token=second, **{key: "U2BOB"}, **more))["ok"]


async def test_a_channels_name_means_that_of_the_tokens_workspace(quiet: Playground, call: Call, second: str) -> None:
    assert (await call("chat.postMessage", token=second, channel="#support", text="x"))["channel"] == "C2SUPPORT"
    assert (await call("chat.postMessage", channel="#support", text="x"))["channel"] != "C2SUPPORT"
    assert (await call("chat.postMessage", channel="#only2", text="x"))["error"] == "channel_not_found"


async def test_triggers_scheduled_messages_and_teams_belong_to_their_workspace(
    quiet: Playground, call: Call, second: str
) -> None:
    trigger = quiet.core.new_trigger(quiet.core.user("@maria", "T1"))
    refused = await call("views.open", token=second, trigger_id=trigger, view=FORM)
    assert refused["error"] == "invalid_trigger_id"
    assert (await call("views.open", trigger_id=trigger, view=FORM))["ok"]
    soon = int((START + timedelta(hours=1)).timestamp())
    room = quiet.core.channel("#support", None, "T1").id
    made = await call("chat.scheduleMessage", channel=room, text="x", post_at=soon)
    key = {"channel": room, "scheduled_message_id": made["scheduled_message_id"]}
    refused = await call("chat.deleteScheduledMessage", token=second, **key)
    assert refused["error"] == "invalid_scheduled_message_id"
    assert (await call("chat.deleteScheduledMessage", **key))["ok"]
    grown = quiet.core.world.tokens[second].scopes
    grown |= {"team:read", "users:read"}
    assert (await call("team.info", token=second, team="T1"))["error"] == "team_not_found"
    bot = quiet.core.world.installations["T1"].bot_id
    assert (await call("bots.info", token=second, bot=bot))["error"] == "bot_not_found"


async def test_strangers_in_a_shared_channel_are_known(quiet: Playground, call: Call) -> None:
    world = {**TWO_TEAMS, "channels": [{"name": "joint", "team": "T1", "members": ["maria", "U2BOB", "ours"]}]}
    world["channels"][0] |= {"is_ext_shared": True, "shared_teams": ["T2"]}
    quiet.engine.world(**world)
    assert (await call("users.info", user="U2BOB"))["user"]["is_stranger"] is True
    assert (await call("users.info", user="U2MARIA"))["error"] == "user_not_found"
    assert (await call("team.info", team="T2"))["ok"]
    trigger = quiet.core.new_trigger(quiet.core.user("U2BOB"))
    assert (await call("views.open", trigger_id=trigger, view=FORM))["ok"]


# paces and pages


async def test_one_channels_pace_is_the_same_by_whatever_name(quiet: Playground, call: Call) -> None:
    quiet.clock.set_speed(0.001)
    names = ["#support", "support", SUPPORT, "#support", "support", SUPPORT]
    answers = [await call("chat.postMessage", channel=name, text="x") for name in names]
    assert [a["ok"] for a in answers] == [True] * 5 + [False]
    assert answers[-1]["error"] == "ratelimited"
    tom = quiet.core.user("tom").id
    first = await call("chat.postMessage", channel=tom, text="x")
    direct = [await call("chat.postMessage", channel=c, text="x") for c in [tom, first["channel"]] * 3]
    assert [a["ok"] for a in direct] == [True] * 4 + [False] * 2


async def test_reactions_are_taken_away_fifty_times_a_minute(quiet: Playground, call: Call) -> None:
    quiet.clock.set_speed(0.001)
    answers = [await call("reactions.remove", channel=SUPPORT, timestamp="1", name="eyes") for _ in range(51)]
    assert [a["error"] == "ratelimited" for a in answers] == [False] * 50 + [True]


async def test_a_cursor_serves_its_own_method_only(call: Call) -> None:
    first = await call("conversations.members", channel=SUPPORT, limit=2)
    cursor = first["response_metadata"]["next_cursor"]
    assert (await call("users.list", cursor=cursor))["error"] == "invalid_cursor"
    assert (await call("conversations.members", channel=SUPPORT, cursor=cursor))["ok"]
    for offset in ("-1", "x", "", "1e3"):
        bad = base64.b64encode(f"conversations.members:{offset}".encode()).decode()
        assert (await call("conversations.members", channel=SUPPORT, cursor=bad))["error"] == "invalid_cursor"


async def test_lists_that_slack_gives_whole_are_whole_without_a_limit(quiet: Playground, call: Call) -> None:
    people = [{"name": "maria"}, *({"name": f"u{number}"} for number in range(250))]
    quiet.engine.world(users=people, channels=[{"name": "support", "members": ["maria", "ours"]}])
    assert len((await call("users.list"))["members"]) == 253
    parent = quiet.engine.say(channel="#support", user="@maria", text="p")["ts"]
    for number in range(150):
        quiet.engine.say(channel="#support", user="@maria", text=str(number), thread_ts=parent)
    room = quiet.core.channel("#support").id
    thread = await call("conversations.replies", channel=room, ts=parent)
    assert (len(thread["messages"]), thread["has_more"]) == (151, False)


# messages


async def test_an_update_that_would_leave_nothing_has_no_text(quiet: Playground, call: Call) -> None:
    ts = (await call("chat.postMessage", channel=SUPPORT, text="x"))["ts"]
    for empty in ({"text": ""}, {"text": "  "}, {"text": "", "blocks": []}, {"text": "", "attachments": []}):
        assert (await call("chat.update", channel=SUPPORT, ts=ts, **empty))["error"] == "no_text"
    assert quiet.core.channel("#support").messages[ts].text == "x"
    with_card = await call("chat.postMessage", channel=SUPPORT, text="x", attachments=[{"text": "a"}])
    assert (await call("chat.update", channel=SUPPORT, ts=with_card["ts"], text=""))["ok"]


@pytest.mark.parametrize("name", ["EYES", "not an emoji!!", "thumbsup::skin-tone-9", "a::b", ":"])
async def test_an_emoji_that_cannot_be_is_an_invalid_name(quiet: Playground, call: Call, name: str) -> None:
    ts = quiet.engine.say(channel="#support", user="@tom", text="x")["ts"]
    assert (await call("reactions.add", channel=SUPPORT, timestamp=ts, name=name))["error"] == "invalid_name"
    assert (await call("reactions.add", channel=SUPPORT, timestamp=ts, name="+1::skin-tone-3"))["ok"]


# files


async def test_an_upload_has_as_many_bytes_as_promised_and_a_thread_that_exists(slack: Playground) -> None:
    person = slack.core.user("@maria").token
    asked = {"filename": "a.txt", "length": 5}
    made = await post(slack, "/api/files.getUploadURLExternal", person, data=asked)
    async with aiohttp.ClientSession() as session:
        for content, status in ((b"abc", 400), (b"more than that", 400), (b"hello", 200)):
            async with session.post(made["upload_url"], data=content) as answer:
                assert answer.status == status
    given = {"files": [{"id": made["file_id"]}], "channel_id": SUPPORT}
    complete = "/api/files.completeUploadExternal"
    assert (await post(slack, complete, person, json={**given, "thread_ts": "1.1"}))["error"] == "thread_not_found"
    many = {"files": given["files"], "channels": ",".join(f"C{number}" for number in range(101))}
    assert (await post(slack, complete, person, json=many))["error"] == "channels_limit_exceeded"
    assert (await post(slack, complete, person, json=given))["ok"]


# connections, OAuth


async def test_debug_reconnects_promises_six_minutes(slack: Playground) -> None:
    client = AsyncWebClient(slack.settings.app_token, base_url=f"{slack.url}/api/")
    for more, seconds in (({}, 3600), ({"debug_reconnects": "true"}, 360)):
        url = (await client.api_call("apps.connections.open", params=more))["url"]
        async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
            assert (await socket.receive_json())["debug_info"]["approximate_connection_time"] == seconds


async def authorize(slack: Playground, query: dict[str, str]) -> tuple[int, str]:
    """Press Allow; the status, and where one is sent."""
    async with (
        aiohttp.ClientSession(slack.url) as session,
        session.get("/oauth/v2/authorize", params=query, allow_redirects=False) as answer,
    ):
        return answer.status, answer.headers.get("location", "")


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("https://app.example/back", 307),
        ("http://localhost:3000/back", 307),
        ("http://evil.example/back", 400),
        ("https://evil.example/back", 400),
        ("https://app.example.evil.example/back", 400),
        ("nonsense", 400),
    ],
)
async def test_people_are_sent_back_only_where_the_app_said(slack: Playground, url: str, status: int) -> None:
    slack.engine.world(users=[{"name": "ada"}], app={"redirect_urls": ["https://app.example", "http://localhost:3000"]})
    query = {"client_id": slack.settings.client_id, "allow": "1", "redirect_uri": url}
    assert (await authorize(slack, query))[0] == status


async def test_a_wrong_redirect_does_not_burn_the_code(slack: Playground) -> None:
    app, back = slack.settings, "https://app.example/back"
    query = {"client_id": app.client_id, "allow": "1", "redirect_uri": back, "scope": "chat:write"}
    code = (await authorize(slack, query))[1].partition("code=")[2]
    secrets = {"client_id": app.client_id, "client_secret": app.client_secret, "code": code}
    for redirect, error in (("https://other.example", "bad_redirect_uri"), (back, None), (back, "invalid_code")):
        answered = await post(slack, "/api/oauth.v2.access", data={**secrets, "redirect_uri": redirect})
        assert answered.get("error") == error
