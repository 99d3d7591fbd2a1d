"""response_url: up to five answers within thirty minutes, to ephemerals too."""

import json
from dataclasses import dataclass, field

from playground.blocks import check_attachments, check_blocks
from playground.core import Core, ResponseUrl
from playground.errors import RESPONSE_URL, Json, SlackError, check_listed
from playground.metadata import check_metadata
from playground.posts import Draft, bot_marks, change, delete, post
from playground.strict import read_json
from playground.wire import read_arguments
from playground.world import Channel, Message

MAX_USES = 5


@dataclass
class HookAnswer:
    """What a POST to a response_url gets: plain text, or JSON when it went wrong."""

    status: int
    text: str
    headers: dict[str, str] = field(default_factory=dict)


def respond(core: Core, key: str, content_type: str, raw: bytes) -> HookAnswer:
    """Answer a POST to ``/actions/<key>``: JSON, or a form with the JSON as its payload."""
    hook = core.response_urls.get(key)
    wait = core.limits.take("hook", ("hook", hook.channel if hook else ""), core.now())
    if wait:
        return _as_json(429, {"ok": False, "error": "ratelimited"}, {"retry-after": str(wait)})
    body = _payload(content_type, raw)
    if not isinstance(body, dict):
        return _as_text(400, "invalid_payload")
    try:
        use(core, key, body)
    except SlackError as error:
        check_listed("a response URL", RESPONSE_URL, error)
        return _as_json(404 if error.code in ("expired_url", "used_url") else 400, error.body(), {})
    return _as_text(200, "ok")


def _payload(content_type: str, raw: bytes) -> object:
    """The JSON that was posted; None when it can't be read."""
    try:
        if "json" in content_type:
            return read_json(raw)
        return read_json(read_arguments("", "application/x-www-form-urlencoded", raw)["payload"])
    except (ValueError, KeyError, SlackError):
        return None


def _as_text(status: int, text: str) -> HookAnswer:
    return HookAnswer(status, text, {"content-type": "text/plain; charset=utf-8"})


def _as_json(status: int, body: Json, headers: dict[str, str]) -> HookAnswer:
    return HookAnswer(status, json.dumps(body), {"content-type": "application/json", **headers})


def use(core: Core, key: str, body: Json) -> None:
    """One POST to a response_url. SlackError: expired_url, used_url, no_text, invalid_blocks …"""
    hook = core.response_urls.get(key)
    if hook is None or core.now() > hook.ends:
        raise SlackError("expired_url")
    if hook.uses >= MAX_USES:
        raise SlackError("used_url")
    core.activity.touch()
    _answer(core, hook, body)
    hook.uses += 1


def _answer(core: Core, hook: ResponseUrl, body: Json) -> None:
    channel = core.world.channels.get(hook.channel)
    if channel is None:
        raise SlackError("channel_not_found")
    original = channel.messages.get(hook.ts) if hook.ts else None
    if body.get("delete_original"):
        delete(core, channel, _own(core, original, hook))
    elif body.get("replace_original"):
        _replace(core, channel, _own(core, original, hook), body)
    else:
        answer_in_channel(core, hook, body)


def _own(core: Core, original: Message | None, hook: ResponseUrl) -> Message:
    """The message of the app in which the person acted: only that one may be replaced or deleted."""
    installation = core.installation(hook.team)
    marks = core.world.users[installation.user].bot_id if installation else ""
    if original is None or original.extra.get("bot_id") != marks:
        raise SlackError("message_not_found")
    return original


def _replace(core: Core, channel: Channel, original: Message, body: Json) -> None:
    fields: Json = {"text": str(body.get("text") or ""), "blocks": checked(body)}
    if "attachments" in body:
        fields["attachments"] = check_attachments(body["attachments"] or [])
    if "metadata" in body:
        fields["metadata"] = check_metadata(body["metadata"] or {})
    change(core, channel, original, None if fields["blocks"] else original.user or "", **fields)


def checked(body: Json) -> list[Json]:
    if not isinstance(body.get("text") or "", str):
        raise SlackError("invalid_arguments")
    if not (body.get("text") or body.get("blocks") or body.get("attachments")):
        raise SlackError("no_text")
    return check_blocks(body["blocks"]) if body.get("blocks") else []


def answer_in_channel(core: Core, hook: ResponseUrl, body: Json) -> None:
    """A new message: only for the person who acted, or for all with ``response_type`` in_channel."""
    channel, installation = core.world.channels[hook.channel], core.installation(hook.team)
    bot = core.world.users[installation.user] if installation else None
    made = Draft(channel, bot, str(body.get("text") or ""), checked(body))
    made.attachments = check_attachments(body.get("attachments") or [])
    made.extra = bot_marks(core, bot) if bot else {}
    made.thread_ts = _thread(channel, hook, body)
    if body.get("response_type") == "in_channel":
        made.author, made.subtype = None, "bot_message"
    else:
        made.visible_to = hook.user
    post(core, made)


def _thread(channel: Channel, hook: ResponseUrl, body: Json) -> str | None:
    wanted = body.get("thread_ts")
    if wanted:
        parent = channel.messages.get(str(wanted))
        if parent is None or parent.is_reply or parent.visible_to is not None:
            raise SlackError("thread_not_found")
        return parent.ts
    return hook.thread_ts if body.get("response_type") != "in_channel" else None
