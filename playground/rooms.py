"""What can happen to conversations and their members. Each tells the app, and leaves Slack's line in the channel."""

from playground.core import Core
from playground.errors import Json
from playground.events import emit
from playground.posts import Draft, post
from playground.world import Channel, User


def join(core: Core, channel: Channel, user: User, inviter: User | None = None) -> bool:
    """Make ``user`` a member; False when already one."""
    if user.id in channel.members:
        return False
    channel.members.append(user.id)
    subtype = "channel_join" if channel.kind == "channel" else "group_join"
    extra: Json = {"inviter": inviter.id} if inviter else {}
    post(core, Draft(channel, user, f"<@{user.id}> has joined the channel", subtype=subtype, extra=extra))
    event = {
        "type": "member_joined_channel",
        "user": user.id,
        "channel": channel.id,
        "channel_type": "C" if channel.kind == "channel" else "G",
        "team": user.team,
        **extra,
    }
    emit(core, event, channel=channel)
    return True


def leave(core: Core, channel: Channel, user: User, by: User | None = None) -> bool:
    """End a membership; False when there was none. A leaving bot gets channel_left (group_left) itself."""
    if user.id not in channel.members:
        return False
    private = channel.kind != "channel"
    if not user.is_bot:
        subtype = "group_leave" if private else "channel_leave"
        post(core, Draft(channel, user, f"<@{user.id}> has left the channel", subtype=subtype))
    channel.members.remove(user.id)
    if core.app_bot(user.id):
        left = {"type": "group_left" if private else "channel_left", "channel": channel.id}
        left["actor_id"] = (by or user).id
        emit(core, left, team=user.team)
    event = {
        "type": "member_left_channel",
        "user": user.id,
        "channel": channel.id,
        "channel_type": "G" if private else "C",
        "team": user.team,
    }
    emit(core, event, channel=channel)
    return True


def create(core: Core, name: str, by: User, *, is_private: bool = False) -> Channel:
    channel = Channel(core.ids.named("C", name), by.team, name, is_private=is_private)
    channel.members, channel.creator, channel.created = [by.id], by.id, core.seconds()
    core.world.channels[channel.id] = channel
    if not is_private:
        shown = {"id": channel.id, "name": name, "created": channel.created, "creator": by.id}
        emit(core, {"type": "channel_created", "channel": shown}, team=by.team)
    return channel


def rename(core: Core, channel: Channel, name: str, by: User) -> None:
    old, channel.name = channel.name, name
    channel.previous_names.append(old)
    subtype = "channel_name" if channel.kind == "channel" else "group_name"
    text = f'<@{by.id}> has renamed the channel from "{old}" to "{name}"'
    post(core, Draft(channel, by, text, subtype=subtype, extra={"old_name": old, "name": name}))
    shown = {"id": channel.id, "name": name, "name_normalized": name, "created": channel.created}
    emit(core, {"type": _named(channel, "rename"), "channel": shown}, channel=channel)


def set_archived(core: Core, channel: Channel, by: User, archived: bool) -> None:
    channel.is_archived = archived
    what = "archive" if archived else "unarchive"
    emit(core, {"type": _named(channel, what), "channel": channel.id, "user": by.id}, channel=channel)


def delete_channel(core: Core, channel: Channel, by: User) -> None:
    emit(core, {"type": _named(channel, "deleted"), "channel": channel.id, "actor_id": by.id}, channel=channel)
    del core.world.channels[channel.id]


def set_text(core: Core, channel: Channel, by: User, which: str, value: str) -> None:
    """``which`` is topic or purpose."""
    setattr(channel, which, {"value": value, "creator": by.id, "last_set": core.seconds()})
    subtype = f"{'channel' if channel.kind == 'channel' else 'group'}_{which}"
    text = f"<@{by.id}> set the channel {which}: {value}"
    post(core, Draft(channel, by, text, subtype=subtype, extra={which: value}))


def _named(channel: Channel, what: str) -> str:
    return f"{'channel' if channel.kind == 'channel' else 'group'}_{what}"
