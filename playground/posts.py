"""What can happen to messages, whoever does it: posted, edited, unfurled, deleted, reacted to. Each tells the app."""

import re
from dataclasses import dataclass, field

from playground.core import Core
from playground.errors import Json
from playground.events import emit, emit_message
from playground.naming import name_attachments, name_blocks
from playground.render import bot_profile, message_json
from playground.world import Channel, Message, User


@dataclass
class Draft:
    """A message before it has a ts. ``broadcast`` shows a reply in the channel too; ``quiet`` tells nobody."""

    channel: Channel
    author: User | None
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str | None = None
    subtype: str | None = None
    extra: Json = field(default_factory=dict)
    visible_to: str | None = None
    broadcast: bool = False


def post(core: Core, draft: Draft) -> Message:
    """Put a message into its channel and tell the app. Ephemeral ones (``visible_to``) cause no event."""
    channel = draft.channel
    # A scheduled, late or private answer may find that its parent was deleted: it falls into the channel.
    thread_ts = draft.thread_ts if draft.thread_ts in channel.messages else None
    message = Message(
        core.next_ts(),
        channel.id,
        draft.author.team if draft.author else channel.team,
        draft.author.id if draft.author else None,
        draft.text,
        draft.subtype,
        thread_ts,
        name_blocks(core.ids, draft.blocks),
        name_attachments(core.ids, draft.attachments),
        draft.files,
        draft.metadata,
        dict(draft.extra),
        visible_to=draft.visible_to,
    )
    if draft.broadcast and message.is_reply and thread_ts:
        message.subtype = "thread_broadcast"
    channel.add(message)
    channel.closed_for.clear()
    if message.visible_to is None:
        _announce(core, channel, message)
    return message


def bot_marks(core: Core, user: User) -> Json:
    """What a message posted by an app carries besides its user."""
    return {"bot_id": user.bot_id, "app_id": user.app_id, "bot_profile": bot_profile(core, user)}


def _announce(core: Core, channel: Channel, message: Message) -> None:
    emit_message(core, message_json(channel, message), channel)
    bot = core.bot_in(channel)
    if bot and channel.kind != "im" and message.user != bot.user and pings(message.text, bot.user):
        keys = ("client_msg_id", "user", "bot_id", "text", "ts", "thread_ts", "team", "blocks", "files", "attachments")
        shown = message_json(channel, message)
        emit(
            core,
            {
                "type": "app_mention",
                **{k: shown[k] for k in keys if k in shown},
                "channel": channel.id,
                "event_ts": message.ts,
            },
            channel=channel,
        )
    if message.metadata:
        _announce_metadata(core, channel, message, "posted")


def pings(text: str, user: str) -> bool:
    return re.search(rf"<@{re.escape(user)}(\|[^>]*)?>", text) is not None


def _announce_metadata(core: Core, channel: Channel, message: Message, what: str) -> None:
    event = {
        "type": f"message_metadata_{what}",
        "app_id": message.extra.get("app_id"),
        "bot_id": message.extra.get("bot_id"),
        "user_id": message.user,
        "team_id": message.team,
        "channel_id": channel.id,
        "metadata": message.metadata or {},
        "message_ts": message.ts,
    }
    emit(core, event, channel=channel)


def change(core: Core, channel: Channel, message: Message, by: str | None, **new: object) -> bool:
    """Set fields of a message (``by``: who edited; None for an unfurl). Tells the app; False when nothing changed."""
    before = message_json(channel, message)
    old_metadata = message.metadata
    for key, name in (("blocks", name_blocks), ("attachments", name_attachments)):
        if key in new:
            new[key] = name(core.ids, list(new[key] or []))  # type: ignore[call-overload]
    channel.changes += 1
    for key, value in new.items():
        setattr(message, key, value)
    if message_json(channel, message) == before:
        return False
    if by is not None:
        message.edited = {"user": by, "ts": core.next_ts()}
    if message.visible_to is None:
        announce_change(core, channel, message_json(channel, message), before)
        if message.metadata != old_metadata:
            _announce_metadata(core, channel, message, "updated" if message.metadata else "deleted")
    return True


def announce_change(core: Core, channel: Channel, after: Json, before: Json) -> None:
    event = {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "message": {**after, **{key: after["team"] for key in ("source_team", "user_team") if "team" in after}},
        "previous_message": before,
        "ts": core.next_ts(),
    }
    emit_message(core, event, channel)


def delete(core: Core, channel: Channel, message: Message) -> None:
    """Take a message away. One with replies stays as a tombstone, which arrives as message_changed, as in Slack; with
    its last reply the tombstone goes too."""
    before = message_json(channel, message)
    if message.visible_to is None and channel.replies(message.ts):
        _bury(message)
        channel.changes += 1
        announce_change(core, channel, message_json(channel, message), before)
        return
    channel.remove(message)
    channel.pins.pop(message.ts, None)
    if message.visible_to is not None:
        return
    _announce_deletion(core, channel, message.ts, before)
    if message.metadata:
        _announce_metadata(core, channel, message, "deleted")
    root = channel.messages.get(message.thread_ts or "")
    if root and root.is_tombstone and not channel.replies(root.ts):
        channel.remove(root)
        _announce_deletion(core, channel, root.ts, {**message_json(channel, root), **_NO_REPLIES, "thread_ts": root.ts})


_NO_REPLIES: Json = {
    "reply_count": 0,
    "reply_users_count": 0,
    "reply_users": [],
    "latest_reply": "0000000000.000000",
    "is_locked": False,
    "subscribed": False,
}


def _announce_deletion(core: Core, channel: Channel, ts: str, before: Json) -> None:
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "deleted_ts": ts,
        "previous_message": before,
        "ts": core.next_ts(),
    }
    emit_message(core, event, channel)


def _bury(message: Message) -> None:
    message.text, message.user, message.subtype = "This message was deleted.", "USLACKBOT", "tombstone"
    message.blocks, message.attachments, message.files = [], [], []
    message.metadata, message.edited, message.reactions, message.extra = None, None, {}, {}


_EMOJI = re.compile(r"(?:(?![A-Z])[\w+'-])+(?:::skin-tone-[2-6])?")


def is_emoji(name: str) -> bool:
    """Whether an emoji can have this name: small letters, digits, ``_ - + '``, and a tone of skin."""
    return _EMOJI.fullmatch(name) is not None and len(name) <= 100


def react(core: Core, channel: Channel, message: Message, user: User, name: str) -> bool:
    """Add a reaction; False when this user gave it already."""
    users = message.reactions.setdefault(name, [])
    if user.id in users:
        return False
    users.append(user.id)
    _announce_reaction(core, channel, message, user, ("reaction_added", name))
    return True


def unreact(core: Core, channel: Channel, message: Message, user: User, name: str) -> bool:
    """Take a reaction back; False when this user had not given it."""
    if user.id not in message.reactions.get(name, []):
        return False
    message.reactions[name].remove(user.id)
    if not message.reactions[name]:
        del message.reactions[name]
    _announce_reaction(core, channel, message, user, ("reaction_removed", name))
    return True


def _announce_reaction(core: Core, channel: Channel, message: Message, user: User, what: tuple[str, str]) -> None:
    kind, name = what
    event: Json = {
        "type": kind,
        "user": user.id,
        "reaction": name,
        "item": {"type": "message", "channel": channel.id, "ts": message.ts},
    }
    if message.user:
        event["item_user"] = message.user
    emit(core, event, channel=channel)
