"""A Bolt app as it is in production, over HTTP and over Socket Mode: the playground must look like Slack to it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import START, until

Sentinel = dict[str, Any]


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(action_id: str) -> Json:
    element = {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Go"}, "value": "m1"}
    return {"type": "actions", "block_id": "acts", "elements": [element]}


FORM: Json = {
    "type": "modal",
    "callback_id": "promise",
    "title": {"type": "plain_text", "text": "Promise"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "what",
            "label": {"type": "plain_text", "text": "What"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}


def build(slack: Playground, seen: Sentinel) -> AsyncApp:
    """An app that answers mentions with a card, opens a form from it, and thanks for what was filled in."""
    client = AsyncWebClient(slack.settings.bot_token, base_url=f"{slack.url}/api/")
    app = AsyncApp(signing_secret=slack.settings.signing_secret, client=client, raise_error_for_unhandled_request=False)

    @app.event("app_mention")
    async def mentioned(event: Json, say: Callable[..., Awaitable[Any]]) -> None:
        await say(text="card", blocks=[section("Whose is it?"), button("claim")], thread_ts=event["ts"])

    @app.event("message")
    async def heard(event: Json) -> None:
        seen.setdefault("messages", []).append(event)

    @app.action("claim")
    async def claimed(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        opened = await client.views_open(trigger_id=body["trigger_id"], view=FORM)
        seen["view"] = opened["view"]["id"]

    @app.view("promise")
    async def submitted(ack: Any, view: Json) -> None:
        text = view["state"]["values"]["what"]["text"]["value"]
        if text == "soon":
            await ack(response_action="errors", errors={"what": "Say when"})
        else:
            await ack()
            seen["promise"] = text

    @app.command("/ours")
    async def command(ack: Any, respond: Any, command: Json) -> None:
        await ack(f"you said {command['text']}")
        await respond("and later this")

    return app


@pytest.fixture(params=["http", "socket"])
async def bolt(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Playground, Sentinel]]:
    """A playground and a Bolt app that are connected either way."""
    seen: Sentinel = {}
    slack = Playground(start=START)
    await slack.start()
    app = build(slack, seen)
    if request.param == "http":
        runner = web.AppRunner(app.web_app(path="/slack/events"))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        slack.deliverer.events_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        yield slack, seen
        await runner.cleanup()
    else:
        handler: Any = AsyncSocketModeHandler(app, slack.settings.app_token)
        await handler.connect_async()
        yield slack, seen
        await handler.close_async()
    await slack.stop()


async def settle(slack: Playground) -> None:
    assert (await slack.engine.settle(timeout=10, quiet=0.3))["settled"]


def replies(slack: Playground, ts: str) -> list[Json]:
    (channel,) = [c for c in slack.engine.state(["channels"])["channels"] if c["name"] == "support"]
    return [m for m in channel["messages"] if m.get("thread_ts") == ts and m["ts"] != ts]


async def test_bolt_answers_a_mention_with_a_card_a_form_and_its_errors(bolt: tuple[Playground, Sentinel]) -> None:
    slack, seen = bolt
    ts = slack.engine.say(channel="#support", user="@maria", text="@ours Acme is angry")["ts"]
    await settle(slack)
    (card,) = replies(slack, ts)
    assert [b["type"] for b in card["blocks"]] == ["section", "actions"]
    answer = await slack.engine.click(channel="#support", user="@tom", ts=card["ts"], action_id="claim")
    assert answer == {"ok": True, "status": 200}
    await settle(slack)
    wrong = await slack.engine.submit(user="@tom", view_id=seen["view"], values={"what": {"text": "soon"}})
    assert wrong["response"]["errors"] == {"what": "Say when"}
    right = await slack.engine.submit(user="@tom", view_id=seen["view"], values={"what": {"text": "by Friday"}})
    assert (right["ok"], seen["promise"]) == (True, "by Friday")
    assert slack.engine.state(["views"])["views"] == []


async def test_bolt_answers_a_command_at_once_and_later(bolt: tuple[Playground, Sentinel]) -> None:
    slack, _ = bolt
    answer = await slack.engine.command(channel="#support", user="@tom", command="/ours", text="hi")
    await settle(slack)
    assert answer["ok"]
    tom = slack.core.user("tom").id
    shown = {m.text: m.visible_to for m in slack.core.channel("#support").messages.values()}
    assert shown == {"you said hi": tom, "and later this": tom}


async def test_bolt_hears_messages_but_not_its_own(bolt: tuple[Playground, Sentinel]) -> None:
    slack, seen = bolt
    slack.engine.say(channel="#support", user="@maria", text="@ours hello")
    await settle(slack)
    assert [m["text"] for m in seen["messages"]] == ["<@U0OURS00000> hello"]
    kinds = [d.event["type"] for d in slack.core.deliveries]
    assert sorted(kinds) == ["app_mention", "message", "message"]


async def test_bolt_finds_a_new_connection_after_a_disconnect() -> None:
    seen: Sentinel = {}
    slack = Playground(start=START, socket_mode=True)
    await slack.start()
    handler: Any = AsyncSocketModeHandler(build(slack, seen), slack.settings.app_token)
    await handler.connect_async()
    await until(lambda: slack.hub.connected)
    (old,) = slack.hub.connections
    slack.engine.fault(kind="disconnect", error="refresh_requested")
    await until(lambda: slack.hub.connections not in ([], [old]))
    # The SDK changes twice, for the word and for the close: what comes in between is acknowledged on the connection
    # that goes, and comes again.
    await settle(slack)
    slack.engine.say(channel="#support", user="@maria", text="still there?")
    await settle(slack)
    assert [m["text"] for m in seen["messages"]] == ["still there?"]
    await handler.close_async()
    await slack.stop()


@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("chat.postMessage", {"channel": "C0SUPPORT00", "text": "x", "blocks": [{"type": "x"}]}, "invalid_blocks"),
        ("chat.postMessage", {"channel": "C0RANDOM000", "text": "x"}, "not_in_channel"),
        ("users.lookupByEmail", {"email": "a@b.example"}, "missing_scope"),
        ("views.open", {"trigger_id": "1.2.3", "view": FORM}, "invalid_trigger_id"),
    ],
)
async def test_slack_sdk_is_told_what_slack_would_say(
    slack: Playground, client: AsyncWebClient, method: str, args: Json, error: str
) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.api_call(method, json=args)
    assert caught.value.response["error"] == error


async def test_forms_queries_and_json_mean_the_same(slack: Playground, client: AsyncWebClient) -> None:
    args = {"channel": "C0SUPPORT00", "text": "hi", "blocks": '[{"type": "divider"}]'}
    by_form = await client.api_call("chat.postMessage", data=args)
    by_query = await client.api_call("chat.postMessage", http_verb="GET", params=args)
    by_json = await client.api_call("chat.postMessage", json={**args, "blocks": [{"type": "divider"}]})
    kinds = [[b["type"] for b in answer["message"]["blocks"]] for answer in (by_form, by_query, by_json)]
    assert kinds == [["divider"]] * 3
    assert "chat:write" in by_form.headers["x-oauth-scopes"]


async def test_files_upload_v2_shares_a_file(slack: Playground, client: AsyncWebClient) -> None:
    slack.core.world.tokens[slack.settings.bot_token].scopes.add("files:write")
    await client.files_upload_v2(
        channel="C0SUPPORT00", content="a,b\n1,2\n", filename="share.csv", initial_comment="here"
    )
    await settle(slack)
    (message,) = slack.core.channel("#support").messages.values()
    (file,) = message.files
    assert (message.text, message.subtype, file["name"]) == ("here", "file_share", "share.csv")
    assert slack.core.world.files[file["id"]].content == b"a,b\n1,2\n"
