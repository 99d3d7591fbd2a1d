"""Channels, messages and user groups of a world that is given as JSON. See playground.seed for the fields."""

import re
from dataclasses import fields

from playground.blocks import check_attachments, check_blocks
from playground.errors import ControlError, Json, SlackError, as_control
from playground.files import Ground, restore_file
from playground.lookups import find_user, team_of
from playground.making import check_fields, check_new, entries, make
from playground.metadata import check_metadata
from playground.naming import name_attachments, name_blocks
from playground.words import words
from playground.world import Channel, Message, Usergroup

_TS = re.compile(r"[1-9]\d{9}\.\d{6}")
_NO_TS = 'give each message of the world a ts such as "1795446000.000100", or use /control/say'
_SHOWN_ONLY = words(
    "type replies reply_count reply_users reply_users_count latest_reply is_ephemeral is_locked subscribed hidden "
    "pinned_to parent_user_id user_team source_team root"
)
"""What the state shows of a message, and what follows from the rest."""


def add_channel(ground: Ground, given: Json) -> None:
    world, ids = ground.world, ground.ids
    team, im = team_of(world, given), bool(given.get("is_im"))
    name = "" if im else entry_name(given, "channels").lstrip("#")
    members = [find_user(world, ref, team).id for ref in _list(given, "members")]
    if im and not 1 <= len(members) <= 2:
        raise ControlError("a direct conversation has two members", 'send "members" with one or two people')
    fixed = {"messages": {}, "threads": {}, "order": [], "members": members, "team": team, "name": name}
    teams = {name: known.id for known in world.teams.values() for name in (known.name, known.domain)}
    fixed["shared_teams"] = [teams.get(ref, ref) for ref in _list(given, "shared_teams") if isinstance(ref, str)]
    fixed["id"] = given.get("id") or ids.named("D" if im else "C", name or "".join(members[:1]))
    channel = make(Channel, {"created": ground.seconds(), **given, **_texts(given)}, **fixed)
    check_fields(Channel, {"id": channel.id})
    check_new(world.channels, channel.id, "channels")
    ids.take(channel.id)
    channel.is_general = given.get("is_general", name == "general")
    channel.creator = given.get("creator", members[0] if members else "")
    world.channels[channel.id] = channel
    _add_messages(ground, channel, entries(given, "messages"))


def _list(given: Json, key: str) -> list[str]:
    found = given.get(key) or []
    if not isinstance(found, list):
        raise ControlError(f"{key} is no list", f'send "{key}": [a name or an id, …]')
    return found


def entry_name(given: Json, where: str) -> str:
    name = given.get("name") or given.get("handle")
    if not isinstance(name, str) or not name:
        raise ControlError(f"an entry of {where} has no name", 'give each a "name"')
    return name


def _texts(given: Json) -> Json:
    """Topic and purpose may be given as plain strings."""
    plain = {key: given[key] for key in ("topic", "purpose") if given.get(key) is not None}
    blank: Json = {"value": "", "creator": "", "last_set": 0}
    return {k: {**blank, **(v if isinstance(v, dict) else {"value": str(v)})} for k, v in plain.items()}


def _add_messages(ground: Ground, channel: Channel, listed: list[Json]) -> None:
    """All messages, and those that stand whole among the ``replies`` of another."""
    known = {str(given.get("ts")) for given in listed}
    for given in listed:
        _add_message(ground, channel, given)
        for reply in entries(given, "replies"):
            if str(reply.get("ts")) not in known:
                _add_message(ground, channel, {**_whole(reply), "thread_ts": given["ts"]})
    channel.pins = {ts: pin for ts, pin in channel.pins.items() if ts in channel.messages and isinstance(pin, dict)}


def _whole(reply: Json) -> Json:
    if not set(reply) - {"ts", "user"}:
        raise ControlError(f"reply {reply.get('ts')!r} is nowhere", "list it among the messages, or give it its text")
    return reply


def _add_message(ground: Ground, channel: Channel, given: Json) -> None:
    message = _message(ground, channel, given)
    if message.ts in channel.messages:
        raise ControlError(f"two messages of {channel.name or channel.id} have the ts {message.ts}", _NO_TS)
    channel.add(message)
    if given.get("pinned_to") and message.ts not in channel.pins:
        pin = {"type": "message", "created": ground.seconds(), "created_by": message.user, "channel": channel.id}
        channel.pins[message.ts] = pin


def _message(ground: Ground, channel: Channel, given: Json) -> Message:
    world, team = ground.world, channel.team
    for key in ("ts", "thread_ts"):
        if (key == "ts" or given.get(key)) and not _TS.fullmatch(str(given.get(key))):
            raise ControlError(f"a message without {key}: {given.get(key)!r}", _NO_TS)
    people = {key: find_user(world, given[key], team).id for key in ("user", "visible_to") if given.get(key)}
    fixed: Json = {
        "user": None,
        "visible_to": None,
        **people,
        "channel": channel.id,
        "state": {},
        "suggestions": {},
        "extra": {},
    }
    check_fields(Message, {k: given[k] for k in ("team", "ts") if given.get(k) is not None})
    fixed["team"] = given.get("team") if given.get("team") in world.teams else team
    fixed["reactions"] = _reactions(ground, channel, given.get("reactions") or {})
    fixed["thread_ts"] = None if given.get("thread_ts") == given["ts"] else given.get("thread_ts")
    try:
        fixed["blocks"] = name_blocks(ground.ids, check_blocks(given.get("blocks") or []))
        fixed["attachments"] = name_attachments(ground.ids, check_attachments(given.get("attachments") or []))
        fixed["metadata"] = check_metadata(given.get("metadata") or {})
    except SlackError as error:
        raise as_control(error) from None
    author = world.users[people["user"]] if "user" in people else None
    fixed["files"] = [restore_file(ground, one, author, channel) for one in entries(given, "files")]
    message = make(Message, given, **fixed)
    check_fields(Message, {"thread_ts": fixed["thread_ts"]})
    known = {f.name for f in fields(Message)}
    message.extra = {k: v for k, v in given.items() if k not in known and k not in _SHOWN_ONLY}
    return message


def _reactions(ground: Ground, channel: Channel, given: object) -> dict[str, list[str]]:
    """As Slack lists them (``[{name, users}]``) or by name; people by id or name."""
    if isinstance(given, list):
        given = {str(one.get("name")): one.get("users") for one in entries({"reactions": given}, "reactions")}
    if not isinstance(given, dict) or not all(isinstance(name, str) for name in given):
        raise ControlError("reactions is no list", 'send "reactions": [{"name": …, "users": […]}, …]')
    return {
        str(name): [find_user(ground.world, ref, channel.team).id for ref in _list({"users": users}, "users")]
        for name, users in given.items()
    }


def add_usergroup(ground: Ground, given: Json) -> None:
    world, ids, now = ground.world, ground.ids, ground.seconds()
    team = team_of(world, given)
    handle = str(given.get("handle") or entry_name(given, "usergroups")).lstrip("@")
    users = [find_user(world, ref, team).id for ref in _list(given, "users")]
    group = make(
        Usergroup,
        {"name": handle, "date_create": now, "date_update": now, **{k: v for k, v in given.items() if v is not None}},
        id=given.get("id") or ids.named("S", handle),
        team=team,
        handle=handle,
        users=users,
    )
    check_fields(Usergroup, {"id": group.id})
    check_new(world.usergroups, group.id, "user groups")
    if given.get("is_disabled") and not group.date_delete:
        group.date_delete = now
    ids.take(group.id)
    world.usergroups[group.id] = group
