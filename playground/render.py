"""The JSON that Slack shows of things: messages, users, channels, user groups."""

from datetime import datetime
from zoneinfo import ZoneInfo

from playground.core import Core
from playground.errors import Json
from playground.world import Channel, Message, Team, User, Usergroup

_ZONES = {
    "EST": "Eastern Standard Time",
    "EDT": "Eastern Daylight Time",
    "CST": "Central Standard Time",
    "CDT": "Central Daylight Time",
    "PST": "Pacific Standard Time",
    "PDT": "Pacific Daylight Time",
    "GMT": "Greenwich Mean Time",
    "BST": "British Summer Time",
    "CET": "Central European Time",
    "CEST": "Central European Summer Time",
    "JST": "Japan Standard Time",
    "IST": "India Standard Time",
    "WAT": "West Africa Time",
}


def user_json(user: User, now: datetime, viewer_team: str, *, locale: bool = False, email: bool = True) -> Json:
    """As users.info shows a user. ``locale`` and ``email`` only for those who may see them."""
    local = now.astimezone(ZoneInfo(user.tz))
    offset = local.utcoffset()
    shown: Json = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "deleted": user.deleted,
        "color": "9f69e7",
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": _ZONES.get(local.tzname() or "", local.tzname() or user.tz),
        "tz_offset": int(offset.total_seconds()) if offset is not None else 0,
        "profile": profile_json(user, email=email),
        "is_admin": user.is_admin,
        "is_owner": user.is_owner,
        "is_primary_owner": user.is_owner,
        "is_restricted": user.is_restricted or user.is_ultra_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": user.updated,
    }
    if user.deleted:
        for key in ("tz", "tz_label", "tz_offset", "real_name"):
            shown.pop(key)
    if user.team != viewer_team:
        shown["is_stranger"] = True
    return {**shown, "locale": user.locale} if locale else shown


def profile_json(user: User, *, email: bool = True) -> Json:
    shown: Json = {
        "title": user.title,
        "phone": "",
        "skype": "",
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.display_name,
        "display_name_normalized": user.display_name,
        "status_text": user.status_text,
        "status_emoji": user.status_emoji,
        "status_expiration": user.status_expiration,
        "avatar_hash": "g" + user.id.lower()[-6:],
        "team": user.team,
    }
    if user.is_bot:
        return {**shown, "bot_id": user.bot_id, "api_app_id": user.app_id, "always_active": True}
    return {**shown, "email": user.email} if email and user.email else shown


def channel_json(core: Core, channel: Channel, viewer: str, *, num_members: bool = False) -> Json:
    """As conversations.info shows a conversation to ``viewer``, a user id."""
    if channel.is_im:
        other = next((m for m in channel.members if m != viewer), viewer)
        return {
            "id": channel.id,
            "created": channel.created,
            "is_archived": False,
            "is_im": True,
            "is_org_shared": False,
            "context_team_id": channel.team,
            "user": other,
            "is_user_deleted": core.world.users[other].deleted,
            "priority": 0,
        }
    shown: Json = {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "channel" or (channel.kind == "group" and channel.id.startswith("C")),
        "is_group": channel.id.startswith("G"),
        "is_im": False,
        "is_mpim": channel.is_mpim,
        "is_private": channel.is_private or channel.is_mpim,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_general": channel.is_general,
        "unlinked": 0,
        "is_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "context_team_id": channel.team,
        "parent_conversation": None,
        "creator": channel.creator,
        "is_ext_shared": channel.is_ext_shared,
        "shared_team_ids": [channel.team, *channel.shared_teams],
        "is_member": viewer in channel.members,
        "topic": channel.topic,
        "purpose": channel.purpose,
        "previous_names": list(channel.previous_names),
        "updated": channel.created * 1000,
    }
    shown |= {key: True for key in ("is_read_only", "is_thread_only", "is_non_threadable") if getattr(channel, key)}
    return {**shown, "num_members": len(channel.members)} if num_members else shown


def message_json(channel: Channel, message: Message, *, metadata: bool = True) -> Json:
    """As conversations.history shows a message; without ``metadata`` only its event_type is left."""
    shown: Json = {"type": "message", **message.extra, "ts": message.ts, "text": message.text}
    if not message.is_tombstone:
        shown["team"] = message.team
    if message.user:
        shown["user"] = message.user
    for key in ("subtype", "thread_ts", "blocks", "attachments", "files", "edited"):
        if getattr(message, key):
            shown[key] = getattr(message, key)
    if message.metadata:
        shown["metadata"] = message.metadata if metadata else {"event_type": message.metadata["event_type"]}
    if message.reactions:
        shown["reactions"] = [{"name": n, "users": list(u), "count": len(u)} for n, u in message.reactions.items()]
    if channel.is_ext_shared:
        shown |= {"user_team": message.team, "source_team": message.team}
    if message.ts in channel.pins:
        shown["pinned_to"] = [channel.id]
    if message.is_tombstone:
        shown |= {"hidden": True, "parent_user_id": message.user}
    if message.subtype == "thread_broadcast" and message.thread_ts in channel.messages:
        shown["root"] = message_json(channel, channel.messages[message.thread_ts], metadata=metadata)
    return shown | _thread_json(channel, message)


def _thread_json(channel: Channel, message: Message) -> Json:
    if message.is_reply and message.thread_ts:
        parent = channel.messages.get(message.thread_ts)
        return {"parent_user_id": parent.user} if parent and parent.user else {}
    replies = channel.replies(message.ts)
    if not replies:
        return {}
    users = list(dict.fromkeys(str(r.user or r.extra.get("bot_id")) for r in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users[:5],
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def usergroup_json(group: Usergroup, *, users: bool = False) -> Json:
    shown: Json = {
        "id": group.id,
        "team_id": group.team,
        "is_usergroup": True,
        "is_subteam": True,
        "name": group.name,
        "description": group.description,
        "handle": group.handle,
        "is_external": False,
        "date_create": group.date_create,
        "date_update": group.date_update,
        "date_delete": group.date_delete,
        "auto_type": None,
        "auto_provision": False,
        "created_by": group.created_by,
        "updated_by": group.updated_by,
        "deleted_by": None,
        "prefs": {"channels": list(group.channels), "groups": []},
        "user_count": len(group.users),
        "channel_count": len(group.channels),
    }
    return {**shown, "users": list(group.users)} if users else shown


def team_json(team: Team) -> Json:
    return {
        "id": team.id,
        "name": team.name,
        "domain": team.domain,
        "email_domain": f"{team.domain}.example",
        "icon": {"image_default": True},
        "enterprise_id": team.enterprise_id or "",
    }


def bot_profile(core: Core, user: User) -> Json:
    return {
        "id": user.bot_id,
        "deleted": False,
        "name": user.real_name,
        "updated": 0,
        "app_id": user.app_id,
        "user_id": user.id,
        "icons": {"image_36": f"{core.url}/icon.png"},
        "team_id": user.team,
    }
