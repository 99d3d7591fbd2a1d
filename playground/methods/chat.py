"""chat.*: posting, updating, deleting, scheduling."""

from datetime import UTC, datetime, timedelta

from playground.blocks import check_attachments, check_blocks, number_attachments
from playground.errors import Json, SlackError
from playground.growing import stream_of
from playground.guise import disguise
from playground.metadata import check_metadata
from playground.methods.registry import Call, method
from playground.naming import keep_attachment_names, keep_names
from playground.posts import Draft, bot_marks, change, delete, post, why_closed
from playground.render import message_json
from playground.world import Channel, Message

MAX_TEXT = 40_000
MAX_UPDATE = 4_000
MOST_SCHEDULED = 30
SCHEDULED_WINDOW = 300
"""So many messages at most may be scheduled for one channel within so many seconds."""


def read_body(call: Call) -> Json:
    """Text, blocks, attachments, metadata of a message to be, checked; a key that was not given is missing."""
    body: Json = {"text": call.text("text")} if "text" in call.args else {}
    if "markdown_text" in call.args:
        body |= _markdown(call)
    if (blocks := call.json("blocks", "invalid_blocks_format")) is not None:
        body["blocks"] = check_blocks(blocks)
    if (attachments := call.json("attachments", "invalid_attachments")) is not None:
        body["attachments"] = number_attachments(check_attachments(attachments))
    if (metadata := call.json("metadata", "invalid_metadata_format")) is not None:
        body["metadata"] = check_metadata(metadata)
    return body


def _markdown(call: Call) -> Json:
    text = call.text("markdown_text")
    if call.args.get("text") or call.args.get("blocks"):
        raise SlackError("markdown_text_conflict")
    if len(text) > 12_000:
        raise SlackError("msg_too_long")
    return {"text": text}


def target(call: Call) -> Channel:
    """Where to post: a channel's id or name, or a user's id for the app's direct messages. Those with somebody who was
    deactivated take messages, as in Slack (slackapi/python-slack-sdk issue 1156); only opening them is refused."""
    ref = call.text("channel")
    if ref in call.core.world.users:
        person = call.person("channel", "channel_not_found")
        if person.is_bot or ref == "USLACKBOT":
            raise SlackError("cannot_dm_bot")
        return call.core.open_im(call.user.id, ref)
    mine = [c for c in call.core.world.channels.values() if call.team in (c.team, *c.shared_teams)]
    named = [c.id for c in mine if c.name and c.name == ref.lstrip("#")]
    if named and ref not in call.core.world.channels:
        call.args["channel"] = named[0]
    channel = call.open_channel()
    public = channel.kind == "channel" and call.token.kind == "bot" and call.has_scope("chat:write.public")
    if call.user.id not in channel.members and not public:
        raise SlackError("not_in_channel")
    return channel


def check_may_post(call: Call, channel: Channel) -> None:
    """SlackError when the channel is closed to such a message."""
    if channel.is_im and call.token.kind == "bot" and not call.core.app.messages_tab:
        raise SlackError("messages_tab_disabled")
    if why := why_closed(channel, call.user, in_thread=bool(call.text("thread_ts"))):
        raise SlackError(why)


def thread_of(call: Call, channel: Channel) -> str | None:
    """The parent's ts. A reply is no parent; when it is gone, the message falls into the channel, as in Slack."""
    ts = call.text("thread_ts")
    parent = channel.messages.get(ts)
    if parent is None or parent.visible_to is not None:
        return None
    if parent.is_reply or parent.subtype in ("channel_join", "channel_leave", "group_join", "group_leave"):
        raise SlackError("cannot_reply_to_message")
    return ts


def draft(call: Call, channel: Channel, body: Json) -> Draft:
    """A message by the calling token: a bot's, or a person's through the app (with the app's marks)."""
    check_may_post(call, channel)
    if not body.get("text", "").strip() and not body.get("blocks") and not body.get("attachments"):
        raise SlackError("no_text")
    if len(body.get("text", "")) > MAX_TEXT:
        body["text"] = body["text"][:MAX_TEXT]
        call.warnings.append("message_truncated")
    marks = bot_marks(call.core, call.bot) if call.bot else {}
    made = Draft(channel, call.user, extra=marks, thread_ts=thread_of(call, channel), **body)
    made.broadcast = call.flag("reply_broadcast")
    disguise(call, made)
    return made


@method("chat.postMessage", "chat:write", "post", needs="channel")
def post_message(call: Call) -> Json:
    channel = target(call)
    call.keep_pace(channel)
    message = post(call.core, draft(call, channel, read_body(call)))
    return {"channel": channel.id, "ts": message.ts, "message": message_json(channel, message)}


@method("chat.meMessage", "chat:write", "t3", needs="channel text")
def me_message(call: Call) -> Json:
    channel = target(call)
    if len(call.text("text")) > MAX_TEXT:
        raise SlackError("msg_too_long")
    made = draft(call, channel, {"text": call.text("text")})
    made.subtype = "me_message"
    return {"channel": channel.id, "ts": post(call.core, made).ts}


@method("chat.postEphemeral", "chat:write", "t4", needs="channel user")
def post_ephemeral(call: Call) -> Json:
    channel = call.open_channel()
    person = call.person()
    if call.user.id not in channel.members and not call.has_scope("chat:write.public"):
        raise SlackError("not_in_channel")
    if person.id not in channel.members:
        raise SlackError("user_not_in_channel")
    made = draft(call, channel, read_body(call))
    made.visible_to, made.metadata, made.broadcast = person.id, None, False
    return {"message_ts": post(call.core, made).ts}


def own_message(call: Call, channel: Channel, error: str) -> Message:
    """The message with ``ts``, if the caller wrote it (for a bot token: if the app did)."""
    message = call.message(channel)
    mine = message.user == call.user.id
    if call.token.kind == "bot" and call.bot and message.extra.get("bot_id") == call.bot.bot_id:
        mine = message.user in (call.user.id, None)
    if not mine or message.is_tombstone:
        raise SlackError(error)
    return message


@method("chat.update", "chat:write", needs="channel ts")
def update(call: Call) -> Json:
    channel = call.channel()
    if channel.is_archived:
        raise SlackError("is_inactive")
    message = own_message(call, channel, "cant_update_message")
    if stream_of(call.core, message):
        raise SlackError("streaming_state_conflict")
    _check_edit_window(call, message)
    body = read_body(call)
    if not {"text", "blocks", "attachments", "metadata"} & set(body):
        raise SlackError("no_text")
    if len(body.get("text", "")) > MAX_UPDATE:
        raise SlackError("msg_too_long")
    if "text" in body and "blocks" not in body:
        body["blocks"] = []
    left = {key: body.get(key, getattr(message, key)) for key in ("text", "blocks", "attachments", "files")}
    if not any(value.strip() if isinstance(value, str) else value for value in left.values()):
        raise SlackError("no_text")
    by = None if body.get("blocks") else call.user.id
    if "blocks" in body:
        body["blocks"] = keep_names(body["blocks"], message.blocks)
    if "attachments" in body:
        body["attachments"] = keep_attachment_names(body["attachments"], message.attachments)
    change(call.core, channel, message, by, **body)
    shown = message_json(channel, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def _check_edit_window(call: Call, message: Message) -> None:
    minutes = call.core.world.teams[call.team].edit_minutes
    if 0 <= minutes < (call.core.now().timestamp() - float(message.ts)) / 60:
        raise SlackError("edit_window_closed")


@method("chat.delete", "chat:write", needs="channel ts")
def delete_message(call: Call) -> Json:
    channel = call.channel()
    message = own_message(call, channel, "cant_delete_message")
    delete(call.core, channel, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", "", "special", needs="channel message_ts")
def get_permalink(call: Call) -> Json:
    channel = call.channel()
    message = call.message(channel, "message_ts")
    domain = call.core.world.teams[channel.team].domain
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


@method("chat.unfurl", "links:write")
def unfurl(call: Call) -> Json:
    for name in ("channel", "ts", "unfurls"):
        if call.args.get(name) in (None, ""):
            raise SlackError(f"missing_{name}")
    channel = call.core.world.channels.get(call.text("channel"))
    if channel is None or call.user.id not in channel.members:
        raise SlackError("cannot_find_channel")
    message = channel.messages.get(call.text("ts"))
    if message is None or message.visible_to is not None:
        raise SlackError("cannot_find_message")
    unfurls = call.json("unfurls", "invalid_unfurls_format")
    if not isinstance(unfurls, dict) or not all(isinstance(a, dict) for a in unfurls.values()):
        raise SlackError("invalid_unfurls_format")
    if any(url not in message.text for url in unfurls):
        raise SlackError("cannot_unfurl_message")
    attachments = [
        {"id": n + 1, "from_url": url, "app_unfurl_url": url, **a} for n, (url, a) in enumerate(unfurls.items())
    ]
    try:
        check_attachments(attachments)
    except SlackError as error:
        raise SlackError("cannot_parse_attachment", **error.more) from None
    change(call.core, channel, message, None, attachments=attachments)
    return {}


@method("chat.scheduleMessage", "chat:write", needs="channel post_at")
def schedule(call: Call) -> Json:
    channel, body = target(call), read_body(call)
    if "metadata" in body:
        body.pop("metadata")
    made, when, now = draft(call, channel, body), _post_at(call), call.core.seconds()
    if _is_crowded(call, channel, when):
        raise SlackError("restricted_too_many")
    key = call.core.ids.next("Q")
    core, scheduled = call.core, call.core.scheduled
    item = {"id": key, "channel_id": channel.id, "post_at": when, "date_created": now, "text": made.text}

    def send() -> None:
        if scheduled.pop(key, None) is not None and not channel.is_archived:
            post(core, made)

    scheduled[key] = {**item, "team": call.team}
    core.later(datetime.fromtimestamp(when, UTC), send)
    shown = {"text": made.text, "type": "delayed_message", "user": call.user.id, **made.extra, "blocks": made.blocks}
    return {"channel": channel.id, "scheduled_message_id": key, "post_at": when, "message": shown}


def _post_at(call: Call) -> int:
    try:
        when = int(float(call.args["post_at"]))
    except (TypeError, ValueError, OverflowError):
        raise SlackError("invalid_time") from None
    if when <= call.core.seconds():
        raise SlackError("time_in_past")
    if when > call.core.seconds() + timedelta(days=120).total_seconds():
        raise SlackError("time_too_far")
    return when


def _is_crowded(call: Call, channel: Channel, when: int) -> bool:
    """Whether one more message then would be too many within any five minutes."""
    times = sorted([when, *(s["post_at"] for s in call.core.scheduled.values() if s["channel_id"] == channel.id)])
    return any(last - first < SCHEDULED_WINDOW for first, last in zip(times, times[MOST_SCHEDULED:], strict=False))


@method("chat.scheduledMessages.list", "")
def list_scheduled(call: Call) -> Json:
    mine = [s for s in call.core.scheduled.values() if s["team"] == call.team]
    if call.text("channel"):
        if call.text("channel") not in call.core.world.channels:
            raise SlackError("invalid_channel")
        mine = [s for s in mine if s["channel_id"] == call.text("channel")]
    mine.sort(key=lambda s: (s["post_at"], s["id"]))
    shown, more = call.page([{k: v for k, v in s.items() if k != "team"} for s in mine])
    return {"scheduled_messages": shown, "response_metadata": more}


@method("chat.deleteScheduledMessage", "chat:write", needs="channel scheduled_message_id")
def delete_scheduled(call: Call) -> Json:
    if call.text("channel") not in call.core.world.channels:
        raise SlackError("channel_not_found")
    item = call.core.scheduled.get(call.text("scheduled_message_id"))
    if item is None or item["team"] != call.team or item["channel_id"] != call.text("channel"):
        raise SlackError("invalid_scheduled_message_id")
    del call.core.scheduled[item["id"]]
    return {}
