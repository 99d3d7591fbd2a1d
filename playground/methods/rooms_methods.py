"""conversations.*: what changes a conversation or its members."""

import re

from playground import rooms
from playground.errors import Json, SlackError
from playground.methods.registry import Call, method
from playground.render import channel_json
from playground.world import Channel, User

_MANAGE = "channels:manage groups:write channels:write"
_INVITE = _MANAGE + " channels:write.invites groups:write.invites"
MOST_ADDRESSED = 8


def _manageable(call: Call) -> Channel:
    channel = call.open_channel()
    if channel.is_im or channel.is_mpim:
        raise SlackError("method_not_supported_for_channel_type")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel


@method("conversations.open", "im:write mpim:write")
def open_conversation(call: Call) -> Json:
    if call.text("channel"):
        channel = _direct(call)
    else:
        people = _addressed(call)
        call.need_scope("im:write" if len(people) == 1 else "mpim:write")
        core, me = call.core, call.user.id
        known = set(core.world.channels)
        channel = core.open_im(me, people[0]) if len(people) == 1 else core.open_mpim([me, *people])
        call.args["was_open"] = channel.id in known
    shown = {"id": channel.id}
    if call.flag("return_im"):
        shown = channel_json(call.core, channel, call.user.id)
    old = {"no_op": True, "already_open": True} if call.args.get("was_open") else {}
    return {**old, "channel": shown}


def _addressed(call: Call) -> list[str]:
    """The people to open a conversation with."""
    people = call.people()
    if not people:
        raise SlackError("users_list_not_supplied")
    if len(people) > MOST_ADDRESSED:
        raise SlackError("too_many_users")
    if any(user.deleted for user in people):
        raise SlackError("user_disabled")
    if call.token.kind == "bot" and any(user.is_bot or user.id == "USLACKBOT" for user in people):
        raise SlackError("cannot_dm_bot")
    return [user.id for user in people]


def _direct(call: Call) -> Channel:
    channel = call.channel()
    if not channel.is_im and not channel.is_mpim:
        raise SlackError("method_not_supported_for_channel_type")
    return channel


@method("conversations.close", "im:write mpim:write", needs="channel")
def close(call: Call) -> Json:
    channel = _direct(call)
    channel.closed_for.add(call.user.id)
    return {}


@method("conversations.join", "channels:join channels:write", needs="channel")
def join(call: Call) -> Json:
    channel = call.open_channel()
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    already = not rooms.join(call.core, channel, call.user)
    shown: Json = {"channel": channel_json(call.core, channel, call.user.id)}
    return {**shown, "warning": "already_in_channel"} if already else shown


@method("conversations.leave", _MANAGE, needs="channel")
def leave(call: Call) -> Json:
    channel = call.open_channel()
    if channel.is_im or channel.is_mpim:
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_general:
        raise SlackError("cant_leave_general")
    if channel.is_private and channel.members == [call.user.id]:
        raise SlackError("last_member")
    return {} if rooms.leave(call.core, channel, call.user) else {"not_in_channel": True}


@method("conversations.invite", _INVITE, needs="channel")
def invite(call: Call) -> Json:
    channel, people = _manageable(call), call.people()
    if not people:
        raise SlackError("no_user")
    if any(u.id in channel.members for u in people):
        raise SlackError("cant_invite_self" if call.user in people else "already_in_channel")
    if any(user.deleted for user in people):
        raise SlackError("cant_invite")
    if any(user.is_ultra_restricted and _is_somewhere(call, user) for user in people):
        raise SlackError("ura_max_channels")
    for user in people:
        rooms.join(call.core, channel, user, call.user)
    return {"channel": channel_json(call.core, channel, call.user.id)}


@method("conversations.kick", _MANAGE, needs="channel")
def kick(call: Call) -> Json:
    channel = _manageable(call)
    if not call.text("user"):
        raise SlackError("no_user")
    user = call.person()
    if user.id == call.user.id:
        raise SlackError("cant_kick_self")
    if channel.is_general:
        raise SlackError("cant_kick_from_general")
    call.need_admin("channels", "restricted_action")
    if not rooms.leave(call.core, channel, user, call.user):
        raise SlackError("not_in_channel")
    return {"errors": {}}


def _is_somewhere(call: Call, guest: User) -> bool:
    """Whether a guest of one channel is in one already."""
    return any(guest.id in c.members for c in call.core.world.channels.values() if c.kind in ("channel", "group"))


def checked_name(call: Call) -> str:
    """A channel name that Slack allows and nobody has."""
    name = call.text("name").lstrip("#").strip()
    if not name:
        raise SlackError("invalid_name_required")
    if len(name) > 80:
        raise SlackError("invalid_name_maxlength")
    if not re.fullmatch(r"[^\s.,!?'\"()A-Z]+", name):
        raise SlackError("invalid_name_specials")
    if not any(character.isalnum() for character in name):
        raise SlackError("invalid_name_punctuation")
    if any(c.name == name and c.team == call.team for c in call.core.world.channels.values()):
        raise SlackError("name_taken")
    return name


@method("conversations.create", _MANAGE, "t2")
def create(call: Call) -> Json:
    call.need_admin("channels", "restricted_action")
    private = call.flag("is_private")
    if call.token.kind == "bot":
        call.need_scope("groups:write" if private else "channels:manage")
    channel = rooms.create(call.core, checked_name(call), call.user, is_private=private)
    return {"channel": channel_json(call.core, channel, call.user.id)}


@method("conversations.rename", _MANAGE, "t2", needs="channel")
def rename(call: Call) -> Json:
    channel = _manageable(call)
    if call.user.id != channel.creator and not call.user.is_admin:
        raise SlackError("not_authorized")
    rooms.rename(call.core, channel, checked_name(call), call.user)
    return {"channel": channel_json(call.core, channel, call.user.id)}


@method("conversations.archive", _MANAGE, "t2", needs="channel")
def archive(call: Call) -> Json:
    if call.channel().is_archived:
        raise SlackError("already_archived")
    channel = _manageable(call)
    if channel.is_general:
        raise SlackError("cant_archive_general")
    call.need_admin("channels", "restricted_action")
    rooms.set_archived(call.core, channel, call.user, archived=True)
    return {}


@method("conversations.unarchive", _MANAGE, "t2", needs="channel")
def unarchive(call: Call) -> Json:
    channel = call.channel()
    if channel.is_im or channel.is_mpim:
        raise SlackError("method_not_supported_for_channel_type")
    if not channel.is_archived:
        raise SlackError("not_archived")
    rooms.set_archived(call.core, channel, call.user, archived=False)
    return {}


def _set_text(call: Call, which: str) -> Json:
    channel, value = _manageable(call), call.text(which)
    if len(value) > 250:
        raise SlackError("too_long")
    rooms.set_text(call.core, channel, call.user, which, value)
    return {"channel": channel_json(call.core, channel, call.user.id), which: value}


@method("conversations.setTopic", _MANAGE + " channels:write.topic", "t2", needs="channel topic")
def set_topic(call: Call) -> Json:
    return _set_text(call, "topic")


@method("conversations.setPurpose", _MANAGE, "t2", needs="channel purpose")
def set_purpose(call: Call) -> Json:
    return _set_text(call, "purpose")
