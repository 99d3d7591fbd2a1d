"""What Slack's answers mean, also the odd ones that gateways and proxies give."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.errors import SlackRefused
from bot.slack import calls
from bot.slack.calls import SlackBusyError, SlackUnknownError

Ask = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def ask() -> AsyncIterator[Ask]:
    """Call a Slack that answers as told: `ask(status, body, kind, **headers)`."""
    answer: list[web.Response] = []
    seen: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        seen.append(request.path)
        return answer[-1]

    app = web.Application()
    app.router.add_post("/api/{method}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    session = calls.new_session()
    client = calls.new_client("xoxb-x", f"http://127.0.0.1:{runner.addresses[0][1]}/api/", session)

    async def call(status: int, body: str, kind: str = "application/json", **headers: str) -> dict[str, Any]:
        shown = {name.replace("_", "-"): value for name, value in headers.items()}
        answer.append(web.Response(status=status, text=body, content_type=kind, headers=shown))
        seen.clear()
        try:
            return await calls.call(client, "chat.postMessage", {"channel": "C1", "text": "x"})
        finally:
            assert len(seen) == 1  # never twice by itself

    yield call
    await session.close()
    await runner.cleanup()


async def test_a_good_answer_is_given_back(ask: Ask) -> None:
    assert (await ask(200, '{"ok": true, "ts": "1.2"}'))["ts"] == "1.2"


async def test_a_refusal_tells_slacks_word_and_a_remedy(ask: Ask) -> None:
    with pytest.raises(SlackRefused, match=r"not_in_channel\. Invite the bot"):
        await ask(200, '{"ok": false, "error": "not_in_channel"}')
    told = '{"ok": false, "error": "invalid_blocks", "response_metadata": {"messages": ["[ERROR] too long"]}}'
    with pytest.raises(SlackRefused, match="too long"):
        await ask(200, told)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, '{"ok": false, "error": "internal_error"}', "application/json"),
        (200, '{"ok": false, "error": "fatal_error"}', "application/json"),
        (200, '{"ok": false}', "application/json"),
        (200, '{"ok": tr', "application/json"),
        (200, "[]", "application/json"),
        (200, "null", "application/json"),
        (200, "", "application/json"),
        (200, "<html>sign in to our guest network</html>", "text/html"),
        (200, "ok", "text/plain"),
        (502, "<html>bad gateway</html>", "text/html"),
        (503, "", "text/plain"),
        (504, "upstream timed out", "text/plain"),
        (500, '{"ok": false, "error": "channel_not_found"}', "application/json"),
        (404, "nothing here", "text/plain"),
    ],
)
async def test_after_an_answer_that_says_nothing_it_is_unknown_what_was_done(
    ask: Ask, status: int, body: str, kind: str
) -> None:
    with pytest.raises(SlackUnknownError):
        await ask(status, body, kind)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"Retry_After": "17"}, 17), ({}, 1), ({"Retry_After": "soon"}, 1), ({"Retry_After": ""}, 1)],
)
async def test_a_busy_slack_says_for_how_long(ask: Ask, headers: dict[str, str], seconds: float) -> None:
    for body, kind in (('{"ok": false, "error": "ratelimited"}', "application/json"), ("slow down", "text/plain")):
        with pytest.raises(SlackBusyError) as caught:
            await ask(429, body, kind, **headers)
        assert (caught.value.method, caught.value.seconds) == ("chat.postMessage", seconds)


async def test_a_slack_that_cannot_be_reached_was_asked_nothing() -> None:
    """No connection came up, so nothing was done: it is simply asked again later."""
    session = calls.new_session()
    client = calls.new_client("xoxb-x", "http://127.0.0.1:9/api/", session)
    with pytest.raises(SlackBusyError):
        await calls.call(client, "chat.postMessage", {})
    await session.close()
