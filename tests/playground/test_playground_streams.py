"""Messages that grow: chat.startStream, chat.appendStream, chat.stopStream; and what assistants show meanwhile."""

from typing import Any

import pytest

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import Call, events_of

SUPPORT = "C0SUPPORT00"
TWO_KINDS = "cannot_provide_both_markdown_text_and_chunks"


@pytest.fixture
def thread(quiet: Playground) -> Json:
    """Where to stream to: tom's question in #support."""
    ts = quiet.engine.say(channel="#support", user="@tom", text="Who owns Acme?")["ts"]
    to = {"recipient_team_id": "T0PLAYGRND0", "recipient_user_id": quiet.core.user("@tom").id}
    return {"channel": SUPPORT, "thread_ts": ts, **to}


def task(key: str, title: str, status: str, **more: str) -> Json:
    return {"type": "task_update", "id": key, "title": title, "status": status, **more}


async def test_a_message_grows_and_is_done(quiet: Playground, call: Call, thread: Json) -> None:
    ts = (await call("chat.startStream", **thread, markdown_text="Acme is "))["ts"]
    place = {"channel": SUPPORT, "ts": ts}
    message = quiet.core.channel("#support").messages[ts]
    assert (message.thread_ts, message.extra["streaming_state"]) == (thread["thread_ts"], "in_progress")
    assert (await call("chat.appendStream", **place, markdown_text="Maria's")) == {"ok": True, **place}
    done = await call("chat.stopStream", **place, markdown_text=".", blocks=[{"type": "divider"}])
    assert (done["message"]["text"], done["message"]["streaming_state"]) == ("Acme is Maria's.", "completed")
    assert [block["type"] for block in done["message"]["blocks"]] == ["divider"]
    told = [event.get("subtype") for event in events_of(quiet, "message")]
    assert told == [None, None, "message_changed"]
    for method in ("chat.appendStream", "chat.stopStream"):
        refused = await call(method, **place, markdown_text="more")
        assert refused["error"] == "message_not_in_streaming_state"


async def test_tasks_are_replaced_and_their_details_grow(call: Call, thread: Json) -> None:
    begun = [task("1", "Look", "in_progress", details="in the list")]
    ts = (await call("chat.startStream", **thread, chunks=begun))["ts"]
    place = {"channel": SUPPORT, "ts": ts}
    more = [task("1", "Looked", "complete", details=", found"), {"type": "markdown_text", "text": "Maria"}]
    assert (await call("chat.appendStream", **place, chunks=more))["ok"]
    last = [{"type": "blocks", "blocks": [{"type": "divider"}]}, {"type": "plan_update", "title": "Owners"}]
    (card, divider, plan) = (await call("chat.stopStream", **place, chunks=last))["message"]["blocks"]
    assert (card["title"], card["status"], card["type"]) == ("Looked", "complete", "task_card")
    assert card["details"]["elements"][0]["elements"][0]["text"] == "in the list, found"
    assert (divider["type"], plan["title"]) == ("divider", "Owners")


async def test_a_plan_holds_its_tasks_together(call: Call, thread: Json) -> None:
    chunks = [{"type": "plan_update", "title": "Plan"}, task("1", "One", "pending"), task("2", "Two", "pending")]
    ts = (await call("chat.startStream", **thread, chunks=chunks, task_display_mode="plan"))["ts"]
    done = await call("chat.stopStream", channel=SUPPORT, ts=ts, chunks=[task("1", "One", "complete")])
    (plan,) = done["message"]["blocks"]
    assert [(one["task_id"], one["status"]) for one in plan["tasks"]] == [("1", "complete"), ("2", "pending")]


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"recipient_team_id": ""}, "missing_recipient_team_id"),
        ({"recipient_user_id": ""}, "missing_recipient_user_id"),
        ({"recipient_user_id": "U0NOBODY"}, "user_not_found"),
        ({"thread_ts": "1.1"}, "invalid_thread_ts"),
        ({"thread_ts": ""}, "invalid_arguments"),
        ({"channel": "C0RANDOM000"}, "not_in_channel"),
        ({"channel": "C0NOWHERE"}, "channel_not_found"),
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
        ({"markdown_text": "x", "chunks": [{"type": "markdown_text", "text": "x"}]}, TWO_KINDS),
        ({"chunks": [{"type": "poem"}]}, "invalid_chunks"),
        ({"chunks": "no list"}, "invalid_chunks"),
        ({"chunks": ["no object"]}, "invalid_chunks"),
        ({"chunks": [task("1", "x" * 257, "pending")]}, "invalid_chunks"),
        ({"chunks": [task("1", "x", "asleep")]}, "invalid_chunks"),
        ({"chunks": [{"type": "blocks", "blocks": [{"type": "poem"}]}]}, "invalid_blocks"),
    ],
)
async def test_a_stream_that_cannot_begin(call: Call, thread: Json, more: Json, error: str) -> None:
    assert (await call("chat.startStream", **{**thread, **more}))["error"] == error


async def test_a_direct_message_needs_no_recipient(quiet: Playground, call: Call) -> None:
    room = quiet.core.open_im(quiet.core.world.installations["T0PLAYGRND0"].user, quiet.core.user("@tom").id)
    ts = quiet.engine.say(channel="@ours", user="@tom", text="Hi")["ts"]
    assert (await call("chat.startStream", channel=room.id, thread_ts=ts))["ok"]


async def test_a_stream_lasts_five_minutes_however_often_it_grows(quiet: Playground, call: Call, thread: Json) -> None:
    place = {"channel": SUPPORT, "ts": (await call("chat.startStream", **thread))["ts"]}
    quiet.clock.advance(200)
    assert (await call("chat.appendStream", **place, markdown_text="still"))["ok"]
    assert (await call("chat.appendStream", **place))["error"] == "no_text"
    edit = {**place, "text": "edited"}
    assert (await call("chat.update", **edit))["error"] == "streaming_state_conflict"
    quiet.clock.advance(101)
    late = await call("chat.appendStream", **place, markdown_text="too late")
    assert late["error"] == "message_not_in_streaming_state"
    assert quiet.core.channel("#support").messages[place["ts"]].extra["streaming_state"] == "completed"
    assert (await call("chat.update", **edit))["ok"]


async def test_a_stream_stays_markdown_or_chunks_and_the_apps_own(quiet: Playground, call: Call, thread: Json) -> None:
    place = {"channel": SUPPORT, "ts": (await call("chat.startStream", **thread, markdown_text="x"))["ts"]}
    chunks = [{"type": "markdown_text", "text": "y"}]
    assert (await call("chat.appendStream", **place, chunks=chunks))["error"] == "streaming_mode_mismatch"
    toms = {"channel": SUPPORT, "ts": thread["thread_ts"], "markdown_text": "z"}
    assert (await call("chat.appendStream", **toms))["error"] == "message_not_owned_by_app"
    assert (await call("chat.stopStream", **{**toms, "ts": "1.1"}))["error"] == "message_not_found"


async def test_a_stream_holds_fifty_blocks_and_fifty_more_at_its_end(
    quiet: Playground, call: Call, thread: Json
) -> None:
    fifty = [{"type": "divider"}] * 50
    chunks = [{"type": "blocks", "blocks": fifty}]
    place = {"channel": SUPPORT, "ts": (await call("chat.startStream", **thread, chunks=chunks))["ts"]}
    more = [{"type": "blocks", "blocks": fifty[:1]}]
    assert (await call("chat.appendStream", **place, chunks=more))["error"] == "msg_blocks_too_many"
    done = await call("chat.stopStream", **place, blocks=fifty)
    assert len(done["message"]["blocks"]) == 100


async def test_what_is_refused_does_not_decide_how_a_stream_is_written(
    quiet: Playground, call: Call, thread: Json
) -> None:
    place = {"channel": SUPPORT, "ts": (await call("chat.startStream", **thread))["ts"]}
    chunks = [{"type": "blocks", "blocks": [{"type": "no such block"}]}]
    assert (await call("chat.appendStream", **place, chunks=chunks))["error"] == "invalid_blocks"
    assert (await call("chat.appendStream", **place, markdown_text="x"))["ok"]


# assistants


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({}, None),
        ({"loading_messages": ["one", "two"]}, None),
        ({"loading_messages": ["x"] * 11}, "invalid_arguments"),
        ({"thread_ts": "1.1"}, "invalid_thread_ts"),
        ({"channel_id": "C0RANDOM000"}, "not_in_channel"),
        ({"channel_id": "C0NOWHERE"}, "channel_not_found"),
    ],
)
async def test_an_assistants_status(call: Call, thread: Json, more: Json, error: str | None) -> None:
    args = {"channel_id": SUPPORT, "thread_ts": thread["thread_ts"], "status": "is thinking", **more}
    assert (await call("assistant.threads.setStatus", **args)).get("error") == error
    assert (await call("assistant.threads.setStatus", **{**args, "status": ""})).get("error") == error


PROMPT = {"title": "Mine", "message": "What is mine?"}


@pytest.mark.parametrize(
    ("prompts", "error"),
    [([PROMPT], None), ([], "invalid_arguments"), ([PROMPT] * 5, "invalid_arguments"), ([{}], "invalid_arguments")],
)
async def test_an_assistants_title_and_prompts(
    quiet: Playground, call: Call, thread: Json, prompts: list[Any], error: str | None
) -> None:
    place = {"channel_id": SUPPORT, "thread_ts": thread["thread_ts"]}
    assert (await call("assistant.threads.setTitle", **place, title="Owners"))["needed"] == "assistant:write"
    quiet.core.world.tokens[quiet.settings.bot_token].scopes.add("assistant:write")
    assert (await call("assistant.threads.setTitle", **place, title="Owners"))["ok"]
    assert (await call("assistant.threads.setSuggestedPrompts", **place, prompts=prompts)).get("error") == error
