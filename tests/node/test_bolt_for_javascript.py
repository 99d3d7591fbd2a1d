"""Bolt for JavaScript and the Node SDK, as they are: all they are told is ``slackApiUrl``."""

import base64
import itertools
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from playground import Playground
from playground.core import Delivery
from playground.errors import Json
from playground.seed import DEFAULT_SCOPES, DEFAULT_WORLD
from tests.node.apps import JsApp, settings_of
from tests.playground.conftest import START, until

pytestmark = [pytest.mark.node, pytest.mark.asyncio(loop_scope="module")]

SUPPORT = "C0SUPPORT00"
SCOPES = [*DEFAULT_SCOPES, "files:write", "users.profile:read", "pins:read", "pins:write"]
WORLD = {**DEFAULT_WORLD, "app": {"scopes": SCOPES}}
ENTERED = {
    "what": {"text": "by Friday"},
    "when": {"date": "2026-11-27"},
    "who": {"user": "@maria"},
    "where": {"channels": ["#support", "#random"]},
    "size": {"size": "large"},
    "marks": {"marks": ["a", "c"]},
    "customer": {"customer": "acme"},
    "count": {"count": "12"},
}


class Machine:
    """The machine's seconds, which a test may skip."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._skipped

    def skip(self, seconds: float) -> None:
        self._skipped += seconds


@dataclass
class Pair:
    """A playground and an app that is connected to it."""

    slack: Playground
    app: JsApp
    machine: Machine
    transport: str

    async def shows(self, count: int) -> list[Json]:
        """The messages of #support, once there are so many of them."""
        await until(lambda: len(self.messages()) == count)
        return self.messages()

    def messages(self) -> list[Json]:
        (room,) = [c for c in self.slack.engine.state(["channels"])["channels"] if c["id"] == SUPPORT]
        found: list[Json] = room["messages"]
        return found

    def say(self, text: str) -> str:
        ts: str = self.slack.engine.say(channel="#support", user="@tom", text=text)["ts"]
        return ts


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["http", "socket"])
async def connected(request: pytest.FixtureRequest) -> AsyncIterator[Pair]:
    machine = Machine()
    socket_mode = request.param == "socket"
    async with Playground(start=START, world=WORLD, monotonic=machine, socket_mode=socket_mode) as slack:
        app = await JsApp.start("app.mjs", {**settings_of(slack), "TRANSPORT": request.param})
        try:
            if port := (await app.told("ready"))["port"]:
                slack.deliverer.events_url = f"http://127.0.0.1:{port}/slack/events"
            yield Pair(slack, app, machine, request.param)
        finally:
            await app.stop()


@pytest.fixture
def js(connected: Pair) -> Pair:
    """The same pair for every test of a transport, in a fresh world."""
    connected.slack.engine.world(**WORLD)
    connected.app.forget()
    return connected


# what people do


@pytest.mark.parametrize("connected", ["http", "express", "socket"], indirect=True)
async def test_a_message_is_answered_with_blocks_in_its_thread(js: Pair) -> None:
    ts = js.say("hello")
    _, answer = await js.shows(2)
    assert answer["thread_ts"] == ts
    assert [block["type"] for block in answer["blocks"]] == ["section", "actions"]
    delivery = js.slack.core.deliveries[0]
    await until(lambda: delivery.state == "delivered")
    (attempt,) = delivery.attempts
    assert (attempt["transport"], attempt["status"]) == ("socket" if js.transport == "socket" else "http", 200)


async def open_by_button(js: Pair) -> None:
    ts = js.say("hello")
    card = (await js.shows(2))[-1]["ts"]
    assert card != ts
    answer = await js.slack.engine.click(channel="#support", user="@tom", ts=card, action_id="open")
    assert answer == {"ok": True, "status": 200}


async def open_by_command(js: Pair) -> None:
    assert (await js.slack.engine.command(channel="#support", user="@tom", command="/form"))["ok"]


async def open_by_shortcut(js: Pair) -> None:
    assert (await js.slack.engine.shortcut(user="@tom", callback_id="global"))["ok"]


@pytest.mark.parametrize("way", [open_by_button, open_by_command, open_by_shortcut])
async def test_a_form_opens_is_refused_with_errors_and_then_taken(js: Pair, way: Any) -> None:
    await way(js)
    view = (await js.app.told("opened"))["view"]["id"]
    wrong = await js.slack.engine.submit(user="@tom", view_id=view, values={**ENTERED, "what": {"text": "soon"}})
    assert wrong["response"] == {"response_action": "errors", "errors": {"what": "Say when"}}
    (open_now,) = js.slack.engine.state(["views"])["views"]
    assert open_now["errors"] == {"what": "Say when"}
    right = await js.slack.engine.submit(user="@tom", view_id=view, values=ENTERED)
    assert right["ok"]
    assert js.slack.engine.state(["views"])["views"] == []
    values = await js.app.told("submitted")
    assert values["what"]["text"] == {"type": "plain_text_input", "value": "by Friday"}
    assert values["when"]["date"]["selected_date"] == "2026-11-27"
    assert values["who"]["user"]["selected_user"] == js.slack.core.user("@maria").id
    assert values["where"]["channels"]["selected_channels"] == [SUPPORT, "C0RANDOM000"]
    assert values["size"]["size"]["selected_option"]["value"] == "large"
    assert [o["value"] for o in values["marks"]["marks"]["selected_options"]] == ["a", "c"]
    assert values["customer"]["customer"]["selected_option"]["text"]["text"] == "Acme"
    assert values["count"]["count"]["value"] == "12"


async def test_an_update_of_a_form_keeps_what_was_typed_and_its_hash_counts(js: Pair) -> None:
    await open_by_command(js)
    opened = (await js.app.told("opened"))["view"]
    js.slack.core.views[opened["id"]].state["what"]["text"]["value"] = "half a thought"
    clicked = await js.slack.engine.click(user="@tom", view_id=opened["id"], action_id="step")
    assert clicked["ok"]
    stepped = (await js.app.told("stepped"))["view"]
    assert stepped["title"]["text"] == "Step two"
    assert stepped["state"]["values"]["what"]["text"]["value"] == "half a thought"
    body = {key: opened[key] for key in ("type", "title", "submit", "blocks", "callback_id")}
    late = await js.app.refusal("views.update", view_id=opened["id"], hash=opened["hash"], view=body)
    assert late.data["error"] == "hash_conflict"


async def test_a_command_is_answered_by_its_response_url(js: Pair) -> None:
    answer = await js.slack.engine.command(channel="#support", user="@tom", command="/echo", text="one & two")
    assert answer["ok"]
    assert not answer["response"], "over Socket Mode Bolt's empty ack is an empty object"
    tom = js.slack.core.user("tom").id
    shown = {m["text"]: m.get("visible_to") for m in await js.shows(2)}
    assert shown == {"one & two": None, "only for you: one & two": tom}


async def test_a_home_is_published_when_it_is_opened(js: Pair) -> None:
    shown = await js.slack.engine.open_home(user="@tom")
    assert shown["view"]["blocks"][0]["text"]["text"] == f"Hello <@{js.slack.core.user('@tom').id}>!"


async def test_a_reaction_is_heard(js: Pair) -> None:
    ts = js.say("Acme is angry")
    js.slack.engine.react(channel="#support", user="@maria", ts=ts, name="eyes")
    assert await js.app.told("reaction") == "eyes"


# what the app does by itself


async def test_the_sdk_reads_and_writes_as_it_does_with_slack(js: Pair) -> None:
    me = await js.app.call("auth.test")
    assert (me["user"], me["team_id"]) == ("ours", "T0PLAYGRND0")
    assert "chat:write" in me["response_metadata"]["scopes"]
    ts = js.say("Acme & Co. are <angry>")
    await js.app.call("reactions.add", channel=SUPPORT, timestamp=ts, name="eyes")
    metadata = {"event_type": "made", "event_payload": {"n": 1, "deep": {"a": [True, None]}}}
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*ä* & ü"}}]
    posted = await js.app.call(
        "chat.postMessage", channel=SUPPORT, text="*ä* & ü", blocks=blocks, metadata=metadata, thread_ts=ts,
        reply_broadcast=True, unfurl_links=False,
    )  # fmt: skip
    assert posted["message"]["subtype"] == "thread_broadcast"
    history = await js.app.call("conversations.history", channel=SUPPORT, include_all_metadata=True, limit=10)
    assert [m["text"] for m in history["messages"]] == ["*ä* & ü", "Acme &amp; Co. are &lt;angry&gt;"]
    assert history["messages"][0]["metadata"] == metadata
    assert history["messages"][1]["reactions"][0]["name"] == "eyes"
    people = await js.app.call("users.info", user=history["messages"][1]["user"], include_locale=True)
    assert (people["user"]["name"], people["user"]["tz"]) == ("tom", "Europe/Berlin")
    await js.app.call("chat.update", channel=SUPPORT, ts=posted["ts"], text="done", blocks=[])
    await js.app.call("reactions.remove", channel=SUPPORT, timestamp=ts, name="eyes")
    await js.app.call("chat.delete", channel=SUPPORT, ts=posted["ts"])
    assert [m["text"] for m in js.messages()] == ["Acme &amp; Co. are &lt;angry&gt;"]


async def test_files_upload_v2_shares_what_was_uploaded(js: Pair) -> None:
    content = b"a,b\r\n--x\r\n\x00\xff"
    packed = base64.b64encode(content).decode()
    await js.app.call("upload", content=packed, filename="share.csv", channel_id=SUPPORT, initial_comment="here")
    (message,) = await js.shows(1)
    assert (message["text"], message["subtype"]) == ("here", "file_share")
    (file,) = message["files"]
    assert (file["name"], file["size"]) == ("share.csv", len(content))
    assert js.slack.core.world.files[file["id"]].content == content


async def test_the_sdks_streamer_writes_a_message_bit_by_bit(js: Pair) -> None:
    ts, tom = js.say("Who owns Acme?"), js.slack.core.user("@tom").id
    task = {"type": "task_update", "id": "1", "title": "Look", "status": "complete"}
    parts = [{"markdown_text": "Acme is "}, {"chunks": [task]}, {"markdown_text": "Maria's"}]
    to = {"channel": SUPPORT, "thread_ts": ts, "recipient_team_id": "T0PLAYGRND0", "recipient_user_id": tom}
    done = await js.app.call("stream", parts=parts, **to)
    assert (done["message"]["text"], done["message"]["streaming_state"]) == ("Acme is Maria's", "completed")
    assert [block["type"] for block in done["message"]["blocks"]] == ["task_card"]


async def test_pages_follow_each_other_to_the_end(js: Pair) -> None:
    sent = [js.say(str(number)) for number in range(7)]
    pages = await js.app.call("pages", of="conversations.history", pick="messages", channel=SUPPORT, limit=3)
    assert [len(page) for page in pages] == [3, 3, 1]
    assert list(itertools.chain(*pages)) == sent[::-1]
    people = await js.app.call("pages", of="users.list", pick="members", limit=4)
    assert sorted(itertools.chain(*people)) == sorted(js.slack.core.world.users)


# what the app is told


async def test_blocks_that_are_wrong_are_named_one_by_one(js: Pair) -> None:
    blocks = [{"type": "section"}, {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]
    refused = await js.app.refusal("chat.postMessage", channel=SUPPORT, text="x", blocks=blocks)
    assert refused.failure["code"] == "slack_webapi_platform_error"
    assert refused.data["error"] == "invalid_blocks"
    assert refused.data["response_metadata"]["messages"] == [
        "[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0]",
        "[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]",
    ]


async def test_a_call_too_many_is_told_when_to_come_again(js: Pair) -> None:
    js.slack.engine.fault(kind="ratelimit", method="users.info", seconds=7)
    refused = await js.app.refusal("users.info", user="USLACKBOT")
    assert (refused.failure["code"], refused.failure["retryAfter"]) == ("slack_webapi_rate_limited_error", 7)
    assert (await js.app.call("users.list", limit=1))["ok"], "only that method is blocked"


@pytest.mark.parametrize("connected", ["socket"], indirect=True)
async def test_a_patient_client_waits_and_succeeds(js: Pair) -> None:
    js.slack.engine.fault(kind="ratelimit", method="team.info", seconds=1)
    done = await js.app.perform("patient", of="team.info")
    assert done["result"]["ok"]
    assert 1.0 <= done["took"] < 5.0
    assert [call["status"] for call in js.slack.core.calls if call["method"] == "team.info"] == [429, 200]


@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("chat.postMessage", {"channel": "C0RANDOM000", "text": "x"}, "not_in_channel"),
        ("chat.postMessage", {"channel": "C0NOWHERE00", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": SUPPORT}, "no_text"),
        ("conversations.history", {"channel": "C0RANDOM000"}, "not_in_channel"),
        ("chat.update", {"channel": SUPPORT, "ts": "1.1", "text": "x"}, "message_not_found"),
        ("reactions.add", {"channel": SUPPORT, "timestamp": "1.1", "name": "eyes"}, "message_not_found"),
        ("views.open", {"trigger_id": "1.2.3", "view": {"type": "modal"}}, "invalid_arguments"),
        ("users.info", {"user": "U0NOBODY000"}, "user_not_found"),
    ],
)
async def test_a_call_is_refused_in_slacks_words(js: Pair, method: str, args: Json, error: str) -> None:
    refused = await js.app.refusal(method, **args)
    assert (refused.failure["code"], refused.data["error"]) == ("slack_webapi_platform_error", error)


async def test_a_missing_scope_is_named(js: Pair) -> None:
    refused = await js.app.refusal("users.lookupByEmail", email="maria@playground.example")
    assert (refused.data["error"], refused.data["needed"]) == ("missing_scope", "users:read.email")
    assert set(refused.data["provided"].split(",")) == set(SCOPES)


async def test_a_trigger_works_for_three_seconds_and_once(js: Pair) -> None:
    view = {"type": "modal", "title": {"type": "plain_text", "text": "Late"}, "blocks": []}
    triggers = []
    for _ in range(2):
        await js.slack.engine.command(channel="#support", user="@tom", command="/late")
        triggers.append(await js.app.told("trigger"))
    assert (await js.app.call("views.open", trigger_id=triggers[0], view=view))["view"]["type"] == "modal"
    used = await js.app.refusal("views.open", trigger_id=triggers[0], view=view)
    assert used.data["error"] == "exchanged_trigger_id"
    js.machine.skip(3.1)
    late = await js.app.refusal("views.open", trigger_id=triggers[1], view=view)
    assert late.data["error"] == "expired_trigger_id"


# signatures, connections


@pytest.mark.parametrize("connected", ["http", "express"], indirect=True)
async def test_an_app_with_another_secret_refuses_what_slack_sends(js: Pair) -> None:
    settings, right = js.slack.settings, js.slack.settings.signing_secret
    settings.signing_secret = "another"
    try:
        js.say("hello")
        delivery = js.slack.core.deliveries[0]
        await until(lambda: statuses(delivery) == [401] * 2)
        js.slack.clock.advance(60)
        await until(lambda: statuses(delivery) == [401] * 3)
        js.slack.clock.advance(300)
        await until(lambda: delivery.state == "failed")
        typed = await js.slack.engine.command(channel="#support", user="@tom", command="/late")
    finally:
        settings.signing_secret = right
    assert statuses(delivery) == [401] * 4
    assert {attempt["reason"] for attempt in delivery.attempts} == {"http_error"}
    assert (typed["ok"], typed["error"]) == (False, "http_401")
    assert [m["text"] for m in js.messages()] == ["hello"]


def statuses(delivery: Delivery) -> list[int | None]:
    return [attempt["status"] for attempt in delivery.attempts]
