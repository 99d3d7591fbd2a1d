"""Incoming webhooks, messages under another name, and what is told of shared files."""

from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.errors import Json
from playground.hooks import HookAnswer
from playground.webhooks import receive, webhook_url
from tests.playground.conftest import Call, events_of

SUPPORT, TEAM, BOT = "C0SUPPORT00", "T0PLAYGRND0", "B0OURS00000"
JSON = "application/json"


def send(slack: Playground, body: bytes, path: str = f"{TEAM}/{BOT}/{SUPPORT}", kind: str = JSON) -> HookAnswer:
    return receive(slack.core, path, kind, body)


async def test_a_webhook_posts_over_http_where_the_bot_is_no_member(slack: Playground) -> None:
    room = slack.core.channel("#random")
    url = webhook_url(slack.core, TEAM, room)
    async with aiohttp.ClientSession() as session:
        async with session.post(url, json={"text": "Acme wrote", "blocks": [{"type": "divider"}]}) as answer:
            assert (answer.status, await answer.text()) == (200, "ok")
        async with session.post(url, data={"payload": '{"text": "once more"}'}) as answer:
            assert answer.status == 200
    first, second = room.messages.values()
    assert (first.text, first.subtype, first.user, first.extra["bot_id"]) == ("Acme wrote", "bot_message", None, BOT)
    assert ([block["type"] for block in first.blocks], second.text) == (["divider"], "once more")


@pytest.mark.parametrize(
    ("path", "body", "status", "word"),
    [
        (f"T0/{BOT}/{SUPPORT}", b'{"text": "x"}', 404, "no_team"),
        (f"{TEAM}/B0/{SUPPORT}", b'{"text": "x"}', 404, "no_service"),
        (f"{TEAM}/{BOT}/C0NOWHERE", b'{"text": "x"}', 404, "channel_not_found"),
        (f"{TEAM}/{BOT}/", b'{"text": "x"}', 404, "channel_not_found"),
        (f"{TEAM}/{BOT}/{SUPPORT}", b"{", 400, "invalid_payload"),
        (f"{TEAM}/{BOT}/{SUPPORT}", b"[]", 400, "invalid_payload"),
        (f"{TEAM}/{BOT}/support", b"{}", 400, "no_text"),
        (f"{TEAM}/{BOT}/support", b'{"blocks": [{"type": "poem"}]}', 400, "invalid_blocks"),
        (f"{TEAM}/{BOT}/support", b'{"text": "x", "attachments": "y"}', 400, "invalid_attachments"),
    ],
)
async def test_a_webhook_says_in_plain_text_what_is_wrong(
    quiet: Playground, path: str, body: bytes, status: int, word: str
) -> None:
    answer = send(quiet, body, path)
    assert (answer.status, answer.text) == (status, word)
    assert quiet.core.channel("#support").messages == {}


async def test_a_webhook_takes_one_message_a_second_and_no_archived_channel(quiet: Playground) -> None:
    quiet.clock.set_speed(0.001)
    answers = [send(quiet, b'{"text": "x"}') for _ in range(6)]
    assert [answer.status for answer in answers] == [200] * 5 + [429]
    assert (answers[-1].text, answers[-1].headers["retry-after"]) == ("rate_limited", "1")
    quiet.core.channel("#support").is_archived = True
    assert (send(quiet, b'{"text": "x"}').status, send(quiet, b"{}").text) == (410, "channel_is_archived")


async def test_a_webhook_comes_with_its_scope_when_the_app_is_installed(slack: Playground) -> None:
    app = slack.settings
    async with aiohttp.ClientSession(slack.url) as session:
        asked = {"client_id": app.client_id, "scope": "chat:write,incoming-webhook", "allow": "1"}
        async with session.get("/oauth/v2/authorize", params=asked) as answer:
            code = (await answer.json())["code"]
        secrets = {"client_id": app.client_id, "client_secret": app.client_secret, "code": code}
        async with session.post("/api/oauth.v2.access", data=secrets) as answer:
            webhook = (await answer.json())["incoming_webhook"]
        assert webhook["channel"] == "#general"
        async with session.post(webhook["url"], json={"text": "x"}) as answer:
            assert await answer.text() == "ok"


async def test_another_name_needs_its_scope_and_is_ignored_without(quiet: Playground, call: Call) -> None:
    asked: Json = {"channel": SUPPORT, "text": "x", "username": "Acme", "icon_emoji": "eyes"}
    plain = (await call("chat.postMessage", **asked))["message"]
    assert ("username" in plain, "icons" in plain, plain["user"]) == (False, False, "U0OURS00000")
    quiet.core.world.tokens[quiet.settings.bot_token].scopes.add("chat:write.customize")
    worn = (await call("chat.postMessage", **asked))["message"]
    assert (worn["username"], worn["icons"], worn["subtype"]) == ("Acme", {"emoji": ":eyes:"}, "bot_message")
    assert ("user" in worn, worn["bot_id"]) == (False, BOT)
    pictured = await call("chat.postMessage", channel=SUPPORT, text="x", icon_url="https://a.example/x.png")
    assert pictured["message"]["icons"] == {"image_48": "https://a.example/x.png"}
    assert (await call("chat.update", channel=SUPPORT, ts=pictured["ts"], text="y"))["ok"]


async def test_an_app_hears_of_files_that_are_shared(quiet: Playground, call: Call) -> None:
    more: dict[str, Any] = {"files": [{"name": "a.txt", "content": "x"}]}
    quiet.engine.say(channel="#support", user="@tom", text="here", **more)
    assert events_of(quiet, "file_shared") == []
    quiet.settings.subscriptions = [*quiet.settings.subscriptions, "file_shared"]
    quiet.engine.say(channel="#support", user="@tom", text="here", **more)
    (told,) = events_of(quiet, "file_shared")
    assert (told["channel_id"], told["user_id"]) == (SUPPORT, quiet.core.user("@tom").id)
    quiet.core.world.tokens[quiet.settings.bot_token].scopes.add("files:read")
    assert (await call("files.info", file=told["file_id"]))["file"]["name"] == "a.txt"
