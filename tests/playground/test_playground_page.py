"""The page's own routes: its files, what was read, what the app says of a message, and files' bytes."""

import base64
from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.errors import ControlError, Json
from playground.pages import FOLDER, POLICY

PIXEL = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
async def browser(slack: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(slack.url) as session:
        yield session


def share(slack: Playground, channel: str, name: str, content: bytes, **more: Any) -> Json:
    """A file that maria shares; gives what the message holds of it."""
    file = {"name": name, "content_base64": base64.b64encode(content).decode(), **more}
    said = slack.engine.say(channel=channel, user="@maria", files=[file])
    found: Json = slack.core.world.channels[said["channel"]].messages[said["ts"]].files[0]
    return found


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/archives/C0SUPPORT00/p1795446000000100", "text/html"),
        ("/archives/C0SUPPORT00", "text/html"),
        ("/page/index.html", "text/html"),
        ("/page/js/dom.js", "text/javascript"),
        ("/page/css/consent.css", "text/css"),
    ],
)
async def test_the_page_is_served_with_its_policy(browser: aiohttp.ClientSession, path: str, kind: str) -> None:
    async with browser.get(path) as answer:
        assert (answer.status, answer.content_type) == (200, kind)
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-cache"
        assert await answer.read()


@pytest.mark.parametrize(
    "path",
    ["../pages.py", "%2e%2e/pages.py", "js/../../core.py", "//etc/passwd", "js", "", "nothing.js", "a%00b", "x" * 999],
)
async def test_nothing_outside_the_pages_folder_is_served(quiet: Playground, path: str) -> None:
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": f"/page/{path}"}
    await quiet.app({**scope, "query_string": b"", "headers": []}, receive, send)
    assert sent[0]["status"] == 404


def test_the_page_is_part_of_the_package() -> None:
    assert (FOLDER / "index.html").is_file()


async def test_what_was_read_is_marked_and_stays_so(slack: Playground, browser: aiohttp.ClientSession) -> None:
    first, second = (slack.engine.say(channel="#support", user="@maria", text=text)["ts"] for text in "ab")
    for ts in (second, first):
        async with browser.post("/page/read", json={"user": "@tom", "channel": "C0SUPPORT00", "ts": ts}) as answer:
            assert await answer.json() == {"ok": True}
    assert slack.core.channel("#support").last_read["U0TOM000000"] == second


async def test_a_conversation_is_read_to_its_end_when_no_message_is_named(
    slack: Playground, browser: aiohttp.ClientSession
) -> None:
    ts = slack.engine.say(channel="#support", user="@maria", text="a")["ts"]
    async with browser.post("/page/read", json={"user": "@tom", "channel": "C0SUPPORT00"}) as answer:
        assert answer.status == 200
    assert slack.core.channel("#support").last_read["U0TOM000000"] == ts


async def test_nobody_has_read_what_is_not_written_yet(slack: Playground, browser: aiohttp.ClientSession) -> None:
    ts = slack.engine.say(channel="#support", user="@maria", text="a")["ts"]
    body = {"user": "@tom", "channel": "C0SUPPORT00", "ts": "9999999999.000100"}
    async with browser.post("/page/read", json=body) as answer:
        assert answer.status == 200
    assert slack.core.channel("#support").last_read["U0TOM000000"] == ts


@pytest.mark.parametrize(
    "body",
    [
        {"user": "@tom", "channel": "#deals"},
        {"user": "@tom", "channel": "C0NOWHERE00"},
        {"user": "@nobody", "channel": "#support"},
        {"channel": "#support"},
        {"user": "@tom", "channel": "#support", "bogus": 1},
        {"user": "@tom", "channel": "#support", "ts": "the end"},
        {"user": ["x"], "channel": {}},
    ],
)
async def test_what_a_person_does_not_see_cannot_be_read(browser: aiohttp.ClientSession, body: Json) -> None:
    async with browser.post("/page/read", json=body) as answer:
        told = await answer.json()
        assert (answer.status, told["ok"]) == (400, False)
        assert told["remedy"]
        assert answer.headers["content-security-policy"] == POLICY


async def test_the_app_says_why_a_message_is_there() -> None:
    asked: list[Json] = []

    async def look(message: Json) -> Json:
        asked.append(message)
        return {"sections": [{"title": "Why", "rows": [["Customer", "Acme"]]}]}

    async with Playground(inspect=look) as slack, aiohttp.ClientSession(slack.url) as browser:
        ts = slack.engine.say(channel="#support", user="@maria", text="a")["ts"]
        where = {"user": "U0TOM000000", "channel": "C0SUPPORT00", "ts": ts}
        async with browser.get("/page/inspect", params=where) as answer:
            assert (await answer.json())["sections"][0]["rows"] == [["Customer", "Acme"]]
        assert asked == [{"team": "T0PLAYGRND0", **where}]
        slack.engine.fault(kind="down")
        async with browser.get("/page/inspect", params=where) as answer:
            assert (await answer.json())["error"] == "the app is down"


async def test_an_app_that_offers_no_look_inside_is_a_404(slack: Playground, browser: aiohttp.ClientSession) -> None:
    ts = slack.engine.say(channel="#support", user="@maria", text="a")["ts"]
    where = {"user": "U0TOM000000", "channel": "C0SUPPORT00", "ts": ts}
    async with browser.get("/page/inspect", params=where) as answer:
        told = await answer.json()
        assert (answer.status, told["ok"]) == (404, False)
        assert told["remedy"]


async def test_nobody_looks_into_what_they_do_not_see() -> None:
    async def look(message: Json) -> Json:
        raise AssertionError("nobody may ask for this")

    async with Playground(inspect=look) as slack, aiohttp.ClientSession(slack.url) as browser:
        secret = slack.engine.say(channel="#deals", user="@maria", text="a")["ts"]
        args = {"channel": "C0SUPPORT00", "user": "U0MARIA0000", "text": "b"}
        answer = await slack.api.call("chat.postEphemeral", slack.settings.bot_token, args)
        for channel, ts in (("#deals", secret), ("#support", answer.body["message_ts"]), ("#support", "1.1")):
            where = {"user": "U0TOM000000", "channel": channel, "ts": ts}
            async with browser.get("/page/inspect", params=where) as refused:
                assert refused.status == 400


async def test_a_picture_shows_in_place_to_those_who_may_see_it(
    slack: Playground, browser: aiohttp.ClientSession
) -> None:
    file = share(slack, "#deals", "logo.png", PIXEL)
    async with browser.get(f"/page/file/{file['id']}", params={"user": "U0LENA00000"}) as answer:
        assert (answer.status, answer.content_type, await answer.read()) == (200, "image/png", PIXEL)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
    async with browser.get(f"/page/file/{file['id']}", params={"user": "U0TOM000000"}) as answer:
        assert answer.status == 400


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.txt", "a.js", "a.pdf"])
async def test_all_other_files_are_only_kept(slack: Playground, browser: aiohttp.ClientSession, name: str) -> None:
    file = share(slack, "#support", name, b"<script>alert(1)</script>")
    async with browser.get(f"/page/file/{file['id']}", params={"user": "@tom"}) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["content-disposition"] == "attachment"


async def test_a_file_cannot_claim_to_be_a_picture_with_a_header_in_its_name(
    slack: Playground, browser: aiohttp.ClientSession
) -> None:
    file = share(slack, "#support", "a.png", b"x", mimetype="image/png\r\nx-evil: 1")
    async with browser.get(f"/page/file/{file['id']}", params={"user": "@tom"}) as answer:
        assert answer.content_type == "application/octet-stream"
        assert "x-evil" not in answer.headers


async def test_a_file_is_said_with_its_bytes_and_has_a_limit(quiet: Playground) -> None:
    for content, error in (("not base64!", "is no base64"), ("A" * 13_333_336, "a file of 10,000,002 bytes")):
        with pytest.raises(ControlError, match=error):
            quiet.engine.say(channel="#support", user="@maria", files=[{"name": "x", "content_base64": content}])
    file = share(quiet, "#support", "x.bin", bytes(range(256)))
    assert (file["size"], quiet.core.world.files[file["id"]].content) == (256, bytes(range(256)))


async def test_asking_only_for_the_head_of_the_stream_ends(browser: aiohttp.ClientSession) -> None:
    async with browser.head("/page/live") as answer:
        assert (answer.status, answer.content_type) == (200, "text/event-stream")
