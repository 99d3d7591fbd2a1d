"""conversations.*: what changes a conversation or its members."""

import re

from playground import rooms
from playground.errors import Json, SlackError
from playground.methods.registry import Call, method
from playground.render import channel_json
from playground.world import Channel

_MANAGE = "channels:manage groups:write channels:write"
_INVITE = _MANAGE + " channels:write.invites groups:write.invites"
_SEEN = "channel_not_found is_archived not_in_channel method_not_supported_for_channel_type "
_NAMES = "name_taken invalid_name_specials invalid_name_maxlength invalid_name_required invalid_name "


def _manageable(call: Call) -> Channel:
    channel = call.open_channel()
    if channel.is_im or channel.is_mpim:
        raise SlackError("method_not_supported_for_channel_type")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel


@method(
    "conversations.open",
    "im:write mpim:write",
    errors="user_not_found channel_not_found users_list_not_supplied too_many_users user_disabled",
)
def open_conversation(call: Call) -> Json:
    if call.text("channel"):
        channel = call.channel()
    else:
        people = [u.id for u in call.people()]
        if any(u.deleted for u in call.people()):
            raise SlackError("user_disabled")
        if not people:
            raise SlackError("users_list_not_supplied")
        if len(people) > 8:
            raise SlackError("too_many_users")
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


@method("conversations.close", "im:write mpim:write", needs="channel", errors=_SEEN)
def close(call: Call) -> Json:
    channel = call.channel()
    if not channel.is_im and not channel.is_mpim:
        raise SlackError("method_not_supported_for_channel_type")
    channel.closed_for.add(call.user.id)
    return {}


@method("conversations.join", "channels:join channels:write", needs="channel", errors=_SEEN)
def join(call: Call) -> Json:
    channel = call.open_channel()
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    already = not rooms.join(call.core, channel, call.user)
    shown: Json = {"channel": channel_json(call.core, channel, call.user.id)}
    return {**shown, "warning": "already_in_channel"} if already else shown


@method("conversations.leave", _MANAGE, needs="channel", errors=_SEEN + "cant_leave_general")
def leave(call: Call) -> Json:
    channel = call.open_channel()
    if channel.is_general:
        raise SlackError("cant_leave_general")
    return {} if rooms.leave(call.core, channel, call.user) else {"not_in_channel": True}


@method(
    "conversations.invite",
    _INVITE,
    needs="channel users",
    errors=_SEEN + "user_not_found already_in_channel cant_invite_self",
)
def invite(call: Call) -> Json:
    channel, people = _manageable(call), call.people()
    if any(u.id in channel.members for u in people):
        raise SlackError("cant_invite_self" if call.user in people else "already_in_channel")
    for user in people:
        rooms.join(call.core, channel, user, call.user)
    return {"channel": channel_json(call.core, channel, call.user.id)}


@method(
    "conversations.kick",
    _MANAGE,
    needs="channel user",
    errors=_SEEN + "user_not_found cant_kick_self cant_kick_from_general",
)
def kick(call: Call) -> Json:
    channel, user = _manageable(call), call.person()
    if user.id == call.user.id:
        raise SlackError("cant_kick_self")
    if channel.is_general:
        raise SlackError("cant_kick_from_general")
    if not rooms.leave(call.core, channel, user, call.user):
        raise SlackError("not_in_channel")
    return {"errors": {}}


def checked_name(call: Call) -> str:
    """A channel name that Slack allows and nobody has."""
    name = call.text("name").lstrip("#").strip()
    if not name:
        raise SlackError("invalid_name_required")
    if len(name) > 80:
        raise SlackError("invalid_name_maxlength")
    if not re.fullmatch(r"[^\s.,!?'\"()A-Z]+", name):
        raise SlackError("invalid_name_specials")
    if any(c.name == name and c.team == call.team for c in call.core.world.channels.values()):
        raise SlackError("name_taken")
    return name


@method("conversations.create", _MANAGE, "t2", needs="name", errors=_NAMES)
def create(call: Call) -> Json:
    private = call.flag("is_private")
    if call.token.kind == "bot":
        call.need_scope("groups:write" if private else "channels:manage")
    channel = rooms.create(call.core, checked_name(call), call.user, is_private=private)
    return {"channel": channel_json(call.core, channel, call.user.id)}


@method("conversations.rename", _MANAGE, "t2", needs="channel name", errors=_SEEN + _NAMES)
def rename(call: Call) -> Json:
    channel = _manageable(call)
    rooms.rename(call.core, channel, checked_name(call), call.user)
    return {"channel": channel_json(call.core, channel, call.user.id)}


@method("conversations.archive", _MANAGE, "t2", needs="channel", errors=_SEEN + "already_archived cant_archive_general")
def archive(call: Call) -> Json:
    if call.channel().is_archived:
        raise SlackError("already_archived")
    channel = _manageable(call)
    if channel.is_general:
        raise SlackError("cant_archive_general")
    rooms.set_archived(call.core, channel, call.user, archived=True)
    return {}


@method("conversations.unarchive", _MANAGE, "t2", needs="channel", errors=_SEEN + "not_archived")
def unarchive(call: Call) -> Json:
    channel = call.channel()
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


@method(
    "conversations.setTopic", _MANAGE + " channels:write.topic", "t2", needs="channel topic", errors=_SEEN + "too_long"
)
def set_topic(call: Call) -> Json:
    return _set_text(call, "topic")


@method("conversations.setPurpose", _MANAGE, "t2", needs="channel purpose", errors=_SEEN + "too_long")
def set_purpose(call: Call) -> Json:
    return _set_text(call, "purpose")
