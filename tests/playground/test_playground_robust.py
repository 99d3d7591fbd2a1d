"""No single input breaks the playground: what can't be kept is refused, and nothing of it is stored."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from playground import Playground
from tests.playground.conftest import Call, Receiver

SUPPORT = "C0SUPPORT00"
DEEP = b"[" * 100_000 + b"]" * 100_000
BAD_VALUES = [b'"x \\ud800"', b"NaN", b"-Infinity", b"1e999", b'"\xff"', DEEP, b"[" * 200 + b"]" * 200]
FORM = "application/x-www-form-urlencoded"

Send = Callable[..., Awaitable[tuple[int, Any]]]


@pytest.fixture
async def send(slack: Playground) -> AsyncIterator[Send]:
    """Send raw bytes: ``await send("/api/auth.test", body, content_type)``."""
    headers = {"authorization": f"Bearer {slack.settings.bot_token}"}
    async with aiohttp.ClientSession(slack.url, headers=headers) as session:

        async def do(path: str, body: bytes = b"", kind: str = "application/json", verb: str = "POST") -> Any:
            async with session.request(verb, path, data=body, headers={"content-type": kind}) as answer:
                return answer.status, json.loads(await answer.read() or b"{}")

        yield do
        status, state = await do("/control/state", verb="GET")
        assert (status, [m for c in state["channels"] for m in c["messages"]]) == (200, [])


@pytest.mark.parametrize("value", BAD_VALUES, ids=lambda v: repr(v[:12]))
async def test_json_that_cannot_be_written_again_is_refused_everywhere(send: Send, value: bytes) -> None:
    said = b'{"channel": "#support", "user": "@maria", "text": "x", "thread_ts": ' + value + b"}"
    status, answer = await send("/control/say", said)
    assert (status, answer["ok"], bool(answer["remedy"])) == (400, False, True)
    posted = b'{"channel": "C0SUPPORT00", "text": "x", "metadata": ' + value + b"}"
    assert await send("/api/chat.postMessage", posted) == (200, {"ok": False, "error": "invalid_json"})


@pytest.mark.parametrize("value", [v for v in BAD_VALUES if b"\xff" not in v], ids=lambda v: repr(v[:12]))
async def test_json_inside_a_form_is_read_as_strictly(send: Send, value: bytes) -> None:
    wrapped = b'{"event_type": "a", "event_payload": {"n": ' + value + b"}}"
    fields = {"channel": SUPPORT, "text": "x", "metadata": wrapped}
    assert (await send("/api/chat.postMessage", urlencode(fields).encode(), FORM))[1]["ok"] is False
    fields = {"channel": SUPPORT, "text": "x", "blocks": value}
    assert (await send("/api/chat.postMessage", urlencode(fields).encode(), FORM))[1]["ok"] is False


async def test_forms_that_are_not_utf8_are_invalid_form_data(slack: Playground, send: Send) -> None:
    part = b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--B--\r\n'
    refused = (200, {"ok": False, "error": "invalid_form_data"})
    assert await send("/api/chat.postMessage", part, "multipart/form-data; boundary=B") == refused
    assert await send("/api/chat.postMessage", b"text=\xff", FORM) == refused
    assert slack.core.calls[-1]["reply"] == refused[1]


async def test_a_method_that_fails_in_an_unforeseen_way_is_an_internal_error(
    slack: Playground, send: Send, caplog: pytest.LogCaptureFixture
) -> None:
    user = slack.core.user("@tom")
    user.tz = "Mars/Base"
    body = json.dumps({"user": user.id}).encode()
    assert await send("/api/users.info", body) == (200, {"ok": False, "error": "internal_error"})
    assert slack.core.calls[-1]["reply"]["error"] == "internal_error"
    assert "ZoneInfoNotFoundError" in caplog.text


async def test_a_control_call_that_fails_in_an_unforeseen_way_is_a_500_in_json(
    slack: Playground, send: Send, caplog: pytest.LogCaptureFixture
) -> None:
    broken = slack.core.channel("#support")
    members, broken.is_im, broken.members = broken.members, True, []
    status, answer = await send("/control/state", verb="GET")
    broken.is_im, broken.members = False, members
    assert (status, answer["ok"]) == (500, False)
    assert "IndexError" in caplog.text


@pytest.mark.parametrize(
    ("verb", "path", "status"),
    [("POST", "bogus", 404), ("GET", "say", 405), ("DELETE", "state", 405), ("PUT", "time", 405), ("GET", "", 404)],
)
async def test_unknown_calls_and_wrong_verbs_are_told_in_json(send: Send, verb: str, path: str, status: int) -> None:
    told, answer = await send(f"/control/{path}", verb=verb)
    assert (told, answer["ok"], set(answer)) == (status, False, {"ok", "error", "remedy"})


async def test_waits_that_are_no_numbers_are_refused(send: Send) -> None:
    for query in ("after=1&wait=nan", "after=1&wait=inf", "after=1&wait=-1", "after=x"):
        assert (await send(f"/control/state?{query}", verb="GET"))[0] == 400
        assert (await send(f"/control/time?{query}", verb="GET"))[0] == 400


@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("conversations.history", {"channel": SUPPORT, "limit": "inf"}, "invalid_arguments"),
        ("conversations.history", {"channel": SUPPORT, "oldest": "nan"}, "invalid_ts_oldest"),
        ("conversations.history", {"channel": SUPPORT, "latest": "sNaN"}, "invalid_ts_latest"),
        ("chat.scheduleMessage", {"channel": SUPPORT, "text": "x", "post_at": "inf"}, "invalid_time"),
        ("chat.scheduleMessage", {"channel": SUPPORT, "text": "x", "post_at": "1e300"}, "time_too_far"),
    ],
)
async def test_numbers_without_end_are_refused(call: Call, method: str, args: dict[str, Any], error: str) -> None:
    assert (await call(method, **args))["error"] == error


@pytest.mark.parametrize(
    "body",
    [
        b'{"speed": 1e300}',
        b'{"speed": NaN}',
        b'{"speed": "nan"}',
        b'{"speed": "inf"}',
        b'{"speed": -1}',
        b'{"advance": 1e300}',
        b'{"advance": -1e9}',
        b'{"advance": "nan"}',
        b'{"set": "9999-12-31T23:59:59"}',
        b'{"set": "2200-01-01"}',
        b'{"set": "0001-01-01T00:00:00Z"}',
        b'{"set": "1999-12-31"}',
        b'{"set": "2030-01-01", "advance": 1e10}',
        b'{"speed": 5, "set": "tomorrow"}',
        b'{"set": 5}',
    ],
)
async def test_a_clock_that_cannot_go_there_stays_where_it_is(slack: Playground, send: Send, body: bytes) -> None:
    before = (slack.clock.version, slack.clock.speed)
    status, answer = await send("/control/time", body)
    assert (status, answer["ok"], bool(answer["remedy"])) == (400, False, True)
    assert (slack.clock.version, slack.clock.speed) == before


async def test_waiting_takes_numbers_only(send: Send) -> None:
    for body in ({"timeout": "nan"}, {"timeout": -1}, {"quiet": "x"}, {"timeout": 1e300}):
        assert (await send("/control/settle", json.dumps(body).encode()))[0] == 400
    assert (await send("/control/open_home", b'{"user": "@tom", "wait": "nan"}'))[0] == 400


async def test_wrong_shapes_in_calls_of_people_are_refused(quiet: Playground, call: Call) -> None:
    ts = quiet.engine.say(channel="#support", user="@maria", text="http://a.example")["ts"]
    for unfurls in (["http://a.example"], {"http://a.example": "x"}, [5], 5):
        answer = await call("chat.unfurl", as_user="maria", channel=SUPPORT, ts=ts, unfurls=unfurls)
        assert answer["error"] == "invalid_unfurls_format"
    for files in (["F1"], {"id": "F1"}, [None]):
        answer = await call("files.completeUploadExternal", as_user="maria", files=files)
        assert answer["error"] == "invalid_arguments"
    upload = {"filename": "a", "length": "inf"}
    assert (await call("files.getUploadURLExternal", as_user="maria", **upload))["error"] == "invalid_arguments"


@pytest.mark.parametrize("groups", [5, [5], [{"label": 5, "options": 5}], [{"options": [5]}], {"a": 1}])
async def test_option_groups_of_a_wrong_type_are_invalid_blocks(call: Call, groups: object) -> None:
    select = {"type": "static_select", "action_id": "a", "option_groups": groups}
    blocks = [{"type": "actions", "elements": [select]}]
    assert (await call("chat.postMessage", channel=SUPPORT, text="x", blocks=blocks))["error"] == "invalid_blocks"


async def test_a_scheduled_reply_whose_parent_is_gone_falls_into_the_channel(slack: Playground, send: Send) -> None:
    parent = slack.engine.say(channel="#support", user="@maria", text="p")["ts"]
    soon = slack.core.seconds() + 100
    later = {"channel": SUPPORT, "text": "s", "post_at": soon, "thread_ts": parent, "reply_broadcast": True}
    assert (await send("/api/chat.scheduleMessage", json.dumps(later).encode()))[1]["ok"]
    slack.engine.delete(channel="#support", user="@maria", ts=parent)
    slack.clock.advance(101)
    await slack.engine.settle(quiet=0.05)
    (message,) = slack.core.channel("#support").messages.values()
    assert (message.text, message.thread_ts, message.subtype) == ("s", None, None)
    slack.core.channel("#support").remove(message)


async def test_a_response_url_refuses_wrong_shapes(slack: Playground, send: Send, receiver: Receiver) -> None:
    await slack.engine.command(channel="#support", user="@maria", command="/ours")
    hook = receiver.requests[-1].form["response_url"].removeprefix(slack.url)
    for body in (
        b'{"text": "\\ud800"}',
        b'{"attachments": 5}',
        b'{"attachments": "ab"}',
        b'{"attachments": [5]}',
        b"[]",
    ):
        async with aiohttp.ClientSession(slack.url) as session, session.post(hook, data=body) as answer:
            assert answer.status == 400
        slack.clock.advance(2)


async def test_authorizing_for_an_unknown_team_or_person_is_a_400(slack: Playground) -> None:
    base = {"client_id": slack.settings.client_id, "allow": "1"}
    async with aiohttp.ClientSession(slack.url) as session:
        for query in ({"team": "nope"}, {"as": "@nobody"}):
            async with session.get("/oauth/v2/authorize", params={**base, **query}) as answer:
                assert answer.status == 400


async def test_an_app_that_is_not_there_cannot_be_uninstalled(quiet: Playground, call: Call) -> None:
    quiet.engine.world(teams=[{"name": "x", "installed": False}], users=[{"name": "maria"}])
    app = quiet.settings
    secrets = {"client_id": app.client_id, "client_secret": app.client_secret}
    assert (await call("apps.uninstall", as_user="maria", **secrets))["error"] == "client_id_token_mismatch"
