"""How each method that the bot uses goes over the wire: Slack takes JSON for methods that write, and only for those."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.outbox import OutboxRow
from bot.slack import calls, fetch, history
from bot.slack.fetch import Bookmarks

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
REPOSITORY = Path(__file__).parents[2]
ANSWER = {
    "ok": True,
    "team_id": "T1",
    "user_id": "U1",
    "bot_id": "B1",
    "messages": [],
    "members": [],
    "usergroups": [],
    "channels": [],
}
ANSWER |= {"user": {"id": "U1"}, "channel": {"id": "C1"}, "file": {}}


@dataclass
class Wire:
    """A Slack that says yes to everything, and what it was asked: method, verb, media type, query."""

    client: AsyncWebClient
    asked: dict[str, tuple[str, str, dict[str, str]]]


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    asked: dict[str, tuple[str, str, dict[str, str]]] = {}

    async def handle(request: web.Request) -> web.Response:
        kind = request.headers.get("content-type", "").split(";")[0]
        asked[request.match_info["method"]] = (request.method, kind, dict(request.query))
        return web.json_response(ANSWER)

    app = web.Application()
    app.router.add_route("*", "/api/{method}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    session = calls.new_session()
    yield Wire(calls.new_client("xoxb-x", f"http://127.0.0.1:{runner.addresses[0][1]}/api/", session), asked)
    await session.close()
    await runner.cleanup()


def row(thread_ts: str | None) -> OutboxRow:
    return OutboxRow(team_id="T1", id="R1", lane_id="C1", channel_id="C1", thread_ts=thread_ts)


UPLOAD = {"filename": "a.toml", "length": 3}
Ask = Callable[[AsyncWebClient], Awaitable[Any]]
READS: list[tuple[str, Ask, dict[str, str]]] = [
    ("bots.info", fetch.workspace, {"bot": "B1"}),
    ("users.info", lambda c: fetch.person(c, "U1"), {"user": "U1", "include_locale": "1"}),
    ("users.list", lambda c: fetch.people(c, map(str, range(21))), {"include_locale": "1"}),
    ("conversations.info", lambda c: fetch.channel(c, "C1"), {"channel": "C1"}),
    ("conversations.members", lambda c: fetch.members(c, "C1"), {"channel": "C1"}),
    ("conversations.history", lambda c: fetch.message(c, "C1", "1.2"), {"latest": "1.2", "inclusive": "1"}),
    ("conversations.replies", lambda c: fetch.replies(c, "C1", "1.2", Bookmarks()), {"ts": "1.2"}),
    ("conversations.history", lambda c: fetch.look_up(c, row(None), NOON, Bookmarks()), {"include_all_metadata": "1"}),
    ("conversations.replies", lambda c: fetch.look_up(c, row("1.2"), NOON, Bookmarks()), {"ts": "1.2"}),
    ("conversations.history", lambda c: history.channel(c, "C1", "1.2", "3.4"), {"oldest": "1.2", "latest": "3.4"}),
    ("conversations.history", lambda c: history.message(c, "C1", "1.2"), {"oldest": "1.2", "inclusive": "1"}),
    ("conversations.replies", lambda c: history.thread(c, "C1", "1.2", "3.4"), {"ts": "1.2", "oldest": "3.4"}),
    ("users.conversations", fetch.own_channels, {"types": "public_channel,private_channel"}),
    ("users.conversations", lambda c: fetch.channels_in_time(c, "U1"), {"user": "U1", "exclude_archived": "1"}),
    ("files.info", lambda c: fetch.mail(c, "F1"), {"file": "F1"}),
    (
        "files.getUploadURLExternal",
        lambda c: calls.call(c, "files.getUploadURLExternal", UPLOAD),
        {"filename": "a.toml"},
    ),
    ("usergroups.list", fetch.groups, {}),
]


@pytest.mark.parametrize(("method", "ask", "query"), READS, ids=[f"{one[0]} {n}" for n, one in enumerate(READS)])
async def test_what_is_read_is_asked_for_in_the_address(
    wire: Wire, method: str, ask: Ask, query: dict[str, str]
) -> None:
    await ask(wire.client)
    verb, kind, asked = wire.asked[method]
    assert (verb, "json" in kind) == ("GET", False)
    assert query.items() <= asked.items()


@pytest.mark.parametrize(
    "method",
    [
        "chat.postMessage",
        "chat.update",
        "chat.postEphemeral",
        "conversations.join",
        "conversations.open",
        "files.completeUploadExternal",
        "views.open",
        "views.push",
        "views.publish",
        "views.update",
        "auth.test",
        "apps.connections.open",
    ],
)
async def test_what_is_written_goes_as_json(wire: Wire, method: str) -> None:
    await calls.call(wire.client, method, {"channel": "C1", "blocks": [{"type": "divider"}]})
    assert wire.asked[method] == ("POST", "application/json", {})


def test_every_method_that_the_bot_names_is_tried_here() -> None:
    """A new one must be looked up in Slack's documentation: which way does it go?"""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "bot").rglob("*.py"))
    names = r'"((?:auth|bots|chat|conversations|files|usergroups|users|views|apps\.connections)\.[a-z]\w+)"'
    named = set(re.findall(names, sources))
    tried = {method for method, _, _ in READS}
    written = {"chat.postMessage", "chat.update", "chat.postEphemeral", "conversations.open", "auth.test"}
    written |= {"views.open", "views.publish", "views.push", "views.update"}
    written |= {"conversations.join", "files.completeUploadExternal"}
    assert named == tried | written | {"apps.connections.open"}
    assert tried == calls.READING
