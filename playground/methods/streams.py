"""chat.*Stream: a message that grows while the app thinks. It grows for five minutes at most.

The app hears of it as of any message, when it begins, and of its end as of an edit; what is appended in between makes
no event. As it is first written in, markdown or chunks, so it is written in to its end.
"""

from typing import Any

from playground.blocks import check_blocks
from playground.core import Stream
from playground.errors import Json, SlackError
from playground.growing import STATE, end_stream, stream_of
from playground.metadata import check_metadata
from playground.methods.chat import check_may_post, own_message, target
from playground.methods.registry import Call, method
from playground.naming import name_blocks
from playground.posts import Draft, bot_marks, change, post
from playground.render import message_json
from playground.world import Message

MOST_MARKDOWN, MOST_TASK_TEXT, MOST_BLOCKS = 12_000, 256, 50
STATUSES = ("pending", "in_progress", "complete", "error")


def _chunks(call: Call) -> list[Json]:
    """What a call writes, as chunks; SlackError when it can't be."""
    markdown, chunks = call.text("markdown_text"), call.json("chunks", "invalid_chunks")
    if markdown and chunks:
        raise SlackError("cannot_provide_both_markdown_text_and_chunks")
    if chunks is None:
        chunks = [{"type": "markdown_text", "text": markdown}] if markdown else []
    if not isinstance(chunks, list) or not all(_is_chunk(one) for one in chunks):
        raise SlackError("invalid_chunks")
    if any(len(one.get("text", "")) > MOST_MARKDOWN for one in chunks):
        raise SlackError("msg_too_long")
    return chunks


def _is_chunk(chunk: Any) -> bool:
    if not isinstance(chunk, dict):
        return False
    match chunk.get("type"):
        case "markdown_text":
            return isinstance(chunk.get("text"), str)
        case "plan_update":
            return _is_short(chunk.get("title"))
        case "task_update":
            texts = [chunk[key] for key in ("details", "output") if key in chunk]
            named = isinstance(chunk.get("id"), str) and _is_short(chunk.get("title"))
            return named and chunk.get("status") in STATUSES and all(map(_is_short, texts))
        case "blocks":
            blocks = chunk.get("blocks")
            return isinstance(blocks, list) and len(blocks) <= MOST_BLOCKS
    return False


def _is_short(text: object) -> bool:
    return isinstance(text, str) and len(text) <= MOST_TASK_TEXT


def _written(message: Message, chunks: list[Json], *, plan: bool) -> Json:
    """``text`` and ``blocks`` of a message after these chunks; those that chat.stopStream adds are counted apart."""
    text, shown = message.text, [dict(block) for block in message.blocks]
    for chunk in chunks:
        if chunk["type"] == "markdown_text":
            text += chunk["text"]
        elif chunk["type"] == "blocks":
            shown += check_blocks(chunk["blocks"])
        elif chunk["type"] == "plan_update" or plan:
            _write_plan(shown, chunk)
        else:
            _write_task(shown, chunk)
    if len(shown) > MOST_BLOCKS:
        raise SlackError("msg_blocks_too_many")
    return {"text": text, "blocks": shown}


def _write_plan(shown: list[Json], chunk: Json) -> None:
    block = next((one for one in shown if one["type"] == "plan"), None)
    if block is None:
        block = {"type": "plan", "title": "", "tasks": []}
        shown.append(block)
    if chunk["type"] == "plan_update":
        block["title"] = chunk["title"]
    else:
        block["tasks"] = [dict(task) for task in block["tasks"]]
        _write_task(block["tasks"], chunk)


def _write_task(tasks: list[Json], chunk: Json) -> None:
    """A task's title and status are replaced, its details and output grow."""
    task = next((one for one in tasks if one.get("task_id") == chunk["id"]), None)
    if task is None:
        task = {"type": "task_card", "task_id": chunk["id"]}
        tasks.append(task)
    task |= {"title": chunk["title"], "status": chunk["status"]}
    for key in ("details", "output"):
        if chunk.get(key):
            task[key] = _rich(_plain(task.get(key)) + chunk[key])
    if chunk.get("sources"):
        task["sources"] = chunk["sources"]


def _rich(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def _plain(rich: Json | None) -> str:
    return str(rich["elements"][0]["elements"][0]["text"]) if rich else ""


@method("chat.startStream", "chat:write", "t2", kinds="bot", needs="channel thread_ts")
def start_stream(call: Call) -> Json:
    channel = target(call)
    check_may_post(call, channel)
    if not channel.is_im:
        for key in ("recipient_team_id", "recipient_user_id"):
            if not call.text(key):
                raise SlackError(f"missing_{key}")
        call.person("recipient_user_id")
    parent = channel.messages.get(call.text("thread_ts"))
    if parent is None or parent.is_reply or parent.visible_to is not None:
        raise SlackError("invalid_thread_ts")
    stream = Stream(channel, plan=call.text("task_display_mode") == "plan")
    made = Draft(
        channel, call.user, thread_ts=parent.ts, **_more(call, stream, Message("", channel.id, call.team, None))
    )
    made.extra = {**(bot_marks(call.core, call.bot) if call.bot else {}), STATE: "in_progress"}
    ts = post(call.core, made).ts
    call.core.streams[channel.id, ts] = stream
    return {"channel": channel.id, "ts": ts}


def _growing(call: Call) -> tuple[Stream, Message]:
    """The app's message that still grows."""
    channel = call.open_channel()
    message = own_message(call, channel, "message_not_owned_by_app")
    stream = stream_of(call.core, message)
    if stream is None:
        raise SlackError("message_not_in_streaming_state")
    return stream, message


def _more(call: Call, stream: Stream, message: Message) -> Json:
    """``text`` and ``blocks`` of a message with what this call brings."""
    chunks, mode = _chunks(call), "chunks" if call.args.get("chunks") else "markdown"
    if chunks and mode != (stream.mode or mode):
        raise SlackError("streaming_mode_mismatch")
    written = _written(message, chunks, plan=stream.plan)
    stream.mode = mode if chunks else stream.mode
    return written


@method("chat.appendStream", "chat:write", "t4", kinds="bot", needs="channel ts")
def append_stream(call: Call) -> Json:
    stream, message = _growing(call)
    if not _chunks(call):
        raise SlackError("no_text")
    new = _more(call, stream, message)
    message.text, message.blocks = new["text"], name_blocks(call.core.ids, new["blocks"])
    call.core.activity.touch()
    return {"channel": message.channel, "ts": message.ts}


@method("chat.stopStream", "chat:write", "t2", kinds="bot", needs="channel ts")
def stop_stream(call: Call) -> Json:
    stream, message = _growing(call)
    new = _more(call, stream, message)
    if (blocks := call.json("blocks", "invalid_blocks_format")) is not None:
        new["blocks"] += check_blocks(blocks)
    if (metadata := call.json("metadata", "invalid_metadata_format")) is not None:
        new["metadata"] = check_metadata(metadata)
    end_stream(call.core, message)
    change(call.core, stream.channel, message, None, **new)
    return {"channel": message.channel, "ts": message.ts, "message": message_json(stream.channel, message)}
