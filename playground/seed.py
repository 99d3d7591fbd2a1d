"""The worlds to start from: the default one, and any given as JSON in the shape of ``GET /control/state``.

Fields (ids are optional everywhere; where another thing is referred to, its id or its name does):

* ``teams``: ``{id?, name, domain?, enterprise_id?, edit_minutes?, admins_only?, installed?,
  bot?: {token?, scopes?}}``; ``installed`` false leaves the app out of that workspace, to be installed by OAuth
* ``users``: ``{id?, name, team?, real_name?, display_name?, email?, title?, tz?, locale?, is_admin?, is_owner?,
  is_restricted?, is_ultra_restricted?, is_bot?, deleted?, token?}``; ``is_bot`` makes an integration app, except
  for the one that is called like the app, which is the app's own bot user (added when it is missing)
* ``channels``: ``{id?, name, team?, is_private?, is_im?, is_mpim?, is_archived?, is_ext_shared?, shared_teams?,
  is_restricted?, is_read_only?, is_thread_only?, is_non_threadable?, members, topic?, purpose?, messages?}``; the bot
  is a member only when listed
* ``usergroups``: ``{id?, name?, handle, team?, users, channels?, is_disabled?}``
* ``app``: ``{commands?, hints?, shortcuts?, subscriptions?, scopes?, token_rotation?, tight_history?, home_tab?,
  messages_tab?, redirect_urls?}``; ``hints`` are ``{command, usage_hint?, description?}`` and add their commands,
  ``shortcuts`` ``{name, callback_id, type, description?}``
* ``files``: as the state shows them, with their bytes as ``content`` or ``content_base64``; a message lists its
  ``files`` as the state shows them or as /control/say takes them
"""

import re

from playground.errors import ControlError, Json
from playground.files import Ground, restore_rest
from playground.ids import Ids
from playground.lookups import team_of
from playground.making import check_fields, check_new, check_zone, entries, make
from playground.manifest import checked_hints, checked_shortcuts
from playground.seed_rooms import add_channel, add_usergroup, entry_name
from playground.words import words
from playground.world import App, Installation, Team, Token, User, World

WORLD_KEYS = words(
    "teams users channels usergroups app files now version speed views homes scheduled calls deliveries "
    "interactions faults"
)
"""The parts of a state; those from ``now`` on are no part of a world, and come along without effect."""

_FLAGS = words("token_rotation tight_history home_tab messages_tab")
_APP_KEYS = words("commands hints shortcuts subscriptions scopes redirect_urls") + _FLAGS

DEFAULT_SCOPES = words(
    "chat:write channels:join files:write channels:history groups:history im:history channels:read groups:read "
    "im:read im:write users:read usergroups:read reactions:read reactions:write files:read commands team:read "
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


def default_world(bot: str) -> Json:
    """The world that is there when nothing else was asked for, with the app's bot by its name."""
    rooms = [{**r, "members": [bot if m == "ours" else m for m in r["members"]]} for r in DEFAULT_WORLD["channels"]]
    return {**DEFAULT_WORLD, "channels": rooms}


def build_world(body: Json, app: App, ground: Ground) -> World:
    """The world that ``body`` describes, on fresh ``ground``. ControlError when it can't be: then nothing has changed
    but ``app`` and ``ground``, which are the caller's to throw away."""
    if unknown := set(body) - set(WORLD_KEYS):
        raise ControlError(f"a world has no {', '.join(sorted(unknown))}", f"send {', '.join(WORLD_KEYS[:6])}")
    world = ground.world
    world.app = _app(_object(body, "app"), app)
    ground.known_files = {str(given.get("id")): given for given in entries(body, "files")}
    given_teams = entries(body, "teams") or DEFAULT_WORLD["teams"]
    teams = [_add_team(world, given, ground.ids) for given in given_teams]
    for given in entries(body, "users"):
        add_user(world, given, ground.ids)
    for team, given in zip(teams, given_teams, strict=True):
        if given.get("installed", True):
            install(world, team, _object(given, "bot"), ground.ids)
    if "USLACKBOT" not in world.users:
        add_user(world, {"id": "USLACKBOT", "name": "slackbot", "real_name": "Slackbot", "tz": "Etc/UTC"}, ground.ids)
    for given in entries(body, "channels"):
        add_channel(ground, given)
    for given in entries(body, "usergroups"):
        add_usergroup(ground, given)
    restore_rest(ground)
    return world


def checked_scopes(given: list[str]) -> list[str]:
    """Scopes go back in the headers of every answer, so they must look like scopes."""
    check_fields(App, {"scopes": given})
    for scope in given:
        if not re.fullmatch(r"[a-z][a-z_.:-]*|\*", scope):
            raise ControlError(f"no scope {scope!r}", "use Slack's, such as chat:write")
    return list(given)


def _object(body: Json, key: str) -> Json:
    found = body.get(key) or {}
    if not isinstance(found, dict):
        raise ControlError(f"{key} is no object", f'send "{key}": {{…}}')
    return found


def _app(given: Json, app: App) -> App:
    check_fields(App, {k: v for k, v in given.items() if k in _APP_KEYS and v is not None})
    scopes, events = ([], []) if app.declared else (DEFAULT_SCOPES, DEFAULT_SUBSCRIPTIONS)
    app.scopes = checked_scopes(given.get("scopes") or app.scopes or scopes)
    app.subscriptions = list(given.get("subscriptions") or app.subscriptions or events)
    for name in _FLAGS:
        setattr(app, name, bool(given.get(name, getattr(app, name))))
    commands = given.get("commands") or app.commands
    kept = [hint for hint in app.hints if hint["command"] in commands]
    app.hints = checked_hints(given.get("hints") or kept)
    app.commands = list(dict.fromkeys([*commands, *(hint["command"] for hint in app.hints)]))
    app.shortcuts = checked_shortcuts(given.get("shortcuts") or app.shortcuts)
    app.redirect_urls = list(given.get("redirect_urls") or app.redirect_urls)
    return app


def _add_team(world: World, given: Json, ids: Ids) -> str:
    given = {"name": given.get("id") or "playground", **{k: v for k, v in given.items() if v is not None}}
    team_id = given.get("id") or ids.named("T", entry_name(given, "teams"))
    team = make(Team, {"domain": "", **given}, id=team_id)
    check_fields(Team, {"id": team.id})
    check_new(world.teams, team.id, "teams")
    team.domain = team.domain or team.name.lower().replace(" ", "-")
    ids.take(team.id)
    world.teams[team.id] = team
    return team.id


def add_user(world: World, given: Json, ids: Ids) -> User:
    name = entry_name(given, "users").lstrip("@")
    user = make(User, given, id=given.get("id") or ids.named("U", name), name=name, team=team_of(world, given))
    check_fields(User, {"id": user.id})
    check_new(world.users, user.id, "users")
    check_zone(user.tz)
    profile = _object(given, "profile")
    user.real_name = user.real_name or str(profile.get("real_name") or name.replace(".", " ").title())
    user.display_name = user.display_name or str(profile.get("display_name") or name)
    user.email = user.email or str(profile.get("email") or f"{name}@{world.teams[user.team].domain}.example")
    if user.is_bot:
        user.bot_id = user.bot_id or ids.named("B", name)
        user.app_id = user.app_id or ids.named("A", name)
        user.email = ""
    else:
        user.token = user.token or f"xoxp-{user.id}"
        _add_token(world, Token(user.token, "user", user.team, user.id, {"*"}))
    ids.take(user.id)
    world.users[user.id] = user
    return user


def _add_token(world: World, token: Token) -> None:
    check_new(world.tokens, token.value, "tokens")
    world.tokens[token.value] = token


def install(world: World, team: str, given: Json, ids: Ids) -> None:
    app = world.app
    mine = [u for u in world.users.values() if u.team == team and u.is_bot and u.name == app.bot_name]
    user = mine[0] if mine else add_user(world, _bot_user(app, team, world), ids)
    user.app_id = app.id
    first = not world.installations
    token = str(given.get("token") or (app.bot_token if first else f"{app.bot_token}-{team}"))
    scopes = checked_scopes(given.get("scopes") or app.scopes)
    world.installations[team] = Installation(team, user.id, user.bot_id, token, scopes)
    _add_token(world, Token(token, "bot", team, user.id, set(scopes)))
    if given.get("active") is False:
        world.installations[team].active, world.tokens[token].dead = False, "token_revoked"
    world.tokens.setdefault(
        app.app_token, Token(app.app_token, "app", "", "", {"connections:write", "authorizations:read"})
    )


def _bot_user(app: App, team: str, world: World) -> Json:
    return {"name": app.bot_name, "team": team, "real_name": app.name, "is_bot": True, "tz": "America/Los_Angeles"}
