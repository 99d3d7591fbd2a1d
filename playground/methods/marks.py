"""reactions.*, pins.*, bookmarks.*: what people and apps leave on messages and channels."""

from playground.errors import Json, SlackError
from playground.events import emit
from playground.methods.registry import Call, is_ts, method
from playground.posts import is_emoji, react, unreact
from playground.render import message_json
from playground.world import Channel, Message

MOST_BY_ONE, MOST_EMOJI = 23, 50
"""Reactions of one person to a message, and different emoji on it."""

MOST_PINS = MOST_BOOKMARKS = 100
_NOT_PINNABLE = ("channel_join", "channel_leave", "group_join", "group_leave", "tombstone")


def _item(call: Call, *, reading: bool = False) -> tuple[Channel, Message]:
    if not call.text("channel") or not call.text("timestamp"):
        raise SlackError("no_item_specified")
    channel = call.channel() if reading else call.open_channel()
    if not is_ts(call.text("timestamp")):
        raise SlackError("bad_timestamp")
    return channel, call.message(channel, "timestamp")


def _joined_item(call: Call) -> tuple[Channel, Message]:
    channel, message = _item(call)
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel, message


def _name(call: Call) -> str:
    name = call.text("name").strip(":")
    if not is_emoji(name):
        raise SlackError("invalid_name")
    return name


@method("reactions.add", "reactions:write", needs="name")
def reactions_add(call: Call) -> Json:
    name = _name(call)
    channel, message = _joined_item(call)
    if name not in message.reactions and len(message.reactions) >= MOST_EMOJI:
        raise SlackError("too_many_emoji")
    mine = [given for given, users in message.reactions.items() if call.user.id in users]
    if name not in mine and len(mine) >= MOST_BY_ONE:
        raise SlackError("too_many_reactions")
    if not react(call.core, channel, message, call.user, name):
        raise SlackError("already_reacted")
    return {}


@method("reactions.remove", "reactions:write", needs="name")
def reactions_remove(call: Call) -> Json:
    name = _name(call)
    channel, message = _joined_item(call)
    if not unreact(call.core, channel, message, call.user, name):
        raise SlackError("no_reaction")
    return {}


@method("reactions.get", "reactions:read")
def reactions_get(call: Call) -> Json:
    channel, message = _item(call, reading=True)
    return {"type": "message", "channel": channel.id, "message": message_json(channel, message)}


@method("reactions.list", "reactions:read")
def reactions_list(call: Call) -> Json:
    whose = call.person().id if call.text("user") else call.user.id
    items = []
    for channel in call.core.world.channels.values():
        if not call.core.can_see(channel, call.user.id):
            continue
        for ts in channel.order:
            message = channel.messages[ts]
            if any(whose in users for users in message.reactions.values()):
                items.append({"type": "message", "channel": channel.id, "message": message_json(channel, message)})
    shown, more = call.page(items)
    return {"items": shown, "response_metadata": more}


@method("pins.add", "pins:write", "t2", needs="channel")
def pins_add(call: Call) -> Json:
    channel, message = _joined_item(call)
    if message.ts in channel.pins:
        raise SlackError("already_pinned")
    if message.subtype in _NOT_PINNABLE:
        raise SlackError("not_pinnable")
    if len(channel.pins) >= MOST_PINS:
        raise SlackError("too_many_pins")
    pin = {"type": "message", "created": call.core.seconds(), "created_by": call.user.id, "channel": channel.id}
    channel.pins[message.ts] = pin
    _announce_pin(call, channel, message, "pin_added")
    return {}


@method("pins.remove", "pins:write", "t2", needs="channel")
def pins_remove(call: Call) -> Json:
    channel, message = _item(call)
    if channel.pins.pop(message.ts, None) is None:
        raise SlackError("no_pin")
    _announce_pin(call, channel, message, "pin_removed")
    return {}


def _announce_pin(call: Call, channel: Channel, message: Message, kind: str) -> None:
    item = {"type": "message", "channel": channel.id, "message": message_json(channel, message)}
    emit(call.core, {"type": kind, "user": call.user.id, "channel_id": channel.id, "item": item}, channel=channel)


@method("pins.list", "pins:read", "t2", needs="channel")
def pins_list(call: Call) -> Json:
    channel = call.joined()
    items = [{**pin, "message": message_json(channel, channel.messages[ts])} for ts, pin in channel.pins.items()]
    return {"items": items}


@method("bookmarks.add", "bookmarks:write", "t2", needs="channel_id title type")
def bookmarks_add(call: Call) -> Json:
    channel = call.open_channel("channel_id")
    if call.text("type") != "link":
        raise SlackError("invalid_bookmark_type")
    _check_bookmark(call, call.text("link"))
    if len(channel.bookmarks) >= MOST_BOOKMARKS:
        raise SlackError("too_many_bookmarks")
    key = call.core.ids.next("Bk")
    bookmark: Json = {"id": key, "channel_id": channel.id, "title": call.text("title"), "link": call.text("link")}
    bookmark |= {"emoji": call.text("emoji"), "type": "link", "date_created": call.core.seconds(), "date_updated": 0}
    channel.bookmarks[key] = bookmark
    return {"bookmark": bookmark}


@method("bookmarks.edit", "bookmarks:write", "t2", needs="channel_id bookmark_id")
def bookmarks_edit(call: Call) -> Json:
    bookmark = _bookmark(call)
    _check_bookmark(call, call.text("link", bookmark["link"]))
    for key in ("title", "link", "emoji"):
        if key in call.args:
            bookmark[key] = call.text(key)
    bookmark["date_updated"] = call.core.seconds()
    return {"bookmark": bookmark}


def _check_bookmark(call: Call, link: str) -> None:
    if not link.startswith(("http://", "https://")):
        raise SlackError("invalid_link")
    if call.text("emoji") and not is_emoji(call.text("emoji").strip(":")):
        raise SlackError("invalid_emoji")


def _bookmark(call: Call) -> Json:
    bookmark = call.open_channel("channel_id").bookmarks.get(call.text("bookmark_id"))
    if bookmark is None:
        raise SlackError("not_found")
    return bookmark


@method("bookmarks.list", "bookmarks:read", needs="channel_id")
def bookmarks_list(call: Call) -> Json:
    return {"bookmarks": list(call.channel("channel_id").bookmarks.values())}


@method("bookmarks.remove", "bookmarks:write", "t2", needs="channel_id bookmark_id")
def bookmarks_remove(call: Call) -> Json:
    del call.channel("channel_id").bookmarks[_bookmark(call)["id"]]
    return {}
