"""chat.*: posting, updating, deleting, scheduling."""

from datetime import UTC, datetime, timedelta

from playground.blocks import check_attachments, check_blocks, number_attachments
from playground.errors import Json, SlackError, invalid_arguments
from playground.guise import disguise
from playground.metadata import check_metadata
from playground.methods.registry import Call, method
from playground.naming import keep_attachment_names, keep_names
from playground.posts import Draft, bot_marks, change, delete, post
from playground.render import message_json
from playground.world import Channel, Message

MAX_TEXT = 40_000
MAX_UPDATE = 4_000
_BODY_ERRORS = (
    "no_text invalid_blocks invalid_blocks_format msg_blocks_too_long too_many_attachments invalid_attachments "
    "invalid_metadata_format metadata_too_large markdown_text_conflict msg_too_long "
)
_POST_ERRORS = (
    _BODY_ERRORS + "channel_not_found not_in_channel is_archived cannot_reply_to_message user_not_found cannot_dm_bot "
)


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
    """Where to post: a channel's id or name, or a user's id for the app's direct messages."""
    ref = call.text("channel")
    if ref in call.core.world.users:
        person = call.person("channel", "channel_not_found")
        if person.deleted:
            raise SlackError("user_not_found")
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


@method("chat.postMessage", "chat:write", "post", needs="channel", errors=_POST_ERRORS)
def post_message(call: Call) -> Json:
    channel = target(call)
    call.keep_pace(channel)
    message = post(call.core, draft(call, channel, read_body(call)))
    return {"channel": channel.id, "ts": message.ts, "message": message_json(channel, message)}


@method("chat.meMessage", "chat:write", "t3", needs="channel text", errors=_POST_ERRORS)
def me_message(call: Call) -> Json:
    channel = target(call)
    made = draft(call, channel, {"text": call.text("text")})
    made.subtype = "me_message"
    return {"channel": channel.id, "ts": post(call.core, made).ts}


@method("chat.postEphemeral", "chat:write", "t4", needs="channel user", errors=_POST_ERRORS + "user_not_in_channel")
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


@method(
    "chat.update",
    "chat:write",
    needs="channel ts",
    errors=_BODY_ERRORS + "channel_not_found is_archived message_not_found cant_update_message edit_window_closed",
)
def update(call: Call) -> Json:
    channel = call.open_channel()
    message = own_message(call, channel, "cant_update_message")
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


@method(
    "chat.delete", "chat:write", needs="channel ts", errors="channel_not_found message_not_found cant_delete_message"
)
def delete_message(call: Call) -> Json:
    channel = call.channel()
    message = own_message(call, channel, "cant_delete_message")
    delete(call.core, channel, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", "", "special", needs="channel message_ts", errors="channel_not_found message_not_found")
def get_permalink(call: Call) -> Json:
    channel = call.channel()
    message = call.message(channel, "message_ts")
    domain = call.core.world.teams[channel.team].domain
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


@method(
    "chat.unfurl",
    "links:write",
    needs="channel ts unfurls",
    errors="channel_not_found message_not_found not_in_channel cannot_unfurl_url "
    "invalid_attachments too_many_attachments invalid_blocks",
)
def unfurl(call: Call) -> Json:
    channel = call.joined()
    message = call.message(channel)
    unfurls = call.json("unfurls")
    if not isinstance(unfurls, dict) or not all(isinstance(a, dict) for a in unfurls.values()):
        raise invalid_arguments("must be an object of attachments by URL [json-pointer:/unfurls]")
    missing = [url for url in unfurls if url not in message.text]
    if missing:
        raise SlackError("cannot_unfurl_url")
    attachments = [
        {"id": n + 1, "from_url": url, "app_unfurl_url": url, **a} for n, (url, a) in enumerate(unfurls.items())
    ]
    change(call.core, channel, message, None, attachments=check_attachments(attachments))
    return {}


@method(
    "chat.scheduleMessage",
    "chat:write",
    needs="channel post_at",
    errors=_POST_ERRORS + "time_in_past time_too_far invalid_time",
)
def schedule(call: Call) -> Json:
    channel, body = target(call), read_body(call)
    if "metadata" in body:
        body.pop("metadata")
    made, when = draft(call, channel, body), call.number("post_at", 0)
    now = call.core.seconds()
    if when <= now:
        raise SlackError("time_in_past")
    if when > now + timedelta(days=120).total_seconds():
        raise SlackError("time_too_far")
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


@method("chat.scheduledMessages.list", "", errors="invalid_channel channel_not_found")
def list_scheduled(call: Call) -> Json:
    mine = [s for s in call.core.scheduled.values() if s["team"] == call.team]
    if call.text("channel"):
        mine = [s for s in mine if s["channel_id"] == call.text("channel")]
    mine.sort(key=lambda s: (s["post_at"], s["id"]))
    shown, more = call.page([{k: v for k, v in s.items() if k != "team"} for s in mine])
    return {"scheduled_messages": shown, "response_metadata": more}


@method(
    "chat.deleteScheduledMessage",
    "chat:write",
    needs="channel scheduled_message_id",
    errors="invalid_scheduled_message_id channel_not_found",
)
def delete_scheduled(call: Call) -> Json:
    item = call.core.scheduled.get(call.text("scheduled_message_id"))
    if item is None or item["team"] != call.team or item["channel_id"] != call.text("channel"):
        raise SlackError("invalid_scheduled_message_id")
    del call.core.scheduled[item["id"]]
    return {}
