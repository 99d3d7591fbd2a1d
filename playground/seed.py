"""The worlds to start from: the default one, and any given as JSON in the shape of ``GET /control/state``.

Fields (ids are optional everywhere; where another thing is referred to, its id or its name does):

* ``teams``: ``{id?, name, domain?, enterprise_id?, installed?, bot?: {token?, scopes?}}``; ``installed``
  false leaves the app out of that workspace, to be installed by OAuth
* ``users``: ``{id?, name, team?, real_name?, display_name?, email?, title?, tz?, locale?, is_admin?, is_owner?,
  is_restricted?, is_ultra_restricted?, is_bot?, deleted?, token?}``; ``is_bot`` makes an integration app, except
  for the one that is called like the app, which is the app's own bot user (added when it is missing)
* ``channels``: ``{id?, name, team?, is_private?, is_im?, is_mpim?, is_archived?, is_ext_shared?, shared_teams?,
  members, topic?, purpose?, messages?}``; the bot is a member only when listed
* ``usergroups``: ``{id?, name?, handle, team?, users, channels?, is_disabled?}``
* ``app``: ``{commands?, subscriptions?, scopes?, token_rotation?}``
"""

from dataclasses import fields
from typing import Any, TypeVar

from playground.errors import ControlError, Json
from playground.ids import Ids
from playground.words import words
from playground.world import App, Channel, Installation, Message, Team, Token, User, Usergroup, World

T = TypeVar("T")

DEFAULT_SCOPES = words(
    "chat:write channels:history groups:history im:history channels:read groups:read im:read im:write "
    "users:read usergroups:read reactions:read reactions:write files:read commands team:read "
    "app_mentions:read metadata.message:read"
)

DEFAULT_SUBSCRIPTIONS = words(
    "message.channels message.groups message.im message.mpim app_mention member_joined_channel "
    "member_left_channel reaction_added reaction_removed channel_rename channel_archive channel_unarchive "
    "channel_deleted channel_left group_left channel_created channel_id_changed user_change team_join "
    "subteam_created subteam_updated subteam_members_changed app_home_opened app_uninstalled "
    "tokens_revoked message_metadata_posted message_metadata_updated message_metadata_deleted pin_added "
    "pin_removed"
)

DEFAULT_WORLD: Json = {
    "teams": [{"id": "T0PLAYGRND0", "name": "Playground", "domain": "playground"}],
    "users": [
        {"name": "maria", "real_name": "Maria Lopez", "tz": "America/New_York", "is_admin": True, "is_owner": True},
        {"name": "tom", "real_name": "Tom Becker", "tz": "Europe/Berlin"},
        {"name": "yuki", "real_name": "Yuki Tanaka", "tz": "Asia/Tokyo"},
        {"name": "amara", "real_name": "Amara Okafor", "tz": "Africa/Lagos"},
        {"name": "ravi", "real_name": "Ravi Menon", "tz": "Asia/Kolkata"},
        {"name": "lena", "real_name": "Lena Hoffmann", "tz": "Europe/Berlin"},
        {"name": "sam", "real_name": "Sam Rivera", "tz": "America/Los_Angeles"},
        {"name": "gus", "real_name": "Gus Guest", "tz": "Europe/London", "is_restricted": True},
    ],
    "channels": [
        {"name": "general", "members": ["maria", "tom", "yuki", "amara", "ravi", "lena", "sam", "ours"]},
        {"name": "support", "members": ["maria", "tom", "yuki", "amara", "sam", "ours"]},
        {"name": "customers", "members": ["maria", "tom", "yuki", "amara", "ravi", "lena", "sam", "gus", "ours"]},
        {"name": "engineering", "members": ["tom", "yuki", "ravi", "ours"]},
        {"name": "random", "members": ["maria", "tom", "yuki", "sam"]},
        {"name": "deals", "is_private": True, "members": ["maria", "lena", "ours"]},
        {"name": "leads", "is_private": True, "members": ["maria", "tom"]},
    ],
    "usergroups": [{"name": "Support team", "handle": "support-team", "users": ["maria", "amara", "sam"]}],
}


def build_world(body: Json, ids: Ids, app: App, now: int) -> World:
    """The world that ``body`` describes. Raises ControlError when it refers to something that is not there."""
    world = World(app=_app(body.get("app") or {}, app))
    for given in body.get("teams") or DEFAULT_WORLD["teams"]:
        _add_team(world, given, ids)
    for given in body.get("users") or []:
        add_user(world, given, ids)
    for number, given in enumerate(body.get("teams") or [{}]):
        if given.get("installed", True):
            install(world, list(world.teams)[number], given.get("bot") or {}, ids)
    if "USLACKBOT" not in world.users:
        add_user(world, {"id": "USLACKBOT", "name": "slackbot", "real_name": "Slackbot", "tz": "Etc/UTC"}, ids)
    for given in body.get("channels") or []:
        _add_channel(world, given, ids, now)
    for given in body.get("usergroups") or []:
        _add_usergroup(world, given, ids, now)
    return world


def _app(given: Json, app: App) -> App:
    app.scopes = list(given.get("scopes") or app.scopes or DEFAULT_SCOPES)
    app.subscriptions = list(given.get("subscriptions") or app.subscriptions or DEFAULT_SUBSCRIPTIONS)
    app.token_rotation = bool(given.get("token_rotation", app.token_rotation))
    app.commands = list(given.get("commands") or app.commands)
    return app


def _add_team(world: World, given: Json, ids: Ids) -> None:
    given = {"name": given.get("id") or "playground", **given}
    team = _make(Team, given, id=given.get("id") or ids.named("T", _name(given, "teams")), domain=given.get("domain"))
    team.domain = team.domain or team.name.lower().replace(" ", "-")
    ids.take(team.id)
    world.teams[team.id] = team


def add_user(world: World, given: Json, ids: Ids) -> User:
    name = _name(given, "users").lstrip("@")
    user = _make(User, given, id=given.get("id") or ids.named("U", name), name=name, team=_team(world, given))
    ids.take(user.id)
    profile = given.get("profile") or {}
    user.real_name = user.real_name or profile.get("real_name") or name.replace(".", " ").title()
    user.display_name = user.display_name or profile.get("display_name") or name
    user.email = user.email or profile.get("email") or f"{name}@{world.teams[user.team].domain}.example"
    if user.is_bot:
        user.bot_id = user.bot_id or ids.named("B", name)
        user.app_id = user.app_id or ids.named("A", name)
        user.email = ""
    else:
        user.token = user.token or f"xoxp-{user.id}"
        world.tokens[user.token] = Token(user.token, "user", user.team, user.id, {"*"})
    world.users[user.id] = user
    return user


def install(world: World, team: str, given: Json, ids: Ids) -> None:
    app = world.app
    mine = [u for u in world.users.values() if u.team == team and u.is_bot and u.name == app.bot_name]
    user = mine[0] if mine else add_user(world, _bot_user(app, team, world), ids)
    user.app_id = app.id
    first = not world.installations
    token = given.get("token") or (app.bot_token if first else f"{app.bot_token}-{team}")
    scopes = list(given.get("scopes") or app.scopes)
    world.installations[team] = Installation(team, user.id, user.bot_id, token, scopes)
    world.tokens[token] = Token(token, "bot", team, user.id, set(scopes))
    world.tokens.setdefault(
        app.app_token, Token(app.app_token, "app", "", "", {"connections:write", "authorizations:read"})
    )


def _bot_user(app: App, team: str, world: World) -> Json:
    return {"name": app.bot_name, "team": team, "real_name": app.name, "is_bot": True, "tz": "America/Los_Angeles"}


def _add_channel(world: World, given: Json, ids: Ids, now: int) -> None:
    team = _team(world, given)
    im = bool(given.get("is_im"))
    name = "" if im else _name(given, "channels").lstrip("#")
    prefix = "D" if im else "C"
    members = [find_user(world, ref, team).id for ref in given.get("members") or []]
    channel = _make(
        Channel,
        {**given, "messages": {}, "members": members, **_texts(given)},
        id=given.get("id") or ids.named(prefix, name or "".join(members[:1])),
        name=name,
        team=team,
        created=given.get("created") or now,
    )
    ids.take(channel.id)
    channel.is_general = given.get("is_general", name == "general")
    channel.creator = channel.creator or (members[0] if members else "")
    world.channels[channel.id] = channel
    for message in given.get("messages") or []:
        channel.add(_message(world, channel, message))


def _texts(given: Json) -> Json:
    """Topic and purpose may be given as plain strings."""
    plain = {key: given[key] for key in ("topic", "purpose") if key in given}
    return {k: v if isinstance(v, dict) else {"value": v, "creator": "", "last_set": 0} for k, v in plain.items()}


def _message(world: World, channel: Channel, given: Json) -> Message:
    known = {f.name for f in fields(Message)}
    dropped = {"type", "replies", "reply_count", "reply_users", "reply_users_count", "latest_reply", "is_ephemeral"}
    if "ts" not in given:
        raise ControlError("a message without ts", "give each message of the world a ts, or use /control/say")
    reactions = given.get("reactions") or {}
    if isinstance(reactions, list):
        reactions = {r["name"]: list(r["users"]) for r in reactions}
    user = find_user(world, given["user"], channel.team).id if given.get("user") else None
    message = _make(Message, {**given, "reactions": reactions}, channel=channel.id, team=channel.team, user=user)
    message.extra = {k: v for k, v in given.items() if k not in known | dropped}
    return message


def _add_usergroup(world: World, given: Json, ids: Ids, now: int) -> None:
    team = _team(world, given)
    handle = (given.get("handle") or _name(given, "usergroups")).lstrip("@")
    users = [find_user(world, ref, team).id for ref in given.get("users") or []]
    group = _make(
        Usergroup,
        {"name": handle, "date_create": now, "date_update": now, **given, "users": users},
        id=given.get("id") or ids.named("S", handle),
        team=team,
        handle=handle,
    )
    if given.get("is_disabled") and not group.date_delete:
        group.date_delete = now
    ids.take(group.id)
    world.usergroups[group.id] = group


def find_user(world: World, ref: str, team: str = "") -> User:
    """By id or by name (``@maria``, ``maria``); among people of ``team`` first."""
    if ref in world.users:
        return world.users[ref]
    named = [u for u in world.users.values() if u.name == ref.lstrip("@")]
    named.sort(key=lambda u: u.team != team)
    if not named:
        names = ", ".join(sorted({u.name for u in world.users.values()}))
        raise ControlError(f"no user {ref!r}", f"use an id or one of: {names}")
    return named[0]


def _team(world: World, given: Json) -> str:
    ref = given.get("team") or given.get("team_id")
    if not ref:
        return _first(world)
    for team in world.teams.values():
        if ref in (team.id, team.name, team.domain):
            return team.id
    raise ControlError(f"no team {ref!r}", f"use one of: {', '.join(world.teams)}")


def _first(world: World) -> str:
    return next(iter(world.teams))


def _name(given: Json, where: str) -> str:
    name = given.get("name") or given.get("handle")
    if not isinstance(name, str) or not name:
        raise ControlError(f"an entry of {where} has no name", 'give each a "name"')
    return name


def _make(kind: type[T], given: Json, **fixed: Any) -> T:
    """A dataclass from those of the given keys that it knows; lists and dicts are copied."""
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]
    values = {
        k: v.copy() if isinstance(v, (list, dict)) else v for k, v in given.items() if k in known and v is not None
    }
    return kind(**{**values, **fixed})
